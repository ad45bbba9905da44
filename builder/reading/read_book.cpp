#include "reading/read_book.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include "base/hash.h"
#include "base/limits.h"
#include "base/natural_order.h"
#include "base/parallel.h"
#include "base/text.h"
#include "model/limits.h"
#include "model/mistakes.h"
#include "model/outline.h"
#include "reading/book_toml.h"
#include "reading/chapter_file.h"
#include "reading/chapter_names.h"
#include "reading/forms/other_forms.h"
#include "reading/forms/teachers_words.h"
#include "reading/glossary_file.h"
#include "reading/html/report.h"
#include "reading/pictures.h"
#include "reading/questions/typed_answer.h"
#include "reading/styles.h"
#include "reading/text_file.h"

namespace hornbook {
namespace {

class BookReader {
public:
    BookReader(const Folder& folder, const ReadingRequest& request, Sources& sources, Diagnostics& diagnostics)
        : folder_(folder), request_(request), sources_(sources), diagnostics_(diagnostics) {}

    Reading read() {
        if (!read_title_page()) {
            return std::move(reading_);
        }
        std::vector<std::uint32_t> files = open_chapters();
        std::optional<std::uint32_t> glossary = open_glossary();
        GlossaryOutline outline = glossary ? read_glossary_names(sources_, *glossary, diagnostics_) : GlossaryOutline{};
        GlossaryLabels labels = labels_of(outline.glossary);
        read_chapters(files, labels);
        tell_nothing_for_pupils();
        if (glossary) {
            ProseReader reader = prose_reader(*glossary, labels, diagnostics_);
            book().glossary = read_glossary_definitions(reader, std::move(outline));
            tell_teachers_words(reader, book().glossary);
            report_left_out(reader);
            report_other_forms(reader);
            report_marks_in_answers(reader);
        }
        read_styles(reading_, folder_, sources_, diagnostics_);
        load_pictures(reading_, folder_, request_.picture_bytes, sources_, diagnostics_);
        return std::move(reading_);
    }

private:
    Book& book() {
        return reading_.book;
    }

    ProseReader prose_reader(std::uint32_t file, const GlossaryLabels& labels, Diagnostics& diagnostics) {
        return {sources_,    file,       labels,          book().metadata.language,  book().words,
                diagnostics, toml_.text, &chapter_names_, request_.chapters_in_test, request_.quiz_formats};
    }

    // Opens a text and returns its index in Sources; a refusal is reported at `place`, which named the file, or at the file itself.
    std::optional<std::uint32_t> open_text(const std::string& path, Place place) {
        Place itself{static_cast<std::uint32_t>(sources_.size()), 0, 0, 0};
        std::optional<std::string> bytes = read_author_file(folder_, path, limits::text_file_bytes, place ? place : itself, diagnostics_);
        if (!bytes) {
            if (!place) {
                sources_.add(path, "");
            }
            return std::nullopt;
        }
        reading_.files.push_back(path);
        if (auto known = request_.cache != nullptr ? request_.cache->find_text(path, *bytes) : nullptr) {
            return sources_.add(std::move(known));
        }
        if (std::string_view kind = kind_of_document(*bytes); !kind.empty()) {
            diagnostics_.add(Mistake::not_text, itself, "`" + path + "` is " + std::string(kind) + ", whatever its name says",
                             "open it with the program that made it, and save its text as Markdown or as plain text");
            sources_.add(path, "");
            return std::nullopt;
        }
        if (is_binary(*bytes)) {
            diagnostics_.add(Mistake::not_text, itself, "`" + path + "` holds no text",
                             "a chapter is plain text, written in an editor; if this is one, save it as `.md` from there");
            sources_.add(path, "");
            return std::nullopt;
        }
        std::uint32_t file = add_text_file(sources_, path, std::move(*bytes), diagnostics_);
        if (request_.cache != nullptr) {
            request_.cache->keep_text(sources_.shared(file));
        }
        return file;
    }

    bool read_title_page() {
        if (!folder_.has("book.toml")) {
            std::uint32_t file = sources_.add("book.toml", "");
            diagnostics_.add(Mistake::no_book_toml, {file, 0, 0, 0}, "there is no book.toml in this folder",
                             "begin a book with `hornbook init DIR`");
            return false;
        }
        std::optional<std::uint32_t> file = open_text("book.toml", {});
        if (!file) {
            return false;
        }
        toml_ = read_book_toml(sources_[*file], *file, request_.options, diagnostics_);
        toml_file_ = *file;
        book() = std::move(toml_.book);
        reading_.options = std::move(toml_.options);
        return true;
    }

