// What is left out of an author's HTML: noted on the way, reported at its first place in the chapter.
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
    // Names of attributes that are dropped; handlers and styles among them; and of classes.
    void check_attributes(const GumboNode& node);
    // An element that a book cannot give a class, such as a row of a table.
    void check_classless(const GumboNode& node);
    // Comments vanish without a word, Word's conditions too; `<?php … ?>` and `<![CDATA[…]]>`, which HTML takes for comments, do not.
    void report_instruction(const GumboNode& node);

private:
    ProseReader& reader_;
    const HtmlText& text_;
    std::vector<std::size_t> line_ends_;  // of text_.html
};

// Pasted text can hold thousands of them: one message tells of all attributes, one of each element.
void report_left_out(ProseReader& reader);

}  // namespace hornbook
