// What is a formula and what is a price: the TeX, and the place, of each formula in a text.
#include "catch.h"
#include "model/plain_text.h"
#include "model/walk.h"
#include "reading/prose_reader.h"

namespace hornbook {
namespace {

struct Read {
    std::vector<std::string> formulas;  // displayed ones between two dollars more
    std::vector<Place> places;
    std::string text;
};

Read read(const std::string& input, bool formulas = true) {
    Sources sources;
    Diagnostics diagnostics;
    GlossaryLabels labels;
    Words words = words_for("ja");  // whose quotation marks are left alone
    std::uint32_t file = sources.add("chapters/01.md", input);
    ProseReader reader{sources, file, labels, "ja", words, diagnostics, {formulas}};
    Blocks blocks = read_blocks(reader, lines_of(sources[file]));
    Read result;
    walk_inlines(blocks, [&](const Inline& node) {
        if (const auto* formula = std::get_if<Formula>(&node.kind)) {
            result.formulas.push_back(formula->display ? "$$" + formula->tex + "$$" : formula->tex);
            result.places.push_back(node.place);
        }
    });
    result.text = plain_text(blocks);
    return result;
}

using Formulas = std::vector<std::string>;

}  // namespace

TEST_CASE("formulas keep every character of their TeX") {
    for (const char* tex : {"x", "a_1 * b_2 * c", "\\alpha_{[i]} \\& \\_ \\* \\\\", "a < b > c & d", "f[x](y)", "![a](b)", "x`y", "\\{a\\}",
                            "\\$5", "\"q\" 'r' ~~s~~ -- ...", "&amp; &lt;b>", "[^1]", "[[0,1]]", "<b>x</b>", "水_1", "a\\,b\\;c\\!d"}) {
        INFO(tex);
        std::string text = std::string("*w* $") + tex + "$ _w_";
        bool has_code = std::string(tex).find('`') != std::string::npos;
        CHECK(read(text).formulas == (has_code ? Formulas{} : Formulas{tex}));
        CHECK(read("$$" + std::string(tex) + "$$").formulas == Formulas{"$$" + std::string(tex) + "$$"});
        CHECK(read("Words $$" + std::string(tex) + "$$ words").formulas == Formulas{"$$" + std::string(tex) + "$$"});
    }
}

TEST_CASE("prices and other dollars stay text") {
    for (const char* text : {"It cost $20,000 in 1929 and $30,000 in 1930.",
                             "$20 and $30",
                             "from $5 to $6",
                             "$20-$30",
                             "5 $ and 6 $",
                             "a $ b $ c",
                             "$ x$",
                             "$x $",
                             "$",
                             "$$",
                             "$$$",
                             "$$$$",
                             "$$ $$",
                             "US$5 and C$6 too",
                             "$1.50 (or $2)",
                             "costs $5\nand $6",
                             "$$$x$$$",
                             "costs US$5 and 3$.",
                             "between $5 and 6$ each",
                             "$5-$10; 5$ or 6$",
                             "5$-6$",
                             "from 5$, or 6$, on",
                             "$5 y 6$",
                             "$5 и 6$",
                             "costs $5\nand 6$",
                             "3$. Later it was 4$.",
                             "US$5, or AU$ 6 there"}) {
        INFO(text);
        Read found = read(text);
        CHECK(found.formulas.empty());
        std::string expected = text;
        std::replace(expected.begin(), expected.end(), '\n', ' ');
        CHECK(found.text == expected);
    }
    for (const char* tex :
         {"5", "5 x 6", "5 × 6", "7 mod 3", "2 pi 5", "10 km", "2 sin 30", "5, 6", "5; 6", "2 a b", "5 + 6", "5 \\text{ or } 6"}) {
        CHECK(read("Let $" + std::string(tex) + "$ be").formulas == Formulas{tex});
    }
    CHECK(read("$2$, $3$ and $4$").formulas == Formulas{"2", "3", "4"});
    CHECK(read("2$x$ and 2$\\cdot 3$ and 2$5$").formulas == Formulas{"x", "\\cdot 3", "5"});
    CHECK(read("\\$x$ and \\$y\\$").text == "$x$ and $y$");
    CHECK(read("$a\n\nb$").formulas.empty());
    CHECK(read("$$\na\n\nb\n$$").formulas.empty());
    CHECK(read("$a $b$ c$").formulas == Formulas{"b"});
    CHECK(read("$x$ and $y$", false).text == "$x$ and $y$");
    CHECK(read("$$\nx\n$$", false).formulas.empty());
}

TEST_CASE("code, addresses and raw HTML hold no formulas, and lose nothing") {
    CHECK(read("`$x$` and ``a ` $y$`` and $z$").formulas == Formulas{"z"});
    CHECK(read("`$x_1$`").text == "$x_1$");
    CHECK(read("```\n$x_1$\n$$\ny\n$$\n```").text == "$x_1$\n$$\ny\n$$");
    CHECK(read("    $x_1$").text == "$x_1$");
    CHECK(read("<https://example.org/$a_b$c> $x$").formulas == Formulas{"x"});
    CHECK(read("[w](https://example.org/$a$) [$x$](<a$b$c>)").formulas == Formulas{"x"});
    CHECK(read("<abbr title=\"$a$ b\">w</abbr> $x$").formulas == Formulas{"x"});
    CHECK(read("a <b $x$ c").formulas == Formulas{"x"});
    CHECK(read("[a]: https://example.org/$x$y$\n\n[a]").formulas.empty());
    CHECK(read("<div>$x_1$</div>").text.find("$x_1$") != std::string::npos);
    CHECK(read("![of $x_1$](p.png \"$y$\")").text == "of x_1\ny");
}

TEST_CASE("formulas stand wherever words do") {
    CHECK(read("# $a$\n\n> $b$\n\n- $c$\n\n| $d$ | e |\n|---|---|\n| $f$ | $\\lvert g \\rvert$ |\n\n**$h$** [$i$](x) ~~$j$~~").formulas ==
          Formulas{"a", "b", "c", "d", "f", "\\lvert g \\rvert", "h", "i", "j"});
    CHECK(read("w[^1]\n\n[^1]: $a$").formulas.empty());  // notes stand apart
    CHECK(read("$a$$b$ ($c$) $d$-th $e$, 水$f$水").formulas == Formulas{"a", "b", "c", "d", "e", "f"});
}

TEST_CASE("formulas run over lines of one paragraph") {
    CHECK(read("w $a +\n  b\\\\\nc_1$ w").formulas == Formulas{"a +\nb\\\\\nc_1"});
    CHECK(read("> w $a\n> b$ w").formulas == Formulas{"a\nb"});
    CHECK(read("w $$a\nb$$ w").formulas == Formulas{"$$a\nb$$"});
    CHECK(read("*w $a\nb$ w* $c$").formulas == Formulas{"a\nb", "c"});
    CHECK(read("# w $5\nw 6$ w").formulas.empty());
    CHECK(read("# w $5\nw 6$ w").text == "w $5\nw 6$ w");
    CHECK(read("- w $5\n- w 6$ w").text == "w $5\nw 6$ w");
}

TEST_CASE("displayed formulas may look like lists, headings and quotations inside") {
    CHECK(read("$$\na\n= b\n- c\n+ d\n# e\n1. f\n> g\n---\n$$").formulas == Formulas{"$$a\n= b\n- c\n+ d\n# e\n1. f\n> g\n---$$"});
    CHECK(read("w\n$$a\nb$$.\nw").formulas == Formulas{"$$a\nb.$$"});
    CHECK(read("- w\n  $$\n  a\n  - b\n  $$\n- w").formulas == Formulas{"$$a\n- b$$"});
    CHECK(read("> $$\n> a\n> - b\n> $$").formulas == Formulas{"$$a\n- b$$"});
    CHECK(read("> $$\n> a\n\n$$ b").formulas.empty());
    CHECK(read("$$a$$ of words").formulas == Formulas{"$$a$$"});
    CHECK(read("$$\na\nwords").text == "$$ a words");
}

TEST_CASE("a formula is shown at its own place") {
    Read found = read("# T\n\n\\* &amp; \\# *w* $a$ w\n> x $b\n> c$ `d` $e$\n\n| x | $f$ |\n|--|--|\n| \\| | $g$ |\n\n$$\nh\n$$\n");
    std::vector<std::pair<std::uint32_t, std::uint32_t>> places;
    for (const Place& place : found.places) {
        places.emplace_back(place.line, place.column);
    }
    CHECK(found.formulas == Formulas{"a", "b\nc", "e", "f", "g", "$$h$$"});
    CHECK(places == std::vector<std::pair<std::uint32_t, std::uint32_t>>{{3, 17}, {4, 5}, {5, 10}, {7, 7}, {9, 8}, {11, 1}});
}

TEST_CASE("many dollars take no time by their square") {
    std::string prices;
    std::string opened;
    std::string mixed;
    for (int i = 0; i < 100'000; ++i) {
        prices += "$5 ";
        opened += "$$ a ";
        mixed += "<a $x ](` ";
    }
    CHECK(read(prices).formulas.empty());
    CHECK(read(opened).formulas.size() < 100'000);
    CHECK(read(mixed).formulas.size() < 100'000);
}

}  // namespace hornbook
