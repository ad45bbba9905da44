#include <algorithm>
#include <array>
#include <utility>

#include "base/cases.h"
#include "base/text.h"
#include "model/plain_text.h"
#include "rendering/quiz.h"
#include "rendering/renderer.h"
#include "rendering/table_width.h"

namespace hornbook {
namespace {

struct CalloutStyle {
    std::string_view css_class;
    std::string Words::*word;
    bool is_note;  // a remark beside the text; else a part of the chapter
};

const CalloutStyle& style_of(CalloutKind kind) {
    static const std::array<CalloutStyle, 9> styles = {{{"callout note", &Words::note, true},
                                                        {"callout tip", &Words::tip, true},
                                                        {"callout important", &Words::important, true},
                                                        {"callout warning", &Words::warning, true},
                                                        {"callout caution", &Words::caution, true},
                                                        {"callout source", &Words::source, false},
                                                        {"callout objectives", &Words::objectives, false},
                                                        {"callout key", &Words::key_points, false},
                                                        {"callout teacher", &Words::teacher, true}}};
    return styles.at(static_cast<std::size_t>(kind));
}

const Paragraph* only_paragraph(const Blocks& blocks) {
    return blocks.size() == 1 ? std::get_if<Paragraph>(&blocks.front().kind) : nullptr;
}

std::string_view alignment_class(Alignment alignment) {
    switch (alignment) {
        case Alignment::left:
            return "left";
        case Alignment::centre:
            return "centre";
        case Alignment::right:
            return "right";
        case Alignment::none:
            break;
    }
    return "";
}

bool is_displayed_formula(const Paragraph& paragraph) {
    const auto* formula = paragraph.text.size() == 1 ? std::get_if<Formula>(&paragraph.text.front().kind) : nullptr;
    return formula != nullptr && formula->display;
}

// Whether nothing is lost when its inlines are written without the <p>.
bool is_plain_paragraph(const Paragraph& paragraph) {
    return !is_displayed_formula(paragraph) && paragraph.classes.empty();
}

}  // namespace

void Renderer::blocks(const Blocks& blocks) {
    for (const Block& each : blocks) {
        block(each);
        xml_.line_break();
    }
}

void Renderer::block(const Block& block) {
    if (!std::holds_alternative<QuizHere>(block.kind)) {  // which says where it is itself, if it is shown at all
        mark_source(xml_, block.place, page_);
    }
    std::visit(Cases{
                   [&](const Paragraph& kind) { paragraph(kind, &block); },
                   [&](const Heading& kind) { heading(kind, &block); },
                   [&](const Quotation& kind) {
                       xml_.open("blockquote");
                       blocks(kind.blocks);
                       xml_.close();
                   },
                   [&](const List& kind) { list(kind); },
                   [&](const CodeBlock& kind) {
                       xml_.open("pre", {{"dir", right_to_left_ ? "ltr" : ""}});
                       code(kind.text);
                       xml_.close();
                   },
                   [&](const Rule&) { xml_.empty("hr"); },
                   [&](const Table& kind) { table(kind); },
                   [&](const DefinitionList& kind) { definition_list(kind); },
                   [&](const Callout& kind) { callout(kind); },
                   [&](const Timeline& kind) { timeline(kind); },
                   [&](const Figure& kind) { figure(kind, &block); },
                   [&](const Details& kind) { details(kind); },
                   [&](const Division& kind) { division(kind); },
                   [&](const QuizHere& kind) {
                       if (page_.paper == nullptr && !page_.alone && page_.with_quizzes) {  // or it has a sheet, or an item, of its own
                           render_quiz(xml_, page_.book.chapters[page_.chapter].quizzes[kind.quiz], page_);
                       }
                   },
               },
               block.kind);
}

// Writes the mark of a block, its name or page break; to be called right after the block's element was opened.
void Renderer::mark(const Block* block) {
    auto found = page_.block_marks.find(block);
    if (found == page_.block_marks.end()) {
        return;
    }
    if (page_.paper != nullptr) {
        return xml_.attribute("data-block", found->second);
    }
    xml_.element(
        "span",
        {{"epub:type", "pagebreak"}, {"role", "doc-pagebreak"}, {"id", page_break_id(found->second)}, {"aria-label", found->second}}, "");
}

void Renderer::paragraph(const Paragraph& paragraph, const Block* block) {
    xml_.open("p", {{"class", is_displayed_formula(paragraph) ? "formula" : paragraph.classes}});
    mark(block);
    lines(paragraph.text);
    xml_.close();
}

void Renderer::heading(const Heading& heading, const Block* block) {
    xml_.open("h" + std::to_string(std::clamp(heading.level, 2, 6)),
              {{"class", heading.classes}, {"id", page_.is_chapter ? heading.id : ""}});
    mark(block);
    inlines(heading.text);
    xml_.close();
}

void Renderer::list(const List& list) {
    bool tasks = std::any_of(list.items.begin(), list.items.end(), [](const ListItem& i) { return i.ticked.has_value(); });
    xml_.open(list.ordered ? "ol" : "ul", {{"class", tasks ? "tasks" : ""}});
    if (list.ordered && list.start != 1) {
        xml_.attribute("start", std::to_string(list.start));
    }
    if (list.numbering != '1') {
        xml_.attribute("type", std::string(1, list.numbering));
    }
    if (list.reversed) {
        xml_.attribute("reversed", "reversed");
    }
    for (const ListItem& each : list.items) {
        item(each, list.tight);
    }
    xml_.close();
}

void Renderer::item(const ListItem& item, bool tight) {
    mark_source(xml_, item.place ? item.place : place_of(item.blocks), page_);
    xml_.open("li");
    if (item.value) {
        xml_.attribute("value", std::to_string(*item.value));
    }
    if (tight && !item.blocks.empty() && std::holds_alternative<Paragraph>(item.blocks.front().kind)) {
        mark(item.blocks.data());
    }
    bool box_within = !tight && item.ticked && !item.blocks.empty() && std::holds_alternative<Paragraph>(item.blocks.front().kind);
    if (box_within) {  // or the box would stand on a line of its own
        mark_source(xml_, place_of(item.blocks), page_);
        xml_.open("p");
        task_box(*item.ticked);
        lines(std::get<Paragraph>(item.blocks.front().kind).text);
        xml_.close();
        xml_.line_break();
        blocks({item.blocks.begin() + 1, item.blocks.end()});
    } else {
        if (item.ticked) {
            task_box(*item.ticked);
        }
        bool was_in_list = std::exchange(in_list_, true);
        tight ? tight_blocks(item.blocks) : blocks(item.blocks);
        in_list_ = was_in_list;
    }
    xml_.close();
    xml_.line_break();
}

void Renderer::task_box(bool ticked) {
    const Words& words = page_.book.words;
    xml_.element("span", {{"role", "img"}, {"aria-label", ticked ? words.ticked : words.unticked}}, ticked ? "☑" : "☐");
    xml_.text(" ");
}

void Renderer::tight_blocks(const Blocks& blocks) {
    for (const Block& each : blocks) {
        if (const auto* paragraph = std::get_if<Paragraph>(&each.kind); paragraph != nullptr && is_plain_paragraph(*paragraph)) {
            if (&each != blocks.data()) {
                xml_.empty("br");
            }
            in_list_ ? lines(paragraph->text) : inlines(paragraph->text);
        } else {
            block(each);
        }
    }
}

void Renderer::table(const Table& table) {
    if (table.head.empty() && table.body.empty()) {
        return wrap("p", table.caption);
    }
    if (table_as_list(table)) {
        return;
    }
    // A wide table scrolls sideways on narrow screens, by keys too.
    bool scrolls = page_.paper == nullptr && !page_.alone && is_wider_than_phone(table);
    if (scrolls) {
        std::string name = table.caption.empty() ? page_.book.words.table : plain_text(table.caption);
        xml_.open("div", {{"class", "wide-table"}, {"role", "group"}, {"tabindex", "0"}, {"aria-label", name}});
    }
    xml_.open("table", {{"class", page_.paper != nullptr ? fit_of(table, page_.paper->large_print) : ""}});
    if (!table.caption.empty()) {
        mark_source(xml_, place_of(table.caption), page_);
        wrap("caption", table.caption);
    }
    rows(table);
    xml_.close();
    if (scrolls) {
        xml_.close();
    }
}

void Renderer::rows(const Table& table) {
    if (!table.head.empty()) {
        xml_.open("thead");
        std::for_each(table.head.begin(), table.head.end(), [&](const auto& cells) { row(cells, table, true); });
        xml_.close();
    }
    if (!table.body.empty()) {
        xml_.open("tbody");
        std::for_each(table.body.begin(), table.body.end(), [&](const auto& cells) { row(cells, table, false); });
        xml_.close();
    }
}

void Renderer::row(const std::vector<Cell>& cells, const Table& table, bool head) {
    xml_.open("tr");
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const Cell& cell = cells[i];
        bool names = cell.header && !cell.blocks.empty();  // an empty header cell heads nothing
        std::string css_class(i < table.alignment.size() ? alignment_class(table.alignment[i]) : "");
        if (has_long_word(cell)) {
            css_class += css_class.empty() ? "long-word" : " long-word";
        }
        mark_source(xml_, place_of(cell.blocks), page_);
        xml_.open(names ? "th" : "td", {{"class", css_class}});
        if (names) {
            xml_.attribute("scope", head ? "col" : "row");
        }
        if (cell.columns > 1) {
            xml_.attribute("colspan", std::to_string(cell.columns));
        }
        if (cell.rows > 1) {
            xml_.attribute("rowspan", std::to_string(cell.rows));
        }
        tight_blocks(cell.blocks);
        xml_.close();
    }
    xml_.close();
    xml_.line_break();
}

