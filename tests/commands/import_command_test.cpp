// `hornbook import`: each folder of tests/banks holds a bank and, in expected/, the chapter that it becomes, its pictures and what is said.
// HORNBOOK_ACCEPT=1 rewrites those.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <regex>
#include <set>

#include "base/process.h"
#include "catch.h"
#include "importing/markdown.h"
#include "packaging/archive.h"
#include "reading/read_book.h"
#include "temporary_folder.h"

using namespace hornbook;

namespace {

namespace fs = std::filesystem;
using Tree = std::map<std::string, std::string>;

const fs::path banks = fs::path(HORNBOOK_SOURCE_DIR) / "tests" / "banks";
const std::string book_toml = "title = \"Water\"\nlanguage = \"en-GB\"\ndate = 2026-11-23\n";

ProcessResult run_hornbook(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), std::string(HORNBOOK_BINARY_DIR) + "/hornbook");
    ProcessResult result = run_process(arguments, "", {});
    REQUIRE(result.started);
    return result;
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

Tree tree_of(const fs::path& folder) {
    Tree files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) {
            files[fs::relative(entry.path(), folder).generic_string()] = bytes_of_file(entry.path());
        }
    }
    return files;
}

std::string packed(const fs::path& folder) {
    Tree files = tree_of(folder);
    std::vector<ArchiveEntry> entries;
    for (const auto& [name, bytes] : files) {
        entries.push_back({name, bytes});
    }
    return make_archive(entries, 0, 1);
}

struct Imported {
    Tree files;
    int exit_code = 0;
};

// The bank as a chapter of a book, and what was said of it.
Imported import_bank(const fs::path& bank, const fs::path& book) {
    fs::path file = bank / "package";
    if (fs::exists(file)) {
        std::ofstream(book / "bank.zip", std::ios::binary) << packed(file);
        file = book / "bank.zip";
    } else {
        for (const auto& entry : fs::directory_iterator(bank)) {
            file = entry.is_regular_file() ? entry.path() : file;
        }
    }
    ProcessResult result = run_hornbook({"import", file.string(), "-o", book.string()});
    Imported imported;
    imported.exit_code = result.exit_code;
    for (const char* part : {"chapters", "images"}) {
        for (auto& [name, bytes] : fs::exists(book / part) ? tree_of(book / part) : Tree()) {
            imported.files[std::string(part) + "/" + name] = bytes;
        }
    }
    std::string said = result.errors;
    std::string prefix = file.parent_path().string() + "/";
    for (std::size_t at = said.find(prefix); at != std::string::npos; at = said.find(prefix)) {
        said.erase(at, prefix.size());
    }
    imported.files["said.txt"] = said;
    return imported;
}

// What a chapter says when it is read and written again.
std::string written_again(const fs::path& book) {
    Sources sources;
    Diagnostics diagnostics;
    Book read = read_book(Folder(book.string()), {}, sources, diagnostics).book;
    REQUIRE(read.chapters.size() == 1);
    return markdown_of_chapter({read.chapters.front(), nullptr, {}}).text;
}

}  // namespace

TEST_CASE("each bank becomes the chapter expected of it, which reads as what it was written from") {
    for (const auto& entry : fs::directory_iterator(banks)) {
        INFO(entry.path().filename().string());
        TemporaryFolder book;
        book.write("book.toml", book_toml);
        Imported imported = import_bank(entry.path(), book.path());
        fs::path expected = entry.path() / "expected";
        if (std::getenv("HORNBOOK_ACCEPT") != nullptr) {
            fs::remove_all(expected);
            for (const auto& [name, bytes] : imported.files) {
                fs::create_directories((expected / name).parent_path());
                std::ofstream(expected / name, std::ios::binary) << bytes;
            }
        }
        CHECK(imported.files == tree_of(expected));
        CHECK(imported.files["chapters/bank.md"] == written_again(book.path()));
        CHECK(run_hornbook({"check", book.path()}).exit_code == imported.exit_code);
        CHECK(imported.exit_code == (has(imported.files["said.txt"], ": error:") ? 1 : 0));
    }
}

