// Links: into chapters, into the glossary, out of the book.
#include <algorithm>

#include "base/text.h"
#include "model/walk.h"
#include "weaving/passes.h"
#include "weaving/urls.h"

namespace hornbook {
namespace {

class Linker {
public:
    Linker(Book& book, const Anchors& anchors, Diagnostics& diagnostics) : book_(book), anchors_(anchors), diagnostics_(diagnostics) {}

    void link(Chapter* chapter, Inline& node) {
        if (auto* found = std::get_if<Link>(&node.kind)) {
            found->target = resolve(chapter, found->destination, node.place);
        }
    }

    Target resolve(const Chapter* chapter, const std::string& written, Place place) {
        if (!scheme_of(written).empty()) {
            return resolve_outside(written, place);
        }
        std::size_t hash = written.find('#');
        std::string path = percent_decoded(written.substr(0, hash));
        std::string id = hash == std::string::npos ? "" : percent_decoded(written.substr(hash + 1));
        while (path.starts_with("./")) {
            path.erase(0, 2);
        }
        if (path.starts_with("../chapters/")) {
            path.erase(0, 12);
        }
        if (path.empty() && chapter != nullptr) {
            return resolve_id(index_of(*chapter), id, place);
        }
        if (path == "glossary.md" || path.empty()) {
            return resolve_entry(id, place);
        }
        for (std::size_t i = 0; i < book_.chapters.size(); ++i) {
            if (book_.chapters[i].file == path) {
                return resolve_id(i, id, place);
            }
        }
        return report_unknown_file(path, place);
    }

private:
    std::size_t index_of(const Chapter& chapter) const {
        return static_cast<std::size_t>(&chapter - book_.chapters.data());
    }

    Target nowhere() const {
        Target target;
        target.reach = Target::Reach::nowhere;
        return target;
    }

    Target resolve_outside(const std::string& written, Place place) {
        std::string problem;
        std::optional<std::string> url = outside_url(written, problem);
        if (!url) {
            diagnostics_.add(Mistake::bad_url, place, "the address `" + written.substr(0, 100) + "` " + problem,
                             "links lead to https://…, http://…, mailto:… or a chapter");
            return nowhere();
        }
        Target target;
        target.reach = Target::Reach::outside;
        target.url = *url;
        return target;
    }

    Target resolve_id(std::size_t chapter, const std::string& id, Place place) {
        const AnchorNames& names = anchors_.chapters[chapter];
        auto found = names.find(id);
        if (!id.empty() && found == names.end()) {
            report_unknown_id(names, id, "`" + book_.chapters[chapter].file + "` has no place called `#" + id + "`",
                              "give a heading this id: `## Heading {#" + id + "}`", place);
            return nowhere();
        }
        Target target;
        target.reach = Target::Reach::chapter;
        target.chapter = chapter;
        target.id = id.empty() ? "" : found->second;
        return target;
    }

    Target resolve_entry(const std::string& id, Place place) {
        auto found = anchors_.glossary.find(id);
        if (book_.glossary.entries.empty()) {
            diagnostics_.add(Mistake::unknown_chapter, place, "the book has no glossary", "write one as chapters/glossary.md");
            return nowhere();
        }
        if (!id.empty() && found == anchors_.glossary.end()) {
            report_unknown_id(anchors_.glossary, id, "the glossary has no entry called `#" + id + "`",
                              "name an entry by its term, as in `#" + anchors_.glossary.rbegin()->first + "`", place);
            return nowhere();
        }
        Target target;
        target.reach = Target::Reach::glossary;
        target.id = id.empty() ? "" : found->second;
        return target;
    }

    void report_unknown_id(const AnchorNames& names, const std::string& id, std::string message, std::string hint, Place place) {
        std::vector<std::string_view> known;
        std::transform(names.begin(), names.end(), std::back_inserter(known), [](const auto& row) { return std::string_view(row.first); });
        // Bounded: each search costs time by all the names there are.
        std::string_view near = ++unknown_ids_ <= 100 ? nearest(id, known) : std::string_view();
        diagnostics_.add(Mistake::unknown_id, place, std::move(message),
                         near.empty() ? std::move(hint) : "did you mean `#" + std::string(near) + "`?");
    }

    Target report_unknown_file(const std::string& path, Place place) {
        if (!path.ends_with(".md") || path.find('/') != std::string::npos) {
            diagnostics_.add(Mistake::link_outside_book, place, "`" + path + "` is not part of the book, so this becomes plain text",
                             "link to a chapter or to an address on the web");
            return nowhere();
        }
        std::vector<std::string_view> files;
        std::transform(book_.chapters.begin(), book_.chapters.end(), std::back_inserter(files),
                       [](const Chapter& c) { return std::string_view(c.file); });
        std::string_view near = nearest(path, files);
        diagnostics_.add(Mistake::unknown_chapter, place, "there is no chapter `" + path + "`",
                         near.empty() ? "name a file of chapters/ that is in the book" : "did you mean `" + std::string(near) + "`?");
        return nowhere();
    }

    std::size_t unknown_ids_ = 0;
    Book& book_;
    const Anchors& anchors_;
    Diagnostics& diagnostics_;
};

}  // namespace

void weave_links(Book& book, const Anchors& anchors, Diagnostics& diagnostics) {
    Linker linker(book, anchors, diagnostics);
    for (Chapter& chapter : book.chapters) {
        auto visit = [&](Inline& node) { linker.link(&chapter, node); };
        walk_inlines(chapter.title, visit);
        walk_inlines(chapter.blocks, visit);
        for (Footnote& footnote : chapter.footnotes) {
            walk_inlines(footnote.blocks, visit);
        }
        for (Quiz& quiz : chapter.quizzes) {
            walk_quiz_inlines(quiz, visit);
            for (Question& question : quiz.questions) {
                if (!question.see.empty()) {
                    question.see_target = linker.resolve(&chapter, question.see, question.see_place);
                }
            }
        }
    }
    auto visit = [&](Inline& node) { linker.link(nullptr, node); };
    walk_inlines(book.glossary.introduction, visit);
    for (Entry& entry : book.glossary.entries) {
        walk_inlines(entry.definition, visit);
    }
}

}  // namespace hornbook
