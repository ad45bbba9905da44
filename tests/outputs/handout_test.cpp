// Sheets before they are printed: what they hold, what they must not hold, and that nothing is left to fetch.
#include "outputs/handout/handout.h"

#include <regex>
#include <set>

#include "base/trouble.h"
#include "books.h"
#include "catch.h"
#include "model/plain_text.h"
#include "outputs/handout/card_parts.h"
#include "outputs/handout/sheet.h"
#include "temporary_folder.h"
#include "trouble_of.h"
#include "weaving/versions.h"

namespace hornbook {
namespace {

using Options = std::map<std::string, std::string, std::less<>>;
using Sheets = std::map<std::string, std::string>;

Settings settings_with(const Options& said) {
    Settings settings;
    settings.jobs = 1;
    for (const OptionRow& row : handout_options()) {
        settings.options.emplace(row.name, row.standard);
    }
    for (const auto& [name, value] : said) {
        settings.options[name] = value;
    }
    return settings;
}

Book read_and_weave(const std::string& folder, bool other_key = false) {
    Sources sources;
    Diagnostics diagnostics;
    Book book = read_book(Folder(folder), whole_reading(), sources, diagnostics).book;
    book = other_key ? with_other_answers(std::move(book)) : std::move(book);
    weave(book, 1, diagnostics);
    prepare_pictures(book, {HORNBOOK_BINARY_DIR "/hornbook-pictures", 1}, diagnostics);
    CHECK_FALSE(diagnostics.has_errors());
    return book;
}

Sheets sheets_of(const Book& book, Edition edition, const Options& said = {}) {
    Settings settings = settings_with(said);
    Book one = edition_of(book, edition, true);
    weave_versions(one, items_of(settings.option("versions")), settings.option("seed"));
    Sheets sheets;
    Diagnostics losses;
    for (File& file : make_handout(one, settings, losses)) {
        sheets.emplace(file.name, std::move(file.bytes));
    }
    return sheets;
}

const std::string quizzes = HORNBOOK_SOURCE_DIR "/tests/books/quizzes";

std::string body_of(const std::string& html) {
    return html.substr(html.find("<body"));
}

bool contains(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

std::size_t count(const std::string& text, const std::string& words) {
    std::size_t n = 0;
    for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) {
        ++n;
    }
    return n;
}

}  // namespace

TEST_CASE("every sheet for pupils is the same bytes whatever the key says, and keys differ") {
    Book one = read_and_weave(quizzes);
    Book other = read_and_weave(quizzes, true);
    Options said = {{"versions", "A,B"}, {"docx", "true"}, {"html", "true"}};
    Sheets sheets = sheets_of(one, Edition::test, said);
    CHECK(sheets.size() == 2 * (2 + 2 * 3) + 2 * 2);  // of two chapters, and the glossary's
    CHECK((sheets == sheets_of(other, Edition::test, said)));
    Sheets keys = sheets_of(one, Edition::teacher, said);
    Sheets other_keys = sheets_of(other, Edition::teacher, said);
    REQUIRE(keys.size() == other_keys.size());
    for (const auto& [name, bytes] : keys) {
        INFO(name);
        CHECK((bytes != other_keys[name]));
    }
}

TEST_CASE("a worksheet holds no word of the key") {
    Sheets sheets = sheets_of(read_and_weave(quizzes), Edition::test, {{"docx", "true"}});
    REQUIRE(sheets.contains("01-forms-worksheet.pdf"));
    for (const char* name : {"01-forms-worksheet.pdf", "01-forms-worksheet.docx"}) {
        std::string sheet = body_of(sheets[name]);
        for (const char* words : {"N.K.V.D.", "1938", "thirty-eight", "Stalin turned fifty", "His trial was secret", "repeats what",
                                  "first show trial", "A dot in feedback", "Two paragraphs", "Well."}) {
            INFO(name << ": " << words);
            CHECK_FALSE(contains(sheet, words));
        }
        CHECK(contains(sheet, "In what year was Bukharin tried?"));
    }
}

TEST_CASE("every gap is ruled to the same length") {
    std::string sheet = body_of(sheets_of(read_and_weave(quizzes), Edition::test)["01-forms-worksheet.pdf"]);
    std::regex gap(R"re(<span class="gap"[^>]*>([^<]*)</span>)re");
    std::set<std::string> lengths;
    std::size_t gaps = 0;
    for (std::sregex_iterator at(sheet.begin(), sheet.end(), gap), end; at != end; ++at) {
        lengths.insert((*at)[1]);
        ++gaps;
    }
    CHECK(gaps == 4);
    CHECK(lengths.size() == 1);
}

TEST_CASE("room to write follows lines= or else the marks") {
    TemporaryFolder folder;
    folder.write("book.toml", "title = \"T\"\nlanguage = \"en\"\n");
    folder.write("chapters/01-a.md", "# A\n\n~~~quiz\n## One?\n____ lines=5\n\n## Two?\n____\nmarks: 6\n\n## Three?\n____\n~~~\n");
    std::string sheet = sheets_of(read_and_weave(folder.path()), Edition::test)["01-a-worksheet.pdf"];
    std::vector<std::size_t> lines;
    for (std::size_t at = sheet.find("<h3>"); at != std::string::npos; at = sheet.find("<h3>", at + 1)) {
        lines.push_back(count(sheet.substr(at, sheet.find("<h3>", at + 1) - at), "class=\"line\""));
    }
    CHECK(lines == std::vector<std::size_t>{5, 12, 3});
    CHECK(contains(sheet, "/ 8</span>"));  // the total
}

TEST_CASE("marks stand on sheets as the book's language writes numbers") {
    TemporaryFolder folder;
    folder.write("book.toml", "title = \"Wasser\"\nlanguage = \"de\"\ndate = 2026-11-23\n");
    folder.write("chapters/01-regen.md",
                 "# Regen\n\n~~~quiz\n## Was kocht?\n= Wasser\n= Tee {12.5%}\nmarks: 2.5\n\n## Was friert?\n= Eis\n~~~\n");
    Book book = read_and_weave(folder.path());
    auto shown = [&](Edition edition) {
        std::string all;
        for (const auto& [name, html] : sheets_of(book, edition, {{"versions", "A,B"}})) {
            all += body_of(html);
        }
        return all;
    };
    std::string pupils = shown(Edition::test);
    std::string teachers = shown(Edition::teacher);
    CHECK(contains(pupils, "/ 3,5"));
    CHECK(contains(pupils, "/ 2,5"));
    CHECK(contains(teachers, "Punkte: 3,5"));
    CHECK(contains(teachers, " [2,5]"));
    CHECK(contains(teachers, "12,5\u00a0% der Punkte"));
    CHECK_FALSE(contains(pupils + teachers, "2.5"));
}

// Choices in their order on paper would begin with "A. 2 cm (25% of the marks)" under the words "Right answer".
TEST_CASE("keys name choices that earn a part of the marks behind the right ones, with their shares") {
    TemporaryFolder folder;
    folder.write("book.toml", "title = \"Water\"\nlanguage = \"en\"\ndate = 2026-11-23\n");
    folder.write("chapters/01-rain.md",
                 "# Rain\n\n~~~quiz\n## How long is a drop?\n- [ ] 2 cm {25%}\n- [ ] 2 m\n- [x] 2 mm\n\n"
                 "## Which two are wet?\n- [x] Rain {60%}\n- [ ] Sand\n- [x] Fog {40%}\n~~~\n");
    Sheets sheets = sheets_of(read_and_weave(folder.path()), Edition::teacher, {{"versions", "A,B"}});
    for (const auto& [name, html] : sheets) {
        INFO(name);
        std::size_t whole = html.find(". 2 mm</li>");
        std::size_t part = html.find(". 2 cm (25% of the marks)</li>");
        CHECK((name.ends_with("-key-all.pdf") || whole < part));
    }
    std::string grid = sheets["01-rain-key-all.pdf"];
    std::regex one("<td>([ABC]), ([ABC]) \\(25% of the marks\\)<");
    std::regex two("<td>[ABC] \\((60|40)% of the marks\\), [ABC] \\((60|40)% of the marks\\)<");
    CHECK(std::distance(std::sregex_iterator(grid.begin(), grid.end(), one), std::sregex_iterator()) == 2);
    CHECK(std::distance(std::sregex_iterator(grid.begin(), grid.end(), two), std::sregex_iterator()) == 2);
}

// Whoever marks version B with B's key finds behind each letter what stands behind it on the sheet.
TEST_CASE("each version's key fits its worksheet, and the grid says the same") {
    Book book = read_and_weave(quizzes);
    Options said = {{"versions", "A,B,C"}, {"seed", "42"}, {"chapter", "01-forms"}};
    Sheets sheets = sheets_of(book, Edition::test, said);
    Sheets keys = sheets_of(book, Edition::teacher, said);
    std::regex choice(R"re(<li><span class="box"></span> ([^<]*)</li>)re");
    std::set<char> letters;
    for (const char* version : {"A", "B", "C"}) {
        INFO("version " << version);
        std::string sheet = sheets["01-forms-worksheet-" + std::string(version) + ".pdf"];
        std::string key = keys["01-forms-key-" + std::string(version) + ".pdf"];
        std::size_t question = sheet.find("When was Sergei Kirov murdered?");
        REQUIRE(question != std::string::npos);
        std::sregex_iterator at(sheet.begin() + static_cast<std::ptrdiff_t>(question), sheet.end(), choice);
        char letter = 'A';
        for (; (*at)[1] != "1934"; ++at) {
            ++letter;
        }
        letters.insert(letter);
        CHECK(contains(key, "<li>" + std::string(1, letter) + ". 1934</li>"));
        std::smatch number;
        REQUIRE(std::regex_search(sheet, number, std::regex(R"re(<span class="number">([0-9]+)\.</span> When was Sergei)re")));
        CHECK(contains(key, "<span class=\"number\">" + number[1].str() + ".</span> When was Sergei"));
        std::string grid = keys["01-forms-key-all.pdf"];
        std::size_t row = grid.find("<th scope=\"row\">" + number[1].str() + "</th>");
        REQUIRE(row != std::string::npos);
        for (char column = 'A'; column <= *version; ++column) {
            row = grid.find("<td>", row + 1);
        }
        CHECK(grid.substr(row + 4, 1) == std::string(1, letter));
    }
    CHECK(letters.size() > 1);
}

TEST_CASE("text from right to left is marked where the engine would turn it around") {
    const std::string mark = "\u200f";
    CHECK(kept_right_to_left("<p>שלום</p>\n<p>1. שלום</p>") == "<p>שלום</p>\n<p>1. שלום</p>");
    CHECK(kept_right_to_left("<b>1.</b><i> / 2</i>") == "<b>" + mark + "1.</b><i>" + mark + " / 2</i>");
    CHECK(kept_right_to_left("<p>NKVD היה</p>") == "<p>" + mark + "NKVD היה</p>");
    CHECK(kept_right_to_left("<p>אל New York והים</p>") == "<p>אל " + mark + "New York והים</p>");
    CHECK(kept_right_to_left("<p>א &amp; ב</p>") == "<p>א &amp; ב</p>");
    CHECK(kept_right_to_left("<p dir=\"ltr\">One <b>two</b></p><img src=\"x\"/><p>1</p>") ==
          "<p dir=\"ltr\">One <b>two</b></p><img src=\"x\"/><p>" + mark + "1</p>");
}

TEST_CASE("a definition too long for a card goes on over the next") {
    auto paragraph = [](const std::string& text) { return Blocks{{Paragraph{{{Text{text}, {}}}}, {}}}; };
    CHECK(parts_for_cards(paragraph("Wet grass."), false).size() == 1);
    CHECK(parts_for_cards(paragraph("Wet grass."), false).front().size == "few");
    std::string words;
    for (int i = 1000; i < 1250; ++i) {
        words += (words.empty() ? "" : " ") + std::string("word") + std::to_string(i);
    }
    for (bool large_print : {false, true}) {
        std::string all;
        std::vector<CardPart> parts = parts_for_cards(paragraph(words), large_print);
        for (const CardPart& part : parts) {
            all += (all.empty() ? "" : " ") + plain_text(part.blocks);
        }
        CHECK(parts.size() > 2);
        CHECK(all == words);
    }
    CHECK(plain_text(parts_for_cards(paragraph(std::string(3000, 'x')), true).front().blocks).size() > 100);
    CHECK(parts_for_cards({}, false).size() == 1);
}

TEST_CASE("pages for a browser have their notes at the end, and nothing that runs along pages") {
    Sheets sheets =
        sheets_of(read_and_weave(HORNBOOK_SOURCE_DIR "/tests/books/footnotes"), Edition::test, {{"html", "true"}, {"parts", "reading"}});
    const std::string& printed = sheets["01-notes-reading.pdf"];
    const std::string& shown = sheets["01-notes-reading.html"];
    CHECK(contains(body_of(printed), "class=\"footnote\""));
    CHECK(contains(body_of(printed), "running-book"));
    CHECK_FALSE(contains(body_of(shown), "class=\"footnote\""));
    CHECK_FALSE(contains(body_of(shown), "class=\"running-"));
    auto count = [](const std::string& text, std::string_view what) {
        std::size_t times = 0;
        for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += what.size()) {
            ++times;
        }
        return times;
    };
    CHECK(count(body_of(shown), "class=\"note-at-end\"") >=  // a note of a note has a place of its own
          count(body_of(printed), "class=\"footnote\"") + count(body_of(printed), "class=\"note-at-end\""));
}

