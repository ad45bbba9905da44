// In Moodle: what its reader of cartridges makes of their HTML, told where the book has such a thing. Other platforms read it as it stands.
#pragma once

#include <string_view>

#include "formats/losses.h"

namespace hornbook {

void tell_html_in_moodle(Losses& losses, std::string_view html, Place place);  // of a page or a part of a question
void tell_page_in_moodle(Losses& losses, std::string_view html, Place place);

}  // namespace hornbook