namespace {

std::string replaced(std::string text, const std::string& pattern, const std::string& by) {
    return std::regex_replace(text, std::regex(pattern), by);
}

// The words of a bank in XML, by a reader as small as can be: what stands in its texts, without tags, and not that of questions that are
// said to be left out.
std::set<std::string> words_of_bank(const std::string& xml, const std::string& said) {
    std::string text = replaced(xml, "<(itemmetadata|tags|file|category)\\b[\\s\\S]*?</\\1>", "");
    text = replaced(text, ">(Your answer is correct\\.|true|false)<", "><");  // Moodle's own words, which Hornbook has too
    std::set<std::string> words;
    for (std::size_t at = text.find('<'); at != std::string::npos;) {
        std::size_t end = std::min({text.find("<question ", at + 1), text.find("<item ", at + 1), text.size()});
        std::string question = text.substr(at, end - at);
        at = end < text.size() ? end : std::string::npos;
        std::smatch name;
        bool named = std::regex_search(question, name, std::regex("<name>\\s*<text>([^<]*)|title=\"([^\"]*)\""));
        std::string title = named ? name[1].str() + name[2].str() : "";
        if (has(said, "so `" + title + "` is left out")) {
            continue;
        }
        question = replaced(question, "<name>[\\s\\S]*?</name>", "");
        std::regex texts("<(text|mattext)\\b[^>]*>(?:<!\\[CDATA\\[)?([\\s\\S]*?)(?:\\]\\]>)?</\\1>");
        for (std::sregex_iterator row(question.begin(), question.end(), texts); row != std::sregex_iterator(); ++row) {
            std::string inside = replaced(replaced((*row)[2].str(), "&lt;", "<"), "&gt;", ">");
            inside = replaced(replaced(inside, "<[^>]*>", " "), "&\\w+;|[A-Z_]{2,}", " ");
            std::regex word("\\b[A-Za-z]{4,}\\b");
            for (std::sregex_iterator found(inside.begin(), inside.end(), word); found != std::sregex_iterator(); ++found) {
                words.insert(found->str());
            }
        }
    }
    return words;
}

}  // namespace

TEST_CASE("no word of a bank is lost in silence") {
    for (std::string name : {"moodle", "cloze", "cloze-choices", "moodle-numbers", "canvas"}) {
        TemporaryFolder book;
        book.write("book.toml", book_toml);
        Imported imported = import_bank(banks / name, book.path());
        std::string xml = bytes_of_file(name == "canvas" ? banks / "canvas/package/g1/g1.xml" : banks / name / "bank.xml");
        std::set<std::string> words = words_of_bank(xml, imported.files["said.txt"]);
        CHECK(words.size() > 4);
        std::string told = imported.files["chapters/bank.md"] + imported.files["said.txt"];
        for (const std::string& word : words) {
            INFO(name << ": " << word);
            CHECK(has(told, word));
        }
    }
}

TEST_CASE("a Common Cartridge comes home") {
    TemporaryFolder folder;
    std::string cartridge = (folder / "quizzes.imscc").string();
    ProcessResult built = run_hornbook({"build", (fs::path(HORNBOOK_SOURCE_DIR) / "tests/books/quizzes").string(), "--to",
                                        "common-cartridge", "-o", cartridge, "--quiet"});
    REQUIRE(built.exit_code == 0);
    TemporaryFolder book;
    book.write("book.toml", book_toml);
    ProcessResult result = run_hornbook({"import", cartridge, "-o", book.path()});
    CHECK(result.exit_code == 0);
    CHECK(has(result.errors, "only the questions are read"));
    ProcessResult opened = run_process({"unzip", "-p", cartridge, "quiz-*.xml"}, "", {});
    std::size_t items = 0;
    for (std::size_t at = opened.output.find("<item "); at != std::string::npos; at = opened.output.find("<item ", at + 1)) {
        ++items;
    }
    CHECK(items > 10);
    CHECK(has(result.output, "(" + std::to_string(items) + " questions in "));
    CHECK(run_hornbook({"check", book.path()}).exit_code == 0);
}

TEST_CASE("several banks are one chapter where that is asked for") {
    TemporaryFolder folder;
    std::string chapter = (folder / "all.md").string();
    ProcessResult result =
        run_hornbook({"import", (banks / "aiken/bank.txt").string(), (banks / "moodle/bank.xml").string(), "-o", chapter});
    CHECK(result.exit_code == 0);
    std::string text = bytes_of_file(chapter);
    CHECK(has(text, "holds the most water"));
    CHECK(has(text, "![A dot](images/a-dot.png)"));
    CHECK(fs::exists(folder / "images/a-dot.png"));
    CHECK(has(result.output, "made " + chapter + " (11 questions in 3 quizzes, 1 picture in "));
}

TEST_CASE("no bank becomes the glossary of a book") {
    TemporaryFolder book;
    book.write("book.toml", book_toml);
    book.write("Glossary.gift", "Is rain wet? {T}\n");
    CHECK(run_hornbook({"import", (book / "Glossary.gift").string(), "-o", book.path()}).exit_code == 0);
    CHECK(fs::exists(book / "chapters/glossary-questions.md"));
    CHECK(run_hornbook({"check", book.path()}).exit_code == 0);
}

