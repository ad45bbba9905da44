// GIFT as it is written.
#include "catch.h"
#include "formats/gift/gift.h"
#include "formats/gift/signs.h"
#include "formats/written_bank.h"

namespace hornbook {

TEST_CASE("the questions of a book become the GIFT that is expected of it") {
    check_written_banks("gift", make_gift);
}

TEST_CASE("a book without questions makes an empty bank of GIFT, and it is said") {
    check_empty_bank(make_gift);
}

TEST_CASE("gift: signs are escaped, and what would be read as a format or a weight says which it is") {
    CHECK(gift_escaped("a=b {c}: \\d\n#~") == "a\\=b \\{c\\}\\: \\\\d\\n\\#\\~");
    CHECK(gift_piece("plain", GiftFormat::moodle) == "plain");
    CHECK(gift_piece("a &lt; b", GiftFormat::moodle) == "[html]a &lt; b");
    CHECK(gift_piece("a &lt; b", GiftFormat::html) == "a &lt; b");
    CHECK(gift_piece("%50% off", GiftFormat::moodle) == "[moodle]%50% off");
    CHECK(gift_piece("[Plain]x", GiftFormat::html) == "[html][Plain]x");
    CHECK(gift_words("[NKVD] *") == "[NKVD] \\\\*");
    CHECK(gift_words("[html]") == "[plain][html]");
    CHECK(gift_comment("hint: [id:a]\nb") == "// hint: (id:a) b\n");
}

}  // namespace hornbook
