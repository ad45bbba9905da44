// Addresses on the web: mended as browsers do, refused where there is nothing to mend.
#include "base/urls.h"

#include "catch.h"

namespace hornbook {
namespace {

std::string mended(std::string_view written) {
    OutsideUrl url = outside_url(address_meant(written));
    return url.problem.empty() ? url.url : "refused: it " + url.problem;
}

}  // namespace

TEST_CASE("an address is mended where browsers agree what it means") {
    CHECK(mended("HTTP://Example.org") == "http://Example.org");
    CHECK(mended("https:/example.org/a") == "https://example.org/a");
    CHECK(mended("https:example.org/a") == "https://example.org/a");
    CHECK(mended("https:///example.org/a") == "https://example.org/a");
    CHECK(mended("https:\\\\example.org\\a?b=\\c") == "https://example.org/a?b=%5Cc");
    CHECK(mended("https://example.org/a b|c[1]{2}^`\"<>") == "https://example.org/a%20b%7Cc%5B1%5D%7B2%7D%5E%60%22%3C%3E");
    CHECK(mended("https://example.org/ä?q=ü#ö#2") == "https://example.org/%C3%A4?q=%C3%BC#%C3%B6%232");
    CHECK(mended("https://example.org/100%/a%20b%zz") == "https://example.org/100%25/a%20b%25zz");
    CHECK(mended("https://example.org:8080/") == "https://example.org:8080/");
    CHECK(mended("http://localhost:8080/") == "http://localhost:8080/");
    CHECK(mended("https://%65xample.org/") == "https://example.org/");
}

TEST_CASE("an address without its scheme is known by its form") {
    CHECK(mended("www.example.org") == "https://www.example.org");
    CHECK(mended("//example.org/a") == "https://example.org/a");
    CHECK(mended("rain@example.org") == "mailto:rain@example.org");
    CHECK(address_meant("02-rain.md#drops") == "02-rain.md#drops");
    CHECK(address_meant("images/rain@2x.png") == "images/rain@2x.png");
    CHECK(looks_like_host("docs.example.org/rain"));
    CHECK_FALSE(looks_like_host("02-rain.md"));
    CHECK_FALSE(looks_like_host("../rain/"));
}

TEST_CASE("an address that leads nowhere is refused") {
    CHECK(mended("https://../") == "refused: it names no valid host");
    CHECK(mended("https://") == "refused: it names no valid host");
    CHECK(mended("https://a b/") == "refused: it names no valid host");
    CHECK(mended("https://example.org:99999/") == "refused: it has no valid port");
    CHECK(mended("https://me:secret@example.org/") == "refused: it names a user before the host");
    CHECK(mended("https://%FF.org/") == "refused: it names no valid host");
    CHECK(mended("mailto:nobody") == "refused: it names no address");
    CHECK_FALSE(outside_url("javascript:alert(1)").problem.empty());
    CHECK_FALSE(outside_url("javascript:alert(1)").other_kind);
    CHECK_FALSE(outside_url("C:\\rain.md").other_kind);
    CHECK(outside_url("ftp://example.org/").other_kind);
}

}  // namespace hornbook
