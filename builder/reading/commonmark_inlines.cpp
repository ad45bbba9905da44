#include "reading/commonmark_inlines.h"

#include <algorithm>
#include <charconv>
#include <memory>
#include <utility>

#include "base/text.h"
#include "model/entry_names.h"
#include "model/limits.h"
#include "model/mistakes.h"
#include "model/parts.h"
#include "model/plain_text.h"
#include "reading/forms/disguise_marks.h"
#include "reading/forms/inline_forms.h"
#include "reading/forms/other_forms.h"
#include "reading/html/raw_html.h"
#include "reading/picture_width.h"

namespace hornbook {
namespace {

constexpr std::string_view glossary_scheme = "\x02glossary:";

class InlineConversion {
public:
    InlineConversion(ProseReader& reader, const std::vector<DocumentRow>& rows, InlineRun run) : reader_(reader), rows_(rows), run_(run) {}

    Inlines convert_children(cmark_node* parent) {
        std::vector<InlinePiece> pieces;
        std::size_t children = 0;
        for (cmark_node* node = cmark_node_first_child(parent); node != nullptr; node = cmark_node_next(node)) {
            ++children;
        }
        pieces.reserve(children);  // a paragraph may have hundreds of thousands
        bool has_html = false;
        ++depth_;
        for (cmark_node* node = cmark_node_first_child(parent); node != nullptr; node = cmark_node_next(node)) {
            if (cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE) {
                has_html = true;
                pieces.emplace_back(RawHtml{restore_code(std::string(literal_of(node))), place_of_node(node, "<")});
            } else {
                convert(node, pieces);
            }
        }
        --depth_;
        Inlines inlines;
        if (has_html) {
            inlines = join_inline_html(reader_, cut_between_html(std::move(pieces)));
        } else {
            inlines.reserve(pieces.size());
            for (InlinePiece& piece : pieces) {
                inlines.push_back(std::move(std::get<Inline>(piece)));
            }
            inlines = cut_inline_forms(reader_, std::move(inlines));
        }
        return pair_inline_forms(reader_, std::move(inlines));
    }

private:
    // The pieces with inline forms cut out, each run between two tags on its own, since forms may be within an element.
    std::vector<InlinePiece> cut_between_html(std::vector<InlinePiece> pieces) {
        std::vector<InlinePiece> result;
        Inlines run;
        auto flush = [&] {
            for (Inline& node : cut_inline_forms(reader_, std::exchange(run, {}))) {
                result.emplace_back(std::move(node));
            }
        };
        for (InlinePiece& piece : pieces) {
            if (auto* node = std::get_if<Inline>(&piece)) {
                run.push_back(std::move(*node));
            } else {
                flush();
                result.push_back(std::move(piece));
            }
        }
        flush();
        return result;
    }

    // The place of a node: cmark's, if the source has `expected` there; else the first `expected` in the block's rows from there on.
    Place place_of_node(cmark_node* node, std::string_view expected) const {
        int at_line = cmark_node_get_start_line(node);
        std::size_t row = at_line > 0 ? static_cast<std::size_t>(at_line - 1) : run_.first;
        row = std::clamp(row, run_.first, std::max(run_.first, run_.last - 1));
        if (row >= rows_.size()) {
            return {};
        }
        auto column = static_cast<std::size_t>(std::max(cmark_node_get_start_column(node) - (rows_[row].guarded ? 2 : 1), 0));
        std::string_view text = rows_[row].line.text;
        if (expected.empty() || text.substr(std::min(column, text.size())).starts_with(expected)) {
            return place_of(reader_.file, rows_[row].line,
                            text.substr(std::min(column, text.size()), std::max<std::size_t>(expected.size(), 1)));
        }
        for (std::size_t from : {row, run_.first}) {
            for (std::size_t i = from; i < run_.last; ++i) {
                std::size_t found = rows_[i].line.text.find(expected);
                if (found != std::string_view::npos) {
                    return place_of(reader_.file, rows_[i].line, rows_[i].line.text.substr(found, expected.size()));
                }
            }
        }
        return place_of(reader_.file, rows_[row].line, text.substr(std::min(column, text.size()), 1));
    }

