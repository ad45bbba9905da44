#include "xml/dialect.h"

#include "xml/tags.h"

namespace hornbook {
namespace {

// Void elements (HTML, 13.1.2). Only these are written <br/>; HTML parsers read any other element written so as left open.
const std::set<std::string_view> void_elements = {"br", "col", "hr", "img", "input", "link", "meta", "wbr"};

class Translator {
public:
    explicit Translator(const Dialect& dialect) : dialect_(dialect) {}

    std::string translate(std::string_view xhtml) {
        walk_tags(xhtml, {[this](std::string_view text) { result_ += text; }, [this](const Tag& tag) { copy(tag); }});
        return std::move(result_);
    }

private:
    void copy(const Tag& tag) {
        auto renamed = dialect_.renamed.find(tag.name);
        std::string_view name = renamed == dialect_.renamed.end() ? tag.name : renamed->second;
        bool is_void = void_elements.contains(name);
        in_math_ = in_math_ || (name == "math" && tag.kind == TagKind::start);
        if (!name.empty() && tag.kind != TagKind::end) {
            open(tag, name, is_void);
        }
        if (!name.empty() && !is_void && tag.kind != TagKind::start) {
            result_ += "</" + std::string(name) + ">";
        }
        in_math_ = in_math_ && !(name == "math" && tag.kind == TagKind::end);
    }

    void open(const Tag& tag, std::string_view name, bool is_void) {
        result_ += "<" + std::string(name);
        for (const Attribute& a : attributes_of(tag)) {
            if (in_math_ || dialect_.attributes.contains(a.name)) {
                result_ += " " + std::string(a.name) + "=\"" + std::string(a.value) + "\"";
            }
        }
        result_ += is_void ? "/>" : ">";
    }

    const Dialect& dialect_;
    std::string result_;
    bool in_math_ = false;
};

}  // namespace

std::string in_dialect(std::string_view xhtml, const Dialect& dialect) {
    return Translator(dialect).translate(xhtml);
}

void write_in_dialect(XmlWriter& xml, std::string_view xhtml, const Dialect& dialect) {
    xml.piece(in_dialect(xhtml, dialect));
}

}  // namespace hornbook