TEST_CASE("nothing that is there already is replaced") {
    TemporaryFolder folder;
    folder.write("bank.md", "my own\n");
    std::vector<std::string> command = {"import", (banks / "moodle/bank.xml").string(), "-o", folder.path()};
    ProcessResult result = run_hornbook(command);
    CHECK(result.exit_code == 2);
    CHECK(has(result.errors, "is there already, so nothing was written"));
    CHECK(bytes_of_file(folder / "bank.md") == "my own\n");
    CHECK_FALSE(fs::exists(folder / "images"));
    fs::remove(folder / "bank.md");
    folder.write("images/a-dot.png", "another picture");
    CHECK(run_hornbook(command).exit_code == 0);
    CHECK(bytes_of_file(folder / "images/a-dot.png") == "another picture");
    CHECK(has(bytes_of_file(folder / "bank.md"), "![A dot](images/a-dot-2.png)"));
    CHECK(fs::exists(folder / "images/a-dot-2.png"));
}

TEST_CASE("numbers, quotation marks, True and False are in the book's language") {
    TemporaryFolder book;
    book.write("book.toml", "title = \"Wasser\"\nlanguage = \"de\"\n");
    CHECK(run_hornbook({"import", (banks / "moodle/bank.xml").string(), "-o", book.path()}).exit_code == 0);
    std::string text = bytes_of_file(book / "chapters/bank.md");
    CHECK(has(text, "= 61 ± 0,5"));
    CHECK(has(text, "- [x] Richtig"));
    CHECK(has(text, "„puddle“"));
    CHECK(run_hornbook({"check", book.path()}).exit_code == 0);
    std::string other = (book / "other.md").string();
    CHECK(run_hornbook({"import", (banks / "moodle/bank.xml").string(), "-o", other, "--language", "fr"}).exit_code == 0);
    CHECK(has(bytes_of_file(other), "- [x] Vrai"));
}

TEST_CASE("what cannot be imported is told") {
    TemporaryFolder folder;
    folder.write("bomb.zip", "PK\x03\x04 and then nothing");
    folder.write("none.gift", "// only a comment {}\n");
    folder.write("empty.zip", make_archive({{"readme.txt", "hello"}}, 0, 1));
    folder.write(
        "cartridge.zip",
        make_archive({{"imsmanifest.xml", "<manifest><metadata><schema>IMS Common Cartridge</schema></metadata></manifest>"}}, 0, 1));
    auto errors = [&](const std::string& name, std::vector<std::string> more = {}) {
        more.insert(more.begin(), {"import", (folder / name).string(), "-o", folder.path()});
        ProcessResult result = run_hornbook(more);
        CHECK(result.exit_code != 0);
        return result.errors;
    };
    CHECK(has(errors("bomb.zip"), "it is not a zip file, or a damaged one [bad-bank]"));
    CHECK(has(errors("empty.zip"), "it holds no imsmanifest.xml [bad-bank]"));
    CHECK(has(errors("none.gift"), "there is no question in"));
    CHECK(has(errors("nowhere.xml"), "there is no such file"));
    CHECK(has(errors("cartridge.zip"), "this package names no questions that are known here"));
    CHECK(has(errors("none.gift", {"--from", "gif"}), "did you mean `gift`?"));
    CHECK(has(errors("none.gift", {"--from", "qti"}), "this file cannot be read: it"));
    CHECK(has(run_hornbook({"import", "--help"}).output, "hornbook import rivers.xml -o my-book"));
    CHECK(folder.count() == 4);
}

TEST_CASE("a new folder in a book's folder takes a chapter in the book's language") {
    TemporaryFolder book;
    book.write("book.toml", "title = \"Wasser\"\nlanguage = \"de\"\n");
    book.write("more.gift", "Ist Regen nass? {T}\n");
    std::string command = "cd '" + std::string(book.path()) + "' && '" + HORNBOOK_BINARY_DIR + "/hornbook' import more.gift -o new";
    ProcessResult result = run_process({"/bin/sh", "-c", command}, "", {});
    CHECK(result.errors.empty());
    CHECK(result.exit_code == 0);
    CHECK(has(bytes_of_file(book / "new/more.md"), "- [x] Richtig"));
}

TEST_CASE("where book.toml lists the chapters, the new one is to be added") {
    TemporaryFolder folder;
    std::string book = (folder / "book").string();
    REQUIRE(run_hornbook({"init", book}).exit_code == 0);
    folder.write("more.txt", "What is it?\nA. This\nB. That\nANSWER: A\n");
    ProcessResult listed = run_hornbook({"import", (folder / "more.txt").string(), "-o", book});
    CHECK(has(listed.output, "add `\"more.md\"` to them"));
    folder.write("plain/book.toml", "title = \"T\"\nlanguage = \"en\"\n");
    ProcessResult unlisted = run_hornbook({"import", (folder / "more.txt").string(), "-o", (folder / "plain").string()});
    CHECK(has(unlisted.output, "made "));
    CHECK_FALSE(has(unlisted.output, "hint"));
}