TEST_CASE("a sheet has everything inside it") {
    Book book = read_and_weave(quizzes);
    for (Edition edition : {Edition::test, Edition::teacher}) {
        for (const auto& [name, html] : sheets_of(book, edition, {{"versions", "A"}})) {
            INFO(name);
            std::regex address(R"re(\b(src|href|data|action|url\()\s*=?\s*["']?([^"'\s>)]*))re", std::regex::icase);
            for (std::sregex_iterator at(html.begin(), html.end(), address), end; at != end; ++at) {
                if (html.substr(0, static_cast<std::size_t>(at->position())).ends_with("-")) {
                    continue;  // in the policy: "img-src data:"; "form-action" likewise
                } else if ((*at)[1] == "src") {
                    CHECK((*at)[2].str().substr(0, 11) == "data:image/");
                } else {
                    CHECK(((*at)[1] == "data" || html.substr(0, static_cast<std::size_t>(at->position())).ends_with("<p>")));
                }
            }
            CHECK(contains(html,
                           "content=\"default-src &apos;none&apos;; base-uri &apos;none&apos;; form-action &apos;none&apos;; img-src "
                           "data:; style-src "));
            CHECK_FALSE(contains(html, "<link"));
            CHECK_FALSE(contains(html, "<a "));
        }
    }
    CHECK(contains(sheets_of(book, Edition::test)["01-forms-worksheet.pdf"], "src=\"data:image/svg+xml;base64,"));
}

