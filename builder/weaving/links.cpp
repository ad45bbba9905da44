// Links: into chapters, into the glossary and out of the book.
#include <algorithm>
#include <map>

#include "base/folder.h"
#include "base/text.h"
#include "base/urls.h"
#include "model/limits.h"
#include "model/mistakes.h"
#include "model/walk.h"
#include "weaving/link_paths.h"
#include "weaving/passes.h"

namespace hornbook {
namespace {

class Linker {
public:
    Linker(Book& book, Anchors& anchors, Diagnostics& diagnostics)
        : book_(book),
          anchors_(anchors),
          diagnostics_(diagnostics),
          paths_(book),
          finders_(book.chapters.size()),
          glossary_(anchors.glossary) {}

    void link(Chapter* chapter, Inline& node) {
        if (auto* found = std::get_if<Link>(&node.kind)) {
            if (found->destination.empty()) {
                diagnostics_.add(Mistake::nearly_a_link, node.place, "nothing says where this link leads, so it leads to its own page",
                                 "write its address: `[words](02-rivers.md)` or `[words](https://…)`");
            }
            shows_itself_ = shows(*found);
            found->target = resolve(chapter, found->destination, node.place);
            shows_itself_ = false;
            if (std::size_t entry = chapter != nullptr ? entry_at(found->target) : no_index; entry != no_index) {
                node.kind = GlossaryReference{entry, {}, std::move(found->children)};
            }
        }
    }

    Target resolve(const Chapter* chapter, const std::string& written, Place place) {
        std::string address = address_meant(written);
        if (!scheme_of(address).empty()) {
            return resolve_outside(address, place);
        }
        std::size_t end = std::min(written.find_first_of("?#"), written.size());
        std::size_t hash = written.find('#');
        std::string path = percent_decoded(written.substr(0, end));
        std::string id = hash == std::string::npos ? "" : percent_decoded(written.substr(hash + 1));
        if (path.empty()) {
            return resolve_near(chapter, id, place);
        }
        std::string here = chapter != nullptr ? path_within("chapters", chapter->file) : "chapters/glossary.md";
        std::vector<std::string> meanings = meanings_of(folder_of(here), path);
        for (const std::string& meaning : meanings) {
            std::size_t found = paths_.find(meaning);
            if (found == book_.chapters.size()) {
                return resolve_entry(id, place);
            }
            if (found != no_index) {
                return resolve_id(found, id, place);
            }
        }
        return report_unknown_file(path, meanings.front(), place);
    }

private:
    // The entry to which a link leads; no_index: it leads elsewhere.
    std::size_t entry_at(const Target& target) const {
        if (target.reach != Target::Reach::glossary || target.id.empty()) {
            return no_index;
        }
        const std::vector<Entry>& entries = book_.glossary.entries;
        auto entry = std::find_if(entries.begin(), entries.end(), [&](const Entry& one) { return one.id == target.id; });
        return entry != entries.end() ? static_cast<std::size_t>(entry - entries.begin()) : no_index;
    }

    std::size_t index_of(const Chapter& chapter) const {
        return static_cast<std::size_t>(&chapter - book_.chapters.data());
    }

    Target nowhere() const {
        Target target;
        target.reach = Target::Reach::nowhere;
        return target;
    }

    Target resolve_outside(const std::string& written, Place place) {
        OutsideUrl url = outside_url(written);
        std::string shown = "the address `" + written.substr(0, 100) + "` ";
        if (url.other_kind) {
            diagnostics_.add(Mistake::link_outside_book, place, shown + url.problem + ", so this becomes plain text",
                             "links lead to https://…, http://…, mailto:… or a chapter");
        } else if (!url.problem.empty()) {
            diagnostics_.add(Mistake::bad_url, place, shown + url.problem, "links lead to https://…, http://…, mailto:… or a chapter");
        }
        if (!url.problem.empty()) {
            return nowhere();
        }
        Target target;
        target.reach = Target::Reach::outside;
        target.url = url.url;
        return target;
    }

