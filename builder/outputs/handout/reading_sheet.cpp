#include "model/plain_text.h"
#include "model/walk.h"
#include "outputs/handout/sheet.h"
#include "outputs/handout/sheets.h"

namespace hornbook {

std::string reading_sheet(const Book& book, const Settings& settings, std::size_t index, Medium medium) {
    const Chapter& chapter = book.chapters[index];
    Paper paper = paper_for(settings, medium);
    paper.explains_terms = true;
    paper.marks_words = settings.flag("line_numbers") && medium == Medium::pages;
    Page page = sheet_page(book, index, paper);
    walk_blocks(chapter.blocks, [&](const Block& block) { page.block_marks.emplace(&block, std::to_string(page.block_marks.size())); });
    return sheet_document(book, settings, {"reading", plain_text(chapter.title), "", chapter.language, medium, [&](XmlWriter& xml) {
                                               xml.open("h1", {{"data-chapter", std::to_string(index + 1)}});
                                               render_inlines(xml, chapter.title, page);
                                               xml.close();
                                               xml.line_break();
                                               render_blocks(xml, chapter.blocks, page);
                                               render_notes_at_end(xml, page);
                                           }});
}

}  // namespace hornbook
