#include "outputs/handout/sheet.h"

#include "base/base64.h"
#include "base/built_in.h"
#include "base/content_policy.h"
#include "base/text.h"

namespace hornbook {
namespace {

// The CSS without `</style>` in a comment or string, which would end the element; `<\/` is the same to CSS.
std::string within_style(std::string_view css) {
    std::string result;
    for (std::size_t at = 0; at < css.size(); ++at) {
        result += css[at];
        if (css[at] == '<' && at + 1 < css.size() && css[at + 1] == '/') {
            result += '\\';
        }
    }
    return result;
}

std::string style_of(const Book& book, const Settings& settings) {
    std::string design = within_style(book.print_style.empty() ? built_in_file("styles/handout.css") : book.print_style);
    return "\n" + design + "\n@page { size: " + std::string(settings.option("paper")) + "; }\n";
}

std::string head_of(const Book& book, const Sheet& sheet, std::string_view style) {
    XmlWriter xml;
    xml.empty("meta", {{"charset", "utf-8"}});
    if (sheet.medium == Medium::word_processor) {  // word processors show it, and would show the authors, above the text
        xml.element("title", {}, sheet.title);
        return xml.take();
    }
    xml.empty("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", content_policy({"img-src data:", this_style(style)})}});
    xml.element("title", {}, sheet.title + " · " + book.metadata.title);
    for (const std::string& author : book.metadata.authors) {
        xml.empty("meta", {{"name", "author"}, {"content", author}});
    }
    return xml.take();
}

const std::string& language_of_sheet(const Book& book, const Sheet& sheet) {
    return sheet.language.empty() ? book.metadata.language : sheet.language;  // a well-formed tag, by reading
}

std::string html_tag(const Book& book, const Settings& settings, const Sheet& sheet) {
    std::string classes = settings.option("paper") == "Letter" ? "letter" : "a4";
    classes += settings.flag("large_print") ? " large-print" : "";
    const std::string& language = language_of_sheet(book, sheet);
    return "<html lang=\"" + language + "\"" + (is_right_to_left(language) ? " dir=\"rtl\"" : "") + " class=\"" + classes + "\">";
}

std::string data_url(const Picture& picture) {
    return "data:" + picture.media_type + ";base64," + to_base64(picture.bytes);
}

}  // namespace

std::string sheet_document(const Book& book, const Settings& settings, const Sheet& sheet) {
    XmlWriter xml;
    xml.open("body", {{"class", sheet.kind}});
    if (sheet.medium == Medium::pages) {
        xml.element("p", {{"class", "running-book"}}, book.metadata.title);
        xml.element("p", {{"class", "running-title"}}, sheet.title);
        xml.element("p", {{"class", "running-foot"}}, sheet.foot);
        xml.line_break();
    }
    sheet.body(xml);
    xml.close();
    std::string body = xml.take();
    std::string style = style_of(book, settings);
    return "<!DOCTYPE html>\n" + html_tag(book, settings, sheet) + "<head>" + head_of(book, sheet, style) + "<style>" + style +
           "</style></head>\n" + (is_right_to_left(language_of_sheet(book, sheet)) ? kept_right_to_left(body) : body) + "</html>\n";
}

Paper paper_for(const Settings& settings, Medium medium) {
    Paper paper;
    paper.plain = medium == Medium::word_processor;
    paper.notes_at_end = medium == Medium::browser;
    paper.large_print = settings.flag("large_print");
    return paper;
}

Page sheet_page(const Book& book, std::size_t chapter, Paper& paper) {
    auto nowhere = [](const std::string&) { return std::string(); };
    return {book,
            chapter,
            false,
            [](std::size_t, const std::string&) { return std::string(); },
            nowhere,
            nowhere,
            [&book](std::size_t picture) { return data_url(book.pictures[picture]); },
            &paper};
}

}  // namespace hornbook
