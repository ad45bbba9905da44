#include "base/base64.h"

#include "catch.h"

namespace hornbook {
namespace {

// RFC 4648, section 10.
TEST_CASE("bytes become base64 and come back") {
    constexpr std::pair<std::string_view, std::string_view> rows[] = {{"", ""},        {"f", "Zg=="},        {"fo", "Zm8="},
                                                                      {"foo", "Zm9v"}, {"foob", "Zm9vYg=="}, {"foobar", "Zm9vYmFy"}};
    for (const auto& [bytes, text] : rows) {
        CHECK(to_base64(bytes) == text);
        CHECK(from_base64(text) == std::string(bytes));
    }
    CHECK(from_base64("Zm9v\n  Ym\tFy ") == "foobar");
    CHECK_FALSE(from_base64("Zm9v!"));
    CHECK_FALSE(from_base64("Zm9vY"));
}

}  // namespace
}  // namespace hornbook
