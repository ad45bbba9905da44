// Fenced forms: ```quiz, ```gift, ```aiken and ```timeline.
#include <array>

#include "base/mistakes.h"
#include "base/text.h"
#include "reading/forms/lift.h"
#include "reading/questions/quiz.h"

namespace hornbook {
namespace {

Block read_timeline(ProseReader& reader, const Lines& body, Place place) {
    Timeline timeline;
    for (const Line& line : body) {
        std::string_view text = trim(line.text);
        std::size_t colon = text.find(": ");
        if (text.empty()) {
            continue;
        }
        if (colon == std::string_view::npos) {
            reader.diagnostics.add(Mistake::no_timeline_date, place_of(reader.file, line, text), "this line of a timeline has no date",
                                   "write the date, a colon and a space first: `1934: Kirov is murdered`");
            continue;
        }
        std::string_view words = trim(text.substr(colon + 2));
        timeline.events.push_back(
            {std::string(trim(text.substr(0, colon))), read_inlines(reader, part_of(line, words)), place_of(reader.file, line, text)});
    }
    if (timeline.events.empty()) {
        reader.diagnostics.add(Mistake::empty_timeline, place, "this timeline is empty",
                               "write one event on each line: `1934: Kirov is murdered`");
    }
    return {std::move(timeline), place};
}

template <Quiz (*read)(ProseReader&, const Lines& body, Place fence)>
Block read_quiz_block(ProseReader& reader, const Lines& body, Place place) {
    std::size_t before = reader.quizzes.size();
    Quiz quiz = read(reader, body, place);
    for (std::size_t inner = before; inner < reader.quizzes.size(); ++inner) {
        reader.diagnostics.add(Mistake::misplaced_form, reader.quizzes[inner].place, "a quiz cannot stand inside another",
                               "close the first one before it");
    }
    reader.quizzes.push_back(std::move(quiz));
    return {QuizHere{reader.quizzes.size() - 1}, place};
}

struct FencedForm {
    std::string_view name;
    Block (*read)(ProseReader&, const Lines& body, Place place);
};
constexpr std::array<FencedForm, 4> fenced_forms = {{{"quiz", read_quiz_block<read_quiz>},
                                                     {"gift", read_quiz_block<read_gift>},
                                                     {"aiken", read_quiz_block<read_aiken>},
                                                     {"timeline", read_timeline}}};

// `quizz`, `Quiz` or `{quiz}` would be shown as code, answers and all.
void report_near_form(ProseReader& reader, const Row& row, const Fence& fence) {
    std::string name = fold_case(fence.info);
    std::erase_if(name, [](char c) { return c == '{' || c == '}' || c == '.' || c == ':'; });
    std::vector<std::string_view> names;
    for (const FencedForm& form : fenced_forms) {
        names.push_back(form.name);
    }
    std::string_view near = nearest(trim(name), names);
    if (!near.empty()) {
        reader.diagnostics.add(Mistake::nearly_a_form, place_of(reader.file, row.line, trim(row.content)),
                               "`" + std::string(fence.info) + "` is no form, so this would be shown as code",
                               "did you mean `" + std::string(near) + "`?");
    }
}

}  // namespace

Found find_fenced_form(ProseReader& reader, std::span<const Row> rows) {
    Fence fence;
    if (!rows[0].opens_fence || !is_opening_fence(rows[0].content, fence)) {
        return {};
    }
    for (const FencedForm& form : fenced_forms) {
        if (fence.info != form.name) {
            continue;
        }
        Lines body;
        std::size_t at = 1;
        while (goes_on(rows, at) && rows[at].kind == RowKind::fence && !rows[at].opens_fence &&
               !is_closing_fence(rows[at].content, fence)) {
            body.push_back(part_of(rows[at].line, without_indent(rows[at].content, fence.indent)));
            ++at;
        }
        bool closed = goes_on(rows, at) && rows[at].kind == RowKind::fence && !rows[at].opens_fence;
        return {at + (closed ? 1 : 0), form.read(reader, body, place_of(reader.file, rows[0].line, trim(rows[0].content)))};
    }
    report_near_form(reader, rows[0], fence);
    return {};
}

}  // namespace hornbook
