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

void show_chapter(Book book, std::size_t chapter, const Sources& sources, Session& session, Preview& preview) {
    bool script = book.quiz_script && book.edition != Edition::teacher && !book.chapters[chapter].quizzes.empty();
    empty_others(book, chapter);
    Diagnostics told_elsewhere;
    typeset_formulas(book, {.programs = session.formulas.asked()}, told_elsewhere);
    PagedBook paged{book, ".xhtml", true, &sources};
    preview.page = body([&](XmlWriter& xml) { chapter_page(xml, paged, chapter); });
    preview.quiz = script ? chapter_script_data(paged, chapter) : "";
    preview.language = book.chapters[chapter].language.empty() ? book.metadata.language : book.chapters[chapter].language;
}

void show_glossary(Book book, const Sources& sources, Session& session, Preview& preview) {
    empty_others(book, no_index);
    Diagnostics told_elsewhere;
    typeset_formulas(book, {.programs = session.formulas.asked()}, told_elsewhere);
    PagedBook paged{book, ".xhtml", true, &sources};
    preview.page = body([&](XmlWriter& xml) { glossary_page(xml, paged); });
    preview.language = book.metadata.language;
}

std::size_t called(const std::string& name, const std::vector<Chapter>& chapters) {
    auto found = std::find_if(chapters.begin(), chapters.end(), [&](const Chapter& one) { return one.file == name; });
    return static_cast<std::size_t>(found - chapters.begin());
}

WovenRequest wanted(Session& session, const std::string& name) {
    return {.folder = session.folder, .jobs = session.jobs, .open = open_book(session), .only = name, .picture_bytes = false};
}

}  // namespace

Preview preview_in(WovenBook woven, Session& session, const std::string& file, Edition edition) {
    Preview preview;
    preview.has_mistakes = woven.diagnostics.has_errors();
    preview.styles = book_style(woven.book) + quiz_style();
    take_pictures(woven.book, preview);
    std::string name = name_of(file);
    std::size_t chapter = called(name, woven.book.chapters);
    preview.for_teachers = called(name, woven.book.held_back) < woven.book.held_back.size();
    if (chapter < woven.book.chapters.size()) {
        show_chapter(edition_of(std::move(woven.book), edition, true), chapter, woven.sources, session, preview);
    } else if (is_of_glossary(woven.book, woven.sources, name)) {
        show_glossary(edition_of(std::move(woven.book), edition, true), woven.sources, session, preview);
    }
    preview.right_to_left = is_right_to_left(preview.language);
    return preview;
}

Preview preview_of(Session& session, const std::string& file, Edition edition) {
    std::string name = name_of(file);
    WovenRequest request = wanted(session, name);
    request.whole = edition == Edition::teacher;
    request.checked = false;
    WovenBook woven = read_woven_book(request);
    if (is_of_glossary(woven.book, woven.sources, name)) {
        request.only = {};
        woven = read_woven_book(request);
    }
    return preview_in(std::move(woven), session, file, edition);
}

Told told_about(Session& session, const std::string& file) {
    std::string name = name_of(file);
    WovenRequest request = wanted(session, name);
    request.whole = true;
    WovenBook woven = read_woven_book(request);
    bool is_glossary = is_of_glossary(woven.book, woven.sources, name);
    if (is_glossary) {
        request.only = {};
        woven = read_woven_book(request);
    }
    Told told{std::move(woven.sources), std::move(woven.diagnostics), {}, std::move(woven.outline)};
    empty_others(woven.book, called(name, woven.book.chapters));
    typeset_formulas(woven.book, {.programs = session.formulas.asked()}, told.diagnostics);
    if (!is_glossary) {
        std::vector<std::uint32_t> files = {0};  // book.toml
        for (std::uint32_t i = 1; i < told.sources.size(); ++i) {
            if (told.sources[i].path == path_of(name)) {
                files.push_back(i);
            }
        }
        told.diagnostics.keep_only(files);
        std::for_each(files.begin(), files.end(), [&](std::uint32_t i) { told.about.push_back(told.sources[i].path); });
    }
    told.diagnostics.sort();
    return told;
}

}  // namespace hornbook
