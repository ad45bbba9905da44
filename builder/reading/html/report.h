// What is left out of an author's HTML, reported at its place in the chapter.
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
    void removed(const GumboNode& node, std::string_view name, bool with_text);
    // Names of attributes that are dropped; handlers and styles among them.
    void check_attributes(const GumboNode& node);
    // Comments vanish without a word; `<?php … ?>` and `<![CDATA[…]]>`, which HTML takes for comments, do not.
    void report_instruction(const GumboNode& node);

private:
    ProseReader& reader_;
    const HtmlText& text_;
    std::vector<std::size_t> line_ends_;  // of text_.html
};

}  // namespace hornbook
