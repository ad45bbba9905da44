// Losses: what an output says of what it has no place for.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "model/book.h"
#include "model/diagnostics.h"

namespace hornbook {

// What the author wrote and the output has no place for, each at its own line with what was done instead.
class Losses {
public:
    Losses(std::string_view output, Diagnostics& diagnostics) : output_(output), diagnostics_(diagnostics) {}
    // "`gift` has no " + what + ", so " + instead
    void add(Place place, const std::string& what, const std::string& instead, std::string hint = {});
    // "`gift` " + sentence
    void say(Place place, const std::string& sentence, std::string hint = {});
    // What nearly every book has is told at the first place alone.
    void say_once(Place place, const std::string& sentence);

    // A book without questions makes an empty file.
    void tell_empty(const Book& book);

private:
    std::string_view output_;
    Diagnostics& diagnostics_;
    std::set<std::string> told_;
};

}  // namespace hornbook
