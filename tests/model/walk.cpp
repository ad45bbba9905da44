#include "model/walk.h"

#include <set>

#include "catch.h"
#include "model/small_book.h"

namespace hornbook {
namespace {

// The text of all Text nodes that are visited.
template <class Walk>
std::string letters(const Walk& walk) {
    std::string text;
    walk([&](const Inline& node) {
        if (const auto* kind = std::get_if<Text>(&node.kind)) {
            text += kind->text;
        }
    });
    return text;
}

TEST_CASE("every run of text in every kind of block is visited, in the order of the text") {
    Blocks blocks = every_block();
    const Blocks& same = blocks;
    std::string wanted = "abcdefghijklmnopqrstuvwxyz";
    CHECK(letters([&](auto visit) { walk_inlines(same, visit); }) == wanted);
    CHECK(letters([&](auto visit) { walk_inlines(blocks, std::function<void(Inline&)>(visit)); }) == wanted);
}

TEST_CASE("every kind of block is visited, a parent before its children") {
    Blocks blocks = every_block();
    std::vector<std::size_t> kinds;
    walk_blocks(std::as_const(blocks), [&](const Block& block) { kinds.push_back(block.kind.index()); });
    std::set<std::size_t> distinct(kinds.begin(), kinds.end());
    CHECK(distinct.size() == std::variant_size_v<decltype(Block::kind)>);
    // heading, paragraph, quotation with two, list with two items of which one holds a quotation
    std::size_t p = Block{Paragraph{}, {}}.kind.index();
    std::size_t q = Block{Quotation{}, {}}.kind.index();
    REQUIRE(kinds.size() > 9);
    CHECK(std::vector<std::size_t>(kinds.begin() + 1, kinds.begin() + 10) ==
          std::vector<std::size_t>{p, q, p, p, Block{List{}, {}}.kind.index(), p, p, q, p});
}

TEST_CASE("inlines are visited below one another, a parent before its children") {
    Inlines inlines = {words("a"),
                       {Emphasis{{words("b"), {Strong{{words("c")}}, {}}}}, {}},
                       {Strikethrough{run("d")}, {}},
                       {Styled{"sub", "", "", "", "", run("e")}, {}},
                       {Link{"", "", {}, run("f")}, {}},
                       {GlossaryReference{0, "", run("g")}, {}},
                       {SoftBreak{}, {}},
                       words("h")};
    std::vector<std::size_t> kinds;
    CHECK(letters([&](auto visit) { walk_inlines(std::as_const(inlines), visit); }) == "abcdefgh");
    walk_inlines(std::as_const(inlines), [&](const Inline& node) { kinds.push_back(node.kind.index()); });
    std::size_t text = words("").kind.index();
    REQUIRE(kinds.size() == 15);
    CHECK(kinds[1] == inlines[1].kind.index());
    CHECK(kinds[2] == text);
}

TEST_CASE("a visitor may change what it is given, and what it puts there is visited") {
    Inlines inlines = run("a");
    walk_inlines(inlines, [&](Inline& node) {
        auto* kind = std::get_if<Text>(&node.kind);
        if (kind != nullptr && kind->text == "a") {
            node.kind = Emphasis{run("b")};
        } else if (kind != nullptr) {
            kind->text += "!";
        }
    });
    const auto* emphasis = std::get_if<Emphasis>(&inlines[0].kind);
    REQUIRE(emphasis != nullptr);
    CHECK(std::get<Text>(emphasis->children[0].kind).text == "b!");
}

TEST_CASE("runs know the block they belong to, and can be replaced") {
    Blocks blocks = every_block();
    std::size_t count = 0;
    walk_runs(blocks, [&](Inlines& each, const Block& owner) {
        ++count;
        if (std::holds_alternative<Heading>(owner.kind)) {
            each = run("A");
        }
    });
    CHECK(count == 26);
    CHECK(std::get<Text>(std::get<Heading>(blocks[0].kind).text[0].kind).text == "A");
}

Question question(std::string text, Answer answer) {
    Question q;
    q.text = run(std::move(text));
    q.answer = std::move(answer);
    return q;
}

Quiz every_question() {
    Quiz quiz;
    quiz.title = run("a");
    Select select;
    select.choices = {{"", run("d"), true, {}, prose("e"), {}}, {"", run("f"), false, {}, {}, {}}};
    Question first = question("b", select);
    first.body = prose("c");
    first.hint = prose("g");
    first.feedback = prose("h");
    first.key = prose("i");
    Fill fill;
    fill.blanks = {{{{"never prose", {}, {}, prose("k"), {}}}, {}}};
    Match match;
    match.lefts = {{run("m"), 0, prose("n"), {}}};
    match.rights = {run("o"), run("p")};
    Arrange arrange;
    arrange.items = {{"", run("r"), prose("s"), {}}, {"", run("t"), {}, {}}};
    quiz.questions = {first, question("j", fill), question("l", match), question("q", arrange), question("u", Essay{})};
    return quiz;
}

TEST_CASE("all prose of a quiz is visited") {
    Quiz quiz = every_question();
    CHECK(letters([&](auto visit) { walk_quiz_inlines(std::as_const(quiz), visit); }) == "abcdefghijklmnopqrstu");
    walk_quiz_inlines(quiz, [](Inline& node) { std::get<Text>(node.kind).text = "-"; });
    CHECK(letters([&](auto visit) { walk_quiz_inlines(std::as_const(quiz), visit); }) == std::string(21, '-'));
}

TEST_CASE("everything in a book is visited") {
    Book book;
    Chapter chapter;
    chapter.title = run("1");
    chapter.blocks = prose("2");
    chapter.footnotes.emplace_back();
    chapter.footnotes[0].blocks = prose("3");
    chapter.quizzes = {every_question()};
    Chapter second;
    second.title = run("4");
    book.chapters = {chapter, second};
    book.glossary.title = run("5");
    book.glossary.introduction = prose("6");
    Entry entry;
    entry.definition = prose("7");
    book.glossary.entries = {entry, entry};
    CHECK(letters([&](auto visit) { walk_book_inlines(std::as_const(book), visit); }) ==
          "123abcdefghijklmnopqrstu4"
          "5677");
    std::size_t count = 0;
    walk_book_inlines(book, [&](Inline&) { ++count; });
    CHECK(count == 29);
}

}  // namespace
}  // namespace hornbook
