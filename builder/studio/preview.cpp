#include "studio/preview.h"

#include <algorithm>

#include "formulas/typeset.h"
#include "rendering/pages/page_assets.h"
#include "rendering/pages/pages.h"
#include "rendering/pages/quiz_data.h"
#include "weaving/editions.h"

namespace hornbook {
namespace {

constexpr std::string_view chapters_room = "chapters/";

std::string name_of(const std::string& file) {
    return file.substr(file.starts_with(chapters_room) ? chapters_room.size() : 0);
}

std::string path_of(const std::string& name) {
    return std::string(chapters_room) + name;
}

bool is_of_glossary(const Book& book, const Sources& sources, const std::string& name) {
    return !name.empty() && book.glossary.file < sources.size() && sources[book.glossary.file].path == path_of(name);
}

// Of the other chapters the page needs no more than where they are: their formulas are not asked for.
void empty_others(Book& book, std::size_t chapter) {
    for (std::size_t i = 0; i < book.chapters.size(); ++i) {
        if (i != chapter) {
            book.chapters[i].blocks.clear();
            book.chapters[i].quizzes.clear();
            book.chapters[i].footnotes.clear();
        }
    }
}

std::string body(const std::function<void(XmlWriter& xml)>& page) {
    XmlWriter xml;
    xml.open("body", {{"xmlns", "http://www.w3.org/1999/xhtml"}, {"xmlns:epub", "http://www.idpf.org/2007/ops"}});
    page(xml);
    xml.close();
    return xml.take();
}

void take_pictures(Book& book, Preview& preview) {
    for (Picture& picture : book.pictures) {
        if (picture.source.starts_with("data-")) {
            preview.embedded.push_back(picture);
        }
        picture.bytes = {};
    }
}

void show_chapter(Book book, std::size_t chapter, Session& session, Preview& preview) {
    bool script = book.quiz_script && book.edition != Edition::teacher && !book.chapters[chapter].quizzes.empty();
    empty_others(book, chapter);
    typeset_formulas(book, {.programs = session.formulas.asked()}, preview.diagnostics);
    PagedBook paged{book, ".xhtml", true, &preview.sources};
    preview.page = body([&](XmlWriter& xml) { chapter_page(xml, paged, chapter); });
    preview.quiz = script ? chapter_script_data(paged, chapter) : "";
    preview.language = book.chapters[chapter].language.empty() ? book.metadata.language : book.chapters[chapter].language;
}

void show_glossary(Book book, Session& session, Preview& preview) {
    empty_others(book, no_index);
    typeset_formulas(book, {.programs = session.formulas.asked()}, preview.diagnostics);
    PagedBook paged{book, ".xhtml", true, &preview.sources};
    preview.page = body([&](XmlWriter& xml) { glossary_page(xml, paged); });
    preview.language = book.metadata.language;
}

}  // namespace

Preview preview_in(WovenBook woven, Session& session, const std::string& file, Edition edition) {
    Preview preview;
    preview.sources = std::move(woven.sources);
    preview.diagnostics = std::move(woven.diagnostics);
    preview.styles = book_style(woven.book) + quiz_style();
    take_pictures(woven.book, preview);
    std::string name = name_of(file);
    auto is_it = [&](const Chapter& one) { return one.file == name; };
    const std::vector<Chapter>& chapters = woven.book.chapters;
    std::size_t chapter = static_cast<std::size_t>(std::find_if(chapters.begin(), chapters.end(), is_it) - chapters.begin());
    preview.for_teachers = std::any_of(woven.book.held_back.begin(), woven.book.held_back.end(), is_it);
    if (chapter < chapters.size()) {
        show_chapter(edition_of(std::move(woven.book), edition, true), chapter, session, preview);
    } else if (is_of_glossary(woven.book, preview.sources, name)) {
        show_glossary(edition_of(std::move(woven.book), edition, true), session, preview);
    }
    preview.right_to_left = is_right_to_left(preview.language);
    preview.diagnostics.sort();
    return preview;
}

Preview preview_of(Session& session, const std::string& file, Edition edition) {
    std::string name = name_of(file);
    WovenRequest request{.folder = session.folder,
                         .jobs = session.jobs,
                         .open = open_book(session),
                         .whole = edition == Edition::teacher,
                         .only = name,
                         .picture_bytes = false};
    WovenBook woven = read_woven_book(request);
    if (is_of_glossary(woven.book, woven.sources, name)) {
        request.only = {};
        return preview_in(read_woven_book(request), session, file, edition);
    }
    std::vector<std::uint32_t> told = {0};  // book.toml and the chapter itself
    for (std::uint32_t i = 0; i < woven.sources.size(); ++i) {
        if (woven.sources[i].path == path_of(name)) {
            told.push_back(i);
        }
    }
    woven.diagnostics.keep_only(told);
    std::string outline = std::move(woven.outline);
    Preview preview = preview_in(std::move(woven), session, file, edition);
    preview.outline = std::move(outline);
    std::for_each(told.begin(), told.end(), [&](std::uint32_t i) { preview.about.push_back(preview.sources[i].path); });
    return preview;
}

}  // namespace hornbook
