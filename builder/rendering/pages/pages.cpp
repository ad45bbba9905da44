#include "rendering/pages/pages.h"

#include "base/text.h"
#include "model/plain_text.h"
#include "rendering/quiz.h"

namespace hornbook {
namespace {

constexpr std::string_view title_id = "hb-title";  // of each page's <h1>

void heading(XmlWriter& xml, std::string_view text) {
    xml.element("h1", {{"id", title_id}}, text);
    xml.line_break();
}

void paragraph(XmlWriter& xml, std::string_view css_class, std::string_view text) {
    if (!text.empty()) {
        xml.element("p", {{"class", css_class}}, text);
        xml.line_break();
    }
}

// The identifier for readers: an ISBN, or a name that the author gave; empty for a derived number, which says nothing to anybody.
std::string identifier_in_words(const std::string& identifier) {
    constexpr std::string_view isbn = "urn:isbn:";
    if (identifier.starts_with(isbn)) {
        return "ISBN " + identifier.substr(isbn.size());
    }
    return identifier.starts_with("urn:uuid:") ? "" : identifier;
}

}  // namespace

void cover_page(XmlWriter& xml, const Book& book) {
    xml.open("section", {{"class", "cover"}, {"epub:type", "cover"}});
    xml.empty("img", {{"role", "doc-cover"}, {"src", picture_file(book.pictures[cover_picture(book)])}, {"alt", book.metadata.cover_alt}});
    xml.close();
}

void title_page(XmlWriter& xml, const Book& book) {
    const Metadata& m = book.metadata;
    xml.open("section", {{"class", "title-page"}, {"epub:type", "titlepage"}});
    xml.element("h1", {}, m.title);
    xml.line_break();
    if (!m.subtitle.empty()) {
        xml.element("p", {{"class", "subtitle"}, {"epub:type", "subtitle"}, {"role", "doc-subtitle"}}, m.subtitle);
        xml.line_break();
    }
    if (book.edition != Edition::student) {
        paragraph(xml, "edition", book.edition == Edition::teacher ? book.words.teacher_edition : book.words.test_edition);
    }
    paragraph(xml, "authors", join(m.authors, book.words.list_comma));
    paragraph(xml, "publisher", m.publisher);
    xml.close();
}

void part_page(XmlWriter& xml, const PagedBook& paged, std::size_t index) {
    const Book& book = paged.book;
    const Part& part = book.parts[index];
    xml.open("section", {{"class", "part"}, {"epub:type", "part"}, {"role", "doc-part"}, {"aria-labelledby", title_id}});
    xml.open("h1", {{"id", title_id}});
    xml.element("span", {{"class", "part-number"}}, fill_in(book.words.part, std::to_string(index + 1)));
    xml.empty("br");
    xml.text(part.title);
    xml.close();
    xml.line_break();
    xml.open("ul", {{"class", "part-chapters"}});
    for (std::size_t chapter : part.chapters) {
        xml.open("li");
        xml.element("a", {{"href", chapter_file(paged, chapter)}}, plain_text(book.chapters[chapter].title));
        xml.close();
    }
    xml.close();
    xml.close();
}

// Writes the page of results, a paragraph that the script replaces.
void results_page(XmlWriter& xml, const Book& book) {
    xml.open("section", {{"class", "results"}, {"aria-labelledby", title_id}});
    heading(xml, book.words.my_results);
    xml.open("div", {{"id", "hornbook-results"}});
    paragraph(xml, "", book.words.results_without_script);
    xml.close();
    xml.close();
}

void colophon_page(XmlWriter& xml, const Book& book) {
    const Metadata& m = book.metadata;
    xml.open("section", {{"class", "colophon"}, {"epub:type", "colophon"}, {"role", "doc-colophon"}, {"aria-labelledby", title_id}});
    heading(xml, book.words.colophon);
    paragraph(xml, "colophon-title", title_of_edition(book) + (m.subtitle.empty() ? "" : ". " + m.subtitle));
    paragraph(xml, "", join(m.authors, book.words.list_comma));
    paragraph(xml, "", m.description);
    paragraph(xml, "", m.publisher.empty() ? "" : fill_in(book.words.published_by, m.publisher));
    paragraph(xml, "", m.date);
    paragraph(xml, "", m.rights);
    paragraph(xml, "identifier", identifier_in_words(m.identifier));
    paragraph(xml, "", book.words.made_with);
    xml.close();
}

void answers_page(XmlWriter& xml, const PagedBook& paged) {
    const Book& book = paged.book;
    xml.open("section", {{"class", "answers-page"}, {"aria-labelledby", title_id}});
    heading(xml, book.words.answers);
    paragraph(xml, "spoiler", book.words.answers_spoiler);
    for (std::size_t i = 0; i < book.chapters.size(); ++i) {
        const Chapter& chapter = book.chapters[i];
        Page page = prose_page(paged, i, false);
        for (const Quiz& quiz : chapter.quizzes) {
            xml.element("h2", {}, plain_text(chapter.title) + ": " + plain_text(quiz.title));
            xml.line_break();
            for (std::size_t q = 0; q < quiz.questions.size(); ++q) {
                render_answers(xml, quiz.questions[q], q + 1, page);
            }
        }
    }
    xml.close();
}

}  // namespace hornbook
