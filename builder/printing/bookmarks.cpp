#include "printing/bookmarks.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "base/number.h"
#include "printing/print.h"

namespace hornbook {
namespace {

constexpr std::string_view all_digits = "0123456789";

std::size_t number_at(std::string_view text, std::size_t at) {
    std::size_t number = 0;
    std::from_chars(text.data() + std::min(at, text.size()), text.data() + text.size(), number);
    return number;
}

// Page numbers by object number, from the order of pages in "/Kids [ 6 0 R 8 0 R ]".
std::map<std::size_t, std::size_t> page_objects(std::string_view pdf) {
    std::map<std::size_t, std::size_t> pages;
    std::size_t at = pdf.find("/Kids [");
    std::size_t end = std::min(pdf.find(']', std::min(at, pdf.size())), pdf.size());
    bool is_object = true;  // each reference is an object's number, a generation and R
    for (at = std::min(pdf.find_first_of(all_digits, at), end); at < end; at = std::min(pdf.find_first_of(all_digits, at), end)) {
        if (is_object) {
            pages.emplace(number_at(pdf, at), pages.size() + 1);
        }
        is_object = !is_object;
        at = std::min(pdf.find_first_not_of(all_digits, at), end);
    }
    return pages;
}

// The height in "[ 6 0 R /XYZ 62.25 478.67 0 ]": the second number behind XYZ.
double height_in(std::string_view destination) {
    std::size_t at = destination.find("/XYZ ");
    at = at == std::string_view::npos ? at : destination.find(' ', at + 5);
    std::optional<LeadingNumber> height = at != std::string_view::npos ? leading_number(destination.substr(at + 1)) : std::nullopt;
    return height ? height->value : 0;
}

}  // namespace

std::vector<Bookmark> bookmarks_of(std::string_view pdf) {
    std::map<std::size_t, std::size_t> objects = page_objects(pdf);
    std::vector<Bookmark> bookmarks;
    constexpr std::string_view title = "/Title (";
    constexpr std::string_view destination = "/Dest [ ";
    for (std::size_t at = pdf.find(title); at != std::string_view::npos; at = pdf.find(title, at + 1)) {
        std::string_view object = pdf.substr(at, pdf.find("endobj", at) - at);
        std::size_t there = object.find(destination);
        if (there == std::string_view::npos) {  // the document's own title
            continue;
        }
        auto page = objects.find(number_at(object, there + destination.size()));
        if (page != objects.end()) {
            std::string label(object.substr(title.size(), object.find(')') - title.size()));
            bookmarks.push_back({label, page->second, height_in(object.substr(there, object.find(']', there) - there))});
        }
    }
    return bookmarks;
}

std::string measuring_print(const std::string& name, const std::string& html, std::string_view style, const Programs& programs) {
    std::vector<PrintJob> jobs = {{name, html, false, false}};
    jobs.front().bytes.insert(html.find("</head>"),
                              "<style>h1, h2, h3, h4, h5, h6 { bookmark-level: none; } " + std::string(style) + "</style>");
    print(jobs, {.programs = programs});
    return std::move(jobs.front().bytes);
}

}  // namespace hornbook