TEST_CASE("a book's own print style is used, and cannot leave its place") {
    Book book = read_and_weave(quizzes);
    book.print_style = "p::before { content: \"</style><img src=x>\"; }\n";
    std::string sheet = sheets_of(book, Edition::test)["01-forms-worksheet.pdf"];
    CHECK(contains(sheet, "<\\/style><img src=x>"));
    CHECK(count(sheet, "</style>") == 1);
    CHECK_FALSE(contains(sheet, "running(running-book)"));
}

TEST_CASE("chapters are named as their author knows them") {
    Book book = read_and_weave(quizzes);
    for (const char* name : {"01-forms", "01-forms.md", "chapters/01-forms.md", "Every form"}) {
        Sheets sheets = sheets_of(book, Edition::test, {{"chapter", name}, {"parts", "reading,worksheet"}});
        CHECK(sheets.size() == 2);
        CHECK(sheets.contains("01-forms-reading.pdf"));
    }
    for (const char* name : {"01-form", "forms", "Forms"}) {
        CHECK(trouble_of([&] { sheets_of(book, Edition::test, {{"chapter", name}}); }).ends_with("did you mean `01-forms`?"));
    }
}

TEST_CASE("a formula is set by plain styles, since the engine draws no MathML; a word processor's text has MathML") {
    Book book = read_and_weave(quizzes);
    Formula formula;
    formula.tex = "x^2";
    formula.mathml = "<mfrac><mi>x</mi><mn>2</mn></mfrac><mo>=</mo><msup><mi>y</mi><mn>2</mn></msup>";
    book.chapters.front().blocks.insert(book.chapters.front().blocks.begin(), {Paragraph{{{formula, {}}}}, {}});
    std::string sheet = body_of(sheets_of(book, Edition::test)["01-forms-reading.pdf"]);
    CHECK(contains(sheet,
                   "<span class=\"printed-formula\" dir=\"ltr\"><span class=\"fraction\"><span class=\"fraction-top\"><i>x</i></span>"
                   "<span class=\"fraction-bottom\">2</span></span>\u2009=\u2009<i>y</i><sup>2</sup></span>"));
    CHECK_FALSE(contains(sheet, "<math"));
    formula.mathml.clear();  // without pandoc
    std::get<Paragraph>(book.chapters.front().blocks.front().kind).text.front().kind = formula;
    CHECK(contains(body_of(sheets_of(book, Edition::test)["01-forms-reading.pdf"]), "<code class=\"formula-source\">$x^2$</code>"));
}

