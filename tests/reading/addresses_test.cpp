// What stands in a text and is no prose keeps its signs.
#include "reading/forms/addresses.h"

#include <string>

#include "catch.h"

namespace hornbook {
namespace {

std::string found_in(std::string_view text) {
    std::string result;
    for (const AddressInText& address : addresses_in(text)) {
        result += std::string(text.substr(address.begin, address.end - address.begin)) + "|";
    }
    return result;
}

}  // namespace

TEST_CASE("addresses and names of files are found") {
    CHECK(found_in("See http://a--b.org, (https://x.org/it's...so) or www.a--b.org.") ==
          "http://a--b.org|https://x.org/it's...so|www.a--b.org|");
    CHECK(found_in("mail me--you@x--y.org; \"my--file.txt\" and a--b.tar.gz") == "me--you@x--y.org|my--file.txt|a--b.tar.gz|");
    CHECK(found_in("C:\\a--b, /home/a--b, ../a--b, xn--bcher-kva.de") == "C:\\a--b|/home/a--b|../a--b|xn--bcher-kva.de|");
}

TEST_CASE("an escaped apostrophe ends no address") {
    CHECK(found_in("www.x.org/it\x07\x07s...so and \x07\x07www.a--b.org\x07\x07") == "www.x.org/it\x07\x07s...so|www.a--b.org|");
}

TEST_CASE("prose is none") {
    CHECK(found_in("a--b, he--said.Then 3.5--4.5, wait...what, and/or--well, e.g.--this, me@home--no").empty());
    CHECK(found_in("nothing to spoil in http://example.org").empty());
}

}  // namespace hornbook
