// Faulty lines of a book.toml: each is told with the line as it should stand, and everything else is read all the same.
#include "base/text.h"
#include "catch.h"
#include "cpu_limit.h"
#include "reading/book_toml.h"
#include "reading/toml/toml_blocks.h"
#include "reading/toml/toml_lines.h"
#include "reading/toml/toml_value.h"

namespace hornbook {
namespace {

struct Read {
    explicit Read(const std::string& text) {
        std::uint32_t file = sources.add("book.toml", text);
        book = read_book_toml(sources[file], file, {}, diagnostics);
        diagnostics.sort();
    }
    std::string seen() const {
        std::string result;
        for (const Diagnostic& d : diagnostics.all()) {
            result += std::string(code_of(d.mistake)) + " " + std::to_string(d.place.line) + ": " + d.message + " / " + d.hint + "\n";
        }
        return result;
    }
    Sources sources;
    Diagnostics diagnostics;
    BookToml book;
};

}  // namespace

TEST_CASE("keys that slipped below a section are told with where they belong, and are not missing") {
    const std::string hint = " / move it above the first `[section]`: what stands below one belongs to that\n";
    for (const char* section : {"glossary", "part"}) {
        CAPTURE(section);
        bool part = std::string_view(section) == "part";
        std::string head = part ? "[[part]]\ntitle = \"One\"\nchapters = [\"01.md\"]\n" : "[glossary]\n";
        std::uint32_t line = part ? 6 : 4;
        Read read("title = \"T\"\n\n" + head + "authors = [\"A\"]\ndate = 2026-11-23\nlanguage = \"de\"\n");
        std::string where = part ? "[[part]]" : "[glossary]";
        std::string expected;
        for (const char* key : {"authors", "date", "language"}) {
            expected += "unknown-key " + std::to_string(line++) + ": `" + key + "` is not a key of " + where + hint;
        }
        CHECK(read.seen() == expected);
        CHECK(!read.book.book.metadata.date.empty());
    }
    CHECK(Read("title = \"T\"\nlanguage = \"en\"\n[glossary]\nlinks = \"all\"\n").seen().find("did you mean `link`?") != std::string::npos);
}

TEST_CASE("every habit is told with the line as it should stand") {
    for (const Habit& habit : toml_habits()) {
        CAPTURE(habit.seen);
        for (const std::string& before : {std::string(), std::string("rights = \"CC0\"\n")}) {
            for (const std::string& after :
                 {std::string(), std::string("\n\nsubjects = [\"Rain\"]\n"), std::string("\n[text]\nformulas = true\n")}) {
                Toml toml = read_toml(before + std::string(habit.seen) + after, 0, 1);
                REQUIRE(toml.faults.size() == 1);
                CHECK(toml.faults[0].line == (before.empty() ? 1 : 2));
                CHECK(toml.faults[0].message == habit.fault);
                CHECK(toml.faults[0].hint == "write `" + std::string(habit.meant) + "`");
                CHECK(toml.lost.empty());
                CHECK((before.empty() || toml.root.find("rights") != nullptr));
                CHECK(read_toml(before + std::string(habit.meant) + after, 0, 1).faults.empty());
            }
        }
    }
}

TEST_CASE("every block is told once, with the lines as they should stand") {
    for (const TomlBlockExample& example : toml_block_examples()) {
        CAPTURE(example.seen);
        for (const std::string& after : {std::string("\n"), std::string("\n\n[text]\nformulas = true\n")}) {
            Toml toml = read_toml("publisher = \"P\"\n" + std::string(example.seen) + after, 0, 1);
            REQUIRE(toml.faults.size() == 1);
            CHECK(toml.faults[0].line == (example.seen[0] == '\n' ? 3 : 2));
            CHECK(toml.faults[0].message == example.fault);
            std::string hint = toml.faults[0].hint;
            for (std::string_view line : split(example.meant, '\n')) {
                CHECK(hint.find("`" + std::string(line) + "`") != std::string::npos);
            }
            CHECK(toml.root.find("publisher") != nullptr);
            CHECK((after.size() == 1) == (toml.root.find("text") == nullptr));
        }
    }
}

TEST_CASE("blocks are read as they were meant, and what lies behind them belongs to the book") {
    Read read(
        "title: T\nlanguage: en\nauthors:\n  - Ada\n  - Ben Lee\npictures:\n  width: 300\n  colour: grey\ndescription: >-\n  One\n  two\n"
        "date: 2026-11-23\n");
    CHECK(read.diagnostics.count(Severity::error) == 6);
    const Metadata& m = read.book.book.metadata;
    CHECK(m.authors == std::vector<std::string>{"Ada", "Ben Lee"});
    CHECK(m.description == "One two");
    CHECK(m.date == "2026-11-23");
    CHECK(read.book.book.picture_rules.width == 300);
    CHECK(read.book.book.picture_rules.grey);
    CHECK(Read("title = \"T\"\nlanguage = \"en\"\ndate = 2026-01-01\nfoo\n[pictures\nwidth = 300\n").seen() ==
          "bad-toml 4: this line has no `=` / a line is `key = \"value\"`; a section begins with `[name]`\n"
          "bad-toml 5: a section is a name in square brackets / write `[pictures]`\n");
}

TEST_CASE("a faulty line hides nothing, and causes no other message") {
    Read read(
        "title = “Water”\nlanguage: de\ndate = 3/4/2026\nauthors = Ada\nnonsense!\ncover = \"a\\w.svg\nsubtitel = \"x\"\n[glossary\nlink = "
        "\"al\"\n");
    CHECK(read.seen() ==
          "bad-toml 1: quotation marks are straight ones here / write `title = \"Water\"`\n"
          "bad-toml 2: `=` belongs between a key and its value, and text belongs in quotation marks / write `language = \"de\"`\n"
          "bad-toml 3: a date is written year-month-day / write `date = 2026-04-03`\n"
          "bad-toml 4: text belongs in quotation marks / write `authors = \"Ada\"`\n"
          "bad-toml 5: this is not TOML: expected '=', saw '!' / a line is `key = \"value\"`; a section begins with `[name]`\n"
          "bad-toml 6: the quotation mark at the end is missing, and a path has `/` between its names, on every machine / "
          "write `cover = \"a/w.svg\"`\n"
          "unknown-key 7: `subtitel` is not a key of book.toml / did you mean `subtitle`?\n"
          "bad-toml 8: a section is a name in square brackets / write `[glossary]`\n"
          "unknown-value 9: `al` is not one of the values that this key takes / write one of first, all, none\n");
    CHECK(read.book.book.metadata.title == "Water");
    CHECK(read.book.book.metadata.language == "de");
    CHECK(read.book.book.metadata.date == "2026-04-03");
    CHECK(read.book.book.metadata.authors == std::vector<std::string>{"Ada"});
}

TEST_CASE("what a line was meant to say is not missed when nobody can tell") {
    CHECK(Read("title = = \"Water\"\nlanguage = ^\ndate = !\n").diagnostics.count(Severity::error) == 3);
    CHECK(Read("title = = \"Water\"\nlanguage = ^\ndate = !\n").diagnostics.count(Severity::warning) == 0);
    Read twice("title = \"A\"\nlanguage = \"en\"\ndate = 2026-01-01\ntitle = \"B\"\n");
    CHECK(twice.seen() == "bad-toml 4: this key is given for the second time / keep one of the two\n");
    CHECK(twice.book.book.metadata.title == "A");
    CHECK(Read("Title = \"A\"\nlang = \"en\"\npublished = 2026-01-01\n").seen() ==
          "unknown-key 1: `Title` is not a key of book.toml / did you mean `title`?\n"
          "unknown-key 2: `lang` is not a key of book.toml / did you mean `language`?\n"
          "unknown-key 3: `published` is not a key of book.toml / did you mean `date`?\n");
    CHECK(Read("title = \"A\"\nlanguage = \"en\"\ndate = 2026-01-01\nrights = \"it's \"ours\"\"\n[pictures]\nwidth = \"800\"\n").seen() ==
          "bad-toml 4: there are quotation marks within quotation marks of the same kind / write `rights = \"it's \\\"ours\\\"\"`\n"
          "wrong-type 6: this is text, where a number of pixels belongs / write `width = 800`\n");
    CHECK(Read("title = \"A\"\nlanguage = \"en\"\ndate = 2026-01-01\nauthors = [\n  \"Ada\",\n  Ben!,\n]\n").diagnostics.all().size() == 1);
}

TEST_CASE("signs that no parser expects outside quotation marks do not reach it") {
    for (const char* sign : {"¡", "é", "ҙ", "Ж", "\u00A0", "中", "𝔸", "”"}) {
        for (const std::string& line :
             {std::string(sign), "title = " + std::string(sign), std::string(sign) + " = \"x\"", "[" + std::string(sign) + "]",
              "title = \"x\" " + std::string(sign), "a = [" + std::string(sign) + "]"}) {
            CAPTURE(line);
            Toml toml = read_toml(line + "\ndate = 2026-01-01\n", 0, 1);
            CHECK(toml.faults.size() == 1);
            CHECK((line.starts_with('[') || toml.root.find("date") != nullptr));
        }
    }
    CHECK(read_toml("title = \"é”\" # ¡\ndescription = \"\"\"\nÉté\n\"\"\"\n", 0, 1).faults.empty());
}

TEST_CASE("many faults end, and keys without end do") {
    std::string lines;
    std::string key = "a";
    for (int i = 0; i < 20'000; ++i) {
        lines += "x" + std::to_string(i) + " = = !\n";
        key += ".a";
    }
    CHECK(read_toml(lines, 0, 1).faults.size() == 20);
    CHECK(read_toml(key + " = 1\n", 0, 1).faults.size() == 1);
}

TEST_CASE("a line of very many values costs time by its length") {
    std::string texts;
    std::string keys;
    for (int i = 0; i < 50'000; ++i) {
        texts += "\"é" + std::to_string(i) + "\",";
        keys += "k" + std::to_string(i) + " = 1,";
    }
    keys.pop_back();
    CpuLimit limit;
    Toml toml = read_toml("chapters = [" + texts + "]\nx = {" + keys + "}\n", 0, 1);
    const TomlValue& last = toml.root.find("chapters")->items.back();
    CHECK(last.text == "é49999");
    CHECK(last.place.column == std::string("chapters = [").size() + texts.size() - std::string("\"é49999\",").size() + 1);
    CHECK(last.place.length == std::string("\"é49999\"").size());
    CHECK(toml.root.find("x")->entries.size() == 50'000);
}

TEST_CASE("one text is a list of one, and a day may stand in quotation marks") {
    Read read("title = \"Water\"\nlanguage = \"en\"\ndate = \"2026-11-23\"\nauthors = \"Ada\"\n");
    CHECK(read.seen().empty());
    CHECK(read.book.book.metadata.authors == std::vector<std::string>{"Ada"});
    CHECK(read.book.book.metadata.date == "2026-11-23");
    CHECK(Read("title = 1984\nlanguage = \"en\"\ndate = \"2026-02-30\"\n").seen() ==
          "wrong-type 1: this is a number, where text belongs / write `title = \"1984\"`\n"
          "wrong-type 3: this is text, where a day belongs / write `date = 2026-11-23`\n");
}

}  // namespace hornbook
