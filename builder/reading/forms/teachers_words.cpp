#include "reading/forms/teachers_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/cases.h"
#include "base/text.h"
#include "model/mistakes.h"
#include "model/plain_text.h"
#include "model/walk.h"
#include "reading/forms/other_forms.h"
#include "reading/forms/teachers_lines.h"

namespace hornbook {
namespace {

// Words, folded, that make a label beside a word for teachers; and below, words that say nothing.
constexpr std::array<std::string_view, 62> strong_words = {
    "for",         "note",        "notes",        "only",       "tip",       "tips",      "hint",          "hints",     "info",
    "information", "guide",       "guidance",     "comment",    "comments",  "answer",    "answers",       "tipp",      "solution",
    "solutions",   "instruction", "instructions", "für",        "hinweis",   "hinweise",  "nur",           "lösung",    "lösungen",
    "pour",        "aux",         "remarque",     "remarques",  "réservé",   "réponses",  "para",          "nota",      "notas",
    "solo",        "sólo",        "apenas",       "respuestas", "respostas", "per",       "tipps",         "soltanto",  "risposte",
    "voor",        "alleen",      "opmerking",    "dla",        "tylko",     "uwaga",     "için",          "не",        "для",
    "только",      "ответы",      "тільки",       "відповіді",  "notiz",     "kommentar", "lehrerhinweis", "lehrerinfo"};
constexpr std::array<std::string_view, 24> weak_words = {"a",  "an", "the", "to", "key", "s",   "and", "die", "der", "den", "das", "alle",
                                                         "le", "la", "les", "l",  "el",  "los", "las", "gli", "i",   "o",   "os",  "de"};
// Names of speakers in a dialogue; a professor or a maestro may be anybody.
constexpr std::array<std::string_view, 22> speakers = {"teacher",    "teachers",   "lehrer",      "lehrerin",    "lehrkraft",  "lehrkräfte",
                                                       "lehrperson", "enseignant", "enseignante", "enseignants", "profesor",   "profesora",
                                                       "insegnante", "insegnanti", "leraar",      "docente",     "nauczyciel", "öğretmen",
                                                       "учитель",    "вчитель",    "معلم",        "instructor"};
constexpr std::array<std::string_view, 14> words_of_pupils = {"pupil",   "pupils", "student", "students", "learner", "learners", "class",
                                                              "schüler", "klasse", "élève",   "élèves",   "alumno",  "alumnos",  "ученик"};

constexpr std::size_t longest_label = 60;  // bytes

std::vector<std::string> words_in(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    std::string folded = fold_case(text);
    for (std::size_t at = 0; at < folded.size();) {
        std::size_t begin = at;
        char32_t c = next_code_point(folded, at);
        if (is_letter(c) || is_digit(c)) {
            word.append(folded, begin, at - begin);
        } else if (!word.empty()) {
            words.push_back(std::exchange(word, {}));
        }
    }
    if (!word.empty()) {
        words.push_back(std::move(word));
    }
    return words;
}

template <std::size_t size>
bool is_one(const std::array<std::string_view, size>& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

// Whether every word is one of those lists, and at least one of each kind is there: `"Note for the (teachers)"`.
bool names_them_alone(std::string_view text) {
    std::vector<std::string> words = words_in(text);
    bool teachers = false;
    bool strong = false;
    for (const std::string& word : words) {
        bool is_theirs = names_teachers(word);
        teachers = teachers || is_theirs;
        strong = strong || is_one(strong_words, word);
        if (!is_theirs && !is_one(strong_words, word) && !is_one(weak_words, word)) {
            return false;
        }
    }
    constexpr std::size_t longest_unspaced = 6;  // signs: `教師用`, `给老师`
    std::size_t at = 0;
    bool unspaced = !text.empty() && is_unspaced_script(next_code_point(text, at));
    return teachers && words.size() <= 7 && (strong || (unspaced && count_code_points(text) <= longest_unspaced));
}

// The text before the first colon near the beginning; empty where there is none.
std::string_view before_colon(std::string_view text) {
    std::size_t colon = std::min(text.find(':'), text.find("：", 0));
    return colon == npos || colon > longest_label ? std::string_view() : trim(text.substr(0, colon));
}

std::string_view without_signs(std::string_view text) {
    text = trim(text);
    text.remove_prefix(std::min(text.find_first_not_of("> *_([#"), text.size()));
    return text;
}

// The mark in a text as it is written: `[!TEACHER]` anywhere, `!!! teacher` or `::: teacher` at the beginning; empty: there is none.
std::string_view mark_in(std::string_view text) {
    for (std::size_t at = text.find("[!"); at != npos; at = text.find("[!", at + 2)) {
        std::size_t end = text.substr(at, longest_label).find(']');
        std::string_view word = end == npos ? std::string_view() : text.substr(at + 2, end - 2);
        if (is_word_for_teachers(trim(word.substr(0, word.find('|')))) || (end != npos && names_teachers(word))) {
            return text.substr(at, end + 1);
        }
    }
    std::string_view begin = trim(text);
    begin.remove_prefix(std::min(begin.find_first_not_of("> "), begin.size()));
    for (std::string_view sign : {"!!!", "???", ":::"}) {
        if (begin.starts_with(sign)) {
            std::string_view word = trim(begin.substr(std::min(begin.find_first_not_of("!?:+ {."), begin.size())));
            word = word.substr(0, word.find_first_of(" \t}"));
            return is_word_for_teachers(word) ? begin.substr(0, static_cast<std::size_t>(word.data() + word.size() - begin.data()))
                                              : std::string_view();
        }
    }
    return {};
}

class TeachersWords {
public:
    explicit TeachersWords(ProseReader& reader) : reader_(reader) {}

    void take(Inline& node) {
        if (const auto* text = std::get_if<Text>(&node.kind)) {
            tell_mark(text->text, node.place);
        } else if (const auto* image = std::get_if<Image>(&node.kind)) {
            tell_mark(image->alt, node.place);
            tell_mark(image->title, node.place);
        }
    }

    void take(Block& block) {
        std::visit(Cases{
                       [&](Paragraph& kind) { take_run(kind.text, is_title(kind.text)); },
                       [&](Heading& kind) { take_run(kind.text, true); }, [&](Callout& kind) { take_run(kind.title, true); },
                       [&](Details& kind) { take_run(kind.summary, true); }, [&](Figure& kind) { take_run(kind.caption, false); },
                       [&](DefinitionList& kind) {
                           for (Definition& item : kind.items) {
                               std::for_each(item.terms.begin(), item.terms.end(), [&](Inlines& term) { take_run(term, true); });
                           }
                       },
                       [&](Timeline& kind) {
                           std::for_each(kind.events.begin(), kind.events.end(),
                                         [&](TimelineEvent& event) { take_run(event.text, false); });
                       },
                       [&](Table& kind) { take_table(kind); },
                       [](OneOf<Quotation, List, CodeBlock, Rule, Division, QuizHere> auto&) {},  // their blocks are asked by themselves
                   },
                   block.kind);
    }

    // Ends a text: labels of a teacher who speaks more than once, or among pupils, are a part in a dialogue and are not reported.
    void end() {
        auto is_teacher = [](const Run& run) { return run.label == TeachersLabel::teacher; };
        auto parts = std::count_if(runs_.begin(), runs_.end(), is_teacher);
        for (std::size_t at = 0; at < runs_.size(); ++at) {
            auto beside = [&](TeachersLabel label) {
                return (at > 0 && runs_[at - 1].label == label) || (at + 1 < runs_.size() && runs_[at + 1].label == label);
            };
            bool is_part = runs_[at].dialogue || beside(TeachersLabel::pupils) || (parts > 1 && beside(TeachersLabel::other));
            if (is_teacher(runs_[at]) && !is_part) {
                note(runs_[at].words, runs_[at].place);
            }
        }
        runs_.clear();
    }

private:
    struct Run {
        TeachersLabel label = TeachersLabel::none;
        std::string words;
        Place place;
        bool dialogue = false;  // another one speaks in it
    };

    void take_table(Table& table) {
        take_run(table.caption, false);
        for (std::vector<Cell>& row : table.head) {
            for (Cell& cell : row) {
                for (Block& head : cell.blocks) {
                    auto* words = std::get_if<Paragraph>(&head.kind);
                    take_title(words != nullptr ? words->text : Inlines());
                }
            }
        }
    }

    // Whether the run is nothing but words in bold.
    static bool is_title(const Inlines& run) {
        return run.size() == 1 && std::holds_alternative<Strong>(run.front().kind);
    }

    // Whether the run begins with a title in bold: `**For teachers** words`.
    bool begins_with_title(const Inlines& run) const {
        const auto* strong = run.size() > 1 ? std::get_if<Strong>(&run.front().kind) : nullptr;
        return strong != nullptr && !is_for_teachers(reader_, run.front().place.line) &&
               is_title_for_teachers(plain_text(strong->children));
    }

    static Place place_of_run(const Inlines& run) {
        Place place;
        walk_inlines(run, [&](const Inline& node) { place = place ? place : node.place; });
        return place;
    }

    void take_title(const Inlines& run) {
        Place place = place_of_run(run);
        if (std::string text = plain_text(run); is_title_for_teachers(text) && place && !is_for_teachers(reader_, place.line)) {
            note(text, place);
        }
    }

    void take_run(Inlines& run, bool is_title) {
        bool is_shown = run.size() == 1 && std::holds_alternative<Code>(run[0].kind);  // as it is, so that it speaks to nobody
        if (run.empty() || is_shown) {
            return;
        }
        std::string text = plain_text(run);
        TeachersLabel label = label_of(text);
        Place place = place_of_run(run);
        if (is_title && label == TeachersLabel::none) {
            take_title(run);
        }
        if (!place || is_for_teachers(reader_, place.line)) {
            label = TeachersLabel::none;
        }
        if (label == TeachersLabel::teachers || begins_with_title(run)) {
            note(text, place);
        }
        runs_.push_back({label, label == TeachersLabel::teacher ? text : std::string(), place, has_other_speaker(run)});
    }

    // Whether another speaker's label is behind one of its line breaks.
    static bool has_other_speaker(const Inlines& run) {
        for (std::size_t at = 1; at < run.size(); ++at) {
            bool breaks = std::holds_alternative<LineBreak>(run[at - 1].kind) || std::holds_alternative<SoftBreak>(run[at - 1].kind);
            TeachersLabel label = breaks ? label_of(plain_text({run[at]})) : TeachersLabel::none;
            if (label == TeachersLabel::other || label == TeachersLabel::pupils) {
                return true;
            }
        }
        return false;
    }

    void note(const std::string& text, Place place) {
        std::string_view line = reader_.source().line(place.line);
        std::string_view seen = trim(line.substr(std::min<std::size_t>(place.column - 1, line.size())));
        place.length = static_cast<std::uint32_t>(std::min(seen.size(), longest_label));
        note_other_form(reader_, OtherForm::teachers_words, text, place);
    }

    void tell_mark(std::string_view text, Place place) {
        std::string_view mark = mark_in(text);
        if (mark.empty() || !place || is_for_teachers(reader_, place.line) || reader_.scratch.teachers_told.contains(place.line)) {
            return;
        }
        std::string_view line = reader_.source().line(place.line);
        std::size_t found = line.find(mark);
        if (found != npos && found > 0 && line[found - 1] == '\\') {
            return;  // escaped or in code, so that it is meant to be shown
        }
        if (found != npos) {
            place.column = static_cast<std::uint32_t>(found + 1);
            place.length = static_cast<std::uint32_t>(mark.size());
        }
        reader_.scratch.teachers_told.insert(place.line);
        reader_.diagnostics.add(Mistake::nearly_a_form, place,
                                "`" + std::string(mark) + "` begins no callout here, so pupils would read what is for teachers",
                                "take it out of here, and begin a quotation of its own with it: `> [!TEACHER]`, after an empty line");
    }

    ProseReader& reader_;
    std::vector<Run> runs_;
};

}  // namespace

TeachersLabel label_of(std::string_view text) {
    std::string_view label = before_colon(without_signs(text));
    std::vector<std::string> words = words_in(label);
    if (words.empty() || words.size() > 7) {
        return TeachersLabel::none;
    }
    if (names_them_alone(label)) {
        return TeachersLabel::teachers;
    }
    bool alone = words.size() == 1;
    return alone && is_one(speakers, words[0]) ? TeachersLabel::teacher
           : std::any_of(words.begin(), words.end(), [](const std::string& word) { return is_one(words_of_pupils, word); })
               ? TeachersLabel::pupils
           : words.size() <= 3 ? TeachersLabel::other
                               : TeachersLabel::none;
}

bool is_title_for_teachers(std::string_view text) {
    return text.size() <= longest_label && names_them_alone(without_signs(text));
}

void tell_teachers_words(ProseReader& reader, Chapter& chapter) {
    if (chapter.for_teachers) {
        return;
    }
    TeachersWords found(reader);
    auto take_node = [&](Inline& node) { found.take(node); };
    auto take_block = [&](Block& block) { found.take(block); };
    walk_inlines(chapter.title, take_node);
    walk_inlines(chapter.blocks, take_node);
    walk_blocks(chapter.blocks, take_block);
    found.end();
    for (Footnote& footnote : chapter.footnotes) {
        if (!footnote.for_teachers) {
            walk_inlines(footnote.blocks, take_node);
            walk_blocks(footnote.blocks, take_block);
            found.end();
        }
    }
    for (Quiz& quiz : chapter.quizzes) {
        walk_quiz_inlines(quiz, take_node);
        walk_quiz_blocks(quiz, take_block);
        found.end();
    }
}

void tell_teachers_words(ProseReader& reader, Glossary& glossary) {
    TeachersWords found(reader);
    auto take_node = [&](Inline& node) { found.take(node); };
    auto take_block = [&](Block& block) { found.take(block); };
    walk_inlines(glossary.introduction, take_node);
    walk_blocks(glossary.introduction, take_block);
    found.end();
    for (Entry& entry : glossary.entries) {
        walk_inlines(entry.definition, take_node);
        walk_blocks(entry.definition, take_block);
        found.end();
    }
}

}  // namespace hornbook
