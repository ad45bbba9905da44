// In Moodle: reports HTML that Moodle's reader of cartridges changes. Other platforms read it as it is.
#pragma once

#include <string_view>

#include "formats/losses.h"

namespace hornbook {

void tell_html_in_moodle(Losses& losses, std::string_view html, Place place);  // of a page or a part of a question
void tell_page_in_moodle(Losses& losses, std::string_view html, Place place);

}  // namespace hornbook
