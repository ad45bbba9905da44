// Report of what is left out of an author's HTML: noted while it is read, told at its first place in the chapter.
#pragma once

#include <gumbo.h>

#include <string_view>
#include <vector>

#include "reading/html/tree.h"

namespace hornbook {

class HtmlReport {
public:
    HtmlReport(ProseReader& reader, const HtmlText& text);

    Place place_of_node(const GumboNode& node) const;
    void removed(const GumboNode& node, std::string_view name);
    // Notes the attributes and classes of an element that are dropped, event handlers and styles among them.
    void check_attributes(const GumboNode& node);
    // Notes the class of an element to which a book cannot give one, such as a row of a table.
    void check_classless(const GumboNode& node);
    // Reports `<?php … ?>` and `<![CDATA[…]]>`, which HTML takes for comments. True comments and Word's conditions vanish without a
    // message.
    void report_instruction(const GumboNode& node);

private:
    ProseReader& reader_;
    const HtmlText& text_;
    std::vector<std::size_t> line_ends_;  // of text_.html
};

// Reports what was noted: one message for all attributes, one for each element, since pasted text can have thousands of them.
void report_left_out(ProseReader& reader);

}  // namespace hornbook
