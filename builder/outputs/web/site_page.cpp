#include "outputs/web/site_page.h"

#include "base/content_policy.h"
#include "rendering/pages/page_assets.h"
#include "rendering/pages/pages.h"

namespace hornbook {
namespace {

constexpr std::string_view start_id = "index";
constexpr std::string_view search_id = "search";
constexpr std::string_view contents_id = "hb-contents";
constexpr std::string_view text_id = "hb-text";

// Writes the contents: with `sections` all of them, else chapters and the sections of the open page.
void contents_list(XmlWriter& xml, const std::vector<NavEntry>& entries, std::string_view open_file, bool sections) {
    xml.open("ol");
    for (const NavEntry& entry : entries) {
        xml.line_break();
        bool is_open = entry.href == open_file;
        bool has_pages = !entry.children.empty() && entry.children.front().href.find('#') == std::string::npos;
        xml.open("li");
        xml.element("a", {{"href", entry.href}, {"aria-current", is_open ? "page" : ""}}, entry.title);
        if (!entry.children.empty() && (sections || is_open || has_pages)) {
            contents_list(xml, entry.children, open_file, sections);
        }
        xml.close();
    }
    xml.close();
}

class SitePage {
public:
    SitePage(const Site& site, std::size_t index)
        : site_(site), book_(site.paged.book), words_(book_.words), page_(site.pages[index]), index_(index) {}

    std::string write() {
        const std::string& language = page_.language.empty() ? book_.metadata.language : page_.language;
        xml_.open("html", {{"lang", language}, {"dir", direction_of(language)}});
        xml_.line_break();
        head();
        xml_.line_break();
        xml_.open("body", {{"class", page_.id == start_id ? "web web-start" : "web"}});
        xml_.line_break();
        skip_and_site_links();
        xml_.open("main", {{"id", text_id}});
        xml_.line_break();
        page_.body(xml_);
        xml_.close();
        xml_.line_break();
        previous_and_next_links();
        if (page_.id != start_id) {
            contents();
        }
        xml_.close();
        xml_.line_break();
        xml_.close();
        return "<!DOCTYPE html>\n" + in_dialect(xml_.take(), page_html()) + "\n";
    }

private:
    static std::string_view direction_of(const std::string& language) {
        return is_right_to_left(language) ? "rtl" : "ltr";
    }

    void head() {
        std::string title = title_of_edition(book_);
        xml_.open("head");
        xml_.empty("meta", {{"charset", "utf-8"}});
        xml_.empty("meta", {{"http-equiv", "Content-Security-Policy"},
                            {"content", content_policy({"img-src 'self'", "script-src 'self'", "style-src 'self'"})}});
        xml_.element("title", {}, page_.id == start_id ? title : page_.title + " – " + title);
        xml_.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
        if (page_.id == start_id && !book_.metadata.description.empty()) {
            xml_.empty("meta", {{"name", "description"}, {"content", book_.metadata.description}});
        }
        style(site_style_file);
        if (page_.script_data) {
            style(site_quiz_style_file);
            xml_.line_break();
            xml_.element("script", {{"type", "application/json"}, {"id", "hornbook-quiz-data"}}, page_.script_data());
            script(site_quiz_script_file);
        }
        if (page_.id == search_id) {
            script(search_index_file);
            script(search_script_file);
        } else if (has_notes()) {
            script(notes_script_file);
        }
        xml_.close();
    }

    // Whether words or numbers of its text link to notes at its end.
    bool has_notes() const {
        for (std::size_t i = 0; i < book_.chapters.size(); ++i) {
            if (chapter_file(site_.paged, i) == page_.file) {
                return !book_.chapters[i].key_terms.empty() || !book_.chapters[i].footnotes.empty();
            }
        }
        return false;
    }

    void style(std::string_view file) {
        xml_.line_break();
        xml_.empty("link", {{"rel", "stylesheet"}, {"href", file}});
    }

    void script(std::string_view file) {
        xml_.line_break();
        xml_.element("script", {{"src", file}}, "");
    }

    // Opens an element for words in the book's language on a page that has another.
    void open_in_book_language(std::string_view element, std::string_view css_class) {
        std::string language = page_.language.empty() ? "" : book_.metadata.language;
        xml_.open(element, {{"class", css_class}, {"lang", language}, {"dir", language.empty() ? "" : direction_of(language)}});
    }

