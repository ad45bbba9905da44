#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "base/counted.h"
#include "base/files.h"
#include "base/folder.h"
#include "base/language_tag.h"
#include "base/limits.h"
#include "base/text.h"
#include "base/trouble.h"
#include "building/build.h"
#include "building/write.h"
#include "commands/commands.h"
#include "commands/machine.h"
#include "grading/spellings.h"
#include "importing/bank.h"
#include "importing/give_ids.h"
#include "importing/markdown.h"
#include "importing/package.h"
#include "model/limits.h"
#include "model/mistakes.h"
#include "model/show_diagnostic.h"
#include "model/walk.h"
#include "packaging/atomic_file.h"
#include "reading/book_toml.h"
#include "reading/chapter_names.h"
#include "reading/text_file.h"

namespace hornbook {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t bank_bytes = limits::unpacked_bytes;

// Folders of chapters and their pictures, which are in images/, beside the folder chapters/ where there is one.
struct Chapters {
    fs::path folder;
    fs::path images;
    std::string address;  // of images, as the chapter writes it
    std::string book;     // the folder of the book that they belong to; empty: none

    explicit Chapters(fs::path of) : folder(std::move(of)) {
        std::error_code gone;
        bool in_book = fs::weakly_canonical(folder, gone).filename() == "chapters";
        images = in_book ? fs::weakly_canonical(folder, gone).parent_path() / "images" : folder / "images";
        images = in_book && !folder.parent_path().empty() ? folder.parent_path() / "images" : images;
        address = in_book ? "../images/" : "images/";
        fs::path parent = folder.parent_path().empty() ? fs::path(".") : folder.parent_path();
        book = in_book && is_there(parent / "book.toml") ? parent.string() : "";
    }
};

void append_bank(Bank& bank, Bank more) {
    std::size_t pictures = bank.pictures.size();
    std::size_t quizzes = bank.chapter.quizzes.size();
    auto shift = [&](Inline& node) {
        auto* image = std::get_if<Image>(&node.kind);
        if (image != nullptr && image->picture != no_index) {
            image->picture += pictures;
        }
    };
    walk_inlines(more.chapter.blocks, shift);
    std::for_each(more.chapter.quizzes.begin(), more.chapter.quizzes.end(), [&](Quiz& quiz) { walk_quiz_inlines(quiz, shift); });
    for (Block& block : more.chapter.blocks) {
        if (auto* here = std::get_if<QuizHere>(&block.kind)) {
            here->quiz += quizzes;
        }
    }
    auto move_all = [](auto& from, auto& to) { std::move(from.begin(), from.end(), std::back_inserter(to)); };
    move_all(more.chapter.blocks, bank.chapter.blocks);
    move_all(more.chapter.quizzes, bank.chapter.quizzes);
    move_all(more.pictures, bank.pictures);
}

void merge_spellings_of(Chapter& chapter, const std::string& language) {
    for (Quiz& quiz : chapter.quizzes) {
        for (Question& question : quiz.questions) {
            merge_spellings(question, language);
        }
    }
}

// The file name for a bank's chapter; not glossary.md, which would be the book's glossary.
std::string chapter_name(const std::string& bank) {
    std::string name = ascii_slug(fs::path(bank).stem().string(), "");
    return name + (is_glossary_file(name + ".md") ? "-questions.md" : ".md");
}

class ImportCommand {
public:
    ImportCommand(const ImportOptions& options, Console& console) : options_(options), console_(console) {}

    int run() {
        bool one_chapter = options_.path.ends_with(".md");
        Chapters chapters(one_chapter ? fs::path(folder_holding(options_.path)) : chapters_folder());
        if (!read_settings(chapters.folder)) {
            return trouble;
        }
        std::vector<std::pair<fs::path, Bank>> banks;
        for (const std::string& file : options_.files) {
            std::optional<Bank> bank = read(file);
            fs::path path = one_chapter ? fs::path(options_.path) : chapters.folder / chapter_name(file);
            if (!bank) {
                continue;
            }
            if (bank->chapter.quizzes.empty()) {
                said_none_ += diagnostics_.has_errors() ? "" : "hornbook: there is no question in `" + file + "`\n";
                failed_ = true;
            } else if (one_chapter && !banks.empty()) {
                append_bank(banks.front().second, std::move(*bank));
            } else {
                banks.emplace_back(std::move(path), std::move(*bank));
            }
        }
        if (!may_write(banks)) {
            return trouble;
        }
        for (auto& [path, bank] : banks) {
            give_ids(bank.chapter, taken_ids(chapters, path));
            merge_spellings_of(bank.chapter, settings_.book.metadata.language);
            write(path, chapters, bank);
        }
        if (!diagnostics_.has_errors()) {
            check(chapters, banks);
        }
        return finish(banks.empty());
    }

private:
    // The folder for chapters: chapters/ in a book's folder, else the path itself.
    fs::path chapters_folder() const {
        fs::path folder(options_.path.empty() ? "." : options_.path);
        return is_there(folder / "book.toml") ? folder / "chapters" : folder;
    }