TEST_CASE("notes and terms stand where they are first met, addresses are shown") {
    TemporaryFolder folder;
    folder.write("book.toml", "title = \"T\"\nlanguage = \"en\"\n");
    folder.write("chapters/01-a.md",
                 "# Rain\n\nRain[^1] and dew[^1] see [the office](https://met.example/) or <https://met.example/x>.\n\n"
                 "Dew again, [there](02-b.md).\n\n[^1]: Water.\n\n    - that falls\n");
    folder.write("chapters/02-b.md", "# B\n\nText.\n");
    folder.write("chapters/glossary.md", "# Glossary\n\n## dew\n\nWet grass.\n\nMore of it.\n");
    std::string sheet = body_of(sheets_of(read_and_weave(folder.path()), Edition::test)["01-a-reading.pdf"]);
    CHECK(count(sheet, "class=\"footnote\"") == 1);
    CHECK(contains(sheet, "Water."));
    CHECK(contains(sheet, "<sup class=\"note-again\">1</sup>"));
    CHECK(count(sheet, "class=\"term-note\"") == 1);
    CHECK(contains(sheet, "Wet grass."));
    CHECK_FALSE(contains(sheet, "More of it."));
    CHECK(contains(sheet, "the office<span class=\"address\"> (https://met.example/)</span>"));
    CHECK(count(sheet, "https://met.example/x") == 1);
    CHECK(contains(sheet, "again, there."));
}

}  // namespace hornbook
