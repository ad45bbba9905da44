// Losses: an output's messages about what it has no place for.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "model/book.h"
#include "model/diagnostics.h"

namespace hornbook {

// Reporter of losses, each at the author's own line with what was done instead.
class Losses {
public:
    Losses(std::string_view output, Diagnostics& diagnostics) : output_(output), diagnostics_(diagnostics) {}
    // Adds "`gift` has no " + what + ", so " + instead.
    void add(Place place, const std::string& what, const std::string& instead, std::string hint = {});
    // Adds "`gift` " + sentence.
    void say(Place place, const std::string& sentence, std::string hint = {});
    // Adds a sentence at its first place only, for losses that nearly every book has.
    void say_once(Place place, const std::string& sentence);

    // Reports a book without questions, which makes an empty file.
    void tell_empty(const Book& book);

private:
    std::string_view output_;
    Diagnostics& diagnostics_;
    std::set<std::string> told_;
};

}  // namespace hornbook
