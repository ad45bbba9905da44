// Numbering: names made unique by a number.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>

namespace hornbook {

// Numberer that remembers the last number of each name: trying all numbers from 2 on for each of many equal names would be quadratic.
class Numbering {
public:
    using Take = std::function<bool(const std::string& name)>;    // takes the name; false: it is taken already
    using Form = std::function<std::string(std::size_t number)>;  // the name with a number, from 2 on

    std::string next(const std::string& name, const Form& with_number, const Take& take);  // `name` itself, or the first that is free
    std::string next(const std::string& name, const Take& take);                           // "name", "name-2", "name-3"

private:
    std::map<std::string, std::size_t> reached_;
};

}  // namespace hornbook
