#include "xml/kobo_spans.h"

#include "catch.h"

namespace hornbook {
namespace {

// What stands in the body, with spans as {P.S …}.
std::string spans(const std::string& body) {
    std::string page = with_kobo_spans("<html><head></head><body>" + body + "</body></html>");
    std::string begin = "<div id=\"book-columns\"><div id=\"book-inner\">";
    std::size_t at = page.find(begin) + begin.size();
    std::string shown = page.substr(at, page.rfind("</div></div></body>") - at);
    const std::string open = "<span class=\"koboSpan\" id=\"kobo.";
    for (std::size_t span = shown.find(open); span != std::string::npos; span = shown.find(open)) {
        shown.replace(shown.find("</span>", span), 7, "}");
        shown.replace(shown.find("\">", span), 2, " ");
        shown.replace(span, open.size(), "{");
    }
    return shown;
}

}  // namespace

TEST_CASE("a page has Kobo's frame and style; what comes before its body is left alone") {
    CHECK(with_kobo_spans("<?xml version=\"1.0\"?>\n<!DOCTYPE html>\n<html>\n<head><title>A. B</title><script src=\"x\"> </script></head>\n"
                          "<body>\n<p>A.</p></body>\n</html>") ==
          "<?xml version=\"1.0\"?>\n<!DOCTYPE html>\n<html>\n<head><title>A. B</title><script src=\"x\"> </script>"
          "<style type=\"text/css\" class=\"kobostylehacks\">div#book-inner { margin-top: 0; margin-bottom: 0; }</style></head>\n"
          "<body><div id=\"book-columns\"><div id=\"book-inner\">\n"
          "<p><span class=\"koboSpan\" id=\"kobo.1.1\">A.</span></p></div></div></body>\n</html>");
}

TEST_CASE("sentences end with a stop, a quotation mark at most, and a space") {
    CHECK(spans("<p>One. Two?! “Three.” Four…\nFive.Six.\u00a0Seven.</p>") ==
          "<p>{1.1 One. }{1.2 Two?! }{1.3 “Three.” }{1.4 Four…\nFive.Six.\u00a0Seven.}</p>");
    CHECK(spans("<p>A.’’ B.”  \n C &amp; d! </p>") == "<p>{1.1 A.’’ B.”  \n }{1.2 C &amp; d! }</p>");
}

TEST_CASE("paragraphs are counted where they hold something") {
    CHECK(spans("<h1>A</h1>\n<ul>\n<li>b</li><li><p>c</p> d</li></ul><table><tr><td>e</td><td>f</td></tr></table><p></p><p>g <em>h</em> "
                "i</p>") ==
          "<h1>{1.1 A}</h1>\n<ul>\n<li>{2.1 b}</li><li><p>{3.1 c}</p>{3.2  d}</li></ul>"
          "<table><tr><td>{4.1 e}</td><td>{4.2 f}</td></tr></table><p></p><p>{5.1 g }<em>{5.2 h}</em>{5.3  i}</p>");
}

TEST_CASE("white space alone is text within a paragraph only") {
    CHECK(spans("<p><em>a</em> <em>b</em></p><div><em>c</em> <em>d</em></div>") ==
          "<p><em>{1.1 a}</em>{1.2  }<em>{1.3 b}</em></p><div><em>{1.4 c}</em> <em>{1.5 d}</em></div>");
}

TEST_CASE("a picture is a paragraph of its own") {
    CHECK(spans("<p>a <img src=\"x\" alt=\"A. B\"/> b</p><figure><img src=\"y\" alt=\"\"/></figure>") ==
          "<p>{1.1 a }{2.1 <img src=\"x\" alt=\"A. B\"/>}{2.2  b}</p><figure>{3.1 <img src=\"y\" alt=\"\"/>}</figure>");
}

TEST_CASE("code, formulas and scripts hold no spans") {
    CHECK(spans("<pre><code>a. b</code></pre><p>c <math><mi>x</mi><mspace/></math> <code>d</code></p><script>e. f</script>") ==
          "<pre><code>a. b</code></pre><p>{1.1 c }<math><mi>x</mi><mspace/></math>{1.2  }<code>{1.3 d}</code></p><script>e. f</script>");
}

}  // namespace hornbook
