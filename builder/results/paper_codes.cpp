#include <algorithm>
#include <charconv>
#include <map>

#include "base/ascii.h"
#include "base/text.h"
#include "model/plain_text.h"
#include "results/check_code.h"
#include "results/csv.h"
#include "results/side_files.h"

namespace hornbook {
namespace {

unsigned number_in(std::string_view digits) {
    unsigned number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

// The titles of the quizzes with a code's number; empty: the book has none.
std::string quizzes_of(const Book& book, unsigned number) {
    std::vector<std::string> titles;
    for (const Chapter& chapter : book.chapters) {
        for (const Quiz& quiz : chapter.quizzes) {
            if (quiz_number(book.metadata.book_identifier, quiz.id) == number) {
                titles.push_back(plain_text(chapter.title) + ": " + plain_text(quiz.title));
            }
        }
    }
    return join(titles, " or ");
}

bool is_in_files(const ClassResults& results, std::string_view digits) {
    for (const ClassQuiz& quiz : results.quizzes) {
        for (const ClassRow& row : quiz.rows) {
            for (const ClassAttempt& attempt : row.attempts) {
                if (attempt.attempt.code == digits) {
                    return true;
                }
            }
        }
    }
    return false;
}

// The line without the signs that people put between digits.
std::string digits_on(std::string_view written) {
    std::string digits(written);
    std::erase_if(digits, [](char c) { return c == ' ' || c == '\t' || c == '-'; });
    return digits;
}

// Whether a line of the text is meant to be a code; in another file every line would be reported.
bool has_a_code(std::string_view text) {
    std::vector<std::string_view> lines = split(text, '\n');
    return std::any_of(lines.begin(), lines.end(), [](std::string_view line) {
        std::string digits = digits_on(trim(line.substr(0, line.find('#'))));
        return digits.size() >= 9 && digits.size() <= 13 && std::count_if(digits.begin(), digits.end(), is_ascii_digit) >= 9;
    });
}

// The reason why digits are not a code; empty: they are one.
std::string fault_in_digits(const std::string& digits) {
    if (digits.find_first_not_of("0123456789") != std::string::npos) {
        return "a check code has digits and spaces alone";
    }
    if (digits.size() != 11) {
        return "it has " + std::to_string(digits.size()) + " digits, and a check code has 11";
    }
    if (!has_right_check_digits(digits)) {
        return "its check digits do not fit, so a digit is wrong or two changed places";
    }
    unsigned last = number_in(digits.substr(6, 3));
    bool is_sound = number_in(digits.substr(4, 2)) <= 40 && (last <= 200 || last >= 900);
    return is_sound ? "" : "its check digits fit, but no pupil and no score has such a code";
}

}  // namespace

void read_codes(const std::string& file, std::string_view bytes, const Book& book, ClassResults& results) {
    auto refuse = [&](std::size_t line, const std::string& text) { results.remarks.push_back({Weight::refusal, file, line, text}); };
    std::string refusal;
    std::string text = utf8_text(bytes, refusal);
    if (!refusal.empty()) {
        return refuse(0, refusal);
    }
    if (!has_a_code(text)) {
        return refuse(0, "there is no check code in it; one has 11 digits, such as `8516 12 071 34`, on a line of its own");
    }
    std::map<std::string, std::size_t> seen;
    std::size_t line = 0;
    for (std::string_view written : split(text, '\n')) {
        ++line;
        written = trim(written.substr(0, written.find('#')));
        std::string digits = digits_on(written);
        if (digits.empty()) {
            continue;
        }
        std::string shown_line = "`" + std::string(written.substr(0, 40)) + "`: ";
        std::string fault = fault_in_digits(digits);
        std::string quiz = fault.empty() ? quizzes_of(book, number_in(digits.substr(0, 4))) : "";
        if (fault.empty() && quiz.empty()) {
            fault = "it does not belong to a quiz of this book";
        }
        auto [first, is_new] = fault.empty() ? seen.emplace(digits, line) : std::pair(seen.end(), true);
        if (!is_new) {
            fault = "it is on line " + std::to_string(first->second) + " already";
        }
        if (fault.empty()) {
            results.codes.push_back({digits, static_cast<int>(number_in(digits.substr(4, 2))), number_in(digits.substr(6, 3)), quiz,
                                     is_in_files(results, digits)});
        } else {
            refuse(line, shown_line + fault);
        }
    }
}

}  // namespace hornbook
