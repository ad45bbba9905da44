// Numbers as people type them, by language and region.
#include "base/written_number.h"

#include "base/folding.h"
#include "base/number_style.h"
#include "catch.h"

using namespace hornbook;

namespace {

std::optional<double> read(std::string_view typed, std::string_view language) {
    return number_of(fold_answer(typed, language), language);
}

}  // namespace

TEST_CASE("language and region have a decimal mark") {
    CHECK(number_style("en").decimal_mark == '.');
    CHECK(number_style("de").decimal_mark == ',');
    CHECK(number_style("de-CH").decimal_mark == '.');
    CHECK(number_style("gsw-CH").decimal_mark == '.');
    CHECK(number_style("de-ch").decimal_mark == '.');
    CHECK(number_style("de-Latn-CH").decimal_mark == '.');
    CHECK(number_style("de-x-ch").decimal_mark == ',');
    CHECK(number_style("es").decimal_mark == ',');
    CHECK(number_style("es-MX").decimal_mark == '.');
    CHECK(number_style("es-419").decimal_mark == '.');
    CHECK(number_style("ar-MA").decimal_mark == ',');
    CHECK(number_style("zh-Hant-TW").decimal_mark == '.');
    CHECK(number_style("qq").decimal_mark == ',');
    CHECK(number_style("").decimal_mark == ',');
    CHECK(is_of_two_minds("es-MX"));
    CHECK(is_of_two_minds("de"));
    CHECK_FALSE(is_of_two_minds("en-GB"));
}

TEST_CASE("groups are of three digits, or of two in India") {
    CHECK(read("1,00,000", "hi") == 100000);
    CHECK(read("1,00,000", "en-IN") == 100000);
    CHECK(read("12,34,567.5", "en-IN") == 1234567.5);
    CHECK(read("100,000", "hi") == 100000);
    CHECK_FALSE(read("1,00,000", "en-GB"));
    CHECK_FALSE(read("1,00,00", "hi"));
    CHECK_FALSE(read("123,00,000", "hi"));
    CHECK_FALSE(read("1,00", "hi"));
    CHECK_FALSE(read(",000", "en"));
    CHECK_FALSE(read("1234,567", "en"));
    CHECK(read("1.234.567,5", "de") == 1234567.5);
}

TEST_CASE("a power of ten may stand behind a number") {
    CHECK(read("6.02 × 10^23", "en") == 6.02e23);
    CHECK(read("6,02 × 10²³", "de") == 6.02e23);
    CHECK(read("1.6x10^-19", "en") == 1.6e-19);
    CHECK(read("1.6·10⁻¹⁹", "en") == 1.6e-19);
    CHECK(read("10^3", "en") == 1000);
    CHECK(read("10³", "en") == 1000);
    CHECK(read("1e5", "en") == 100000);
    CHECK(read("-2.5E-3", "en") == -0.0025);
    CHECK(read("10^+3", "en") == 1000);
    CHECK(read("1e200", "en") == 1e200);
    for (std::string_view typed : {"e5", "1e", "1e1000", "1e201", "10^", "2^3", "5²", "10^^3", "1 x 10", "x10^3", "10^3^2", "1e5e5"}) {
        INFO(typed);
        CHECK_FALSE(read(typed, "en"));
    }
}

TEST_CASE("signs, spaces and what is not seen") {
    CHECK(read("–112", "en") == -112);
    CHECK(read("− 3", "en") == -3);
    CHECK(read("+3", "en") == 3);
    CHECK(read("12.", "en") == 12);
    CHECK(read(".5", "en") == 0.5);
    CHECK(read("40\u00a0000", "en") == 40000);
    CHECK(read("1\u00ad2", "en") == 12);
    CHECK(read("১২", "bn") == 12);
    CHECK_FALSE(read("--3", "en"));
    CHECK_FALSE(read("-", "en"));
    CHECK_FALSE(read("", "en"));
    CHECK_FALSE(read("1.2.3", "en"));
    CHECK(read(std::string(40, '9'), "en"));
    CHECK_FALSE(read(std::string(41, '9'), "en"));
}

TEST_CASE("folding keeps what would else be nothing") {
    CHECK(fold_answer("\u0640", "ar") == "\u0640");
    CHECK(fold_answer(" \u064e ", "ar") == "\u064e");
    CHECK(fold_answer("\u064e.", "ar") == ".");
    CHECK(fold_answer("\u6771\u4eac\uff61", "ja") == "\u6771\u4eac");
    CHECK(fold_answer(".", "en") == ".");
    CHECK(fold_answer("\u0640 a \u0640", "en") == "a");
    CHECK(fold_answer("a\u0085b", "en") == "a b");
    CHECK(fold_answer("DOĞRU", "TR") == "doğru");
    CHECK(fold_answer("ISI", "tr") == "ısı");
}
