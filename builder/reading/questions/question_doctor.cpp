#include "reading/questions/question_doctor.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/ascii.h"
#include "base/text.h"
#include "model/mistakes.h"
#include "reading/forms/attributes.h"
#include "reading/forms/containers.h"
#include "reading/questions/keys_of_others.h"
#include "reading/questions/marks_in_words.h"
#include "reading/questions/near_keys.h"
#include "reading/questions/near_misses.h"
#include "reading/questions/signs_of_right.h"
#include "reading/questions/worths.h"

namespace hornbook {
namespace {

struct MeantLines {
    const Line* first = nullptr;
    const Line* last = nullptr;
    std::size_t times = 0;
};

MeantLines lines_meant(std::span<const Habit> habits, const Lines& lines) {
    MeantLines found;
    for (const Line& line : lines) {
        if (indent_of(line.text) < 4 && near_miss(habits, line.text)) {
            found.first = found.first == nullptr ? &line : found.first;
            found.last = &line;
            ++found.times;
        }
    }
    return found;
}

// Reports lines as they were meant; other messages about the same lines are not shown, since they rest on another reading.
void report_meant(ProseReader& reader, std::span<const Habit> habits, const MeantLines& lines) {
    std::optional<NearMiss> miss = near_miss(habits, lines.first->text);
    bool choices = habits.data() == bullet_habits().data();
    reader.diagnostics.add_misread(
        Mistake::nearly_an_answer, place_of(reader.file, *lines.first, trim(lines.first->text)),
        (lines.times == 1 ? "this is nearly an answer: " : "these " + std::to_string(lines.times) + " lines are nearly answers: ") +
            miss->fault,
        choices ? "write `" + miss->corrected + "`, and `- [x]` before what is right" : "write `" + miss->corrected + "`",
        {reader.file, lines.first->number, lines.last->number});
}

// The lines to write for `{#id marks=10}`: `id: …` and `marks: …`; none: the block says nothing about a question.
std::vector<std::string> lines_meant_by(const Attributes& attributes) {
    std::vector<std::string> lines;
    if (is_id(attributes.id)) {
        lines.push_back("`id: " + attributes.id + "`");
    }
    for (const auto& [name, value] : attributes.values) {
        std::string_view key = key_meant_by(fold_case(name));
        if (!key.empty() && !value.empty()) {
            lines.push_back("`" + std::string(key) + ": " + value + "`");
        }
    }
    return lines;
}

// Takes the block off the end of the line, and reports it.
void tell_block_at_end(ProseReader& reader, Line& line) {
    std::string_view text = line.text;
    std::size_t begin = text.rfind('{');
    if (begin != std::string_view::npos && begin > 0 && text[begin - 1] == '\\') {
        return;
    }
    std::string_view block = trim(text.substr(std::min(begin, text.size())));
    if (begin != std::string_view::npos && begin > 0 && block.ends_with("%}") && block.find(' ') == std::string_view::npos &&
        !percent_written(block.substr(1, block.size() - 2)).empty()) {
        reader.diagnostics.add(Mistake::nearly_a_weight, place_of(reader.file, line, block),
                               "a question has no weight, so `" + std::string(block) + "` is read as its words",
                               "take it out; a weight stands behind an answer, and `marks: …` below the question says what that is worth");
        return;
    }
    std::optional<Attributes> found = attributes_from(block);
    std::vector<std::string> meant = found ? lines_meant_by(*found) : std::vector<std::string>();
    if (meant.empty()) {
        return;
    }
    bool id_alone = is_id(found->id) && meant.size() == 1;
    reader.diagnostics.add(Mistake::nearly_a_key, place_of(reader.file, line, block),
                           "`" + std::string(block) + "` gives this question no " + (id_alone ? "id" : "keys"),
                           "write " + join({meant.begin(), meant.end()}, " and ") +
                               (meant.size() > 1 ? ", each on a line of its own below it" : " on a line of its own below it"));
    line = part_of(line, trim(text.substr(0, begin)));
}

// Whether a line without a bullet is a pair, `dog -> animal`, and no sentence about one.
bool nearly_shows_pair(std::string_view line) {
    std::string_view text = trim(line);
    std::size_t at = text.find(" -> ");
    bool sentence = text.ends_with(':') || text.ends_with('.') || text.ends_with('?') || text.ends_with('!');
    return at != std::string_view::npos && at > 0 && !sentence && text[0] != '>' && text[0] != '|';
}

// The words of `**2. Rome**`; empty: it is no such text.
std::string bold_step(std::string_view text) {
    std::string_view inside = bold_words(text);
    return std::string(trim(inside.substr(order_mark(inside) != 0 ? order_mark(inside) : inside.size())));
}

}  // namespace

void report_no_answer(ProseReader& reader, const QuestionDraft& draft) {
    if (std::optional<KeyOfOthers> key = key_of_others(draft)) {
        Place place = place_of(reader.file, *key->first, trim(key->first->text));
        return reader.diagnostics.add_misread(Mistake::nearly_an_answer, place, std::move(key->fault), std::move(key->hint),
                                              {reader.file, key->first->number, key->last->number});
    }
    struct MeantForm {
        std::span<const Habit> habits;
        std::size_t least;  // lines of that kind that there must be, so that prose is not taken for it
    };
    const std::array<MeantForm, 4> all = {{{accepted_habits(), 1}, {pair_habits(), 2}, {order_habits(), 2}, {bullet_habits(), 2}}};
    for (const MeantForm& meant : all) {
        MeantLines found = lines_meant(meant.habits, draft.stimulus);
        if (found.times >= meant.least) {
            return report_meant(reader, meant.habits, found);
        }
    }
    if (std::optional<NearMiss> gap = near_miss(gap_habits(), draft.heading.text)) {
        return reader.diagnostics.add(Mistake::nearly_an_answer, draft.place, "this is nearly a gap: " + gap->fault,
                                      "write `" + gap->corrected + "`");
    }
    reader.diagnostics.add(
        Mistake::no_answer, draft.place, "this question has no answer",
        "give choices `- [x] …` and `- [ ] …`, an answer `= …`, a gap `[[…]]`, pairs `- … -> …`, an order `1. …`, or room to write "
        "`____`");
}

bool goes_on_in_bold(std::string_view text, std::string_view last) {
    std::string_view inside = trim(bold_words(text));
    return order_mark(inside) != 0 && order_number(inside) == order_number(last) + 1;
}

std::optional<MeantAbove> meant_above(const Line& line, std::span<const Habit> habits, bool apart) {
    bool pairs = habits.data() == pair_habits().data();
    bool choices = habits.data() == bullet_habits().data();
    bool bullet = near_miss(bullet_habits().last(1), line.text).has_value();
    constexpr std::string_view if_of_question = "; if it belongs to the question, leave a line empty behind it";
    bool lacks_bullet = pairs && !bullet && !apart && nearly_shows_pair(line.text);
    if (indent_of(line.text) > 3 || ((pairs || choices) && !bullet && !lacks_bullet)) {
        return std::nullopt;
    }
    std::optional<NearMiss> found = pairs ? near_miss(pair_habits().first(3), line.text) : std::nullopt;
    if (found) {
        return MeantAbove{std::move(*found), lacks_bullet ? if_of_question : ""};
    }
    if (apart) {  // a list before an empty line may be part of the question; an arrow shows that it is pairs
        return std::nullopt;
    }
    std::optional<NearMiss> miss = near_miss(choices ? habits.last(1) : habits, line.text);
    if (!miss && pairs) {
        miss = {"the two sides of a pair are divided by ` -> `", std::string(trim(line.text)) + " -> …"};
    }
    return miss ? std::optional(MeantAbove{std::move(*miss), bullet ? if_of_question : ""}) : std::nullopt;
}

bool goes_on_in_words(char c) {
    return is_ascii_letter(c) || c == '"' || static_cast<unsigned char>(c) >= 0xC0;
}

bool begins_as_heading(std::string_view text) {
    std::size_t marks = std::min(text.find_first_not_of('#'), text.size());
    return marks > 0 && marks <= 6 && text.substr(marks).starts_with(' ');
}

std::string hint_on_stray(std::string_view line, const AnswerForm& form, std::string_view language) {
    std::string_view text = trim(line);
    bool is_indented = indent_of(line) >= 2;
    Fence fence;
    if (is_opening_fence(text, fence)) {
        return "end the quiz above it with a line " + std::string(fence.length, fence.mark) +
               "; code of a question comes before its answers, in a quiz that begins with `~~~quiz`";
    }
    if (text.starts_with("[^")) {
        return "write notes outside the quiz, anywhere in the chapter";
    }
    if (text.find_first_not_of("-*_ ") == std::string_view::npos) {
        return "take it out: each `## ` begins a question";
    }
    if (MarksInWords marks = marks_in_words(text, language); marks.stands_there() && without_marks_in_words(text, marks).empty()) {
        return "write `marks: " + (marks.is_each || marks.number.empty() ? "…" : marks.number) + "`";
    }
    if (std::string choice = form.read == read_order ? bold_step(text) : ""; !choice.empty()) {
        return "write `- [x] " + choice + "`, and `- [ ]` before what is not right";
    }
    if (form.read == read_accepted && is_indented) {
        return "write the whole answer on one line behind its `= `; what pupils read then is feedback, `> …`";
    }
    if (form.read == read_choices && near_miss(accepted_habits(), text)) {
        return "take it out: `- [x]` marks the right choice";
    }
    if (std::string hint = hint_on_key_in_words(text); !hint.empty()) {
        return hint;
    }
    return "put it before the answers, or write `feedback:` or `key:` before it";
}

void tell_keys_in_braces(ProseReader& reader, QuestionDraft& draft) {
    tell_block_at_end(reader, draft.title);
    if (!draft.stimulus.empty() && trim(draft.stimulus.front().text).starts_with('{')) {
        tell_block_at_end(reader, draft.stimulus.front());
    }
}

}  // namespace hornbook
