// Dialect: XHTML as another format takes it: elements under other names, and only the attributes it knows.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "xml/writer.h"

namespace hornbook {

struct Dialect {
    std::map<std::string_view, std::string_view> renamed = {};  // element -> its name in the dialect; "": only its content is kept
    std::set<std::string_view> attributes = {};                 // that are kept; all others are left out
};

// A well-formed piece of XHTML, as XmlWriter writes it, in the dialect. <math> and what is in it stay as they are.
std::string in_dialect(std::string_view xhtml, const Dialect& dialect);
void write_in_dialect(XmlWriter& xml, std::string_view xhtml, const Dialect& dialect);

}  // namespace hornbook
