#include "xml/reader.h"

#include "catch.h"

namespace hornbook {
namespace {

TEST_CASE("a document is a tree that knows its lines") {
    XmlDocument document =
        read_xml("<?xml version=\"1.0\"?>\n<q:a xmlns:q=\"urn:x\" q:n=\"1 &lt; 2\">\n <b>one</b> <i>two</i>\n<!-- c --></q:a>");
    CHECK(document.problem.empty());
    CHECK(document.root.name == "a");
    CHECK(document.root.attribute("n") == "1 < 2");
    CHECK(document.root.place.line == 2);
    REQUIRE(document.root.child("i") != nullptr);
    CHECK(document.root.child("i")->place.line == 3);
    CHECK(document.root.words() == "\n one two\n");
}

TEST_CASE("elements know where they stand, whatever else looks like tags") {
    std::string text = "<?xml version='1.0'?><!DOCTYPE a><a x='>'><!-- <b> --><b><![CDATA[<b>]]></b><b/><q:b>&lt;b&gt;</q:b></a>";
    XmlDocument document = read_xml(text);
    REQUIRE(document.problem.empty());
    auto at = [&](const XmlNode& node) { return text.substr(node.place.begin, node.place.end - node.place.begin); };
    CHECK(at(document.root) == text.substr(text.find("<a x")));
    std::vector<const XmlNode*> found = document.root.all("b");
    REQUIRE(found.size() == 3);
    CHECK(at(*found[0]) == "<b><![CDATA[<b>]]></b>");
    CHECK(at(*found[1]) == "<b/>");
    CHECK(at(*found[2]) == "<q:b>&lt;b&gt;</q:b>");
}

TEST_CASE("CDATA is text as it stands, and names of HTML are characters") {
    CHECK(read_xml("<a><![CDATA[<p>x</p>\n <p>&nbsp;</p>]]></a>").root.words() == "<p>x</p>\n <p>&nbsp;</p>");
    CHECK(read_xml("<a>1&nbsp;&ndash; 2</a>").root.words() == "1\u00A0– 2");
}

TEST_CASE("what is no document is refused") {
    CHECK(read_xml("<a><b></a>").problem == "it is not well-formed");
    CHECK(read_xml("<a>\n<b>\n</c></a>").line > 1);
    CHECK(read_xml("<a/><b/>").problem == "it has a second element beside its first");
    CHECK(read_xml("").problem != "");
    CHECK(read_xml("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>").problem == "it declares entities");
    std::string deep;
    for (int i = 0; i < 150; ++i) {
        deep.insert(0, "<a>");
        deep += "</a>";
    }
    CHECK(read_xml(deep).problem == "its elements are nested too deeply");
    CHECK(read_xml(std::string(100'000, '<') + "a").problem != "");
}

TEST_CASE("characters that nobody may write are dropped") {
    CHECK(read_xml("<a>x&#1;y&#xFFFE;z</a>").root.words() == "xyz");
}

}  // namespace
}  // namespace hornbook
