#include "reading/toml/toml_trouble.h"

#include <array>

namespace hornbook {
namespace {

struct UsualMistake {
    std::string_view part;  // of the description
    std::string_view message;
    std::string_view hint;
};
// Usual mistakes, by parts of toml++'s descriptions; the second is a text without its last quotation mark.
constexpr std::array<UsualMistake, 4> usual_mistakes = {{
    {"could not determine value type", "this value is neither text nor a number nor a date",
     "put straight quotation marks around text: `key = \"value\"`"},
    {"unescaped control characters", "the text ends without a quotation mark", "end it with `\"` on its own line"},
    {"expected '=', saw '\\n'", "this line has no `=`", "a line is `key = \"value\"`; a section begins with `[name]`"},
    {"cannot redefine", "this key is given for the second time", "keep one of the two"},
}};

std::string lower_first(std::string_view text) {
    std::string result(text);
    bool word = result.size() > 1 && result[0] >= 'A' && result[0] <= 'Z' && !(result[1] >= 'A' && result[1] <= 'Z');
    result[0] = word ? static_cast<char>(result[0] + 32) : result[0];
    return result;
}

// The description without its preamble: "Error while parsing value: could not…" -> "could not…".
std::string_view without_preamble(std::string_view description) {
    std::size_t colon = description.starts_with("Error while parsing") ? description.find(": ") : std::string_view::npos;
    return colon == std::string_view::npos ? description : description.substr(colon + 2);
}

}  // namespace

TomlTrouble in_plain_words(std::string_view description) {
    for (const UsualMistake& row : usual_mistakes) {
        if (description.find(row.part) != std::string_view::npos) {
            return {std::string(row.message), std::string(row.hint)};
        }
    }
    return {"this is not TOML: " + lower_first(without_preamble(description)),
            "a line is `key = \"value\"`; a section begins with `[name]`"};
}

}  // namespace hornbook
