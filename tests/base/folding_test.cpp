// Folding of plain answers: they take a short way, and fold as they would on the long one.
#include "base/folding.h"

#include "catch.h"

namespace hornbook {

TEST_CASE("plain answers are folded as all are") {
    constexpr std::string_view signs = "aXIz19 .,'\"+-/*^%=<>()`_:x ";
    constexpr std::string_view dropped = "\u200B";  // which is not plain, and leaves nothing behind
    for (std::size_t number = 0; number < signs.size() * signs.size() * signs.size(); ++number) {
        std::string text;
        for (std::size_t rest = number, i = 0; i < 3; ++i, rest /= signs.size()) {
            text += signs[rest % signs.size()];
        }
        for (std::string_view language : {"en", "tr"}) {
            CAPTURE(text, language);
            if (fold_answer(text, language) != fold_answer(text + std::string(dropped), language)) {
                REQUIRE(fold_answer(text, language) == fold_answer(text + std::string(dropped), language));
            }
        }
    }
    CHECK(fold_answer("  The  Police ", "en") == "the police");
    CHECK(fold_answer("ISI", "tr") == "\u0131s\u0131");
}

}  // namespace hornbook
