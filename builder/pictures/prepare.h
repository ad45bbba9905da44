// Pictures: Book -> Book: every picture verified, named and fit for e-readers; the cover drawn and rasterised.
// Decoding happens in a second program, hornbook-pictures, with limits, so that its crash is a message about one picture.
#pragma once

#include <functional>
#include <string>

#include "base/process.h"
#include "model/book.h"
#include "model/diagnostics.h"

namespace hornbook {

struct PicturesRequest {
    std::string program;  // path of hornbook-pictures
    unsigned jobs = 0;
    ProcessLimits limits = {};                                               // of the second program, for each picture
    std::function<void(std::size_t done, std::size_t count)> progress = {};  // may be empty; never called by two threads at once
    Programs programs = {};
    bool shows_cover = true;  // else an SVG cover is not drawn for readers that draw none, which takes longer than all the rest
};

// Prepares all pictures, by Book::picture_rules.
void prepare_pictures(Book& book, const PicturesRequest& request, Diagnostics& diagnostics);

}  // namespace hornbook
