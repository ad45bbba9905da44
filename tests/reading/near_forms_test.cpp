// Forms that are nearly Hornbook's own: the hint says the line as it should stand, and that line is read without a word.
#include "catch.h"
#include "model/walk.h"
#include "reading/text_reading.h"

namespace hornbook {
namespace {

std::string told(const ReadText& read) {
    std::string all;
    for (const Diagnostic& found : read.diagnostics.all()) {
        all += std::string(code_of(found.mistake)) + ": " + found.hint + "\n";
    }
    return all;
}

struct Row {
    const char* written;
    const char* told;
    const char* meant;  // what is read without a word
};

std::string caption_of(const std::string& text) {
    std::string captions;
    ReadText read = read_text(text);
    walk_blocks(read.chapter.blocks, [&](const Block& block) {
        if (const auto* table = std::get_if<Table>(&block.kind)) {
            captions += plain_text(table->caption) + "|";
        }
    });
    return captions;
}

}  // namespace

TEST_CASE("what is nearly a form is told with the line as it should stand") {
    for (const Row& row : {
             Row{"Far[^1] and near[^2].\n\n[^1] No colon.\n\n[^2]: A note.",
                 "unknown-footnote: begin the line of the note with `[^1]: `, with a colon\n"
                 "unknown-footnote: begin the line of the note with `[^1]: `, with a colon\n",
                 "Far[^1] and near[^2].\n\n[^1]: No colon.\n\n[^2]: A note."},
             Row{"Far[^1] and near[^2].\n\n[^2]: A note.", "unknown-footnote: did you mean `[^2]`?\n",
                 "Far[^2] and near[^2].\n\n[^2]: A note."},
             Row{"::: lang=fr\nBonjour\n:::", "unknown-callout: write `::: {lang=fr}`\n", "::: {lang=fr}\nBonjour\n:::"},
             Row{"::: lang=ar dir=rtl :::\na\n:::", "unknown-callout: write `::: {lang=ar dir=rtl}`\n", "::: {lang=ar dir=rtl}\na\n:::"},
             Row{"![A hive](../images/x.png A hive)",
                 "nearly-a-link: put quotation marks around the words: `(../images/x.png \"A hive\")`\n",
                 "![A hive](../images/x.png \"A hive\")"},
             Row{"![A hive](x.png “A hive”)", "nearly-a-link: write straight quotation marks around the title: `(x.png \"A hive\")`\n",
                 "![A hive](x.png \"A hive\")"},
             Row{"![A hive](my pictures/x.png)", "nearly-a-link: put it in angle brackets: `(<my pictures/x.png>)`\n",
                 "![A hive](<my pictures/x.png>)"},
             Row{"> [TEACHER] A kettle\n> is needed.", "other-form: put `!` before the word: `> [!TEACHER]`\n",
                 "> [!TEACHER] A kettle\n> is needed."},
             Row{"> [!VOCABULARY]\n> bee",
                 "unknown-callout: use NOTE, TIP, IMPORTANT, WARNING, CAUTION, SOURCE, OBJECTIVES, KEY or TEACHER, with a title of its "
                 "own: "
                 "`> [!NOTE] Vocabulary`\n",
                 "> [!NOTE] Vocabulary\n> bee"},
             Row{"> [!SOURCE]{lang=it} Titolo\n> Le api.", "nearly-a-form: write `> [!SOURCE] [Titolo]{lang=it}`\n",
                 "> [!SOURCE] [Titolo]{lang=it}\n> Le api."},
             Row{"> [!SOURCE]{lang=it}\n> Le api.", "nearly-a-form: write `> [!SOURCE]`, and `{lang=it}` behind words in brackets\n",
                 "> [!SOURCE]\n> [Le api.]{lang=it}"},
             Row{"~~~quiz\n## Il vulcano {lang=it}\n= Etna\n~~~",
                 "other-form: put brackets around the words of that language: `[Il vulcano]{lang=it}`\n",
                 "~~~quiz\n## [Il vulcano]{lang=it}\n= Etna\n~~~"},
             Row{"She said [oui]{fr} softly.", "other-form: write `lang=` before it: `[words]{lang=fr}`\n",
                 "She said [oui]{lang=fr} softly."},
             Row{"She said [oui]{french}.", "other-form: write `lang=` before it: `[words]{lang=fr}`\n", "She said [oui]{lang=fr}."},
             Row{"She said [oui]{lang=french}.", "bad-language: write `fr`\n", "She said [oui]{lang=fr}."},
             Row{"![Une ruche](a.png){lang=french}", "bad-language: write `fr`\n", "![Une ruche](a.png){lang=fr}"},
             Row{"::: {.x lang=french}\nBonjour\n:::", "bad-language: write `fr`\n", "::: {.x lang=fr}\nBonjour\n:::"},
             Row{"Bonjour\n{: lang=french}", "bad-language: write `fr`\n", "Bonjour\n{: lang=fr}"},
             Row{"She said [oui]{lang=de_DE}.", "bad-language: write `de-DE`\n", "She said [oui]{lang=de-DE}."},
             Row{"~~~glossary\nbee: it stings\n~~~",
                 "nearly-a-form: write the file chapters/glossary.md, with a line `## term` for each entry\n", "A bee stings."},
             Row{"~~~timeline\ntitle: My time\n1934: Bees\n~~~", "nearly-a-key: write it as a heading above the timeline: `## My time`\n",
                 "## My time\n\n~~~timeline\n1934: Bees\n~~~"},
             Row{"~~~timeline\n1934: Bees fly\nfrom the hive.\n~~~",
                 "no-timeline-date: write each event on one line, however long, with its date first: `1934: Kirov is murdered`\n",
                 "~~~timeline\n1934: Bees fly from the hive.\n~~~"},
             Row{"~~~timeline\nBees fly\n1934: Bees\n~~~",
                 "no-timeline-date: write the date, a colon and a space first: `1934: Kirov is murdered`\n",
                 "~~~timeline\n1933: Bees fly\n1934: Bees\n~~~"},
         }) {
        INFO(row.written);
        CHECK(told(read_text(row.written)) == row.told);
        CHECK(told(read_text(row.meant)) == "");
    }
    for (const char* plain : {"[^1] begins this line, and is a reference.\n\n[^1]: A note.", "A set [x]{y}, `[x]{fr}` and \\[x]{fr}.",
                              "> [!SOURCE] [Titolo]{lang=it}\n> Le api.", "[see](p.m. Monday)"}) {
        INFO(plain);
        CHECK(told(read_text(plain)) == "");
    }
}

TEST_CASE("a table's caption stands below or above it, by whatever word and in whatever letters") {
    const std::string table = "| a | b |\n|---|---|\n| 1 | 2 |\n";
    for (const char* word : {"Table: ", "table: ", "Caption: ", "TABLE:"}) {
        INFO(word);
        CHECK(caption_of(table + "\n" + word + "Bees\n") == "Bees|");
        CHECK(caption_of(word + std::string("Bees\n\n") + table) == "Bees|");
        CHECK(read_text(word + std::string("Bees\n\n") + table).shown.find(':') == std::string::npos);
    }
    CHECK(caption_of(table + "\nTable: Bees\n\n" + table + "\nTable: Wasps\n") == "Bees|Wasps|");
    CHECK(caption_of("Table: Bees\n\n" + table + "\nTable: Wasps\n\n" + table) == "Bees|Wasps|");
    CHECK(caption_of(table + "\nTable: *Bees* fly\n") == "Bees fly|");
    CHECK(caption_of("A table: bees\n\n" + table + "\nTable:\n") == "|");
}

TEST_CASE("an item's mark before a date of a timeline is no part of it") {
    ReadText read = read_text("~~~timeline\n- 1934: Bees\n* 1935: Wasps\n-44: Ants\n~~~");
    CHECK(told(read).empty());
    const auto& timeline = std::get<Timeline>(read.chapter.blocks.at(0).kind);
    REQUIRE(timeline.events.size() == 3);
    CHECK(timeline.events[0].date == "1934");
    CHECK(timeline.events[1].date == "1935");
    CHECK(timeline.events[2].date == "-44");
}

}  // namespace hornbook
