#include "formats/anki/anki.h"

#include <algorithm>

#include "base/hash.h"
#include "base/text.h"
#include "base/trouble.h"
#include "formats/anki/card.h"
#include "model/mistakes.h"
#include "model/plain_text.h"
#include "model/walk.h"
#include "rendering/quiz.h"

namespace hornbook {
namespace {

// The name of Anki's simplest note type, where Anki was set up in that language.
struct NoteType {
    std::string_view language;
    std::string_view name;
};
constexpr NoteType note_types[] = {
    {"ar", "أساسي"}, {"de", "Einfach"},    {"es", "Básico"}, {"fr", "Basique"},  {"he", "בסיסי"}, {"it", "Basilare"}, {"ja", "基本"},
    {"nl", "Basis"}, {"pl", "Podstawowy"}, {"pt", "Básico"}, {"ru", "Основная"}, {"tr", "Temel"}, {"uk", "Базова"},   {"zh", "问答题"},
};

// The HTML on one line, as a note must be; line ends outside <pre> are spaces.
std::string on_one_line(const std::string& html) {
    std::string result;
    std::size_t depth = 0;
    for (std::size_t at = 0; at < html.size(); ++at) {
        depth += html.compare(at, 4, "<pre") == 0 ? 1 : 0;
        depth -= html.compare(at, 6, "</pre>") == 0 ? 1 : 0;
        result += html[at] == '\n' && depth == 0 ? ' ' : html[at];
    }
    return std::string(trim(result));
}

// A field as Anki reads it: by RFC 4180, with a separator of its own.
std::string field(const std::string& text) {
    if (text.find_first_of("\t\n\r\"") == std::string::npos) {
        return text;
    }
    std::string quoted = "\"";
    for (char c : text) {
        quoted += c == '"' ? "\"\"" : std::string(1, c);
    }
    return quoted + "\"";
}

// A part of a deck's name, without the two colons that divide decks, and in one spelling, since another would be another deck.
std::string deck_part(const std::string& words) {
    std::string part = collapse_spaces(normalise(words));
    for (std::size_t at = part.find("::"); at != std::string::npos; at = part.find("::")) {
        part.erase(at, 1);
    }
    while (part.starts_with(':') || part.ends_with(':')) {
        part.erase(part.starts_with(':') ? 0 : part.size() - 1, 1);
    }
    part.erase(std::remove(part.begin(), part.end(), '"'), part.end());
    return std::string(trim(part));
}

class CardMaker {
public:
    CardMaker(const Book& book, const Settings& settings, Diagnostics& losses)
        : original_(book), book_(for_cards(book)), losses_(losses), chosen_(items_of(settings.option("cards"))) {
        std::string name = slug(book.metadata.title);
        tag_ = name.empty() ? "book" : name;
        deck_ = deck_part(book.metadata.title.empty() ? tag_ : book.metadata.title);
    }

    std::string make() {
        if (wants("glossary")) {
            add_entries();
        }
        if (wants("questions")) {
            add_questions();
        }
        if (rows_.empty()) {
            throw Trouble("there is nothing to make cards of: this book has no " + join(chosen_, " and no "));
        }
        return head() + rows_;
    }

private:
    bool wants(std::string_view what) const {
        return std::find(chosen_.begin(), chosen_.end(), what) != chosen_.end();
    }

    // The head of the file, with every name of the note type: Anki passes over those that a collection does not have, and takes the last
    // that it has. Without `#columns` its first two fields are filled, whatever their names.
    std::string head() const {
        std::string lines = "#separator:tab\n#html:true\n";
        std::string_view language = book_.metadata.language;
        for (const NoteType& type : note_types) {
            if (language.substr(0, language.find('-')) == type.language) {
                lines += "#notetype:" + std::string(type.name) + "\n";
            }
        }
        return lines + "#notetype:Basic\n#guid column:1\n#deck column:2\n#tags column:5\n#if matches:update current\n";
    }