    // Reads the settings of the book that the chapter is for; returns false on mistakes.
    bool read_settings(const fs::path& folder) {
        settings_.book.words = words_for("en");
        settings_.book.metadata.language = "en";
        std::error_code gone;
        for (const fs::path& place : {folder, fs::weakly_canonical(fs::absolute(folder, gone), gone).parent_path()}) {
            if (is_there(place / "book.toml")) {
                ReadFile file = Folder(place.string()).read("book.toml", limits::text_file_bytes);
                Sources sources;
                Diagnostics ignored;  // `check` tells them
                std::uint32_t number = add_text_file(sources, "book.toml", file.bytes, ignored);
                BookToml toml = read_book_toml(sources[number], number, {}, ignored);
                settings_ = toml.book.metadata.language.empty() ? std::move(settings_) : std::move(toml);
                break;
            }
        }
        if (options_.language.empty()) {
            return true;
        }
        if (!is_language_tag(options_.language)) {
            console_.err << "hornbook: `" << options_.language << "` is not a language tag\n  hint: `--language en`\n";
            return false;
        }
        settings_.book.metadata.language = options_.language;
        settings_.book.words = words_for(options_.language);
        return true;
    }

    std::optional<Bank> read(const std::string& file) {
        look_at(file);  // a link to itself is the machine's trouble
        ReadFile bytes = is_there(file) ? Folder(folder_holding(file)).read(fs::path(file).filename().string(), bank_bytes) : ReadFile{};
        if (!is_there(file) || !bytes) {
            std::string why = !is_there(file) || *bytes.refusal == Refusal::missing ? "there is no such file"
                              : *bytes.refusal == Refusal::too_big    ? "it is bigger than " + std::to_string(bank_bytes >> 20U) + " MiB"
                              : *bytes.refusal == Refusal::not_a_file ? "it is not a file"
                                                                      : "it is a link to another folder";
            throw Trouble("cannot read `" + file + "`: " + why);
        }
        std::string title = fs::path(file).stem().string();
        std::replace(title.begin(), title.end(), '_', ' ');
        std::replace(title.begin(), title.end(), '-', ' ');
        BankRequest request{
            file, std::move(bytes.bytes), options_.format, title, settings_.book.metadata.language, settings_.book.words, settings_.text,
            {}};
        request.open = [folder = folder_holding(request.path)](const std::string& name) -> std::optional<std::string> {
            ReadFile beside = Folder(folder).read(name, limits::picture_bytes);
            return beside ? std::optional(std::move(beside.bytes)) : std::nullopt;
        };
        return read_bank_or_package(std::move(request), sources_, diagnostics_);
    }

    // The ids of the book that the chapter goes into, which its questions keep.
    static TakenIds taken_ids(const Chapters& chapters, const fs::path& path) {
        TakenIds taken{ascii_slug(path.stem().string(), ""), {}};
        if (chapters.book.empty()) {
            return taken;
        }
        for (const Chapter& chapter : read_woven_book(chapters.book, 0).book.chapters) {
            for (const Quiz& quiz : chapter.quizzes) {
                taken.ids.insert(without_prefix(quiz.id));
                for (const Question& question : quiz.questions) {
                    taken.ids.insert(without_prefix(question.id));
                }
            }
        }
        return taken;
    }

    static std::string without_prefix(const std::string& woven) {
        constexpr std::string_view prefix = "quiz-";
        return woven.substr(woven.starts_with(prefix) ? prefix.size() : 0);
    }

    // Reports what `check` would say about the written chapters.
    void check(const Chapters& chapters, const std::vector<std::pair<fs::path, Bank>>& banks) {
        if (chapters.book.empty()) {
            return;
        }
        BuildRequest request;
        request.folder = chapters.book;
        request.write = false;
        request.pictures_program = pictures_program();
        request.programs = console_.programs;
        BuildResult result = build(request);
        for (const Diagnostic& diagnostic : result.diagnostics.all()) {
            bool ours = severity_of(diagnostic.mistake) == Severity::error && diagnostic.place.file < result.sources.size() &&
                        std::any_of(banks.begin(), banks.end(), [&](const auto& row) {
                            return result.sources[diagnostic.place.file].path == "chapters/" + row.first.filename().string();
                        });
            if (ours) {
                checked_ += show(diagnostic, result.sources, chapters.book == "." ? "" : chapters.book + "/", console_.colour);
                ++checked_errors_;
            }
        }
    }

