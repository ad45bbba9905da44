#include "rendering/pages/plan.h"

#include <algorithm>

#include "model/plain_text.h"
#include "model/walk.h"
#include "rendering/pages/pages.h"
#include "rendering/pages/quiz_data.h"

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
    explicit Planner(const PagedBook& paged) : paged_(paged), book_(paged.book) {
        const Book& book = paged.book;
        plan_.has_quizzes = paged.with_quizzes &&
                            std::any_of(book.chapters.begin(), book.chapters.end(), [](const Chapter& c) { return !c.quizzes.empty(); });
        plan_.has_script = plan_.has_quizzes && book.quiz_script && book.edition != Edition::teacher;
        plan_.has_glossary = !book.glossary.entries.empty();
    }

    PagePlan plan() {
        const Words& words = book_.words;
        if (cover_picture(book_) != no_index) {
            add("cover", words.cover, [&book = book_](XmlWriter& xml) { cover_page(xml, book); });
            landmark("cover", words.cover, file("cover"));
        }
        add("title", title_of_edition(book_), [&book = book_](XmlWriter& xml) { title_page(xml, book); });
        landmark("titlepage", words.title_page, file("title"));
        add_chapters();
        if (plan_.has_glossary) {
            std::string title = glossary_title(book_);
            add("glossary", title, [paged = paged_](XmlWriter& xml) { glossary_page(xml, paged); });
            plan_.contents.push_back({title, file("glossary"), {}});
            landmark("glossary", title, file("glossary"));
        }
        if (plan_.has_script) {
            add("results", words.my_results, [&book = book_](XmlWriter& xml) { results_page(xml, book); });
            plan_.pages.back().script_data = [paged = paged_] { return results_script_data(paged); };
            plan_.contents.push_back({words.my_results, file("results"), {}});
        }
        add("colophon", words.colophon, [&book = book_](XmlWriter& xml) { colophon_page(xml, book); });
        plan_.contents.push_back({words.colophon, file("colophon"), {}});
        if (plan_.has_quizzes && book_.edition == Edition::student) {
            add("answers", words.answers, [paged = paged_](XmlWriter& xml) { answers_page(xml, paged); });
            plan_.pages.back().linear = false;
            plan_.contents.push_back({words.answers, file("answers"), {}});
        }
        add_pictures();
        return std::move(plan_);
    }

private:
    std::string file(std::string_view name) const {
        return page_file(paged_, name);
    }

    void add(const std::string& name, std::string title, std::function<void(XmlWriter&)> body) {
        plan_.pages.push_back({name, file(name), std::move(title), std::move(body)});
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
            add(name, title, [paged = paged_, i](XmlWriter& xml) { part_page(xml, paged, i); });
            NavEntry entry{title, file(name), {}};
            for (std::size_t chapter : book_.parts[i].chapters) {
                entry.children.push_back(add_chapter(chapter));
            }
            plan_.contents.push_back(std::move(entry));
        }
        if (plan_.pages.size() > first) {
            landmark("bodymatter", book_.words.start_of_text, plan_.pages[first].file);
        }
    }

    static std::vector<NavEntry>& children_at(NavEntry& entry, const std::vector<std::size_t>& path) {
        NavEntry* at = &entry;
        for (std::size_t index : path) {
            at = &at->children[index];
        }
        return at->children;
    }

    NavEntry add_chapter(std::size_t index) {
        const Chapter& chapter = book_.chapters[index];
        std::string file = chapter_file(paged_, index);
        std::string title = plain_text(chapter.title);
        plan_.pages.push_back(
            {"chapter-" + chapter.slug, file, title, [paged = paged_, index](XmlWriter& xml) { chapter_page(xml, paged, index); }});
        plan_.pages.back().language = chapter.language;
        if (plan_.has_script && !chapter.quizzes.empty()) {
            plan_.pages.back().script_data = [paged = paged_, index] { return chapter_script_data(paged, index); };
        }
        for (const PageStart& start : chapter.page_starts) {
            plan_.page_list.push_back({start.label, href_to(file, page_break_id(start.label)), {}});
        }
        NavEntry entry{title, file, {}};
        int depth = book_.contents_depth;
        std::vector<std::size_t> path;  // to the entry of the last heading: its place among its siblings, and so on
        walk_blocks(chapter.blocks, [&](const Block& block) {
            if (const auto* heading = std::get_if<Heading>(&block.kind); heading != nullptr && heading->level <= depth) {
                path.resize(std::min(path.size(), static_cast<std::size_t>(heading->level - 2)));
                std::vector<NavEntry>& siblings = children_at(entry, path);
                path.push_back(siblings.size());
                siblings.push_back({plain_text(heading->text), href_to(file, heading->id), {}});
            } else if (const auto* here = std::get_if<QuizHere>(&block.kind); here != nullptr && paged_.with_quizzes && depth > 1) {
                const Quiz& quiz = chapter.quizzes[here->quiz];
                entry.children.push_back({plain_text(quiz.title), href_to(file, quiz.id), {}});
            }
        });
        return entry;
    }

    // Adds the pictures that some page shows; an SVG cover is left out where only its raster is shown.
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

    PagedBook paged_;
    const Book& book_;
    PagePlan plan_;
};

}  // namespace

PagePlan plan_pages(const PagedBook& paged) {
    return Planner(paged).plan();
}

std::string title_of_edition(const Book& book) {
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

std::string page_file(const PagedBook& paged, std::string_view name) {
    return std::string(name) + std::string(paged.ending);
}

std::string chapter_file(const PagedBook& paged, std::size_t chapter) {
    return page_file(paged, paged.book.chapters[chapter].slug);
}

std::string picture_file(const Picture& picture) {
    return "pictures/" + picture.name;
}

std::size_t cover_picture(const Book& book) {
    return book.cover_raster != no_index ? book.cover_raster : book.cover;
}

Page prose_page(const PagedBook& paged, std::size_t chapter, bool is_chapter) {
    Page page{paged.book,
              chapter,
              is_chapter,
              [paged, here = is_chapter ? chapter : no_index](std::size_t target, const std::string& id) {
                  return target == here && !id.empty() ? "#" + id : href_to(chapter_file(paged, target), id);
              },
              [paged](const std::string& id) { return href_to(page_file(paged, "glossary"), id); },
              [paged](const std::string& id) { return href_to(page_file(paged, "answers"), id); },
              [paged](std::size_t picture) {
                  const Picture& shown = paged.book.pictures[picture];
                  return paged.sources != nullptr ? shown.source : picture_file(shown);
              }};
    page.with_quizzes = paged.with_quizzes;
    page.sources = paged.sources;
    return page;
}

}  // namespace hornbook
