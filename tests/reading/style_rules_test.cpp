// A book's own styles: what they may call, and the many ways of reaching out.
#include "reading/style_rules.h"

#include "catch.h"

namespace hornbook {
namespace {

std::string seen(std::string_view css) {
    std::string result;
    for (const StyleFault& fault : style_faults(css)) {
        result += std::string(code_of(fault.mistake)) + " " + std::string(fault.part) + "\n";
    }
    return result;
}

}  // namespace

TEST_CASE("no function brings in a file, whoever's prefix it wears and however it is written") {
    for (const char* name : {"url", "src", "image", "image-set", "cross-fade", "-webkit-image-set", "-moz-image-set", "-x-url", "URL",
                             "-WebKit-Cross-Fade", "-webkit-named-image", "url-prefix"}) {
        std::string call = std::string(name) + "(";
        CHECK(seen("p { background: " + call + "'http://example.org/a.png' 1x); }") == "style-reaches-out " + call + "\n");
        CHECK(seen("@media screen { p { --x: " + call + "'a.png'); } }") == "style-reaches-out " + call + "\n");
    }
    CHECK(seen("@IMPORT 'a.css';") == "style-reaches-out @IMPORT\n");
    CHECK(seen("p { mask: url('#here'); clip-path: URL( #there ); }") == "");
}

TEST_CASE("a function that is on no list is told, even if nobody knows it yet") {
    CHECK(seen("p { background: paint(worklet); }") == "bad-style paint(\n");
    CHECK(seen("p { background: --mine('http://example.org'); }") == "bad-style --mine(\n");
    CHECK(seen("p { filter: progid:DXImageTransform.Microsoft.AlphaImageLoader(src='http://example.org'); }") ==
          "bad-style AlphaImageLoader(\n");
    CHECK(seen("p { background: u/**/rl(http://example.org); }") == "bad-style rl(\n");
}

TEST_CASE("attr() names an attribute and nothing more") {
    CHECK(seen("p::after { content: attr(title) attr( data-x ); }") == "");
    for (const char* inside : {"href url", "href type(<url>)", "href, url(#a)", "href raw-string", ""}) {
        std::string found = seen("p { background: attr(" + std::string(inside) + "); }");
        CHECK(found.starts_with("bad-style attr(\n"));
    }
}

TEST_CASE("escapes hide no letters of a name, and are welcome in text") {
    for (const char* name :
         {"u\\72l(", "\\75rl(", "\\000075rl(", "\\55 RL(", "im\\61ge-set(", "\\69mage(", "u\\rl(", "-webkit\\2dimage-set("}) {
        CHECK(seen("p { background: " + std::string(name) + "'http://example.org'); }").starts_with("style-reaches-out \\"));
    }
    CHECK(seen("p::before { content: \"\\41 \\2014 u\\72l(\"; }") == "");
}

TEST_CASE("what styles usually call is left alone") {
    CHECK(seen("a:not(:is(h1, h2)):nth-child(2n+1)::part(x) { color: rgba(0, 0, 0, .5); width: calc(100% - min(2em, var(--w))); }\n"
               "@supports not (display: grid) { p { transform: translateX(1px) rotate3d(1, 1, 1, 45deg); } }\n"
               "@media screen and (min-width: 30em) { p { background: -webkit-linear-gradient(top, red, blue); } }\n"
               "@page { @top-center { content: element(header) counter(page) string(chapter, first-except); } }\n"
               "h1 { position: running(header); transition: all 1s cubic-bezier(0, 0, 1, 1); }\n"
               "nav a::after { content: leader('.') target-counter(attr(href), page); }") == "");
}

}  // namespace hornbook
