#include "xml/writer.h"

#include "base/text.h"
#include "catch.h"
#include "well_formed.h"

namespace hornbook {
namespace {

std::string written(std::string_view text) {
    XmlWriter xml;
    xml.element("p", {{"title", text}}, text);
    return xml.take();
}

TEST_CASE("the judge knows good from bad") {
    CHECK(parse_strictly("<a>b</a>").problem.empty());
    for (std::string_view bad :
         {std::string_view("<a>"), std::string_view("<a/><a/>"), std::string_view("<a x='1' x='2'/>"), std::string_view("<a>\x01</a>"),
          std::string_view("<a>\xC3</a>"), std::string_view("<x:a/>"), std::string_view("<a>&nbsp;</a>"), std::string_view("")}) {
        CAPTURE(bad);
        CHECK_FALSE(parse_strictly(bad).problem.empty());
    }
}

TEST_CASE("a document is written as told") {
    XmlWriter xml;
    xml.declaration();
    xml.doctype("html");
    xml.open("html", {{"xmlns", "http://www.w3.org/1999/xhtml"}, {"lang", ""}});
    xml.line_break();
    xml.open("p");
    xml.attribute("class", "");
    xml.text("one ");
    xml.element("b", {}, "two");
    xml.empty("br");
    xml.text(" three");
    xml.close();
    xml.close();
    std::string text = xml.take();
    CHECK(text ==
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          "<!DOCTYPE html>\n"
          "<html xmlns=\"http://www.w3.org/1999/xhtml\">\n"
          "<p class=\"\">one <b>two</b><br/> three</p></html>");
    CHECK(parse_strictly(text).problem.empty());
}

TEST_CASE("text and attributes are escaped, and read back as they were") {
    std::string hard = "a < b && c > d \"quoted\" 'so' ]]> &amp; &#65; <!-- <script> é 約 😀";
    std::string text = written(hard);
    ParsedXml parsed = parse_strictly(text);
    CHECK(parsed.problem.empty());
    CHECK(parsed.text == hard);
    CHECK(parsed.attributes == std::vector<std::string>{"title=" + hard});
}

TEST_CASE("a CDATA section holds what it is given, its own end included") {
    XmlWriter xml;
    xml.open("p");
    xml.cdata("<b>a</b> ]]> & ]]]]>>\x01");
    xml.close();
    std::string text = xml.take();
    CHECK(text.starts_with("<p><![CDATA[<b>a</b> ]]"));
    ParsedXml parsed = parse_strictly(text);
    CHECK(parsed.problem.empty());
    CHECK(parsed.text == "<b>a</b> ]]> & ]]]]>>");
}

TEST_CASE("characters that XML does not allow are dropped, wherever they come from") {
    for (char32_t c = 0; c <= 0x10FFFF; c += c < 0x200 || (c >= 0xFF00 && c < 0x10100) ? 1 : 0x3FF) {
        if (c >= 0xD800 && c <= 0xDFFF) {
            continue;
        }
        std::string text = "a";
        append_utf8(text, c);
        text += "b";
        bool kept = only_xml_characters(text) == text;
        bool allowed = is_xml_character(c);
        if (kept != allowed || (!allowed && only_xml_characters(text) != "ab")) {
            FAIL("U+" << std::hex << static_cast<unsigned>(c));
        }
        if (!parse_strictly(written(text)).problem.empty()) {
            FAIL("U+" << std::hex << static_cast<unsigned>(c) << " made what is not well-formed");
        }
    }
    CHECK_FALSE(is_xml_character(0xB));
    CHECK_FALSE(is_xml_character(0xD800));
    CHECK_FALSE(is_xml_character(0xFFFE));
    CHECK_FALSE(is_xml_character(0xFFFF));
    CHECK_FALSE(is_xml_character(0x1FFFE));
    CHECK(is_xml_character(0xFFFD));
    CHECK(is_xml_character(0x10FFFD));
    CHECK(is_xml_character('\t'));
}

TEST_CASE("bytes that are no UTF-8 are dropped, and a replacement character stays") {
    CHECK(only_xml_characters("a\xFF\xC3") == "a");
    CHECK(only_xml_characters("\xED\xA0\x80z") == "z");  // a surrogate
    CHECK(only_xml_characters("\xE2\x82"
                              "a") == "a");
    CHECK(only_xml_characters("\uFFFD") == "\uFFFD");
    CHECK(parse_strictly(written("a\xFF\xED\xA0\x80")).problem.empty());
}

// <td/> would leave the cell open in an HTML parser.
TEST_CASE("an element without content has both its tags, unless it is meant to be empty") {
    XmlWriter xml;
    xml.open("table");
    xml.element("td", {}, "");
    xml.open("td");
    xml.close();
    xml.open("td");
    xml.text("");
    xml.close();
    xml.empty("hr", {{"class", "x"}});
    xml.close();
    CHECK(xml.take() == "<table><td></td><td></td><td></td><hr class=\"x\"/></table>");
}

TEST_CASE("no white space is added between elements") {
    XmlWriter xml;
    xml.open("p");
    xml.element("b", {}, "a");
    xml.element("i", {}, "b");
    xml.open("span");
    xml.element("b", {}, "c");
    xml.close();
    xml.text("d");
    xml.element("b", {}, "e");
    xml.close();
    CHECK(xml.take() == "<p><b>a</b><i>b</i><span><b>c</b></span>d<b>e</b></p>");
}

TEST_CASE("elements may lie deep in one another, whatever becomes of the names given") {
    constexpr int depth = 20'000;
    XmlWriter xml;
    for (int i = 0; i < depth; ++i) {
        std::string name = "e" + std::to_string(i % 300);  // gone before the element is closed
        xml.open(name);
    }
    xml.text("deep");
    for (int i = 0; i < depth; ++i) {
        xml.close();
    }
    ParsedXml parsed = parse_strictly(xml.take());
    CHECK(parsed.problem.empty());
    CHECK(parsed.elements.size() == depth);
    CHECK(parsed.text == "deep");
}

TEST_CASE("a writer can be handed on half-way") {
    XmlWriter first;
    first.open("a");
    XmlWriter second = std::move(first);
    second.text("b");
    second.close();
    CHECK(second.take() == "<a>b</a>");
}

}  // namespace
TEST_CASE("a piece that another writer wrote stands as it is") {
    XmlWriter piece;
    piece.element("b", {}, "a & b");
    XmlWriter xml;
    xml.open("p");
    xml.piece(piece.take());
    xml.text(" c");
    xml.close();
    CHECK(xml.take() == "<p><b>a &amp; b</b> c</p>");
}

}  // namespace hornbook
