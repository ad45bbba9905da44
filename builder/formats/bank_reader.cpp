#include "formats/bank_reader.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/decimal.h"
#include "base/hash.h"
#include "base/text.h"
#include "base/written_number.h"
#include "formats/in_chapters.h"
#include "formats/words_alone.h"
#include "model/limits.h"
#include "model/marks.h"
#include "model/mistakes.h"
#include "model/plain_text.h"
#include "model/speaks_of_others.h"
#include "model/walk.h"
#include "reading/html/report.h"
#include "reading/questions/answer_forms.h"
#include "reading/questions/weights.h"
#include "reading/text_file.h"

namespace hornbook {

namespace {

std::size_t count_elements(const XmlNode& node) {
    std::size_t count = node.name.empty() ? 0 : 1;
    for (const XmlNode& child : node.children) {
        count += count_elements(child);
    }
    return count;
}

// The text of bytes in Windows-1252, of which ISO-8859-1 is a part; only 0x80 to 0x9F differ from Unicode.
std::string from_latin(std::string_view bytes) {
    constexpr std::array<char16_t, 32> low = {u'€', u'?', u'‚', u'ƒ', u'„', u'…', u'†', u'‡', u'ˆ', u'‰', u'Š',
                                              u'‹', u'Œ', u'?', u'Ž', u'?', u'?', u'‘', u'’', u'“', u'”', u'•',
                                              u'–', u'—', u'˜', u'™', u'š', u'›', u'œ', u'?', u'ž', u'Ÿ'};
    std::string text;
    for (char c : bytes) {
        auto byte = static_cast<unsigned char>(c);
        append_utf8(text, byte >= 0x80 && byte < 0xA0 ? low.at(byte - 0x80U) : byte);
    }
    return text;
}

// Whether an XML file declares such an encoding: `<?xml version="1.0" encoding="ISO-8859-1"?>`.
bool says_latin(std::string_view bytes) {
    std::string head = fold_case(bytes.substr(0, std::min(bytes.find("?>"), std::size_t{200})));
    return bytes.starts_with("<?xml") && (head.find("iso-8859-1") != std::string::npos || head.find("windows-1252") != std::string::npos);
}

// Reports a choice that loses more marks than its question has, which Moodle takes off the whole test.
void tell_loss(BankReader& reader, const Question& question) {
    const auto* select = std::get_if<Select>(&question.answer);
    if (select == nullptr || select->several) {
        return;
    }
    auto loss =
        std::find_if(select->choices.begin(), select->choices.end(), [](const Choice& choice) { return choice.credit.value_or(0) < 0; });
    if (loss != select->choices.end()) {
        reader.not_kept(
            loss->place,
            "`" + std::to_string(std::lround(*loss->credit * 100)) +
                "%` takes nothing away here: a question never earns less than nothing, so this choice is a wrong one like others",
            "the weight stays in the chapter, for the way back to Moodle; take it out if there is none");
    }
}

}  // namespace

std::uint32_t BankReader::add_file(std::string path, std::string bytes) {
    bool latin = says_latin(bytes) && !is_valid_utf8(bytes);
    return add_text_file(sources_, std::move(path), latin ? from_latin(bytes) : std::move(bytes), diagnostics_);
}

void BankReader::begin_file(std::uint32_t file) {
    prose_.reset(new ProseReader{sources_, file, no_labels_, request.language, request.words, diagnostics_, request.rules});
    prose_->quiz_formats = formats_in_chapters();
}

void BankReader::finish_file() {
    report_left_out(*prose_);
}

Place BankReader::place_of(const XmlPlace& place) const {
    if (place.end > place.begin) {
        Place begin = place_at_offset(prose_->file, source(), place.begin);
        std::size_t rest = source().line(begin.line).size() + 1 - begin.column;
        begin.length = static_cast<std::uint32_t>(std::min(place.end - place.begin, rest));
        return begin;
    }
    std::string_view text = source().line(place.line);
    std::string_view words = trim(text);
    return {prose_->file, place.line, static_cast<std::uint32_t>(words.empty() ? 1 : words.data() - text.data() + 1),
            static_cast<std::uint32_t>(words.size())};
}

void BankReader::report(Mistake mistake, XmlPlace place, std::string message, std::string hint) {
    diagnostics_.add(mistake, place_of(place), std::move(message), std::move(hint));
}

void BankReader::not_kept(XmlPlace place, std::string message, std::string hint) {
    report(Mistake::not_kept, place, std::move(message), std::move(hint));
}

void BankReader::not_kept(Place place, std::string message, std::string hint) {
    diagnostics_.add(Mistake::not_kept, place, std::move(message), std::move(hint));
}

bool BankReader::is_bounded(const XmlNode& question) {
    if (count_elements(question) <= limits::question_elements) {
        return true;
    }
    not_kept(question.place, "this question has more than " + std::to_string(limits::question_elements) + " elements, so it is left out",
             "divide it into several questions where it was made");
    return false;
}

Inlines BankReader::words(const BankText& text) {
    Blocks found = blocks(text);
    std::string all = plain_text(found);
    if (std::optional<Inlines> inlines = words_alone(found)) {
        return std::move(*inlines);
    }
    not_kept(text.place, "lists, tables and the like cannot be used in an answer, so only their words are kept",
             "put them into the question's own text");
    return {{Text{collapse_spaces(all)}, place_of(text.place)}};
}

namespace {

bool says_something(const Inlines& run) {
    bool found = false;
    walk_inlines(run, [&](const Inline& node) {
        const auto* text = std::get_if<Text>(&node.kind);
        found = found || (text != nullptr && !trim(text->text).empty()) || std::holds_alternative<Gap>(node.kind) ||
                std::holds_alternative<Formula>(node.kind) || std::holds_alternative<Code>(node.kind);
    });
    return found;
}

// Numbers gaps in the order of the text, and puts their blanks in the same order.
void order_gaps(Question& question) {
    auto* fill = std::get_if<Fill>(&question.answer);
    if (fill == nullptr || !fill->in_text) {
        return;
    }
    std::vector<Blank> blanks;
    auto number = [&](Inline& node) {
        if (auto* gap = std::get_if<Gap>(&node.kind); gap != nullptr && gap->blank < fill->blanks.size()) {
            blanks.push_back(std::move(fill->blanks[gap->blank]));
            gap->blank = blanks.size() - 1;
        }
    };
    walk_inlines(question.text, number);
    walk_inlines(question.body, number);
    fill->blanks = std::move(blanks);
}

}  // namespace

void BankReader::question_text(const BankText& text, Question& question) {
    for (Block& block : blocks(text)) {
        auto* division = std::get_if<Division>(&block.kind);  // in a language of its own
        bool within = division != nullptr && !division->blocks.empty();
        auto* paragraph = std::get_if<Paragraph>(within ? &division->blocks.front().kind : &block.kind);
        if (paragraph == nullptr || !question.text.empty() || !says_something(paragraph->text)) {
            question.body.push_back(std::move(block));
            continue;
        }
        Inlines& run = paragraph->text;
        auto end = std::find_if(run.begin(), run.end(), [](const Inline& node) { return std::holds_alternative<LineBreak>(node.kind); });
        question.text.assign(std::make_move_iterator(run.begin()), std::make_move_iterator(end));
        run.erase(run.begin(), end == run.end() ? end : end + 1);
        bool is_over = !says_something(run);
        if (within) {
            question.text = in_language_of(*division, std::move(question.text));
            division->blocks.erase(division->blocks.begin(), division->blocks.begin() + (is_over ? 1 : 0));
            is_over = division->blocks.empty();
        }
        if (!is_over) {
            question.body.push_back(std::move(block));
        }
    }
    order_gaps(question);
}

// Rounds marks to those that a chapter can hold.
void BankReader::settle_marks(Question& question) {
    if (!question.marks_set) {
        return;
    }
    double marks = *question.marks_set;
    if (!(marks >= 0 && marks <= most_marks)) {
        question.marks_set.reset();
        not_kept(question.place, "its marks are not from 0 to 1000, so this question has the usual ones", "set `marks:` in the chapter");
    } else if (!has_two_decimals(marks)) {
        question.marks_set = rounded_marks(marks);
        not_kept(question.place, "marks have two decimals at most, so those of this question became " + shown_marks(*question.marks_set),
                 "where parts of a task must make a whole, set `marks:` in the chapter");
    }
}

void BankReader::add_quiz(Quiz quiz) {
    for (Question& question : quiz.questions) {
        settle_marks(question);
        tell_loss(*this, question);
    }
    if (!quiz.questions.empty()) {
        bank.chapter.blocks.push_back({QuizHere{bank.chapter.quizzes.size()}, quiz.place});
        bank.chapter.quizzes.push_back(std::move(quiz));
    }
}

void BankReader::add_description(Quiz& quiz, Blocks description, Place place) {
    if (description.empty()) {
        return;
    }
    if (!quiz.questions.empty()) {
        Quiz next;
        next.title = quiz.title;
        next.place = place;
        add_quiz(std::exchange(quiz, std::move(next)));
    }
    std::move(description.begin(), description.end(), std::back_inserter(bank.chapter.blocks));
    if (!std::exchange(told_description_, true)) {
        not_kept(place, "a text between questions is part of the chapter and of no question, so test editions and worksheets leave it out",
                 "put what pupils need there below the `##` line of a question; this is told once for all such texts");
    }
}

bool contains(const std::vector<std::string>& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

std::string_view root_of(std::string_view text) {
    std::size_t at = text.find('<');
    while (at != std::string_view::npos && at + 1 < text.size() && (text[at + 1] == '?' || text[at + 1] == '!')) {
        at = text.find('<', at + 1);
    }
    if (at == std::string_view::npos || !trim(text).starts_with('<')) {
        return {};
    }
    std::string_view name = text.substr(at + 1, std::min(text.find_first_of(" \t\n/>", at), text.size()) - at - 1);
    std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::optional<XmlNode> open_xml(BankReader& reader) {
    XmlDocument document = read_xml(reader.source().text);
    if (document.problem.empty()) {
        return std::move(document.root);
    }
    std::string message = "this file cannot be read: " + document.problem;
    std::string hint = "export it anew from the program that made it";
    if (document.line == 0) {
        reader.prose().diagnostics.add(Mistake::bad_bank, {reader.prose().file, 0, 0, 0}, message, hint);
    } else {
        reader.report(Mistake::bad_bank, document.line, message, hint);
    }
    return std::nullopt;
}

void finish_choices(BankReader& reader, Question& question, Select select, const std::vector<double>& weights, bool shuffled) {
    constexpr ChoiceHints hints = {"mark the right choice in the chapter with `- [x]`",
                                   "give at least one more in the chapter, with `- [ ]`", "write its text in the chapter, after the box"};
    select.true_false = !select.several && is_true_false(select.choices, reader.request.words);
    check_choices(reader.prose(), select, question.place, hints);
    keep_weights(reader.prose(), select, weights, question.place);
    question.answer = std::move(select);
    note_letters_of_choices(question);
    if (auto& read = std::get<Select>(question.answer); shuffled && !read.true_false) {
        shuffle_choices(read, plain_text(question.text));
    }
}

void set_marks(Question& question, double marks) {
    const auto* fill = std::get_if<Fill>(&question.answer);
    const auto* match = std::get_if<Match>(&question.answer);
    std::size_t usual = fill != nullptr ? fill->blanks.size() : match != nullptr ? match->lefts.size() : 1;
    if (marks != static_cast<double>(usual)) {
        question.marks_set = marks;
    }
}

void finish_blank(BankReader& reader, Blank& blank) {
    std::erase_if(blank.accepted, [](const Accepted& accepted) { return accepted.text.empty(); });
    finish_blank(reader.prose(), blank);
}

Block word_bank(const std::string& question, std::vector<std::string> words, Place place) {
    auto key = [&](const std::string& word) { return std::pair(stable_hash(question + "\n" + word), word); };
    std::sort(words.begin(), words.end(), [&](const std::string& a, const std::string& b) { return key(a) < key(b); });
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return {Paragraph{{{Emphasis{{{Text{join(words, " / ")}, place}}}, place}}}, place};
}

}  // namespace hornbook
