#include "rendering/fragment.h"

#include <algorithm>

#include "model/walk.h"
#include "rendering/renderer.h"

namespace hornbook {
namespace {

Page page_for(const Book& book, std::size_t chapter, const FragmentForm& form) {
    Page page{book, chapter, false, nullptr, nullptr, nullptr, form.picture_href};
    page.alone = true;
    page.gap = form.gap;
    page.formulas_as_tex = form.formulas_as_tex;
    page.formulas_typed = form.formulas_typed;
    return page;
}

template <class Prose>
std::vector<std::size_t> pictures_below(const Prose& prose) {
    std::vector<std::size_t> pictures;
    walk_inlines(prose, [&](const Inline& node) {
        const auto* image = std::get_if<Image>(&node.kind);
        if (image != nullptr && image->picture != no_index &&
            std::find(pictures.begin(), pictures.end(), image->picture) == pictures.end()) {
            pictures.push_back(image->picture);
        }
    });
    return pictures;
}

}  // namespace

const Dialect& plain_html() {
    static const Dialect dialect{{},
                                 {"alt", "cite", "colspan", "datetime", "dir", "height", "href", "lang", "reversed", "rowspan", "scope",
                                  "src", "start", "title", "type", "value", "width"}};
    return dialect;
}

const Dialect& drawn_html() {
    static const Dialect dialect{
        {{"a", ""}, {"abbr", ""}, {"details", "div"}, {"summary", "p"}, {"figure", "div"}, {"figcaption", "p"}},
        {"alt", "colspan", "dir", "height", "lang", "reversed", "rowspan", "src", "start", "type", "value", "width"}};
    return dialect;
}

void write_fragment(XmlWriter& xml, const Book& book, std::size_t chapter, const Inlines& inlines, const FragmentForm& form) {
    XmlWriter html;
    Page page = page_for(book, chapter, form);
    Renderer(html, page).inlines(inlines);
    write_in_dialect(xml, html.take(), form.dialect);
}

void write_fragment(XmlWriter& xml, const Book& book, std::size_t chapter, const Blocks& blocks, const FragmentForm& form) {
    XmlWriter html;
    Page page = page_for(book, chapter, form);
    Renderer(html, page).blocks(blocks);
    write_in_dialect(xml, html.take(), form.dialect);
}

std::string fragment(const Book& book, std::size_t chapter, const Inlines& inlines, const FragmentForm& form) {
    XmlWriter xml;
    write_fragment(xml, book, chapter, inlines, form);
    return xml.take();
}

std::string fragment(const Book& book, std::size_t chapter, const Blocks& blocks, const FragmentForm& form) {
    XmlWriter xml;
    write_fragment(xml, book, chapter, blocks, form);
    return xml.take();
}

std::vector<std::size_t> pictures_in(const Inlines& inlines) {
    return pictures_below(inlines);
}

std::vector<std::size_t> pictures_in(const Blocks& blocks) {
    return pictures_below(blocks);
}

}  // namespace hornbook
