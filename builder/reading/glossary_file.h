// Glossary file: chapters/glossary.md -> Glossary. Its names are read first, so that chapters can be read with them; its definitions later,
// since they link to one another.
#pragma once

#include "model/glossary.h"
#include "reading/prose_reader.h"

namespace hornbook {

// The result of the first phase: entries without definitions, and the lines that the second phase reads.
struct GlossaryOutline {
    Glossary glossary;
    Lines title;
    Lines introduction;
    std::vector<Lines> definitions;  // by entry
};

GlossaryOutline read_glossary_names(const Sources& sources, std::uint32_t file, Diagnostics& diagnostics);
GlossaryLabels labels_of(const Glossary& glossary);
Glossary read_glossary_definitions(ProseReader& reader, GlossaryOutline outline);

}  // namespace hornbook
