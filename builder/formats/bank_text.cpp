// Texts of banks -> prose: HTML by the reader of raw HTML, then made as simple as an author would write it.
#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/base64.h"
#include "base/text.h"
#include "formats/bank_reader.h"
#include "formats/formulas_in_html.h"
#include "formats/own_language.h"
#include "formats/source_places.h"
#include "model/mistakes.h"
#include "model/parts.h"
#include "model/plain_text.h"
#include "model/walk.h"
#include "reading/forms/inline_forms.h"
#include "reading/html/raw_html.h"

namespace hornbook {
namespace {

constexpr std::string_view gap_opens = "\xF4\x8F\xBE\xB0";   // U+10FFB0
constexpr std::string_view gap_closes = "\xF4\x8F\xBE\xB1";  // U+10FFB1

std::string paragraphs_in_html(std::string_view text, bool plain) {
    std::string result;
    bool in_paragraph = false;
    for (std::string_view line : split(text, '\n')) {
        line = trim(line);
        if (line.empty()) {
            result += in_paragraph ? "</p>\n" : "\n";
            in_paragraph = false;
        } else {
            result += (in_paragraph ? "<br>\n" : "<p>") + (plain ? html_escaped(line) : std::string(line));
            in_paragraph = true;
        }
    }
    return result;
}

bool has_block(std::string_view html) {
    std::string text = fold_case(html);
    constexpr std::array<std::string_view, 8> tags = {"<p>", "<p ", "<div", "<ul", "<ol", "<table", "<blockquote", "<pre"};
    return std::any_of(tags.begin(), tags.end(), [&](std::string_view tag) { return text.find(tag) != std::string::npos; });
}

// ---- simpler prose ----

// Adds a text with gaps in it as texts and gaps.
void add_text_and_gaps(const Inline& node, std::string_view text, Inlines& result) {
    while (!text.empty()) {
        std::size_t begin = std::min(text.find(gap_opens), text.size());
        if (begin > 0) {
            result.push_back({Text{std::string(text.substr(0, begin))}, node.place});
        }
        text.remove_prefix(begin);
        if (text.empty()) {
            return;
        }
        std::size_t blank = 0;
        std::string_view number = text.substr(gap_opens.size());
        std::from_chars(number.data(), number.data() + number.size(), blank);
        result.push_back({Gap{blank}, node.place});
        std::size_t end = std::min(text.find(gap_closes), text.size() - gap_closes.size());
        text.remove_prefix(end + gap_closes.size());
    }
}

bool has_no_attributes(const Styled& styled) {
    return styled.language.empty() && styled.direction.empty() && styled.title.empty() && styled.id.empty();
}

Inlines simple(Inlines inlines) {
    Inlines result;
    for (Inline& node : inlines) {
        if (auto* text = std::get_if<Text>(&node.kind)) {
            add_text_and_gaps(node, text->text, result);
            continue;
        }
        if (std::holds_alternative<SoftBreak>(node.kind)) {
            result.push_back({Text{" "}, node.place});
            continue;
        }
        if (Inlines* children = children_of(node)) {
            *children = simple(std::move(*children));
        }
        auto* styled = std::get_if<Styled>(&node.kind);
        if (styled != nullptr && has_no_attributes(*styled) && styled->element == "span") {
            Inlines children = std::move(styled->children);
            std::move(children.begin(), children.end(), std::back_inserter(result));
        } else if (styled != nullptr && has_no_attributes(*styled) && (styled->element == "b" || styled->element == "i")) {
            Inlines children = std::move(styled->children);
            styled->element == "b" ? result.push_back({Strong{std::move(children)}, node.place})
                                   : result.push_back({Emphasis{std::move(children)}, node.place});
        } else {
            result.push_back(std::move(node));
        }
    }
    return result;
}

bool ends_at_space(const Inlines& run) {
    const auto* text = run.empty() ? nullptr : std::get_if<Text>(&run.back().kind);
    return run.empty() || std::holds_alternative<LineBreak>(run.back().kind) || (text != nullptr && text->text.ends_with(' '));
}

// The inlines with single spaces, and none at the edges.
Inlines closed_up(Inlines inlines) {
    Inlines result;
    for (Inline& node : inlines) {
        auto* text = std::get_if<Text>(&node.kind);
        if (text == nullptr) {
            result.push_back(std::move(node));
            continue;
        }
        auto* same = result.empty() ? nullptr : std::get_if<Text>(&result.back().kind);
        std::string words;
        for (char c : text->text) {
            bool space = c == ' ' || c == '\t' || c == '\n';
            bool again = words.empty() ? ends_at_space(result) : words.ends_with(' ');
            if (!space || !again) {
                words += space ? ' ' : c;
            }
        }
        if (same != nullptr) {
            same->text += words;
        } else if (!words.empty()) {
            result.push_back({Text{std::move(words)}, node.place});
        }
    }
    auto* last = result.empty() ? nullptr : std::get_if<Text>(&result.back().kind);
    if (last != nullptr && last->text.ends_with(' ')) {
        last->text.pop_back();
    }
    if (last != nullptr && last->text.empty()) {
        result.pop_back();
    }
    return result;
}

bool is_blank_run(const Inlines& run) {
    return std::all_of(run.begin(), run.end(), [](const Inline& node) {
        const auto* text = std::get_if<Text>(&node.kind);
        bool blank = text != nullptr &&
                     std::all_of(text->text.begin(), text->text.end(), [](char c) { return c == ' ' || c == '\xC2' || c == '\xA0'; });
        return blank || std::holds_alternative<LineBreak>(node.kind);
    });
}

Blocks simple(Blocks blocks);

void simplify_within(Block& block) {
    if (!std::holds_alternative<Figure>(block.kind)) {
        open_block(
            block, [](Inlines&) {}, [](Blocks& below) { below = simple(std::move(below)); });
    }
}

// The blocks without divisions that say nothing and paragraphs that show nothing. A first row of header cells becomes the table's head.
Blocks simple(Blocks blocks) {
    Blocks result;
    for (Block& block : blocks) {
        simplify_within(block);
        auto* division = std::get_if<Division>(&block.kind);
        auto* paragraph = std::get_if<Paragraph>(&block.kind);
        if (division != nullptr && division->element == "div" && division->language.empty() && division->direction.empty()) {
            Blocks inside = std::move(division->blocks);
            std::move(inside.begin(), inside.end(), std::back_inserter(result));
        } else if (paragraph != nullptr && paragraph->text.size() == 1 && std::holds_alternative<Image>(paragraph->text.front().kind)) {
            Place place = block.place;
            Figure figure;
            figure.blocks.push_back(std::move(block));
            result.push_back({std::move(figure), place});
        } else if (paragraph == nullptr || !is_blank_run(paragraph->text)) {
            result.push_back(std::move(block));
        }
        if (auto* table = result.empty() ? nullptr : std::get_if<Table>(&result.back().kind); table != nullptr && table->head.empty()) {
            auto is_head = [](const Cell& cell) { return cell.header; };
            auto end = std::find_if(table->body.begin(), table->body.end(),
                                    [&](const std::vector<Cell>& row) { return !std::all_of(row.begin(), row.end(), is_head); });
            std::move(table->body.begin(), end, std::back_inserter(table->head));
            table->body.erase(table->body.begin(), end);
        }
    }
    return result;
}

// ---- pictures ----

std::string suffix_by_content(std::string_view bytes) {
    if (bytes.starts_with("\x89PNG")) {
        return ".png";
    }
    if (bytes.starts_with("\xFF\xD8")) {
        return ".jpg";
    }
    if (bytes.starts_with("GIF8")) {
        return ".gif";
    }
    if (bytes.starts_with("RIFF")) {
        return ".webp";
    }
    return ".svg";
}

std::string picture_name(std::string_view address, std::string_view bytes) {
    std::string name = percent_decoded(address.substr(address.rfind('/') + 1));
    std::size_t dot = std::min(name.rfind('.'), name.size());
    std::string suffix = fold_case(name.substr(dot));
    constexpr std::array<std::string_view, 9> known = {".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".tif", ".tiff"};
    bool fits = std::find(known.begin(), known.end(), suffix) != known.end();
    return ascii_slug(name.substr(0, dot), "picture") + (fits ? suffix : suffix_by_content(bytes));
}

}  // namespace

std::string gap_in_html(std::size_t blank) {
    return std::string(gap_opens) + std::to_string(blank) + std::string(gap_closes);
}

std::string html_escaped(std::string_view text) {
    std::string result;
    for (char c : text) {
        result += c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '&' ? "&amp;" : c == '"' ? "&quot;" : std::string(1, c);
    }
    return result;
}

// The text in pieces with their places: one for each line at least; where only a line is known, those below it follow.
std::vector<PlacedPiece> BankReader::pieces_of(std::string_view text, const XmlPlace& place) const {
    if (place.end > place.begin) {
        return pieces_at_places(text, prose_->file, source(), place);
    }
    std::vector<PlacedPiece> pieces;
    std::uint32_t line = place.line;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = std::min(text.find('\n', begin), text.size() - 1) + 1;
        pieces.push_back({text.substr(begin, end - begin), place_of(line)});
        line += line < source().line_starts.size() ? 1 : 0;
        begin = end;
    }
    return pieces;
}

Blocks BankReader::from_html(const BankText& text) {
    std::string html = request.rules.formulas ? with_formulas(text.text, gap_opens) : text.text;
    std::vector<BlockPiece> pieces;
    for (const PlacedPiece& piece : pieces_of(html, text.place)) {
        pieces.emplace_back(RawHtml{std::string(piece.text), piece.place, !pieces.empty()});
    }
    Blocks blocks = join_block_html(*prose_, std::move(pieces));
    take_formulas(blocks);
    return blocks;
}

Blocks BankReader::blocks(const BankText& text) {
    if (trim(text.text).empty()) {
        return {};
    }
    Blocks result;
    if (text.format == TextFormat::markdown) {
        Lines lines;
        const std::string& made = prose_->scratch.made.emplace_back(text.text);
        bool begins_row = true;
        for (const PlacedPiece& piece : pieces_of(made, text.place)) {
            if (begins_row) {
                auto begin = static_cast<std::size_t>(piece.text.data() - made.data());
                std::size_t size = std::min(made.find('\n', begin), made.size()) - begin;
                lines.push_back({std::string_view(made).substr(begin, size), piece.place.line, piece.place.column});
            }
            begins_row = piece.text.ends_with('\n');
        }
        result = read_blocks(*prose_, lines);
    } else {
        BankText html = text;
        if (text.format != TextFormat::html) {
            bool plain = text.format == TextFormat::plain;
            html.text = plain || !has_block(text.text) ? paragraphs_in_html(text.text, plain) : text.text;
        }
        result = from_html(html);
    }
    settle(result, text);
    return result;
}

void BankReader::settle(Blocks& blocks, const BankText& text) {
    leave_out_language(blocks, request.language);
    walk_runs(blocks, [](Inlines& run, const Block&) { run = closed_up(simple(std::move(run))); });
    walk_inlines(blocks, [&](Inline& node) { settle_picture(node, text); });
    blocks = simple(std::move(blocks));
    walk_blocks(blocks, [](Block& block) {
        if (auto* heading = std::get_if<Heading>(&block.kind)) {
            heading->level = std::max(heading->level, 3);  // below the question's own
            heading->id.clear();
        }
    });
    if (text.format != TextFormat::markdown) {
        walk_runs(blocks, [&](Inlines& run, const Block&) { smarten(*prose_, run); });
    }
}

std::optional<std::size_t> BankReader::picture_at(const std::string& address, const BankText& text) {
    std::optional<std::string> bytes;
    std::string name = address;
    if (std::size_t comma = address.find(";base64,"); address.starts_with("data:image/") && comma != std::string::npos) {
        bytes = from_base64(std::string_view(address).substr(comma + 8));
        name = "picture";
    } else if (text.picture) {
        bytes = text.picture(address);
    }
    if (!bytes || bytes->empty()) {
        return std::nullopt;
    }
    auto same = std::find_if(bank.pictures.begin(), bank.pictures.end(), [&](const BankPicture& p) { return p.bytes == *bytes; });
    if (same != bank.pictures.end()) {
        return static_cast<std::size_t>(same - bank.pictures.begin());
    }
    std::string file = picture_name(name, *bytes);
    bank.pictures.push_back({std::move(file), std::move(*bytes)});
    return bank.pictures.size() - 1;
}

void BankReader::settle_picture(Inline& node, const BankText& text) {
    auto* image = std::get_if<Image>(&node.kind);
    if (image == nullptr) {
        return;
    }
    std::string address = image->destination;
    if (std::optional<std::size_t> index = picture_at(address, text)) {
        image->picture = *index;
        if (image->alt.empty() && !image->decorative) {
            prose_->diagnostics.add(Mistake::no_alternative_text, node.place,
                                    "the picture `" + bank.pictures[*index].name + "` has no alternative text",
                                    "say in the chapter what it shows: `![what it shows](…)`; no book is made without");
        }
        return;
    }
    bool remote = starts_with_ascii_case(address, "https://") || starts_with_ascii_case(address, "http://") || address.starts_with("//");
    std::string shown = "`" + address.substr(0, 80) + "`";
    std::string words = image->alt.empty() ? address.substr(address.rfind('/') + 1).substr(0, 80) : image->alt;
    if (remote) {
        prose_->diagnostics.add(Mistake::not_kept, node.place, "the picture " + shown + " lies on the network, so a link leads to it now",
                                "save it into images/ and write `![what it shows](../images/…)`");
        node.kind = Link{(address.starts_with("//") ? "https:" : "") + address, {}, {}, {{Text{words}, node.place}}};
    } else {
        prose_->diagnostics.add(Mistake::not_kept, node.place, "the picture " + shown + " is not in the bank, so only its words are kept",
                                "save it into images/ and write `![what it shows](../images/…)`");
        node.kind = Text{"[" + words + "]"};
    }
}

}  // namespace hornbook
