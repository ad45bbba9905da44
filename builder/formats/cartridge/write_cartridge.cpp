#include "base/parallel.h"
#include "formats/cartridge/cartridge.h"
#include "formats/cartridge/in_moodle.h"
#include "formats/cartridge/write_assessment.h"
#include "formats/cartridge/write_manifest.h"
#include "formats/losses.h"
#include "formats/package_names.h"
#include "model/plain_text.h"
#include "rendering/pages/page_assets.h"
#include "rendering/pages/plan.h"

namespace hornbook {
namespace {

constexpr std::string_view shared_style_file = "style.css";

std::string html_document(const Book& book, const BookPage& page) {
    const std::string& language = page.language.empty() ? book.metadata.language : page.language;
    XmlWriter xml;
    xml.open("html", {{"lang", language}, {"dir", is_right_to_left(language) ? "rtl" : ""}});
    xml.open("head");
    xml.empty("meta", {{"charset", "utf-8"}});
    xml.empty("meta", {{"name", "viewport"}, {"content", "width=device-width"}});
    xml.element("title", {}, page.title);
    xml.empty("link", {{"rel", "stylesheet"}, {"href", shared_style_file}});
    xml.close();
    xml.line_break();
    xml.open("body");
    page.body(xml);
    xml.close();
    xml.close();
    return "<!DOCTYPE html>\n" + in_dialect(xml.take(), page_html()) + "\n";
}

class CartridgeMaker {
public:
    CartridgeMaker(const Book& book, Diagnostics& losses)
        : book_(book), losses_("common-cartridge", losses), paged_{book, cartridge_ending, false}, plan_(plan_pages(paged_)) {
        std::erase_if(plan_.pages, [](const BookPage& page) { return page.id.starts_with("part-"); });  // contents say what they say
    }

    Files make(unsigned jobs) {
        add_shared();
        std::vector<std::string> documents(plan_.pages.size());
        for_each_in_parallel(documents.size(), jobs, [&](std::size_t i) { documents[i] = html_document(book_, plan_.pages[i]); });
        for (std::size_t i = 0; i < documents.size(); ++i) {
            const BookPage& page = plan_.pages[i];
            tell_page_in_moodle(losses_, documents[i], place_of(page));
            resources_.push_back({"page-" + page.id, false, {page.file}, {"shared"}});
            files_.push_back({page.file, std::move(documents[i])});
        }
        add_contents();
        files_.insert(files_.begin(), {std::string(manifest_file), manifest_document(book_, contents_, resources_)});
        return std::move(files_);
    }

private:
    Place place_of(const BookPage& page) const {
        const Chapter* chapter = chapter_of(page);
        return chapter != nullptr ? chapter->place : Place{};
    }

    const Chapter* chapter_of(const BookPage& page) const {
        auto chapter = std::find_if(book_.chapters.begin(), book_.chapters.end(),
                                    [&](const Chapter& each) { return page.id == "chapter-" + each.slug; });
        return chapter == book_.chapters.end() ? nullptr : &*chapter;
    }

    // Adds styles and pictures of the pages, which no row of the contents names.
    void add_shared() {
        CartridgeResource shared{"shared", false, {std::string(shared_style_file)}, {}};
        files_.push_back({std::string(shared_style_file), book_style(book_)});
        for (const ShownPicture& shown : plan_.pictures) {
            shared.files.push_back(shown.file);
            files_.push_back({shown.file, shown.picture->bytes, shown.picture->media_type == "image/svg+xml"});
        }
        resources_.push_back(std::move(shared));
    }

    // Adds the contents: a row at the top for each chapter, with its page and its quizzes, since platforms make a section of it.
    void add_contents() {
        contents_.push_back({title_of_edition(book_), "", {}});
        for (const BookPage& page : plan_.pages) {
            const Chapter* chapter = chapter_of(page);
            CartridgeItem row{page.title, "page-" + page.id, {}};
            if (chapter != nullptr) {
                contents_.push_back({page.title, "", {row}});
                add_quizzes(static_cast<std::size_t>(chapter - book_.chapters.data()));
            } else if (contents_.size() == 1) {  // before the first chapter
                contents_.back().children.push_back(std::move(row));
            } else {
                contents_.push_back({page.title, "", {row}});
            }
        }
    }

    void add_quizzes(std::size_t chapter) {
        for (const Quiz& quiz : book_.chapters[chapter].quizzes) {
            std::string file = quiz.id + ".xml";
            std::vector<std::string> needed = {"shared"};
            resources_.push_back({quiz.id, true, {file}, std::move(needed)});
            files_.push_back({file, assessment_document(book_, quiz, items_of(book_, chapter, quiz, losses_))});
            contents_.back().children.push_back({plain_text(quiz.title), quiz.id, {}});
        }
    }

    const Book& book_;
    Losses losses_;
    PagedBook paged_;
    PagePlan plan_;
    Files files_;
    std::vector<CartridgeResource> resources_;
    std::vector<CartridgeItem> contents_;
};

}  // namespace

Files make_cartridge(const Book& book, const Settings& settings, Diagnostics& losses) {
    return CartridgeMaker(book, losses).make(settings.jobs);
}

}  // namespace hornbook
