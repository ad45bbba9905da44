// The manual is a book without a mistake; what it shows is so; it names all that there is.
#include <filesystem>
#include <map>
#include <set>

#include "base/text.h"
#include "building/build.h"
#include "building/built_in_books.h"
#include "catch.h"
#include "commands/command_line.h"
#include "commands/manual_topics.h"
#include "manual/reference.h"
#include "model/mistakes.h"
#include "model/show_diagnostic.h"
#include "outputs/output.h"
#include "reading/questions/question.h"
#include "temporary_folder.h"

using namespace hornbook;

namespace {

const std::filesystem::path source = HORNBOOK_SOURCE_DIR;

std::string said_of(const BuildResult& result) {
    std::string said;
    for (const Diagnostic& diagnostic : result.diagnostics.all()) {
        said += show(diagnostic, result.sources, "", false);
    }
    return said;
}

BuildResult built(std::shared_ptr<const Overlay> book, const std::vector<std::string_view>& outputs) {
    TemporaryFolder empty;
    BuildRequest request;
    request.folder = empty.path();
    request.open.over = std::move(book);
    request.write = false;
    request.print = false;
    request.pictures_program = HORNBOOK_BINARY_DIR "/hornbook-pictures";
    for (std::string_view output : outputs) {
        request.outputs.emplace_back(find_output(output));
    }
    return build(request);
}

std::map<std::string, std::string> chapters_of(std::string_view book) {
    std::map<std::string, std::string> chapters;
    std::shared_ptr<const Overlay> files = built_in_book(book);
    for (const auto& [name, bytes] : files->files) {
        if (name.starts_with("chapters/")) {
            chapters.emplace(name, bytes);
        }
    }
    return chapters;
}

std::string whole_manual() {
    std::string whole;
    for (const auto& [name, text] : chapters_of("manual")) {
        whole += text;
    }
    return whole;
}

// An example of a chapter: what is written, and the lines behind it.
struct Example {
    std::string chapter;
    std::size_t line = 0;
    std::string written;
    std::vector<std::string> behind;
};

std::vector<Example> examples() {
    std::vector<Example> found;
    for (const auto& [name, text] : chapters_of("manual")) {
        std::vector<std::string_view> lines = split(text, '\n');
        for (std::size_t at = 0; at < lines.size(); ++at) {
            std::size_t ticks = std::min(lines[at].find_first_not_of('`'), lines[at].size());
            if (ticks < 3 || lines[at].substr(ticks) != "hornbook") {
                continue;
            }
            Example example{name, at + 1, {}, {}};
            std::string_view fence = lines[at].substr(0, ticks);
            for (++at; lines[at] != fence; ++at) {
                example.written += std::string(lines[at]) + "\n";
            }
            example.behind.assign(lines.begin() + static_cast<std::ptrdiff_t>(at) + 1, lines.end());
            found.push_back(std::move(example));
        }
    }
    return found;
}

// The chapter that an example is, or that it stands in.
std::string as_chapter(const std::string& written) {
    bool whole = written.starts_with("# ") || written.starts_with("---\n");
    return whole ? written : "# A chapter\n\n" + written;
}

BuildResult built_alone(const Example& example) {
    auto book = std::make_shared<Overlay>();
    book->files["book.toml"] = "title = \"Water\"\nlanguage = \"en-GB\"\ndate = 2026-11-23\n[text]\nformulas = false\n";
    std::shared_ptr<const Overlay> manual = built_in_book("manual");
    for (const auto& [name, bytes] : manual->files) {
        if (name.starts_with("images/")) {
            book->files[name] = bytes;
        }
    }
    bool glossary = example.chapter.find("glossary") != std::string::npos && example.written.starts_with("# Glossary");
    book->files[glossary ? "chapters/glossary.md" : "chapters/01-water.md"] = as_chapter(example.written);
    book->files["chapters/02-more.md"] = "# More\n\nEvaporation is no condensation.\n";
    return built(book, {});
}

}  // namespace

TEST_CASE("what is made of the program's own tables stands in the project as it is made") {
    for (const auto& [path, text] : reference_files()) {
        INFO(path << " (HORNBOOK_ACCEPT=1 writes it)");
        if (std::getenv("HORNBOOK_ACCEPT") != nullptr) {
            std::filesystem::create_directories((source / path).parent_path());
            std::ofstream(source / path) << text;
        }
        CHECK(bytes_of_file(source / path) == text);
    }
}

TEST_CASE("the manual and the card are books without a mistake, in every output") {
    for (std::string_view book : {"manual", "manual/card"}) {
        BuildResult result = built(built_in_book(book), {"epub", "web", "handout"});
        CHECK(said_of(result).empty());
        CHECK(result.made.size() >= 3);
    }
}

