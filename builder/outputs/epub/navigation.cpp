#include "outputs/epub/navigation.h"

#include <algorithm>

#include "outputs/epub/document.h"
#include "rendering/pages/plan.h"

namespace hornbook {
namespace {

void nav_list(XmlWriter& xml, const std::vector<NavEntry>& entries) {
    xml.open("ol");
    xml.line_break();
    for (const NavEntry& entry : entries) {
        xml.open("li");
        xml.element("a", {{"href", entry.href}}, entry.title);
        if (!entry.children.empty()) {
            nav_list(xml, entry.children);
        }
        xml.close();
        xml.line_break();
    }
    xml.close();
}

std::size_t depth_of(const std::vector<NavEntry>& entries) {
    std::size_t deepest = 0;
    for (const NavEntry& entry : entries) {
        deepest = std::max(deepest, depth_of(entry.children));
    }
    return entries.empty() ? 0 : deepest + 1;
}

void nav_points(XmlWriter& xml, const std::vector<NavEntry>& entries, std::size_t& order) {
    for (const NavEntry& entry : entries) {
        std::string number = std::to_string(++order);
        xml.open("navPoint", {{"id", "nav-" + number}, {"playOrder", number}});
        xml.open("navLabel");
        xml.element("text", {}, entry.title);
        xml.close();
        xml.empty("content", {{"src", entry.href}});
        xml.line_break();
        nav_points(xml, entry.children, order);
        xml.close();
        xml.line_break();
    }
}

}  // namespace

std::string nav_document(const Book& book, const PagePlan& plan) {
    BookPage page;
    page.title = book.words.contents;
    page.body = [&](XmlWriter& xml) {
        xml.open("nav", {{"epub:type", "toc"}, {"role", "doc-toc"}, {"id", "toc"}});
        xml.element("h1", {}, book.words.contents);
        nav_list(xml, plan.contents);
        xml.close();
        xml.line_break();
        if (!plan.page_list.empty()) {
            xml.open("nav", {{"epub:type", "page-list"}, {"role", "doc-pagelist"}, {"hidden", "hidden"}});
            nav_list(xml, plan.page_list);
            xml.close();
            xml.line_break();
        }
        xml.open("nav", {{"epub:type", "landmarks"}, {"hidden", "hidden"}});
        xml.open("ol");
        for (std::size_t i = 0; i < plan.landmarks.size(); ++i) {
            xml.open("li");
            xml.element("a", {{"epub:type", plan.landmark_types[i]}, {"href", plan.landmarks[i].href}}, plan.landmarks[i].title);
            xml.close();
        }
        xml.close();
        xml.close();
    };
    return xhtml_document(book, page);
}

std::string ncx_document(const Book& book, const PagePlan& plan) {
    XmlWriter xml;
    xml.declaration();
    xml.open("ncx", {{"xmlns", "http://www.daisy.org/z3986/2005/ncx/"}, {"version", "2005-1"}, {"xml:lang", book.metadata.language}});
    xml.open("head");
    auto meta = [&](std::string_view name, std::string_view content) { xml.empty("meta", {{"name", name}, {"content", content}}); };
    meta("dtb:uid", book.metadata.identifier);
    meta("dtb:depth", std::to_string(depth_of(plan.contents)));
    meta("dtb:totalPageCount", "0");
    meta("dtb:maxPageNumber", "0");
    xml.close();
    xml.line_break();
    auto text = [&](std::string_view element, std::string_view words) {
        xml.open(element);
        xml.element("text", {}, words);
        xml.close();
    };
    text("docTitle", title_of_edition(book));
    for (const std::string& author : book.metadata.authors) {
        text("docAuthor", author);
    }
    xml.open("navMap");
    xml.line_break();
    std::size_t order = 0;
    nav_points(xml, plan.contents, order);
    xml.close();
    xml.close();
    return xml.take();
}

}  // namespace hornbook
