#include "base/shared_bytes.h"

#include "catch.h"

namespace hornbook {
namespace {

TEST_CASE("shared bytes are one, however many hold them") {
    SharedBytes one = std::string(1000, 'a');
    SharedBytes other = one;
    const std::string& same = other;
    CHECK(one.view().data() == same.data());
    CHECK(one == other);
    CHECK(one == std::string(1000, 'a'));
    CHECK_FALSE(one == "a");
}

TEST_CASE("whoever takes shared bytes leaves the others theirs, and alone takes them without a copy") {
    SharedBytes one = std::string(1000, 'a');
    SharedBytes other = one;
    std::string taken = std::move(one).take();
    taken += 'b';
    CHECK(other.size() == 1000);
    const char* where = other.view().data();
    std::string moved = std::move(other).take();
    CHECK(moved.data() == where);
    CHECK(std::move(other).take().empty());
}

TEST_CASE("no bytes are empty bytes") {
    SharedBytes none;
    CHECK(none.empty());
    CHECK(none.size() == 0);
    CHECK(none == "");
    CHECK(static_cast<const std::string&>(none).empty());
}

}  // namespace
}  // namespace hornbook
