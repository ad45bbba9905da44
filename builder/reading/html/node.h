// HTML nodes as gumbo gives them: names, attributes, children, and which elements may stand in a book.
#pragma once

#include <gumbo.h>

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "model/prose.h"

namespace hornbook {

// ---- the allow-list ----

inline constexpr std::array<std::string_view, 20> styled = {"abbr", "b",  "bdi",  "cite", "dfn",   "i",    "ins", "kbd", "mark", "q",
                                                            "rp",   "rt", "ruby", "samp", "small", "span", "sub", "sup", "u",    "var"};
inline constexpr std::array<std::string_view, 7> divisions = {"address", "article", "aside", "div", "footer", "header", "section"};
inline constexpr std::array<std::string_view, 24> other_blocks = {
    "p",  "h1",    "h2",     "h3",      "h4",     "h5",   "h6",  "blockquote", "ul",       "ol",     "dl", "pre",
    "hr", "table", "figure", "details", "center", "main", "nav", "form",       "fieldset", "iframe", "li", "dd"};
inline constexpr std::array<std::string_view, 6> inner_blocks = {"tr", "td", "th", "dt", "caption", "figcaption"};
inline constexpr std::array<std::string_view, 4> textless = {"script", "style", "head", "svg"};
inline constexpr std::array<std::string_view, 21> known_attributes = {
    "lang",  "xml:lang", "dir",   "title", "id",     "href", "src",  "alt",   "class",    "colspan", "rowspan",
    "start", "name",     "scope", "width", "height", "open", "type", "value", "reversed", "markdown"};

// ---- one node ----

bool is_element(const GumboNode& node);
std::string_view element_name(const GumboNode& node);                 // in lower case; for obsolete elements such as <tt> today's name
bool is_block_name(std::string_view name);                            // whether it is a block, which begins a line of its own
bool is_not_bold(const GumboNode& node);                              // Google's <b style="font-weight:normal"> around all that is pasted
std::string_view attribute(const GumboNode& node, const char* name);  // empty when there is none
int span_of(const GumboNode& node, const char* name);                 // colspan or rowspan, 1 to 100
std::string language_of(const GumboNode& node);                       // BCP 47, or empty
std::optional<int> value_of(const GumboNode& node);                   // of <li value="3">
std::string direction_of(const GumboNode& node);                      // "ltr", "rtl", "auto" or empty
std::string address_of(const GumboNode& node);                        // of an embedded film or page, with http or https; else empty
std::string id_of(const GumboNode& node);
bool is_office_comment(const GumboNode& node);  // whether it is the rest of one of Word's comments, `<p class=MsoCommentText>`
std::string anchor_of(const GumboNode& node);   // of `<a id="x">` and the older `<a name="x">`
Image image_of(const GumboNode& node);          // of <img>

void add_text(const GumboNode& node, const Place& place, Inlines& result);  // of a text node; line ends are soft breaks
bool is_only_space(const Inlines& run);
void append_apart(Inlines& result, Inlines more);  // with a space between

template <class Visit>
void each_child(const GumboNode& node, const Visit& visit) {
    const GumboVector& children = node.v.element.children;
    for (unsigned i = 0; i < children.length; ++i) {
        visit(*static_cast<const GumboNode*>(children.data[i]));
    }
}

}  // namespace hornbook
