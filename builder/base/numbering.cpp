#include "base/numbering.h"

namespace hornbook {

std::string Numbering::next(const std::string& name, const Form& with_number, const Take& take) {
    std::size_t& number = reached_[name];
    std::string free = name;
    while (number++ == 0 ? !take(free) : !take(free = with_number(number))) {
    }
    return free;
}

std::string Numbering::next(const std::string& name, const Take& take) {
    return next(
        name, [&](std::size_t number) { return name + "-" + std::to_string(number); }, take);
}

}  // namespace hornbook
