#include "base/grading_data.h"

#include <algorithm>
#include <cassert>
#include <string>

#include "base/language_tag.h"
#include "base/text.h"

namespace hornbook {
namespace {

// Language and region of a tag, without its script: "zh-Hant-TW" -> "zh-tw"; the language alone where there is no region.
std::string with_region(std::string_view tag) {
    std::string folded = fold_case(tag);
    std::vector<std::string_view> subtags = split(folded, '-');
    for (std::size_t i = 1; i < subtags.size() && subtags[i].size() > 1; ++i) {
        if (is_region(subtags[i])) {
            return std::string(subtags[0]) + "-" + std::string(subtags[i]);
        }
    }
    return std::string(subtags[0]);
}

const LanguageRow* row_of(std::string_view tag) {
    auto row = std::find_if(language_rows().begin(), language_rows().end(), [&](const LanguageRow& each) { return each.tag == tag; });
    return row != language_rows().end() ? &*row : nullptr;
}

}  // namespace

std::span<const SignRange> signs_of(std::string_view name) {
    for (const SignRow& row : sign_rows()) {
        if (row.name == name) {
            return row.signs;
        }
    }
    assert(false && "no such signs");
    return {};
}

bool is_among(std::span<const SignRange> signs, char32_t c) {
    return std::any_of(signs.begin(), signs.end(), [&](const SignRange& range) { return range.first <= c && c <= range.last; });
}

// The rows of a language. The last answer is remembered, since a book asks for the same language at each of its answers.
LanguageRows rows_of(std::string_view language) {
    thread_local std::string last;
    thread_local LanguageRows rows;
    if (language != last) {
        last = language;
        rows = {row_of(with_region(language)), row_of(first_subtag(language))};
    }
    return rows;
}

std::span<const SignRow> letters_of(std::string_view language) {
    LanguageRows rows = rows_of(language);
    bool has_own = rows.with_region != nullptr && !rows.with_region->letters.empty();
    return has_own ? rows.with_region->letters : rows.alone != nullptr ? rows.alone->letters : std::span<const SignRow>();
}

}  // namespace hornbook
