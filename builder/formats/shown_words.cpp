#include "formats/shown_words.h"

#include "base/text.h"
#include "model/plain_text.h"
#include "model/walk.h"
#include "xml/writer.h"

namespace hornbook {

std::string words_with_tex(const Inlines& inlines) {
    Inlines copy = inlines;
    walk_inlines(copy, [](Inline& node) {
        if (const auto* formula = std::get_if<Formula>(&node.kind)) {
            node.kind = Text{"\\(" + formula->tex + "\\)"};
        }
    });
    return collapse_spaces(plain_text(copy));
}

bool has_more_than_words(const Inlines& inlines) {
    bool found = false;
    walk_inlines(inlines, [&](const Inline& node) {
        found = found || std::holds_alternative<Formula>(node.kind) || std::holds_alternative<Image>(node.kind);
    });
    return found;
}

const std::string& language_of(const Book& book, std::size_t chapter) {
    const std::string& own = book.chapters[chapter].language;
    return own.empty() ? book.metadata.language : own;
}

std::string in_direction(const Book& book, std::size_t chapter, std::string html, std::string_view element) {
    const std::string& language = language_of(book, chapter);
    if (html.empty() || !is_right_to_left(language)) {
        return html;
    }
    XmlWriter xml;
    xml.open(element, {{"lang", language}, {"dir", "rtl"}});
    xml.close();
    std::string tags = xml.take();
    std::size_t middle = tags.find("</");
    return tags.substr(0, middle) + html + tags.substr(middle);
}

}  // namespace hornbook
