// Disguise: forms within a line whose signs CommonMark would read or forget: formulas, links of a vault, attribute blocks, the brackets of
// notes. Each stays where it is, byte for byte as long, with its signs exchanged for marks (disguise_marks.h). What turns out to stand in code,
// an address or raw HTML after all is turned back with the other marks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reading/forms/other_forms.h"
#include "reading/prose_reader.h"

namespace hornbook {

struct FormText {
    std::string* row;
    std::size_t begin = 0;  // of the text, behind what belongs to the containers
    Line line = {};         // where it comes from
};
struct HiddenHere {
    OtherForm form;
    std::string seen;
    Place place;
};
// The rows are one paragraph; a formula or a note may run over them. What vanishes from them is given back, to be told.
std::vector<HiddenHere> disguise_forms(const ProseReader& reader, const std::vector<FormText>& rows);
// The same, told.
void disguise_and_tell(ProseReader& reader, const std::vector<FormText>& rows);

// Where a disguised form at `at` ends, or `at` itself where none stands: a formula, a link of a vault or an attribute block.
std::size_t past_disguised(std::string_view text, std::size_t at);

// Whether the words between `\[` and `\]` are mathematics: pandoc writes every bracket of a text so.
bool is_mathematics(std::string_view tex);

// Bytes of the HTML tag that the text begins with, 0 where it does not end in it. A `$` outside quotation marks is in no tag.
std::size_t tag_size(std::string_view text);

// A form over several lines came back from CommonMark in pieces.
void join_forms(Inlines& inlines);

}  // namespace hornbook
