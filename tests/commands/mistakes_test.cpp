// Every mistake an author can make: tests/mistakes/<code>/ holds the smallest book that earns it and, in expected.txt, the
// exact text shown. HORNBOOK_ACCEPT=1 rewrites expected.txt.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <set>

#include "base/limits.h"
#include "building/build.h"
#include "building/pack.h"
#include "catch.h"
#include "importing/bank.h"
#include "model/limits.h"
#include "model/show_diagnostic.h"
#include "model/words.h"
#include "repeated.h"
#include "temporary_folder.h"

namespace {

namespace fs = std::filesystem;
using namespace hornbook;

const fs::path mistakes = fs::path(HORNBOOK_SOURCE_DIR) / "tests" / "mistakes";

void append(const fs::path& path, const std::string& text) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary | std::ios::app) << text;
}

// What is too big to lie in the repository: the rest of a book, one function for each code that needs it.
using Complete = void (*)(const fs::path& book);
const std::map<std::string, Complete> completed = {
    {"big-book",
     [](const fs::path& book) {
         // A colour profile is no private note: it stays, however long it is.
         std::string profile = std::string("\xFF\xE2\xFF\xFF", 4) + std::string("ICC_PROFILE\0", 12);
         profile.resize(2 + 0xFFFF);
         std::string photograph = bytes_of_file(fs::path(HORNBOOK_SOURCE_DIR) / "tests/pictures/files/colour.jpg");
         append(book / "images/kitchen.jpg", photograph.substr(0, 2) + repeated(profile, 800) + photograph.substr(2));
     }},
    {"file-too-big",
     [](const fs::path& book) {
         append(book / "images/kitchen.png", "\x89PNG");
         fs::resize_file(book / "images/kitchen.png", limits::picture_bytes + 1);
         append(book / "chapters/02-everything.md", "# Everything that happened\n");
         fs::resize_file(book / "chapters/02-everything.md", limits::text_file_bytes + 1);
     }},
    {"too-many-brackets",
     [](const fs::path& book) { append(book / "chapters/01-bread.md", repeated("[", limits::brackets_in_paragraph + 1) + "\n"); }},
    {"too-many-chapters",
     [](const fs::path& book) {
         for (std::size_t day = 1; day <= limits::chapters + 1; ++day) {
             std::string number = std::to_string(day);
             append(book / "chapters" / (std::string(4 - number.size(), '0') + number + ".md"), "# Day " + number + "\n");
         }
     }},
    {"too-many-open-tags",
     [](const fs::path& book) { append(book / "chapters/01-bread.md", repeated("<b>", limits::open_html_tags + 1) + "hot\n"); }},
};

// A variable of the environment, as long as it lives.
class Environment {
public:
    Environment(const char* name, const std::string& value) : name_(name) {
        const char* old = std::getenv(name);
        old_ = old == nullptr ? std::nullopt : std::optional<std::string>(old);
        setenv(name, value.c_str(), 1);
    }
    Environment(const Environment&) = delete;
    Environment& operator=(const Environment&) = delete;
    Environment(Environment&&) = delete;
    Environment& operator=(Environment&&) = delete;
    ~Environment() {
        old_ ? setenv(name_, old_->c_str(), 1) : unsetenv(name_);
    }

private:
    const char* name_;
    std::optional<std::string> old_;
};

BuildRequest request_for(const fs::path& book, std::string_view output) {
    BuildRequest request;
    request.folder = book.string();
    request.pictures_program = HORNBOOK_BINARY_DIR "/hornbook-pictures";
    request.outputs.push_back(find_output(output));
    return request;
}

// Handouts as pages, on a machine that has no program to print them.
Diagnostics make_sheets(const fs::path& book, const fs::path& out, const std::string& parts, const std::string& option,
                        const std::string& value) {
    Environment none("PATH", "");
    BuildRequest request = request_for(book, "handout");
    request.options = {{"html", "true"}, {"parts", parts}, {option, value}};
    request.path = (out / "sheets").string();
    return build(request).diagnostics;
}

// What earns a note of making or writing; each makes what it needs in `out`.
using Make = Diagnostics (*)(const fs::path& book, const fs::path& out);
const std::map<std::string, Make> made = {
    {"alike-versions",
     [](const fs::path& book, const fs::path& out) { return make_sheets(book, out, "worksheet", "versions", "A,B,C,D"); }},
    {"left-over",
     [](const fs::path& book, const fs::path& out) {
         make_sheets(book, out, "reading,worksheet", "paper", "A4");
         append(out / "sheets/01-bread-worksheet.html", "<!-- changed by hand -->");
         return make_sheets(book, out, "key", "paper", "A4");
     }},
    {"no-font",
     [](const fs::path& book, const fs::path& out) {
         Environment fonts("FONTCONFIG_FILE", (book / "fonts.conf").string());
         BuildRequest request = request_for(book, "handout");
         request.path = (out / "sheets").string();
         return build(request).diagnostics;
     }},
    {"no-program", [](const fs::path& book, const fs::path& out) { return make_sheets(book, out, "reading", "docx", "true"); }},
    {"not-in-depfile",
     [](const fs::path& book, const fs::path& out) {
         BuildRequest request = request_for(book, "gift");
         request.path = (out / "bread.txt").string();
         request.depfile = (out / "bread.d").string();
         return build(request).diagnostics;
     }},
    {"some-left-out",
     [](const fs::path& book, const fs::path& out) {
         Environment none("PATH", "");
         PackRequest request;
         request.books = {book.string()};
         request.readers = Readers::teachers;
         request.path = (out / "stick").string();
         request.pictures_program = HORNBOOK_BINARY_DIR "/hornbook-pictures";
         return pack(request).diagnostics;
     }},
    {"unused-option", [](const fs::path& book, const fs::path& out) { return make_sheets(book, out, "worksheet", "seed", "7"); }},
};

