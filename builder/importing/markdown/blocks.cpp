// Blocks as Markdown, each as lines without the marks of the block around it.
#include <algorithm>
#include <utility>

#include "base/cases.h"
#include "base/text.h"
#include "importing/markdown/escapes.h"
#include "importing/markdown/lines.h"
#include "importing/markdown/writer.h"

namespace hornbook::markdown {
namespace {

constexpr std::string_view callout_words[] = {"NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION", "SOURCE", "OBJECTIVES", "KEY", "TEACHER"};

bool is_picture(const Inlines& text) {
    return text.size() == 1 && std::holds_alternative<Image>(text.front().kind);
}

bool is_space_node(const Inline& node) {
    const auto* text = std::get_if<Text>(&node.kind);
    return std::holds_alternative<LineBreak>(node.kind) || std::holds_alternative<SoftBreak>(node.kind) ||
           (text != nullptr && trim(text->text).empty());
}

// Whether a picture alone in a paragraph would make the same figure: its caption is plain words.
bool is_plain_figure(const Figure& figure) {
    const auto* paragraph = figure.blocks.size() == 1 ? std::get_if<Paragraph>(&figure.blocks.front().kind) : nullptr;
    bool words = figure.caption.empty() || (figure.caption.size() == 1 && std::holds_alternative<Text>(figure.caption.front().kind));
    return paragraph != nullptr && is_picture(paragraph->text) && words && figure.id.empty() &&
           std::get<Image>(paragraph->text.front().kind).title.empty();
}

// Whether the block ends a paragraph without a blank line between, which would make a tight list loose.
bool follows_closely(const Block& block) {
    const auto* paragraph = std::get_if<Paragraph>(&block.kind);
    const auto* formula =
        paragraph != nullptr && paragraph->text.size() == 1 ? std::get_if<Formula>(&paragraph->text.front().kind) : nullptr;
    if (formula != nullptr) {
        return formula->display;
    }
    return !std::holds_alternative<Paragraph>(block.kind) && !std::holds_alternative<Table>(block.kind) &&
           !std::holds_alternative<DefinitionList>(block.kind) && !std::holds_alternative<Figure>(block.kind);
}

}  // namespace

SourceLines Writer::blocks(const Blocks& blocks, Where where) {
    SourceLines result;
    const List* list_before = nullptr;
    bool again = false;
    for (const Block& one : blocks) {
        const auto* list = std::get_if<List>(&one.kind);
        again = list != nullptr && list_before != nullptr && list->ordered == list_before->ordered && !again;
        SourceLines lines = block(one, again, where);
        if (!lines.empty()) {
            add_apart(result, std::move(lines));
        }
        list_before = list;
    }
    return result;
}

SourceLines Writer::block(const Block& block, bool again, Where where) {
    return std::visit(Cases{
                          [&](const Paragraph& kind) { return paragraph(kind.text, where); },
                          [&](const Heading& kind) { return heading(kind, where); },
                          [&](const Quotation& kind) { return quoted(blocks(kind.blocks, Where::text)); },
                          [&](const List& kind) { return list(kind, again, where); },
                          [&](const CodeBlock& kind) { return code(kind, where); },
                          [](const Rule&) { return SourceLines{"***"}; },
                          [&](const Table& kind) { return table(kind); },
                          [&](const DefinitionList& kind) { return definitions(kind); },
                          [&](const Callout& kind) { return callout(kind); },
                          [&](const Timeline& kind) { return timeline(kind); },
                          [&](const Figure& kind) { return figure(kind); },
                          [&](const Details& kind) { return details(kind); },
                          [&](const Division& kind) { return division(kind); },
                          [&](const QuizHere& kind) { return quiz(request_.chapter.quizzes.at(kind.quiz)); },
                      },
                      block.kind);
}

SourceLines Writer::paragraph(const Inlines& text, Where where) {
    Inlines words = text;
    while (!words.empty() && is_space_node(words.back())) {
        words.pop_back();
    }
    words.erase(words.begin(), std::find_if_not(words.begin(), words.end(), is_space_node));
    if (is_picture(words)) {  // by Markdown's mark it would be a figure
        const auto& image = std::get<Image>(words.front().kind);
        bool known = image.picture < request_.pictures.size();
        std::string source = known ? request_.pictures[image.picture] : image.destination;
        std::string alt = image.alt.empty() && image.decorative ? std::string(" alt=\"\"") : html_attribute("alt", image.alt);
        return {"<p><img" + html_attribute("src", source) + alt + html_attribute("title", image.title) + "></p>"};
    }
    std::string line;
    append(line, words, "");
    SourceLines lines;
    for (std::string_view part : split(line, '\n')) {
        std::string one = as_line(std::string(part), where != Where::text);
        if (!one.empty()) {
            lines.push_back(std::move(one));
        }
    }
    return lines;
}

SourceLines Writer::heading(const Heading& heading, Where where) {
    bool in_question = where != Where::text;
    if (in_question && heading.level <= 2) {  // `##` would be a question
        std::string element = "h" + std::to_string(std::max(heading.level, 2));
        SourceLines lines = html_words(element, heading.text);
        lines.front() = "<" + element + html_attribute("id", heading.id) + ">";
        return lines;
    }
    std::string line(static_cast<std::size_t>(heading.level), '#');
    return {line + " " + one_line(heading.text) + (heading.id.empty() ? "" : " {#" + heading.id + "}")};
}

SourceLines Writer::list(const List& list, bool again, Where where) {
    bool counted =
        list.ordered && (list.numbering != '1' || list.reversed || list.start < 0 ||
                         std::any_of(list.items.begin(), list.items.end(), [](const ListItem& i) { return i.value.has_value(); }));
    if (counted || (list.ordered && where == Where::stimulus)) {
        return html_list(list);
    }
    SourceLines result;
    int number = list.start;
    for (const ListItem& item : list.items) {
        std::string mark = list.ordered ? std::to_string(number++) + (again ? ")" : ".") : again ? "*" : "-";
        // More indent than answers have, so that nothing in the list is taken for an answer.
        mark += where == Where::stimulus ? "   " : " ";
        SourceLines lines;
        for (const Block& one : item.blocks) {
            SourceLines more = blocks({one}, Where::text);
            if (!lines.empty() && !(list.tight && follows_closely(one))) {
                lines.emplace_back();
            }
            std::move(more.begin(), more.end(), std::back_inserter(lines));
        }
        lines.resize(std::max<std::size_t>(lines.size(), 1));
        if (item.ticked) {
            lines.front().insert(0, *item.ticked ? "[x] " : "[ ] ");
        }
        if (!list.tight && !result.empty()) {
            result.emplace_back();
        }
        add_indented(result, mark, lines);
    }
    return result;
}

SourceLines Writer::html_list(const List& list) {
    std::string type = list.numbering == '1' ? "" : std::string(1, list.numbering);
    std::string start = list.start == 1 ? "" : std::to_string(list.start);
    SourceLines lines = {std::string(list.ordered ? "<ol" : "<ul") + html_attribute("start", start) + html_attribute("type", type) +
                         (list.reversed ? " reversed" : "") + ">"};
    for (const ListItem& item : list.items) {
        std::string value = item.value ? std::to_string(*item.value) : "";
        lines.push_back("<li" + html_attribute("value", value) + ">");
        lines.emplace_back();
        SourceLines inside = blocks(item.blocks, Where::stimulus);
        std::move(inside.begin(), inside.end(), std::back_inserter(lines));
        lines.emplace_back();
        lines.emplace_back("</li>");
    }
    lines.emplace_back(list.ordered ? "</ol>" : "</ul>");
    return lines;
}

// The lines of a code block; behind a key it must be a fence, since indented code would be taken for another key's lines.
SourceLines Writer::code(const CodeBlock& code, Where where) const {
    std::string fence(std::max<std::size_t>(3, longest_run(code.text, '`') + 1), '`');
    std::string margin = where == Where::text ? "" : "   ";
    SourceLines lines = {margin + fence + code.language};
    std::string_view text = code.text;
    text.remove_suffix(text.ends_with('\n') ? 1 : 0);
    for (std::string_view line : split(text, '\n')) {
        lines.push_back(line.empty() ? "" : margin + std::string(line));
    }
    lines.push_back(margin + fence);
    return lines;
}

SourceLines Writer::callout(const Callout& callout) {
    std::string title = one_line(callout.title);
    std::string mark = "[!" + std::string(callout_words[static_cast<std::size_t>(callout.kind)]) + "]";
    SourceLines lines = {mark + (title.empty() ? "" : " " + title)};
    SourceLines inside = blocks(callout.blocks, Where::text);
    if (!callout.blocks.empty() && !std::holds_alternative<Paragraph>(callout.blocks.front().kind)) {
        lines.emplace_back();
    }
    std::move(inside.begin(), inside.end(), std::back_inserter(lines));
    return quoted(std::move(lines));
}

SourceLines Writer::timeline(const Timeline& timeline) {
    SourceLines lines = {"```timeline"};
    for (const TimelineEvent& event : timeline.events) {
        lines.push_back(event.date + ": " + one_line(event.text));
    }
    lines.emplace_back("```");
    return lines;
}

SourceLines Writer::figure(const Figure& figure) {
    if (is_plain_figure(figure)) {
        Image image = std::get<Image>(std::get<Paragraph>(figure.blocks.front().kind).text.front().kind);
        image.title = figure.caption.empty() ? "" : std::get<Text>(figure.caption.front().kind).text;
        return {this->image(image)};
    }
    SourceLines lines = {"<figure" + html_attribute("id", figure.id) + ">", ""};
    SourceLines inside = blocks(figure.blocks, Where::text);
    std::move(inside.begin(), inside.end(), std::back_inserter(lines));
    if (!figure.caption.empty()) {
        add_apart(lines, html_words("figcaption", figure.caption));
    }
    add_apart(lines, {"</figure>"});
    return lines;
}

SourceLines Writer::details(const Details& details) {
    SourceLines lines = {"<details>"};
    SourceLines summary = html_words("summary", details.summary);
    std::move(summary.begin(), summary.end(), std::back_inserter(lines));
    add_apart(lines, blocks(details.blocks, Where::text));
    add_apart(lines, {"</details>"});
    return lines;
}

SourceLines Writer::division(const Division& division) {
    SourceLines lines = {"<" + division.element + html_attribute("lang", division.language) + html_attribute("dir", division.direction) +
                         html_attribute("id", division.id) + ">"};
    add_apart(lines, blocks(division.blocks, Where::text));
    add_apart(lines, {"</" + division.element + ">"});
    return lines;
}

}  // namespace hornbook::markdown
