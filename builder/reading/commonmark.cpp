#include "reading/commonmark.h"

#include <cmark.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <set>
#include <utility>

#include "base/memory.h"
#include "base/text.h"
#include "model/mistakes.h"
#include "reading/commonmark_inlines.h"
#include "reading/forms/attribute_forms.h"
#include "reading/forms/block_forms.h"
#include "reading/forms/disguise_marks.h"
#include "reading/forms/markdown_in_html.h"
#include "reading/html/long_html.h"
#include "reading/html/raw_html.h"

namespace hornbook {
namespace {

using Node = cmark_node*;

// The labels in brackets, folded, each once. It takes linear time, since a bracket that opens forgets the one before.
std::set<std::string, std::less<>> bracketed(const std::vector<DocumentRow>& rows) {
    std::set<std::string, std::less<>> labels;
    std::string open;
    bool inside = false;
    for (const DocumentRow& row : rows) {
        for (char c : row.prose ? std::string_view(row.text) : std::string_view()) {
            if (c == '[') {
                inside = true;
                open.clear();
            } else if (c == ']' && inside) {
                inside = false;
                labels.insert(fold_case(collapse_spaces(open)));
            } else if (inside && open.size() < 1000) {
                open += c;
            }
        }
        if (inside) {
            open += ' ';
        }
    }
    return labels;
}

std::string escaped_label(std::string_view label) {
    std::string result;
    for (char c : label) {
        result += c == '[' || c == ']' || c == '\\' ? "\\" : "";
        result += c;
    }
    return result;
}

// The link reference definitions for [NKVD] and [the police][NKVD], only those that are used, since each costs cmark time.
std::string definitions_for(const ProseReader& reader, const std::vector<DocumentRow>& rows) {
    std::string text;
    for (const std::string& label : bracketed(rows)) {
        if (auto found = reader.labels.find(label); found != reader.labels.end()) {
            text += "[" + escaped_label(label) + "]: <" + glossary_destination(found->second) + ">\n";
        } else if (auto own = reader.found.definitions.find(label); own != reader.found.definitions.end()) {
            text += "[" + escaped_label(label) + "]: " + own->second + "\n";
        }
    }
    return text;
}

// The run without line breaks at its edges, which lines with nothing but a comment leave behind.
Inlines without_edge_breaks(Inlines run) {
    auto is_break = [](const Inline& node) { return std::holds_alternative<SoftBreak>(node.kind); };
    run.erase(run.begin(), std::find_if_not(run.begin(), run.end(), is_break));
    while (!run.empty() && is_break(run.back())) {
        run.pop_back();
    }
    return run;
}

class Conversion {
public:
    Conversion(ProseReader& reader, ExtractedForms& extracted) : reader_(reader), extracted_(extracted), rows_(extracted.rows) {}

    Blocks convert_children(Node parent) {
        std::vector<BlockPiece> pieces;
        bool has_html = false;
        for (Node node = cmark_node_first_child(parent); node != nullptr; node = cmark_node_next(node)) {
            if (cmark_node_get_start_line(node) > static_cast<int>(rows_.size())) {
                break;  // the definitions that were appended
            }
            if (cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK) {
                has_html = convert_html(node, pieces) || has_html;
            } else if (std::optional<Block> block = convert(node)) {
                pieces.emplace_back(std::move(*block));
            }
        }
        Blocks blocks;
        if (has_html) {
            blocks = join_block_html(reader_, std::move(pieces));
        } else {
            blocks.reserve(pieces.size());
            for (BlockPiece& piece : pieces) {
                blocks.push_back(std::move(std::get<Block>(piece)));
            }
        }
        attach_attributes(reader_, blocks);
        attach_captions(reader_, blocks);
        return blocks;
    }

private:
    Place place_of_node(Node node) const {
        auto line = static_cast<std::size_t>(std::max(cmark_node_get_start_line(node), 1));
        auto column = static_cast<std::uint32_t>(std::max(cmark_node_get_start_column(node), 1));
        if (line > rows_.size()) {
            return {};
        }
        const Line& source = rows_[line - 1].line;
        std::size_t skip = std::min<std::size_t>(column - 1, source.text.size());
        std::string_view text = source.text.substr(skip);
        return place_of(reader_.file, source, trim(text).empty() ? text : trim(text));
    }

