// Marks in words, taken off a question or reported.
#include <algorithm>
#include <optional>
#include <vector>

#include "base/number.h"
#include "base/text.h"
#include "model/marks.h"
#include "model/mistakes.h"
#include "reading/forms/containers.h"
#include "reading/questions/bare_marks.h"
#include "reading/questions/marks_in_words.h"
#include "reading/questions/near_keys.h"

namespace hornbook {
namespace {

bool is_of_prose(std::string_view text) {
    Fence fence;
    return indent_of(text) < 4 && !text.starts_with('|') && !text.starts_with('>') && !is_opening_fence(text, fence);
}

bool has_code_fence(const Lines& lines) {
    Fence fence;
    return std::any_of(lines.begin(), lines.end(), [&](const Line& line) { return is_opening_fence(line.text, fence); });
}

class MarksTaker {
public:
    using Values = std::map<std::string, Lines, std::less<>>;

    MarksTaker(ProseReader& reader, QuestionDraft& draft, Values& values) : reader_(reader), draft_(draft), values_(values) {}

    void take() {
        MarksInWords in_title = marks_in_words(draft_.title.text, reader_.language);
        if (in_title.stands_there() && !without_marks_in_words(draft_.title.text, in_title).empty()) {
            take_from(draft_.title, in_title);
            return tell_more_marks(draft_.title);
        }
        std::vector<Line*> lines = lines_with_marks();
        if (lines.size() > 1 && !marks_in_words(lines.back()->text, reader_.language, false).is_total) {
            return tell_parts(lines);
        }
        if (!lines.empty()) {
            take_from(*lines.back(), marks_in_words(lines.back()->text, reader_.language, false));
            return tell_more_marks(*lines.back());
        }
        if (Line* room = room_to_write(); room != nullptr) {
            if (MarksInWords behind = marks_in_words(room->text, reader_.language); behind.stands_there() && behind.begin == 0) {
                return take_from(*room, behind);
            }
        }
        tell_bare_marks();
    }

private:
    // The line with `____` and the text behind it; null: there is none.
    Line* room_to_write() {
        bool room = draft_.answers.size() == 1 && written_mark(trim(draft_.answers.front().line.text)) != 0;
        return room ? &draft_.answers.front().text.front() : nullptr;
    }

    // The lines of the text with marks at their ends, or the first line with marks at its beginning.
    std::vector<Line*> lines_with_marks() {
        std::vector<Line*> found;
        if (has_code_fence(draft_.stimulus)) {
            return found;
        }
        for (Line& line : draft_.stimulus) {
            MarksInWords marks =
                is_of_prose(line.text) && !near_key(line.text) ? marks_in_words(line.text, reader_.language, false) : MarksInWords{};
            if (marks.stands_there()) {
                found.push_back(&line);
            }
        }
        auto last = std::find_if_not(draft_.stimulus.rbegin(), draft_.stimulus.rend(), is_blank);
        auto first = std::find_if_not(draft_.stimulus.begin(), draft_.stimulus.end(), is_blank);
        bool inside = found.size() == 1 && found[0] != &*last && found[0] != &*first;
        if (inside && !marks_in_words(found[0]->text, reader_.language, false).is_sure) {  // of a team
            found.clear();
        }
        return found;
    }

    void take_from(Line& line, const MarksInWords& found) {
        std::string rest = without_marks_in_words(line.text, found);
        std::string_view seen = trim(line.text.substr(found.begin, found.end - found.begin));
        if (found.is_each || found.number.empty()) {
            return tell_each(line, seen, found.number);
        }
        std::size_t digits = seen.find(found.number);
        seen = digits != std::string_view::npos ? seen.substr(digits, found.number.size()) : seen;
        Line number = part_of(line, seen);
        number.text = reader_.scratch.made.emplace_back(found.number);
        auto [known, is_new] = values_.try_emplace("marks", Lines{number});
        if (!is_new && trim(known->second.front().text) != found.number) {
            reader_.diagnostics.add(Mistake::repeated_key, place_of(reader_.file, line, seen),
                                    "this question has `marks: " + std::string(trim(known->second.front().text)) + "`, too",
                                    "keep one of the two");
        }
        if (&line == &draft_.title) {
            draft_.heading.text = reader_.scratch.made.emplace_back("## " + rest);
        }
        line = line.text.starts_with(rest) ? part_of(line, line.text.substr(0, rest.size()))
               : line.text.ends_with(rest) ? part_of(line, line.text.substr(line.text.size() - rest.size()))
                                           : Line{reader_.scratch.made.emplace_back(rest), line.number, line.column};
    }