    void add(const std::string& id, const std::string& deck, const Card& card, const std::vector<std::string>& tags) {
        std::string guid = uuid5(book_.metadata.book_identifier + "\nanki\n" + id);
        rows_ +=
            join({guid, field(deck_ + "::" + deck), field(on_one_line(card.front)), field(on_one_line(card.back)), join(tags, " ")}, "\t") +
            "\n";
    }

    std::string tag_of(std::size_t chapter) const {
        return tag_ + "::" + book_.chapters[chapter].slug;
    }

    void add_entries() {
        if (const Blocks& before = book_.glossary.introduction; !before.empty()) {
            losses_.add(Mistake::no_place_in_output, before.front().place,
                        "`anki` makes cards of entries alone, so what comes before the first one is left out");
        }
        std::string title = book_.glossary.title.empty() ? book_.words.glossary : plain_text(book_.glossary.title);
        for (std::size_t i = 0; i < book_.glossary.entries.size(); ++i) {
            const Entry& entry = book_.glossary.entries[i];
            std::vector<std::string> tags;
            for (const GlossaryUse& use : entry.uses) {
                tags.push_back(tag_of(use.chapter));
            }
            tell_pictures(original_.glossary.entries[i]);
            add(entry.id, deck_part(title), card_of(book_, entry), tags.empty() ? std::vector{tag_} : tags);
        }
    }

    // The deck of a chapter, numbered, since Anki sorts decks by name.
    std::string deck_of(std::size_t chapter) const {
        std::string number = std::to_string(chapter + 1);
        std::size_t digits = std::to_string(book_.chapters.size()).size();
        return std::string(digits - number.size(), '0') + number + " " + deck_part(plain_text(book_.chapters[chapter].title));
    }

    void add_questions() {
        for (std::size_t i = 0; i < book_.chapters.size(); ++i) {
            for (std::size_t quiz = 0; quiz < book_.chapters[i].quizzes.size(); ++quiz) {
                const std::vector<Question>& questions = book_.chapters[i].quizzes[quiz].questions;
                for (std::size_t question = 0; question < questions.size(); ++question) {
                    add_question(i, questions[question], original_.chapters[i].quizzes[quiz].questions[question]);
                }
            }
        }
    }

    void add_question(std::size_t chapter, const Question& question, const Question& original) {
        if (!has_answer(question)) {
            losses_.add(Mistake::no_place_in_output, question.place,
                        "`anki` needs an answer to turn a card to, so this question was left out",
                        "say under `key:` what a good answer has");
            return;
        }
        tell_pictures(original);
        add(question.id, deck_of(chapter), card_of(book_, chapter, question), {tag_of(chapter)});
    }

    // ---- what cards have no place for ----

    static bool is_picture(const Inline& node) {
        const auto* image = std::get_if<Image>(&node.kind);
        return image != nullptr && !image->decorative;
    }

    void tell_pictures(const Entry& entry) {
        bool has_picture = false;
        walk_inlines(entry.definition, [&](const Inline& node) { has_picture = has_picture || is_picture(node); });
        tell(has_picture, entry.place, "definition");
    }

    void tell_pictures(const Question& question) {
        bool has_picture = false;
        Quiz alone;
        alone.questions.push_back(question);
        walk_quiz_inlines(std::as_const(alone), [&](const Inline& node) { has_picture = has_picture || is_picture(node); });
        tell(has_picture, question.place, "question");
    }

    void tell(bool has_picture, Place place, const std::string& what) {
        if (has_picture) {
            losses_.add(Mistake::no_place_in_output, place,
                        "`anki` imports text without pictures, so this " + what + " has descriptions in their place",
                        "add the pictures in Anki, or write so that the descriptions are enough");
        }
    }

    const Book& original_;
    Book book_;
    Diagnostics& losses_;
    std::vector<std::string> chosen_;
    std::string tag_;
    std::string deck_;
    std::string rows_;
};

}  // namespace

std::vector<OptionRow> anki_options() {
    return {{"cards", "What to make cards of", {OptionKind::list, {"glossary", "questions"}}, "glossary,questions"}};
}

Files make_anki(const Book& book, const Settings& settings, Diagnostics& losses) {
    return {{"cards.txt", CardMaker(book, settings, losses).make()}};
}

}  // namespace hornbook