    // Whether nothing would be replaced; if something would, that is reported and nothing is written.
    bool may_write(const std::vector<std::pair<fs::path, Bank>>& banks) {
        std::set<fs::path> names;
        for (const auto& [path, bank] : banks) {
            bool twice = !names.insert(path).second;
            if (twice || is_there(path)) {
                console_.err << "hornbook: `" << path.string() << "` " << (twice ? "would be written twice" : "is there already")
                             << ", so nothing was written\n  hint: `-o other-name.md`\n";
                return false;
            }
        }
        return true;
    }

    void write(const fs::path& path, const Chapters& chapters, const Bank& bank) {
        std::vector<std::string> addresses;
        for (const BankPicture& picture : bank.pictures) {
            addresses.push_back(chapters.address + write_picture(chapters.images, picture));
        }
        MarkdownText markdown = markdown_of_chapter({bank.chapter, nullptr, addresses});
        for (MarkdownLoss& row : markdown.losses) {
            diagnostics_.add(Mistake::not_kept, row.place, std::move(row.message), std::move(row.hint));
        }
        make_folder(path.parent_path());
        if (!options_.path.ends_with(".md")) {
            refuse_way_out(path.parent_path().string(), options_.path.empty() ? "." : options_.path);
        }
        write_file(path.string(), markdown.text);
        std::size_t questions = 0;
        for (const Quiz& quiz : bank.chapter.quizzes) {
            questions += quiz.questions.size();
        }
        made_ += "made " + path.string() + " (" + counted(questions, "question") + " in " + std::to_string(bank.chapter.quizzes.size()) +
                 (bank.chapter.quizzes.size() == 1 ? " quiz" : " quizzes") +
                 (bank.pictures.empty()
                      ? ""
                      : ", " + counted(bank.pictures.size(), "picture") + " in " + chapters.images.lexically_normal().string()) +
                 ")\n";
        bool is_in_book = chapters.folder.filename() == "chapters";
        if (is_in_book && (!settings_.chapters.empty() || !settings_.parts.empty())) {
            made_ += "  hint: book.toml lists the chapters; add `\"" + path.filename().string() + "\"` to them\n";
        }
    }

    // Writes a picture under a name that no other picture has, unless the same one is there; returns its name.
    static std::string write_picture(const fs::path& images, const BankPicture& picture) {
        std::size_t dot = picture.name.rfind('.');
        std::string name = picture.name;
        for (int n = 2; is_there(images / name); ++n) {
            ReadFile there = Folder(images.string()).read(name, limits::picture_bytes);
            if (there && there.bytes == picture.bytes) {
                return name;
            }
            name = picture.name.substr(0, dot) + "-" + std::to_string(n) + picture.name.substr(dot);
        }
        make_folder(images);
        refuse_way_out(images.string(), folder_holding(images.string()));
        write_file((images / name).string(), picture.bytes);
        return name;
    }

    static void make_folder(const fs::path& folder) {
        std::error_code error;
        if (!folder.empty() && !fs::is_directory(folder, error)) {
            fs::create_directories(folder, error);
            if (error) {
                throw Trouble("cannot make the folder `" + folder.string() + "`: " + error.message());
            }
        }
    }

    int finish(bool nothing) {
        diagnostics_.sort();
        for (const Diagnostic& diagnostic : diagnostics_.all()) {
            console_.err << show(diagnostic, sources_, "", console_.colour);
        }
        console_.err << checked_ << said_none_;
        std::size_t errors = diagnostics_.count(Severity::error) + checked_errors_;
        std::size_t warnings = diagnostics_.count(Severity::warning);
        if (errors + warnings > 0) {
            console_.err << errors_and_warnings(errors, warnings)
                         << (nothing      ? "; nothing was made"
                             : errors > 0 ? "; mend the errors in the chapter that was made"
                                          : "")
                         << "\n";
        }
        console_.out << made_ << std::flush;
        return errors > 0 || failed_ || nothing ? has_mistakes : made;
    }

    const ImportOptions& options_;
    Console& console_;
    BookToml settings_;
    Sources sources_;
    Diagnostics diagnostics_;
    std::string checked_;  // what `check` says of the chapters
    std::size_t checked_errors_ = 0;
    std::string said_none_;  // of files without questions
    std::string made_;
    bool failed_ = false;
};

}  // namespace

int run_import(const ImportOptions& options, Console& console) {
    return ImportCommand(options, console).run();
}

}  // namespace hornbook
