// One picture made fit for e-readers: verified, without private notes, upright, at most so wide, in a format that they show.
#pragma once

#include "model/book.h"
#include "model/diagnostics.h"
#include "pictures/decoder.h"

namespace hornbook {

// Leaves media_type empty when the picture cannot be used; that is reported.
void prepare_picture(Picture& picture, const PictureRules& rules, Decoder& decoder, Diagnostics& diagnostics);

}  // namespace hornbook
