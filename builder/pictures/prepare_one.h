// Preparation of one picture for e-readers: verified, without private notes, upright, at most so wide, in a format that they show.
#pragma once

#include "model/book.h"
#include "model/diagnostics.h"
#include "pictures/decoder.h"

namespace hornbook {

// Prepares a picture; leaves media_type empty where it cannot be used, which is reported.
void prepare_picture(Picture& picture, const PictureRules& rules, Decoder& decoder, Diagnostics& diagnostics);

}  // namespace hornbook