    // The target of `#id`: a place of this chapter, or of another where only that one has a place of that name.
    Target resolve_near(const Chapter* chapter, const std::string& id, Place place) {
        bool is_here = id.empty() || (chapter != nullptr ? finder_of(index_of(*chapter)) : glossary_).find(id);
        const std::vector<std::size_t>* others = is_here ? nullptr : chapters_with(id);
        if (others != nullptr && others->size() == 1) {
            return resolve_id(others->front(), id, place);
        }
        if (others != nullptr) {
            const std::string& one = book_.chapters[others->at(0)].file;
            diagnostics_.add(Mistake::unknown_id, place,
                             "`#" + id + "` is in " + std::to_string(others->size()) + " other chapters, `" + one + "` and `" +
                                 book_.chapters[others->at(1)].file + "` among them",
                             "name the chapter too, as in `" + one + "#" + id + "`");
            return nowhere();
        }
        if (chapter != nullptr && !is_here && !book_.glossary.entries.empty() && glossary_.find(id)) {
            return resolve_entry(id, place);
        }
        if (!is_here && report_other_spelling(id, place)) {
            return nowhere();
        }
        return chapter != nullptr ? resolve_id(index_of(*chapter), id, place) : resolve_entry(id, place);
    }

    // Reports another spelling of an id, `#The Hive` where the chapter has `#the-hive`; returns whether there is one.
    bool report_other_spelling(const std::string& id, Place place) {
        std::string spelled = fold_case(id);
        std::replace(spelled.begin(), spelled.end(), ' ', '-');
        const std::vector<std::size_t>* chapters = spelled != id ? chapters_with(spelled) : nullptr;
        if (chapters != nullptr) {
            diagnostics_.add(Mistake::unknown_id, place, "no place is called `#" + id + "`",
                             "did you mean `" + book_.chapters[chapters->front()].file + "#" + spelled + "`?", Stretch::book());
        }
        return chapters != nullptr;
    }

    // The chapters that have a place of that name, or null.
    const std::vector<std::size_t>* chapters_with(const std::string& id) {
        if (by_name_.empty()) {
            for (std::size_t i = 0; i < book_.chapters.size(); ++i) {
                for (const auto& [name, there] : anchors_.of(i)) {
                    by_name_[name].push_back(i);
                }
            }
        }
        auto found = by_name_.find(id);
        return found != by_name_.end() ? &found->second : nullptr;
    }

    AnchorFinder& finder_of(std::size_t chapter) {
        std::optional<AnchorFinder>& finder = finders_[chapter];
        return finder ? *finder : finder.emplace(anchors_.of(chapter));
    }

    Target resolve_id(std::size_t chapter, const std::string& id, Place place) {
        std::optional<std::string> found = id.empty() ? "" : finder_of(chapter).find(id);
        if (!found) {
            report_unknown_id(anchors_.of(chapter), id, "`" + book_.chapters[chapter].file + "` has no place called `#" + id + "`",
                              "give a heading this id: `## Heading {#" + id + "}`", place, Stretch::whole(book_.chapters[chapter].source));
            return nowhere();
        }
        Target target;
        target.reach = Target::Reach::chapter;
        target.chapter = chapter;
        target.id = *found;
        return target;
    }

    Target resolve_entry(const std::string& id, Place place) {
        if (book_.glossary.entries.empty()) {
            diagnostics_.add(Mistake::unknown_chapter, place, "the book has no glossary", "write one as chapters/glossary.md");
            return nowhere();
        }
        std::optional<std::string> found = id.empty() ? "" : glossary_.find(id);
        if (!found) {
            report_unknown_id(anchors_.glossary, id, "the glossary has no entry called `#" + id + "`",
                              "name an entry by its term, as in `#" + anchors_.glossary.rbegin()->first + "`", place,
                              Stretch::whole(book_.glossary.file));
            return nowhere();
        }
        Target target;
        target.reach = Target::Reach::glossary;
        target.id = *found;
        return target;
    }

    bool may_compare(std::size_t names) {
        compared_ += names;
        return compared_ <= limits::suggestions;
    }

