// XML writer: builds well-formed XML text; the gate through which only XML characters pass (XML 1.0, production [2] Char).
#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace hornbook {

struct Attribute {
    std::string_view name;
    std::string_view value;
};

class XmlWriter {
public:
    XmlWriter();
    ~XmlWriter();
    XmlWriter(XmlWriter&&) noexcept;
    XmlWriter& operator=(XmlWriter&&) noexcept;

    void declaration();                   // <?xml version="1.0" encoding="UTF-8"?>
    void doctype(std::string_view text);  // <!DOCTYPE text>
    // Attributes with an empty value are left out, except through attribute().
    void open(std::string_view element, std::initializer_list<Attribute> attributes = {});
    void attribute(std::string_view name, std::string_view value);  // of the element just opened
    // Gives an attribute to the element that is opened next, whoever opens it; a later one before that takes its place.
    void attribute_of_next(std::string_view name, std::string value);
    void text(std::string_view text);   // escaped; characters outside XML's are dropped
    void cdata(std::string_view text);  // the same as a CDATA section, which people read more easily where it is HTML
    void close();
    void close_empty();  // of an element that never holds anything, opened with open(): <img alt=""/>
    void element(std::string_view name, std::initializer_list<Attribute> attributes, std::string_view text);
    void empty(std::string_view name, std::initializer_list<Attribute> attributes = {});  // <br/>
    void piece(std::string_view xml);  // what another writer has written: well-formed, and its elements closed
    void line_break();                 // a newline between blocks, for people who look inside

    std::string take();  // all elements must be closed

private:
    struct Printer;
    std::unique_ptr<Printer> printer_;
};

// Whether it is a Char of XML 1.0; U+FFFE and U+FFFF, which EPUB forbids in text too, are not.
bool is_xml_character(char32_t c);
std::string only_xml_characters(std::string_view text);

}  // namespace hornbook
