// Writing Markdown is bounded: each text here once took time by the square of its length.
#include "catch.h"
#include "cpu_limit.h"
#include "importing/markdown/escapes.h"
#include "repeated.h"

namespace hornbook {
namespace {

constexpr std::size_t many = 4'000'000;

std::size_t length_of(std::string_view repeated_text) {
    CpuLimit limit;
    std::string line;
    markdown::append_text(line, repeated(repeated_text, many), "a", false);
    return line.size();
}

}  // namespace

TEST_CASE("ampersands, braces and low lines cost Markdown time by their number") {
    CHECK(length_of("&") == many);
    CHECK(length_of("{") < 2 * many);
    CHECK(length_of("_") >= many);
    CpuLimit limit;
    CHECK(markdown::address(repeated("&", many)).size() == many);
    CHECK(markdown::code_span(repeated("`", many)).size() == many + 2 * (many + 1) + 2);
}

TEST_CASE("what begins a reference or a weight is escaped, and nothing like it") {
    auto written = [](std::string_view text) {
        std::string line;
        markdown::append_text(line, text, "", false);
        return line;
    };
    CHECK(written("&eacute; &#233; & ; &a b;") == "\\&eacute; \\&#233; & ; &a b;");
    CHECK(written("a {50%} {50} {a%}") == "a \\{50%} {50} {a%}");
    CHECK(markdown::code_span("a `` b") == "```a `` b```");
}

}  // namespace hornbook
