// Several answers in one line, `five | 5`, which is one answer.
#include <array>

#include "base/folding.h"
#include "base/mistakes.h"
#include "base/text.h"
#include "base/written_number.h"
#include "reading/questions/doubts.h"

namespace hornbook {
namespace {

constexpr std::size_t longest_answer = 60;  // bytes; what is longer is a sentence

struct OrSign {
    std::string_view sign;
    std::string_view language;  // empty: of all
    bool is_bar = false;        // as gaps have it
};
constexpr auto or_signs = std::to_array<OrSign>({
    {"|", "", true},  {"｜", "", true}, {" / ", ""},    {"; ", ""},     {" or ", "en"},  {" oder ", "de"}, {" ou ", "fr"},
    {" ou ", "pt"},   {" o ", "es"},    {" o ", "it"},  {" of ", "nl"}, {" lub ", "pl"}, {" или ", "ru"},  {" або ", "uk"},
    {" veya ", "tr"}, {" أو ", "ar"},   {" או ", "he"}, {" या ", "hi"}, {"或", "zh"},    {"または", "ja"},
});

bool is_of(std::string_view language, std::string_view prefix) {
    return language.starts_with(prefix) && (language.size() == prefix.size() || language[prefix.size()] == '-');
}

bool is_number_in(std::string_view text, std::string_view language) {
    return number_of(fold_answer(text, language), language).has_value();
}

}  // namespace

std::optional<Doubt> doubt_about_several(std::string_view text, std::string_view language) {
    if (text.size() > longest_answer || doubt_about_words(text, language)) {
        return std::nullopt;
    }
    for (const OrSign& sign : or_signs) {
        std::size_t at = sign.language.empty() || is_of(language, sign.language) ? text.find(sign.sign) : std::string_view::npos;
        std::string one(at == std::string_view::npos ? std::string_view() : trim(text.substr(0, at)));
        std::string other(at == std::string_view::npos ? std::string_view() : trim(text.substr(at + sign.sign.size())));
        if (one.empty() || other.empty()) {
            continue;
        }
        std::string seen = "`" + std::string(text) + "`";
        std::string hint = "write each on a line of its own: `= " + one + "` and `= " + other + "`";
        if (sign.is_bar || (is_number_in(one, language) && is_number_in(other, language))) {
            return Doubt{Mistake::several_answers, seen + " is one answer here, so only all of it is right", std::move(hint)};
        }
        return Doubt{Mistake::compared_as_written, seen + " is compared as it is written, as one answer",
                     "where each of them is right, " + hint};
    }
    return std::nullopt;
}

}  // namespace hornbook
