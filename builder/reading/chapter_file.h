// Chapter file: one file of chapters/ -> Chapter.
#pragma once

#include "model/book.h"
#include "reading/prose_reader.h"

namespace hornbook {

Chapter read_chapter(ProseReader& reader, std::string file_name);

}  // namespace hornbook
