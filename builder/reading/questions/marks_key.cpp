#include "reading/questions/marks_key.h"

#include <algorithm>

#include "base/number.h"
#include "base/text.h"
#include "model/marks.h"
#include "model/mistakes.h"
#include "reading/questions/mark_phrases.h"
#include "reading/questions/numbers.h"

namespace hornbook {
namespace {

std::optional<double> value_of(std::string_view text, std::string_view language) {
    std::string plain = plain_number_of_marks(text);
    if (std::optional<double> value = parse_number(plain)) {
        return value;
    }
    std::optional<NumberRange> number = read_number(text, language);
    return number && number->low == number->high ? std::optional(number->low) : std::nullopt;
}

bool is_in_bounds(double value) {
    return value >= 0 && value <= most_marks;
}

// The marks meant by `1,5` where the language writes a point, or by `3 marks`; empty: nobody knows.
std::string marks_meant(std::string_view text, std::string_view language) {
    std::string with_point(text);
    std::replace(with_point.begin(), with_point.end(), ',', '.');
    std::optional<double> value = parse_number(with_point);
    MarkPhrase phrase = value ? MarkPhrase{} : mark_phrase(text, language);
    value = phrase.is_phrase && !phrase.is_each ? value_of(phrase.number, language) : value;
    return value && is_in_bounds(*value) ? shown_marks(rounded_marks(*value)) : "";
}

}  // namespace

std::optional<double> read_marks(ProseReader& reader, const Line& line) {
    std::string_view text = trim(line.text);
    Place place = place_of(reader.file, line, line.text);
    std::optional<double> value = value_of(text, reader.language);
    if (!value || !is_in_bounds(*value)) {
        std::string meant = value ? "" : marks_meant(text, reader.language);
        reader.diagnostics.add(Mistake::bad_marks, place, "`" + std::string(text) + "` is not a number of marks",
                               meant.empty() ? "write a number from 0 to 1000" : "write `marks: " + meant + "`");
        return std::nullopt;
    }
    if (!has_two_decimals(*value)) {
        std::string rounded = shown_marks(rounded_marks(*value));
        reader.diagnostics.add(Mistake::rounded_marks, place,
                               "marks have two decimals at most, so `" + std::string(text) + "` counts as " + rounded,
                               "write `marks: " + rounded + "`");
    }
    return rounded_marks(*value);
}

}  // namespace hornbook
