#include "reading/questions/own_letters.h"

#include <array>
#include <string>

#include "base/text.h"
#include "model/mistakes.h"

namespace hornbook {
namespace {

constexpr auto own_numerals = std::to_array<std::string_view>({"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"});

// Function that returns the size in bytes of the label of choice `number` at the beginning of the text; 0: it has none.
using Size = std::size_t (*)(std::string_view text, std::size_t number);

// The size of a label in brackets, `(1)` or `1)`; with `loosely` also of `A.` or `A:`.
std::size_t size_with(std::string_view text, const std::string& label, bool loosely) {
    bool opened = text.starts_with('(');
    std::string_view rest = text.substr(opened ? 1 : 0);
    std::string_view behind =
        rest.size() > label.size() && fold_case(rest.substr(0, label.size())) == label ? rest.substr(label.size()) : "";
    bool closed = behind.starts_with(')') || (!opened && loosely && (behind.starts_with('.') || behind.starts_with(':')));
    bool apart = closed && behind.size() > 1 && behind[1] == ' ';
    return apart ? (opened ? 1 : 0) + label.size() + 1 : 0;
}

constexpr auto own_labels = std::to_array<Size>({
    [](std::string_view text, std::size_t number) {
        return number < 26 ? size_with(text, std::string(1, static_cast<char>('a' + number)), true) : 0;
    },
    [](std::string_view text, std::size_t number) {
        return number < own_numerals.size() ? size_with(text, std::string(own_numerals.at(number)), true) : 0;
    },
    [](std::string_view text, std::size_t number) { return size_with(text, std::to_string(number + 1), false); },
});

}  // namespace

void tell_letters_of_their_own(ProseReader& reader, std::span<const WrittenChoice> choices) {
    for (Size size : own_labels) {
        bool all = choices.size() > 1;
        for (std::size_t i = 0; i < choices.size() && all; ++i) {
            all = size(choices[i].text, i) != 0;
        }
        if (all) {
            const WrittenChoice& first = choices.front();
            std::string_view rest = trim(first.text.substr(size(first.text, 0)));
            reader.diagnostics.add(Mistake::other_form, first.place,
                                   "these choices have `" + std::string(first.text.substr(0, size(first.text, 0))) +
                                       "` and so on before them, and the book gives them letters of its own",
                                   "write `" + first.before + std::string(rest) + "`, and the others so, too");
            return;
        }
    }
}

}  // namespace hornbook
