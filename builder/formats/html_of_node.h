// HTML of the XML of QTI, whatever its version.
#pragma once

#include <string>

#include "xml/reader.h"

namespace hornbook {

std::string html_of_node(const XmlNode& node);      // the element
std::string html_within_node(const XmlNode& node);  // what is in it, without feedback and prompt

}  // namespace hornbook
