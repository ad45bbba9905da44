// Misplaced forms: footnotes and quizzes in the glossary, which only chapters have.
#pragma once

#include "model/glossary.h"
#include "reading/prose_reader.h"

namespace hornbook {

// Reports them and takes them out.
void take_misplaced(ProseReader& reader, Glossary& glossary);

}  // namespace hornbook
