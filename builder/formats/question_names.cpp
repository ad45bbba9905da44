#include "formats/question_names.h"

#include "base/hash.h"
#include "base/text.h"
#include "model/plain_text.h"

namespace hornbook {
namespace {

constexpr std::size_t longest_name = 80;
constexpr std::size_t longest_id = 100;  // mdl_question_bank_entries.idnumber

}  // namespace

std::string without_tags(std::string_view text) {
    std::string result;
    for (char c : text) {
        result += c == '<' ? "‹" : c == '>' ? "›" : std::string(1, c);
    }
    return result;
}

std::string shortened_to(const std::string& text, std::size_t most) {
    if (count_code_points(text) <= most) {
        return text;
    }
    std::size_t end = 0;
    for (std::size_t i = 0; i < most; ++i) {
        next_code_point(text, end);
    }
    std::size_t space = text.rfind(' ', end);
    return text.substr(0, space != std::string::npos && space > end / 2 ? space : end) + "…";
}

std::string short_title(std::string_view words) {
    constexpr std::size_t longest_moodle_title = 200;
    return shortened_to(without_tags(words), longest_moodle_title);
}

std::string QuestionNames::name_of(const Question& question) {
    ++count_;
    std::string words = shortened_to(collapse_spaces(without_tags(plain_text(question.text))), longest_name);
    std::string name = words.empty() ? fill_in(words_.question_number, std::to_string(count_)) : words;
    return numbering_.next(
        name, [&](std::size_t number) { return name + " (" + std::to_string(number) + ")"; },
        [&](const std::string& unique) { return taken_.insert(unique).second; });
}

std::string id_number(const std::string& id) {
    constexpr std::size_t hash = 8;
    return id.size() <= longest_id ? id : id.substr(0, longest_id - hash - 1) + "-" + sha256_hex(id).substr(0, hash);
}

}  // namespace hornbook
