#include "reading/forms/block_forms.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "model/mistakes.h"
#include "reading/forms/attribute_forms.h"
#include "reading/forms/attributes.h"
#include "reading/forms/callout_words.h"
#include "reading/forms/inline_forms.h"
#include "reading/forms/other_forms.h"
#include "reading/forms/teachers_lines.h"

namespace hornbook {
namespace {

constexpr std::size_t longest_caption_word = 40;  // bytes

bool is_break(const Inline& node) {
    return std::holds_alternative<SoftBreak>(node.kind) || std::holds_alternative<LineBreak>(node.kind);
}

std::string* first_text(Inlines& inlines) {
    auto* text = inlines.empty() ? nullptr : std::get_if<Text>(&inlines.front().kind);
    return text != nullptr ? &text->text : nullptr;
}

// The mark `[!WORD]` at the beginning of a callout, or Obsidian's `[!WORD]-`, which is folded.
struct CalloutMark {
    std::string_view word;  // empty: there is none
    std::size_t size = 0;
};
CalloutMark callout_mark(std::string_view text) {
    std::size_t end = text.substr(0, 60).find(']');
    if (!text.starts_with("[!") || end == std::string_view::npos || end < 3) {
        return {};
    }
    bool folded = text.size() > end + 1 && (text[end + 1] == '-' || text[end + 1] == '+');
    std::string_view word = text.substr(2, end - 2);
    return {word.substr(0, word.find('|')), end + (folded ? 2 : 1)};
}

std::string in_capitals(std::string_view word) {
    std::string result(word);
    std::transform(result.begin(), result.end(), result.begin(), [](char c) { return static_cast<char>(c - 'a' + 'A'); });
    return result;
}

void report_unknown_callout(ProseReader& reader, std::string_view word, Place place) {
    if (names_teachers(word)) {
        return;  // told where rows are looked through
    }
    std::string_view near = nearest_callout_word(word);
    place.length = static_cast<std::uint32_t>(word.size() + 3);
    reader.diagnostics.add(Mistake::unknown_callout, place, "there is no callout `[!" + std::string(word) + "]`",
                           near.empty()
                               ? "use NOTE, TIP, IMPORTANT, WARNING, CAUTION, SOURCE, OBJECTIVES, KEY or TEACHER, with a title of its own: "
                                 "`> [!NOTE] " +
                                     title_of_word(word) + "`"
                               : "did you mean `[!" + in_capitals(near) + "]`?");
}

// Reports `[!SOURCE]{lang=it} Title`, where the block in braces takes the mark for words; returns whether it is one.
bool tell_attributes_of_callout(ProseReader& reader, Place place) {
    std::string_view line = place.line > 0 ? reader.source().line(place.line) : std::string_view();
    std::string_view text = trim(line.substr(std::min(line.find_first_not_of("> \t"), line.size())));
    std::string_view word = callout_mark(text).word;
    std::size_t brace = word.size() + 3;
    std::size_t size = word.empty() || find_callout_word(word) == nullptr ? 0 : attributes_size(text.substr(std::min(brace, text.size())));
    if (size == 0 || line.substr(0, static_cast<std::size_t>(text.data() - line.data())).find('>') == std::string_view::npos) {
        return false;
    }
    std::string mark = "> [!" + std::string(word) + "]";
    std::string_view title = trim(text.substr(brace + size));
    std::string attributes(text.substr(brace, size));
    place.column = static_cast<std::uint32_t>(text.data() - line.data() + 1);
    place.length = static_cast<std::uint32_t>(brace + size);
    reader.diagnostics.add(Mistake::nearly_a_form, place,
                           "this is nearly a callout: `" + attributes + "` belongs to words, not to its mark",
                           title.empty() ? "write `" + mark + "`, and `" + attributes + "` behind words in brackets"
                                         : "write `" + mark + " [" + std::string(title) + "]" + attributes + "`");
    return true;
}

// Notes `[SOURCE]` without its `!`.
void note_bare_callout(ProseReader& reader, std::string_view text, Place place) {
    std::size_t end = text.starts_with('[') ? text.substr(0, 30).find(']') : std::string_view::npos;
    std::string_view word = end == std::string_view::npos ? std::string_view() : text.substr(1, end - 1);
    bool capitals = std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (capitals && find_callout_word(word) != nullptr) {
        place.length = static_cast<std::uint32_t>(end + 1);
        note_other_form(reader, OtherForm::bare_callout, text.substr(0, end + 1), place,
                        "put `!` before the word: `> [!" + std::string(word) + "]`");
    }
}

Inlines title_of_callout(const CalloutWord& word, Inlines written, Place place) {
    bool empty = written.empty() ||
                 (written.size() == 1 && std::holds_alternative<Text>(written[0].kind) && std::get<Text>(written[0].kind).text.empty());
    if (!empty) {
        return written;
    }
    return word.names_itself ? Inlines{{Text{titled(word.word)}, place}} : Inlines{};
}

// The size in bytes of "Table:" or "Caption:" at the beginning, in the book's language too, with the spaces around its colon; 0: there is
// none, or nothing is behind it.
std::size_t size_of_caption_word(const ProseReader& reader, std::string_view text) {
    for (const std::string& word : {std::string("table"), std::string("caption"), fold_case(reader.words.table)}) {
        std::size_t colon = text.substr(0, longest_caption_word).find(':');
        std::size_t end = colon == npos ? 0 : std::min(text.find_first_not_of(' ', colon + 1), text.size());
        if (end > 0 && text.size() > colon + 1 && collapse_spaces(fold_case(text.substr(0, colon))) == word) {
            return end;
        }
    }
    return 0;
}

// Whether the paragraph below or above the table is its caption; if so it is taken over.
bool take_caption(ProseReader& reader, Block& table_block, Block& block) {
    auto* table = std::get_if<Table>(&table_block.kind);
    auto* paragraph = std::get_if<Paragraph>(&block.kind);
    std::string* text = table != nullptr && table->caption.empty() && paragraph != nullptr ? first_text(paragraph->text) : nullptr;
    std::size_t size = text != nullptr ? size_of_caption_word(reader, *text) : 0;
    if (size == 0) {
        return false;
    }
    text->erase(0, size);
    table->caption = std::move(paragraph->text);
    return true;
}

// The lines of a picture's title. cmark gives no place for it, so it is searched for behind the picture's address.
Lines lines_of_title(ProseReader& reader, std::string title, Place image) {
    Lines lines;
    const std::string& text = reader.scratch.made.emplace_back(std::move(title));
    std::uint32_t number = image.line;
    for (std::string_view line : split(text, '\n')) {
        std::string_view source = number <= reader.source().line_starts.size() ? reader.source().line(number) : std::string_view();
        std::size_t found = source.find(line);
        bool there = found != std::string_view::npos;
        lines.push_back({line, there ? number : image.line, there ? static_cast<std::uint32_t>(found + 1) : image.column});
        ++number;
    }
    return lines;
}

}  // namespace

std::optional<Block> paragraph_or_figure(ProseReader& reader, Inlines inlines, Place place) {
    if (inlines.empty()) {
        return std::nullopt;
    }
    bool alone = inlines.size() == 1 && is_attributes(inlines.front());
    if (alone) {
        return Block{Paragraph{std::move(inlines)}, place};
    }
    bool own_line =
        inlines.size() > 1 && is_attributes(inlines.back()) && std::holds_alternative<SoftBreak>(inlines[inlines.size() - 2].kind);
    bool picture = std::holds_alternative<Image>(inlines.front().kind) && inlines.size() == 2;
    Place names = inlines.back().place;
    std::optional<Attributes> attributes = own_line || picture ? take_last_attributes(inlines) : std::nullopt;
    give_back_attributes(reader, inlines);
    std::string id = attributes ? usable_id(attributes->id) : std::string();
    if (inlines.size() != 1 || !std::holds_alternative<Image>(inlines.front().kind)) {
        Block block{Paragraph{std::move(inlines)}, place};
        if (attributes) {
            take_names(reader, block, *attributes, names);
        }
        return block;
    }
    Figure figure;
    auto& image = std::get<Image>(inlines.front().kind);
    figure.id = id.empty() ? std::exchange(image.id, {}) : std::move(id);
    figure.classes = std::exchange(image.classes, {});
    if (!image.title.empty()) {
        figure.caption = read_inlines(reader, lines_of_title(reader, std::exchange(image.title, {}), inlines.front().place));
    }
    figure.blocks.push_back({Paragraph{std::move(inlines)}, place});
    Block block{std::move(figure), place};
    return attributes ? with_language(reader, std::move(block), *attributes, names) : std::move(block);
}

Block quotation_or_callout(ProseReader& reader, Blocks blocks, Place place) {
    auto* paragraph = blocks.empty() ? nullptr : std::get_if<Paragraph>(&blocks.front().kind);
    std::string* text = paragraph != nullptr ? first_text(paragraph->text) : nullptr;
    CalloutMark mark = text != nullptr ? callout_mark(*text) : CalloutMark();
    Place at = paragraph != nullptr && !paragraph->text.empty() ? paragraph->text.front().place : place;
    std::string_view line = reader.source().line(at.line);
    bool escaped = !line.substr(std::min<std::size_t>(at.column - 1, line.size())).starts_with('[');
    const CalloutWord* word = mark.word.empty() || escaped ? nullptr : find_callout_word(mark.word);
    if (tell_attributes_of_callout(reader, at)) {
        return {Quotation{std::move(blocks)}, place};
    }
    if (text == nullptr || word == nullptr) {
        if (!mark.word.empty() && !escaped) {
            report_unknown_callout(reader, mark.word, at);
        } else if (text != nullptr && !escaped) {
            note_bare_callout(reader, *text, at);
        }
        return {Quotation{std::move(blocks)}, place};
    }
    text->erase(0, mark.size);
    text->erase(0, std::min(text->find_first_not_of(' '), text->size()));
    Inlines& run = paragraph->text;
    auto end = std::find_if(run.begin(), run.end(), is_break);
    Inlines title(std::make_move_iterator(run.begin()), std::make_move_iterator(end));
    run.erase(run.begin(), end == run.end() ? end : end + 1);
    Place run_place = run.empty() ? place : run.front().place;
    if (run.empty()) {
        blocks.erase(blocks.begin());
    } else if (std::optional<Block> rest = paragraph_or_figure(reader, std::move(run), run_place)) {
        blocks.front() = std::move(*rest);  // a picture alone below the title is a figure
    }
    return {callout_of(*word, title_of_callout(*word, std::move(title), at), std::move(blocks)), place};
}

void take_heading_id(ProseReader& reader, Heading& heading, Place place) {
    Inlines* run = &heading.text;  // or within what HTML leaves open, as `## Rain <sup class="new"/> {#rain}` does
    for (auto* styled = run->empty() ? nullptr : std::get_if<Styled>(&run->back().kind); styled != nullptr && !styled->children.empty();
         styled = std::get_if<Styled>(&run->back().kind)) {
        run = &styled->children;
    }
    Place names = run->empty() ? place : run->back().place;
    if (std::optional<Attributes> attributes = take_last_attributes(*run);
        attributes && (attributes->id.empty() || !usable_id(attributes->id).empty())) {
        heading.id = usable_id(attributes->id);
        heading.classes = classes_of(reader, *attributes, names);
        tell_lost_attributes(reader, *attributes, {}, names);
        take_language(reader, heading, *attributes, names);
        return;
    } else if (attributes) {
        run->push_back({Text{" {#" + attributes->id + "}"}, place});
    }
    auto* last = run->empty() ? nullptr : std::get_if<Text>(&run->back().kind);
    std::size_t begin = last != nullptr && last->text.ends_with('}') ? last->text.rfind("{#") : std::string::npos;
    if (begin == std::string::npos) {
        return;
    }
    std::string id = last->text.substr(begin + 2, last->text.size() - begin - 3);
    last->text = last->text.substr(0, last->text.find_last_not_of(' ', begin == 0 ? 0 : begin - 1) + (begin == 0 ? 0 : 1));
    if (last->text.empty()) {
        run->pop_back();
    }
    if (std::string usable = usable_id(id); !usable.empty()) {
        heading.id = std::move(usable);
        return;
    }
    std::string_view line = reader.source().line(place.line);
    if (std::size_t at = line.rfind("{#"); at != std::string_view::npos) {
        place.column = static_cast<std::uint32_t>(at + 1);
        place.length = static_cast<std::uint32_t>(line.size() - at);
    }
    reader.diagnostics.add(Mistake::bad_id, place, "`" + id + "` cannot be an id",
                           "use letters a to z, digits, `-` and `_`, a letter first");
}

void take_task_box(ListItem& item) {
    auto* paragraph = item.blocks.empty() ? nullptr : std::get_if<Paragraph>(&item.blocks.front().kind);
    std::string* text = paragraph != nullptr ? first_text(paragraph->text) : nullptr;
    if (text == nullptr || text->size() < 4 || (!text->starts_with("[ ] ") && !text->starts_with("[x] ") && !text->starts_with("[X] "))) {
        return;
    }
    item.ticked = (*text)[1] != ' ';
    text->erase(0, 4);
}

void attach_captions(ProseReader& reader, Blocks& blocks) {
    std::size_t kept = 0;
    for (std::size_t at = 0; at < blocks.size(); ++at) {
        if (kept > 0 && take_caption(reader, blocks[kept - 1], blocks[at])) {
            continue;
        }
        kept -= kept > 0 && take_caption(reader, blocks[at], blocks[kept - 1]) ? 1 : 0;
        if (kept != at) {
            blocks[kept] = std::move(blocks[at]);
        }
        ++kept;
    }
    blocks.resize(kept);
}

}  // namespace hornbook
