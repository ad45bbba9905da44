#include "xml/writer.h"

#include <tinyxml2.h>

#include <cassert>
#include <set>

#include "base/text.h"

namespace hornbook {

struct XmlWriter::Printer {
    struct PiecePrinter : tinyxml2::XMLPrinter {
        PiecePrinter() : XMLPrinter(nullptr, true) {}

        void piece(std::string_view xml) {
            SealElementIfJustOpened();
            Write(xml.data(), xml.size());
        }
    };
    PiecePrinter printer;
    std::size_t depth = 0;
    std::string next_name;  // of an attribute for the element that is opened next; empty: there is none
    std::string next_value;
    std::set<std::string, std::less<>> names;  // the printer keeps pointers to the names of open elements
};

XmlWriter::XmlWriter() : printer_(std::make_unique<Printer>()) {}
XmlWriter::~XmlWriter() = default;
XmlWriter::XmlWriter(XmlWriter&&) noexcept = default;
XmlWriter& XmlWriter::operator=(XmlWriter&&) noexcept = default;

void XmlWriter::declaration() {
    printer_->printer.PushDeclaration(R"(xml version="1.0" encoding="UTF-8")");
    line_break();
}

void XmlWriter::doctype(std::string_view text) {
    printer_->printer.PushUnknown(("DOCTYPE " + std::string(text)).c_str());
    line_break();
}

void XmlWriter::open(std::string_view element, std::initializer_list<Attribute> attributes) {
    // Elements are opened compact, or the printer would put white space into mixed text.
    auto known = printer_->names.find(element);
    const std::string& name = known != printer_->names.end() ? *known : *printer_->names.emplace(element).first;
    printer_->printer.OpenElement(name.c_str(), true);
    ++printer_->depth;
    for (const Attribute& a : attributes) {
        if (!a.value.empty()) {
            attribute(a.name, a.value);
        }
    }
    if (!printer_->next_name.empty()) {
        attribute(std::exchange(printer_->next_name, {}), printer_->next_value);
    }
}

void XmlWriter::attribute_of_next(std::string_view name, std::string value) {
    printer_->next_name = name;
    printer_->next_value = std::move(value);
}

void XmlWriter::attribute(std::string_view name, std::string_view value) {
    printer_->printer.PushAttribute(std::string(name).c_str(), only_xml_characters(value).c_str());
}

void XmlWriter::text(std::string_view text) {
    printer_->printer.PushText(only_xml_characters(text).c_str());
}

void XmlWriter::cdata(std::string_view text) {
    std::string safe = only_xml_characters(text);
    for (std::size_t at = safe.find("]]>"); at != std::string::npos; at = safe.find("]]>", at + 1)) {
        safe.replace(at, 3, "]]]]><![CDATA[>");  // XML 1.0, section 2.7: `]]>` ends a section, so the text goes on in another one
        at += 3;
    }
    printer_->printer.PushText(safe.c_str(), true);
}

void XmlWriter::close() {
    assert(printer_->depth > 0);
    --printer_->depth;
    printer_->printer.PushText("");  // or an empty <td> would be written <td/>, which HTML parsers read as left open
    printer_->printer.CloseElement(true);
}

void XmlWriter::element(std::string_view name, std::initializer_list<Attribute> attributes, std::string_view words) {
    open(name, attributes);
    text(words);
    close();
}

void XmlWriter::empty(std::string_view name, std::initializer_list<Attribute> attributes) {
    open(name, attributes);
    close_empty();
}

void XmlWriter::close_empty() {
    assert(printer_->depth > 0);
    --printer_->depth;
    printer_->printer.CloseElement(true);
}

void XmlWriter::piece(std::string_view xml) {
    printer_->printer.piece(xml);
}

void XmlWriter::line_break() {
    text("\n");
}

std::string XmlWriter::take() {
    assert(printer_->depth == 0);
    return {printer_->printer.CStr(), static_cast<std::size_t>(printer_->printer.CStrSize() - 1)};
}

bool is_xml_character(char32_t c) {
    return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) ||
           (c >= 0x10000 && c <= 0x10FFFF && (c & 0xFFFE) != 0xFFFE);
}

// Whether it is ASCII and no control character, as most of any text is; such bytes are copied in runs.
static bool is_plain(char c) {
    auto byte = static_cast<unsigned char>(c);
    return byte >= 0x20 && byte < 0x80;
}

std::string only_xml_characters(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        std::size_t begin = at;
        while (at < text.size() && is_plain(text[at])) {
            ++at;
        }
        if (at > begin) {
            result.append(text, begin, at - begin);
            continue;
        }
        char32_t c = next_code_point(text, at);
        bool stray = c == 0xFFFD && at - begin == 1;  // a byte that is not UTF-8
        if (!stray && is_xml_character(c)) {
            result.append(text, begin, at - begin);
        }
    }
    return result;
}

}  // namespace hornbook
