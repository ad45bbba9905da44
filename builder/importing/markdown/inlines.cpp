// Inlines as Markdown. Where CommonMark's own marks would be misread, the HTML element is written that Hornbook reads as the same.
#include <algorithm>
#include <cctype>
#include <utility>

#include "base/cases.h"
#include "base/text.h"
#include "importing/markdown/escapes.h"
#include "importing/markdown/writer.h"

namespace hornbook::markdown {
namespace {

// The first characters of a node's Markdown, as far as its neighbour must know them.
std::string first_of(const Inlines& inlines, std::size_t at, std::string_view next) {
    if (at >= inlines.size()) {
        return std::string(next);
    }
    return std::visit(Cases{
                          [&](const Text& text) { return text.text.empty() ? first_of(inlines, at + 1, next) : text.text; },
                          [](const SoftBreak&) { return std::string(" "); },
                          [](const LineBreak&) { return std::string("\\"); },
                          [](const Code&) { return std::string("`"); },
                          [](const Emphasis&) { return std::string("*"); },
                          [](const Strong&) { return std::string("*"); },
                          [](const Strikethrough&) { return std::string("~"); },
                          [](const Styled&) { return std::string("<"); },
                          [](const Image&) { return std::string("!["); },
                          [](const Formula&) { return std::string("$"); },
                          [](const OneOf<Link, FootnoteReference, GlossaryReference, Gap> auto&) { return std::string("["); },
                      },
                      inlines[at].kind);
}

bool is_word_end(std::string_view text) {
    if (text.empty()) {
        return false;
    }
    auto c = static_cast<unsigned char>(text.back());
    return c >= 0x80 || std::isalnum(c) != 0;
}

bool begins_word(std::string_view text) {
    return !text.empty() && is_word_end(text.substr(0, 1));
}

// Whether the first and last characters are letters or ASCII, for which it is known how CommonMark classifies them.
bool is_plain_edge(std::string_view inside) {
    return !inside.empty() && begins_word(inside) && is_word_end(inside) && static_cast<unsigned char>(inside.front()) < 0x80 &&
           static_cast<unsigned char>(inside.back()) < 0x80;
}

// Whether a link's text is its address, as in an autolink (CommonMark 0.30, 6.5).
bool is_autolink(const Link& link) {
    const auto* text = link.children.size() == 1 ? std::get_if<Text>(&link.children.front().kind) : nullptr;
    bool same = text != nullptr && (text->text == link.destination || "mailto:" + text->text == link.destination);
    std::size_t colon = std::min(link.destination.find(':'), link.destination.size());
    return same && link.title.empty() && colon >= 2 && colon < std::min<std::size_t>(link.destination.size(), 32) &&
           text->text.find_first_of(" <>\\") == std::string::npos &&
           std::all_of(link.destination.begin(), link.destination.begin() + static_cast<std::ptrdiff_t>(colon),
                       [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; });
}

}  // namespace

std::string Writer::one_line(const Inlines& inlines) {
    bool before = std::exchange(one_line_, true);
    std::string line;
    append(line, inlines, "");
    one_line_ = before;
    return std::string(trim(line));
}

void Writer::append(std::string& line, const Inlines& inlines, std::string_view next) {
    for (std::size_t i = 0; i < inlines.size(); ++i) {
        append(line, inlines[i], first_of(inlines, i + 1, next));
    }
}

void Writer::append(std::string& line, const Inline& node, std::string_view next) {
    std::visit(
        Cases{
            [&](const Text& text) {
                std::size_t begin = line.size();
                append_text(line, text.text, next, in_link_);
                for (std::size_t bar = in_cell_ ? line.find('|', begin) : std::string::npos; bar != std::string::npos;
                     bar = line.find('|', bar + 2)) {
                    line.insert(bar, "\\");
                }
            },
            [&](const SoftBreak&) { line += one_line_ ? ' ' : '\n'; },
            [&](const LineBreak&) { line += one_line_ ? "<br>" : "\\\n"; },
            [&](const Code& code) { append_code(line, code); },
            [&](const Emphasis& kind) { append_marked(line, kind.children, next, "*", "em"); },
            [&](const Strong& kind) { append_marked(line, kind.children, next, "**", "strong"); },
            [&](const Strikethrough& kind) { append_marked(line, kind.children, next, "~~", "del"); },
            [&](const Styled& kind) { append_styled(line, kind, next); },
            [&](const Link& link) {
                if (is_autolink(link)) {
                    line += "<" + std::get<Text>(link.children.front().kind).text + ">";
                    return;
                }
                line += "[";
                bool before = std::exchange(in_link_, true);
                append(line, link.children, "]");
                in_link_ = before;
                line += "](" + address(link.destination) + in_quotes(link.title) + ")";
            },
            [&](const Image& kind) { line += image(kind); },
            [&](const FootnoteReference& reference) { line += "[^" + request_.chapter.footnotes.at(reference.footnote).label + "]"; },
            [&](const GlossaryReference& reference) {
                line += "[";
                append(line, reference.children, "]");
                line += "][";
                append_text(line, request_.glossary->entries.at(reference.entry).term.text, "]", true);
                line += "]";
            },
            [&](const Formula& formula) { append_formula(line, formula, next); },
            [&](const Gap& kind) { line += gap(kind); },
        },
        node.kind);
}

// Appends children between marks such as `*` where these open and close emphasis by the characters around them (CommonMark 0.30, 6.2), else
// as an HTML element.
void Writer::append_marked(std::string& line, const Inlines& children, std::string_view next, std::string_view mark,
                           std::string_view element) {
    std::string inside;
    append(inside, children, mark);
    std::string_view behind = line.empty() ? std::string_view() : std::string_view(line).substr(line.size() - 1);
    bool apart = (behind.empty() || is_boundary(behind)) && is_boundary(next);
    bool spaces = inside.empty() || trim(inside).size() != inside.size() || inside.starts_with("\u00A0") || inside.ends_with("\u00A0");
    char sign = mark[0];
    bool meets_itself =
        behind == std::string_view(&sign, 1) || next.starts_with(sign) || inside.starts_with(sign) || inside.ends_with(sign);
    if (!spaces && !meets_itself && (is_plain_edge(inside) || apart)) {
        line += std::string(mark) + inside + std::string(mark);
    } else if (!spaces && mark == "*" && apart && behind != "_" && !next.starts_with('_') && inside.front() != '_' &&
               inside.back() != '_') {
        line += "_" + inside + "_";
    } else {
        line += "<" + std::string(element) + ">" + inside + "</" + std::string(element) + ">";
    }
}

void Writer::append_formula(std::string& line, const Formula& formula, std::string_view next) {
    std::string tex = formula.tex;  // on one line, where no row of it can begin a list
    std::replace(tex.begin(), tex.end(), '\n', ' ');
    std::string mark = formula.display ? "$$" : "$";
    line += mark + tex + mark;
    line += !next.empty() && std::isdigit(static_cast<unsigned char>(next[0])) != 0 ? "<!-- -->" : "";  // `$x$2` would be a price
}

// Appends code; a bar in it would divide cells.
void Writer::append_code(std::string& line, const Code& code) {
    if (!code.text.empty()) {
        std::string span = code_span(code.text);
        for (std::size_t bar = in_cell_ ? span.find('|') : std::string::npos; bar != std::string::npos; bar = span.find('|', bar + 2)) {
            span.insert(bar, "\\");
        }
        line += span;
        return;
    }
    line += "<code>";
    append_text(line, code.text, "<", in_link_);
    line += "</code>";
}

void Writer::append_styled(std::string& line, const Styled& styled, std::string_view next) {
    bool says_nothing =
        styled.language.empty() && styled.direction.empty() && styled.title.empty() && styled.id.empty() && styled.classes.empty();
    if (styled.element == "span" && says_nothing) {
        return append(line, styled.children, next);
    }
    line += "<" + styled.element + html_attribute("class", styled.classes) + html_attribute("lang", styled.language) +
            html_attribute("dir", styled.direction) + html_attribute("title", styled.title) + html_attribute("id", styled.id) + ">";
    append(line, styled.children, "<");
    line += "</" + styled.element + ">";
}

std::string Writer::image(const Image& image) const {
    std::string alt;
    append_text(alt, image.alt, "]", true);
    bool known = image.picture < request_.pictures.size();
    std::string title = image.decorative ? "decorative" : image.title;
    return "![" + alt + "](" + address(known ? request_.pictures[image.picture] : image.destination) + in_quotes(title) + ")";
}

// The Markdown of a gap; one with choices has no form, so it is a line.
std::string Writer::gap(const Gap& gap) {
    if (gaps_ == nullptr || gap.blank >= gaps_->blanks.size()) {
        return "____";
    }
    std::string inside;
    for (const Accepted& row : gaps_->blanks[gap.blank].accepted) {
        inside += (inside.empty() ? "" : "|") + accepted(row, true);
    }
    return "[[" + inside + "]]";
}

}  // namespace hornbook::markdown