TEST_CASE("an example is followed by what it becomes, and one that is wrong by its message") {
    std::size_t wrong = 0;
    for (const Example& example : examples()) {
        std::string said = said_of(built_alone(example));
        INFO(example.chapter << ":" << example.line << "\n" << said);
        bool is_message = example.behind.size() > 1 && example.behind[1] == "```console";
        if (is_message) {
            std::string shown;
            for (std::size_t at = 2; at < example.behind.size() && example.behind[at] != "```"; ++at) {
                shown += example.behind[at] + "\n";
            }
            CHECK(said == shown);
            ++wrong;
            continue;
        }
        std::string behind;
        for (std::size_t at = 1; at < example.behind.size() && behind.size() < example.written.size(); ++at) {
            behind += example.behind[at] + "\n";
        }
        bool is_shown = behind == example.written;
        CHECK((is_shown || said.empty()));
    }
    CHECK(wrong > 0);
}

TEST_CASE("the manual names every key, option, output, form and message") {
    std::string manual = whole_manual();
    auto names = [&](std::string_view what) { return manual.find(what) != std::string::npos; };
    for (std::string_view key : keys_of_questions()) {
        CAPTURE(key);
        CHECK((names("`" + std::string(key) + ":") || names("`" + std::string(key) + "`")));
    }
    for (std::string_view word : {"NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION", "SOURCE", "OBJECTIVES", "KEY", "TEACHER"}) {
        CAPTURE(word);
        CHECK(names("[!" + std::string(word) + "]"));
    }
    // The keys of book.toml, as the message about an unknown one lists them.
    for (std::string section : {"", "glossary", "pictures", "quiz", "education", "text", "handout", "anki"}) {
        auto book = std::make_shared<Overlay>();
        book->files["book.toml"] =
            "title = \"W\"\nlanguage = \"en\"\ndate = 2026-11-23\n" + (section.empty() ? "" : "[" + section + "]\n") + "qqqqqqqq = 1\n";
        book->files["chapters/01.md"] = "# W\n\nText.\n";
        BuildResult result = built(book, {});
        REQUIRE(result.diagnostics.all().size() == 1);
        std::string hint = result.diagnostics.all()[0].hint;
        REQUIRE(hint.find(" are ") != std::string::npos);
        for (std::string_view key : split(std::string_view(hint).substr(hint.find(" are ") + 5), ',')) {
            CAPTURE(section, key);
            CHECK((names("`" + std::string(trim(key)) + "`") || names("`[" + std::string(trim(key)) + "]`") ||
                   names("`" + std::string(trim(key)) + " = ")));
        }
    }
}

TEST_CASE("topics are found by their names, by words of them, and nearly") {
    std::vector<ManualTopic> topics = topics_of(*built_in_book("manual"));
    REQUIRE(topics_meant(topics, "gaps").size() == 1);
    CHECK(topics_meant(topics, "gaps")[0]->text.find("[[condensation]]") != std::string::npos);
    CHECK(topics_meant(topics, "TABLES")[0]->title == "Tables");
    CHECK(topics_meant(topics, "tabels")[0]->title == "Tables");
    CHECK(topics_meant(topics, "marks weights")[0]->title == "Marks and weights");
    CHECK(topics_meant(topics, "no-right-answer")[0]->level == 3);
    CHECK(topics_meant(topics, "hornbook pack")[0]->level == 2);
    CHECK(topics_meant(topics, "footnote")[0]->title == "Footnotes");
    CHECK(topics_meant(topics, "glossary").size() == 1);
    std::vector<const ManualTopic*> of_captions = topics_meant(topics, "caption");  // stands in no name
    REQUIRE(!of_captions.empty());
    CHECK(of_captions[0]->title == "Tables");
    CHECK(topics_meant(topics, "qqqqqqqqqq").empty());
    for (const ManualTopic& topic : topics) {
        INFO(topic.title);
        CHECK(topic.text.find("\n```quiz") == std::string::npos);
        CHECK(topic.text.find("\n![") == std::string::npos);
        CHECK(topic.text.starts_with("#"));
    }
}

TEST_CASE("an example is told once, as it is written") {
    Overlay book;
    book.files["chapters/01.md"] =
        "# A\n\n````hornbook\n*words*\n````\n\n*words*\n\n![Looks](a.png)\n\nMore.\n\n```quiz\n## Q?\n= a\n```\n\n## B {#b}\n\nText `#` "
        "here.\n\n````hornbook\n## C\n````\n\n## C\n";
    book.files["chapters/02.md"] = "# D\n";
    book.files["images/a.md"] = "# No\n";
    std::vector<ManualTopic> topics = topics_of(book);
    REQUIRE(topics.size() == 3);
    CHECK(topics[0].title == "A");
    CHECK(topics[0].text == "# A\n\n    *words*\n\nMore.\n\n## B\n\nText `#` here.\n\n    ## C\n");
    CHECK(topics[1].title == "B");
    CHECK(topics[2].title == "D");
}
