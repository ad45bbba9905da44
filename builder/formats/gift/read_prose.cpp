// GIFT prose: text of a question -> prose. As in Moodle, text without a format is words, HTML where tags occur, and not Markdown: the stars
// of `2*3*4` are signs. So a picture is an `<img>`, not `![…](…)`, unless the text begins with `[markdown]`. There GIFT's escapes are
// CommonMark's own, but for `\n` and those in code and in tags.
#include <algorithm>
#include <array>
#include <cctype>

#include "base/text.h"
#include "formats/formulas_in_html.h"
#include "formats/formulas_in_text.h"
#include "formats/gift/piece.h"
#include "formats/own_language.h"
#include "formats/words_alone.h"
#include "model/mistakes.h"
#include "model/parts.h"
#include "model/plain_text.h"
#include "model/walk.h"
#include "reading/forms/disguise.h"
#include "reading/forms/disguise_marks.h"
#include "reading/html/raw_html.h"

namespace hornbook {
namespace {

// The paragraphs, cut at `\n`: one list of lines each.
std::vector<Lines> paragraphs_of(const Lines& lines) {
    std::vector<Lines> paragraphs(1);
    for (const Line& line : lines) {
        std::size_t begin = 0;
        for (std::size_t at = 0; at + 1 < line.text.size(); ++at) {
            if (line.text[at] == '\\' && line.text[at + 1] == 'n') {
                paragraphs.back().push_back(part_of(line, line.text.substr(begin, at - begin)));
                paragraphs.emplace_back();
                begin = at + 2;
            }
            at += line.text[at] == '\\' ? 1 : 0;
        }
        paragraphs.back().push_back(part_of(line, line.text.substr(begin)));
    }
    return paragraphs;
}

// The end of the tag or code span that begins at `at`, or `at` itself; CommonMark has no escapes there. It is searched for nearby only, or
// those that are never closed would take quadratic time.
std::size_t past_verbatim(std::string_view line, std::size_t at) {
    constexpr std::size_t nearby = 10'000;
    std::string_view text = line.substr(0, at + nearby);
    if (text[at] == '`') {
        std::size_t ticks = std::min(text.find_first_not_of('`', at), text.size()) - at;
        std::size_t end = text.find(std::string(ticks, '`'), at + ticks);
        return end == std::string_view::npos ? at + ticks : end + ticks;
    }
    bool tag =
        text[at] == '<' && at + 1 < text.size() && (std::isalpha(static_cast<unsigned char>(text[at + 1])) != 0 || text[at + 1] == '/');
    std::size_t end = tag ? text.find('>', at) : std::string_view::npos;
    return end == std::string_view::npos ? at : end + 1;
}

// The code or tag without escapes but as long, so that columns stay true: spaces before the `>` of a tag, marks of nothing in code.
std::string without_escapes(std::string_view verbatim) {
    std::string result = gift_unescaped(verbatim);
    std::size_t fewer = verbatim.size() - result.size();
    if (verbatim.starts_with('`')) {
        result.insert(result.find_last_not_of('`') + 1, fewer, nothing_mark);
    } else if (result.find(' ') != std::string::npos) {
        result.insert(result.size() - (result.ends_with("/>") ? 2 : 1), fewer, ' ');
    }
    return result;
}

// The line as CommonMark.
Line readable(ProseReader& reader, const Line& line) {
    std::string text;
    for (std::size_t at = 0; at < line.text.size();) {
        std::size_t end = past_verbatim(line.text, at);
        if (end > at) {
            text += without_escapes(line.text.substr(at, end - at));
            at = end;
        } else if (line.text[at] == '\\' && at + 1 < line.text.size()) {
            text += line.text.substr(at, 2);
            at += 2;
        } else {
            text += line.text[at++];
        }
    }
    if (text == line.text) {
        return line;
    }
    Line result = line;
    result.text = reader.scratch.made.emplace_back(std::move(text));
    return result;
}

bool has_block_tag(const Lines& lines) {
    constexpr std::array<std::string_view, 14> tags = {"<p",  "<div", "<ul", "<ol", "<table", "<blockquote", "<pre",
                                                       "<h1", "<h2",  "<h3", "<h4", "<h5",    "<h6",         "<figure"};
    return std::any_of(lines.begin(), lines.end(), [&](const Line& line) {
        std::string text = fold_case(line.text);
        return std::any_of(tags.begin(), tags.end(), [&](std::string_view tag) {
            std::size_t at = text.find(tag);
            std::size_t end = at + tag.size();
            return at != std::string::npos && end < text.size() && (text[end] == '>' || text[end] == ' ');
        });
    });
}

GiftProse first_paragraph_of(Blocks blocks);

// Opens the `<div>` that editors of other programs put around all text, so that its first words are the question's.
void open_division(GiftProse& prose, Block& block) {
    auto& division = std::get<Division>(block.kind);
    GiftProse inside = first_paragraph_of(std::move(division.blocks));
    prose.text = in_language_of(division, std::move(inside.text));
    if (division.language.empty() && division.direction.empty() && division.classes.empty()) {
        std::move(inside.rest.begin(), inside.rest.end(), std::back_inserter(prose.rest));
    } else if (!inside.rest.empty()) {
        division.blocks = std::move(inside.rest);
        prose.rest.push_back(std::move(block));
    }
}

GiftProse first_paragraph_of(Blocks blocks) {
    GiftProse prose;
    for (Block& block : blocks) {
        if (prose.text.empty() && std::holds_alternative<Division>(block.kind)) {
            open_division(prose, block);
            continue;
        }
        Blocks one = {std::move(block)};
        std::optional<Inlines> words = prose.text.empty() ? words_alone(one) : std::nullopt;
        if (words) {
            prose.text = std::move(*words);
        } else {
            prose.rest.push_back(std::move(one.front()));
        }
    }
    return prose;
}

// Cuts text at escapes, which HTML does not have; a new piece begins behind each, so that places stay true.
template <class Piece>
void add_html(std::vector<Piece>& pieces, const ProseReader& reader, const Line& line) {
    std::size_t begin = 0;
    auto cut = [&](std::size_t end, const std::string& escaped) {
        std::string_view text = line.text.substr(begin, end - begin);
        bool goes_on = !pieces.empty() && std::holds_alternative<RawHtml>(pieces.back());
        pieces.emplace_back(RawHtml{std::string(text) + escaped, place_of(reader.file, line, text), goes_on});
    };
    for (std::size_t at = 0; at < line.text.size(); ++at) {
        if (std::size_t end = past_disguised(line.text, at); end > at) {
            cut(at, formula_for_html(line.text.substr(at, end - at)));
            begin = end;
            at = end - 1;
            continue;
        }
        if (line.text[at] == nothing_mark) {
            cut(at, "");
            begin = at + 1;
            continue;
        }
        std::string plain = line.text[at] == '\\' && at + 1 < line.text.size() ? gift_unescaped(line.text.substr(at, 2)) : "";
        if (plain.size() == 1) {
            cut(at, plain);
            begin = at + 2;
            ++at;
        }
    }
    cut(line.text.size(), "");
}

// A line in parts: before the gap, the gap, and behind it; without a gap, all is before.
struct AroundGap {
    std::string_view before;
    std::string_view gap;
    std::string_view after;
};
AroundGap around_gap(std::string_view text) {
    std::size_t begin = std::min(text.find(gap_begin), text.size());
    std::size_t end = begin == text.size() ? begin : std::min(text.find_first_not_of(gap_fill, begin + 1), text.size());
    return {text.substr(0, begin), text.substr(begin, end - begin), text.substr(end)};
}

constexpr std::string_view gap_in_tags = "\xF4\x8F\xBE\xB0";  // U+10FFB0: gumbo replaces control characters

// The line with a private-use character for a gap within block elements, until the HTML has been read.
Line with_gap_in_tags(ProseReader& reader, const Line& line) {
    AroundGap parts = around_gap(line.text);
    if (parts.gap.empty()) {
        return line;
    }
    Line result = line;
    result.text = reader.scratch.made.emplace_back(std::string(parts.before) + std::string(gap_in_tags) + std::string(parts.after));
    return result;
}

void divide_at_gap(Inlines& inlines) {
    for (std::size_t i = 0; i < inlines.size(); ++i) {
        auto* text = std::get_if<Text>(&inlines[i].kind);
        std::size_t at = text != nullptr ? text->text.find(gap_in_tags) : std::string::npos;
        if (at != std::string::npos) {
            Place place = inlines[i].place;
            std::string after = text->text.substr(at + gap_in_tags.size());
            text->text.resize(at);
            Inlines more = {{Gap{}, place}, {Text{std::move(after)}, place}};
            inlines.insert(inlines.begin() + static_cast<std::ptrdiff_t>(i) + 1, more.begin(), more.end());
            return;
        }
        if (Inlines* children = children_of(inlines[i])) {
            divide_at_gap(*children);
        }
    }
}

// The inlines of words and inline elements, perhaps with a gap between them.
Inlines read_as_inline_html(ProseReader& reader, const Lines& lines) {
    std::vector<InlinePiece> pieces;
    for (const Line& line : lines) {
        if (is_blank(line)) {
            continue;
        }
        if (!pieces.empty()) {
            pieces.emplace_back(Inline{SoftBreak{}, {}});
        }
        AroundGap parts = around_gap(trim(line.text));
        add_html(pieces, reader, part_of(line, parts.before));
        if (!parts.gap.empty()) {
            pieces.emplace_back(Inline{Gap{}, place_of(reader.file, line, parts.gap)});
            add_html(pieces, reader, part_of(line, parts.after));
        }
    }
    Inlines inlines = join_inline_html(reader, std::move(pieces));
    leave_out_language(inlines, reader.language);
    take_formulas(inlines);
    return inlines;
}

GiftProse read_as_html(ProseReader& reader, const std::vector<Lines>& paragraphs) {
    Lines lines;
    for (const Lines& paragraph : paragraphs) {
        std::copy_if(paragraph.begin(), paragraph.end(), std::back_inserter(lines), [](const Line& line) { return !is_blank(line); });
    }
    if (!has_block_tag(lines)) {
        return {read_as_inline_html(reader, lines), {}};
    }
    std::vector<BlockPiece> pieces;
    for (const Line& line : lines) {
        add_html(pieces, reader, with_gap_in_tags(reader, line));
        pieces.emplace_back(RawHtml{"\n", place_of(reader.file, line, line.text.substr(line.text.size())), true});
    }
    Blocks blocks = join_block_html(reader, std::move(pieces));
    leave_out_language(blocks, reader.language);
    walk_runs(blocks, [](Inlines& run, const Block&) { divide_at_gap(run); });
    take_formulas(blocks);
    return first_paragraph_of(std::move(blocks));
}

GiftProse read_as_markdown(ProseReader& reader, const std::vector<Lines>& paragraphs) {
    Lines markdown;
    for (const Lines& lines : paragraphs) {
        for (const Line& line : lines) {
            markdown.push_back(readable(reader, line));
        }
    }
    return first_paragraph_of(read_blocks(reader, markdown));
}

// The inlines of plain words, without forms but for gaps.
Inlines plain_inlines(const ProseReader& reader, const Lines& lines) {
    Inlines inlines;
    for (const Line& line : lines) {
        if (is_blank(line)) {
            continue;
        }
        if (!inlines.empty()) {
            inlines.push_back({SoftBreak{}, {}});
        }
        std::string_view text = trim(line.text);
        AroundGap parts = around_gap(text);
        auto add = [&](std::string_view part) {
            if (!part.empty()) {
                inlines.push_back({Text{restore_text(gift_unescaped(part))}, place_of(reader.file, line, part)});
            }
        };
        add(parts.before);
        if (!parts.gap.empty()) {
            inlines.push_back({Gap{}, place_of(reader.file, line, parts.gap)});
            add(parts.after);
        }
    }
    return inlines;
}

}  // namespace

GiftProse read_gift_prose(ProseReader& reader, const Lines& given, GiftFormat format) {
    Lines lines = format == GiftFormat::plain ? given : disguise_formulas(reader, given, {gift_signs, format == GiftFormat::markdown});
    std::vector<Lines> paragraphs = paragraphs_of(lines);
    if (format == GiftFormat::html || (format == GiftFormat::moodle && has_block_tag(lines))) {
        return read_as_html(reader, paragraphs);
    }
    if (format == GiftFormat::markdown) {
        return read_as_markdown(reader, paragraphs);
    }
    GiftProse prose;
    for (const Lines& paragraph : paragraphs) {
        Inlines text = format == GiftFormat::plain ? plain_inlines(reader, paragraph) : read_as_inline_html(reader, paragraph);
        if (prose.text.empty()) {
            prose.text = std::move(text);
        } else if (!text.empty()) {
            Place place = text.front().place;
            prose.rest.push_back({Paragraph{std::move(text)}, place});
        }
    }
    return prose;
}

GiftProse read_gift_prose(ProseReader& reader, GiftPiece piece, GiftFormat usual) {
    GiftFormat format = take_format(reader, piece, usual);
    return read_gift_prose(reader, piece.lines(), format);
}

Blocks read_gift_blocks(ProseReader& reader, GiftPiece piece, GiftFormat usual) {
    GiftProse prose = read_gift_prose(reader, piece, usual);
    Blocks blocks;
    if (!prose.text.empty()) {
        Place place = place_of(reader, piece);
        blocks.push_back({Paragraph{std::move(prose.text)}, place});
    }
    std::move(prose.rest.begin(), prose.rest.end(), std::back_inserter(blocks));
    return blocks;
}

Inlines read_gift_inlines(ProseReader& reader, GiftPiece piece, GiftFormat usual) {
    Blocks blocks = read_gift_blocks(reader, piece, usual);
    std::string words = plain_text(blocks);
    if (std::optional<Inlines> inlines = words_alone(blocks)) {
        return std::move(*inlines);
    }
    Place place = place_of(reader, piece);
    reader.diagnostics.add(Mistake::not_kept, place, "lists, tables and the like cannot be used in an answer, so only their words are kept",
                           "put them into the question, before its `{`");
    return {{Text{collapse_spaces(words)}, place}};
}

}  // namespace hornbook
