#include "reading/forms/marked_items.h"

#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "base/text.h"
#include "reading/forms/key_words.h"
#include "reading/questions/near_misses.h"
#include "reading/questions/signs_of_right.h"

namespace hornbook {
namespace {

// The size of a bullet, number or letter at the beginning of the text, with its space; 0: there is none.
std::size_t marker_size(std::string_view text) {
    std::size_t begin = text.starts_with('(') ? 1 : 0;
    std::size_t end = begin;
    while (end < text.size() && end - begin < 3 && is_ascii_digit(text[end])) {
        ++end;
    }
    end = end == begin && end < text.size() && is_ascii_letter(text[end]) ? end + 1 : end;
    bool label = end > begin && end < text.size() && (text[end] == ')' || (begin == 0 && text[end] == '.'));
    bool bullet = !text.empty() && std::string_view("-*+").find(text[0]) != npos;
    std::size_t size = bullet ? 1 : label ? end + 1 : 0;
    return size != 0 && size < text.size() && text[size] == ' ' ? size + 1 : 0;
}

// The sign of an item. One behind a colon at the beginning, "Right: a bee", belongs to the words.
std::optional<SignOfRight> sign_of_item(std::string_view text) {
    std::optional<SignOfRight> sign = text.size() < 400 ? sign_of_right(text) : std::nullopt;
    bool loose = sign && sign->kind == SignOfRight::Kind::loose && !trim(text).ends_with(sign->seen);
    return loose ? std::nullopt : sign;
}

}  // namespace

std::optional<bool> loosely_ticked(std::string_view text) {
    constexpr std::size_t longest = 400;
    std::optional<NearMiss> near = text.size() < longest ? near_choice("- " + std::string(text), true) : std::nullopt;
    return near && near->corrected.size() > 4 ? std::optional(near->corrected[3] != ' ') : std::nullopt;
}

void MarkedItems::take(const SourceRow& row, std::string_view text) {
    std::string_view words = text;
    for (std::size_t size = marker_size(words); size != 0; size = words.size() == text.size() ? marker_size(words) : 0) {
        words = trim(words.substr(size));  // `- a) Carbon` has two
    }
    std::optional<SignOfRight> sign = sign_of_item(words);
    bool is_item = row.starts_item || words.size() != text.size() || (sign && sign->kind == SignOfRight::Kind::tick);
    if (!is_item) {
        bool goes_on = in_container_ && row.container == container_;
        ended_ = goes_on ? nullptr : finish();
        return;
    }
    ++items_;
    in_container_ = row.starts_item;
    container_ = row.container;
    if (sign) {
        first_ = first_ == nullptr ? &row : first_;
        (sign->right ? right_ : wrong_) += 1;
        is_sure_ = is_sure_ || sign->kind == SignOfRight::Kind::word;
    }
}

const SourceRow* MarkedItems::finish() {
    bool tells = (right_ > 0 && right_ < items_) || (wrong_ > 0 && wrong_ < items_) || is_sure_;
    const SourceRow* found = tells ? first_ : nullptr;
    *this = MarkedItems();
    return found;
}

const SourceRow* MarkedItems::take_ended() {
    return std::exchange(ended_, nullptr);
}

}  // namespace hornbook
