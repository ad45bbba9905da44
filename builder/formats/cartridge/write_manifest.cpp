#include "formats/cartridge/write_manifest.h"

#include "formats/package_names.h"
#include "formats/question_names.h"
#include "xml/writer.h"

namespace hornbook {
namespace {

class CartridgeManifestWriter {
public:
    explicit CartridgeManifestWriter(const Book& book) : book_(book) {}

    std::string write(const std::vector<CartridgeItem>& contents, const std::vector<CartridgeResource>& resources) {
        xml_.declaration();
        xml_.open(manifest_root, {{"identifier", "hornbook-manifest"},
                                  {"xmlns", "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"},
                                  {"xmlns:lomimscc", "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest"}});
        metadata();
        organization(contents);
        xml_.open("resources");
        for (const CartridgeResource& each : resources) {
            resource(each);
        }
        xml_.close();
        xml_.line_break();
        xml_.close();
        return xml_.take();
    }

private:
    void metadata() {
        const Metadata& m = book_.metadata;
        xml_.line_break();
        xml_.open("metadata");
        xml_.element("schema", {}, "IMS Common Cartridge");
        xml_.element("schemaversion", {}, "1.1.0");
        xml_.open("lomimscc:lom");
        xml_.open("lomimscc:general");
        xml_.open("lomimscc:identifier");
        xml_.element("lomimscc:catalog", {}, "URI");
        xml_.element("lomimscc:entry", {}, m.book_identifier);
        xml_.close();
        words("lomimscc:title", short_title(m.title));
        xml_.element("lomimscc:language", {}, m.language);
        words("lomimscc:description", m.description);
        for (const std::string& subject : m.subjects) {
            words("lomimscc:keyword", subject);
        }
        xml_.close();
        if (!m.rights.empty()) {
            xml_.open("lomimscc:rights");
            xml_.open("lomimscc:copyrightAndOtherRestrictions");
            xml_.element("lomimscc:value", {}, "yes");
            xml_.close();
            words("lomimscc:description", m.rights);
            xml_.close();
        }
        xml_.close();
        xml_.close();
        xml_.line_break();
    }

    void words(std::string_view element, const std::string& text) {
        if (!text.empty()) {
            xml_.open(element);
            xml_.element("lomimscc:string", {{"language", book_.metadata.language}}, text);
            xml_.close();
        }
    }

    // Writes the one organization, whose one nameless item holds the contents (Common Cartridge 1.1, 3.4).
    void organization(const std::vector<CartridgeItem>& contents) {
        xml_.open("organizations");
        xml_.open("organization", {{"identifier", "hornbook-contents"}, {"structure", "rooted-hierarchy"}});
        xml_.open("item", {{"identifier", "hornbook-root"}});
        items(contents);
        xml_.close();
        xml_.close();
        xml_.close();
        xml_.line_break();
    }

    void items(const std::vector<CartridgeItem>& rows) {
        for (const CartridgeItem& row : rows) {
            xml_.line_break();
            xml_.open("item", {{"identifier", "item-" + std::to_string(++count_)}, {"identifierref", row.resource}});
            xml_.element("title", {}, short_title(row.title));
            items(row.children);
            xml_.close();
        }
    }

    void resource(const CartridgeResource& resource) {
        xml_.line_break();
        xml_.open("resource", {{"identifier", resource.identifier},
                               {"type", resource.is_assessment ? type_of_assessment : type_of_other_file},
                               {"href", resource.is_assessment ? "" : resource.files.front()}});
        for (const std::string& file : resource.files) {
            xml_.empty("file", {{"href", file}});
        }
        for (const std::string& needed : resource.dependencies) {
            xml_.empty("dependency", {{"identifierref", needed}});
        }
        xml_.close();
    }

    const Book& book_;
    XmlWriter xml_;
    int count_ = 0;
};

}  // namespace

std::string manifest_document(const Book& book, const std::vector<CartridgeItem>& contents,
                              const std::vector<CartridgeResource>& resources) {
    return CartridgeManifestWriter(book).write(contents, resources);
}

}  // namespace hornbook
