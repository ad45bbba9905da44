#include "reading/prose_reader.h"

#include "base/text.h"
#include "model/limits.h"
#include "model/mistakes.h"
#include "reading/commonmark.h"
#include "reading/forms/disguise.h"
#include "reading/forms/disguise_marks.h"

namespace hornbook {
namespace {

// The lines as they are, in one paragraph, for text that exceeds a limit of cmark, which has been reported.
Blocks unparsed(ProseReader& reader, const Lines& lines) {
    std::string text;
    for (const Line& line : lines) {
        text += std::string(line.text) + "\n";
    }
    Place place = lines.empty() ? Place{} : place_of(reader.file, lines.front(), lines.front().text);
    return {Block{CodeBlock{{}, std::move(text)}, place}};
}

bool may_open_block(std::string_view text) {
    return text.find_first_of("#>-+*=_~`<[0123456789") == 0;
}

}  // namespace

Blocks read_blocks(ProseReader& reader, const Lines& lines) {
    if (lines.empty()) {
        return {};
    }
    if (reader.scratch.depth >= limits::nesting) {
        reader.diagnostics.add(Mistake::too_deeply_nested, place_of(reader.file, lines.front(), lines.front().text),
                               "footnotes, definitions and lists are nested more than " + std::to_string(limits::nesting) + " deep",
                               "nest them less deeply");
        return unparsed(reader, lines);
    }
    ++reader.scratch.depth;
    ExtractedForms extracted = extract_forms(reader, lines);
    Blocks blocks = extracted.refused ? unparsed(reader, lines) : parse_commonmark(reader, std::move(extracted));
    --reader.scratch.depth;
    return blocks;
}

Inlines read_inlines(ProseReader& reader, const Lines& lines) {
    ExtractedForms document;
    for (const Line& line : lines) {
        std::string_view text = trim(line.text);
        if (!text.empty()) {
            Line part = part_of(line, text);
            std::string row(text);
            disguise_and_tell(reader, {{&row, 0, part}});
            document.rows.push_back({disguise_escapes(row), part, true, false});
        }
    }
    if (document.rows.empty()) {
        return {};
    }
    // A guard character keeps `#`, `-` or `1.` from opening a block. It is punctuation, so that `_` and `*` behind it still open emphasis.
    // Further lines are guarded by spaces, which CommonMark takes off within a paragraph (0.30, 4.4 and 4.8), in code too.
    for (DocumentRow& row : document.rows) {
        row.guarded = &row == document.rows.data();
        row.text.insert(0, row.guarded ? "." : may_open_block(row.text) ? "    " : "");
    }
    Inlines inlines;
    for (Block& block : parse_commonmark(reader, std::move(document))) {
        auto* paragraph = std::get_if<Paragraph>(&block.kind);
        if (paragraph == nullptr) {
            continue;
        }
        if (!inlines.empty()) {
            inlines.push_back({SoftBreak{}, {}});
        }
        std::move(paragraph->text.begin(), paragraph->text.end(), std::back_inserter(inlines));
    }
    return inlines;
}

Inlines read_inlines(ProseReader& reader, const Line& line) {
    return read_inlines(reader, Lines{line});
}

}  // namespace hornbook
