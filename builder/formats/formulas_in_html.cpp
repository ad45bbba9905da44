#include "formats/formulas_in_html.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "formats/formulas_in_text.h"
#include "model/parts.h"
#include "model/walk.h"
#include "reading/forms/disguise.h"
#include "reading/forms/disguise_marks.h"
#include "reading/forms/formulas.h"

namespace hornbook {
namespace {

// Delimiters that the TeX filters of learning platforms know; one dollar is a price there.
constexpr std::array<FormulaDelimiter, 3> platform_delimiters = {{{"\\(", "\\)", false}, {"\\[", "\\]", true}, {"$$", "$$", true}}};

// The first of the private-use characters as which marks go through gumbo, which replaces control characters.
constexpr std::string_view first_private = "\xF4\x8F\xBE\x80";
constexpr char first_mark = '\x10';
constexpr char last_mark = '\x1F';

std::string from_html(std::string_view text) {
    std::string result;
    std::string_view lead = first_private.substr(0, 3);
    for (std::size_t at = text.find(lead); at != npos && at + 3 < text.size(); at = text.find(lead)) {
        auto mark = static_cast<char>(text[at + 3] - first_private[3] + first_mark);
        bool is_mark = mark >= first_mark && mark <= last_mark;
        result += text.substr(0, is_mark ? at : at + 4);
        result.append(is_mark ? 1 : 0, mark);
        text.remove_prefix(at + 4);
    }
    return result.append(text);
}

void cut(const Inline& node, const std::string& text, Inlines& result) {
    for (std::size_t at = 0; at < text.size();) {
        std::size_t begin = std::min(text.find_first_of("\x10\x11", at), text.size());
        if (begin > at) {
            result.push_back({Text{restore_text(text.substr(at, begin - at))}, node.place});
        }
        std::size_t end = begin < text.size() ? past_disguised(text, begin) : begin;
        if (end > begin) {
            result.push_back({formula_from(std::string_view(text).substr(begin, end - begin)), node.place});
        }
        at = std::max(end, std::min(begin + 1, text.size()));
    }
}

}  // namespace

std::string with_formulas(std::string_view html, std::string_view never) {
    constexpr std::size_t longest = 5000;
    std::string result;
    std::array<std::size_t, platform_delimiters.size()> closes = {};  // the next of each, so that no text is looked through twice
    for (std::size_t at = 0; at < html.size();) {
        const auto* found = std::find_if(platform_delimiters.begin(), platform_delimiters.end(),
                                         [&](const FormulaDelimiter& d) { return html.substr(at).starts_with(d.open); });
        std::string_view tex;
        if (found != platform_delimiters.end()) {
            std::size_t inside = at + found->open.size();
            std::size_t& close = closes.at(static_cast<std::size_t>(found - platform_delimiters.begin()));
            close = close < inside ? html.find(found->close, inside) : close;
            tex = close < at + longest ? html.substr(inside, close - inside) : std::string_view();
        }
        if (trim(tex).empty() || tex.find("</") != std::string_view::npos || tex.find(never) != std::string_view::npos) {
            result += html[at++];
            continue;
        }
        std::string marks(found->display ? 2 : 1, found->display ? display_begin : formula_begin);
        for (char c : tex) {
            marks += c == '\n' ? ' ' : disguised(c);
        }
        marks.append(found->display ? 2 : 1, formula_end);
        result += formula_for_html(marks);
        at += found->open.size() + tex.size() + found->close.size();
    }
    return result;
}

// A disguised formula as HTML. An `&` may begin a reference, since Moodle's editor writes `&lt;` in formulas too.
std::string formula_for_html(std::string_view disguised_text) {
    std::string result;
    for (char c : disguised_text) {
        if (c == disguised('&')) {
            result += '&';
        } else if (c >= first_mark && c <= last_mark) {
            result += first_private.substr(0, 3);
            result += static_cast<char>(first_private[3] + (c - first_mark));
        } else {
            result += c;
        }
    }
    return result;
}

void take_formulas(Inlines& run) {
    Inlines result;
    for (Inline& node : run) {
        if (auto* text = std::get_if<Text>(&node.kind)) {
            cut(node, from_html(text->text), result);
            continue;
        }
        if (Inlines* children = children_of(node)) {
            take_formulas(*children);
        }
        if (auto* code = std::get_if<Code>(&node.kind)) {
            code->text = restore_code(from_html(code->text));
        }
        result.push_back(std::move(node));
    }
    run = std::move(result);
}

void take_formulas(Blocks& blocks) {
    walk_runs(blocks, [](Inlines& run, const Block&) { take_formulas(run); });
    walk_blocks(blocks, [](Block& block) {
        if (auto* code = std::get_if<CodeBlock>(&block.kind)) {
            code->text = restore_code(from_html(code->text));
        }
    });
}

}  // namespace hornbook
