#include "base/content_policy.h"

#include "catch.h"

namespace hornbook {

TEST_CASE("a page may load what is named, and nothing else") {
    CHECK(content_policy({}) == "default-src 'none'; base-uri 'none'; form-action 'none'");
    CHECK(content_policy({"img-src 'self'"}) == "default-src 'none'; base-uri 'none'; form-action 'none'; img-src 'self'");
}

TEST_CASE("a style is allowed by its hash, as a browser reads its lines") {
    // printf 'p {}\n' | openssl dgst -sha256 -binary | base64
    CHECK(this_style("p {}\n") == "style-src 'sha256-yd0+FBDTWbSvEzemyJXogyH8NkRQDX+UAos6QeP2Fac='");
    CHECK(this_style("p {}\r\n") == this_style("p {}\n"));
    CHECK(this_style("p {}\r") == this_style("p {}\n"));
}

}  // namespace hornbook
