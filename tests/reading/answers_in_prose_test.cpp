// Answers in prose: keys that stand in no quiz are told, in the forms of many programs and the words of many languages.
#include "catch.h"
#include "reading/text_reading.h"

namespace hornbook {

TEST_CASE("answers that stand in no quiz are told, wherever they stand") {
    for (const char* text : {"## Which?\n\n- [x] this\n- [ ] that",
                             "1. Which?\n   - [x] this\n   - [ ] that",
                             "> Which?\n>\n> - [x] this\n> - [ ] that",
                             "```markdown\n## Which?\n- [x] this\n- [ ] that\n```",
                             "Code:\n\n    ```quiz\n    ## Which?\n    - [x] this\n    - [ ] that\n    ```",
                             "Code:\n\n    ## Which?\n    - [x] this\n    - [ ] that",
                             "````markdown\n~~~quiz\n## Which?\n- [x] this\n- [ ] that\n\n## How many?\n= 3\n~~~\n````",
                             "<div>\n<h2>Which?</h2>\n- [x] this\n- [ ] that\n</div>",
                             "## What is the capital?\n= Paris",
                             "The [[queen]] lays eggs.",
                             "- The [[queen|mother]] lays eggs.",
                             "::: note\nThe [[queen]] lays eggs.\n:::",
                             "Which?\n\n- [(X)] this\n- [( )] that",
                             "Choose:\n\n- [x] this\n- [ ] that",
                             "Which?\n\n- ☑ this\n- ☐ that",

                             "What is the capital?\n\n= Paris\n= Lutetia",
                             "What is the capital? {=Paris ~Rome}",
                             "Bees {~fly =swim ~walk} here.",
                             "Bees fly. {T}",
                             "What is two and two?\n\n[[4]]",
                             "What?\n\n[[X]] this\n[[ ]] that",
                             "Which flies?\nA. a bee\nB. a stone\nANSWER: A"}) {
        INFO(text);
        CHECK(count(read_text(text).diagnostics, Mistake::question_outside_quiz) == 1);
    }
    for (const char* text :
         {"```quiz\n## Which?\n- [x] this\n- [ ] that\n\n## The [[queen]] lays eggs.\n```", "Packing:\n\n- [x] tent\n- [ ] rope",
          "````hornbook\n~~~quiz\n## Which?\n- [x] this\n- [ ] that\n~~~\n````", "```bash\nif [[ -f x ]]; then [[y]]; fi\n```",
          "[[1]](https://example.org) says", "`<b>`{=html} and the set {T}", "ANSWER: see below",
          "Why?\n\n- (x) is the tenth\n- (y) is not", "The sum:\n\n= 3", "Code `f() {=a ~b}` and \\{=a ~b}"}) {
        INFO(text);
        CHECK(count(read_text(text).diagnostics, Mistake::question_outside_quiz) == 0);
    }
}

TEST_CASE("keys in the forms of other programs are told in prose, in plain fences and in code") {
    for (const char* text :
         {"What is the capital? {=Paris}", "When? {#1945:2}", "When? {#1945}", "When? {#1939..1945}",
          "{1:SHORTANSWER:=Paris} is the capital.", "The capital is {1:MC:~Rome~=Paris}.", "Which? {~%50%this ~%50%that ~%-100%no}",
          "Which? {\n=this\n~that\n}", "Which? {=steam -> water =ice -> water}", "Answer: B", "**Correct answer:** (b)", "Answers: A, C",
          "## Match\n\n- steam -> water\n- ice -> cold", "What becomes what?\n\n1. steam → water\n2. ice → cold"}) {
        INFO(text);
        CHECK(count(read_text(text).diagnostics, Mistake::question_outside_quiz) == 1);
    }
    for (const char* key : {"ANSWER: B", "What? {=this ~that}", "What? {1:MC:~this~=that}"}) {
        INFO(key);
        for (const char* info : {"", "text", "gift-example", "aiken-example", "moodle"}) {
            INFO(info);
            ReadText read = read_text("```" + std::string(info) + "\n" + key + "\n```");
            CHECK(count(read.diagnostics, Mistake::question_outside_quiz) == 1);
        }
        CHECK(count(read_text("Code:\n\n    " + std::string(key)).diagnostics, Mistake::question_outside_quiz) == 1);
        CHECK(count(read_text("```python\n" + std::string(key) + "\n```").diagnostics, Mistake::question_outside_quiz) == 0);
        CHECK(count(read_text("Write `" + std::string(key) + "` there.").diagnostics, Mistake::question_outside_quiz) == 0);
    }
}

TEST_CASE("what may be an answer or plain prose is told where a test edition shows it, and nowhere else") {
    for (const char* text : {"The capital is {Paris}.",
                             "Bees {T} fly.",
                             "Packing:\n\n- [x] tent\n- [ ] rope",
                             "## Cycle\n\n- steam -> water\n- water -> ice",
                             "What? (Answer: Paris)",
                             "**Answer** – Paris",
                             "A: Paris",
                             "## Solutions",
                             "**Answers**",
                             "### Answers to the exercises",
                             "<details>\n<summary>Show answer</summary>\n\nParis\n\n</details>",
                             "::: solution\nParis\n:::",
                             "> [!tip] Answer\n> Paris",
                             "| Question | Answer |\n|---|---|\n| What? | Paris |",
                             "| Statement | True | False |\n|---|---|---|\n| Fog is a cloud | [x] | [ ] |\n| Ice is warm | [ ] | [x] |",
                             "| Fog | ✓ | |\n|---|---|---|\n| a | | ✓ |",
                             "| Statement | T | F |\n|---|---|---|\n| Fog is a cloud | | x |",
                             "<ul><li>[x] aa</li>\n<li>[ ] bb</li></ul>",
                             "<ul>\n<li>[x] aa</li>\n<li>[x] bb</li>\n</ul>",
                             "<table><tr><td>Fog</td><td>☑</td></tr></table>",
                             "```text\nAnswer: Paris\n```"}) {
        INFO(text);
        CHECK(count(read_text(text).diagnostics, Mistake::like_an_answer) == 0);
        ReadText shown = read_text(text, true);
        CHECK(count(shown.diagnostics, Mistake::like_an_answer) == 1);
        CHECK(count(shown.diagnostics, Mistake::question_outside_quiz) == 0);
        CHECK(shown.diagnostics.all().at(0).place.line > 0);
    }
    for (const char* text :
         {"The answer is blowing in the wind.", "A set {a, b} and {50%} and {x}.", "She answered: no.",
          "```quiz\n## Which? (answer: one)\n- [x] this\n- [ ] that\n```", "Steam -> water -> ice.", "Resolution: 300 dots",
          "| x | y |\n|---|---|\n| 1 | 2 |", "| T | F |\n|---|---|\n| [ ] | [ ] |", "<ul><li>[x](a.md) aa</li></ul>"}) {
        INFO(text);
        CHECK(count(read_text(text, true).diagnostics, Mistake::like_an_answer) == 0);
    }
}

TEST_CASE("keys in the forms and languages of others are told where a test edition shows them") {
    for (const char* text : {"Which?\n\n- (x) this\n- ( ) that",
                             "Which?\n\n( ) this\n(X) that",
                             "Which?\n\n- [ ] this\n- [*] that",
                             "- Carbon ✓\n- Oxygen ✗",
                             "- ✓ Carbon\n- ✗ Oxygen",
                             "- Oxygen\n- Carbon ✔\n- Water",
                             "❌ Oxygen\n✓ Carbon",
                             "Carbon ✅\nOxygen ❌",
                             "- Carbon (correct)\n- Oxygen",
                             "a) Carbon (richtig)\nb) Oxygen",
                             "- Carbon <-- right\n- Oxygen",
                             "*a. Carbon\nb. Oxygen",
                             "a) Oxygen\n*b) Carbon",
                             "1. Carbon*\n2. Oxygen",
                             "Capital of France::Paris",
                             "Capital of France:::Paris",
                             "What is the capital?\n?\nParis",
                             "Richtige Antwort: B",
                             "Respuesta correcta: B",
                             "Respuesta correcta: Lima",
                             "Réponse correcte : Rome",
                             "Risposta corretta: Roma",
                             "Resposta correta: Lima",
                             "Svar: B",
                             "Odpověď: Carbon",
                             "الجواب: ب",
                             "正确答案：B",
                             "The correct answer is B.",
                             "The answer to the second question is (b), since it burns.",
                             "Die richtige Antwort ist C.",
                             "正解はB。",
                             "B is correct.",
                             "The key: 1b, 2c",
                             "Schlüssel: 1-B, 2-C",
                             "## Key",
                             "## Clave de respuestas",
                             "**Lösungsschlüssel**",
                             "## Facit",
                             "## مفتاح الإجابات",
                             "Answers\n-------",
                             "| Question | Key |\n|---|---|\n| What? | Paris |"}) {
        INFO(text);
        CHECK(count(read_text(text).diagnostics, Mistake::like_an_answer) == 0);
        CHECK(count(read_text(text, true).diagnostics, Mistake::like_an_answer) == 1);
    }
    CHECK(count(read_text("{{c1::Carbon}} burns.").diagnostics, Mistake::question_outside_quiz) == 1);
    for (const char* text :
         {"- ✓ flour\n- ✓ water", "- (x) is the tenth\n- (y) is not", "Bees fly*.\n\n\\* Not all do.", "1. Bees\n2. Wasps\n3. Ants",
          "- Right: a bee.\n- Left: a wasp.", "Write std::vector<int> there.", "*a.* Bees\n*b.* Wasps", "The answer is a mystery.",
          "The key to it is courage.", "Key: red is for rain.", "## Key dates", "A is for apple, B is for bee.", "Is it right or wrong?",
          "Why?\n\nBecause.", "(a) bees\n\n(b) wasps", "I was right.", "She is right."}) {
        INFO(text);
        CHECK(count(read_text(text, true).diagnostics, Mistake::like_an_answer) == 0);
    }
}

}  // namespace hornbook
