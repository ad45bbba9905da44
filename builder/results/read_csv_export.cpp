// Reader of the plugin's CSV exports, for a teacher who brought home only these. They lack the book's identifier, for which ids of quizzes
// and check codes serve; the device is only in the file's name. A row is an answer, after the cells of its attempt.
#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/iso_time.h"
#include "base/number.h"
#include "base/text.h"
#include "results/csv.h"
#include "results/read_results.h"

namespace hornbook {
namespace {

const std::vector<std::string> export_columns = {"title",   "edition",  "pupil", "quiz",     "attempt", "retry",    "day",
                                                 "minutes", "finished", "score", "of",       "code",    "question", "kind",
                                                 "answer",  "verdict",  "marks", "marks_of", "hint",    "paper"};

// The parts of a text with " | " between them; a stroke within a part is doubled.
std::vector<std::string> parts_of(std::string_view text) {
    std::vector<std::string> parts(1);
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] != '|') {
            parts.back() += text[at++];
            continue;
        }
        std::size_t end = std::min(text.find_first_not_of('|', at), text.size());
        bool divides = end - at == 1 && parts.back().ends_with(' ') && end < text.size() && text[end] == ' ';
        if (divides) {
            parts.back().pop_back();
            parts.emplace_back();
            at = end + 1;
        } else {
            parts.back().append((end - at + 1) / 2, '|');
            at = end;
        }
    }
    return parts;
}

// Whether the cells begin with these columns; later plugins may add columns behind them.
bool begins_with(const std::vector<std::string>& cells, const std::vector<std::string>& columns) {
    return cells.size() >= columns.size() && std::equal(columns.begin(), columns.end(), cells.begin());
}

constexpr std::size_t digits_of_code = 11;

// Whether it may be a number or a day as some spreadsheets rewrite it: 8.5E+10, 1,5, 21/11/2026, 46347.
bool is_written_otherwise(std::string_view text) {
    return text.find_first_of("0123456789") != std::string_view::npos &&
           text.find_first_not_of("0123456789.,/-+eE ") == std::string_view::npos;
}

class ExportReader {
    enum Column : std::size_t {
        title,
        edition,
        pupil,
        quiz,
        attempt,
        retry,
        day,
        minutes,
        finished,
        score,
        of,
        code,
        question,
        kind,
        answer,
        verdict,
        marks,
        marks_of,
        hint,
        paper
    };

public:
    explicit ExportReader(std::string file) {
        reading_.results.device = device_in_name(file);
        reading_.results.file = std::move(file);
    }

    ResultsReading read(const std::vector<CsvRow>& rows) {
        for (std::size_t i = 1; i < rows.size() && reading_.refusal.empty(); ++i) {
            row_ = &rows[i];
            if (rows[i].cells.size() < export_columns.size()) {
                reading_.refusal = "line " + std::to_string(rows[i].line) + " has too few cells; it may have been cut short while copying";
                break;
            }
            i == 1 ? read_head() : check_head(rows[1]);
            read_row();
        }
        if (rows.size() < 2) {
            reading_.refusal = "it has a head and no results";
        }
        return std::move(reading_);
    }

private:
    std::string text(Column column) const {
        return std::string(row_->cell(column));
    }

    void refuse(Column column) {
        if (reading_.refusal.empty()) {
            reading_.refusal =
                "line " + std::to_string(row_->line) + " has `" + text(column).substr(0, 40) + "` as its " + export_columns[column];
        }
    }

    // Refuses a cell that a spreadsheet changed when it saved the file again, as it does days, long numbers and halves.
    void refuse_if_changed(Column column, bool is_changed) {
        if (is_changed && reading_.refusal.empty()) {
            reading_.refusal = "a spreadsheet has changed it (`" + text(column).substr(0, 40) + "` is its " + export_columns[column] +
                               " on line " + std::to_string(row_->line) + "); take the .json, or the file as the device wrote it";
        }
    }

    double number(Column column) {
        std::string digits = text(column);
        std::optional<double> value = parse_number(digits);
        if (!digits.empty() && !(value && *value >= 0 && *value <= 1e6)) {
            refuse_if_changed(column, !value && is_written_otherwise(digits));
            refuse(column);
            return 0;
        }
        return value.value_or(0);
    }

    int count(Column column, int least) {
        double value = number(column);
        if (value != std::floor(value) || value < least) {
            refuse(column);
        }
        return static_cast<int>(value);
    }