    InlineRun run_of(Node node) const {
        auto first = static_cast<std::size_t>(std::max(cmark_node_get_start_line(node), 1));
        auto last = static_cast<std::size_t>(std::max(cmark_node_get_end_line(node), static_cast<int>(first)));
        return {first - 1, std::min(last, rows_.size())};
    }

    Inlines inlines_of(Node node) {
        return convert_inlines(reader_, rows_, run_of(node), node);
    }

    // Reports Markdown right below `<div>` or `</div>`, where it is not read, since a block of HTML goes on to the next empty line
    // (CommonMark 0.30, 4.6): each heading and picture, and the first of other words in a block.
    void report_markdown_in_html(const Line& line, bool& said) {
        std::string_view text = trim(line.text);
        std::size_t level = std::min(text.find_first_not_of('#'), text.size());
        if (level >= 1 && level <= 6 && text.substr(level).starts_with(' ')) {
            reader_.diagnostics.add(
                Mistake::heading_in_html, place_of(reader_.file, line, text),
                "this heading is in a block of HTML, so it is shown as text, with `" + std::string(text.substr(0, level)) + "`",
                "leave an empty line above it");
            return;
        }
        Meant meant = markdown_meant(text);
        if (meant == Meant::picture || (meant == Meant::words && !std::exchange(said, true))) {
            reader_.diagnostics.add(Mistake::markdown_in_html, place_of(reader_.file, line, text),
                                    meant == Meant::picture
                                        ? "this picture is in a block of HTML, so its Markdown is shown instead of it"
                                        : "this is in a block of HTML, so it is shown as it is written, with the marks of Markdown",
                                    "leave an empty line above it, or write `markdown=\"1\"` into the tag that opens the block");
        }
    }

    // Returns true for raw HTML of the author's; a placeholder becomes its block.
    bool convert_html(Node node, std::vector<BlockPiece>& pieces) {
        bool real = false;
        std::string html;
        std::string_view rest = literal_of(node);
        auto line = static_cast<std::size_t>(cmark_node_get_start_line(node));
        Place place = place_of_node(node);
        bool may_hold_markdown = long_html_opened(trim(rest)).empty() && fold_case(rest).find("<pre") == std::string::npos;
        bool said = false;
        auto flush = [&] {
            if (!trim(html).empty()) {
                real = true;
                pieces.emplace_back(RawHtml{restore_code(html), place});
            }
            html.clear();
        };
        for (; !rest.empty() && line <= rows_.size(); ++line) {
            std::size_t end = std::min(rest.find('\n'), rest.size() - 1) + 1;
            std::string_view text = rest.substr(0, end);
            rest.remove_prefix(end);
            if (std::optional<std::size_t> index = placeholder_index(text); index && *index < extracted_.blocks.size()) {
                flush();
                if (extracted_.blocks[*index]) {
                    pieces.emplace_back(std::move(*extracted_.blocks[*index]));
                }
            } else {
                html += text;
                if (may_hold_markdown) {
                    report_markdown_in_html(rows_[line - 1].line, said);
                }
            }
        }
        flush();
        return real;
    }

    std::optional<Block> convert(Node node) {
        Place place = place_of_node(node);
        switch (cmark_node_get_type(node)) {
            case CMARK_NODE_PARAGRAPH:
                return convert_paragraph(node, place);
            case CMARK_NODE_HEADING:
                return convert_heading(node, place);
            case CMARK_NODE_BLOCK_QUOTE:
                return quotation_or_callout(reader_, convert_children(node), place);
            case CMARK_NODE_LIST:
                return convert_list(node, place);
            case CMARK_NODE_CODE_BLOCK:
                return convert_code(node, place);
            case CMARK_NODE_THEMATIC_BREAK:
                return Block{Rule{}, place};
            default:
                return std::nullopt;
        }
    }

