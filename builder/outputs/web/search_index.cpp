#include "outputs/web/search_index.h"

#include <nlohmann/json.hpp>

#include "base/text.h"
#include "model/plain_text.h"
#include "model/shown.h"
#include "model/walk.h"

namespace hornbook {
namespace {

using Json = nlohmann::ordered_json;

class SearchIndex {
public:
    explicit SearchIndex(const PagedBook& paged) : paged_(paged), book_(paged.book) {}

    std::string write() {
        for (std::size_t i = 0; i < book_.chapters.size(); ++i) {
            add_chapter(i);
        }
        add_glossary();
        Json words = {{"search", book_.words.search}, {"found", book_.words.found}};
        return in_script("var hornbookSearch = {\"words\":" + words.dump() + ",\n\"pages\":" + pages_.dump() + ",\n\"places\":[\n" +
                         join(places_, ",\n") + "\n]};\n");
    }

private:
    // The JSON as a script: U+2028 and U+2029, which JSON allows, end a line in a script and so a string (ECMAScript 5, 7.3).
    static std::string in_script(std::string json) {
        for (auto [separator, reference] : {std::pair("\u2028", "\\u2028"), std::pair("\u2029", "\\u2029")}) {
            for (std::size_t at = json.find(separator); at != std::string::npos; at = json.find(separator, at)) {
                json.replace(at, 3, reference);
            }
        }
        return json;
    }

    // Adds a place of the page that was begun last.
    void add_place(const std::string& id, const std::string& title, const std::string& text) {
        places_.push_back(Json({pages_.size() - 1, id, collapse_spaces(title), collapse_spaces(text)}).dump());
    }

    void add_chapter(std::size_t index) {
        const Chapter& chapter = book_.chapters[index];
        pages_.push_back({chapter_file(paged_, index), plain_text(chapter.title)});
        std::string id;
        std::string title;
        Blocks section;
        auto end_section = [&] {
            std::string text = plain_text(section);
            if (!text.empty() || !title.empty()) {
                add_place(id, title, text);
            }
            section.clear();
        };
        for (const Block& block : chapter.blocks) {
            if (const auto* heading = std::get_if<Heading>(&block.kind)) {
                end_section();
                id = heading->id;
                title = plain_text(heading->text);
            } else if (const auto* timeline = std::get_if<Timeline>(&block.kind)) {
                Blocks events = with_dates(*timeline);
                section.insert(section.end(), events.begin(), events.end());
            } else {
                section.push_back(block);
            }
        }
        end_section();
        walk_blocks(chapter.blocks, [&](const Block& block) {
            if (const auto* here = std::get_if<QuizHere>(&block.kind)) {
                add_quiz(chapter.quizzes[here->quiz]);
            }
        });
        for (const Footnote& footnote : chapter.footnotes) {
            if (footnote.number != 0) {
                add_place(footnote.id, fill_in(book_.words.note_number, std::to_string(footnote.number)), plain_text(footnote.blocks));
            }
        }
    }

    // The events of a timeline as blocks with their dates, which plain_text() leaves out.
    static Blocks with_dates(const Timeline& timeline) {
        Blocks events;
        for (const TimelineEvent& event : timeline.events) {
            Paragraph paragraph{event.text};
            paragraph.text.insert(paragraph.text.begin(), Inline{Text{event.date + ": "}, {}});
            events.push_back({std::move(paragraph), {}});
        }
        return events;
    }

    void add_quiz(const Quiz& quiz) {
        for (const Question& question : quiz.questions) {
            std::string text = plain_text(question.text) + " " + plain_text(question.body);
            for (const Inlines* shown : shown_in(question.answer)) {
                text += " · " + plain_text(*shown);
            }
            add_place(question.id, plain_text(quiz.title), text);
        }
    }

    void add_glossary() {
        const Glossary& glossary = book_.glossary;
        if (glossary.entries.empty()) {
            return;
        }
        pages_.push_back({page_file(paged_, "glossary"), glossary.title.empty() ? book_.words.glossary : plain_text(glossary.title)});
        for (const Entry& entry : glossary.entries) {
            std::string names;
            for (const Name& name : entry.also) {
                names += name.text + ". ";
            }
            add_place(entry.id, entry.term.text, names + plain_text(entry.definition));
        }
    }

    const PagedBook& paged_;
    const Book& book_;
    Json pages_ = Json::array();       // [file, title]
    std::vector<std::string> places_;  // [index of the page, id, title, text], each on a line of its own
};

}  // namespace

std::string search_index(const PagedBook& paged) {
    return SearchIndex(paged).write();
}

}  // namespace hornbook
