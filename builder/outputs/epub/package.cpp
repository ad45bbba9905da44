#include "outputs/epub/package.h"

#include <set>

#include "base/iso_time.h"
#include "base/text.h"
#include "outputs/epub/accessibility.h"
#include "outputs/epub/document.h"

namespace hornbook {
namespace {

// The manifest properties of a page, such as `mathml` (EPUB 3.3, section 5.5.3), with spaces between them.
std::string properties_of(const BookPage& page) {
    std::string properties = page.has_mathml ? "mathml" : "";
    if (page.script_data) {
        properties += properties.empty() ? "scripted" : " scripted";
    }
    return properties;
}

class PackageWriter {
public:
    PackageWriter(const Book& book, const PagePlan& plan) : book_(book), plan_(plan) {}

    std::string write(std::int64_t modified) {
        const std::string& language = book_.metadata.language;
        bool rtl = is_right_to_left(language);
        xml_.declaration();
        xml_.open("package", {{"xmlns", "http://www.idpf.org/2007/opf"},
                              {"version", "3.0"},
                              {"unique-identifier", "pub-id"},
                              {"xml:lang", language},
                              {"dir", rtl ? "rtl" : ""},
                              {"prefix", plan_.has_quizzes || plan_.has_glossary ? "hornbook: urn:hornbook:" : ""}});
        xml_.line_break();
        metadata(modified);
        manifest();
        xml_.open("spine", {{"toc", "ncx"}, {"page-progression-direction", rtl ? "rtl" : ""}});
        xml_.line_break();
        for (const BookPage& page : plan_.pages) {
            row("itemref", {{"idref", page.id}, {"linear", page.linear ? "" : "no"}});
        }
        xml_.close();
        xml_.line_break();
        xml_.close();
        return xml_.take();
    }

private:
    void row(std::string_view element, std::initializer_list<Attribute> attributes) {
        xml_.empty(element, attributes);
        xml_.line_break();
    }

    void dc(std::string_view element, std::string_view text, std::string_view id = "") {
        if (!text.empty()) {
            xml_.element("dc:" + std::string(element), {{"id", id}}, text);
            xml_.line_break();
        }
    }

    void meta(std::string_view property, std::string_view text, std::string_view refines = "", std::string_view scheme = "") {
        if (!text.empty()) {
            xml_.element("meta", {{"property", property}, {"refines", refines}, {"scheme", scheme}}, text);
            xml_.line_break();
        }
    }

    // Writes dc:language elements: the book's own first, then those of chapters.
    void languages() {
        std::set<std::string> named = {book_.metadata.language};
        dc("language", book_.metadata.language);
        for (const Chapter& chapter : book_.chapters) {
            if (!chapter.language.empty() && named.insert(chapter.language).second) {
                dc("language", chapter.language);
            }
        }
    }

    void metadata(std::int64_t modified) {
        const Metadata& m = book_.metadata;
        xml_.open("metadata", {{"xmlns:dc", "http://purl.org/dc/elements/1.1/"}});
        xml_.line_break();
        dc("identifier", m.identifier, "pub-id");
        dc("title", title_of_edition(book_), "book-title");
        meta("title-type", "main", "#book-title");
        if (!m.subtitle.empty()) {
            dc("title", m.subtitle, "book-subtitle");
            meta("title-type", "subtitle", "#book-subtitle");
        }
        languages();
        for (std::size_t i = 0; i < m.authors.size(); ++i) {
            std::string id = "author-" + std::to_string(i + 1);
            dc("creator", m.authors[i], id);
            meta("role", "aut", "#" + id, "marc:relators");
        }
        dc("publisher", m.publisher);
        dc("description", m.description);
        dc("rights", m.rights);
        for (const std::string& subject : m.subjects) {
            dc("subject", subject);
        }
        dc("date", m.date);
        meta("dcterms:modified", iso_time(modified));
        education();
        for (const auto& [property, value] : accessibility_metadata(book_, plan_)) {
            meta("schema:" + property, value);
        }
        if (!plan_.page_list.empty()) {  // EPUB Accessibility 1.1, 3.3.2
            meta("pageBreakSource", m.title + " (" + book_.words.printed_pages + ")");
        }
        for (const ShownPicture& picture : plan_.pictures) {
            if (picture.is_cover) {
                row("meta", {{"name", "cover"}, {"content", picture.id}});  // for readers of EPUB 2
            }
        }
        xml_.close();
        xml_.line_break();
    }

    // Writes LRMI metadata in schema.org's terms.
    void education() {
        const Metadata& m = book_.metadata;
        bool is_test = book_.edition == Edition::test;
        if (m.level.empty() && m.age.empty() && !plan_.has_quizzes) {
            return;
        }
        meta("schema:learningResourceType", is_test ? "assessment" : "textbook");
        meta("schema:educationalLevel", m.level);
        meta("schema:typicalAgeRange", m.age);
        meta("schema:educationalRole", book_.edition == Edition::teacher ? "teacher" : "student");
        if (plan_.has_quizzes) {
            meta("schema:educationalUse", is_test ? "assessment" : "self-assessment");
        }
    }

    // Writes the manifest item of data for plugins. No page shows it, so it needs no fallback (EPUB 3.3, 3.3); editors of EPUBs drop files
    // that the manifest does not name.
    void data_for_plugins(std::string_view name, std::string_view file) {
        row("item", {{"id", name}, {"href", file}, {"media-type", "application/json"}, {"properties", "hornbook:" + std::string(name)}});
    }

    void manifest() {
        xml_.open("manifest");
        xml_.line_break();
        row("item", {{"id", "nav"}, {"href", "nav.xhtml"}, {"media-type", "application/xhtml+xml"}, {"properties", "nav"}});
        row("item", {{"id", "ncx"}, {"href", "toc.ncx"}, {"media-type", "application/x-dtbncx+xml"}});
        row("item", {{"id", "style"}, {"href", style_file}, {"media-type", "text/css"}});
        if (plan_.has_script) {
            row("item", {{"id", "script"}, {"href", script_file}, {"media-type", "application/javascript"}});
            row("item", {{"id", "script-style"}, {"href", script_style_file}, {"media-type", "text/css"}});
        }
        for (const BookPage& page : plan_.pages) {
            row("item",
                {{"id", page.id}, {"href", page.file}, {"media-type", "application/xhtml+xml"}, {"properties", properties_of(page)}});
        }
        for (const ShownPicture& picture : plan_.pictures) {
            row("item", {{"id", picture.id},
                         {"href", picture.file},
                         {"media-type", picture.picture->media_type},
                         {"properties", picture.is_cover ? "cover-image" : ""}});
        }
        if (plan_.has_quizzes) {
            data_for_plugins("quiz-data", quiz_file);
        }
        if (plan_.has_glossary) {
            data_for_plugins("glossary-data", glossary_data_file);
        }
        xml_.close();
        xml_.line_break();
    }

    XmlWriter xml_;
    const Book& book_;
    const PagePlan& plan_;
};

}  // namespace

std::string package_document(const Book& book, const PagePlan& plan, std::int64_t modified) {
    return PackageWriter(book, plan).write(modified);
}

}  // namespace hornbook