    // The place of a link's destination, where the author will mend it. It is only searched for nearby, or many links in one paragraph
    // would take quadratic time.
    Place place_of_link(cmark_node* node, std::string_view destination) const {
        constexpr std::size_t near_rows = 8;
        constexpr std::size_t near_bytes = 2000;
        std::size_t first = std::max(run_.first, static_cast<std::size_t>(std::max(cmark_node_get_start_line(node), 1)) - 1);
        for (std::size_t i = first; i < std::min(run_.last, first + near_rows) && !destination.empty(); ++i) {
            std::string_view text = rows_[i].line.text;
            auto column = static_cast<std::size_t>(std::max(cmark_node_get_start_column(node) - 2, 0));
            for (std::size_t from : {i == first ? std::min(column, text.size()) : 0, std::size_t{0}}) {
                std::size_t found = text.substr(from, destination.size() + near_bytes).find(destination);
                if (found != std::string_view::npos) {
                    return place_of(reader_.file, rows_[i].line, text.substr(from + found, destination.size()));
                }
            }
        }
        return place_of_node(node, "");
    }

    void convert(cmark_node* node, std::vector<InlinePiece>& pieces) {
        switch (cmark_node_get_type(node)) {
            case CMARK_NODE_TEXT:
                return add_text(std::string(literal_of(node)), place_of_node(node, ""), pieces);
            case CMARK_NODE_SOFTBREAK:
                return add(SoftBreak{}, {}, pieces);
            case CMARK_NODE_LINEBREAK:
                return add(LineBreak{}, {}, pieces);
            case CMARK_NODE_CODE:
                return add(Code{restore_code(std::string(literal_of(node)))}, place_of_node(node, ""), pieces);
            case CMARK_NODE_EMPH:
                return add_nested<Emphasis>(node, pieces);
            case CMARK_NODE_STRONG:
                return add_nested<Strong>(node, pieces);
            case CMARK_NODE_LINK:
                return add_link(node, pieces);
            case CMARK_NODE_IMAGE:
                return add_image(node, pieces);
            default:
                return;
        }
    }

    template <class Kind>
    void add(Kind kind, Place place, std::vector<InlinePiece>& pieces) {
        pieces.emplace_back(Inline{std::move(kind), place});
    }

    // Joins text that cmark divides at brackets, entities and escapes, so that our forms see it whole.
    void add_text(std::string text, Place place, std::vector<InlinePiece>& pieces) {
        if (!pieces.empty()) {
            if (auto* before = std::get_if<Inline>(&pieces.back())) {
                if (auto* same = std::get_if<Text>(&before->kind)) {
                    same->text += text;
                    return;
                }
            }
        }
        add(Text{std::move(text)}, place, pieces);
    }

    template <class Kind>
    void add_nested(cmark_node* node, std::vector<InlinePiece>& pieces) {
        if (depth_ < limits::nesting) {
            add(Kind{convert_children(node)}, place_of_node(node, ""), pieces);
        } else {
            add_leaves(node, pieces);
        }
    }

    // Adds text of inlines nested too deeply for readers to show and for the call stack to follow, without recursion.
    void add_leaves(cmark_node* parent, std::vector<InlinePiece>& pieces) {
        reader_.diagnostics.add(Mistake::too_deeply_nested, place_of_node(parent, ""),
                                "emphasis and links are nested more than " + std::to_string(limits::nesting) + " deep",
                                "nest them less deeply");
        std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> walk(cmark_iter_new(parent), &cmark_iter_free);
        while (cmark_iter_next(walk.get()) != CMARK_EVENT_DONE) {
            cmark_node* node = cmark_iter_get_node(walk.get());
            if (cmark_node_first_child(node) != nullptr) {
                continue;
            }
            if (cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE) {
                add_text(std::string(literal_of(node)), place_of_node(node, "<"), pieces);
            } else if (is_leaf(cmark_node_get_type(node))) {
                convert(node, pieces);
            }
        }
    }

    static bool is_leaf(cmark_node_type type) {
        return type == CMARK_NODE_TEXT || type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK || type == CMARK_NODE_CODE;
    }

