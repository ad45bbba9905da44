#include "base/hash.h"

#include "catch.h"

namespace hornbook {
namespace {

// FIPS 180-4's examples.
TEST_CASE("SHA-256 gives the published sums") {
    CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256_hex(std::string(1'000'000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("a stable hash is the beginning of SHA-256") {
    CHECK(stable_hash("abc") == 0xba7816bf8f01cfeaULL);
    CHECK(stable_hash("") == 0xe3b0c44298fc1c14ULL);
}

// RFC 9562, appendix A.4, has its example in the DNS namespace; these are uuid.uuid5(NAMESPACE_URL, …) of Python.
TEST_CASE("UUIDs of version 5 are those that others make") {
    CHECK(uuid5("http://python.org/") == "4c565f0d-3f5a-5890-b41b-20cf47701c5e");
    CHECK(uuid5("") == "1b4db7eb-4057-5ddf-91e0-36dec72071f5");
    CHECK(uuid5("https://example.org/Сталин") == "1f1f041d-15ba-52b6-8362-77064045e53c");
}

}  // namespace
}  // namespace hornbook
