// Ids of headings, figures, callouts and raw HTML: unique in each chapter, and the names by which links may call them.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/cases.h"
#include "base/numbering.h"
#include "base/text.h"
#include "model/entry_names.h"
#include "model/mistakes.h"
#include "model/parts.h"
#include "model/plain_text.h"
#include "model/walk.h"
#include "weaving/passes.h"

namespace hornbook {
namespace {

// Prefixes of Hornbook's own ids.
constexpr std::array<std::string_view, 8> own_prefixes = {"fn-", "fnref-", "g-", "r-", "hb-", "feedback-", "answer-", "hint-"};

constexpr std::string_view id_characters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.";

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
        claim_in(chapter_.title);
        claim_in(chapter_.blocks);
        for (Quiz& quiz : chapter_.quizzes) {
            claim_in(quiz);
        }
        for (Footnote& footnote : chapter_.footnotes) {
            claim_in(footnote.blocks);
        }
        std::string title = slug(plain_text(chapter_.title));  // on a Git host the title is a heading like any other
        slugs_.insert(title);
        names_.try_emplace(title, "");
        if (!chapter_.id.empty()) {
            names_.insert_or_assign(chapter_.id, "");
        }
        walk_blocks(chapter_.blocks, [&](Block& block) { give(block); });
        return std::move(names_);
    }

private:
    void claim_in(Inlines& inlines) {
        walk_inlines(inlines, [&](Inline& node) { claim_authors(node); });
    }

    void claim_in(Blocks& blocks) {
        walk_blocks(blocks, [&](Block& block) { claim_authors(block); });
        walk_inlines(blocks, [&](Inline& node) { claim_authors(node); });
    }

    // Claims the ids in a quiz that are shown on the chapter's page; feedback, hints and keys are elsewhere and show no ids.
    void claim_in(Quiz& quiz) {
        claim_in(quiz.title);
        for (Question& question : quiz.questions) {
            claim_in(question.text);
            claim_in(question.body);
            open_answer(
                question.answer, [&](Inlines& text) { claim_in(text); }, [](Blocks&) {});
        }
    }

    // Reserves the ids of a quiz, with and without the "quiz-" at their beginning, which a link may leave out.
    void reserve_quiz(const Quiz& quiz) {
        auto add = [&](const std::string& id) {
            taken_.insert(id);
            names_.try_emplace(id, id);
            names_.try_emplace(id.substr(5), id);
        };
        add(quiz.id);
        taken_.insert(quiz.id + "--title");
        for (const Question& question : quiz.questions) {
            add(question.id);
            std::visit(Cases{
                           [&](const Select& select) { reserve_parts(select.choices); },
                           [&](const Arrange& arrange) { reserve_parts(arrange.items); },
                           [](const OneOf<Fill, Match, Essay> auto&) {},
                       },
                       question.answer);
        }
    }

    template <class List>
    void reserve_parts(const List& list) {
        for (const auto& part : list) {
            taken_.insert(part.id);
        }
    }

    void claim(std::string& id, Place place) {
        if (id.empty()) {
            return;
        }
        if (id.find_first_not_of(id_characters) != std::string::npos) {
            diagnostics_.add(Mistake::bad_id, place, "`" + id + "` cannot be an id", "use letters a to z, digits, `-`, `_` and `.`");
        } else if (is_own(id)) {
            diagnostics_.add(Mistake::bad_id, place, "`" + id + "` begins like Hornbook's own ids", "choose an id that begins otherwise");
        } else if (auto [first, is_new] = claimed_.try_emplace(id, place); !is_new || !taken_.insert(id).second) {
            diagnostics_.add(Mistake::repeated_id, place, "the id `" + id + "` is used in this chapter already",
                             "give each place an id of its own", SecondPlace{is_new ? Place{} : first->second, "the first one is here"});
        } else {
            names_.insert_or_assign(id, id);
            return;
        }
        id.clear();
    }

    template <class Node>
    void claim_authors(Node& node) {
        if (std::string* id = id_of(node)) {
            claim(*id, node.place);
        }
    }

    std::string unique(const std::string& base) {
        return numbered_ids_.next(is_own(base) ? "s-" + base : base, [&](const std::string& id) { return taken_.insert(id).second; });
    }

    void give(Block& block) {
        if (auto* heading = std::get_if<Heading>(&block.kind)) {
            std::string text = plain_text(heading->text);
            std::string plain = slug(text);
            heading->slug = numbered_slugs_.next(
                plain, [&](std::size_t number) { return plain + "-" + std::to_string(number - 1); },
                [&](const std::string& name) { return slugs_.insert(name).second; });
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
    std::map<std::string, Place> claimed_;  // by the author, and where first
    std::set<std::string> taken_;
    std::set<std::string> slugs_;
    Numbering numbered_ids_;
    Numbering numbered_slugs_;
    std::size_t callouts_ = 0;
};

}  // namespace

const AnchorNames& Anchors::of(std::size_t chapter) {
    std::optional<AnchorNames>& names = chapters_[chapter];
    if (!names) {
        Diagnostics not_told;
        names = ChapterIds(book_.chapters[chapter], not_told).weave();
    }
    return *names;
}

Anchors weave_ids(Book& book, Diagnostics& diagnostics) {
    Anchors anchors(book);
    for (std::size_t i = 0; i < book.chapters.size(); ++i) {
        if (!book.chapters[i].is_outline) {
            anchors.chapters_[i] = ChapterIds(book.chapters[i], diagnostics).weave();
        }
    }
    return anchors;
}

void weave_glossary_ids(Book& book, Anchors& anchors, Diagnostics& diagnostics) {
    std::map<std::string, std::size_t> by_name;
    std::vector<std::string_view> names;
    std::set<std::string> taken;
    Numbering numbering;
    std::vector<Entry>& entries = book.glossary.entries;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        entries[i].id =
            numbering.next("g-" + ascii_slug(entries[i].term.text, "t"), [&](const std::string& id) { return taken.insert(id).second; });
        anchors.glossary.try_emplace(entries[i].id, entries[i].id);
        anchors.glossary.try_emplace(slug(entries[i].term.text), entries[i].id);
        by_name.try_emplace(comparable_name(entries[i].term.text), i);
        names.push_back(entries[i].term.text);
    }
    for (std::size_t i = 0; i < entries.size(); ++i) {
        for (const Name& name : entries[i].also) {
            by_name.try_emplace(comparable_name(name.text), i);
            names.push_back(name.text);
        }
    }
    for (std::size_t i = 0; i < entries.size(); ++i) {  // and in other spellings, `Strasse`
        by_name.try_emplace(fold_case(entries[i].term.text), i);
        std::for_each(entries[i].also.begin(), entries[i].also.end(),
                      [&](const Name& name) { by_name.try_emplace(fold_case(name.text), i); });
    }
    for (Entry& entry : entries) {
        for (SeeAlso& see : entry.see) {
            auto found = by_name.find(comparable_name(see.name.text));
            found = found != by_name.end() ? found : by_name.find(fold_case(see.name.text));
            if (found != by_name.end()) {
                see.entry = found->second;
                continue;
            }
            std::string_view near = nearest(see.name.text, names);
            diagnostics.add(Mistake::unknown_see, see.name.place, "`" + see.name.text + "` is not a term of the glossary",
                            near.empty() ? "write the term as its heading has it" : "did you mean `" + std::string(near) + "`?");
        }
    }
}

}  // namespace hornbook
