// Whom a chapter is for, by its front matter; what marks words as teachers' and would not be taken for it.
#include <algorithm>
#include <string>
#include <vector>

#include "catch.h"
#include "model/mistakes.h"
#include "reading/read_book.h"
#include "temporary_folder.h"

namespace hornbook {
namespace {

struct ReadChapter {
    Book book;
    std::vector<Mistake> mistakes;
};

ReadChapter read_with_chapter(const std::string& text, bool chapters_in_test = false) {
    TemporaryFolder folder;
    folder.write("book.toml", "title = \"Water\"\nlanguage = \"en\"\ndate = 2026-11-23\n");
    folder.write("chapters/01.md", text);
    folder.write("chapters/02.md", "# Rain\n\nIt falls.\n");
    Sources sources;
    Diagnostics diagnostics;
    ReadChapter read{read_book(Folder(folder.path()), {{}, 1, chapters_in_test}, sources, diagnostics).book, {}};
    diagnostics.sort();
    std::transform(diagnostics.all().begin(), diagnostics.all().end(), std::back_inserter(read.mistakes),
                   [](const Diagnostic& d) { return d.mistake; });
    return read;
}

}  // namespace

TEST_CASE("a chapter is for teachers when its front matter says so, in each of its forms") {
    for (const char* matter : {"---\naudience: teachers\n---\n", "---\naudience: teacher\n---\n", "---\naudience: \"Teachers\"\n---\n",
                               "---\naudience: [teachers]\n---\n", "---\naudience:\n  - instructors\n---\n",
                               "+++\naudience = \"teachers\"\n+++\n", "+++\naudience = [\"teachers\"]\n+++\n"}) {
        INFO(matter);
        ReadChapter read = read_with_chapter(matter + std::string("# Plan\n\nWords.\n"));
        CHECK(read.mistakes.empty());
        CHECK(read.book.chapters[0].for_teachers);
        CHECK_FALSE(read.book.chapters[1].for_teachers);
    }
}

TEST_CASE("another audience changes nothing") {
    for (const char* matter : {"---\naudience: pupils\n---\n", "---\naudience: beginners\n---\n", "+++\naudience = 7\n+++\n",
                               "---\naudience: students and teachers\n---\n"}) {
        INFO(matter);
        ReadChapter read = read_with_chapter(matter + std::string("# Plan\n\nWords.\n"));
        CHECK(read.mistakes == std::vector{Mistake::front_matter});
        CHECK_FALSE(read.book.chapters[0].for_teachers);
    }
    ReadChapter both = read_with_chapter("---\naudience: [teachers, pupils]\n---\n# Plan\n\nWords.\n");
    CHECK(both.mistakes.empty());
    CHECK_FALSE(both.book.chapters[0].for_teachers);
}

TEST_CASE("an audience that may mean teachers is no secret that pupils may read") {
    for (const char* value : {"techers", "teachers only", "for the teacher", "Lehrkräfte", "enseignants", "учителя"}) {
        INFO(value);
        CHECK(read_with_chapter("---\naudience: " + std::string(value) + "\n---\n# Plan\n\nWords.\n").mistakes ==
              std::vector{Mistake::unknown_value});
    }
}

TEST_CASE("a mark of teachers' that begins no callout is an error") {
    for (const char* text : {"[!TEACHER]\nBring a kettle.", "> Words.\n>\n> [!TEACHER]\n> Bring a kettle.", "!!! teacher\nBring a kettle.",
                             "~~~quiz\n## Is it wet?\n- [x] yes\n  > [!TEACHER]\n  > Bring a kettle.\n- [ ] no\n~~~",
                             "> Words.\n> [!teacher] Bring a kettle."}) {
        INFO(text);
        CHECK(read_with_chapter("# Plan\n\n" + std::string(text) + "\n").mistakes == std::vector{Mistake::nearly_a_form});
    }
    for (const char* text :
         {"> [!TEACHER]\n> Bring a kettle.", "> [!NOTE] A\n> > [!TEACHER]\n> > Bring a kettle.", "- > [!TEACHER]\n  > Bring a kettle.",
          "!!! teacher\n    Bring a kettle.", "> [!NOTE] The weather\n> It rains."}) {
        INFO(text);
        CHECK(read_with_chapter("# Plan\n\n" + std::string(text) + "\n").mistakes.empty());
    }
}

TEST_CASE("nothing that says it is for teachers is shown to pupils because of how it is written") {
    for (const char* text :
         {"\n---\naudience: teachers\n---\n# Plan\n\nWords.", "audience: teachers\n\n# Plan\n\nWords.",
          "# Plan\n\nAudience: Teachers\n\nWords.", "---\nlang: en\n---\n\n---\naudience: teachers\n---\n# Plan\n\nWords.",
          "***\naudience: teachers\n***\n\n# Plan\n\nWords.", "```yaml\naudience: teachers\n```\n\n# Plan\n\nWords.",
          "<!-- audience: teachers -->\n# Plan\n\nWords.", "# Plan\n\n> \\[!TEACHER\\]\n> Words.", "# Plan\n\n> [! TEACHER ]\n> Words.",
          "# Plan\n\n> [!FOR TEACHERS]\n> Words.", "# Plan\n\n> [!LEHRER] Words", "# Plan\n\n::: lehrer\nWords.\n:::",
          "# Plan\n\n## Words {.teacher}\n\nWords.", "# Plan\n\n<div class=\"teacher\">Words.</div>"}) {
        INFO(text);
        std::vector<Mistake> mistakes = read_with_chapter(text + std::string("\n")).mistakes;
        CHECK(std::count(mistakes.begin(), mistakes.end(), Mistake::nearly_a_form) == 1);
    }
    for (const char* matter : {"---\nAudience: teachers\n---\n", "---\naudience : teachers\n---\n", "---\naudiance: teachers\n---\n"}) {
        INFO(matter);
        CHECK(read_with_chapter(matter + std::string("# Plan\n\nWords.\n")).book.chapters[0].for_teachers);
    }
    for (const char* text : {"# Plan\n\nAudience: everybody", "# Plan\n\nThe audience: teachers and students.",
                             "# Plan\n\nWords.\n\n```yaml\naudience: teachers\n```"}) {
        INFO(text);
        CHECK(read_with_chapter(text + std::string("\n")).mistakes.empty());
    }
}

TEST_CASE("a mark of teachers' is an error wherever pupils would read it") {
    for (const char* text :
         {"| a | b |\n|---|---|\n| > [!TEACHER] Bring a kettle. | x |", "| [!teacher] x | b |\n|---|---|\n| a | b |",
          "- Words [!TEACHER] Bring a kettle.", "- [!LEHRKRAFT] Wasserkocher", "## Words [!TEACHER]",
          "Words.[^1]\n\n[^1]: [!TEACHER] Bring a kettle.", "Words.\n: [!TEACHER] Bring a kettle.", "<p>[!TEACHER] Bring a kettle.</p>",
          "<table><tr><td>&gt; [!TEACHER] Bring a kettle.</td></tr></table>", "| a |\n|---|\n| b |\n\nTable: [!TEACHER] Bring a kettle.",
          "```timeline\n1934: [!TEACHER] Bring a kettle.\n```", "| a |\n|---|\n| !!! teacher Bring a kettle. |",
          "~~~quiz\n## Is it wet?\n- [x] yes\n- [ ] no [!TEACHER]\n~~~"}) {
        INFO(text);
        std::vector<Mistake> mistakes = read_with_chapter("# Plan\n\n" + std::string(text) + "\n").mistakes;
        CHECK(std::count(mistakes.begin(), mistakes.end(), Mistake::nearly_a_form) == 1);
    }
    for (const char* text : {"Write `[!TEACHER]` there.", "Write \\[!TEACHER] there.", "| `[!TEACHER]` | b |\n|---|---|\n| a | b |",
                             "> [!TEACHER]\n> | Teacher: x | b |\n> |---|---|\n> | [!TEACHER] | b |"}) {
        INFO(text);
        CHECK(read_with_chapter("# Plan\n\n" + std::string(text) + "\n").mistakes.empty());
    }
}

TEST_CASE("what says in words that it is for teachers is told, and what teachers say to pupils is not") {
    for (const char* text : {"| a | b |\n|---|---|\n| Teacher: bring a kettle. | x |",
                             "- Teacher: bring a kettle.",
                             "**Teacher:** bring a kettle.",
                             "Note for teachers: bring a kettle.",
                             "Teacher's note: bring a kettle.",
                             "Notes to the teacher: bring a kettle.",
                             "FOR TEACHERS ONLY: bring a kettle.",
                             "Hinweis für Lehrkräfte: Wasserkocher.",
                             "Pour les enseignants : une bouilloire.",
                             "Nota para el profesor: un hervidor.",
                             "Lehrkraft: Wasserkocher",
                             "Только для учителей: чайник.",
                             "教師用：やかん",
                             "## For the teacher\n\nWords.",
                             "**Teacher's notes**\n\nWords.",
                             "<details>\n<summary>For teachers</summary>\n\nWords.\n\n</details>",
                             "> [!NOTE] For teachers\n> Words.",
                             "| Task | Teacher's notes |\n|---|---|\n| a | b |",
                             "<p>For teachers: a kettle.</p>",
                             "| a |\n|---|\n| b |\n\nTable: Teacher's note: a kettle"}) {
        INFO(text);
        CHECK(read_with_chapter("# Plan\n\n" + std::string(text) + "\n").mistakes == std::vector{Mistake::other_form});
    }
    for (const char* text : {"Teacher: What is rain?\n\nPupil: Water.", "Teacher: What is rain?\\\nAnna: Water.",
                             "Teacher: Rain?\n\nAnna: Yes.\n\nTeacher: Good.", "| Teacher: rain? | Pupils: yes. |\n|---|---|\n| a | b |",
                             "## Teachers in the war", "His first teacher: Verrocchio.", "The teacher: Mr Smith", "Professor: J. Smith",
                             "Tickets:\n\n- for pupils\n- for teachers", "Ask your teacher: he knows.", "## The teacher",
                             "| Teacher | Pupils |\n|---|---|\n| a | b |", "Teachers were paid for notes: a rouble each.",
                             "> [!TEACHER]\n> Note for teachers: a kettle."}) {
        INFO(text);
        CHECK(read_with_chapter("# Plan\n\n" + std::string(text) + "\n").mistakes.empty());
    }
    CHECK(read_with_chapter("---\naudience: teachers\n---\n# Plan\n\nNote for teachers: a kettle. [!TEACHER]\n").mistakes.empty());
}

TEST_CASE("answers in what is for teachers keep no test edition from being made") {
    const std::string ticks = "Is it wet?\n\n- [x] yes\n- [ ] no\n";
    std::string quoted = "> [!TEACHER]\n> Is it wet?\n>\n> - [x] yes\n> - [ ] no\n>\n> A [[gap]] too.\n";
    std::vector<std::string> texts = {"---\naudience: teachers\n---\n# Plan\n\n" + ticks,
                                      "# Plan\n\n::: teacher Answers\n" + ticks + ":::\n", "# Plan\n\n" + quoted,
                                      "# Plan\n\n!!! teacher\n\n    Is it wet?\n\n    - [x] yes\n    - [ ] no\n"};
    for (const std::string& text : texts) {
        INFO(text);
        CHECK(read_with_chapter(text, true).mistakes.empty());
    }
    CHECK(read_with_chapter("# Plan\n\n> [!TEACHER]\n> Words.\n\n" + ticks, true).mistakes == std::vector{Mistake::question_outside_quiz});
}

TEST_CASE("a book that is for teachers alone is no book for pupils") {
    TemporaryFolder folder;
    folder.write("book.toml", "title = \"Water\"\nlanguage = \"en\"\ndate = 2026-11-23\n");
    folder.write("chapters/01.md", "---\naudience: teachers\n---\n# Plan\n\nWords.\n");
    folder.write("chapters/glossary.md", "---\naudience: teachers\n---\n# Glossary\n\n## rain\n\nWater.\n");
    Sources sources;
    Diagnostics diagnostics;
    read_book(Folder(folder.path()), {}, sources, diagnostics);
    diagnostics.sort();
    REQUIRE(diagnostics.all().size() == 2);
    CHECK(diagnostics.all()[0].mistake == Mistake::no_chapters);
    CHECK(diagnostics.all()[1].mistake == Mistake::unknown_value);
}

}  // namespace hornbook
