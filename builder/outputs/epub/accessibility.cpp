#include "outputs/epub/accessibility.h"

#include <algorithm>

#include "model/walk.h"

namespace hornbook {
namespace {

struct Findings {
    bool all_described = true;
    bool may_move = false;  // a GIF may flash; nobody here looks at its frames
};

Findings look_at_pictures(const Book& book, const PagePlan& plan) {
    Findings found;
    if (cover_picture(book) != no_index && book.metadata.cover_alt.empty()) {
        found.all_described = false;
    }
    walk_book_inlines(book, [&](const Inline& node) {
        const auto* image = std::get_if<Image>(&node.kind);
        if (image != nullptr && image->alt.empty() && !image->decorative) {
            found.all_described = false;
        }
    });
    found.may_move =
        std::any_of(plan.pictures.begin(), plan.pictures.end(), [](const ShownPicture& p) { return p.picture->media_type == "image/gif"; });
    return found;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> accessibility_metadata(const Book& book, const PagePlan& plan) {
    Findings found = look_at_pictures(book, plan);
    bool has_pictures = !plan.pictures.empty();
    std::vector<std::pair<std::string, std::string>> rows = {{"accessMode", "textual"}};
    if (has_pictures) {
        rows.emplace_back("accessMode", "visual");
    }
    rows.emplace_back("accessModeSufficient", found.all_described ? "textual" : "textual,visual");
    for (const char* feature : {"structuralNavigation", "tableOfContents", "readingOrder", "displayTransformability", "ARIA", "unlocked"}) {
        rows.emplace_back("accessibilityFeature", feature);
    }
    if (has_pictures && found.all_described) {
        rows.emplace_back("accessibilityFeature", "alternativeText");
    }
    if (std::any_of(plan.pages.begin(), plan.pages.end(), [](const BookPage& page) { return page.has_mathml; })) {
        rows.emplace_back("accessibilityFeature", "MathML");
    }
    if (!plan.page_list.empty()) {
        rows.emplace_back("accessibilityFeature", "pageBreakMarkers");
        rows.emplace_back("accessibilityFeature", "pageNavigation");
    }
    rows.emplace_back("accessibilityHazard", found.may_move ? "unknown" : "none");
    std::string summary = book.words.summary_text;
    if (has_pictures) {
        summary += " " + (found.all_described ? book.words.summary_pictures_described : book.words.summary_pictures_missing);
    }
    if (plan.has_quizzes && book.edition == Edition::student) {  // the others have no such links
        summary += " " + book.words.summary_quizzes;
    }
    rows.emplace_back("accessibilitySummary", summary);
    return rows;
}

}  // namespace hornbook
