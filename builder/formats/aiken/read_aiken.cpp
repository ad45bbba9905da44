// Reader of Aiken, also in ```aiken blocks: a question, its choices `A)` or `A.`, and `ANSWER: B`; plain text, as in Moodle.
#include <algorithm>
#include <iterator>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "base/text.h"
#include "formats/aiken/aiken.h"
#include "formats/aiken/lines.h"
#include "formats/formulas_in_html.h"
#include "formats/formulas_in_text.h"
#include "model/mistakes.h"
#include "model/speaks_of_others.h"
#include "reading/forms/inline_forms.h"
#include "reading/questions/answer_forms.h"
#include "reading/questions/marks_key.h"
#include "reading/questions/own_letters.h"
#include "reading/questions/signs_of_right.h"

namespace hornbook {
namespace {

// Hints, with the sign that the author writes behind letters.
constexpr ChoiceHints letter_hints = {"write `ANSWER: B` after its choices, with the letter of the right one",
                                      "give at least one more, on a line of its own: `B) …`", "write its text after its letter"};
constexpr ChoiceHints hints_with_stops = {letter_hints.right, "give at least one more, on a line of its own: `B. …`", letter_hints.text};

class AikenReader {
public:
    AikenReader(ProseReader& reader, Quiz& quiz) : reader_(reader), quiz_(quiz) {}

    void read(const Lines& body) {
        for (std::size_t i = 0; i < body.size(); ++i) {
            take(body[i], std::span(body).subspan(i + 1));
        }
        finish();
        if (pictures_ > 0) {
            report(Mistake::not_kept, first_picture_,
                   pictures_ == 1 ? "Aiken is plain text, so this picture stays as it is written"
                                  : "Aiken is plain text, so its " + std::to_string(pictures_) + " pictures stay as they are written",
                   "ask what needs a picture in a ~~~quiz or ```gift block");
        }
    }

private:
    struct Written {  // a choice
        char letter;
        Line first;
        Lines text;
    };
    struct Extra {
        std::string_view key;
        Line whole;
        Lines value;
    };

    void report(Mistake mistake, Place place, std::string message, std::string hint) {
        reader_.diagnostics.add(mistake, place, std::move(message), std::move(hint));
    }

    Place place_of_line(const Line& line) const {
        return place_of(reader_.file, line, trim(line.text));
    }

    void take(const Line& line, std::span<const Line> rest) {
        std::string_view text = trim(line.text);
        if (text.empty()) {
            after_blank_ = true;
            in_extra_ = false;
            return;
        }
        note_picture(line, text);
        bool blank = std::exchange(after_blank_, false);
        if (std::optional<AikenKey> key = aiken_key(text); key && (key->is_plain || (!choices_.empty() && !is_answered_))) {
            in_extra_ = false;
            take_key(line, *key);
        } else if (std::optional<AikenExtra> extra = aiken_extra(text); extra && belongs_to_question(*extra, blank)) {
            take_extra(line, *extra);
        } else if (in_extra_ && !(is_answered_ && leads_to_choices(rest))) {
            extras_.back().value.push_back(line);
        } else if (std::optional<AikenChoice> choice = is_answered_ ? std::nullopt : choice_meant(text, rest)) {
            take_choice(line, *choice);
        } else if ((blank && !choices_.empty()) || is_answered_ || (choices_.empty() && question_.empty())) {
            finish();  // what stood before may have no ANSWER
            question_.push_back(line);
        } else {
            (choices_.empty() ? question_ : choices_.back().text).push_back(line);  // a long line that was broken
        }
    }

    void note_picture(const Line& line, std::string_view text) {
        std::size_t begin = text.find("![");
        bool markdown = begin != std::string_view::npos && text.find("](", begin) != std::string_view::npos;
        if (markdown || fold_case(text).find("<img") != std::string::npos) {
            first_picture_ = pictures_++ == 0 ? place_of(reader_.file, line, text) : first_picture_;
        }
    }

    static constexpr std::size_t most_lines = 60;  // that are looked at ahead

    // Whether choices begin in `rest` before an empty line, so that the line before it belongs to the next question.
    static bool leads_to_choices(std::span<const Line> rest) {
        for (const Line& line : rest.first(std::min(most_lines, rest.size()))) {
            std::optional<AikenChoice> choice = aiken_choice(line.text);
            if (is_blank(line) || aiken_key(line.text)) {
                return false;
            }
            if (choice && choice->is_proper && choice->letter == 'A') {
                return true;
            }
        }
        return false;
    }

    // The letters of the choices that follow in this question.
    static std::string letters_in(std::span<const Line> rest) {
        std::string letters;
        for (const Line& line : rest.first(std::min(most_lines, rest.size()))) {
            std::optional<AikenChoice> choice = aiken_choice(line.text);
            if (aiken_key(line.text)) {
                break;
            }
            letters += choice && choice->is_proper ? std::string(1, choice->letter) : "";
        }
        return letters;
    }