    void read_head() {
        Results& results = reading_.results;
        results.title = text(title);
        std::string name = text(edition);
        results.edition = name == "teacher" ? Edition::teacher : name == "test" ? Edition::test : Edition::student;
        if (name != "student" && name != "teacher" && name != "test") {
            refuse(edition);
        }
        std::string who = plain_nickname(text(pupil));
        if (who.empty()) {
            results.pupil.from = results.device.empty() ? results.file : results.device;
        } else if (who.find_first_not_of("0123456789") != std::string::npos) {
            results.pupil.nickname = who;
            if (!is_nickname(who)) {
                refuse(pupil);
            }
        } else {
            std::from_chars(who.data(), who.data() + who.size(), results.pupil.number);
            if (results.pupil.number < 1 || results.pupil.number > 40) {
                refuse(pupil);
            }
        }
    }

    void check_head(const CsvRow& first) {
        for (Column column : {title, edition, pupil}) {
            if (row_->cell(column) != first.cell(column)) {
                refuse(column);
            }
        }
    }

    void read_row() {
        std::vector<QuizResults>& quizzes = reading_.results.quizzes;
        if (!text(quiz).starts_with("quiz-")) {
            refuse(quiz);
        }
        if (quizzes.empty() || quizzes.back().id != text(quiz)) {
            quizzes.push_back({text(quiz), text(quiz), {}});
        }
        std::vector<Attempt>& attempts = quizzes.back().attempts;
        int number_of_attempt = count(attempt, 1);
        if (attempts.empty() || attempts.back().number != number_of_attempt) {
            attempts.push_back(read_attempt(number_of_attempt));
        }
        if (!text(question).empty()) {
            attempts.back().answers.push_back(read_answer());
        }
    }

    Attempt read_attempt(int number_of_attempt) {
        Attempt read;
        read.number = number_of_attempt;
        read.is_retry = text(retry) == "yes";
        read.is_finished = text(finished) == "yes";
        read.day = text(day);
        if (!read.day.empty() && !is_day(read.day)) {
            refuse_if_changed(day, is_written_otherwise(read.day) && read.day.find('-') != 4);
            refuse(day);
        }
        read.minutes = count(minutes, 0);
        read.score = number(score);
        read.of = number(of);
        read.code = text(code);
        bool is_whole = read.code.size() == digits_of_code && read.code.find_first_not_of("0123456789") == std::string::npos;
        refuse_if_changed(code, !read.code.empty() && !is_whole && is_written_otherwise(read.code));
        return read;
    }

    AnswerRecord read_answer() {
        AnswerRecord record;
        record.question = text(question);
        record.kind = text(kind);
        record.with_hint = text(hint) == "yes";
        record.on_paper = text(paper) == "yes";
        record.marks = number(marks);
        record.of = number(marks_of);
        for (Verdict known : {Verdict::right, Verdict::partly, Verdict::wrong, Verdict::unmarked}) {
            if (text(verdict) == word_for(known)) {
                record.verdict = known;
            }
        }
        if (record.verdict.has_value() == (reading_.results.edition == Edition::test)) {
            refuse(verdict);
        }
        record.answer = given(record.kind);
        return record;
    }

    GivenAnswer given(const std::string& of_kind) {
        if (of_kind == "choose-one" || of_kind == "true-false" || of_kind == "write") {
            return text(answer);
        }
        if (of_kind != "match") {
            return text(answer).empty() && of_kind != "fill" ? std::vector<std::string>() : parts_of(text(answer));
        }
        MatchedRights rights;
        for (const std::string& part : parts_of(text(answer))) {
            std::size_t index = 0;
            auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), index);
            if (!part.empty() && (error != std::errc() || end != part.data() + part.size())) {
                refuse(answer);
            }
            rights.push_back(part.empty() ? std::nullopt : std::optional(index));
        }
        return rights;
    }

    ResultsReading reading_;
    const CsvRow* row_ = nullptr;
};

}  // namespace

ResultsReading read_results_csv(const std::string& file, std::string_view bytes) {
    CsvReading table = read_csv(bytes);
    if (!table.refusal.empty()) {
        return {{}, table.refusal};
    }
    if (table.rows.empty() || !begins_with(table.rows[0].cells, export_columns)) {
        return {{}, "it is not a file of results"};
    }
    if (!bytes.ends_with('\n') && !is_utf16(bytes)) {  // the plugin and spreadsheets end every line
        return {{}, "its last line has no end; it may have been cut short while copying"};
    }
    return ExportReader(file).read(table.rows);
}

}  // namespace hornbook