    void report_unknown_id(const AnchorNames& names, const std::string& id, std::string message, std::string hint, Place place,
                           Stretch rests_on) {
        std::string_view near;
        if (may_compare(names.size())) {
            std::vector<std::string_view> known;
            std::transform(names.begin(), names.end(), std::back_inserter(known),
                           [](const auto& row) { return std::string_view(row.first); });
            near = nearest(id, known);
        }
        diagnostics_.add(Mistake::unknown_id, place, std::move(message),
                         near.empty() ? std::move(hint) : "did you mean `#" + std::string(near) + "`?", rests_on);
    }

    // Whether a link shows the picture that it leads to, as on sites to see it bigger: nothing is lost without the link.
    bool shows(const Link& link) const {
        const auto* image = link.children.size() == 1 ? std::get_if<Image>(&link.children.front().kind) : nullptr;
        return image != nullptr && is_picture(link.destination);
    }

    Target report_unknown_file(const std::string& path, const std::string& meaning, Place place) {
        constexpr std::string_view chapters = "chapters/";
        std::string inside = meaning.starts_with(chapters) ? meaning.substr(chapters.size()) : "";
        if (is_picture(path)) {
            report_picture(path, place);
        } else if (std::find(book_.unread.begin(), book_.unread.end(), inside) != book_.unread.end()) {
            return nowhere();  // why it is not here has been told
        } else if (std::find(book_.left_out.begin(), book_.left_out.end(), inside) != book_.left_out.end()) {
            diagnostics_.add(Mistake::link_outside_book, place, "`" + path + "` is left out of the book, so this becomes plain text",
                             "add it to `chapters` in book.toml");
        } else if (is_markdown(path) && !inside.empty()) {
            report_unknown_chapter(path, inside, place);
        } else {
            diagnostics_.add(
                Mistake::link_outside_book, place, "`" + path + "` is not part of the book, so this becomes plain text",
                looks_like_host(path) ? "if it is on the web, begin it with `https://`" : "link to a chapter or to an address on the web");
        }
        return nowhere();
    }

    void report_picture(const std::string& path, Place place) {
        if (!shows_itself_) {
            diagnostics_.add(Mistake::link_to_picture, place,
                             "`" + path + "` is a picture, which books show and do not link to, so this becomes plain text",
                             "show it: `![what it shows](" + path + ")`");
        }
    }

    void report_unknown_chapter(const std::string& path, const std::string& inside, Place place) {
        std::vector<std::string_view> files;
        std::transform(book_.chapters.begin(), book_.chapters.end(), std::back_inserter(files),
                       [](const Chapter& c) { return std::string_view(c.file); });
        std::string_view name = std::string_view(inside).substr(inside.rfind('/') + 1);
        auto elsewhere =
            std::find_if(files.begin(), files.end(), [&](std::string_view file) { return file.substr(file.rfind('/') + 1) == name; });
        std::string_view near = elsewhere != files.end()    ? *elsewhere
                                : may_compare(files.size()) ? nearest(inside, files)
                                                            : std::string_view();
        diagnostics_.add(Mistake::unknown_chapter, place, "there is no chapter `" + path + "`",
                         near.empty() ? "name a file of chapters/ that is in the book" : "did you mean `" + std::string(near) + "`?");
    }

    bool shows_itself_ = false;  // of the link that is looked at
    std::size_t compared_ = 0;   // names with unknown ones
    std::map<std::string_view, std::vector<std::size_t>>
        by_name_;  // of a place: the chapters that have one; made when it is first asked for
    Book& book_;
    Anchors& anchors_;
    Diagnostics& diagnostics_;
    LinkPaths paths_;
    std::vector<std::optional<AnchorFinder>> finders_;  // of each chapter, made when it is first asked for
    AnchorFinder glossary_;
};

}  // namespace

void weave_links(Book& book, Anchors& anchors, Diagnostics& diagnostics) {
    Linker linker(book, anchors, diagnostics);
    for (Chapter& chapter : book.chapters) {
        auto visit = [&](Inline& node) { linker.link(&chapter, node); };
        walk_inlines(chapter.title, visit);
        if (chapter.is_outline) {
            continue;
        }
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
