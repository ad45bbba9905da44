#include "packaging/unpack.h"

#include "base/limits.h"
#include "catch.h"
#include "packaging/archive.h"

namespace hornbook {
namespace {

std::string packed(std::string_view name, std::string_view bytes) {
    return make_archive({{"first.txt", "one"}, {name, bytes}}, 0, 1);
}

TEST_CASE("what was packed comes out again") {
    Unpacked result = unpack_archive(packed("folder/second.txt", std::string(100'000, 'x')));
    CHECK(result.problem.empty());
    REQUIRE(result.files.size() == 2);
    CHECK(result.files["first.txt"] == "one");
    CHECK(result.files["folder/second.txt"] == std::string(100'000, 'x'));
}

TEST_CASE("no name leads out of an archive") {
    for (std::string_view name : {"../up.txt", "/etc/passwd", "a/../../b", "a\\b", ".."}) {
        INFO(name);
        CHECK(unpack_archive(packed(name, "x")).problem == "a file in it has a name that leads out of it");
    }
}

TEST_CASE("an archive that unpacks to too much is refused") {
    std::string big(limits::unpacked_bytes, '\0');
    std::vector<ArchiveEntry> entries;
    std::vector<std::string> names = {"a", "b", "c", "d", "e"};
    for (const std::string& name : names) {
        entries.push_back({name, big});
    }
    std::string bomb = make_archive(entries, 0, 2);
    CHECK(bomb.size() < 1'000'000);
    CHECK(unpack_archive(bomb).problem == "it unpacks to more than 256 MiB");
}

TEST_CASE("damaged archives are refused") {
    std::string good = packed("second.txt", std::string(1000, 'y') + "z");
    CHECK_FALSE(unpack_archive("").problem.empty());
    CHECK_FALSE(unpack_archive("PK\x03\x04").problem.empty());
    CHECK_FALSE(unpack_archive(good.substr(0, good.size() - 30)).problem.empty());
    std::string spoilt = good;
    spoilt[spoilt.find("second.txt") + 12] ^= 0x55;
    CHECK_FALSE(unpack_archive(spoilt).problem.empty());
}

}  // namespace
}  // namespace hornbook
