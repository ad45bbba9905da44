#include "formats/qti/write_manifest.h"

#include "base/text.h"
#include "formats/package_names.h"
#include "xml/writer.h"

namespace hornbook {
namespace {

std::string picture_resource(std::size_t picture) {
    return "picture-" + std::to_string(picture + 1);
}

class QtiManifestWriter {
public:
    explicit QtiManifestWriter(const Book& book) : book_(book) {}

    std::string write(const std::vector<QtiTest>& tests) {
        xml_.declaration();
        xml_.open(manifest_root, {{"xmlns", "http://www.imsglobal.org/xsd/imscp_v1p1"},
                                  {"xmlns:imsmd", "http://www.imsglobal.org/xsd/imsmd_v1p2"},
                                  {"xmlns:imsqti", "http://www.imsglobal.org/xsd/imsqti_metadata_v2p1"},
                                  {"identifier", "book-" + ascii_slug(book_.metadata.book_identifier)}});
        xml_.line_break();
        xml_.open("metadata");
        xml_.element("schema", {}, "QTIv2.1 Package");
        xml_.element("schemaversion", {}, "1.0.0");
        description(book_.metadata.title, book_.metadata.language, book_.metadata.description);
        close_line();
        xml_.empty("organizations");
        xml_.line_break();
        xml_.open("resources");
        xml_.line_break();
        for (const QtiTest& test : tests) {
            resource(test);
        }
        for (const QtiTest& test : tests) {
            for (const QtiItem& item : test.items) {
                resource(item);
            }
        }
        shared_files(tests);
        close_line();
        close_line();
        return xml_.take();
    }

private:
    void close_line() {
        xml_.close();
        xml_.line_break();
    }

    void words(std::string_view element, const std::string& language, const std::string& text) {
        if (!text.empty()) {
            xml_.open(element);
            xml_.element("imsmd:langstring", {{"xml:lang", language}}, text);
            xml_.close();
        }
    }

    void description(const std::string& title, const std::string& language, const std::string& more = {}) {
        xml_.open("imsmd:lom");
        xml_.open("imsmd:general");
        words("imsmd:title", language, title);
        xml_.element("imsmd:language", {}, language);
        words("imsmd:description", language, more);
        xml_.close();
        xml_.close();
    }

    void open_resource(const std::string& identifier, std::string_view type, const std::string& file) {
        xml_.open("resource", {{"identifier", identifier}, {"type", type}, {"href", file}});
    }

    void close_resource(const std::string& file, const std::vector<std::string>& needed) {
        xml_.empty("file", {{"href", file}});
        for (const std::string& each : needed) {
            xml_.empty("dependency", {{"identifierref", each}});
        }
        close_line();
    }

    void resource(const QtiTest& test) {
        open_resource(test.identifier, type_of_test, test.file);
        xml_.open("metadata");
        description(test.title, test.language);
        xml_.close();
        std::vector<std::string> needed;
        for (const QtiItem& item : test.items) {
            needed.push_back(item.identifier);
        }
        close_resource(test.file, needed);
    }

    void resource(const QtiItem& item) {
        open_resource(item.identifier, type_of_item, item.file);
        xml_.open("metadata");
        description(item.title, item.language);
        xml_.open("imsqti:qtiMetadata");
        xml_.element("imsqti:timeDependent", {}, "false");
        xml_.element("imsqti:interactionType", {}, item.interaction);
        xml_.element("imsqti:feedbackType", {}, item.has_feedback ? "nonadaptive" : "none");
        xml_.element("imsqti:solutionAvailable", {}, item.has_solution ? "true" : "false");
        xml_.element("imsqti:toolName", {}, "Hornbook");
        xml_.close();
        xml_.close();
        std::vector<std::string> needed;
        for (std::size_t picture : item.pictures) {
            needed.push_back(picture_resource(picture));
        }
        if (item.has_style) {
            needed.emplace_back("right-to-left");
        }
        close_resource(item.file, needed);
    }

    void shared_files(const std::vector<QtiTest>& tests) {
        std::set<std::size_t> pictures;
        bool has_style = false;
        for (const QtiTest& test : tests) {
            for (const QtiItem& item : test.items) {
                pictures.insert(item.pictures.begin(), item.pictures.end());
                has_style = has_style || item.has_style;
            }
        }
        for (std::size_t picture : pictures) {
            std::string path = picture_path(book_.pictures[picture]);
            open_resource(picture_resource(picture), type_of_other_file, path);
            close_resource(path, {});
        }
        if (has_style) {
            open_resource("right-to-left", type_of_other_file, right_to_left_style);
            close_resource(right_to_left_style, {});
        }
    }

    const Book& book_;
    XmlWriter xml_;
};

}  // namespace

std::string qti_manifest(const Book& book, const std::vector<QtiTest>& tests) {
    return QtiManifestWriter(book).write(tests);
}

}  // namespace hornbook