    // Opens the chapters' files; returns their indexes in order, and notes parts.
    std::vector<std::uint32_t> open_chapters() {
        Listing listing = folder_.list_all("chapters");
        std::vector<std::string> present = std::move(listing.names);
        tell_misnamed(present);
        std::erase_if(present, [&](const std::string& name) { return !is_chapter_file(name) || is_glossary_file(name); });
        std::sort(present.begin(), present.end(), comes_before);
        reading_.folders = std::move(listing.folders);
        std::vector<std::uint32_t> files;
        if (!toml_.parts.empty()) {
            for (const PartPlan& plan : toml_.parts) {
                Part part{plan.title, {}, plan.place};
                for (const NamedFile& name : plan.chapters) {
                    if (open_chapter(name, files)) {
                        part.chapters.push_back(files.size() - 1);
                    }
                }
                book().parts.push_back(std::move(part));
            }
        } else if (!toml_.chapters.empty()) {
            std::for_each(toml_.chapters.begin(), toml_.chapters.end(), [&](const NamedFile& name) { open_chapter(name, files); });
        } else {
            std::for_each(present.begin(), present.end(), [&](const std::string& name) {
                open_chapter({name, {toml_file_, 0, 0, 0}}, files);
            });
        }
        for (const std::string& name : present) {
            if (!opened_.contains(name) && !toml_.lists_are_lost) {
                book().left_out.push_back(name);
                diagnostics_.add(Mistake::chapter_not_listed, {toml_file_, 0, 0, 0},
                                 "`chapters/" + name + "` is not listed in book.toml, so it is left out",
                                 "add it to `chapters`, or move it out of chapters/");
            }
        }
        tell_gaps(listing.gaps);
        if (files.empty() && !diagnostics_.has_errors()) {
            diagnostics_.add(Mistake::no_chapters, {toml_file_, 0, 0, 0}, "the book has no chapters",
                             "write the first one as chapters/01-….md");
        }
        return files;
    }

    // Reports texts in chapters/ whose names make them neither a chapter nor the glossary.
    void tell_misnamed(const std::vector<std::string>& names) {
        auto tell = [&](const std::string& name, std::string_view what, std::string hint) {
            diagnostics_.add(Mistake::misnamed_file, {toml_file_, 0, 0, 0}, "`chapters/" + name + "` " + std::string(what),
                             std::move(hint));
        };
        auto glossary = std::find_if(names.begin(), names.end(), is_glossary_file);
        for (const std::string& name : names) {
            if (std::string_view hint = hint_on_document(name); !hint.empty()) {
                tell(name, "does not have the name of a chapter, so it is left out", std::string(hint));
            } else if (is_glossary_file(name) && name != *glossary) {
                tell(name, "is a second glossary, so it is left out", "move its entries to `" + *glossary + "`");
            } else if (glossary == names.end() && is_nearly_glossary_file(name)) {
                tell(name, "has the name of a chapter, so its terms link to nothing", "call it `glossary.md`");
            }
        }
        if (glossary == names.end() && folder_.has("glossary.md")) {
            diagnostics_.add(Mistake::misnamed_file, {toml_file_, 0, 0, 0}, "`glossary.md` lies beside chapters/, so it is left out",
                             "move it into chapters/");
        }
    }

    // Reports folders that were not listed, unless a chapter in them is named, which may be reached by a link that a listing does not
    // follow.
    void tell_gaps(const std::vector<Listing::Gap>& gaps) {
        constexpr std::size_t chapters = std::string_view("chapters/").size();
        for (const Listing::Gap& gap : gaps) {
            std::string below = gap.path.substr(std::min(chapters, gap.path.size())) + "/";
            auto named = opened_.lower_bound(below);
            if (named == opened_.end() || !named->first.starts_with(below)) {
                report_gap(gap, {toml_file_, 0, 0, 0}, diagnostics_);
            }
        }
    }

    bool open_chapter(const NamedFile& name, std::vector<std::uint32_t>& files) {
        std::string written = std::filesystem::path(name.name).lexically_normal().generic_string();  // `./01.md` is `01.md`
        constexpr std::string_view folder = "chapters/";
        if (written.starts_with(folder) && folder_.has(written) && !folder_.has(std::string(folder) + written)) {
            diagnostics_.add(Mistake::missing_file, name.place, "there is no file `chapters/" + written + "`",
                             "names here begin inside chapters/: write `" + written.substr(folder.size()) + "`");
            written.erase(0, folder.size());
        }
        std::string path = folder_.spelling_of("chapters/" + written);
        std::string file_name = path.substr(std::string_view("chapters/").size());
        if (is_glossary_file(file_name)) {
            diagnostics_.add(Mistake::repeated_chapter, name.place, "`" + file_name + "` is in the book already, as its glossary",
                             "take it out of the list");
            return false;
        }
        if (auto [first, is_new] = opened_.try_emplace(file_name, name.place); !is_new) {
            diagnostics_.add(Mistake::repeated_chapter, name.place, "`" + name.name + "` is listed twice", "keep it in one place",
                             SecondPlace{first->second, "it is listed here first"});
            return false;
        }
        if (files.size() == limits::chapters) {
            diagnostics_.add(Mistake::too_many_chapters, name.place,
                             "the book has more than " + std::to_string(limits::chapters) + " chapters", "divide it into several books");
            return false;
        }
        std::optional<std::uint32_t> file = open_text(path, name.place);
        if (file) {
            note_name(file_name);
            files.push_back(*file);
            names_.push_back(file_name);
        } else {
            book().unread.push_back(file_name);
        }
        return file.has_value();
    }

