// Kobo spans: a page of an EPUB as the reader of Kobo's devices wants it, each sentence in an element that bookmarks and highlights point
// to.
#pragma once

#include <string>
#include <string_view>

namespace hornbook {

// xhtml: a whole page, as XmlWriter writes it. Its text stays the same.
std::string with_kobo_spans(std::string_view xhtml);

}  // namespace hornbook
