#include "outputs/epub/document.h"

namespace hornbook {
namespace {

// Writes a script into the head, where reading systems without scripts do not show it. It is never an empty <script/>, which those that
// parse XHTML as HTML misread.
void script(XmlWriter& xml, std::string_view data) {
    xml.line_break();
    xml.empty("link", {{"rel", "stylesheet"}, {"type", "text/css"}, {"href", script_style_file}});
    xml.line_break();
    xml.element("script", {{"type", "application/json"}, {"id", "hornbook-quiz-data"}}, data);
    xml.line_break();
    xml.element("script", {{"type", "application/javascript"}, {"src", script_file}}, " ");
}

}  // namespace

std::string xhtml_document(const Book& book, const BookPage& page) {
    const std::string& language = page.language.empty() ? book.metadata.language : page.language;
    XmlWriter xml;
    xml.declaration();
    xml.doctype("html");
    xml.open("html", {{"xmlns", "http://www.w3.org/1999/xhtml"},
                      {"xmlns:epub", "http://www.idpf.org/2007/ops"},
                      {"lang", language},
                      {"xml:lang", language},
                      {"dir", is_right_to_left(language)                 ? "rtl"
                              : is_right_to_left(book.metadata.language) ? "ltr"
                                                                         : ""}});
    xml.line_break();
    xml.open("head");
    xml.element("title", {}, page.title);
    xml.empty("link", {{"rel", "stylesheet"}, {"type", "text/css"}, {"href", style_file}});
    if (page.script_data) {
        script(xml, page.script_data());
    }
    xml.close();
    xml.line_break();
    xml.open("body");
    xml.line_break();
    page.body(xml);
    xml.close();
    xml.line_break();
    xml.close();
    return xml.take();
}

}  // namespace hornbook
