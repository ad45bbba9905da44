#include "reading/forms/near_addresses.h"

#include <algorithm>
#include <string_view>

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

}  // namespace

bool has_bare_title(const std::string& address) {
    std::size_t space = std::min(address.find(' '), address.size());
    std::string title = without_quotation_marks(address.substr(space));
    return ends_in_extension(address.substr(0, space)) && !title.empty() && !ends_in_extension(title);
}

std::string hint_on_near_address(const std::string& address) {
    if (std::string hint = hint_on_size(address); !hint.empty()) {
        return hint;
    }
    std::size_t space = std::min(address.find(' '), address.size());
    return has_bare_title(address) ? "put quotation marks around the words: `(" + address.substr(0, space) + " \"" +
                                         without_quotation_marks(std::string(trim(address.substr(space)))) + "\")`"
                                   : "put it in angle brackets: `(<" + address + ">)`";
}

}  // namespace hornbook
