// Disguise: forms within a line whose signs CommonMark would read or forget: formulas, links of a vault, attribute blocks, the brackets of
// notes. Each stays where it is, byte for byte as long, with its signs exchanged for marks (disguise_marks.h). What turns out to stand in
// code, an address or raw HTML after all is turned back with the other marks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reading/forms/other_forms.h"
#include "reading/prose_reader.h"

namespace hornbook {

struct FormText {
    std::string* row;
    std::size_t begin = 0;  // of the text, behind the marks of its containers
    Line line = {};         // where it comes from
};
struct HiddenHere {
    OtherForm form;
    std::string seen;
    Place place;
};
// Disguises the forms in the rows of one paragraph, over whose lines a formula or a note may run. Returns the hidden forms that vanish from
// them, for the caller to report.
std::vector<HiddenHere> disguise_forms(const ProseReader& reader, const std::vector<FormText>& rows);
// Disguises them and reports those that vanish.
void disguise_and_tell(ProseReader& reader, const std::vector<FormText>& rows);

// The end of the disguised form at `at` (a formula, a link of a vault or an attribute block), or `at` itself where there is none.
std::size_t past_disguised(std::string_view text, std::size_t at);

// Whether the words between `\[` and `\]` are mathematics, for pandoc escapes every bracket of a text so.
bool is_mathematics(std::string_view tex);

// The size in bytes of the HTML tag that the text begins with; 0 where the text does not hold its end. A `$` outside quotation marks is
// never in a tag.
std::size_t tag_size(std::string_view text);

// Joins the pieces in which CommonMark returns a form over several lines.
void join_forms(Inlines& inlines);

}  // namespace hornbook