void Renderer::definition_list(const DefinitionList& list) {
    xml_.open("dl");
    for (const Definition& item : list.items) {
        for (const Inlines& term : item.terms) {
            mark_source(xml_, place_of(term), page_);
            wrap("dt", term);
        }
        if (item.terms.empty()) {
            xml_.empty("dt");
        }
        for (const Blocks& meaning : item.meanings) {
            mark_source(xml_, place_of(meaning), page_);
            xml_.open("dd");
            if (const Paragraph* paragraph = only_paragraph(meaning); paragraph != nullptr && paragraph->classes.empty()) {
                inlines(paragraph->text);
            } else {
                blocks(meaning);
            }
            xml_.close();
        }
        if (item.meanings.empty()) {
            xml_.empty("dd");
        }
        xml_.line_break();
    }
    xml_.close();
}

void Renderer::callout(const Callout& callout) {
    const CalloutStyle& style = style_of(callout.kind);
    std::string id = page_.is_chapter ? callout.id : "";
    // A <div> with role group or note, not a <section>: a region for every box would drown the page's landmarks.
    xml_.open("div", {{"class", style.css_class}, {"role", style.is_note ? "note" : "group"}, {"aria-labelledby", id}});
    mark_source(xml_, place_of(callout.title), page_);
    xml_.open("p", {{"class", "callout-title"}, {"id", id}});
    if (callout.title.empty()) {
        xml_.text(page_.book.words.*style.word);
    } else {
        inlines(callout.title);
    }
    xml_.close();
    blocks(callout.blocks);
    xml_.close();
}

