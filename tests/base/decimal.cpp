// Decimals: plain digits whatever the size, and sums as on paper.
#include "base/decimal.h"

#include "catch.h"

using namespace hornbook;

TEST_CASE("a number as it was written keeps all its digits") {
    for (const char* written : {"0", "-1.5", "0.1", "0.30000000000000004", "3.1415926535897932", "9007199254740992", "9007199254740993",
                                "1e300", "18446744073709551615", "0.000012345678901234567", "123456.78901234567"}) {
        INFO(written);
        std::string digits = exact_decimal(decimal_value(written));
        CHECK(decimal_value(digits) == decimal_value(written));
        CHECK(digits.find('e') == std::string::npos);
    }
    CHECK(exact_decimal(9007199254740992.0) == "9007199254740992");
    CHECK(exact_decimal(0.1) == "0.1");
    CHECK(exact_decimal(2.5e-7) == "0.00000025");
    CHECK(exact_decimal(-1e21) == "-1000000000000000000000");
}

TEST_CASE("a number is written in plain digits, however great or small") {
    CHECK(plain_decimal(0) == "0");
    CHECK(plain_decimal(-0.0) == "0");
    CHECK(plain_decimal(12) == "12");
    CHECK(plain_decimal(1000000) == "1000000");
    CHECK(plain_decimal(-1e15) == "-1000000000000000");
    CHECK(plain_decimal(9007199254740991.0) == "9007199254740991");
    CHECK(plain_decimal(6.02e23) == "602000000000000000000000");
    CHECK(plain_decimal(0.00001) == "0.00001");
    CHECK(plain_decimal(-1.5e-7) == "-0.00000015");
    CHECK(plain_decimal(3.14) == "3.14");
    CHECK(plain_decimal(100.25) == "100.25");
    CHECK(plain_decimal(0.3 - 0.2) == "0.1");
    CHECK(plain_decimal(1.0 / 3) == "0.333333333333333");
}

TEST_CASE("sums of decimals are those of paper") {
    CHECK(sum_of_decimals("0.7", "0.1") == 0.8);
    CHECK(sum_of_decimals("0.3", "-0.1") == 0.2);
    CHECK(sum_of_decimals("1000000", "-999999.9") == 0.1);
    CHECK(sum_of_decimals("1e3", "0.001") == 1000.001);
    CHECK(sum_of_decimals("1.5e-3", "2E+1") == 20.0015);
    CHECK(sum_of_decimals("-5", "5") == 0);
    CHECK(sum_of_decimals("1e200", "1") == 1e200);
    CHECK(sum_of_decimals("0", "1e-200") == 1e-200);
    CHECK(sum_of_decimals("12345678901234567890", "1") == 12345678901234567890.0);
}
