#include <algorithm>
#include <cmath>
#include <utility>

#include "base/cases.h"
#include "base/text.h"
#include "model/plain_text.h"
#include "rendering/formula_prose.h"
#include "rendering/printed_formula.h"
#include "rendering/renderer.h"
#include "xml/mathml.h"

namespace hornbook {
namespace {

bool has_ruby_text(const Inlines& children) {
    return std::any_of(children.begin(), children.end(), [](const Inline& node) {
        const auto* styled = std::get_if<Styled>(&node.kind);
        return styled != nullptr && styled->element == "rt";
    });
}

bool ends_with_ruby_text(const Inlines& children) {
    auto last = std::find_if(children.rbegin(), children.rend(), [](const Inline& node) {
        const auto* styled = std::get_if<Styled>(&node.kind);
        return (styled != nullptr && styled->element != "rp") || !trim(plain_text({node})).empty();
    });
    const auto* styled = last != children.rend() ? std::get_if<Styled>(&last->kind) : nullptr;
    return styled != nullptr && styled->element == "rt";
}

bool writes_without_spaces(const std::string& language) {
    return language.starts_with("zh") || language.starts_with("ja");
}

// Whether a line break is between two wide characters, where it is no space (CSS Text 3, 4.1.3).
bool stands_between_wide(const Inlines& run, std::size_t at) {
    std::string before = at > 0 ? plain_text({run[at - 1]}) : "";
    std::string after = at + 1 < run.size() ? plain_text({run[at + 1]}) : "";
    std::size_t last = before.size();
    while (last > 0 && (static_cast<unsigned char>(before[--last]) & 0xC0U) == 0x80) {
    }
    std::size_t first = 0;
    if (!after.empty()) {
        next_code_point(after, first);
    }
    return display_width(before.substr(last)) == 2 && display_width(after.substr(0, first)) == 2;
}

// The width at which a picture is shown, in CSS pixels; 0: its own. Of a height alone the width follows by the picture's proportions, since
// styles leave heights to those.
int shown_width(const Image& image, const Picture& picture) {
    if (image.width == 0 && image.height > 0 && picture.height > 0) {
        double width = static_cast<double>(image.height) * picture.width / picture.height;
        return std::max(1, static_cast<int>(std::lround(width)));
    }
    return image.width;
}

// A text in three parts: signs that touch the gap before it, the words, signs that touch the gap after it. Since a gap is a box to the
// engine, a line could else begin with a comma or end with an opening bracket.
struct Parted {
    std::string_view after_gap;
    std::string_view words;
    std::string_view before_gap;
};

bool is_gap(const Inlines& run, std::size_t at) {
    return at < run.size() && std::holds_alternative<Gap>(run[at].kind);
}

Parted part_at_gaps(const Inlines& run, std::size_t at) {
    constexpr std::size_t most_signs = 3;
    const auto* node = at < run.size() ? std::get_if<Text>(&run[at].kind) : nullptr;
    std::string_view text = node != nullptr ? std::string_view(node->text) : std::string_view();
    std::size_t begin = 0;
    for (std::size_t next = 0, count = 0; at > 0 && is_gap(run, at - 1) && next < text.size() && count < most_signs; ++count) {
        if (!is_punctuation(next_code_point(text, next))) {
            break;
        }
        begin = next;
    }
    std::size_t end = text.size();
    for (std::size_t count = 0; is_gap(run, at + 1) && end > begin && count < most_signs; ++count) {
        std::size_t sign = end - 1;
        while (sign > begin && (static_cast<unsigned char>(text[sign]) & 0xC0U) == 0x80) {
            --sign;
        }
        std::size_t next = sign;
        if (!is_punctuation(next_code_point(text, next))) {
            break;
        }
        end = sign;
    }
    return {text.substr(0, begin), text.substr(begin, end - begin), text.substr(end)};
}

}  // namespace

void Renderer::inlines(const Inlines& inlines) {
    for (std::size_t at = 0; at < inlines.size(); ++at) {
        std::visit(Cases{
                       [&](const Text&) { text(part_at_gaps(inlines, at).words); },
                       [&](const SoftBreak&) {
                           bool joined = writes_without_spaces(language()) && stands_between_wide(inlines, at);
                           xml_.text(joined ? "" : "\n");
                       },
                       [&](const LineBreak&) { xml_.empty("br"); },
                       [&](const Code& kind) { code(printed(kind.text)); },
                       [&](const Emphasis& kind) { wrap("em", kind.children); },
                       [&](const Strong& kind) { wrap("strong", kind.children); },
                       [&](const Strikethrough& kind) { wrap("del", kind.children); },
                       [&](const Styled& kind) { styled(kind); },
                       [&](const Link& kind) { link(kind); },
                       [&](const Image& kind) { image(kind); },
                       [&](const FootnoteReference& kind) { footnote_reference(kind); },
                       [&](const GlossaryReference& kind) { glossary_reference(kind); },
                       [&](const Formula& kind) { formula(kind); },
                       [&](const Gap& kind) {
                           std::string_view before = at > 0 ? part_at_gaps(inlines, at - 1).before_gap : "";
                           gap(kind, before, part_at_gaps(inlines, at + 1).after_gap);
                       },
                   },
                   inlines[at].kind);
    }
}

const std::string& Renderer::language() const {
    bool own = page_.chapter != no_index && !page_.book.chapters[page_.chapter].language.empty();
    return own ? page_.book.chapters[page_.chapter].language : page_.book.metadata.language;
}

bool Renderer::turn(std::string_view direction) {
    return std::exchange(right_to_left_, direction == "rtl" || (direction != "ltr" && right_to_left_));
}

// Writes code, always from left to right, since its signs would change sides in text from right to left.
void Renderer::code(std::string_view text) {
    xml_.element("code", {{"dir", right_to_left_ ? "ltr" : ""}}, text);
}

void Renderer::text(std::string_view text) {
    bool marked = page_.paper != nullptr && page_.paper->marks_words && in_lines_ && !in_note_;
    marked ? words_on_paper(printed(text)) : xml_.text(printed(text));
}

void Renderer::wrap(const char* element, const Inlines& children) {
    xml_.open(element);
    inlines(children);
    xml_.close();
}

void Renderer::styled(const Styled& styled) {
    bool misplaced =
        styled.element == "rp" || (styled.element == "rt" && !in_ruby_) || (styled.element == "ruby" && !has_ruby_text(styled.children));
    if (styled.element == "rp" && in_ruby_) {
        return;  // brackets for readers without ruby: those show the small text in line anyway
    }
    if (misplaced || (styled.element == "dfn" && in_definition_)) {
        return inlines(styled.children);
    }
    xml_.open(styled.element, {{"class", styled.classes},
                               {"lang", styled.language},
                               {"xml:lang", styled.language},
                               {"dir", styled.direction},
                               {"title", styled.title}});
    if (page_.is_chapter && !styled.id.empty()) {
        xml_.attribute("id", styled.id);
    }
    bool was_right_to_left = turn(styled.direction);
    bool was_in_ruby = std::exchange(in_ruby_, styled.element == "ruby");
    bool was_in_definition = std::exchange(in_definition_, in_definition_ || styled.element == "dfn");
    inlines(styled.children);
    if (styled.element == "ruby" && !ends_with_ruby_text(styled.children)) {
        xml_.element("rt", {}, "");  // HTML, 4.5.10: what stands last has its small text too
    }
    right_to_left_ = was_right_to_left;
    in_ruby_ = was_in_ruby;
    in_definition_ = was_in_definition;
    xml_.close();
}

bool Renderer::open_link(std::initializer_list<Attribute> attributes) {
    if (in_link_) {
        return false;
    }
    xml_.open("a", attributes);
    in_link_ = true;
    return true;
}

void Renderer::close_link(bool opened) {
    if (opened) {
        xml_.close();
        in_link_ = false;
    }
}

void Renderer::link(const Link& link) {
    if (page_.paper != nullptr) {
        return link_on_paper(link);
    }
    if (page_.alone && link.target.reach != Target::Reach::outside) {
        return inlines(link.children);
    }
    std::string href;
    switch (link.target.reach) {
        case Target::Reach::outside:
            href = link.target.url;
            break;
        case Target::Reach::chapter:
            href = page_.chapter_href(link.target.chapter, link.target.id);
            break;
        case Target::Reach::glossary:
            href = page_.glossary_href(link.target.id);
            break;
        case Target::Reach::unresolved:
        case Target::Reach::nowhere:
            return inlines(link.children);
    }
    bool opened = open_link({{"href", href}, {"title", link.title}});
    inlines(link.children);
    close_link(opened);
}

void Renderer::image(const Image& image) {
    if (image.picture == no_index) {
        return xml_.text(image.alt);
    }
    if (page_.alone && !page_.picture_href) {
        return xml_.text(image.decorative || image.alt.empty() ? "" : "[" + image.alt + "]");
    }
    xml_.open("img", {{"src", page_.picture_href(image.picture)}});
    xml_.attribute("alt", image.decorative ? "" : image.alt);
    std::string percent = image.percent != 0 ? "width-" + std::to_string(image.percent) : "";
    std::string apart = !percent.empty() && !image.classes.empty() ? " " : "";
    if (std::string classes = percent + apart + image.classes; !classes.empty()) {
        xml_.attribute("class", classes);
    }
    if (page_.is_chapter && !image.id.empty()) {
        xml_.attribute("id", image.id);
    }
    if (int width = shown_width(image, page_.book.pictures[image.picture]); width > 0 && image.percent == 0) {
        xml_.attribute("width", std::to_string(width));
    }
    if (!image.title.empty()) {
        xml_.attribute("title", image.title);
    }
    xml_.close_empty();
}

void Renderer::formula(const Formula& formula) {
    if (page_.formulas_as_tex) {
        return xml_.text((formula.display ? "\\[" : "\\(") + formula.tex + (formula.display ? "\\]" : "\\)"));
    }
    if (page_.formulas_typed && !formula.mathml.empty()) {
        return inlines(formula_as_prose(formula.mathml).prose);
    }
    bool to_print = page_.paper != nullptr && !page_.paper->plain;
    if (!formula.mathml.empty() && !to_print) {
        return write_mathml(xml_, formula.mathml, formula.display, collapse_spaces(formula.tex));
    }
    if (!formula.mathml.empty()) {
        return write_printed_formula(xml_, formula.mathml, formula.display);
    }
    std::string dollars = formula.display ? "$$" : "$";
    xml_.element("code", {{"class", "formula-source"}, {"dir", right_to_left_ ? "ltr" : ""}}, dollars + formula.tex + dollars);
}

void Renderer::footnote_reference(const FootnoteReference& reference) {
    const Footnote& footnote = page_.book.chapters[page_.chapter].footnotes[reference.footnote];
    if (footnote.number == 0) {
        return;
    }
    if (page_.paper != nullptr) {
        return footnote_on_paper(reference);
    }
    if (page_.alone) {
        return footnote_in_brackets(footnote);
    }
    std::string href = page_.is_chapter ? "#" + footnote.id : page_.chapter_href(page_.chapter, footnote.id);
    std::string number = std::to_string(footnote.number);
    bool opened = open_link({{"class", "noteref"},
                             {"epub:type", "noteref"},
                             {"role", "doc-noteref"},
                             {"href", href},
                             {"id", page_.is_chapter ? reference.id : ""}});
    xml_.element("sup", {{"id", !opened && page_.is_chapter ? reference.id : ""}}, number);  // the note's way back leads here
    close_link(opened);
}

// Writes a footnote in brackets; one within it is left out, since brackets could nest without end.
void Renderer::footnote_in_brackets(const Footnote& footnote) {
    if (in_note_) {
        return;
    }
    in_note_ = true;
    xml_.text(" [");
    phrases(footnote.blocks);
    xml_.text("]");
    in_note_ = false;
}

void Renderer::glossary_reference(const GlossaryReference& reference) {
    if (page_.alone || reference.entry >= page_.book.glossary.entries.size()) {
        return inlines(reference.children);
    }
    if (page_.paper != nullptr) {
        return term_on_paper(reference);
    }
    const Entry& entry = page_.book.glossary.entries[reference.entry];
    bool pops_up = page_.is_chapter && !reference.id.empty();
    bool opened =
        pops_up
            ? open_link({{"class", "term"},
                         {"epub:type", "glossref noteref"},
                         {"role", "doc-glossref"},
                         {"href", "#" + entry.id},
                         {"id", reference.id}})
            : open_link({{"class", "term"}, {"epub:type", "glossref"}, {"role", "doc-glossref"}, {"href", page_.glossary_href(entry.id)}});
    inlines(reference.children);
    close_link(opened);
}

}  // namespace hornbook