void Renderer::timeline(const Timeline& timeline) {
    xml_.open("ol", {{"class", "timeline"}, {"aria-label", page_.book.words.timeline}});
    for (const TimelineEvent& event : timeline.events) {
        mark_source(xml_, event.place, page_);
        xml_.open("li");
        xml_.element("strong", {{"class", "date"}}, event.date);
        xml_.text(" ");
        xml_.open("span", {{"class", "event"}});
        inlines(event.text);
        xml_.close();
        xml_.close();
        xml_.line_break();
    }
    xml_.close();
}

void Renderer::figure(const Figure& figure, const Block* block) {
    constexpr std::size_t two_lines = 80;  // of a phone: more needs a smaller picture, or both stand on no page
    bool is_long = page_.paper == nullptr && count_code_points(plain_text(figure.caption)) > two_lines;
    std::string classes = figure.classes + (is_long && !figure.classes.empty() ? " " : "") + (is_long ? "long-caption" : "");
    xml_.open("figure", {{"class", classes}, {"id", page_.is_chapter ? figure.id : ""}});
    mark(block);
    tight_blocks(figure.blocks);
    if (!figure.caption.empty()) {
        mark_source(xml_, place_of(figure.caption), page_);
        wrap("figcaption", figure.caption);
    }
    xml_.close();
}

void Renderer::details(const Details& details) {
    xml_.open("details");
    mark_source(xml_, place_of(details.summary), page_);
    xml_.open("summary");
    if (details.summary.empty()) {
        xml_.text("…");
    }
    inlines(details.summary);
    xml_.close();
    blocks(details.blocks);
    xml_.close();
}

void Renderer::division(const Division& division) {
    // A <div>, since the rules for nesting sectioning elements are intricate, and a book loses nothing by it.
    xml_.open("div", {{"class", division.classes},
                      {"lang", division.language},
                      {"xml:lang", division.language},
                      {"dir", division.direction},
                      {"id", page_.is_chapter ? division.id : ""}});
    bool was_right_to_left = turn(division.direction);
    blocks(division.blocks);
    right_to_left_ = was_right_to_left;
    xml_.close();
}

}  // namespace hornbook
