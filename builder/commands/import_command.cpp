#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "base/files.h"
#include "base/folder.h"
#include "base/language_tag.h"
#include "base/limits.h"
#include "base/mistakes.h"
#include "base/show_diagnostic.h"
#include "base/text.h"
#include "base/trouble.h"
#include "commands/commands.h"
#include "grading/spellings.h"
#include "model/walk.h"
#include "packaging/atomic_file.h"
#include "packaging/unpack.h"
#include "reading/banks/bank.h"
#include "reading/book_toml.h"
#include "reading/text_file.h"
#include "rendering/markdown.h"
#include "write.h"

namespace hornbook {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t bank_bytes = limits::unpacked_bytes;

std::string counted(std::size_t n, const std::string& word, const std::string& words) {
    return std::to_string(n) + " " + (n == 1 ? word : words);
}

// The pictures of a chapter lie in images/, beside the folder of the chapters where it lies in one.
struct Chapters {
    fs::path folder;
    fs::path images;
    std::string address;  // of images, as the chapter writes it

    explicit Chapters(fs::path of) : folder(std::move(of)) {
        std::error_code gone;
        bool in_book = fs::weakly_canonical(folder, gone).filename() == "chapters";
        images = in_book ? fs::weakly_canonical(folder, gone).parent_path() / "images" : folder / "images";
        images = in_book && !folder.parent_path().empty() ? folder.parent_path() / "images" : images;
        address = in_book ? "../images/" : "images/";
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

void merge_spellings(Chapter& chapter, const std::string& language) {
    for (Quiz& quiz : chapter.quizzes) {
        for (Question& question : quiz.questions) {
            merge_spellings(question, language);
        }
    }
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
            fs::path path =
                one_chapter ? fs::path(options_.path) : chapters.folder / (ascii_slug(fs::path(file).stem().string(), "") + ".md");
            if (!bank) {
                continue;
            }
            if (bank->chapter.quizzes.empty()) {
                console_.err << "hornbook: there is no question in `" << file << "`\n";
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
            give_ids(bank.chapter);
            merge_spellings(bank.chapter, settings_.metadata.language);
            write(path, chapters, bank);
        }
        return finish(banks.empty());
    }

private:
    // A book's folder keeps its chapters in one of their own.
    fs::path chapters_folder() const {
        fs::path folder(options_.path.empty() ? "." : options_.path);
        return is_there(folder / "book.toml") ? folder / "chapters" : folder;
    }

    // How the book that the chapter is for reads it.
    bool read_settings(const fs::path& folder) {
        settings_.words = words_for("en");
        settings_.metadata.language = "en";
        std::error_code gone;
        for (const fs::path& place : {folder, fs::weakly_canonical(folder, gone).parent_path()}) {
            if (is_there(place / "book.toml")) {
                ReadFile file = Folder(place.string()).read("book.toml", limits::text_file_bytes);
                Sources sources;
                Diagnostics ignored;  // `check` tells them
                std::uint32_t number = add_text_file(sources, "book.toml", file.bytes, ignored);
                BookToml toml = read_book_toml(sources[number], number, {}, ignored);
                settings_ = toml.metadata.language.empty() ? std::move(settings_) : std::move(toml);
                break;
            }
        }
        if (options_.language.empty()) {
            return true;
        }
        if (!is_language_tag(options_.language)) {
            console_.err << "hornbook: `" << options_.language << "` is no language tag\n  hint: `--language en`\n";
            return false;
        }
        settings_.metadata.language = options_.language;
        settings_.words = words_for(options_.language);
        return true;
    }

    std::optional<Bank> read(const std::string& file) {
        ReadFile bytes = is_there(file) ? Folder(folder_holding(file)).read(fs::path(file).filename().string(), bank_bytes) : ReadFile{};
        if (!is_there(file) || !bytes) {
            std::string why = !is_there(file) || *bytes.refusal == Refusal::missing ? "there is no such file"
                              : *bytes.refusal == Refusal::too_big    ? "it is bigger than " + std::to_string(bank_bytes >> 20U) + " MiB"
                              : *bytes.refusal == Refusal::not_a_file ? "it is no file"
                                                                      : "it is a link to another folder";
            throw Trouble("cannot read `" + file + "`: " + why);
        }
        std::string title = fs::path(file).stem().string();
        std::replace(title.begin(), title.end(), '_', ' ');
        std::replace(title.begin(), title.end(), '-', ' ');
        BankRequest request{file,
                            std::move(bytes.bytes),
                            options_.format,
                            title,
                            settings_.metadata.language,
                            settings_.words,
                            settings_.formulas,
                            settings_.smart_punctuation,
                            {}};
        return request.bytes.starts_with("PK") ? read_package(std::move(request)) : read_file(std::move(request));
    }

    std::optional<Bank> read_file(BankRequest request) {
        request.open = [folder = folder_holding(request.path)](const std::string& name) -> std::optional<std::string> {
            ReadFile file = Folder(folder).read(name, limits::picture_bytes);
            return file ? std::optional(std::move(file.bytes)) : std::nullopt;
        };
        return read_bank(std::move(request), sources_, diagnostics_);
    }

    std::optional<Bank> read_package(BankRequest request) {
        Unpacked package = unpack_archive(request.bytes);
        auto is_manifest = [](const auto& row) { return row.first == "imsmanifest.xml" || row.first.ends_with("/imsmanifest.xml"); };
        auto manifest = std::find_if(package.files.begin(), package.files.end(), is_manifest);
        if (!package.problem.empty() || manifest == package.files.end()) {
            std::string problem = package.problem.empty() ? "it is no package of QTI: it holds no imsmanifest.xml" : package.problem;
            std::uint32_t file = sources_.add(request.path, "");
            diagnostics_.add(Mistake::bad_bank, {file, 0, 0, 0}, "this file cannot be read: " + problem,
                             "export it anew from the program that made it");
            return std::nullopt;
        }
        std::string folder(folder_of(manifest->first));
        request.bytes = manifest->second;
        request.open = [&package, folder](const std::string& name) -> std::optional<std::string> {
            auto found = package.files.find(folder.empty() ? name : folder + "/" + name);
            return found != package.files.end() ? std::optional(found->second) : std::nullopt;
        };
        return read_bank(std::move(request), sources_, diagnostics_);
    }

    // Nothing is written where something would be replaced.
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
        for (NotSaid& row : markdown.not_said) {
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
        made_ += "made " + path.string() + " (" + counted(questions, "question", "questions") + " in " +
                 counted(bank.chapter.quizzes.size(), "quiz", "quizzes") +
                 (bank.pictures.empty() ? ""
                                        : ", " + counted(bank.pictures.size(), "picture", "pictures") + " in " +
                                              chapters.images.lexically_normal().string()) +
                 ")\n";
        bool is_in_book = chapters.folder.filename() == "chapters";
        if (is_in_book && (!settings_.chapters.empty() || !settings_.parts.empty())) {
            made_ += "  hint: book.toml lists the chapters; add `\"" + path.filename().string() + "\"` to them\n";
        }
    }

    // Under a name that no other picture has; the same picture stays where it is.
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
        std::size_t errors = diagnostics_.count(Severity::error);
        std::size_t warnings = diagnostics_.count(Severity::warning);
        if (errors + warnings > 0) {
            console_.err << (errors > 0 ? counted(errors, "error", "errors") : "") << (errors > 0 && warnings > 0 ? ", " : "")
                         << (warnings > 0 ? counted(warnings, "warning", "warnings") : "")
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
    std::string made_;
    bool failed_ = false;
};

}  // namespace

int run_import(const ImportOptions& options, Console& console) {
    return ImportCommand(options, console).run();
}

}  // namespace hornbook
