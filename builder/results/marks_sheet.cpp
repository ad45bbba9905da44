#include <algorithm>

#include "base/number.h"
#include "base/text.h"
#include "model/marks.h"
#include "model/plain_text.h"
#include "results/class_table.h"
#include "results/csv.h"
#include "results/side_files.h"

namespace hornbook {
namespace {

const std::vector<std::string> sheet_columns = {"pupil",    "name",  "edition", "quiz",        "title", "attempt", "device",
                                                "question", "asked", "answer",  "mark scheme", "of",    "marks"};
constexpr std::ptrdiff_t column_of_device = 6;  // sheets that were made before devices had names are without it

std::string shown_answer(const Outcome& outcome) {
    return outcome.is_on_paper ? "(on paper)" : outcome.written;
}

std::vector<std::string> sheet_row(const ClassResults& results, const ClassQuiz& in, const ClassRow& row, const ClassAttempt& of_attempt,
                                   std::size_t index) {
    const Question& q = in.quiz->questions[index];
    const Outcome& outcome = of_attempt.outcomes[index];
    return {shown_pupil(row.pupil),
            roster_name(results, row.pupil),
            std::string(word_for(in.edition)),
            in.quiz->id,
            in.title,
            std::to_string(of_attempt.attempt.number),
            of_attempt.device,
            q.id,
            plain_text(q.text),
            shown_answer(outcome),
            plain_text(q.key),
            shown_marks(q.marks),
            outcome.by_hand ? shown_marks(*outcome.by_hand) : ""};
}

// The marks of a text as people write them, 1.5 or 1,5; none: it is not a number.
std::optional<double> marks_in(std::string_view text) {
    std::string digits(trim(text));
    std::replace(digits.begin(), digits.end(), ',', '.');
    std::optional<double> value = digits.find_first_of("eE") == std::string::npos ? parse_number(digits) : std::nullopt;
    return value && *value >= 0 && has_two_decimals(*value) ? value : std::nullopt;
}

void add_column_of_device(std::vector<CsvRow>& rows) {
    if (rows.empty() || rows[0].cells.size() + 1 != sheet_columns.size()) {
        return;
    }
    for (CsvRow& row : rows) {
        row.cells.resize(sheet_columns.size() - 1);
        row.cells.insert(row.cells.begin() + column_of_device, &row == &rows.front() ? sheet_columns[column_of_device] : "");
    }
}

class MarksReader {
    enum Column : std::size_t { pupil, name, edition, quiz, title, attempt, device, question, asked, answer, mark_scheme, of, marks };

public:
    MarksReader(const std::string& file, ClassResults& results) : file_(file), results_(results) {}

    void read(std::string_view bytes) {
        CsvReading table = read_csv(bytes);
        if (!table.refusal.empty()) {
            return remark(Weight::refusal, 0, table.refusal);
        }
        add_column_of_device(table.rows);
        if (table.rows.empty() || table.rows[0].cells != sheet_columns) {
            return remark(Weight::refusal, 0, "it is not a sheet of written answers; `--sheet FILE` writes one");
        }
        for (std::size_t i = 1; i < table.rows.size(); ++i) {
            read_row(table.rows[i]);
        }
        if (unmarked_ > 0) {
            remark(Weight::note, 0, std::to_string(unmarked_) + (unmarked_ == 1 ? " answer has" : " answers have") + " no marks yet");
        }
    }

private:
    void remark(Weight weight, std::size_t line, const std::string& text) {
        results_.remarks.push_back({weight, file_, line, text});
    }

    void read_row(const CsvRow& row) {
        auto [outcome, most] = find(row);
        std::optional<double> given = marks_in(row.cell(marks));
        if (trim(row.cell(marks)).empty()) {
            ++unmarked_;
        } else if (outcome == nullptr) {
            remark(Weight::refusal, row.line,
                   "no file has this answer of pupil " + std::string(row.cell(pupil)) + " to `" + std::string(row.cell(question)) + "`" +
                       ", or its marks are further up already");
        } else if (collapse_spaces(shown_answer(*outcome)) != collapse_spaces(row.cell(answer))) {
            remark(Weight::refusal, row.line,
                   "pupil " + std::string(row.cell(pupil)) + " has another answer in the files than in this sheet");
        } else if (!given || *given > most) {
            remark(Weight::refusal, row.line,
                   "`" + std::string(row.cell(marks)) + "` is not a number of marks from 0 to " + shown_marks(most) +
                       ", with two decimals at most; it is for pupil " + std::string(row.cell(pupil)) + " at `" +
                       std::string(row.cell(question)) + "`");
        } else {
            outcome->by_hand = *given;
        }
    }

    // The outcome that a row of the sheet is about, if it is not marked yet, else null, and the most that it can earn.
    std::pair<Outcome*, double> find(const CsvRow& row) {
        for (ClassQuiz& in : results_.quizzes) {
            if (in.quiz->id != row.cell(quiz) || word_for(in.edition) != row.cell(edition)) {
                continue;
            }
            for (ClassRow& of_pupil : in.rows) {
                if (shown_pupil(of_pupil.pupil) != trim(row.cell(pupil))) {
                    continue;
                }
                for (ClassAttempt& made : of_pupil.attempts) {
                    bool is_it = std::to_string(made.attempt.number) == row.cell(attempt) &&
                                 (row.cell(device).empty() || made.device == row.cell(device));
                    Outcome* outcome = is_it ? find(in, made, row.cell(question)) : nullptr;
                    if (outcome != nullptr) {
                        return {outcome, in.quiz->questions[static_cast<std::size_t>(outcome - made.outcomes.data())].marks};
                    }
                }
            }
        }
        return {nullptr, 0};
    }

    static Outcome* find(const ClassQuiz& in, ClassAttempt& made, std::string_view id) {
        for (std::size_t i = 0; i < made.outcomes.size(); ++i) {
            const Question& q = in.quiz->questions[i];
            if (q.id == id && is_written(q) && made.outcomes[i].is_answered && !made.outcomes[i].by_hand) {
                return &made.outcomes[i];
            }
        }
        return nullptr;
    }

    const std::string& file_;
    ClassResults& results_;
    std::size_t unmarked_ = 0;
};

}  // namespace

void read_marks(const std::string& file, std::string_view bytes, ClassResults& results) {
    MarksReader(file, results).read(bytes);
}

std::string make_sheet(const ClassResults& results) {
    std::string sheet = std::string(byte_order_mark) + csv_row(sheet_columns);
    for (const ClassQuiz& in : results.quizzes) {
        for (std::size_t i = 0; i < in.quiz->questions.size(); ++i) {
            for (const ClassRow& row : in.rows) {
                for (std::size_t shown : shown_attempts(row)) {
                    const ClassAttempt& made = row.attempts[shown];
                    if (is_written(in.quiz->questions[i]) && made.outcomes[i].is_answered) {
                        sheet += csv_row(sheet_row(results, in, row, made, i));
                    }
                }
            }
        }
    }
    return sheet;
}

}  // namespace hornbook
