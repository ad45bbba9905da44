// A glossary whose entries are not headings is read as one, and nothing that stands in it is lost.
#include "catch.h"
#include "model/mistakes.h"
#include "model/plain_text.h"
#include "reading/glossary_file.h"

namespace hornbook {
namespace {

struct ReadGlossary {
    Glossary glossary;
    Diagnostics diagnostics;
};

ReadGlossary read_glossary(const std::string& text) {
    ReadGlossary result;
    Sources sources;
    GlossaryLabels labels;
    Words words = words_for("en");
    std::uint32_t file = sources.add("chapters/glossary.md", text);
    GlossaryOutline outline = read_glossary_names(sources, file, result.diagnostics);
    ProseReader reader{sources, file, labels, "en", words, result.diagnostics};
    result.glossary = read_glossary_definitions(reader, std::move(outline));
    return result;
}

std::string shown(const Glossary& glossary) {
    std::string text = plain_text(glossary.introduction);
    for (const Entry& entry : glossary.entries) {
        text += "|" + entry.term.text + "=" + plain_text(entry.definition);
    }
    return text;
}

}  // namespace

TEST_CASE("entries are read in each of the ways in which people write them") {
    const std::string two = "|colony=All bees.|queen=Their mother.";
    for (const char* text :
         {"# Words\n\n## colony\nAll bees.\n\n## queen\nTheir mother.\n",
          "# Words\n\n### colony\n\nAll bees.\n\n### queen\n\nTheir mother.\n",
          "# Words\n\n**colony**: All bees.\n\n**queen**: Their mother.\n", "**colony:** All bees.\n\n**queen:** Their mother.\n",
          "**colony** – All bees.\n\n**queen** - Their mother.\n", "- **colony**: All bees.\n- **queen**: Their mother.\n",
          "__colony__\nAll bees.\n\n__queen__\nTheir mother.\n", "colony\n: All bees.\n\nqueen\n: Their mother.\n",
          "**colony**\n: All bees.\n\n**queen**\n: Their mother.\n",
          "| Word | Meaning |\n|---|---|\n| colony | All bees. |\n| **queen** | Their mother. |\n",
          "- colony: All bees.\n- queen: Their mother.\n", "---\ntitle: Words\n---\n\n## colony\nAll bees.\n\n## queen\nTheir mother.\n"}) {
        INFO(text);
        ReadGlossary read = read_glossary(text);
        CHECK(shown(read.glossary) == two);
        CHECK_FALSE(read.diagnostics.has_errors());
    }
}

TEST_CASE("entries in another way than the first are read where they are plain") {
    for (const char* text : {"- **colony**: All bees.\n- queen: Their mother.\n", "- colony: All bees.\n- **queen** – Their mother.\n",
                             "**colony** – All bees.\n\nqueen\n: Their mother.\n", "colony\n: All bees.\n\n**queen**: Their mother.\n",
                             "| Word | Meaning |\n|---|---|\n| colony | All bees. |\n\n**queen**: Their mother.\n",
                             "**colony**: All bees.\n\n| Term | Meaning |\n|---|---|\n| queen | Their mother. |\n",
                             "- colony: All bees.\n\n**queen**: Their mother.\n"}) {
        INFO(text);
        ReadGlossary read = read_glossary(text);
        CHECK(shown(read.glossary) == "|colony=All bees.|queen=Their mother.");
        for (const Diagnostic& found : read.diagnostics.all()) {
            CHECK(found.mistake == Mistake::not_kept);  // the head of a table
        }
    }
}

TEST_CASE("what may begin an entry and is read as a meaning is told at its line") {
    struct Row {
        const char* text;
        std::uint32_t line;
    };
    for (const Row& row :
         {Row{"**queen** – The mother of all.\n\ndrone: A male.\n", 3}, Row{"## colony\n**queen**: Their mother.\n", 2},
          Row{"## colony\n\nAll bees.\n\nqueen: Their mother.\n", 5}, Row{"## colony\n\nAll bees.\n\nqueen\n: Their mother.\n", 5},
          Row{"### colony\n\nAll bees.\n\n**queen**: Their mother.\n", 5}, Row{"| colony | All bees. |\ndrone: A male.\n", 2},
          Row{"**queen**: Their mother.\n\n## colony\n\nAll bees.\n", 1},
          Row{"# Words\n\n### queen\nTheir mother.\n\n## colony\n\nAll bees.\n", 3},
          Row{"# Words\n# queen\nTheir mother.\n\n## colony\n\nAll bees.\n", 2},
          Row{"# Words\n\n## colony\n\nAll bees.\n# queen\nTheir mother.\n", 6},
          Row{"# Words\n\n## colony\n\nAll bees.\n\n### queen bee\n\nTheir mother.\n", 7},
          Row{"# Words\n\n**colony**: All bees.\n\n# queen\n\nTheir mother.\n", 5}}) {
        INFO(row.text);
        ReadGlossary read = read_glossary(row.text);
        REQUIRE(read.diagnostics.all().size() == 1);
        CHECK(read.diagnostics.all()[0].mistake == Mistake::nearly_an_entry);
        CHECK(read.diagnostics.all()[0].place.line == row.line);
    }
    for (const char* text :
         {"## colony\n\nAll bees: many.\n\n**Note:** they sting.\n\nExample: a hive.\n", "## colony\n\n**All** of the bees.\n",
          "## colony\n\nIn short: all bees.\n", "**colony**: a family: many bees.\n\nThey fly.\n",
          "## colony\n\nAll bees.\n\n```\nqueen: 1\n```\n", "# Words\n\n```\n# queen\n```\n\n## colony\n\nAll bees.\n\n```\n# queen\n```\n",
          "# Words\n\n**colony**: All bees.\n\n```\n# queen\n```\n",
          "## colony\n\n### Example\n\nAll bees.\n\n### How they live through the winter\n\nThey sit.\n"}) {
        INFO(text);
        CHECK(read_glossary(text).diagnostics.all().empty());
    }
}

TEST_CASE("what stands before the first entry is kept, and keys follow a bold term too") {
    ReadGlossary read = read_glossary("# Words\n\nThese are all.\n\n**colony**\nalso: hive\n\nAll bees.\n\nAnd more of them.\n");
    CHECK(shown(read.glossary) == "These are all.|colony=All bees.\nAnd more of them.");
    REQUIRE(read.glossary.entries.size() == 1);
    REQUIRE(read.glossary.entries[0].also.size() == 1);
    CHECK(read.glossary.entries[0].also[0].text == "hive");
    CHECK(read.glossary.entries[0].place.line == 5);
}

TEST_CASE("other names may be divided by semicolons, or the commas of other scripts") {
    for (const char* names : {"judges, court", "judges; court", "judges、court", "judges，court", "judges；court", "judges، court"}) {
        INFO(names);
        ReadGlossary read = read_glossary("## trial\nalso: " + std::string(names) + "\nsee: " + names + "\n\nWords.\n");
        REQUIRE(read.glossary.entries.at(0).also.size() == 2);
        CHECK(read.glossary.entries[0].also[1].text == "court");
        CHECK(read.glossary.entries[0].see.size() == 2);
    }
    CHECK(read_glossary("## rock;roll\nalso: R;R\n\nWords.\n").glossary.entries.at(0).also.size() == 1);
}

TEST_CASE("a glossary in which nothing is an entry is told") {
    CHECK(read_glossary("# Words\n\nAll words of this book are plain.\n").diagnostics.has_errors());
    CHECK_FALSE(read_glossary("# Words\n\n<!-- none yet -->\n").diagnostics.has_errors());
}

TEST_CASE("a term is plain words: its marks are left out, and told") {
    struct Row {
        const char* written;
        const char* term;
    };
    for (const Row& row : {Row{"*E. coli*", "E. coli"}, Row{"the **hive**", "the hive"}, Row{"H~2~O", "H2O"}, Row{"`print`", "print"},
                           Row{"[hive](https://example.org)", "hive"}, Row{"![a hive](hive.png)", "a hive"}, Row{"hive {#hive}", "hive"},
                           Row{"_Apis_ (bee)", "Apis (bee)"}}) {
        INFO(row.written);
        ReadGlossary read = read_glossary("## " + std::string(row.written) + "\n\nWords.\n");
        CHECK(read.glossary.entries.at(0).term.text == row.term);
        REQUIRE(read.diagnostics.all().size() == 1);
        CHECK(read.diagnostics.all()[0].hint == "write `" + std::string(row.term) + "`");
    }
    for (const char* plain : {"C++", "snake_case_name", "5 * 3 * 2", "a*", "~ten", "f(x) = x^2", "[sic]"}) {
        INFO(plain);
        ReadGlossary read = read_glossary("## " + std::string(plain) + "\n\nWords.\n");
        CHECK(read.glossary.entries.at(0).term.text == plain);
        CHECK(read.diagnostics.all().empty());
    }
}

TEST_CASE("keys of an entry as others write them are told, below its term alone") {
    for (const char* line : {"Also: leaven", "see also: leaven", "Synonyms: leaven", "aka: leaven", "plural: leaven", "Say: leaven"}) {
        INFO(line);
        ReadGlossary read = read_glossary("## dough\n" + std::string(line) + "\n\nWords.\n");
        REQUIRE(read.diagnostics.all().size() == 1);
        CHECK(read.diagnostics.all()[0].hint.ends_with(": leaven`"));
        CHECK(read_glossary("## dough\n\nWords.\n\n" + std::string(line) + "\n").diagnostics.all().empty());
    }
}

TEST_CASE("keys are read below an empty line, and told below a meaning") {
    for (const char* text : {"## bee\n\nalso: drone\nsay: *bee*\n\nAn insect.\n", "## bee\nalso: drone\n\nsay: bee\n\nAn insect.\n",
                             "## bee:\nalso: drone\nsay: **bee**\n: An insect.\n", "## bee\nalso: drone\nsay: bee\n\n: An insect.\n"}) {
        INFO(text);
        ReadGlossary read = read_glossary(text);
        CHECK(read.diagnostics.all().empty());
        CHECK(shown(read.glossary) == "|bee=An insect.");
        REQUIRE(read.glossary.entries.at(0).also.size() == 1);
        CHECK(read.glossary.entries[0].say == "bee");
    }
    for (const char* text : {"## bee\n\nAn insect.\n\nalso: drone\n", "## bee\nAn insect.\nalso: drone\n"}) {
        INFO(text);
        ReadGlossary read = read_glossary(text);
        REQUIRE(read.diagnostics.all().size() == 1);
        CHECK(read.diagnostics.all()[0].mistake == Mistake::nearly_a_key);
        CHECK(read.diagnostics.all()[0].hint == "write it right below `## bee`");
    }
    ReadGlossary names = read_glossary("## Britain\nalso: U.K. / England; Albion\n\nAn island.\n");
    REQUIRE(names.diagnostics.all().size() == 1);
    CHECK(names.diagnostics.all()[0].hint == "write `U.K., England, Albion`");
    CHECK(read_glossary("## speed\nalso: m/s, km/h\n\nHow fast.\n").diagnostics.all().empty());
    CHECK(read_glossary("## bee\n\nAn insect.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nTable: Bees of Europe\n").diagnostics.all().empty());
}

TEST_CASE("names that differ in a letter which folds into two are two") {
    ReadGlossary read = read_glossary("## Masse\n\nSie ist schwer, [Maße] nicht.\n\n## Maße\n\nLänge und Breite, keine [Masse].\n");
    CHECK(read.diagnostics.all().empty());
    GlossaryLabels labels = labels_of(read.glossary);
    CHECK(labels.at("masse") == 0);
    CHECK(labels.at("maße") == 1);
    CHECK(read_glossary("## Masse\n\nSchwer.\n\n## masse\n\nLeicht.\n").diagnostics.all().size() == 1);
}

}  // namespace hornbook
