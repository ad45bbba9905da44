#include "reading/forms/block_forms.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/mistakes.h"
#include "base/text.h"
#include "reading/forms/inline_forms.h"

namespace hornbook {
namespace {

struct CalloutWord {
    std::string_view word;
    CalloutKind kind;
};
constexpr std::array<CalloutWord, 8> callout_words = {{{"NOTE", CalloutKind::note},
                                                       {"TIP", CalloutKind::tip},
                                                       {"IMPORTANT", CalloutKind::important},
                                                       {"WARNING", CalloutKind::warning},
                                                       {"CAUTION", CalloutKind::caution},
                                                       {"SOURCE", CalloutKind::source},
                                                       {"OBJECTIVES", CalloutKind::objectives},
                                                       {"KEY", CalloutKind::key}}};

bool is_break(const Inline& node) {
    return std::holds_alternative<SoftBreak>(node.kind) || std::holds_alternative<LineBreak>(node.kind);
}

std::string* first_text(Inlines& inlines) {
    auto* text = inlines.empty() ? nullptr : std::get_if<Text>(&inlines.front().kind);
    return text != nullptr ? &text->text : nullptr;
}

// The word of `[!WORD]` at the beginning, or empty.
std::string_view callout_mark(std::string_view text) {
    std::size_t end = text.find(']');
    if (!text.starts_with("[!") || end == std::string_view::npos || end < 3) {
        return {};
    }
    std::string_view word = text.substr(2, end - 2);
    bool letters = std::all_of(word.begin(), word.end(), [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); });
    return letters ? word : std::string_view();
}

const CalloutWord* find_callout(ProseReader& reader, std::string_view word, Place place) {
    std::string folded = fold_case(word);
    std::vector<std::string_view> words;
    for (const CalloutWord& row : callout_words) {
        if (fold_case(row.word) == folded) {
            return &row;
        }
        words.push_back(row.word);
    }
    std::string_view near = nearest(word, words);
    place.length = static_cast<std::uint32_t>(word.size() + 3);
    reader.diagnostics.add(Mistake::unknown_callout, place, "there is no callout `[!" + std::string(word) + "]`",
                           near.empty() ? "use NOTE, TIP, IMPORTANT, WARNING, CAUTION, SOURCE, OBJECTIVES or KEY"
                                        : "did you mean `[!" + std::string(near) + "]`?");
    return nullptr;
}

bool is_id(std::string_view id) {
    auto letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
    return !id.empty() && letter(id.front()) &&
           std::all_of(id.begin(), id.end(), [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_'; });
}

// Whether the paragraph is the table's caption; if so it is taken over.
bool take_caption(ProseReader& reader, Block& before, Block& block) {
    auto* table = std::get_if<Table>(&before.kind);
    auto* paragraph = std::get_if<Paragraph>(&block.kind);
    std::string* text = table != nullptr && table->caption.empty() && paragraph != nullptr ? first_text(paragraph->text) : nullptr;
    for (const std::string& word : {std::string("Table"), reader.words.table}) {
        if (text != nullptr && text->starts_with(word + ":") && text->size() > word.size() + 1) {
            text->erase(0, std::min(text->find_first_not_of(' ', word.size() + 1), text->size()));
            table->caption = std::move(paragraph->text);
            return true;
        }
    }
    return false;
}

}  // namespace

std::optional<Block> paragraph_or_figure(ProseReader& reader, Inlines inlines, Place place) {
    if (inlines.empty()) {
        return std::nullopt;
    }
    if (inlines.size() != 1 || !std::holds_alternative<Image>(inlines.front().kind)) {
        return Block{Paragraph{std::move(inlines)}, place};
    }
    Figure figure;
    auto& image = std::get<Image>(inlines.front().kind);
    if (!image.title.empty()) {
        figure.caption.push_back({Text{std::exchange(image.title, {})}, place});
        smarten(reader, figure.caption);
    }
    figure.blocks.push_back({Paragraph{std::move(inlines)}, place});
    return Block{std::move(figure), place};
}

Block quotation_or_callout(ProseReader& reader, Blocks blocks, Place place) {
    auto* paragraph = blocks.empty() ? nullptr : std::get_if<Paragraph>(&blocks.front().kind);
    std::string* text = paragraph != nullptr ? first_text(paragraph->text) : nullptr;
    std::string_view word = text != nullptr ? callout_mark(*text) : std::string_view();
    Place at = paragraph != nullptr && !paragraph->text.empty() ? paragraph->text.front().place : place;
    bool escaped =
        !word.empty() &&
        !reader.source().line(at.line).substr(std::min<std::size_t>(at.column - 1, reader.source().line(at.line).size())).starts_with("[!");
    const CalloutWord* row = word.empty() || escaped ? nullptr : find_callout(reader, word, at);
    if (row == nullptr || text == nullptr) {
        return {Quotation{std::move(blocks)}, place};
    }
    Callout callout;
    callout.kind = row->kind;
    *text = text->substr(word.size() + 3);
    text->erase(0, std::min(text->find_first_not_of(' '), text->size()));
    Inlines& run = paragraph->text;
    auto end = std::find_if(run.begin(), run.end(), is_break);
    callout.title.assign(std::make_move_iterator(run.begin()), std::make_move_iterator(end));
    if (callout.title.size() == 1 && std::holds_alternative<Text>(callout.title[0].kind) &&
        std::get<Text>(callout.title[0].kind).text.empty()) {
        callout.title.clear();
    }
    run.erase(run.begin(), end == run.end() ? end : end + 1);
    if (run.empty()) {
        blocks.erase(blocks.begin());
    }
    callout.blocks = std::move(blocks);
    return {std::move(callout), place};
}

void take_heading_id(ProseReader& reader, Heading& heading, Place place) {
    Inlines* run = &heading.text;  // or within what HTML leaves open, as `## Rain <sup class="new"/> {#rain}` does
    for (auto* styled = run->empty() ? nullptr : std::get_if<Styled>(&run->back().kind); styled != nullptr && !styled->children.empty();
         styled = std::get_if<Styled>(&run->back().kind)) {
        run = &styled->children;
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
    if (is_id(id)) {
        heading.id = std::move(id);
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
        if (kept != at) {
            blocks[kept] = std::move(blocks[at]);
        }
        ++kept;
    }
    blocks.resize(kept);
}

}  // namespace hornbook
