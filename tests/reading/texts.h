// Plain text of CommonMark, by cmark's own HTML and by Hornbook, to be compared. White space is left out, since the two put it in
// different places.
#pragma once

#include <cmark.h>

#include <cstdlib>
#include <memory>
#include <regex>
#include <string>

#include "base/text.h"
#include "model/plain_text.h"
#include "reading/html/report.h"
#include "reading/prose_reader.h"

namespace hornbook {

inline std::string without_space(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t begin = at;
        if (!is_space(next_code_point(text, at))) {
            result.append(text, begin, at - begin);
        }
    }
    return result;
}

inline std::string replaced(std::string text, const char* pattern, const char* by) {
    return std::regex_replace(text, std::regex(pattern), by);
}

// Of the HTML that cmark writes: tags taken out, alternative text put in their place, its five entities resolved.
inline std::string text_by_cmark(const std::string& input) {
    std::unique_ptr<char, decltype(&std::free)> html(cmark_markdown_to_html(input.data(), input.size(), CMARK_OPT_UNSAFE), &std::free);
    std::string text = replaced(html.get(), "<img [^>]*alt=\"([^\"]*)\"[^>]*>", "$1");
    text = replaced(text, "<[^>]*>", "");
    for (auto [entity, character] : {std::pair("&lt;", "<"), {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}}) {
        text = replaced(text, entity, character);
    }
    return without_space(text);
}

// In a language that writes its own quotation marks, so that none are changed.
inline std::string text_by_hornbook(const std::string& input, Diagnostics& diagnostics) {
    Sources sources;
    GlossaryLabels labels;
    Words words = words_for("ja");
    std::uint32_t file = sources.add("chapters/01.md", input);
    ProseReader reader{sources, file, labels, "ja", words, diagnostics};
    std::string text = plain_text(read_blocks(reader, lines_of(sources[file])));
    report_left_out(reader);
    return without_space(text);
}
inline std::string text_by_hornbook(const std::string& input) {
    Diagnostics diagnostics;
    return text_by_hornbook(input, diagnostics);
}

}  // namespace hornbook
