#include "results/results.h"

#include <algorithm>

namespace hornbook {

bool is_device(std::string_view id) {
    return id.size() == 6 && std::all_of(id.begin(), id.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
}

// Names of older plugins end in a number of two digits, in four signs or in `none`, so six signs at the end are an id.
std::string device_in_name(std::string_view file) {
    file.remove_prefix(file.rfind('/') + 1);
    std::size_t pupil = file.rfind("pupil-");
    if (pupil == std::string_view::npos) {
        return {};
    }
    std::string_view who = file.substr(pupil + 6);
    who = who.substr(0, who.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-"));
    std::size_t hyphen = who.rfind('-');
    std::string_view id = hyphen == std::string_view::npos ? std::string_view() : who.substr(hyphen + 1);
    return is_device(id) ? std::string(id) : "";
}

}  // namespace hornbook
