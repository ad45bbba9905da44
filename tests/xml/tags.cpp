#include "xml/tags.h"

#include "catch.h"

namespace hornbook {
namespace {

std::string shown(const Tag& tag) {
    std::string text = tag.kind == TagKind::start ? "start " : tag.kind == TagKind::end ? "end " : "empty ";
    text += tag.name;
    for (const Attribute& a : attributes_of(tag)) {
        text += " " + std::string(a.name) + "=[" + std::string(a.value) + "]";
    }
    return text;
}

}  // namespace

TEST_CASE("tags and what stands between them are met in order, as they stand") {
    XmlWriter xml;
    xml.declaration();
    xml.open("p", {{"class", "a \"b\" <c>"}, {"epub:type", "x/y"}});
    xml.attribute("alt", "");
    xml.text("1 < 2 \"&\" \n");
    xml.empty("br");
    xml.close();
    std::vector<std::string> met;
    walk_tags(xml.take(), {[&](std::string_view text) { met.emplace_back(text); }, [&](const Tag& tag) { met.push_back(shown(tag)); }});
    CHECK(met == std::vector<std::string>{"<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "\n",
                                          "start p class=[a &quot;b&quot; &lt;c&gt;] epub:type=[x/y] alt=[]", "1 &lt; 2 \"&amp;\" \n",
                                          "empty br", "end p"});
}

}  // namespace hornbook
