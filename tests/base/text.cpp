#include "base/text.h"

#include "catch.h"

namespace hornbook {
namespace {

TEST_CASE("UTF-16 of both kinds becomes UTF-8") {
    CHECK(from_utf16(std::string_view("\xFF\xFE"
                                      "a\0\xE9\0\x3D\xD8\x00\xDE",
                                      10)) == "aé😀");
    CHECK(from_utf16(std::string_view("\xFE\xFF\0a\0\xE9\xD8\x3D\xDE\x00", 10)) == "aé😀");
    CHECK(from_utf16(std::string_view("\xFF\xFE\x3D\xD8"
                                      "a",
                                      5)) == "?");
    CHECK_FALSE(is_utf16("\xEF\xBB\xBFx"));
}

TEST_CASE("UTF-8 is told from what only looks like it") {
    CHECK(is_valid_utf8(""));
    CHECK(is_valid_utf8("Иосиф 約瑟夫 😀 \x7F"));
    CHECK(first_invalid_utf8("ab\xFFz") == 2);
    CHECK(first_invalid_utf8("ab\xC3") == 2);            // cut
    CHECK(first_invalid_utf8("é\xE2\x82") == 2);         // cut after a whole character
    CHECK(first_invalid_utf8("\xC0\xAF") == 0);          // an overlong slash
    CHECK(first_invalid_utf8("\xE0\x80\xAF") == 0);      // the same in three bytes
    CHECK(first_invalid_utf8("\xED\xA0\x80") == 0);      // a lone surrogate
    CHECK(first_invalid_utf8("\xF4\x90\x80\x80") == 0);  // past U+10FFFF
    CHECK(first_invalid_utf8("a\x80") == 1);             // a continuation byte by itself
    CHECK(is_valid_utf8("\xF4\x8F\xBF\xBF"));            // U+10FFFF
    CHECK(is_valid_utf8(std::string_view("a\0b", 3)));
}

TEST_CASE("code points are decoded and written back") {
    std::string text = "aé€😀";
    std::string again;
    std::size_t at = 0;
    std::vector<std::size_t> ends;
    while (at < text.size()) {
        append_utf8(again, next_code_point(text, at));
        ends.push_back(at);
    }
    CHECK(again == text);
    CHECK(ends == std::vector<std::size_t>{1, 3, 6, 10});
    CHECK(count_code_points(text) == 4);
}

TEST_CASE("decoding text that is no UTF-8 still comes to an end") {
    std::string_view text = "\xFF\xC3";
    std::size_t at = 0;
    CHECK(next_code_point(text, at) == 0xFFFD);
    CHECK(next_code_point(text, at) == 0xFFFD);
    CHECK(at == 2);
}

TEST_CASE("a first letter is a capital where its script has capitals") {
    CHECK(to_title(U'e') == U'E');
    CHECK(to_title(U'é') == U'É');
    CHECK(to_title(U'ǆ') == U'ǅ');
    CHECK(to_title(U'水') == U'水');
}

TEST_CASE("widths are those of a terminal") {
    CHECK(display_width("abc") == 3);
    CHECK(display_width("約瑟夫") == 6);
    CHECK(display_width("e\u0301") == 1);  // a combining accent
    CHECK(display_width("😀") == 2);
    CHECK(display_width("ｱ") == 1);  // half-width kana
    CHECK(display_width("") == 0);
}

TEST_CASE("characters have their kinds") {
    CHECK(is_letter(U'ж'));
    CHECK(is_letter(U'\u0301'));
    CHECK_FALSE(is_letter(U'7'));
    CHECK(is_digit(U'٣'));
    CHECK_FALSE(is_digit(U'½'));
    CHECK(is_upper(U'Ж'));
    CHECK_FALSE(is_upper(U'ж'));
    CHECK(to_lower(U'Ж') == U'ж');
    CHECK(to_lower(U'7') == U'7');
    CHECK(is_space(U'\u00A0'));
    CHECK(is_space(U'\u3000'));
    CHECK(is_space(U'\t'));
    CHECK_FALSE(is_space(U'\u200B'));
    CHECK(is_punctuation(U'«'));
    CHECK(is_punctuation(U'+'));
    CHECK_FALSE(is_punctuation(U'a'));
    CHECK(is_unspaced_script(U'史'));
    CHECK(is_unspaced_script(U'の'));
    CHECK(is_unspaced_script(U'ก'));
    CHECK_FALSE(is_unspaced_script(U'한'));  // Korean has spaces
    CHECK_FALSE(is_unspaced_script(U'a'));
}

TEST_CASE("text is normalised and folded for comparing") {
    CHECK(normalise("e\u0301") == "é");
    CHECK(normalise("plain") == "plain");
    CHECK(fold_case("NKVD") == "nkvd");
    CHECK(fold_case("Straße") == "strasse");
    CHECK(fold_case("ÉCOLE") == fold_case("e\u0301cole"));
    CHECK(fold_case("ΣΊΣΥΦΟΣ") == fold_case("σίσυφος"));  // final sigma
    CHECK(fold_case("\xFF"
                    "A") ==
          "\xFF"
          "A");  // not UTF-8: left as it is
    CHECK(without_accents("Dvořák") == "Dvorak");
}

TEST_CASE("white space is trimmed and collapsed") {
    CHECK(trim(" \t a b \r\n") == "a b");
    CHECK(trim(" \n ").empty());
    CHECK(trim("\u00A0a") == "\u00A0a");  // no-break spaces were meant
    CHECK(collapse_spaces("  a \n\t b  ") == "a b");
    CHECK(collapse_spaces(" \n ").empty());
}

TEST_CASE("slugs are GitHub's") {
    CHECK(slug("The Murder of Kirov (1934)!") == "the-murder-of-kirov-1934");
    CHECK(slug("snake_case and-hyphen") == "snake_case-and-hyphen");
    CHECK(slug("a  b") == "a--b");
    CHECK(slug("Сталин и партия") == "сталин-и-партия");
    CHECK(slug("史達林") == "史達林");
    CHECK(slug("?!").empty());
}

TEST_CASE("ASCII slugs always are file names and ids") {
    CHECK(ascii_slug("Crème Brûlée") == "creme-brulee");
    CHECK(ascii_slug("Stalin's  rise -- 1928") == "stalins-rise-1928");
    CHECK(ascii_slug("Straße") == "strasse");
    CHECK(ascii_slug("1934: a year") == "s-1934-a-year");
    CHECK(ascii_slug("1934", "chapter") == "chapter-1934");
    CHECK(ascii_slug("01-kirov", "") == "01-kirov");
    CHECK(ascii_slug(" a ") == "a");
    CHECK(ascii_slug("../../etc/passwd") == "etc-passwd");
}

TEST_CASE("what an ASCII slug loses makes it differ") {
    for (const char* text : {"史達林", "Сталин", "", "!?", "5 лет", "\u0301"}) {
        CAPTURE(text);
        std::string made = ascii_slug(text);
        REQUIRE_FALSE(made.empty());
        CHECK(made[0] >= 'a');
        CHECK(made[0] <= 'z');
        CHECK(made.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos);
        CHECK(made == ascii_slug(text));
    }
    CHECK(ascii_slug("史達林") != ascii_slug("托洛茨基"));
    CHECK(ascii_slug("year год") != ascii_slug("year лет"));
    CHECK(ascii_slug("year год").substr(0, 5) == "year-");
}

TEST_CASE("text is split and joined") {
    CHECK(split("a,,b,", ',') == std::vector<std::string_view>{"a", "", "b", ""});
    CHECK(split("", ',') == std::vector<std::string_view>{""});
    CHECK(join({"a", "", "b"}, ", ") == "a, , b");
    CHECK(join({}, ", ").empty());
}

TEST_CASE("percent-encoding is undone, and a stray % stays") {
    CHECK(percent_decoded("a%20b") == "a b");
    CHECK(percent_decoded("%2e%2E%2f") == "../");
    CHECK(percent_decoded("%C3%A9") == "é");
    CHECK(percent_decoded("100%") == "100%");
    CHECK(percent_decoded("%4") == "%4");
    CHECK(percent_decoded("%zz%41") == "%zzA");
    CHECK(percent_decoded("%2541") == "%41");  // once, not twice
    CHECK(percent_decoded("%00") == std::string(1, '\0'));
}

TEST_CASE("schemes are compared in any case") {
    CHECK(starts_with_ascii_case("HTTPS://x", "https:"));
    CHECK_FALSE(starts_with_ascii_case("http", "https"));
    CHECK(starts_with_ascii_case("x", ""));
}

TEST_CASE("the nearest candidate is one that may have been meant") {
    std::vector<std::string_view> keys = {"title", "subtitle", "language", "authors", "cover"};
    CHECK(nearest("titel", keys) == "title");  // a swap is one edit
    CHECK(nearest("Language", keys) == "language");
    CHECK(nearest("langauge", keys) == "language");
    CHECK(nearest("author", keys) == "authors");
    CHECK(nearest("zebra", keys).empty());
    CHECK(nearest("", keys).empty());
    CHECK(nearest("title", {}).empty());
    CHECK(nearest("сталн", {"ленин", "сталин"}) == "сталин");
}

TEST_CASE("of two that are equally near, the first is taken") {
    CHECK(nearest("bat", {"cat", "hat"}) == "cat");
}

}  // namespace
}  // namespace hornbook
