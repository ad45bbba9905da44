#include "reading/forms/callout_words.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"

namespace hornbook {
namespace {

constexpr std::size_t own_callout_words = 9;  // the first of the list
constexpr std::array<CalloutWord, 50> callout_words = {{{"note", CalloutKind::note},
                                                        {"tip", CalloutKind::tip},
                                                        {"important", CalloutKind::important},
                                                        {"warning", CalloutKind::warning},
                                                        {"caution", CalloutKind::caution},
                                                        {"source", CalloutKind::source},
                                                        {"objectives", CalloutKind::objectives},
                                                        {"key", CalloutKind::key},
                                                        {"teacher", CalloutKind::teacher},
                                                        {"teachers", CalloutKind::teacher},
                                                        {"info", CalloutKind::note},
                                                        {"seealso", CalloutKind::note},
                                                        {"hint", CalloutKind::tip},
                                                        {"attention", CalloutKind::important},
                                                        {"danger", CalloutKind::caution},
                                                        {"error", CalloutKind::caution},
                                                        {"failure", CalloutKind::caution, true},
                                                        {"bug", CalloutKind::caution, true},
                                                        {"success", CalloutKind::tip, true},
                                                        {"keypoints", CalloutKind::key},
                                                        {"abstract", CalloutKind::note, true},
                                                        {"summary", CalloutKind::note, true},
                                                        {"tldr", CalloutKind::note, true},
                                                        {"question", CalloutKind::note, true},
                                                        {"questions", CalloutKind::note, true},
                                                        {"help", CalloutKind::note, true},
                                                        {"faq", CalloutKind::note, true},
                                                        {"example", CalloutKind::note, true},
                                                        {"quote", CalloutKind::note, true},
                                                        {"cite", CalloutKind::note, true},
                                                        {"todo", CalloutKind::note, true},
                                                        {"callout", CalloutKind::note},
                                                        {"challenge", CalloutKind::note, true},
                                                        {"exercise", CalloutKind::note, true},
                                                        {"discussion", CalloutKind::note, true},
                                                        {"checklist", CalloutKind::note, true},
                                                        {"prereq", CalloutKind::note, true},
                                                        {"testimonial", CalloutKind::note, true},
                                                        {"instructor", CalloutKind::teacher},
                                                        {"instructors", CalloutKind::teacher},
                                                        {"theorem", CalloutKind::note, true},
                                                        {"lemma", CalloutKind::note, true},
                                                        {"proof", CalloutKind::note, true},
                                                        {"definition", CalloutKind::note, true},
                                                        {"admonition", CalloutKind::note},
                                                        {"spoiler", CalloutKind::note, true, true},
                                                        {"details", CalloutKind::note, false, true},
                                                        {"dropdown", CalloutKind::note, true, true},
                                                        {"solution", CalloutKind::note, true, true},
                                                        {"answer", CalloutKind::note, true, true}}};

}  // namespace

const CalloutWord* find_callout_word(std::string_view word) {
    std::string folded = fold_case(word);
    std::string_view name = folded;
    name.remove_prefix(name.starts_with("callout-") ? 8 : 0);
    auto found = std::find_if(callout_words.begin(), callout_words.end(), [&](const CalloutWord& known) { return known.word == name; });
    return found != callout_words.end() ? &*found : nullptr;
}

std::string_view nearest_callout_word(std::string_view word) {
    std::vector<std::string_view> known;
    std::transform(callout_words.begin(), callout_words.begin() + own_callout_words, std::back_inserter(known),
                   [](const CalloutWord& row) { return row.word; });
    return nearest(word, known);
}

std::string titled(std::string_view word) {
    std::string title(word);
    title[0] = static_cast<char>(title[0] - 'a' + 'A');
    return title;
}

std::string title_of_word(std::string_view word) {
    std::string title = fold_case(word);
    std::size_t end = 0;
    std::string first;
    if (!title.empty()) {
        append_utf8(first, to_title(next_code_point(title, end)));
    }
    std::replace(title.begin(), title.end(), '-', ' ');
    return first + title.substr(end);
}

decltype(Block::kind) callout_of(const CalloutWord& word, Inlines title, Blocks blocks) {
    if (word.folded && word.kind != CalloutKind::teacher) {  // which must be known by its kind
        return Details{std::move(title), std::move(blocks)};
    }
    return Callout{word.kind, std::move(title), std::move(blocks), {}};
}

}  // namespace hornbook
