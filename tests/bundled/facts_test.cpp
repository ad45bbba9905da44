// Every fact of facts.toml stands in the built book, and each claim beside the sentence that says who claims it.
#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include <map>
#include <set>

#include "base/text.h"
#include "base/trouble.h"
#include "catch.h"
#include "outputs/epub/epub.h"
#include "pictures/prepare.h"
#include "reading/read_book.h"
#include "weaving/editions.h"
#include "weaving/weave.h"

using namespace hornbook;

namespace {

const std::string root = HORNBOOK_SOURCE_DIR;

std::map<std::string, std::string> pages_of(Edition edition) {
    Sources sources;
    Diagnostics diagnostics;
    Book book = read_book(Folder(root), {}, sources, diagnostics).book;
    weave(book, 0, diagnostics);
    prepare_pictures(book, {std::string(HORNBOOK_BINARY_DIR) + "/hornbook-pictures", 0}, diagnostics);
    REQUIRE_FALSE(diagnostics.has_errors());
    std::map<std::string, std::string> pages;
    Diagnostics losses;
    for (File& file : make_epub(edition_of(std::move(book), edition, false), {}, losses)) {
        pages[file.name] = std::move(file.bytes);
    }
    return pages;
}

// What a reader sees of XHTML.
std::string text_of(std::string_view xhtml) {
    std::string text;
    bool in_tag = false;
    for (char c : xhtml) {
        in_tag = c == '<' || (in_tag && c != '>');
        if (!in_tag && c != '>') {
            text += c;
        }
    }
    const std::pair<std::string_view, std::string_view> entities[] = {
        {"&quot;", "\""}, {"&apos;", "'"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&amp;", "&"}};
    for (const auto& [entity, character] : entities) {
        for (std::size_t at = 0; (at = text.find(entity, at)) != std::string::npos; at += character.size()) {
            text.replace(at, entity.size(), character);
        }
    }
    return collapse_spaces(text);
}

// The section under the <h2> with that id, up to the next <h2>.
std::string section(const std::string& page, const std::string& id) {
    std::size_t begin = page.find("<h2 id=\"" + id + "\"");
    if (begin == std::string::npos) {
        return {};
    }
    return text_of(page.substr(begin, page.find("<h2 ", begin + 4) - begin));
}

std::vector<std::string> texts(const toml::table& fact, std::string_view key) {
    std::vector<std::string> list;
    if (const toml::array* array = fact[key].as_array()) {
        for (const toml::node& node : *array) {
            list.push_back(collapse_spaces(node.value_or(std::string())));
        }
    }
    return list;
}

}  // namespace

TEST_CASE("every fact of the brief is in the book, each claim with its care") {
    const std::set<std::int64_t> claims = {4, 5, 6, 7, 9, 10, 12, 13};
    std::map<std::string, std::string> pages = pages_of(Edition::student);
    toml::parse_result parsed = toml::parse_file(root + "/tests/bundled/facts.toml");
    REQUIRE(parsed);
    std::set<std::int64_t> rows;
    std::set<std::int64_t> cared_for;
    for (const toml::node& node : *parsed.table()["fact"].as_array()) {
        const toml::table& fact = *node.as_table();
        std::int64_t row = fact["row"].value_or(std::int64_t{0});
        std::string chapter = fact["chapter"].value_or(std::string());
        std::string page = pages["EPUB/" + chapter.substr(0, chapter.rfind('.')) + ".xhtml"];
        std::string id = fact["section"].value_or(std::string());
        std::string shown = section(page, id);
        INFO("row " << row << ", " << chapter << "#" << id);
        REQUIRE_FALSE(shown.empty());
        std::vector<std::string> all = texts(fact, "all");
        std::vector<std::string> care = texts(fact, "care");
        CHECK_FALSE(all.empty());
        all.insert(all.end(), care.begin(), care.end());
        for (const std::string& words : all) {
            INFO("words: " << words);
            CHECK(shown.find(words) != std::string::npos);
        }
        rows.insert(row);
        if (!care.empty()) {
            cared_for.insert(row);
        }
    }
    for (std::int64_t row = 1; row <= 18; ++row) {
        INFO("row " << row);
        CHECK(rows.contains(row));
        CHECK((!claims.contains(row) || cared_for.contains(row)));
    }
}

TEST_CASE("the bundled book is as long and as rich as it should be") {
    Sources sources;
    Diagnostics diagnostics;
    Book book = read_book(Folder(root), {}, sources, diagnostics).book;
    CHECK(diagnostics.all().empty());
    CHECK(book.glossary.entries.size() >= 25);
    std::size_t questions = 0;
    std::set<std::size_t> forms;
    for (const Chapter& chapter : book.chapters) {
        for (const Quiz& quiz : chapter.quizzes) {
            questions += quiz.questions.size();
            for (const Question& question : quiz.questions) {
                forms.insert(question.answer.index());
                if (const auto* select = std::get_if<Select>(&question.answer)) {
                    for (const Choice& choice : select->choices) {
                        INFO(chapter.file << ":" << choice.place.line);
                        CHECK_FALSE(choice.feedback.empty());
                    }
                }
            }
        }
    }
    CHECK(questions >= 40);
    CHECK(forms.size() == std::variant_size_v<Answer>);
}
