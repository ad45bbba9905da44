// Kobo spans: a page of an EPUB as Kobo's own reading system wants it, with each sentence in a <span> that bookmarks and highlights point
// to.
#pragma once

#include <string>
#include <string_view>

namespace hornbook {

// The page with its spans. xhtml: a whole page, as XmlWriter writes it; its text stays the same.
std::string with_kobo_spans(std::string_view xhtml);

}  // namespace hornbook
