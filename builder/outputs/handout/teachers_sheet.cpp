// Teachers' sheet: material for teachers alone, on paper.
#include <algorithm>
#include <set>

#include "model/plain_text.h"
#include "model/teachers_material.h"
#include "model/walk.h"
#include "outputs/handout/sheet.h"
#include "outputs/handout/sheets.h"

namespace hornbook {
namespace {

void add_questions(const Blocks& blocks, const Chapter& chapter, std::vector<const Question*>& questions) {
    walk_blocks(blocks, [&](const Block& block) {
        if (const auto* here = std::get_if<QuizHere>(&block.kind)) {
            for (const Question& question : chapter.quizzes[here->quiz].questions) {
                questions.push_back(&question);
            }
        }
    });
}

class TeachersView {
public:
    TeachersView(XmlWriter& xml, const Chapter& chapter, const Page& page) : xml_(xml), chapter_(chapter), page_(page) {}

    void show() {
        if (chapter_.for_teachers) {
            show(chapter_.blocks);
            return;
        }
        std::vector<const Block*> callouts = teachers_callouts(chapter_);
        std::set<const Block*> for_teachers = teachers_blocks(chapter_.blocks);
        auto next = callouts.begin();
        walk_blocks(chapter_.blocks, [&](const Block& block) {
            if (const auto* heading = std::get_if<Heading>(&block.kind); heading != nullptr && !for_teachers.contains(&block)) {
                above_ = heading;
            }
            if (next != callouts.end() && *next == &block) {
                show_heading();
                show({block});
                ++next;
            }
        });
        std::for_each(next, callouts.end(), [&](const Block* callout) { show({*callout}); });  // of quizzes and notes
    }

private:
    // Writes the heading above the callout, once.
    void show_heading() {
        if (above_ != nullptr && above_ != shown_) {
            xml_.open("h2");
            render_inlines(xml_, above_->text, page_);
            xml_.close();
            xml_.line_break();
        }
        shown_ = above_;
    }

    // Writes blocks, with quizzes, since one for teachers has no other sheet.
    void show(const Blocks& blocks) {
        render_blocks(xml_, blocks, page_);
        std::vector<const Question*> questions;
        add_questions(blocks, chapter_, questions);
        show_keys(xml_, questions, page_);
    }

    XmlWriter& xml_;
    const Chapter& chapter_;
    const Page& page_;
    const Heading* above_ = nullptr;
    const Heading* shown_ = nullptr;
};

}  // namespace

std::string teachers_sheet(const Book& book, const Settings& settings, std::size_t index, Medium medium) {
    const Chapter& chapter = book.chapters[index];
    Paper paper = paper_for(settings, medium);
    Page page = sheet_page(book, index, paper);
    std::string title = plain_text(chapter.title);
    return sheet_document(book, settings, {"answer-key", title, book.words.for_teachers, chapter.language, medium, [&](XmlWriter& xml) {
                                               xml.open("h1");
                                               render_inlines(xml, chapter.title, page);
                                               xml.close();
                                               xml.line_break();
                                               TeachersView(xml, chapter, page).show();
                                               render_notes_at_end(xml, page);
                                           }});
}

}  // namespace hornbook
