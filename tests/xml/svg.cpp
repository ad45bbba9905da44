#include "xml/svg.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "catch.h"
#include "cleaned_svg.h"

namespace hornbook {
namespace {

std::string problem_of(std::string_view bytes) {
    std::string problem;
    CHECK_FALSE(clean_svg(bytes, problem));
    CHECK_FALSE(problem.empty());
    return problem;
}

bool removed(std::string_view text, std::string_view what) {
    CleanSvg clean = cleaned(wrap(text));
    return std::find(clean.removed.begin(), clean.removed.end(), what) != clean.removed.end();
}

TEST_CASE("a plain drawing stays as it is") {
    CleanSvg clean = cleaned(
        wrap(R"x(<title>Cycle</title><g fill="#fff" transform="rotate(5)"><path d="M0 0h1"></path><text x="1">a &lt; b</text></g>)x"));
    CHECK(clean.removed.empty());
    CHECK(inside(clean) ==
          R"x(<title>Cycle</title><g fill="#fff" transform="rotate(5)"><path d="M0 0h1"></path><text x="1">a &lt; b</text></g>)x");
    CHECK(clean.svg.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg "));
}

TEST_CASE("what is clean stays the same when it is cleaned again") {
    std::string once = cleaned(wrap(R"x(<defs><g id="a b"/></defs><use href="#a b"/><style>.a{fill:url(#g)}</style>)x")).svg;
    CleanSvg twice = cleaned(once);
    CHECK(twice.svg == once);
    CHECK(twice.removed.empty());
}

TEST_CASE("nothing active stays") {
    CHECK(kept("<script>alert(1)</script>").empty());
    CHECK(removed("<script>alert(1)</script>", "<script>"));
    CHECK(kept("<g onload='x()' onclick='y()'/>") == "<g></g>");
    CHECK(removed("<g onload='x()'/>", "the attribute onload"));
    CHECK(kept("<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'>x</body></foreignObject>").empty());
    CHECK(kept("<animate attributeName='href' to='javascript:x()'/><set/><handler/><iframe/>").empty());
    CHECK(kept("<a href='javascript:x()'><text>words</text></a>") == "<text>words</text>");
    CHECK(kept("<g href='javascript:x()'/>") == "<g></g>");
    CHECK(kept("<SCRIPT/>").empty());
    CHECK(kept("<!-- <script/> -->").empty());
    CHECK(cleaned("<?xml version='1.0'?><?xml-stylesheet href='http://example.org/x.css'?>" + wrap("")).svg.find("stylesheet") ==
          std::string::npos);
}

TEST_CASE("a root's handlers go too") {
    CleanSvg clean = cleaned("<svg xmlns='http://www.w3.org/2000/svg' onload='x()' width='1' height='1'/>");
    CHECK(clean.removed == std::vector<std::string>{"the attribute onload"});
}

TEST_CASE("elements of other namespaces do not stay, however they are written") {
    CHECK(kept("<x:script xmlns:x='http://www.w3.org/2000/svg'>x</x:script>").empty());
    CHECK(kept("<html:script xmlns:html='http://www.w3.org/1999/xhtml'>x</html:script>").empty());
    CHECK(kept("<svg:script xmlns:svg='http://www.w3.org/2000/svg'>x</svg:script>").empty());
    CHECK(kept("<g xmlns='http://www.w3.org/1999/xhtml'><script/></g>") == "<g></g>");
}

TEST_CASE("the prefix svg: is understood") {
    CleanSvg clean = cleaned(
        R"x(<svg:svg xmlns:svg="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><svg:g><svg:rect width="1" height="1"/></svg:g></svg:svg>)x");
    CHECK(inside(clean) == R"x(<g><rect width="1" height="1"></rect></g>)x");
    CHECK(clean.removed.empty());
    CHECK(clean.width == 4);
}

TEST_CASE("editors' private notes go without a word") {
    CleanSvg clean = cleaned(wrap(
        R"x(<metadata><x/></metadata><sodipodi:namedview xmlns:sodipodi="x" id="n"/><g inkscape:label="l" data-name="d" xmlns:inkscape="y"/>)x"));
    CHECK(inside(clean) == "<g></g>");
    CHECK(clean.removed.empty());
}

TEST_CASE("nothing outside the picture is referred to") {
    for (const char* target :
         {"http://example.org/a.png", "//example.org/a.png", "file:///etc/passwd", "a.png", "../a.png",
          "data:image/svg+xml;base64,PHN2Zy8+", "data:text/html,x", "javascript:x()", "", " data:image/png;base64,AA"}) {
        CAPTURE(target);
        std::string image = "<image href='" + std::string(target) + "' width='1' height='1'/>";
        CHECK(kept(image).empty());
        CHECK(removed(image, "<image> from outside the picture"));
        CHECK(kept("<use xlink:href='" + std::string(target) + "'/>").empty());
        CHECK(kept("<linearGradient xlink:href='" + std::string(target) + "'/>") == "<linearGradient></linearGradient>");
    }
    CHECK(kept("<image xlink:href='data:image/png;base64,iVBO' width='1'/>") ==
          R"x(<image xlink:href="data:image/png;base64,iVBO" width="1"></image>)x");
    CHECK_FALSE(kept("<image href='data:image/jpeg;base64,/9j/'/>").empty());
    CHECK_FALSE(kept("<image href='data:image/gif;base64,R0lG'/>").empty());
}

// SVG 2 says href, SVG 1.1 xlink:href; a picture may carry both, for old readers.
TEST_CASE("two ways of referring become one") {
    CHECK(kept("<g id='a'/><use href='#a' xlink:href='#a'/>") == R"x(<g id="a"></g><use xlink:href="#a"></use>)x");
    CHECK(kept("<g id='a'/><use xlink:href='#b' href='#a'/>") == R"x(<g id="a"></g><use xlink:href="#a"></use>)x");
    CHECK(kept("<image href='data:image/png;base64,AA' xlink:href='http://example.org/a.png'/>") ==
          R"x(<image xlink:href="data:image/png;base64,AA"></image>)x");
}

TEST_CASE("an attribute given twice is no XML, or is written once") {
    std::string problem;
    std::optional<CleanSvg> clean = clean_svg(wrap("<rect x='1' x='2' id='a' id='b'/>"), problem);
    if (clean) {
        CHECK(parse_strictly(clean->svg).problem == "");
    }
}

TEST_CASE("styles may not reach outside") {
    for (const char* css : {"@import 'http://example.org/x.css';",
                            "@import url(x.css);",
                            "a{fill:url(http://example.org/#a)}",
                            "a{fill:url( 'x.svg#a')}",
                            "a{fill:URL(//example.org)}",
                            "a{fill:u\\72l(http://example.org)}",
                            "a{fill:\\75rl(x)}",
                            "a{background:expression(alert(1))}",
                            "@font-face{src:url(x)}",
                            "a{x:url(#a) url(x)}",
                            "a{x:url()}",
                            "a{fill:url(\n\"x\")}",
                            "a{x:url(javascript:x)}",
                            "a{cursor:image-set('http://example.org/a.png' 1x)}",
                            "a{cursor:-webkit-image-set('a.png' 1x)}",
                            "a{x:image('http://example.org')}",
                            "a{x:src('http://example.org/')}",
                            "a{x:cross-fade('http://example.org/a.png', red)}",
                            "a{x:attr(href url)}",
                            "a{x:paint(worklet)}",
                            "a{x:-x-image-set('a.png' 1x)}"}) {
        CAPTURE(css);
        CHECK_FALSE(svg::is_safe_style(css));
        CHECK(kept("<style>" + std::string(css) + "</style>").empty());
        CHECK(kept("<style><![CDATA[" + std::string(css) + "]]></style>").empty());
        CHECK_FALSE(cleaned(wrap("<style>" + std::string(css) + "</style>")).removed.empty());
    }
    CHECK(removed("<style>a{fill:url(x)}</style>", "a <style> that reaches outside the picture"));
    CHECK(kept("<style>.a &gt; .b{fill:#fff;stroke:url(#g)}</style>") == "<style>.a &gt; .b{fill:#fff;stroke:url(#g)}</style>");
    CHECK(kept("<style><![CDATA[.a{fill:red}]]></style>") == "<style>.a{fill:red}</style>");
    CHECK(kept("<g style='fill:-webkit-image-set(\"http://example.org/a.png\" 1x)'/>") == "<g></g>");
    CHECK(kept("<g transform='skewX(30) matrix(1 0 0 1 0 0)' clip='rect(0,0,1,1)' style='fill:rgb(1,2,3)'/>") ==
          "<g transform=\"skewX(30) matrix(1 0 0 1 0 0)\" clip=\"rect(0,0,1,1)\" style=\"fill:rgb(1,2,3)\"></g>");
}

TEST_CASE("a style cannot hide in pieces") {
    CHECK(kept("<style>@im<!-- -->port 'x'</style>").empty());
    CHECK(kept("<style><g>@import 'x';</g></style>").find("@import") == std::string::npos);
    CHECK(kept("<style>a{fill:u&#1;rl(http://example.org/)}</style>").empty());
    CHECK(kept("<style>a{fill:u&#xFFFE;rl(http://example.org/)}</style>").empty());
    CHECK(kept("<g fill='ur&#2;l(http://example.org/)'/>") == "<g></g>");
    CHECK(kept("<g fill='&#117;rl(http://example.org/)'/>") == "<g></g>");
    CHECK(kept("<style>&#64;import 'x';</style>").empty());
    CHECK(kept("<style>&#x40;import 'x';</style>").empty());
}

TEST_CASE("attributes may not reach outside either") {
    CHECK(kept("<g style='fill:url(http://example.org/a)'/>") == "<g></g>");
    CHECK(kept("<g fill='url(x.svg#a)'/>") == "<g></g>");
    CHECK(kept("<g filter='u\\72l(x)'/>") == "<g></g>");
    CHECK(removed("<g fill='url(x.svg#a)'/>", "the attribute fill, which reaches outside the picture"));
    CHECK(kept("<g id='a' fill='url(#a)' style=\"mask:url('#m')\"/>") ==
          R"x(<g id="a" fill="url(#a)" style="mask:url(&apos;#m&apos;)"></g>)x");
}

TEST_CASE("words that readers hear are not taken for styles") {
    CHECK(kept("<g aria-label='Price &lt; 5 @ the url(market)'/>") == R"x(<g aria-label="Price &lt; 5 @ the url(market)"></g>)x");
}

TEST_CASE("ids become names, and what refers to them follows") {
    CHECK(kept("<g id='my shape'/><use href='#my shape'/>") == R"x(<g id="my-shape"></g><use xlink:href="#my-shape"></use>)x");
    CHECK(kept("<path id='my shape' fill='url(#my shape)'/>") == R"x(<path id="my-shape" fill="url(#my-shape)"></path>)x");
    CHECK(kept("<path fill='url(#nowhere)' stroke=\"url('#nowhere') red\"/>") == R"x(<path fill="none" stroke="red"></path>)x");
    CHECK(kept("<path id='my shape' fill=\"url('#my shape')\"/>") == R"x(<path id="my-shape" fill="url(&apos;#my-shape&apos;)"></path>)x");
    CHECK(kept("<g id='1st'/><use href='#1st'/>") == R"x(<g id="s1st"></g><use xlink:href="#s1st"></use>)x");
    CHECK(kept("<g id=''/>") == R"x(<g id="s"></g>)x");
    CHECK(kept("<g fill='#1a2b3c'/>") == R"x(<g fill="#1a2b3c"></g>)x");
    CHECK(kept("<g style='fill:url(#1 x);stroke:#111'/>") == R"x(<g style="fill:url(#s1-x);stroke:#111"></g>)x");
}

TEST_CASE("an id stands once") {
    CHECK(kept("<g id='a'/><g id='a'/>") == R"x(<g id="a"></g><g></g>)x");
}

TEST_CASE("use of what is not there goes") {
    CHECK(kept("<use href='#none'/>").empty());
    CHECK(removed("<use href='#none'/>", "<use> of something that is not in the picture"));
    CHECK(kept("<use/>").empty());
    CHECK(kept("<textPath href='#none'>words</textPath>") == "<textPath>words</textPath>");
}

TEST_CASE("a picture in a picture stays") {
    std::string nested = R"x(<svg x="1" width="2" height="3"><svg><rect></rect></svg></svg>)x";
    CHECK(kept(nested).find("<rect></rect>") != std::string::npos);
    CleanSvg clean = cleaned(wrap(nested));
    CHECK(clean.width == 10);
    CHECK(clean.removed.empty());
}

TEST_CASE("what is removed is named once") {
    CHECK(cleaned(wrap("<script/><script/><g onload='x'/><g onload='y'/>")).removed ==
          std::vector<std::string>{"<script>", "the attribute onload"});
}

TEST_CASE("a document type is left out when it declares nothing, and refused when it does") {
    std::string body = wrap("<g/>");
    CHECK(cleaned("<?xml version=\"1.0\"?><!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/svg11.dtd\">" + body)
              .svg.find("DOCTYPE") == std::string::npos);
    CHECK(problem_of("<!DOCTYPE svg [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + wrap("<text>&a;</text>")) == "it declares entities");
    CHECK_FALSE(problem_of("<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'x()'>]>" + body).empty());
    CHECK_FALSE(problem_of("<!DOCTYPE svg [%remote;]>" + body).empty());
}

TEST_CASE("entities that XML does not know are named with their line") {
    CHECK(problem_of(wrap("<text>\na &nbsp; b</text>")) == "XML does not know `&nbsp;`, which is on its line 2");
    CHECK(problem_of(wrap("<g xmlns:i='&ns_ai;'/>")).find("`&ns_ai;`") != std::string::npos);
    CHECK(kept("<text>a &amp; &lt; &#233; &#xE9; &amp;nbsp;</text>") == "<text>a &amp; &lt; é é &amp;nbsp;</text>");
    CHECK(kept("<!-- &nbsp; --><text><![CDATA[&nbsp;]]></text>") == "<text>&amp;nbsp;</text>");
}

TEST_CASE("rules that load something go from a style, and the rest of it stays") {
    CHECK(kept("<style>@charset 'utf-8'; @import url(x.css); /* @page */ .a{fill:red} @font-face{font-family:F;src:url(f.woff)}</style>") ==
          "<style>   .a{fill:red} </style>");
    CleanSvg clean = cleaned(wrap("<style>@import 'x'; .a{fill:red}</style><style>@font-face{src:url(x)}</style>"));
    CHECK(clean.removed == std::vector<std::string>{"@import", "@font-face"});
    CHECK(kept("<style>u/* */rl(http://example.org/)</style>").empty());
}

TEST_CASE("words in what is left out are told") {
    CHECK(removed("<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>Rain\n <b>falls</b></p><style>p{}</style></foreignObject>",
                  "<foreignObject> and its words `Rain falls`"));
    CHECK(removed("<flowRoot><flowPara>a &amp; b</flowPara></flowRoot>", "<flowRoot> and its words `a & b`"));
    CHECK(removed("<video>" + std::string(70, 'x') + "</video>", "<video> and its words `" + std::string(60, 'x') + "…`"));
    CHECK(removed("<script>x</script>", "<script>"));
    // Of a choice, what takes the place of the words that cannot be shown stays.
    CHECK(kept("<switch><foreignObject><p>Rain</p></foreignObject><text>Rain</text></switch>") == "<switch><text>Rain</text></switch>");
}

TEST_CASE("what a link shows stays where and as it is") {
    CHECK(kept("<a href='http://example.org' transform='translate(5)' fill='red'><path/></a>") ==
          R"x(<g transform="translate(5)" fill="red"><path></path></g>)x");
    CHECK(kept("<text>See <a href='#x' class='b'>there</a>.</text>") == R"x(<text>See <tspan class="b">there</tspan>.</text>)x");
    CHECK(kept("<text>See <tspan dx='1'>this</tspan></text>") == R"x(<text>See <tspan dx="1">this</tspan></text>)x");
    CHECK(kept("<a fill='red' onclick='x()' target='_blank'><path/></a>").find("onclick") == std::string::npos);
}

TEST_CASE("shapes that repeat one another past counting are refused") {
    std::string bomb = "<g id='a0'><rect/></g>";
    for (int i = 1; i <= 8; ++i) {
        std::string use = "<use href='#a" + std::to_string(i - 1) + "'/>";
        bomb += "<g id='a" + std::to_string(i) + "'>" + use + use + use + use + use + use + "</g>";
    }
    CHECK(problem_of(wrap(bomb)).find("a million times") != std::string::npos);
    CHECK(problem_of(wrap("<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g>")).find("without end") != std::string::npos);
    CHECK(problem_of(wrap("<g id='a'><use xlink:href='#a'/></g>")).find("without end") != std::string::npos);
    std::string patterns;
    for (int i = 0; i <= 24; ++i) {
        std::string fill = "<rect fill='url(#p" + std::to_string(i + 1) + ")'/>";
        patterns += "<pattern id='p" + std::to_string(i) + "'>" + fill + fill + "</pattern>";
    }
    CHECK(problem_of(wrap(patterns)).find("a million times") != std::string::npos);
    std::string chain = "<g id='a0'/>";
    for (int i = 1; i < 100'000; ++i) {
        chain += "<g id='a" + std::to_string(i) + "'><use href='#a" + std::to_string(i - 1) + "'/></g>";
    }
    problem_of(wrap(chain));
    CHECK(kept("<g id='a'><rect/></g><use href='#a'/><use href='#a'/>").find("<use") != std::string::npos);
}

TEST_CASE("a picture inside the picture goes through other hands") {
    std::string problem;
    std::optional<CleanSvg> clean = clean_svg(wrap("<image href='data:image/png;base64,AA'/><image href='data:image/webp;base64,BB'/>"),
                                              problem, [](std::string_view href) { return std::string(href.substr(11, 3)) + "!"; });
    REQUIRE(clean);
    CHECK(inside(*clean) == R"x(<image xlink:href="png!"></image><image xlink:href="web!"></image>)x");
}

TEST_CASE("a picture with a size and no viewBox gets one, so that it can be shown smaller") {
    CHECK(cleaned("<svg xmlns='http://www.w3.org/2000/svg' width='20.5' height='1in'/>").svg.find(R"x(viewBox="0 0 20.5 96")x") !=
          std::string::npos);
    CHECK(cleaned("<svg xmlns='http://www.w3.org/2000/svg' width='100%' height='9'/>").svg.find("viewBox") == std::string::npos);
    CHECK(cleaned("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9' viewBox='0 0 1 1'/>").svg.find("0 0 9 9") ==
          std::string::npos);
}

TEST_CASE("what is no SVG is refused with a reason") {
    CHECK(problem_of("").find("not well-formed") != std::string::npos);
    CHECK(problem_of("   \n").find("not well-formed") != std::string::npos);
    CHECK(problem_of("<html/>") == "its first element is <html>, not <svg>");
    CHECK(problem_of("<svg>\n<g>\n</svg>").find("line ") != std::string::npos);
    CHECK(problem_of("\xFF\xFE<\0s\0") == "it is not UTF-8");
    CHECK(problem_of("<svg/><svg/>").find("second <svg>") != std::string::npos);
    CHECK(problem_of("<!-- only -->") == "it holds no element");
    std::string deep;
    for (int i = 0; i < 100'000; ++i) {
        deep += "<g>";
    }
    CHECK(problem_of(deep).find("nested too deeply") != std::string::npos);
}

TEST_CASE("a byte order mark and white space may come first") {
    CHECK(cleaned("\xEF\xBB\xBF" + wrap("<g/>")).removed.empty());
    CHECK(cleaned("\n" + wrap("<g/>")).removed.empty());
}

TEST_CASE("characters that XML does not allow are dropped") {
    CHECK(kept("<text class='a&#1;b'>a&#1;&#xFFFE;b</text>") == R"x(<text class="ab">ab</text>)x");
}

TEST_CASE("what is cut anywhere is refused or still well-formed") {
    std::string whole = wrap("<!-- c --><g id='a b' fill='url(#x)'><text>a &amp; <![CDATA[<b>]]></text></g><use href='#a b'/>");
    for (std::size_t size = 0; size < whole.size(); ++size) {
        std::string problem;
        std::optional<CleanSvg> clean = clean_svg(std::string_view(whole).substr(0, size), problem);
        if (clean && !parse_strictly(clean->svg).problem.empty()) {
            FAIL("cut to " << size << " bytes: " << clean->svg);
        }
    }
}

CleanSvg sized(const std::string& attributes) {
    return cleaned("<svg xmlns='http://www.w3.org/2000/svg' " + attributes + "/>");
}

TEST_CASE("sizes are read in every unit") {
    CHECK(sized("width='20' height='10px'").width == 20);
    CHECK(sized("width='20' height='10px'").height == 10);
    CHECK(sized("width='1in' height='2.54cm'").width == 96);
    CHECK(std::abs(sized("width='1in' height='2.54cm'").height - 96) < 1e-9);
    CHECK(sized("width='72pt' height='25.4mm'").width == 96);
    CHECK(std::abs(sized("width='72pt' height='25.4mm'").height - 96) < 1e-9);
    CHECK(sized("width='1.5e2' height='1pc'").width == 150);
}

TEST_CASE("without a size of its own, a picture has that of its viewBox") {
    CHECK(sized("viewBox='0 0 300 200'").width == 300);
    CHECK(sized("viewBox='0,0,300,200'").height == 200);
    CHECK(sized("viewBox='-5 -5 30.5 20' width='100%' height='100%'").width == 30.5);
    CHECK(sized("viewBox='0 0 300'").width == 0);
    CHECK(sized("").width == 0);
    CHECK(sized("width='wide' height='-'").width == 0);
}

}  // namespace
}  // namespace hornbook
