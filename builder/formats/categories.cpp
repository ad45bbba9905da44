#include "formats/categories.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "formats/question_names.h"
#include "model/plain_text.h"

namespace hornbook {
namespace {

constexpr std::size_t longest_category = 200;

// One level of a path; a `/` in it is doubled, since a single one divides levels.
std::string level(const std::string& words) {
    std::string name = shortened_to(collapse_spaces(without_tags(words)), longest_category);
    std::size_t begin = std::min(name.find_first_not_of("/ "), name.size());
    std::size_t end = name.find_last_not_of("/ ") + 1;
    std::string result;
    for (char c : name.substr(begin, std::max(begin, end) - begin)) {
        result += c == '/' ? "//" : std::string(1, c);
    }
    return result.empty() ? "-" : result;
}

}  // namespace

std::string category_of(const Book& book, std::size_t chapter, const Quiz* quiz) {
    std::string number = std::to_string(chapter + 1);
    std::size_t digits = std::max<std::size_t>(2, std::to_string(book.chapters.size()).size());
    number.insert(0, digits - number.size(), '0');
    std::string path = "$course$/top/" + level(book.metadata.title) + "/" + level(number + " " + plain_text(book.chapters[chapter].title));
    return quiz == nullptr ? path : path + "/" + level(plain_text(quiz->title));
}

std::string category_title(std::string_view path) {
    std::vector<std::string> parts(1);
    for (std::size_t at = 0; at < path.size(); ++at) {
        bool doubled = path.substr(at).starts_with("//");
        if (path[at] == '/' && !doubled) {
            parts.emplace_back();
        } else {
            parts.back() += path[at];
            at += doubled ? 1 : 0;
        }
    }
    std::vector<std::string> names;
    for (const std::string& part : parts) {
        std::string_view name = trim(part);
        bool context = name.size() > 2 && name.starts_with('$') && name.ends_with('$');
        if (!name.empty() && !context && !(name == "top" && names.empty())) {
            names.emplace_back(name);
        }
    }
    return join(names, " / ");
}

}  // namespace hornbook