    // The paragraph, or a figure for a picture alone, unless only words may be here.
    std::optional<Block> convert_paragraph(Node node, Place place) {
        Inlines inlines = without_edge_breaks(inlines_of(node));
        std::size_t first = run_of(node).first;
        bool words_only = first < rows_.size() && rows_[first].guarded;
        if (words_only && !inlines.empty()) {
            if (inlines.size() == 2 && std::holds_alternative<Image>(inlines[0].kind) && is_attributes(inlines[1])) {
                inlines.pop_back();  // the picture has taken them
            }
            give_back_attributes(reader_, inlines);
            return Block{Paragraph{std::move(inlines)}, place};
        }
        return paragraph_or_figure(reader_, std::move(inlines), place);
    }

    Block convert_heading(Node node, Place place) {
        Heading heading;
        heading.level = heading.marks = cmark_node_get_heading_level(node);
        heading.text = inlines_of(node);
        take_heading_id(reader_, heading, place);
        give_back_attributes(reader_, heading.text);
        return {std::move(heading), place};
    }

    Block convert_list(Node node, Place place) {
        List list;
        list.ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
        list.start = list.ordered ? cmark_node_get_list_start(node) : 1;
        list.tight = cmark_node_get_list_tight(node) != 0;
        for (Node item = cmark_node_first_child(node); item != nullptr; item = cmark_node_next(item)) {
            ListItem row{std::nullopt, convert_children(item), place_of_node(item)};
            take_task_box(row);
            list.items.push_back(std::move(row));
        }
        return {std::move(list), place};
    }

    Block convert_code(Node node, Place place) {
        const char* info = cmark_node_get_fence_info(node);
        std::string_view language = info != nullptr ? info : "";
        language = language.substr(0, std::min(language.find_first_of(" \t"), language.size()));
        std::string text(literal_of(node));
        if (extracted_.left_open) {  // the appended definitions may have run into it
            std::size_t most = rows_.size() - std::min(rows_.size(), static_cast<std::size_t>(cmark_node_get_start_line(node)) - 1);
            std::size_t end = 0;
            for (std::size_t i = 0; i < most && end < text.size(); ++i) {
                end = std::min(text.find('\n', end), text.size() - 1) + 1;
            }
            text.resize(end);
        }
        language.remove_prefix(std::min(language.find_first_not_of("{."), language.size()));  // `{.python .numbered}`, `{r, echo=FALSE}`
        language = language.substr(0, language.find_first_of("},:"));
        return {CodeBlock{restore_code(std::string(language)), restore_code(std::move(text))}, place};
    }

    ProseReader& reader_;
    ExtractedForms& extracted_;
    const std::vector<DocumentRow>& rows_;
};

}  // namespace

Blocks parse_commonmark(ProseReader& reader, ExtractedForms extracted) {
    static cmark_mem memory = {&give_zeroed_memory, &give_more_memory, &std::free};  // with its own, cmark aborts without memory
    std::unique_ptr<cmark_parser, decltype(&cmark_parser_free)> parser(cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &memory),
                                                                       &cmark_parser_free);
    for (const DocumentRow& row : extracted.rows) {
        cmark_parser_feed(parser.get(), row.text.data(), row.text.size());
        cmark_parser_feed(parser.get(), "\n", 1);
    }
    std::string definitions = extracted.left_open ? "" : definitions_for(reader, extracted.rows);
    if (!definitions.empty()) {
        cmark_parser_feed(parser.get(), "\n", 1);
        cmark_parser_feed(parser.get(), definitions.data(), definitions.size());
    }
    std::unique_ptr<cmark_node, decltype(&cmark_node_free)> root(cmark_parser_finish(parser.get()), &cmark_node_free);
    return Conversion(reader, extracted).convert_children(root.get());
}

}  // namespace hornbook
