// Names and ids by which teachers find questions in banks of other programs.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "base/numbering.h"
#include "model/book.h"

namespace hornbook {

// Teachers find a question by its name: short, without markup, each once in the bank.
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

// `‹b›` for `<b>`: Moodle takes tags out of names, and a course whose title has one is not restored at all.
std::string without_tags(std::string_view text);

std::string id_number(const std::string& id);  // as long as Moodle keeps them

// A title that fits: from one of more than 255 signs Moodle restores nothing at all. Without tags.
std::string short_title(std::string_view words);
std::string shortened_to(const std::string& text, std::size_t most);  // characters, at a space where one is near, and `…`

}  // namespace hornbook
