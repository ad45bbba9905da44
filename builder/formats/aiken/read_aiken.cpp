// ```aiken: a question, its choices `A)` or `A.`, and `ANSWER: B`; plain text, as in Moodle.
#include <algorithm>
#include <utility>

#include "base/mistakes.h"
#include "base/text.h"
#include "formats/aiken/aiken.h"
#include "formats/formulas_in_html.h"
#include "formats/formulas_in_text.h"
#include "reading/forms/inline_forms.h"
#include "reading/questions/ways.h"

namespace hornbook {
namespace {

constexpr std::string_view aiken_key = "ANSWER:";
constexpr std::string_view aiken_key_in_small = "answer:";

constexpr ChoiceHints letter_hints = {"write `ANSWER: B` after its choices, with the letter of the right one",
                                      "give at least one more, on a line of its own: `B) …`", "write its text after its letter"};

char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

class AikenReader {
public:
    AikenReader(ProseReader& reader, Quiz& quiz) : reader_(reader), quiz_(quiz) {}

    void read(const Lines& body) {
        for (const Line& line : body) {
            take(line);
        }
        finish();
        if (pictures_ > 0) {
            report(Mistake::not_kept, first_picture_,
                   pictures_ == 1 ? "Aiken is plain text, so this picture stays as it is written"
                                  : "Aiken is plain text, so its " + std::to_string(pictures_) + " pictures stay as they are written",
                   "ask what needs a picture in a ```quiz or ```gift block");
        }
    }

private:
    void report(Mistake mistake, Place place, std::string message, std::string hint) {
        reader_.diagnostics.add(mistake, place, std::move(message), std::move(hint));
    }

    void take(const Line& line) {
        std::string_view text = trim(line.text);
        if (text.empty()) {
            after_blank_ = true;
            return;
        }
        note_picture(line, text);
        bool begins_anew = std::exchange(after_blank_, false) && !choices_.empty();
        if (starts_with_ascii_case(text, aiken_key_in_small)) {
            take_key(line, text);
        } else if (is_choice(text)) {
            choices_.push_back({part_of(line, text.substr(2))});
            places_.push_back(place_of(reader_.file, line, text));
        } else if (begins_anew || (choices_.empty() && question_.empty())) {
            finish();  // what stood before has no ANSWER
            question_.push_back(line);
        } else {
            (choices_.empty() ? question_ : choices_.back()).push_back(line);  // a long line that was broken
        }
    }

    void note_picture(const Line& line, std::string_view text) {
        std::size_t begin = text.find("![");
        bool markdown = begin != std::string_view::npos && text.find("](", begin) != std::string_view::npos;
        if (markdown || fold_case(text).find("<img") != std::string::npos) {
            first_picture_ = pictures_++ == 0 ? place_of(reader_.file, line, text) : first_picture_;
        }
    }

    // The letters go on from A, so that `I. Newton` is a name.
    bool is_choice(std::string_view text) const {
        bool marked = text.size() >= 2 && (text[1] == ')' || text[1] == '.') && (text.size() == 2 || text[2] == ' ' || text[2] == '\t');
        return marked && !question_.empty() && upper(text[0]) == static_cast<char>('A' + choices_.size());
    }

    void take_key(const Line& line, std::string_view text) {
        Place place = place_of(reader_.file, line, text);
        std::string_view value = trim(text.substr(aiken_key.size()));
        if (question_.empty()) {
            report(Mistake::stray_text, place, "this answer belongs to no question", "write it after the choices of its question");
            return;
        }
        if (!text.starts_with(aiken_key) || (value.size() == 1 && value[0] != upper(value[0]))) {
            std::string proper =
                std::string(aiken_key) + " " + std::string(value.size() == 1 ? 1 : 0, upper(value.empty() ? ' ' : value[0]));
            report(Mistake::nearly_a_key, place, "`" + std::string(text) + "` is read as `" + proper + "`",
                   "write it in capitals, or other programs will not read it");
        }
        auto at = static_cast<std::size_t>(value.size() == 1 ? upper(value[0]) - 'A' : 255);
        if (at < choices_.size()) {
            right_ = at;
        } else if (!choices_.empty()) {
            report(Mistake::unknown_answer, place, "`" + std::string(value) + "` is the letter of no choice",
                   "write the letter of the right choice: `ANSWER: A`");
        }
        finish(at >= choices_.size());
    }

    void finish(bool key_was_bad = false) {
        if (question_.empty()) {
            return;
        }
        Question question;
        question.place = place_of(reader_.file, question_.front(), trim(question_.front().text));
        question.name = "";
        question.text = plain_words(question_);
        Select select;
        for (std::size_t i = 0; i < choices_.size(); ++i) {
            Choice& choice = select.choices.emplace_back();
            choice.text = plain_words(choices_[i]);
            choice.right = i == right_;
            choice.place = places_[i];
        }
        select.true_false = is_true_false(select.choices, reader_.words);
        if (choices_.empty()) {
            report(Mistake::no_answer, question.place, "this question has no answer",
                   "give choices below it, `A) …` and `B) …`, and then `ANSWER: A`");
        } else if (!key_was_bad) {
            check_choices(reader_, select, question.place, letter_hints);
        }
        question.answer = std::move(select);
        quiz_.questions.push_back(std::move(question));
        question_.clear();
        choices_.clear();
        places_.clear();
        right_ = no_index;
    }

    // Aiken is plain text: neither tags nor Markdown, but formulas as Moodle shows them.
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
    std::vector<Lines> choices_;
    std::vector<Place> places_;
    std::size_t right_ = no_index;
    bool after_blank_ = false;
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
        line = trim(line);
        return starts_with_ascii_case(line, aiken_key_in_small) && trim(line.substr(aiken_key.size())).size() == 1;
    });
}

bool read_aiken_bank(BankReader& reader) {
    reader.add_quiz(read_aiken(reader.prose(), lines_of(reader.source()), {reader.prose().file, 1, 1, 0}));
    reader.finish_file();
    return true;
}

}  // namespace hornbook
