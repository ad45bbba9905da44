#include "checking/check.h"

#include <algorithm>
#include <map>
#include <optional>

#include "base/text.h"
#include "checking/sizes.h"
#include "model/entry_names.h"
#include "model/mistakes.h"
#include "model/plain_text.h"
#include "model/shown.h"
#include "model/walk.h"

namespace hornbook {
namespace {

constexpr std::size_t widest_table = 6;             // columns that a 6-inch screen can hold
constexpr std::size_t most_searched = 200'000'000;  // bytes of text looked through for terms that no chapter uses

// The words that a screen reader reads out; none where a picture has no alternative text, which is reported by itself.
std::optional<std::string> words_read_out(const Inlines& inlines) {
    bool complete = true;
    Inlines spoken = inlines;
    walk_inlines(spoken, [&](Inline& node) {
        if (auto* image = std::get_if<Image>(&node.kind)) {
            complete = complete && (image->decorative || !image->alt.empty());
            image->alt = image->decorative ? std::string() : image->alt;
        }
    });
    return complete ? std::optional(std::string(trim(plain_text(spoken)))) : std::nullopt;
}

class Checker {
public:
    Checker(const Book& book, Diagnostics& diagnostics) : book_(book), diagnostics_(diagnostics) {}

    void check_chapter(const Chapter& chapter) {
        level_ = 1;
        check_inlines(chapter.title);
        check_says_something(chapter.title, chapter.place);
        check_blocks(chapter.blocks);
        for (const Footnote& footnote : chapter.footnotes) {
            check_blocks(footnote.blocks);
        }
        for (const Quiz& quiz : chapter.quizzes) {
            if (!quiz.title.empty()) {
                check_says_something(quiz.title, quiz.place);
            }
            walk_quiz_inlines(quiz, [&](const Inline& node) { check_inline(node); });
            for (const Question& question : quiz.questions) {
                check_is_described(question.text);
                for (const Inlines* text : shown_in(question.answer)) {
                    check_is_described(*text);
                }
            }
        }
    }

    void check_glossary() {
        if (!book_.glossary.title.empty()) {
            check_says_something(book_.glossary.title, {book_.glossary.file, 1, 1, 0});
        }
        std::map<std::string, std::size_t> entries_by_name;
        for (const Entry& entry : book_.glossary.entries) {
            ++entries_by_name[comparable_name(entry.term.text)];
        }
        for (const Entry& entry : book_.glossary.entries) {
            check_blocks(entry.definition);
            bool is_told = entries_by_name[comparable_name(entry.term.text)] > 1;  // reported as repeated, and chapters use one of the two
            if (entry.uses.empty() && !entry.term.text.empty() && book_.unread.empty() && !is_told) {
                std::string small = small_use_of(entry.term.text);
                diagnostics_.add(Mistake::unused_term, entry.place, "no chapter uses `" + entry.term.text + "`",
                                 small.empty() ? "use it, give it other names with `also:`, or take it out"
                                               : "write `## " + small + "`, as the chapters do: a capital is for names alone",
                                 Stretch::book());
            }
        }
    }

private:
    // The term in small letters where the chapters have it so, which one with a capital does not find; else empty.
    std::string small_use_of(const std::string& term) {
        std::string small = comparable_name(term);
        if (small == term || searched_ > most_searched) {
            return {};
        }
        const std::string& words = words_of_book();
        searched_ += words.size();
        for (std::size_t at = words.find(small); at != std::string::npos; at = words.find(small, at + 1)) {
            std::size_t before = at - 1;
            while ((static_cast<unsigned char>(words[before]) & 0xC0U) == 0x80) {
                --before;
            }
            if (!is_letter(next_code_point(words, before))) {
                return small;
            }
        }
        return {};
    }

    // The text of all chapters, each paragraph on a line, behind an empty line.
    const std::string& words_of_book() {
        if (words_.empty()) {
            words_ = "\n";
            for (const Chapter& chapter : book_.chapters) {
                words_ += plain_text(chapter.blocks) + "\n";
            }
        }
        return words_;
    }

    void check_blocks(const Blocks& blocks) {
        walk_blocks(blocks, [&](const Block& block) {
            if (const auto* heading = std::get_if<Heading>(&block.kind)) {
                check_heading(*heading, block.place);
            } else if (const auto* table = std::get_if<Table>(&block.kind)) {
                check_table(*table, block.place);
            }
        });
        walk_inlines(blocks, [&](const Inline& node) { check_inline(node); });
    }

    void check_inlines(const Inlines& inlines) {
        walk_inlines(inlines, [&](const Inline& node) { check_inline(node); });
    }

    // Reports a heading without words, which the table of contents needs.
    void check_says_something(const Inlines& heading, Place place) {
        if (words_read_out(heading) == "") {
            diagnostics_.add(Mistake::empty_heading, place, "this heading has no text", "write its words, or take it out");
        }
    }

    // Reports a decorative picture that is the whole text of a question or a choice.
    void check_is_described(const Inlines& text) {
        if (words_read_out(text) != "") {
            return;
        }
        walk_inlines(text, [&](const Inline& node) {
            if (const auto* image = std::get_if<Image>(&node.kind); image != nullptr && image->decorative) {
                diagnostics_.add(Mistake::no_alternative_text, node.place,
                                 "this picture is all there is here, and has no description for those who cannot see it",
                                 "write what it shows: `![what it shows](…)`");
            }
        });
    }

    void check_heading(const Heading& heading, Place place) {
        check_says_something(heading.text, place);
        if (heading.level > level_ + 1) {
            int moved = heading.marks == 0 ? 0 : heading.level - heading.marks;
            std::string right(static_cast<std::size_t>(std::max(1, level_ + 1 - moved)), '#');
            diagnostics_.add(Mistake::skipped_heading, place, "this heading skips a level", "use `" + right + "` here");
        }
        level_ = heading.level;
    }

    void check_table(const Table& table, Place place) {
        std::size_t columns = table.alignment.size();
        for (const std::vector<Cell>& row : table.body) {
            columns = std::max(columns, row.size());
        }
        if (columns > widest_table) {
            diagnostics_.add(Mistake::wide_table, place,
                             "this table has " + std::to_string(columns) + " columns, more than a small screen can show",
                             "divide it, or swap rows and columns");
        }
    }

    void check_inline(const Inline& node) {
        if (const auto* image = std::get_if<Image>(&node.kind); image != nullptr && image->alt.empty() && !image->decorative) {
            diagnostics_.add(Mistake::no_alternative_text, node.place, "this picture has no description for those who cannot see it",
                             "write what it shows: `![what it shows](…)`; if it shows nothing of weight: `![](… \"decorative\")`");
        }
        if (const auto* link = std::get_if<Link>(&node.kind); link != nullptr && words_read_out(link->children) == "") {
            diagnostics_.add(Mistake::empty_link, node.place, "this link has no text",
                             "write the words that lead there between `[` and `]`");
        }
    }

    const Book& book_;
    Diagnostics& diagnostics_;
    int level_ = 1;
    std::string words_;         // of all chapters, where they are asked for
    std::size_t searched_ = 0;  // bytes of them
};

}  // namespace

void check(const Book& book, Diagnostics& diagnostics) {
    Checker checker(book, diagnostics);
    for (const Chapter& chapter : book.chapters) {
        if (!chapter.is_outline) {
            checker.check_chapter(chapter);
        }
    }
    checker.check_glossary();
    check_sizes(book, diagnostics);
}

}  // namespace hornbook
