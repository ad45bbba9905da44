// Ids of headings, figures, callouts and raw HTML: unique in each chapter, and the names by which links may call them.
#include <array>
#include <set>

#include "base/text.h"
#include "model/plain_text.h"
#include "model/walk.h"
#include "weaving/passes.h"

namespace hornbook {
namespace {

// Beginnings that Hornbook's own ids have.
constexpr std::array<std::string_view, 8> own_prefixes = {"fn-", "fnref-", "g-", "r-", "hb-", "feedback-", "answer-", "hint-"};

bool is_own(std::string_view id) {
    for (std::string_view prefix : own_prefixes) {
        if (id.starts_with(prefix)) {
            return true;
        }
    }
    return false;
}

class ChapterIds {
public:
    ChapterIds(Chapter& chapter, Diagnostics& diagnostics) : chapter_(chapter), diagnostics_(diagnostics) {}

    AnchorNames weave() {
        for (const Quiz& quiz : chapter_.quizzes) {
            reserve_quiz(quiz);
        }
        walk_blocks(chapter_.blocks, [&](Block& block) { claim_authors(block); });
        walk_inlines(chapter_.blocks, [&](Inline& node) {
            if (auto* styled = std::get_if<Styled>(&node.kind)) {
                claim(styled->id, node.place);
            }
        });
        walk_blocks(chapter_.blocks, [&](Block& block) { give(block); });
        return std::move(names_);
    }

private:
    // A link may leave out the "quiz-" that every id of a quiz begins with.
    void reserve_quiz(const Quiz& quiz) {
        auto add = [&](const std::string& id) {
            taken_.insert(id);
            names_.try_emplace(id, id);
            names_.try_emplace(id.substr(5), id);
        };
        add(quiz.id);
        for (const Question& question : quiz.questions) {
            add(question.id);
        }
    }

    void claim(std::string& id, Place place) {
        if (id.empty()) {
            return;
        }
        if (is_own(id)) {
            diagnostics_.add(Mistake::bad_id, place, "`" + id + "` begins like Hornbook's own ids", "choose an id that begins otherwise");
        } else if (!taken_.insert(id).second) {
            diagnostics_.add(Mistake::repeated_id, place, "the id `" + id + "` stands in this chapter already",
                             "give each place an id of its own");
        } else {
            names_.insert_or_assign(id, id);
            return;
        }
        id.clear();
    }

    void claim_authors(Block& block) {
        if (auto* heading = std::get_if<Heading>(&block.kind)) {
            claim(heading->id, block.place);
        } else if (auto* figure = std::get_if<Figure>(&block.kind)) {
            claim(figure->id, block.place);
        } else if (auto* division = std::get_if<Division>(&block.kind)) {
            claim(division->id, block.place);
        }
    }

    std::string unique(const std::string& base) {
        std::string id = is_own(base) ? "s-" + base : base;
        std::string first = id;
        for (int n = 2; !taken_.insert(id).second; ++n) {
            id = first + "-" + std::to_string(n);
        }
        return id;
    }

    void give(Block& block) {
        if (auto* heading = std::get_if<Heading>(&block.kind)) {
            std::string text = plain_text(heading->text);
            heading->slug = slug(text);
            for (int n = 1; !slugs_.insert(heading->slug).second; ++n) {
                heading->slug = slug(text) + "-" + std::to_string(n);
            }
            if (heading->id.empty()) {
                heading->id = unique(ascii_slug(text));
                names_.try_emplace(heading->id, heading->id);
            }
            names_.try_emplace(heading->slug, heading->id);
        } else if (auto* callout = std::get_if<Callout>(&block.kind)) {
            callout->id = "hb-callout-" + std::to_string(++callouts_);
        }
    }

    Chapter& chapter_;
    Diagnostics& diagnostics_;
    AnchorNames names_;
    std::set<std::string> taken_;
    std::set<std::string> slugs_;
    std::size_t callouts_ = 0;
};

}  // namespace

Anchors weave_ids(Book& book, Diagnostics& diagnostics) {
    Anchors anchors;
    for (Chapter& chapter : book.chapters) {
        anchors.chapters.push_back(ChapterIds(chapter, diagnostics).weave());
    }
    return anchors;
}

void weave_glossary_ids(Book& book, Anchors& anchors, Diagnostics& diagnostics) {
    std::map<std::string, std::size_t> by_name;
    std::vector<std::string_view> names;
    std::set<std::string> taken;
    std::vector<Entry>& entries = book.glossary.entries;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        std::string base = "g-" + ascii_slug(entries[i].term.text, "t");
        entries[i].id = base;
        for (int n = 2; !taken.insert(entries[i].id).second; ++n) {
            entries[i].id = base + "-" + std::to_string(n);
        }
        anchors.glossary.try_emplace(entries[i].id, entries[i].id);
        anchors.glossary.try_emplace(slug(entries[i].term.text), entries[i].id);
        by_name.try_emplace(fold_case(entries[i].term.text), i);
        names.push_back(entries[i].term.text);
    }
    for (std::size_t i = 0; i < entries.size(); ++i) {
        for (const Name& name : entries[i].also) {
            by_name.try_emplace(fold_case(name.text), i);
            names.push_back(name.text);
        }
    }
    for (Entry& entry : entries) {
        for (SeeAlso& see : entry.see) {
            auto found = by_name.find(fold_case(see.name.text));
            if (found != by_name.end()) {
                see.entry = found->second;
                continue;
            }
            std::string_view near = nearest(see.name.text, names);
            diagnostics.add(Mistake::unknown_see, see.name.place, "`" + see.name.text + "` is no term of the glossary",
                            near.empty() ? "write the term as its heading has it" : "did you mean `" + std::string(near) + "`?");
        }
    }
}

}  // namespace hornbook
