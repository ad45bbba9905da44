// Gaps, `[[a|b]]` within the question, with what is accepted in each.
#include <utility>

#include "base/text.h"
#include "model/mistakes.h"
#include "model/walk.h"
#include "reading/forms/containers.h"
#include "reading/forms/disguise_marks.h"
#include "reading/forms/extract_forms.h"
#include "reading/questions/answer_forms.h"
#include "reading/questions/blocks_in_questions.h"
#include "reading/questions/doubts.h"
#include "reading/questions/signs_of_right.h"
#include "reading/questions/weights.h"
#include "reading/questions/worths.h"

namespace hornbook {
namespace {

// The end of a code span that begins at `at`, or `at` itself.
std::size_t past_code(std::string_view text, std::size_t at) {
    std::size_t ticks = text.find_first_not_of('`', at);
    ticks = (ticks == std::string_view::npos ? text.size() : ticks) - at;
    std::size_t end = text.find(std::string(ticks, '`'), at + ticks);
    return end == std::string_view::npos ? at + ticks : end + ticks;
}

std::string without_bar_escapes(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        at += text.substr(at, 2) == "\\|" ? 1 : 0;
        result += text[at];
    }
    return result;
}

Blank read_blank(ProseReader& reader, const Line& inside, Place place, bool in_table) {
    Blank blank;
    blank.place = place;
    std::vector<WrittenChoice> written;
    std::vector<std::pair<std::size_t, std::size_t>> borders;  // of each of them
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= inside.text.size(); ++at) {
        bool escaped = !in_table && at > 0 && inside.text[at - 1] == '\\';
        if (at < inside.text.size() && (inside.text[at] != '|' || escaped)) {
            continue;
        }
        bool divides = in_table && at > begin && at < inside.text.size() && inside.text[at - 1] == '\\';
        Line part = part_of(inside, trim(inside.text.substr(begin, at - begin - (divides ? 1 : 0))));
        std::size_t from = std::exchange(begin, at + 1);
        if (part.text.find("\\|") != npos) {
            part.text = reader.scratch.made.emplace_back(without_bar_escapes(part.text));
        }
        auto [accepted, words] = accepted_in_markdown(reader, part);
        if (!accepted.text.empty()) {
            written.push_back({words, !accepted.credit, accepted.place, ""});
            borders.emplace_back(from, at);
            blank.accepted.push_back(std::move(accepted));
        }
    }
    constexpr std::size_t longest_shown = 200;  // of a gap in a hint; of a longer one only the answer is
    std::vector<std::optional<Worth>> worths = worths_beside("", written, reader.language, false);
    for (std::size_t i = 0; i < worths.size(); ++i) {
        const Accepted& accepted = blank.accepted[i];
        if (worths[i]) {
            bool whole = inside.text.size() <= longest_shown;
            std::string before = whole ? "[[" + std::string(inside.text.substr(0, borders[i].first)) : "";
            std::string after = whole ? std::string(inside.text.substr(borders[i].second)) + "]]" : "";
            tell_worth(reader, *worths[i], before, after, accepted.place);
        } else if (std::optional<Doubt> doubt =
                       accepted.number ? std::nullopt : doubt_about_several(accepted.text, reader.language, true)) {
            reader.diagnostics.add(doubt->mistake, accepted.place, doubt->message, doubt->hint);
        }
    }
    if (blank.accepted.empty()) {
        reader.diagnostics.add(Mistake::empty_gap, place, "this gap accepts nothing",
                               "write what belongs in it: `[[word]]` or `[[word|other word]]`");
    } else {
        finish_blank(reader, blank);
    }
    return blank;
}

}  // namespace

Line take_gaps(ProseReader& reader, const Line& line, Gaps& gaps, bool in_table) {
    std::string text(line.text);
    std::size_t last = text.rfind("]]");  // nothing behind it closes
    bool changed = false;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '`') {
            at = past_code(text, at);
        } else if (text[at] == '\\') {
            at += 2;
        } else if (last != std::string::npos && at + 2 <= last && text.compare(at, 2, "[[") == 0) {
            std::size_t end = text.find("]]", at + 2);
            Line inside = part_of(line, line.text.substr(at + 2, end - at - 2));
            gaps.blanks.push_back(read_blank(reader, inside, place_of(reader.file, line, line.text.substr(at, end + 2 - at)), in_table));
            text.replace(at, end + 2 - at, gap_begin + std::string(end + 1 - at, gap_fill));
            at = end + 2;
            changed = true;
        } else {
            ++at;
        }
    }
    if (!changed) {
        return line;
    }
    Line result = line;
    result.text = reader.scratch.made.emplace_back(std::move(text));
    return result;
}

void take_gaps_outside_code(ProseReader& reader, Lines& lines, Gaps& gaps) {
    Fence fence;
    bool in_table = false;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        Line& line = lines[at];
        std::string_view below = at + 1 < lines.size() ? without_containers(lines[at + 1].text) : "";
        in_table = line.text.find('|') != npos && (in_table || is_delimiter_row(below));
        if (fence.length != 0) {
            fence = is_closing_fence(line.text, fence) ? Fence{} : fence;
        } else if (!is_opening_fence(line.text, fence)) {
            line = take_gaps(reader, line, gaps, in_table);
        }
    }
}

std::size_t number_gaps(Question& question) {
    std::size_t next = 0;
    auto number = [&](Inline& node) {
        if (auto* gap = std::get_if<Gap>(&node.kind)) {
            gap->blank = next++;
        }
    };
    walk_inlines(question.text, number);
    walk_inlines(question.body, number);
    return next;
}

}  // namespace hornbook