    // Reports marks that stand in the line still, `Say why. (1 mark)` of `Say why. (1 mark) (2 marks)`.
    void tell_more_marks(const Line& line) {
        MarksInWords more = marks_in_words(line.text, reader_.language, false);
        auto known = values_.find("marks");
        if (!more.stands_there() || more.is_each || known == values_.end() || without_marks_in_words(line.text, more).empty()) {
            return;
        }
        std::string_view seen = trim(line.text.substr(more.begin, more.end - more.begin));
        std::string_view first = trim(known->second.front().text);
        std::optional<double> one = parse_number(first);
        std::optional<double> other = parse_number(more.number);
        report(line, seen, "`" + std::string(seen) + "` is read as text: this question has `marks: " + std::string(first) + "` already",
               one && other ? "keep one of the two; where they add up, it is `(" + shown_marks(*one + *other) + " marks)`"
                            : "keep one of the two");
    }

    // The number of parts of the question that earn marks of their own.
    std::size_t parts() const {
        std::size_t gaps = 0;
        auto count = [&](std::string_view text) {
            for (std::size_t at = text.find("[["); at != std::string_view::npos; at = text.find("[[", at + 2)) {
                ++gaps;
            }
        };
        count(draft_.title.text);
        std::for_each(draft_.stimulus.begin(), draft_.stimulus.end(), [&](const Line& line) { count(line.text); });
        bool pairs = !draft_.answers.empty() && std::all_of(draft_.answers.begin(), draft_.answers.end(), [](const AnswerLine& answer) {
            return pair_mark(trim(answer.line.text)) != 0;
        });
        return pairs ? draft_.answers.size() : gaps;
    }

    void tell_each(const Line& line, std::string_view seen, std::string_view number) {
        if (values_.contains("marks")) {
            return;
        }
        std::optional<double> one = parse_number(number);
        std::string all = one && parts() > 1 ? shown_marks(*one * static_cast<double>(parts())) : "…";
        report(line, seen, "`" + std::string(seen) + "` is read as text: it does not say what the whole question is worth",
               "write `marks: " + all + "` on a line of its own below the question");
    }

    // Reports marks of several parts: `a) Name it. (2 marks)` above `b) Say why. (3 marks)`.
    void tell_parts(const std::vector<Line*>& lines) {
        if (values_.contains("marks")) {
            return;
        }
        double sum = 0;
        for (const Line* line : lines) {
            std::optional<double> value = parse_number(marks_in_words(line->text, reader_.language, false).number);
            sum = value ? sum + *value : sum;
        }
        MarksInWords first = marks_in_words(lines.front()->text, reader_.language, false);
        std::string_view seen = trim(lines.front()->text.substr(first.begin, first.end - first.begin));
        report(*lines.front(), seen, "this question has marks in several lines, and none of them is its own",
               "write `marks: " + shown_marks(sum) + "` on a line of its own, or a question for each part");
    }

    void tell_bare_marks() {
        if (values_.contains("marks")) {
            return;
        }
        auto last = std::find_if_not(draft_.stimulus.rbegin(), draft_.stimulus.rend(), is_blank);
        bool below = last != draft_.stimulus.rend() && is_of_prose(last->text) && !has_code_fence(draft_.stimulus);
        for (const Line* line : {static_cast<const Line*>(&draft_.title), below ? static_cast<const Line*>(&*last) : nullptr}) {
            if (line == nullptr) {
                continue;
            }
            BareMarks bare = bare_marks(line->text);
            bool is_name = reader_.found.definitions.contains(bare.number) || reader_.labels.contains(bare.number);
            if (!bare.seen.empty() && !is_name) {
                return report(*line, bare.seen, "`" + std::string(bare.seen) + "` is read as text",
                              "if these are its marks, write `marks: " + std::string(bare.number) +
                                  "` on a line of its own below the question; if not, put a backslash before them");
            }
        }
    }

    void report(const Line& line, std::string_view part, std::string message, std::string hint) {
        reader_.diagnostics.add(Mistake::nearly_a_key, place_of(reader_.file, line, part), std::move(message), std::move(hint));
    }

    ProseReader& reader_;
    QuestionDraft& draft_;
    Values& values_;
};

}  // namespace

void take_marks_in_words(ProseReader& reader, QuestionDraft& draft, std::map<std::string, Lines, std::less<>>& values) {
    MarksTaker(reader, draft, values).take();
}

}  // namespace hornbook
