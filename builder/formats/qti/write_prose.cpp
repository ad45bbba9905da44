#include "formats/qti/write_prose.h"

#include <algorithm>
#include <utility>

#include "model/walk.h"

namespace hornbook {
namespace {

Inline text_node(std::string text) {
    return {Text{std::move(text)}, {}};
}

void wrap(Inlines& inlines, const char* before, const char* after) {
    inlines.insert(inlines.begin(), text_node(before));
    inlines.push_back(text_node(after));
}

// The isolate of Unicode (UAX 9, 2.4) that does for a few words what `dir` does in HTML.
const char* isolate(const std::string& direction) {
    return direction == "rtl" ? "\u2067" : direction == "ltr" ? "\u2066" : "\u2068";
}

class Fitting {
public:
    explicit Fitting(Losses& losses) : losses_(losses) {}

    void fit(Quiz& quiz) {
        walk_quiz_inlines(quiz, [&](Inline& node) { fit(node); });
        walk_quiz_blocks(quiz, [&](Block& block) { fit(block); });
    }

    void fit(Blocks& blocks) {
        walk_inlines(blocks, [&](Inline& node) { fit(node); });
        walk_blocks(blocks, [&](Block& block) { fit(block); });
    }

private:
    void fit(Inline& node) {
        if (auto* styled = std::get_if<Styled>(&node.kind)) {
            fit(*styled);
        } else if (auto* link = std::get_if<Link>(&node.kind)) {
            title_becomes_text(link->title, link->children);
        } else if (auto* image = std::get_if<Image>(&node.kind); image != nullptr && !image->title.empty()) {
            std::string title = std::exchange(image->title, "");
            node = {Styled{"span", "", "", "", "", {node, text_node(" (" + title + ")")}}, node.place};
        } else if (std::holds_alternative<Strikethrough>(node.kind)) {
            losses_.add(node.place, "text that is struck through", "this is shown as any other text", "say in words what is wrong");
        }
    }

    static void fit(Styled& styled) {
        title_becomes_text(styled.title, styled.children);
        if (!styled.direction.empty() || styled.element == "bdi") {
            wrap(styled.children, isolate(std::exchange(styled.direction, "")), "\u2069");
        }
        if (styled.element == "ruby") {
            fit_ruby(styled);
        }
    }

    static void title_becomes_text(std::string& title, Inlines& children) {
        if (!title.empty()) {
            children.push_back(text_node(" (" + std::exchange(title, "") + ")"));
        }
    }

    // Puts the small text of ruby in brackets after its base.
    static void fit_ruby(Styled& ruby) {
        auto named = [](Inline& node, std::string_view name) {
            auto* styled = std::get_if<Styled>(&node.kind);
            return styled != nullptr && styled->element == name ? styled : nullptr;
        };
        ruby.element = "span";
        std::erase_if(ruby.children, [&](Inline& node) { return named(node, "rp") != nullptr; });
        for (Inline& node : ruby.children) {
            if (Styled* small = named(node, "rt")) {
                small->element = "span";
                wrap(small->children, "(", ")");
            }
        }
    }

    void fit(Block& block) {
        if (auto* table = std::get_if<Table>(&block.kind); table != nullptr && table->body.empty()) {
            table->body = std::exchange(table->head, {});  // the schema wants a <tbody>
        } else if (const auto* list = std::get_if<List>(&block.kind); list != nullptr && is_numbered_otherwise(*list)) {
            losses_.add(block.place, "lists that count otherwise than 1, 2, 3", "this one does",
                        "write the numbers as text if the question needs them");
        } else if (const auto* division = std::get_if<Division>(&block.kind); division != nullptr && !division->direction.empty()) {
            losses_.add(block.place, "direction for a part of a text", "this one has that of its language",
                        "set `dir` on the words themselves, in a <span>");
        }
    }

    static bool is_numbered_otherwise(const List& list) {
        return list.ordered && (list.start != 1 || list.numbering != '1' || list.reversed ||
                                std::any_of(list.items.begin(), list.items.end(), [](const ListItem& item) { return item.value; }));
    }

    Losses& losses_;
};

}  // namespace

const Dialect& qti_html() {
    static const Dialect dialect{
        {{"bdi", "span"},
         {"del", "span"},
         {"details", "div"},
         {"figcaption", "p"},
         {"figure", "div"},
         {"ins", "em"},
         {"mark", "strong"},
         {"summary", "p"},
         {"u", "em"}},
        {"alt", "colspan", "href", "responseIdentifier", "rowspan", "scope", "src", "stringIdentifier", "xml:lang"}};
    return dialect;
}

Book in_qti_prose(const Book& book, Losses& losses) {
    Book fitted = book;
    Fitting fitting(losses);
    for (Chapter& chapter : fitted.chapters) {
        Diagnostics untold;  // of notes of the chapter's text, which does not come along
        Losses elsewhere("qti", untold);
        for (Footnote& footnote : chapter.footnotes) {
            Fitting(elsewhere).fit(footnote.blocks);
        }
        for (Quiz& quiz : chapter.quizzes) {
            fitting.fit(quiz);
        }
    }
    return fitted;
}

}  // namespace hornbook
