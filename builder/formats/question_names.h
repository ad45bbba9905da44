// Question names: names and ids by which teachers find questions in banks of other programs.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "base/numbering.h"
#include "model/book.h"

namespace hornbook {

// Maker of names: short, without markup, each unique in the bank; call it once for each question, in order.
class QuestionNames {
public:
    explicit QuestionNames(const Words& words) : words_(words) {}
    std::string name_of(const Question& question);

private:
    const Words& words_;
    std::set<std::string> taken_;
    Numbering numbering_;
    std::size_t count_ = 0;
};

// The text with `‹b›` for `<b>`: Moodle takes tags out of names, and a course whose title has one is not restored at all.
std::string without_tags(std::string_view text);

std::string id_number(const std::string& id);  // as long as Moodle keeps them

// A title of at most 255 characters, without tags: a course with a longer one is not restored in Moodle at all.
std::string short_title(std::string_view words);
std::string shortened_to(const std::string& text, std::size_t most);  // to so many characters, `…` included, at a space where one is near

}  // namespace hornbook