    void skip_and_site_links() {
        open_in_book_language("header", "web-head");
        xml_.element("a", {{"class", "web-skip"}, {"href", "#" + std::string(text_id)}}, words_.start_of_text);
        xml_.text(" ");
        if (page_.id != start_id) {
            xml_.element("a", {{"class", "web-home"}, {"href", site_.pages.front().file}}, title_of_edition(book_));
            xml_.text(" ");
        }
        xml_.element("a", {{"class", "web-to-contents"}, {"href", "#" + std::string(contents_id)}}, words_.contents);
        xml_.text(" ");
        xml_.element("a",
                     {{"class", "web-to-search"}, {"href", site_.pages.back().file}, {"aria-current", page_.id == search_id ? "page" : ""}},
                     words_.search);
        xml_.close();
        xml_.line_break();
    }

    void previous_and_next_links() {
        if (!page_.linear) {
            return;
        }
        open_in_book_language("footer", "web-turn");
        std::size_t before = index_;
        while (before > 0 && !site_.pages[--before].linear) {
        }
        std::size_t after = index_ + 1;
        while (after < site_.pages.size() && !site_.pages[after].linear) {
            ++after;
        }
        bool rtl = is_right_to_left(book_.metadata.language);
        if (before < index_) {
            turn("prev", words_.previous_page, rtl ? "→" : "←", site_.pages[before]);
        }
        if (after < site_.pages.size()) {
            turn("next", words_.next_page, rtl ? "←" : "→", site_.pages[after]);
        }
        xml_.close();
        xml_.line_break();
    }

    void turn(std::string_view relation, const std::string& word, std::string_view arrow, const BookPage& page) {
        bool forward = relation == "next";
        auto show_arrow = [&] { xml_.element("span", {{"aria-hidden", "true"}}, arrow); };
        xml_.open("a", {{"class", "web-" + std::string(relation)}, {"rel", relation}, {"href", page.file}});
        xml_.open("span", {{"class", "web-way"}});
        if (!forward) {
            show_arrow();
            xml_.text(" ");
        }
        xml_.text(word);
        if (forward) {
            xml_.text(" ");
            show_arrow();
        }
        xml_.close();
        xml_.text(" ");
        xml_.element("span", {{"class", "web-title"}, {"lang", page.language}}, page.title);
        xml_.close();
        xml_.text(" ");
    }

    void contents() {
        open_in_book_language("nav", "web-contents");
        xml_.attribute("aria-labelledby", contents_id);
        xml_.element("h2", {{"id", contents_id}}, words_.contents);
        contents_list(xml_, site_.plan.contents, page_.file, false);
        xml_.close();
        xml_.line_break();
    }

    XmlWriter xml_;
    const Site& site_;
    const Book& book_;
    const Words& words_;
    const BookPage& page_;
    std::size_t index_;
};

void start_page(XmlWriter& xml, const Book& book, const PagePlan& plan) {
    if (cover_picture(book) != no_index) {
        cover_page(xml, book);
        xml.line_break();
    }
    title_page(xml, book);
    xml.line_break();
    xml.open("nav", {{"class", "web-contents"}, {"aria-labelledby", contents_id}});
    xml.element("h2", {{"id", contents_id}}, book.words.contents);
    contents_list(xml, plan.contents, "", true);
    xml.close();
    xml.line_break();
}

// Writes the search page, a paragraph that the script replaces.
void search_page(XmlWriter& xml, const Words& words) {
    xml.element("h1", {{"id", "hb-title"}}, words.search);
    xml.line_break();
    xml.open("div", {{"id", "hornbook-search"}});
    xml.element("p", {}, words.search_without_script);
    xml.close();
    xml.line_break();
}

}  // namespace

Site plan_site(const PagedBook& paged, const PagePlan& plan) {
    const Book& book = paged.book;
    Site site{paged, plan, {}};
    site.pages.push_back({std::string(start_id), page_file(paged, start_id), title_of_edition(book),
                          [&book, &plan](XmlWriter& xml) { start_page(xml, book, plan); }});
    for (const BookPage& page : plan.pages) {
        if (page.id != "cover" && page.id != "title") {  // the start page has both
            site.pages.push_back(page);
        }
    }
    site.pages.push_back({std::string(search_id), page_file(paged, search_id), book.words.search,
                          [&words = book.words](XmlWriter& xml) { search_page(xml, words); }});
    site.pages.back().linear = false;
    return site;
}

std::string site_page(const Site& site, std::size_t page) {
    return SitePage(site, page).write();
}

}  // namespace hornbook
