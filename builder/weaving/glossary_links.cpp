// Glossary links: the first use of each term in a chapter becomes a link by itself; the author's own references count too.
#include <algorithm>
#include <set>

#include "base/parallel.h"
#include "base/text.h"
#include "model/inflection.h"
#include "model/parts.h"
#include "model/walk.h"
#include "weaving/passes.h"
#include "weaving/term_automaton.h"

namespace hornbook {
namespace {

constexpr char32_t not_text = U'\uFFFC';  // stands for what a term cannot cross

TermAutomaton automaton_of(const Book& book) {
    TermAutomaton automaton;
    const std::vector<Entry>& entries = book.glossary.entries;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (!entries[i].automatic) {
            continue;
        }
        std::vector<const Name*> names = {&entries[i].term};
        for (const Name& name : entries[i].also) {
            names.push_back(&name);
        }
        for (const Name* name : names) {
            for (const std::string& form : inflected(normalise(name->text), book.metadata.language)) {
                automaton.add(code_points(form), i, form != normalise(name->text));
            }
        }
    }
    automaton.finish();
    return automaton;
}

class ChapterLinks {
public:
    ChapterLinks(const Book& book, Chapter& chapter, const TermAutomaton& automaton)
        : book_(book), chapter_(chapter), automaton_(automaton) {}

    void weave() {
        note_references(chapter_.title);
        visit(chapter_.blocks);
        for (Footnote& footnote : chapter_.footnotes) {
            if (footnote.number != 0 && !footnote.from_key) {
                visit(footnote.blocks);
            }
        }
        // References within quizzes, and in notes on feedback, lead to the glossary page and are not counted: feedback must not show in
        // the key terms.
    }

private:
    void visit(Blocks& blocks) {
        walk_runs(blocks, [&](Inlines& run, const Block& owner) {
            bool linked =
                book_.glossary_links != GlossaryLinks::none && !automaton_.empty() && !std::holds_alternative<Heading>(owner.kind);
            if (linked) {
                run = link(std::move(run));
            } else {
                note_references(run);
            }
        });
    }

    void note_references(Inlines& run) {
        walk_inlines(run, [&](Inline& node) { note_reference(node); });
    }

    void note_reference(Inline& node) {
        if (auto* reference = std::get_if<GlossaryReference>(&node.kind)) {
            note(*reference);
        }
    }

    void note(GlossaryReference& reference) {
        std::string base = "r-" + book_.glossary.entries[reference.entry].id.substr(2);
        std::size_t count = ++uses_[reference.entry];
        reference.id = count == 1 ? base : base + "-" + std::to_string(count);
        if (count == 1) {
            chapter_.key_terms.push_back(reference.entry);
        }
    }

    // The text of one list of siblings, with the node that each part of it came from.
    struct Flat {
        std::u32string text;
        std::vector<std::pair<std::size_t, std::size_t>> from;  // node, byte within its text
    };

    static Flat flatten(const Inlines& run) {
        Flat flat;
        for (std::size_t i = 0; i < run.size(); ++i) {
            const auto* text = std::get_if<Text>(&run[i].kind);
            for (std::size_t at = 0; text != nullptr && at < text->text.size();) {
                flat.from.emplace_back(i, at);
                flat.text += next_code_point(text->text, at);
            }
            if (text == nullptr) {
                flat.from.emplace_back(i, 0);
                flat.text += std::holds_alternative<SoftBreak>(run[i].kind) ? U' ' : not_text;
            }
        }
        flat.from.emplace_back(run.size(), 0);
        return flat;
    }

    Inlines link(Inlines run) {
        Flat flat = flatten(run);
        Inlines result;
        std::size_t done = 0;
        for (const TermMatch& match : automaton_.find(flat.text)) {
            if (book_.glossary_links == GlossaryLinks::first && uses_.contains(match.entry)) {
                continue;
            }
            copy(run, flat, done, match.begin, result);
            done = match.end;
            if (book_.glossary_links == GlossaryLinks::first && uses_.contains(match.entry)) {  // used in between
                copy(run, flat, match.begin, match.end, result);
                continue;
            }
            GlossaryReference reference;
            reference.entry = match.entry;
            copy(run, flat, match.begin, match.end, reference.children);
            note(reference);
            Place place = run[flat.from[match.begin].first].place;
            result.push_back({std::move(reference), place});
        }
        copy(run, flat, done, flat.text.size(), result);
        return result;
    }

    // Copies the nodes, or parts of texts, at [begin, end) of the flat text to `result`, and links terms inside other nodes.
    void copy(Inlines& run, const Flat& flat, std::size_t begin, std::size_t end, Inlines& result) {
        for (std::size_t at = begin; at < end;) {
            auto [node, byte] = flat.from[at];
            std::size_t next = at + 1;
            while (next < end && flat.from[next].first == node) {
                ++next;
            }
            if (auto* text = std::get_if<Text>(&run[node].kind)) {
                std::size_t last = flat.from[next].first == node ? flat.from[next].second : text->text.size();
                result.push_back({Text{text->text.substr(byte, last - byte)}, run[node].place});
            } else {
                descend(run[node]);
                result.push_back(std::move(run[node]));
            }
            at = next;
        }
    }

    void descend(Inline& node) {
        if (auto* reference = std::get_if<GlossaryReference>(&node.kind)) {
            return note(*reference);
        }
        if (std::holds_alternative<Link>(node.kind)) {
            return;
        }
        if (Inlines* children = children_of(node)) {
            *children = link(std::move(*children));
        }
    }

    const Book& book_;
    Chapter& chapter_;
    const TermAutomaton& automaton_;
    std::map<std::size_t, std::size_t> uses_;  // entry -> references so far
};

}  // namespace

void weave_glossary_links(Book& book, unsigned jobs) {
    if (book.glossary.entries.empty()) {
        return;
    }
    TermAutomaton automaton = automaton_of(book);
    for_each_in_parallel(book.chapters.size(), jobs, [&](std::size_t i) {
        if (!book.chapters[i].is_outline) {
            ChapterLinks(book, book.chapters[i], automaton).weave();
        }
    });
    for (std::size_t i = 0; i < book.chapters.size(); ++i) {
        for (std::size_t entry : book.chapters[i].key_terms) {
            Entry& used = book.glossary.entries[entry];
            used.uses.push_back({i, "r-" + used.id.substr(2)});
        }
    }
}

}  // namespace hornbook