    // The choice that a line is, if its letter goes on from A, so that `I. Newton` is a name; one letter may be left out, or two be
    // swapped.
    std::optional<AikenChoice> choice_meant(std::string_view text, std::span<const Line> rest) const {
        std::optional<AikenChoice> choice = question_.empty() ? std::nullopt : aiken_choice(text);
        if (!choice) {
            return std::nullopt;
        }
        char next = choices_.empty() ? 'A' : static_cast<char>(std::max(choices_.back().letter, most_letter_) + 1);
        if (choice->letter == next && choice->is_proper) {
            return choice;
        }
        std::string later = letters_in(rest);
        bool known = later.find(choice->letter) != std::string::npos;
        if (choice->letter == next) {  // `(A) it rains` may be a statement
            return known ? std::nullopt : choice;
        }
        bool before = choice->letter < next;
        bool swapped = choice->letter == next + 1;
        return choices_.empty() || !choice->is_proper || known || !(before || swapped) ? std::nullopt : choice;
    }

    // The letter as the author writes it before choices: `B. ` or `B) `, by the first of them.
    std::string label(char letter) const {
        return std::string(1, letter) + (has_stops_ ? ". " : ") ");
    }

    void take_choice(const Line& line, const AikenChoice& choice) {
        std::string_view before(line.text.data(), static_cast<std::size_t>(choice.text.data() - line.text.data()));
        has_stops_ = choices_.empty() ? before.find('.') != npos && before.find(')') == npos : has_stops_;
        char next = choices_.empty() ? 'A' : static_cast<char>(choices_.back().letter + 1);
        bool again = std::any_of(choices_.begin(), choices_.end(), [&](const Written& known) { return known.letter == choice.letter; });
        std::string words(choice.text);
        if (!choice.is_proper) {
            report(Mistake::nearly_an_answer, place_of_line(line), "this is nearly a choice of Aiken's",
                   "write `" + label(choice.letter) + words + "`" +
                       (choice.is_marked ? ", and `ANSWER: " + std::string(1, choice.letter) + "` below the choices if it is the right one"
                                         : ""));
        } else if (choice.letter != next) {
            char meant = static_cast<char>('A' + choices_.size());
            report(Mistake::nearly_an_answer, place_of_line(line),
                   again ? "there is a choice `" + std::string(1, choice.letter) + "` already"
                         : "the letter `" + std::string(1, next) + "` should come here, not `" + std::string(1, choice.letter) + "`",
                   "write `" + label(meant) + words + "`, and look at the letter behind `ANSWER:`");
        }
        most_letter_ = std::max(most_letter_, choice.letter);
        choices_.push_back({choice.letter, line, {part_of(line, choice.text)}});
    }

    void take_key(const Line& line, const AikenKey& key) {
        Place place = place_of_line(line);
        if (question_.empty() || is_answered_) {
            report(Mistake::stray_text, place, "this answer belongs to no question", "write it after the choices of its question");
            return;
        }
        is_answered_ = true;
        std::vector<std::string_view> texts;
        std::transform(choices_.begin(), choices_.end(), std::back_inserter(texts), [](const Written& w) { return w.text.front().text; });
        std::vector<char> letters = letters_named(key.value, texts);
        auto found = letters.size() == 1 ? std::find_if(choices_.begin(), choices_.end(),
                                                        [&](const Written& written) { return written.letter == letters[0]; })
                                         : choices_.end();
        std::string_view text = trim(line.text);
        if (found == choices_.end()) {
            key_was_bad_ = true;
            if (!key.is_proper && key.is_plain && letters.size() < 2) {
                report(Mistake::nearly_a_key, place,
                       "`" + std::string(text) + "` is read as `ANSWER: " + std::string(letters.begin(), letters.end()) + "`",
                       "write it in capitals, or other programs will not read it");
            }
            if (letters.size() > 1) {
                report(Mistake::unknown_answer, place, "Aiken has one right answer, and here are " + std::to_string(letters.size()),
                       "ask it in a ~~~quiz, with `- [x]` before each right choice");
            } else if (!choices_.empty()) {
                report(Mistake::unknown_answer, place, "no choice has the letter `" + std::string(key.value) + "`",
                       "write the letter of the right choice: `ANSWER: " + std::string(1, choices_.front().letter) + "`");
            }
            return;
        }
        right_ = static_cast<std::size_t>(found - choices_.begin());
        std::string proper = "ANSWER: " + std::string(1, found->letter);
        bool letter_alone = key.value.size() == 1;
        if (!key.is_proper || !letter_alone || key.value[0] != found->letter) {
            report(Mistake::nearly_a_key, place, "`" + std::string(text) + "` is read as `" + proper + "`",
                   key.is_plain && letter_alone ? "write it in capitals, or other programs will not read it"
                                                : "write `" + proper + "`, or other programs will not read it");
        }
    }