struct Checked {
    std::string shown;
    std::set<std::string> codes;
};

std::string with_all(std::string text, const std::string& what, const std::string& instead) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + instead.size())) {
        text.replace(at, what.size(), instead);
    }
    return text;
}

// Paths in what is shown are those of the book, `my-book`, and of a folder, `out`.
Checked check_made(const fs::path& book, Make make) {
    TemporaryFolder out;
    Checked checked;
    Diagnostics told = make(book, out.path());
    for (const Diagnostic& diagnostic : told.all()) {
        checked.shown += with_all(with_all(show(diagnostic, Sources(), "", false), book.string(), "my-book"), out.path(), "out");
        checked.codes.emplace(code_of(diagnostic.mistake));
    }
    return checked;
}

// Mistakes in what `import` reads: each file is a bank.
Checked check_banks(const fs::path& folder) {
    Sources sources;
    Diagnostics diagnostics;
    std::set<fs::path> files;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
        if (entry.path().filename() != "expected.txt") {
            files.insert(entry.path());
        }
    }
    Words words = words_for("en-GB");
    for (const fs::path& file : files) {
        read_bank({file.filename().string(), bytes_of_file(file), "", "Bread", "en-GB", words, {}, {}}, sources, diagnostics);
    }
    diagnostics.sort();
    Checked checked;
    for (const Diagnostic& diagnostic : diagnostics.all()) {
        checked.shown += show(diagnostic, sources, "", false);
        checked.codes.emplace(code_of(diagnostic.mistake));
    }
    return checked;
}

Checked check_folder(const fs::path& folder) {
    if (folder.filename() == "bad-bank") {
        return check_banks(folder);
    }
    BuildRequest request;
    request.folder = folder.string();
    request.pictures_program = HORNBOOK_BINARY_DIR "/hornbook-pictures";
    if (folder.filename() == "no-pandoc") {  // as on a machine without it
        request.formulas_program = (folder / "pandoc").string();
    }
    if (folder.filename() == "answer-in-test" || folder.filename() == "like-an-answer") {
        request.edition = Edition::test;
        request.with_chapters = true;
        request.outputs.push_back(find_output("epub"));
        request.write = false;
    }
    if (folder.filename() == "no-place-in-output") {
        for (const char* name : {"anki", "common-cartridge", "gift", "moodle-xml", "qti", "stardict"}) {
            request.outputs.push_back(find_output(name));
        }
        request.write = false;
    }
    BuildResult result = build(request);
    Checked checked;
    for (const Diagnostic& diagnostic : result.diagnostics.all()) {
        checked.shown += show(diagnostic, result.sources, "", false);
        checked.codes.emplace(code_of(diagnostic.mistake));
    }
    return checked;
}

Checked check_mistake(const std::string& code) {
    if (auto making = made.find(code); making != made.end()) {
        return check_made(mistakes / code, making->second);
    }
    auto complete = completed.find(code);
    if (complete == completed.end()) {
        return check_folder(mistakes / code);
    }
    TemporaryFolder copy;
    fs::copy(mistakes / code, copy.path(), fs::copy_options::recursive);
    complete->second(copy.path());
    return check_folder(copy.path());
}

std::vector<std::string> folders() {
    std::vector<std::string> names;
    for (const fs::directory_entry& entry : fs::directory_iterator(mistakes)) {
        names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace

TEST_CASE("every mistake has a folder, and every folder is a mistake") {
    std::vector<std::string> codes;
    for (Mistake mistake : all_mistakes()) {
        codes.emplace_back(code_of(mistake));
    }
    CHECK(std::is_sorted(codes.begin(), codes.end()));
    CHECK(folders() == codes);
}

TEST_CASE("each mistake is shown as its folder expects") {
    bool accept = std::getenv("HORNBOOK_ACCEPT") != nullptr;
    for (const std::string& code : folders()) {
        INFO("tests/mistakes/" << code);
        Checked checked = check_mistake(code);
        CHECK(checked.codes.contains(code));
        fs::path expected = mistakes / code / "expected.txt";
        if (accept) {
            std::ofstream(expected, std::ios::binary) << checked.shown;
        }
        CHECK(checked.shown == bytes_of_file(expected));
    }
}