    // Notes the names by which Obsidian finds a chapter: that of its file with and without its folders.
    void note_name(const std::string& file_name) {
        std::string name = fold_case(file_name.substr(0, file_name.rfind('.')));
        chapter_names_.try_emplace(name, file_name);
        chapter_names_.try_emplace(name.substr(name.rfind('/') + 1), file_name);
    }

    std::optional<std::uint32_t> open_glossary() {
        std::vector<std::string> names = folder_.list("chapters", "");
        auto name = std::find_if(names.begin(), names.end(), is_glossary_file);
        return name != names.end() ? open_text("chapters/" + *name, {}) : std::nullopt;
    }

    void read_chapters(const std::vector<std::uint32_t>& files, const GlossaryLabels& labels) {
        book().chapters.resize(files.size());
        std::vector<Diagnostics> found(files.size());
        std::string common = request_.cache != nullptr ? common_to_chapters(labels) : "";
        for_each_in_parallel(files.size(), request_.jobs, [&](std::size_t i) {
            bool whole = request_.only.empty() || names_[i] == request_.only;
            ChapterSource source{common, files[i], sources_.shared(files[i])};
            auto known = request_.cache != nullptr ? request_.cache->find(names_[i], source) : nullptr;
            if (known) {
                book().chapters[i] = whole ? known->chapter : known->outline;
                found[i] = known->diagnostics;
                return;
            }
            ProseReader reader = prose_reader(files[i], labels, found[i]);
            Chapter chapter = read_chapter(reader, names_[i]);
            report_left_out(reader);
            report_other_forms(reader);
            report_marks_in_answers(reader);
            if (request_.cache != nullptr) {
                Chapter outline = outline_of(chapter);
                book().chapters[i] = whole ? chapter : outline;
                request_.cache->keep(names_[i], {std::move(source), std::move(chapter), std::move(outline), found[i]});
            } else {
                book().chapters[i] = whole ? std::move(chapter) : outline_of(chapter);
            }
        });
        std::for_each(found.begin(), found.end(), [&](Diagnostics& d) { diagnostics_.append(std::move(d)); });
    }

    // A hash of what every chapter's reading depends on: all that prose_reader() hands in but for the chapter's own text.
    std::string common_to_chapters(const GlossaryLabels& labels) const {
        std::string all = std::to_string(request_.chapters_in_test) + "\n" + std::to_string(sources_[toml_file_].text.size()) + "\n" +
                          sources_[toml_file_].text;
        for (const auto& [label, entry] : labels) {
            all += std::to_string(label.size()) + ":" + label + std::to_string(entry) + "\n";
        }
        for (const auto& [name, file] : chapter_names_) {
            all += std::to_string(name.size()) + ":" + name + std::to_string(file.size()) + ":" + file + "\n";
        }
        return sha256_bytes(all);
    }

    void tell_nothing_for_pupils() {
        const std::vector<Chapter>& chapters = book().chapters;
        if (!chapters.empty() && std::all_of(chapters.begin(), chapters.end(), [](const Chapter& c) { return c.for_teachers; })) {
            diagnostics_.add(Mistake::no_chapters, {toml_file_, 0, 0, 0}, "every chapter is for teachers alone, so pupils have no book",
                             "take `audience` out of the front matter of what pupils read", Stretch::book());
        }
    }

    const Folder& folder_;
    const ReadingRequest& request_;
    Sources& sources_;
    Diagnostics& diagnostics_;
    Reading reading_;
    BookToml toml_;
    std::uint32_t toml_file_ = 0;
    std::map<std::string, Place> opened_;  // and where each is named
    std::vector<std::string> names_;
    ChapterNames chapter_names_;
};

}  // namespace

Reading read_book(const Folder& folder, const ReadingRequest& request, Sources& sources, Diagnostics& diagnostics) {
    return BookReader(folder, request, sources, diagnostics).read();
}

}  // namespace hornbook
