#include "reading/questions/blocks_in_questions.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/text.h"
#include "model/mistakes.h"
#include "reading/forms/containers.h"
#include "reading/forms/extract_forms.h"
#include "reading/forms/shown_ticks.h"

namespace hornbook {
namespace {

// The size in bytes of a list's mark with the space behind it; 0: the text begins with none.
std::size_t list_mark(std::string_view text) {
    auto digits = static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_ascii_digit) - text.begin());
    bool number = digits > 0 && digits < 4 && digits < text.size() && (text[digits] == '.' || text[digits] == ')');
    bool bullet = !text.empty() && (text[0] == '-' || text[0] == '*' || text[0] == '+');
    std::size_t size = number ? digits + 1 : bullet ? 1 : 0;
    return size != 0 && text.substr(size).starts_with(' ') ? size + 1 : 0;
}

}  // namespace

std::string_view without_containers(std::string_view text) {
    text = trim(text);
    for (std::size_t size = 1; size != 0; text = trim(text.substr(size))) {
        size = text.starts_with('>') ? 1 : list_mark(text);
    }
    return text;
}

void tell_code_in_answer(ProseReader& reader, const Line& line) {
    reader.diagnostics.add(Mistake::misplaced_form, place_of(reader.file, line, trim(line.text)),
                           "a block of code cannot stand in an answer, which is words alone",
                           "write it as code in a line, between backticks, or put the block above the answers");
}

void tell_blocks_in_answer(ProseReader& reader, const AnswerLine& answer) {
    std::size_t items = 0;
    for (std::size_t at = 1; at < answer.text.size(); ++at) {
        const Line& line = answer.text[at];
        std::string_view text = trim(line.text);
        items += list_mark(text) != 0 ? 1 : 0;
        bool table = is_delimiter_row(text);
        if (table || items == 2) {
            reader.diagnostics.add(Mistake::misplaced_form, place_of(reader.file, line, text),
                                   table ? "a table cannot stand in an answer, which is words alone"
                                         : "a list cannot stand in an answer, which is words alone",
                                   table ? "put the table above the answers, or make a picture of it"
                                         : "write what is in it as a sentence, or put the list above the answers");
            return;
        }
    }
}

void tell_shown_ticks(ProseReader& reader, const Lines& stimulus) {
    Fence fence;
    bool in_table = false;
    for (std::size_t at = 0; at < stimulus.size(); ++at) {
        const Line& line = stimulus[at];
        if (fence.length != 0) {
            fence = is_closing_fence(line.text, fence) ? Fence{} : fence;
            continue;
        }
        if (is_opening_fence(line.text, fence)) {
            continue;
        }
        std::string_view text = without_containers(line.text);
        in_table = in_table ? text.find('|') != npos : is_delimiter_row(text);
        bool quoted = trim(line.text).starts_with('>') && begins_with_tick(text);
        bool html = trim(line.text).starts_with('<') && ticks_behind_tag(line.text);
        if (quoted || html || (in_table && ticks_cell(text))) {
            reader.diagnostics.add(Mistake::like_an_answer, place_of(reader.file, line, trim(line.text)),
                                   "pupils read these ticks, which are part of the question and may give its answer away",
                                   "leave the boxes empty, `[ ]`, or make choices `- [x] …` and `- [ ] …` of them at the margin");
            return;
        }
    }
}

}  // namespace hornbook
