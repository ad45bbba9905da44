// Own language: what says of a text that it is in the language that it is in anyway.
#pragma once

#include <string_view>

#include "model/prose.h"

namespace hornbook {

// Other programs are told the language of right-to-left texts on each of them; a book says it once. A span or division with nothing else
// to say gives what is in it to the text around it.
void leave_out_language(Inlines& words, std::string_view language);
void leave_out_language(Blocks& blocks, std::string_view language);

}  // namespace hornbook
