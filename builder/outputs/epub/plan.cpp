#include "outputs/epub/plan.h"

#include <algorithm>

#include "model/plain_text.h"
#include "model/walk.h"
#include "outputs/epub/pages.h"
#include "outputs/epub/quiz_data.h"

namespace hornbook {
namespace {

std::string href_to(std::string_view file, const std::string& id) {
    return std::string(file) + (id.empty() ? "" : "#" + id);
}

std::string glossary_title(const Book& book) {
    return book.glossary.title.empty() ? book.words.glossary : plain_text(book.glossary.title);
}

class Planner {
public:
    explicit Planner(const Book& book) : book_(book) {
        plan_.has_quizzes = std::any_of(book.chapters.begin(), book.chapters.end(), [](const Chapter& c) { return !c.quizzes.empty(); });
        plan_.has_script = plan_.has_quizzes && book.quiz_script && book.edition != Edition::teacher;
        plan_.has_glossary = !book.glossary.entries.empty();
    }

    EpubPlan plan() {
        const Words& words = book_.words;
        if (cover_picture(book_) != no_index) {
            add("cover", "cover.xhtml", words.cover, [&book = book_](XmlWriter& xml) { cover_page(xml, book); });
            landmark("cover", words.cover, "cover.xhtml");
        }
        add("title", "title.xhtml", epub_title(book_), [&book = book_](XmlWriter& xml) { title_page(xml, book); });
        landmark("titlepage", words.title_page, "title.xhtml");
        add_chapters();
        if (plan_.has_glossary) {
            std::string title = glossary_title(book_);
            add("glossary", std::string(glossary_file), title, [&book = book_](XmlWriter& xml) { glossary_page(xml, book); });
            plan_.contents.push_back({title, std::string(glossary_file), {}});
            landmark("glossary", title, std::string(glossary_file));
        }
        if (plan_.has_script) {
            add("results", std::string(results_file), words.my_results, [&book = book_](XmlWriter& xml) { results_page(xml, book); });
            plan_.pages.back().script_data = [&book = book_] { return results_script_data(book); };
            plan_.contents.push_back({words.my_results, std::string(results_file), {}});
        }
        add("colophon", "colophon.xhtml", words.colophon, [&book = book_](XmlWriter& xml) { colophon_page(xml, book); });
        plan_.contents.push_back({words.colophon, "colophon.xhtml", {}});
        if (plan_.has_quizzes && book_.edition == Edition::student) {
            add("answers", std::string(answers_file), words.answers, [&book = book_](XmlWriter& xml) { answers_page(xml, book); });
            plan_.pages.back().linear = false;
            plan_.contents.push_back({words.answers, std::string(answers_file), {}});
        }
        add_pictures();
        return std::move(plan_);
    }

private:
    void add(std::string id, std::string file, std::string title, std::function<void(XmlWriter&)> body) {
        plan_.pages.push_back({std::move(id), std::move(file), std::move(title), std::move(body)});
    }

    void landmark(std::string type, std::string title, std::string href) {
        plan_.landmark_types.push_back(std::move(type));
        plan_.landmarks.push_back({std::move(title), std::move(href), {}});
    }

    void add_chapters() {
        std::size_t first = plan_.pages.size();
        if (book_.parts.empty()) {
            for (std::size_t i = 0; i < book_.chapters.size(); ++i) {
                plan_.contents.push_back(add_chapter(i));
            }
        }
        for (std::size_t i = 0; i < book_.parts.size(); ++i) {
            std::string name = "part-" + std::to_string(i + 1);
            std::string title = fill_in(book_.words.part, std::to_string(i + 1)) + ": " + book_.parts[i].title;
            add(name, name + ".xhtml", title, [&book = book_, i](XmlWriter& xml) { part_page(xml, book, i); });
            NavEntry entry{title, name + ".xhtml", {}};
            for (std::size_t chapter : book_.parts[i].chapters) {
                entry.children.push_back(add_chapter(chapter));
            }
            plan_.contents.push_back(std::move(entry));
        }
        if (plan_.pages.size() > first) {
            landmark("bodymatter", book_.words.start_of_text, plan_.pages[first].file);
        }
    }

    NavEntry add_chapter(std::size_t index) {
        const Chapter& chapter = book_.chapters[index];
        std::string file = chapter_file(chapter);
        std::string title = plain_text(chapter.title);
        add("chapter-" + chapter.slug, file, title, [&book = book_, index](XmlWriter& xml) { chapter_page(xml, book, index); });
        plan_.pages.back().language = chapter.language;
        if (plan_.has_script && !chapter.quizzes.empty()) {
            plan_.pages.back().script_data = [&book = book_, index] { return chapter_script_data(book, index); };
        }
        for (const PageStart& start : chapter.page_starts) {
            plan_.page_list.push_back({start.label, href_to(file, page_break_id(start.label)), {}});
        }
        NavEntry entry{title, file, {}};
        walk_blocks(chapter.blocks, [&](const Block& block) {
            if (const auto* heading = std::get_if<Heading>(&block.kind); heading != nullptr && heading->level == 2) {
                entry.children.push_back({plain_text(heading->text), href_to(file, heading->id), {}});
            } else if (const auto* here = std::get_if<QuizHere>(&block.kind)) {
                const Quiz& quiz = chapter.quizzes[here->quiz];
                entry.children.push_back({plain_text(quiz.title), href_to(file, quiz.id), {}});
            }
        });
        return entry;
    }

    // Pictures that some page shows; an SVG cover that only its raster stands for is left out.
    void add_pictures() {
        std::vector<bool> shown(book_.pictures.size(), false);
        std::size_t cover = cover_picture(book_);
        if (cover != no_index) {
            shown[cover] = true;
        }
        walk_book_inlines(book_, [&](const Inline& node) {
            if (const auto* image = std::get_if<Image>(&node.kind); image != nullptr && image->picture != no_index) {
                shown[image->picture] = true;
            }
        });
        for (std::size_t i = 0; i < shown.size(); ++i) {
            if (shown[i]) {
                plan_.pictures.push_back(
                    {&book_.pictures[i], "picture-" + std::to_string(i + 1), picture_file(book_.pictures[i]), i == cover});
            }
        }
    }

    const Book& book_;
    EpubPlan plan_;
};

}  // namespace

EpubPlan plan_epub(const Book& book) {
    return Planner(book).plan();
}

std::string epub_title(const Book& book) {
    switch (book.edition) {
        case Edition::student:
            break;
        case Edition::teacher:
            return book.metadata.title + " (" + book.words.teacher_edition + ")";
        case Edition::test:
            return book.metadata.title + " (" + book.words.test_edition + ")";
    }
    return book.metadata.title;
}

std::string chapter_file(const Chapter& chapter) {
    return chapter.slug + ".xhtml";
}

std::string picture_file(const Picture& picture) {
    return "pictures/" + picture.name;
}

std::size_t cover_picture(const Book& book) {
    return book.cover_raster != no_index ? book.cover_raster : book.cover;
}

Page prose_page(const Book& book, std::size_t chapter, bool is_chapter) {
    return {book,
            chapter,
            is_chapter,
            [&book, here = is_chapter ? chapter : no_index](std::size_t target, const std::string& id) {
                return target == here && !id.empty() ? "#" + id : href_to(chapter_file(book.chapters[target]), id);
            },
            [](const std::string& id) { return href_to(glossary_file, id); },
            [](const std::string& id) { return href_to(answers_file, id); },
            [&book](std::size_t picture) { return picture_file(book.pictures[picture]); }};
}

}  // namespace hornbook
