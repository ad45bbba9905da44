#include "model/question_slug.h"

#include "base/hash.h"
#include "base/text.h"
#include "model/plain_text.h"

namespace hornbook {
namespace {

constexpr std::size_t longest_slug_of_question = 60;

std::string words_outside_gaps(const Inlines& text) {
    std::string words = plain_text(text);
    std::string result;
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (words.compare(at, 4, "____") == 0) {
            at += 3;
            result += ' ';
        } else {
            result += words[at];
        }
    }
    return result;
}

}  // namespace

std::string slug_of(const Question& question) {
    bool named = question.name && !question.name->empty();
    std::string words = named ? *question.name : words_outside_gaps(question.text);
    std::string slug = ascii_slug(words, "q");
    if (slug.size() <= longest_slug_of_question) {
        return slug;
    }
    std::size_t end = slug.rfind('-', longest_slug_of_question);
    return slug.substr(0, end == std::string::npos ? longest_slug_of_question : end) + "-" + sha256_hex(words).substr(0, 6);
}

}  // namespace hornbook
