// Every author's file becomes text that XML can hold, whatever its bytes are: handled, or refused with a place.
#include "reading/text_file.h"

#include <random>

#include "base/text.h"
#include "catch.h"
#include "model/mistakes.h"

namespace hornbook {
namespace {

struct Added {
    std::string text;
    std::vector<Diagnostic> found;
};

Added add(const std::string& bytes) {
    Sources sources;
    Diagnostics diagnostics;
    std::uint32_t file = add_text_file(sources, "chapters/01.md", bytes, diagnostics);
    return {sources[file].text, {diagnostics.all().begin(), diagnostics.all().end()}};
}

void expect_at(const Added& added, Mistake mistake, std::uint32_t line, std::uint32_t column) {
    REQUIRE(added.found.size() == 1);
    CHECK(added.found[0].mistake == mistake);
    CHECK(added.found[0].place.line == line);
    CHECK(added.found[0].place.column == column);
    CHECK(!added.found[0].hint.empty());
}

std::string utf16(std::u16string_view text, bool big_endian) {
    std::string bytes;
    for (char16_t unit : text) {
        char high = static_cast<char>(unit >> 8U);
        char low = static_cast<char>(unit & 0xFFU);
        bytes += big_endian ? high : low;
        bytes += big_endian ? low : high;
    }
    return bytes;
}

TEST_CASE("line ends of every system are line feeds") {
    for (const char* text : {"one\ntwo\n\nfour\n", "one\r\ntwo\r\n\r\nfour\r\n", "one\rtwo\r\rfour\r", "one\rtwo\r\n\nfour\n"}) {
        CAPTURE(text);
        Added added = add(text);
        CHECK(added.text == "one\ntwo\n\nfour\n");
        CHECK(added.found.empty());
    }
    expect_at(add("one\rtwo\rth\x01ree"), Mistake::control_character, 3, 3);
}

TEST_CASE("what other programs' files are is seen by their first bytes") {
    using namespace std::string_view_literals;
    CHECK(kind_of_document("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj"sv) == "a PDF");
    CHECK(kind_of_document("PK\x03\x04\x14\0"sv).starts_with("a packed file"));
    CHECK(kind_of_document("{\\rtf1\\ansi Bees fly.}").ends_with("(RTF)"));
    CHECK(kind_of_document("\xD0\xCF\x11\xE0\xA1\xB1"sv) == "a document of an old word processor");
    CHECK(kind_of_document("\x89PNG\r\n\x1A\n"sv) == "a picture");
    for (const char* text : {"# Bees\n", "", "%PDF is a format", "PK is a short name", "{\\it rtf}", "---\ntitle: x\n---\n"}) {
        INFO(text);
        CHECK(kind_of_document(text).empty());
    }
}

TEST_CASE("a byte order mark goes, without moving the first column") {
    CHECK(add("\xEF\xBB\xBF# One\n").text == "# One\n");
    CHECK(add("\xEF\xBB\xBF# One\n").found.empty());
    expect_at(add("\xEF\xBB\xBF# \x01\n"), Mistake::control_character, 1, 3);
    CHECK(add("# One\xEF\xBB\xBF\n").text == "# One\xEF\xBB\xBF\n");  // elsewhere it is a character that XML has
    CHECK(add("\xEF\xBB\xBF").text.empty());
    CHECK(add("").text.empty());
}

TEST_CASE("what XML cannot hold is refused at its place") {
    const std::string bad[] = {std::string(1, '\0'),
                               "\x01",
                               "\x08",
                               "\x0B",
                               "\x0C",
                               "\x1B",
                               "\x1F",
                               "\x7F",
                               "\xC2\x80",
                               "\xC2\x9F",
                               "\xEF\xBF\xBE",
                               "\xEF\xBF\xBF",
                               "\xEF\xB7\x90",
                               "\xF0\x9F\xBF\xBE"};  // U+FFFE, U+FFFF, U+FDD0, U+1FFFE
    for (const std::string& character : bad) {
        CAPTURE(character);
        Added added = add("# One\n\nab" + character + "cd\n");
        expect_at(added, Mistake::control_character, 3, 3);
        CHECK(added.text == "# One\n\nab" + std::string(character.size(), '?') + "cd\n");
    }
    CHECK(add("a\tb \xC2\xA0 \xEF\xBF\xBD \xF0\x9F\x98\x80\n").found.empty());  // a tab, a no-break space, U+FFFD, an emoji
}

TEST_CASE("what is not UTF-8 is refused at its place") {
    const std::string bad[] = {"\xFC",                      // Latin-1
                               "\x80",                      // a byte that follows nothing
                               "\xC3",                      // a first byte that nothing follows
                               "\xE2\x82",                  // cut off
                               "\xC0\xAF",                  // `/` in too many bytes
                               "\xE0\x80\xAF",              // in even more
                               "\xED\xA0\x80",              // a lone high surrogate
                               "\xED\xBF\xBF",              // a lone low one
                               "\xED\xA0\xBD\xED\xB8\x80",  // two of them, as CESU-8 writes an emoji
                               "\xF4\x90\x80\x80",          // above U+10FFFF
                               "\xF8\x88\x80\x80\x80",
                               "\xFE",
                               "\xFF"};
    for (const std::string& bytes : bad) {
        CAPTURE(bytes);
        Added added = add("# One\n\nab" + bytes + " cd\n");
        expect_at(added, Mistake::not_utf8, 3, 3);
        CHECK(is_valid_utf8(added.text));
        CHECK(added.text == "# One\n\nab" + std::string(bytes.size(), '?') + " cd\n");
    }
}

TEST_CASE("a file in UTF-16 is named as such, and read on, however it ends") {
    for (bool big_endian : {false, true}) {
        for (bool odd : {false, true}) {
            CAPTURE(big_endian, odd);
            std::u16string text = u"\uFEFF# Caf\u00E9\r\n\U0001F600\r\n";
            Added added = add(utf16(text, big_endian) + (odd ? "x" : ""));
            expect_at(added, Mistake::not_utf8, 0, 0);
            CHECK(added.text.starts_with("# Caf\xC3\xA9\n\xF0\x9F\x98\x80\n"));
            CHECK(is_valid_utf8(added.text));
        }
        for (char16_t lone : {u'\xD800', u'\xDC00'}) {
            Added added = add(utf16(std::u16string(u"\uFEFFa") + lone + u"b", big_endian));
            CHECK(added.text == "a?b");
        }
        Added added = add(utf16(std::u16string(u"\uFEFFa\u0007b"), big_endian));
        CHECK(added.text == "a?b");
        CHECK(added.found.size() == 2);
    }
}

// UTF-16 without its mark is full of NUL: refused as what it is, one message a line.
TEST_CASE("UTF-16 without a byte order mark is refused") {
    Added added = add(utf16(u"# One\nTwo\n", false));
    CHECK(!added.found.empty());
    CHECK(added.text.find('\0') == std::string::npos);
}

TEST_CASE("any bytes become text that XML can hold, and without a message nothing of them changes") {
    std::mt19937 random(11);
    const std::string pieces[] = {"\r",
                                  "\n",
                                  "a",
                                  "\xEF",
                                  "\xBB",
                                  "\xBF",
                                  "\xBE",
                                  "\xED",
                                  "\xA0",
                                  "\x80",
                                  "\xC2",
                                  "\xF0",
                                  "\x9F",
                                  "\xFE",
                                  "\xFF",
                                  "\x1F",
                                  std::string(1, '\0'),
                                  "&#1;"};
    for (int round = 0; round < 20'000; ++round) {
        std::string bytes;
        for (std::size_t n = random() % 8; n-- > 0;) {
            bytes += pieces[random() % std::size(pieces)];
        }
        CAPTURE(bytes);
        Added added = add(bytes);
        REQUIRE(is_valid_utf8(added.text));
        for (std::size_t at = 0; at < added.text.size();) {
            char32_t c = next_code_point(added.text, at);
            REQUIRE((c == '\n' || c == '\t' || (c >= 0x20 && (c & 0xFFFE) != 0xFFFE)));
        }
        std::string_view body = bytes;
        body.remove_prefix(body.starts_with("\xEF\xBB\xBF") ? 3 : 0);
        REQUIRE((!added.found.empty() || body.find('\r') != std::string::npos || added.text == body));
    }
}

}  // namespace
}  // namespace hornbook
