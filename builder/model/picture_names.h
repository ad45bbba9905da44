// Picture names: file names of pictures in outputs, made of the author's own in lower-case ASCII, each of them unique.
#pragma once

#include <vector>

#include "model/book.h"

namespace hornbook {

void name_pictures(std::vector<Picture>& pictures);

}  // namespace hornbook
