// A strict XML parser as judge: expat, with namespaces, external things never loaded.
#pragma once

#include <expat.h>

#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace hornbook {

struct ParsedXml {
    std::string problem;                  // empty: well-formed
    std::string text;                     // all character data
    std::vector<std::string> elements;    // "namespace|name", in document order
    std::vector<std::string> attributes;  // "namespace|name=value" or "name=value"
};

inline ParsedXml parse_strictly(std::string_view bytes) {
    using Parser = std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)>;
    Parser parser(XML_ParserCreateNS("UTF-8", '|'), &XML_ParserFree);
    ParsedXml parsed;
    XML_SetUserData(parser.get(), &parsed);
    XML_SetElementHandler(
        parser.get(),
        [](void* data, const XML_Char* name, const XML_Char** attributes) {
            auto& result = *static_cast<ParsedXml*>(data);
            result.elements.emplace_back(name);
            for (; *attributes != nullptr; attributes += 2) {
                result.attributes.push_back(std::string(attributes[0]) + "=" + attributes[1]);
            }
        },
        [](void*, const XML_Char*) {});
    XML_SetCharacterDataHandler(parser.get(), [](void* data, const XML_Char* text, int size) {
        static_cast<ParsedXml*>(data)->text.append(text, static_cast<std::size_t>(size));
    });
    if (XML_Parse(parser.get(), bytes.data(), static_cast<int>(bytes.size()), 1) != XML_STATUS_OK) {
        parsed.problem = std::string(XML_ErrorString(XML_GetErrorCode(parser.get()))) + ", line " +
                         std::to_string(XML_GetCurrentLineNumber(parser.get()));
    }
    return parsed;
}

}  // namespace hornbook