    void add_link(cmark_node* node, std::vector<InlinePiece>& pieces) {
        std::string destination = restore_text(cmark_node_get_url(node));
        if (depth_ >= limits::nesting) {
            return add_leaves(node, pieces);
        }
        if (destination.starts_with("#cmnt")) {  // a comment in one of Google's documents
            return note_other_form(reader_, OtherForm::office_comment, destination, place_of_link(node, destination));
        }
        Inlines children = convert_children(node);
        if (destination.starts_with(glossary_scheme)) {
            GlossaryReference reference;
            std::from_chars(destination.data() + glossary_scheme.size(), destination.data() + destination.size(), reference.entry);
            auto named = reader_.labels.find(comparable_name(plain_text(children)));
            bool is_other = named != reader_.labels.end() && named->second != reference.entry;
            if (is_other && fold_case(named->first) != named->first) {  // `[Maße]`, where CommonMark takes `Masse` for the same label
                reference.entry = named->second;
            }
            reference.children = std::move(children);
            return add(std::move(reference), place_of_node(node, "["), pieces);
        }
        Place place = place_of_link(node, destination);
        const char* title = cmark_node_get_title(node);
        add(Link{std::move(destination), restore_text(title != nullptr ? title : ""), {}, std::move(children)}, place, pieces);
    }

    void add_image(cmark_node* node, std::vector<InlinePiece>& pieces) {
        if (depth_ >= limits::nesting) {
            return add_leaves(node, pieces);
        }
        Image image;
        image.destination = restore_text(cmark_node_get_url(node));
        if (image.destination.starts_with(glossary_scheme)) {  // `![term]`
            Place place = place_of_node(node, "![");
            std::string seen = "![" + plain_text(convert_children(node)) + "]";
            note_other_form(reader_, OtherForm::reference_picture, seen, place);
            return add_text(std::move(seen), place, pieces);
        }
        const char* title = cmark_node_get_title(node);
        image.title = restore_text(title != nullptr ? title : "");
        image.decorative = image.title == "decorative";
        if (image.decorative) {
            image.title.clear();
        }
        image.alt = collapse_spaces(restore_text(plain_text(convert_children(node))));
        take_width_in_alt(image);
        Place place = place_of_link(node, image.destination);
        add(std::move(image), place, pieces);
    }

    ProseReader& reader_;
    const std::vector<DocumentRow>& rows_;
    InlineRun run_;
    std::size_t depth_ = 0;
};

// Removal of guard characters, each of which is the first of its row.
class GuardRemoval {
public:
    GuardRemoval(const std::vector<DocumentRow>& rows, InlineRun run) : rows_(rows), run_(run) {}

    void remove(Inlines& inlines) {
        for (Inline& node : inlines) {
            bool breaks = std::holds_alternative<SoftBreak>(node.kind) || std::holds_alternative<LineBreak>(node.kind);
            if (breaks) {
                ++run_.first;
                at_start_ = true;
            } else if (auto* text = std::get_if<Text>(&node.kind)) {
                if (at_start_ && run_.first < run_.last && rows_[run_.first].guarded && text->text.starts_with('.')) {
                    text->text.erase(0, 1);
                }
                at_start_ = false;
            } else if (Inlines* children = children_of(node)) {
                remove(*children);
            }
        }
        std::erase_if(inlines, [](const Inline& node) {
            const auto* text = std::get_if<Text>(&node.kind);
            return text != nullptr && text->text.empty();
        });
    }

private:
    const std::vector<DocumentRow>& rows_;
    InlineRun run_;
    bool at_start_ = true;
};

}  // namespace

Inlines convert_inlines(ProseReader& reader, const std::vector<DocumentRow>& rows, InlineRun run, cmark_node* block) {
    Inlines inlines = InlineConversion(reader, rows, run).convert_children(block);
    if (run.first < rows.size() && rows[run.first].guarded) {
        GuardRemoval(rows, run).remove(inlines);
        auto first =
            std::find_if(inlines.begin(), inlines.end(), [](const Inline& node) { return !std::holds_alternative<LineBreak>(node.kind); });
        inlines.erase(inlines.begin(), first);  // of a list in HTML, which the guard kept from being first
    }
    smarten(reader, inlines);
    return inlines;
}

std::string_view literal_of(cmark_node* node) {
    const char* text = cmark_node_get_literal(node);
    return text != nullptr ? text : "";
}

std::string glossary_destination(std::size_t entry) {
    return std::string(glossary_scheme) + std::to_string(entry);
}

}  // namespace hornbook
