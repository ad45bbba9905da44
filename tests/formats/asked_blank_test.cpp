#include "formats/asked_blank.h"

#include "catch.h"
#include "formats/answers.h"

namespace hornbook {
namespace {

std::string kept_texts(const AskedBlank& blank) {
    std::string texts = blank.numeric ? "numbers:" : "words:";
    for (const Spelling& spelling : blank.spellings) {
        texts += " " + spelling.text;
    }
    return texts;
}

}  // namespace

TEST_CASE("a blank asks for numbers or for words") {
    CHECK(kept_texts(asked({{numbers("3", 3, 3), numbers("20..30", 20, 30)}, {}}, "en")) == "numbers: 3 20..30");
    CHECK(kept_texts(asked({{numbers("40,000", 40000, 40000), word("forty thousand")}, {}}, "en")) ==
          "words: 40,000 40000 40 000 forty thousand");
    AskedBlank range = asked({{numbers("20..30", 20, 30), word("twenty")}, {}}, "en");
    CHECK(kept_texts(range) == "numbers: 20..30");
    CHECK(range.left_out.size() == 1);
    // A range for half of the marks cannot be all that is asked for.
    AskedBlank half = asked({{word("nine"), numbers("8..10", 8, 10, 0.5)}, {}}, "en");
    CHECK(kept_texts(half) == "words: nine");
    CHECK(half.left_out.size() == 1);
    CHECK(kept_texts(asked({{word("a"), word("b", 0.2), word("c", 0.5), word("d", -1.0)}, {}}, "en")) == "words: a c b d");
}

}  // namespace hornbook
