// Formats whose questions may stand in a chapter as they are, in a block of the format's name: one row each.
#pragma once

#include "reading/quiz_formats.h"

namespace hornbook {

QuizFormats formats_in_chapters();

}  // namespace hornbook