    // Whether a key belongs to the question: behind the choices, or right behind the answer; `Comment: why?` may begin the next question.
    bool belongs_to_question(const AikenExtra& extra, bool blank) const {
        return !choices_.empty() && (extra.in_capitals || !blank || !is_answered_);
    }

    void take_extra(const Line& line, const AikenExtra& extra) {
        Line value = part_of(line, extra.value);
        if (extra.key.empty()) {
            report(Mistake::stray_text, place_of(reader_.file, line, extra.seen),
                   "`" + std::string(extra.seen) + "` is not a key of a question", "take the line out");
            return;
        }
        extras_.push_back({extra.key, line, {value}});
        in_extra_ = extra.key != "marks";
    }

    void finish() {
        if (question_.empty()) {
            return;
        }
        Question question;
        question.place = place_of(reader_.file, question_.front(), trim(question_.front().text));
        question.name = "";
        question.text = plain_words(question_);
        Select select;
        std::vector<WrittenChoice> written;
        for (const Written& line : choices_) {
            Choice& choice = select.choices.emplace_back();
            choice.text = plain_words(line.text);
            choice.right = select.choices.size() - 1 == right_;
            choice.place = place_of_line(line.first);
            bool alone = line.text.size() == 1;
            written.push_back({trim(line.text.back().text), choice.right, choice.place, alone ? label(line.letter) : ""});
        }
        select.true_false = is_true_false(select.choices, reader_.words);
        if (choices_.empty()) {
            report(Mistake::no_answer, question.place, "this question has no answer",
                   "give choices below it, `A) …` and `B) …`, and then `ANSWER: A`");
        } else if (!key_was_bad_) {
            tell_signs_of_right(reader_, question_.back().text, written);
            check_choices(reader_, select, question.place, has_stops_ ? hints_with_stops : letter_hints);
        }
        tell_letters_of_their_own(reader_, written);
        question.answer = std::move(select);
        add_extras(question);
        note_letters_of_choices(question);
        quiz_.questions.push_back(std::move(question));
        question_.clear();
        choices_.clear();
        right_ = no_index;
        is_answered_ = false;
        key_was_bad_ = false;
        most_letter_ = 'A' - 1;
    }

    void add_extras(Question& question) {
        for (const Extra& extra : extras_) {
            if (extra.key == "marks") {
                question.marks_set = read_marks(reader_, extra.value.front());
                continue;
            }
            Blocks& blocks = extra.key == "hint" ? question.hint : question.feedback;
            if (Inlines words = plain_words(extra.value); !words.empty()) {
                Place place = words.front().place;
                blocks.push_back({Paragraph{std::move(words)}, place});
            }
        }
        extras_.clear();
        in_extra_ = false;
    }

    // The lines as words: Aiken has neither tags nor Markdown, but formulas as Moodle shows them.
    Inlines plain_words(const Lines& lines) {
        Inlines words;
        for (const Line& line : disguise_formulas(reader_, lines, {})) {
            std::string_view text = trim(line.text);
            if (text.empty()) {
                continue;
            }
            if (!words.empty()) {
                words.push_back({SoftBreak{}, {}});
            }
            words.push_back({Text{std::string(text)}, place_of(reader_.file, line, text)});
        }
        take_formulas(words);
        smarten(reader_, words);
        return words;
    }

    ProseReader& reader_;
    Quiz& quiz_;
    Lines question_;
    std::vector<Written> choices_;
    std::vector<Extra> extras_;  // of the question that is being read
    std::size_t right_ = no_index;
    char most_letter_ = 'A' - 1;  // of the choices
    bool has_stops_ = false;      // behind the letters
    bool after_blank_ = false;
    bool in_extra_ = false;
    bool is_answered_ = false;
    bool key_was_bad_ = false;
    std::size_t pictures_ = 0;
    Place first_picture_;
};

}  // namespace

Quiz read_aiken(ProseReader& reader, const Lines& body, Place fence) {
    Quiz quiz;
    quiz.place = fence;
    AikenReader(reader, quiz).read(body);
    if (quiz.questions.empty()) {
        reader.diagnostics.add(Mistake::empty_quiz, fence, "this quiz has no question",
                               "write a question, its choices `A) …`, and `ANSWER: A`");
    }
    return quiz;
}

bool is_aiken_bank(std::string_view text) {
    std::vector<std::string_view> lines = split(text, '\n');
    return std::any_of(lines.begin(), lines.end(), [](std::string_view line) {
        std::optional<AikenKey> key = aiken_key(trim(line));
        return key && key->is_plain && trim(key->value).size() == 1;
    });
}

bool read_aiken_bank(BankReader& reader) {
    reader.add_quiz(read_aiken(reader.prose(), lines_of(reader.source()), {reader.prose().file, 1, 1, 0}));
    reader.finish_file();
    return true;
}

}  // namespace hornbook
