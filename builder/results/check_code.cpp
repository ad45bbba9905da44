#include "results/check_code.h"

#include <algorithm>
#include <cmath>

namespace hornbook {
namespace {

std::string padded(unsigned number, std::size_t width) {
    std::string digits = std::to_string(number);
    return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

unsigned remainder_of(std::string_view digits) {
    unsigned rest = 0;
    for (char digit : digits) {
        rest = (10 * rest + static_cast<unsigned>(digit - '0')) % 97;
    }
    return rest;
}

}  // namespace

unsigned quiz_number(std::string_view book, std::string_view quiz) {
    unsigned number = 0;
    for (char byte : std::string(book) + "\n" + std::string(quiz)) {
        number = (31 * number + static_cast<unsigned char>(byte)) % 9973;
    }
    return number;
}

std::string check_code(std::string_view book, std::string_view quiz, int pupil, unsigned last) {
    std::string digits = padded(quiz_number(book, quiz), 4) + padded(static_cast<unsigned>(pupil), 2) + padded(last, 3);
    return digits + padded(98 - remainder_of(digits + "00"), 2);
}

unsigned percent_of(double score, double of) {
    return std::min(100U, uncapped_percent_of(score, of));
}

unsigned uncapped_percent_of(double score, double of) {
    return of > 0 ? static_cast<unsigned>(std::min(999.0, std::floor(100 * score / of + 0.5))) : 0;
}

bool has_right_check_digits(std::string_view digits) {
    return digits.size() == 11 && std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }) &&
           remainder_of(digits) == 1;
}

std::string shown_code(std::string_view digits) {
    std::string text(digits);
    return text.substr(0, 4) + " " + text.substr(4, 2) + " " + text.substr(6, 3) + " " + text.substr(9);
}

}  // namespace hornbook
