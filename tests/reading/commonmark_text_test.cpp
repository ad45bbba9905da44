// No text is lost: what Hornbook reads of plain CommonMark has the same text as cmark's own HTML, for inputs of our own and for
// random ones.
#include <random>

#include "catch.h"
#include "texts.h"

namespace hornbook {
namespace {

// The input without all that can be left out while the two still differ: short enough to be read.
std::string smallest_that_differs(std::string input) {
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t at = 0; at < input.size(); ++at) {
            std::string shorter = input;
            std::size_t end = at;
            next_code_point(shorter, end);
            shorter.erase(at, end - at);
            if (is_valid_utf8(shorter) && text_by_hornbook(shorter) != text_by_cmark(shorter)) {
                input = shorter;
                changed = true;
                break;
            }
        }
    }
    return input;
}

const std::vector<std::string> inputs = {
    "Plain words\nover two lines.\n\nAnother paragraph.",
    "# One\n## Two ##\nThree\n===\nFour\n---\n####### seven marks are text\n#no heading",
    "***\n* * *\n___\n--\n=\n+++",
    "    code\n\n    more\ntext\n\tcode by a tab",
    "```\nfence\n``\n```\n~~~ info words\nfence\n~~~\n```unclosed\nto the end",
    "> quote\nlazy\n>> deeper\n> - list\n>   more\n\n>no space",
    "- a\n- b\n\n- c\n* d\n+ e\n1. f\n2) g\n10. h\n-x\n1.y",
    "- a\n  - b\n    - c\n\n      d\n\n          code\n- \n\n  after an empty item",
    "1234567890. too many digits\n\n0. zero\n\n-1. minus\n\nwords\n14. go on",
    "- > quote in list\n  > - list in quote\n- # heading in list\n- ***\n-     code in list",
    "*a* _b_ **c** __d__ ***e*** *f **g** h* **i *j* k** l*m*n o_p_q * r * _ s _",
    "*a\nb* **c\nd** *e **f* g** **h*",
    "`a` ``b`c`` ` d ` `e\nf` `g `` `h\\` `&amp;` ``` i",
    "\\*a\\* \\# \\\\ \\a \\` \\[b\\](c) \\<d> \\& \\! \\\"e\\\" \\'f\\' \\~g\\~ \\-h \\.i",
    "&amp; &lt;b&gt; &quot; &copy; &#65; &#x1F642; &nosuch; & &amp",
    "[a](b) [c](<d e> \"f\") [g]( h 'i' ) [j](k(l)m) [n]() [o] (p) [q](r s)",
    "[a][b] [b][] [b] [c] [*d*][b] [e\nf][b] [g][nosuch]\n\n[b]: https://example.org/b 'title'\n[unused]: <x>",
    "[a]: not\\ a definition because of words after it\n\n[b]: c 'd' e\n\ntext\n[f]: g",
    "![a](b) ![c *d* `e`](f \"g\") text ![h][i] [![j](k)](l) ![m [n](o)](p) !\\[q](r) \\![s](t)\n\n[i]: u",
    "<https://example.org/a?b=c&d> <a@example.org> <not a link> <x:y> https://example.org",
    "a  \nb\\\nc   \n   d\n\ne\\",
    "words <b>raw</b> <i class=\"x\">html</i> <!-- gone --> a < b > c <3",
    "a\n\n\n\n\nb\n \n\t\nc",
    "\ttab\n-\ttab in list\n>\ttab in quote\n#\ttab in heading",
    "漢字と*かな*。 **強調。**後 é e\u0301 🙂 \u00A0no-break",
    "\"quotes\" 'single' -- --- ... it's",
    "[link *with* `code` and ![picture](x)](y) and [brackets \\] [in] text](z)",
    "**bold [link](x** y)** and `code [no](link)` and [a`]`b](c)",
    "Heading with `code` and *marks*\n-------\n\n- Setext\n  ===\n- b",
    "> ```\n> code in quote\nno code\n\n- ```\n  code in list\n  ```\n  after",
    "* a\n\n  b\n\n\n  c\n\n d",
    "1. a\n   1. b\n      1. c\n2. d\n\n\n3. e",
    "a\n# b\nc\n> d\ne\n- f\ng\n***\nh",
    "*(a)* **\"b\"**c *d*, _e_. (_f_) *g*h _i_j **k**l",
};

}  // namespace

TEST_CASE("plain CommonMark keeps all its text") {
    for (const std::string& input : inputs) {
        INFO(input);
        REQUIRE_FALSE(text_by_cmark(input).empty());
        CHECK(text_by_hornbook(input) == text_by_cmark(input));
    }
}

TEST_CASE("an item that begins with a blank line ends there") {
    CHECK(text_by_hornbook("-\n\nb\n===\n") == "b");
}

TEST_CASE("random CommonMark keeps all its text") {
    // None of these makes one of Hornbook's own forms, together or alone.
    const std::vector<std::string> pieces = {"a",       "b ",   "c\n",   "\n",  "\n\n", "*",      "**",     "_",    "`",
                                             "``",      "[",    "](d)",  "![e", "# ",   "\n# f ", "> ",     "\n> ", "- ",
                                             "\n- ",    "1. ",  "\n1. ", "  ",  "    ", "\\",     "&",      "&gt;", "\n```\n",
                                             "\n***\n", "  \n", "水",    "(",   ")",    ".",      "\n===\n"};
    std::mt19937 random(1937);  // always the same texts
    for (int round = 0; round < 3000; ++round) {
        std::string input;
        for (std::size_t i = 0, size = 1 + random() % 40; i < size; ++i) {
            input += pieces[random() % pieces.size()];
        }
        if (text_by_hornbook(input) != text_by_cmark(input)) {
            input = smallest_that_differs(input);
            INFO(input);
            CHECK(text_by_hornbook(input) == text_by_cmark(input));
            FAIL("in round " << round);
        }
    }
}

}  // namespace hornbook
