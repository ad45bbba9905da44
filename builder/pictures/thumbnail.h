// Thumbnail: a picture small enough for a list of many.
#pragma once

#include <string>

#include "base/process.h"
#include "model/book.h"

namespace hornbook {

// A prepared picture, at most so many pixels wide; `program` is hornbook-pictures. What cannot be made smaller stays as it is.
Picture thumbnail_of(const Picture& picture, unsigned width, const std::string& program, const Programs& programs);

}  // namespace hornbook
