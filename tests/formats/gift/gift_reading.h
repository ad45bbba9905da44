// GIFT reading: a text read as the body of a fence, and what is found in its quiz.
#pragma once

#include <string_view>
#include <vector>

#include "catch.h"
#include "formats/gift/gift.h"
#include "model/plain_text.h"
#include "reading/file_reading.h"

namespace hornbook {

struct GiftReading : FileReading {
    using FileReading::FileReading;

    Quiz gift() {
        return read_gift(reader, lines(), {file, 1, 1, 0});
    }
};

inline const Select& select_of(const Quiz& quiz, std::size_t question = 0) {
    return std::get<Select>(quiz.questions.at(question).answer);
}

inline const std::vector<Accepted>& accepted_of(const Quiz& quiz) {
    return std::get<Fill>(quiz.questions.at(0).answer).blanks.at(0).accepted;
}

inline const Choice& choice_named(const Select& select, std::string_view text) {
    for (const Choice& choice : select.choices) {
        if (plain_text(choice.text) == text) {
            return choice;
        }
    }
    FAIL("no choice " << text);
    return select.choices.front();
}

}  // namespace hornbook
