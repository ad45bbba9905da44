#include "outputs/epub/epub.h"

#include "base/parallel.h"
#include "model/device_limits.h"
#include "model/mistakes.h"
#include "outputs/epub/document.h"
#include "outputs/epub/glossary_data.h"
#include "outputs/epub/navigation.h"
#include "outputs/epub/package.h"
#include "rendering/pages/page_assets.h"
#include "rendering/pages/quiz_data.h"

namespace hornbook {
namespace {

constexpr std::string_view container =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\n"
    "<rootfiles><rootfile full-path=\"EPUB/package.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles>\n"
    "</container>\n";

// Reports data that is larger than plugins accept.
void tell_too_big(const std::string& data, const std::string& what, Diagnostics& losses) {
    if (data.size() > device_limits::data_bytes) {
        losses.add(Mistake::no_place_in_output, {},
                   "the data of this book's " + what + " are " + std::to_string(data.size() >> 20) + " MB, and e-readers' plugins take " +
                       std::to_string(device_limits::data_bytes >> 20) + " MB, so they will not find it",
                   "divide the book in two");
    }
}

}  // namespace

Files make_epub(const Book& book, const Settings& settings, Diagnostics& losses) {
    PagedBook paged{book, page_ending};
    PagePlan plan = plan_pages(paged);
    std::vector<std::string> pages(plan.pages.size());
    std::string quizzes;
    for_each_in_parallel(pages.size() + 1, settings.jobs, [&](std::size_t i) {
        if (i < pages.size()) {
            pages[i] = xhtml_document(book, plan.pages[i]);
        } else if (plan.has_quizzes) {
            quizzes = quiz_data(paged);
        }
    });
    for (std::size_t i = 0; i < pages.size(); ++i) {
        plan.pages[i].has_mathml = pages[i].find("<math ") != std::string::npos;  // EPUB 3.3 section 5.5.3, `mathml`
    }
    Files files = {
        {"mimetype", "application/epub+zip", false},  // first and stored: EPUB 3.3 section 4.2.6.3
        {"META-INF/container.xml", std::string(container)},   {"EPUB/package.opf", package_document(book, plan, settings.modified)},
        {"EPUB/nav.xhtml", nav_document(book, plan)},         {"EPUB/toc.ncx", ncx_document(book, plan)},
        {"EPUB/" + std::string(style_file), book_style(book)}};
    if (plan.has_script) {
        files.push_back({"EPUB/" + std::string(script_file), quiz_script()});
        files.push_back({"EPUB/" + std::string(script_style_file), quiz_style()});
    }
    for (std::size_t i = 0; i < pages.size(); ++i) {
        files.push_back({"EPUB/" + plan.pages[i].file, std::move(pages[i])});
    }
    for (const ShownPicture& picture : plan.pictures) {
        bool is_text = picture.picture->media_type == "image/svg+xml";
        files.push_back({"EPUB/" + picture.file, picture.picture->bytes, is_text});
    }
    if (plan.has_quizzes) {
        tell_too_big(quizzes, "quizzes", losses);
        files.push_back({"EPUB/" + std::string(quiz_file), std::move(quizzes)});
    }
    if (plan.has_glossary) {
        std::string glossary = glossary_data(paged);
        tell_too_big(glossary, "glossary", losses);
        files.push_back({"EPUB/" + std::string(glossary_data_file), std::move(glossary)});
    }
    return files;
}

}  // namespace hornbook
