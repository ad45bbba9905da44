#include "reading/forms/near_addresses.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.h"
#include "base/text.h"

namespace hornbook {
namespace {

// The hint on a size such as some editors write: `![alt](bee.png =100x20)`.
std::string hint_on_size(const std::string& address) {
    std::size_t space = address.rfind(" =");
    std::string size = space == std::string::npos ? "" : address.substr(space + 2);
    std::string width = size.substr(0, size.find('x'));
    bool fits = !width.empty() && size.find_first_not_of("0123456789x") == std::string::npos;
    return fits ? "write the width behind the picture: `(" + address.substr(0, space) + "){width=" + width + "}`" : "";
}

// Whether the address ends in a full stop and two to four letters or digits, as names of files do.
bool ends_in_extension(std::string_view address) {
    std::size_t dot = address.rfind('.');
    std::size_t size = dot == std::string_view::npos ? 0 : address.size() - dot - 1;
    return size >= 2 && size <= 4 && std::all_of(address.end() - static_cast<std::ptrdiff_t>(size), address.end(), is_ascii_word);
}

std::string without_quotation_marks(std::string title) {
    for (std::string_view mark : {"\"", "“", "”", "„", "‘", "’", "'", "«", "»"}) {
        title.erase(0, title.starts_with(mark) ? mark.size() : 0);
        title.resize(title.size() - (title.ends_with(mark) ? mark.size() : 0));
    }
    return std::string(trim(title));
}

// The words of a title in quotation marks that Markdown does not know as such, or that end within the title; empty: it is none.
std::string_view title_in_marks(std::string_view text) {
    for (const auto& [open, close] : std::to_array<std::pair<std::string_view, std::string_view>>(
             {{"“", "”"}, {"„", "“"}, {"„", "”"}, {"”", "”"}, {"«", "»"}, {"»", "«"}, {"‘", "’"}, {"‚", "‘"}, {"\"", "\""}, {"'", "'"}})) {
        bool encloses = text.size() > open.size() + close.size() && text.starts_with(open) && text.ends_with(close);
        if (encloses) {
            return trim(text.substr(open.size(), text.size() - open.size() - close.size()));
        }
    }
    return {};
}

// Whether words in quotation marks of any kind stand behind the address and a space.
bool has_title_in_marks(std::string_view address) {
    std::size_t space = address.find(' ');
    return space != std::string_view::npos && address.substr(0, space).find('.') != std::string_view::npos &&
           !title_in_marks(trim(address.substr(space))).empty();
}

// Whether words stand behind the address without quotation marks.
bool has_bare_title(const std::string& address) {
    std::size_t space = std::min(address.find(' '), address.size());
    std::string title = without_quotation_marks(address.substr(space));
    return ends_in_extension(address.substr(0, space)) && !title.empty() && !ends_in_extension(title);
}

// The hint on a title in quotation marks that Markdown does not know as such, or that stand within it.
std::string hint_on_title(const std::string& address) {
    std::size_t space = std::min(address.find(' '), address.size());
    std::string title(title_in_marks(trim(std::string_view(address).substr(space))));
    bool inner = title.find('"') != std::string::npos;
    std::string mark = inner && title.find('\'') == std::string::npos ? "'" : "\"";
    if (inner && mark == "\"") {
        std::erase(title, '"');
    }
    return (inner ? "put other quotation marks around the title: `(" : "write straight quotation marks around the title: `(") +
           address.substr(0, space) + " " + mark + title + mark + ")`";
}

}  // namespace

bool has_near_title(const std::string& address, bool of_picture) {
    return has_title_in_marks(address) || (of_picture && has_bare_title(address));
}

std::string hint_on_near_address(const std::string& address) {
    if (std::string hint = hint_on_size(address); !hint.empty()) {
        return hint;
    }
    if (has_title_in_marks(address)) {
        return hint_on_title(address);
    }
    std::size_t space = std::min(address.find(' '), address.size());
    return has_bare_title(address) ? "put quotation marks around the words: `(" + address.substr(0, space) + " \"" +
                                         without_quotation_marks(std::string(trim(address.substr(space)))) + "\")`"
                                   : "put it in angle brackets: `(<" + address + ">)`";
}

bool closes_picture(std::string_view text, std::size_t at) {
    constexpr std::size_t longest_description = 400;
    std::string_view before = text.substr(at - std::min(at, longest_description), std::min(at, longest_description));
    std::size_t open = before.rfind('[');
    return open != std::string_view::npos && open > 0 && before[open - 1] == '!';
}

}  // namespace hornbook
