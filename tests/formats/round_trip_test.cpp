// Questions go out into another program's format and come back by `import`: what a question is, asks, takes, gives and says stays.
#include <algorithm>
#include <cmath>
#include <set>

#include "base/text.h"
#include "books.h"
#include "catch.h"
#include "formats/question_bank.h"
#include "grading/spellings.h"
#include "importing/bank.h"
#include "importing/markdown.h"
#include "model/plain_text.h"
#include "model/walk.h"
#include "outputs/output.h"
#include "question_facts.h"
#include "temporary_folder.h"

namespace hornbook {
namespace {

// ---- what each output has no place for, and says so ----

Inline text_node(std::string text) {
    return {Text{std::move(text)}, {}};
}

// No output has footnotes and ids of Hornbook's own.
void say_notes_in_brackets(Question& question, const Chapter& chapter) {
    Quiz quiz;
    quiz.questions.push_back(std::move(question));
    walk_quiz_inlines(quiz, [&](Inline& node) {
        if (const auto* note = std::get_if<FootnoteReference>(&node.kind)) {
            node = text_node(" [" + words(chapter.footnotes.at(note->footnote).blocks) + "]");
        }
    });
    question = std::move(quiz.questions.front());
    question.id = question.id.substr(std::string("quiz-").size());
}

template <class Do>
void each_part(Question& question, Do act) {
    if (auto* match = std::get_if<Match>(&question.answer)) {
        std::for_each(match->lefts.begin(), match->lefts.end(), act);
    } else if (auto* arrange = std::get_if<Arrange>(&question.answer)) {
        std::for_each(arrange->items.begin(), arrange->items.end(), act);
    }
}

// There is no feedback on a pair or a step, and nothing leads into the book: both stand in the feedback on the whole question.
void gather_feedback(Question& question, const Book& book, bool with_key) {
    question.feedback = general_feedback(book, question, with_key);
    each_part(question, [](auto& part) { part.feedback.clear(); });
}

void gather_feedback_in_list(Question& question, const Book& book) {
    DefinitionList list;
    each_part(question, [&](auto& part) {
        if (!part.feedback.empty()) {
            list.items.push_back({{part.text}, {std::move(part.feedback)}});
            part.feedback.clear();
        }
    });
    if (!list.items.empty()) {
        question.feedback.push_back({std::move(list), question.place});
    }
    gather_feedback(question, book, false);
}

// Moodle has no blank that takes ranges of numbers and words alike, no picture on the right of a pair.
void fit_answers(Question& question, const std::string& language) {
    if (auto* fill = std::get_if<Fill>(&question.answer)) {
        for (Blank& blank : fill->blanks) {
            AskedBlank asking = asked(blank, language);
            std::vector<Accepted> kept;
            for (const Spelling& spelling : asking.spellings) {
                if (kept.empty() || kept.back().text != spelling.accepted->text) {
                    kept.push_back(*spelling.accepted);
                }
            }
            blank.accepted = std::move(kept);
        }
    }
}

// GIFT has no pictures, but what describes them in brackets (alone on the right of a pair).
void describe_pictures(Question& question) {
    std::vector<Inlines> rights;
    if (auto* match = std::get_if<Match>(&question.answer)) {
        rights = match->rights;
    }
    Quiz quiz;
    quiz.questions.push_back(std::move(question));
    walk_quiz_inlines(quiz, [](Inline& node) {
        if (const auto* image = std::get_if<Image>(&node.kind)) {
            node = text_node("[" + image->alt + "]");
        }
    });
    question = std::move(quiz.questions.front());
    if (auto* match = std::get_if<Match>(&question.answer)) {
        match->rights = std::move(rights);
    }
}

// Of several gaps, this one; the others are dots.
Question with_one_gap(Question question, std::size_t wanted) {
    auto& fill = std::get<Fill>(question.answer);
    fill.blanks = {fill.blanks.at(wanted)};
    question.id += "-" + std::to_string(wanted + 1);
    auto keep_one = [&](Inline& node) {
        if (const auto* gap = std::get_if<Gap>(&node.kind); gap != nullptr && gap->blank != wanted) {
            node = text_node("[…]");
        }
    };
    walk_inlines(question.text, keep_one);
    walk_inlines(question.body, keep_one);
    return question;
}

// What ends with its gap is, in GIFT, a question with a blank behind it.
void end_with_blank(Question& question) {
    auto* fill = std::get_if<Fill>(&question.answer);
    if (fill != nullptr && question.body.empty() && std::holds_alternative<Gap>(question.text.back().kind)) {
        question.text.pop_back();
        fill->in_text = false;
    }
}

std::vector<Question> by_gift(const Book& book, Question question) {
    gather_feedback(question, book, true);
    fit_answers(question, book.metadata.language);
    describe_pictures(question);
    question.hint.clear();  // these three are comments, or feedback
    question.marks_set.reset();
    question.key.clear();
    if (const auto* arrange = std::get_if<Arrange>(&question.answer)) {
        Match match;
        for (const ArrangeItem& item : arrange->items) {
            match.lefts.push_back({item.text, match.rights.size(), {}, {}});
            match.rights.push_back({text_node(std::to_string(match.lefts.size()))});
        }
        question.answer = std::move(match);
    }
    if (const auto* match = std::get_if<Match>(&question.answer); match != nullptr && match->lefts.size() > 1) {
        question.marks_set = 1;  // GIFT has no marks, and there each question counts one
    }
    auto* fill = std::get_if<Fill>(&question.answer);
    std::vector<Question> questions;
    for (std::size_t gap = 0; fill != nullptr && fill->blanks.size() > 1 && gap < fill->blanks.size(); ++gap) {
        questions.push_back(with_one_gap(question, gap));
    }
    for (std::size_t i = 0; fill != nullptr && i < fill->blanks.size(); ++i) {
        for (Accepted& accepted : fill->blanks[i].accepted) {
            std::size_t at = accepted.text.find("->");
            accepted.text = at == std::string::npos ? accepted.text : accepted.text.replace(at, 2, "→");
        }
    }
    questions = questions.empty() ? std::vector<Question>{std::move(question)} : questions;
    std::for_each(questions.begin(), questions.end(), end_with_blank);
    return questions;
}

std::vector<Question> by_moodle_xml(const Book& book, Question question) {
    bool written = std::holds_alternative<Write>(question.answer);
    gather_feedback(question, book, !written);
    fit_answers(question, book.metadata.language);
    if (written) {  // an essay has no hints
        Blocks hint = question.hint.empty() ? Blocks() : labelled(book.words.hint, question.hint);
        std::move(hint.begin(), hint.end(), std::back_inserter(question.key));
        question.hint.clear();
    }
    const auto* fill = std::get_if<Fill>(&question.answer);
    if (fill != nullptr && fill->in_text) {  // gaps earn whole marks
        double share = question.marks / static_cast<double>(fill->blanks.size());
        question.marks_set = share == std::floor(share) ? question.marks_set : std::nullopt;
    }
    return {std::move(question)};
}

std::vector<Question> by_qti(const Book& book, Question question) {
    if (std::holds_alternative<Write>(question.answer) && !question.hint.empty()) {  // what comes after an answer helps no more
        question.key.push_back({Paragraph{{text_node(book.words.hint)}}, {}});
        std::move(question.hint.begin(), question.hint.end(), std::back_inserter(question.key));
        question.hint.clear();
    }
    gather_feedback_in_list(question, book);
    if (auto* select = std::get_if<Select>(&question.answer); select != nullptr && !select->several) {
        for (Choice& choice : select->choices) {  // one choice earns nothing at least
            choice.credit = choice.credit ? std::optional(std::max(0.0, *choice.credit)) : std::nullopt;
        }
    }
    return {std::move(question)};
}

// ---- there and back ----

struct Trip {
    std::string output;
    std::vector<Question> (*kept)(const Book& book, Question question);
};
const std::vector<Trip> trips = {{"gift", by_gift}, {"moodle-xml", by_moodle_xml}, {"qti", by_qti}};

// In Hornbook's own form a gap has no feedback: it stands in a list in the feedback on the whole question.
std::string tell_gaps_in_feedback(Question& question) {
    auto* fill = std::get_if<Fill>(&question.answer);
    std::string lines;
    for (Blank& blank : fill != nullptr && fill->in_text ? fill->blanks : std::vector<Blank>()) {
        for (const Accepted& accepted : blank.accepted) {
            lines += accepted.feedback.empty() ? "" : " " + accepted.text + ": " + words(accepted.feedback);
        }
    }
    if (lines.empty()) {
        return "";
    }
    for (Blank& blank : fill->blanks) {
        std::for_each(blank.accepted.begin(), blank.accepted.end(), [](Accepted& accepted) { accepted.feedback.clear(); });
    }
    question.feedback.push_back({Paragraph{{text_node(lines)}}, {}});
    return "a gap has no feedback of its own, so what its answers are told is feedback of the question now\n";
}

struct Told {
    std::vector<Facts> read;     // by the reader of banks
    std::vector<Facts> written;  // in the chapter that `import` writes, and read from there
    std::string said;            // by the former
    std::string not_said;        // by the latter
};

Told expected_of(const Book& book, const Trip& trip) {
    Told expected;
    for (const Chapter& chapter : book.chapters) {
        for (const Quiz& quiz : chapter.quizzes) {
            for (Question question : quiz.questions) {
                say_notes_in_brackets(question, chapter);
                for (Question& kept : trip.kept(book, question)) {
                    expected.read.push_back(facts_of(kept));
                    expected.not_said += tell_gaps_in_feedback(kept);
                    expected.written.push_back(facts_of(kept));
                }
            }
        }
    }
    return expected;
}

std::vector<Facts> facts_of_chapter(const Chapter& chapter) {
    std::vector<Facts> facts;
    for (const Quiz& quiz : chapter.quizzes) {
        std::transform(quiz.questions.begin(), quiz.questions.end(), std::back_inserter(facts), facts_of);
    }
    return facts;
}

// As the chapter that `import` writes says it.
std::vector<Facts> facts_of_written(const Bank& bank, const std::string& language, std::string& said) {
    TemporaryFolder folder;
    std::vector<std::string> addresses;
    for (const BankPicture& picture : bank.pictures) {
        folder.write("images/" + picture.name, picture.bytes);
        addresses.push_back("../images/" + picture.name);
    }
    MarkdownText markdown = markdown_of_chapter({bank.chapter, nullptr, addresses});
    for (const NotSaid& row : markdown.not_said) {
        said += row.message + "\n";
    }
    folder.write("chapters/01-bank.md", markdown.text);
    folder.write("book.toml", "title = \"Bank\"\nlanguage = \"" + language + "\"\ndate = 2026-11-23\n");
    Sources sources;
    Diagnostics diagnostics;
    Book book = read_book(Folder(folder.path()), whole_reading(), sources, diagnostics).book;
    REQUIRE(book.chapters.size() == 1);
    return facts_of_chapter(book.chapters.front());
}

Told found_by(const Book& book, const Trip& trip) {
    Diagnostics losses;
    Files files = find_output(trip.output)->make(book, {}, losses);
    auto open = [&](const std::string& name) -> std::optional<std::string> {
        auto file = std::find_if(files.begin(), files.end(), [&](const File& row) { return row.name == name; });
        return file != files.end() ? std::optional(file->bytes) : std::nullopt;
    };
    Sources sources;
    Diagnostics diagnostics;
    std::optional<Bank> bank = read_bank(
        {files.at(0).name, files.at(0).bytes, "", "Bank", book.metadata.language, book.words, true, true, open}, sources, diagnostics);
    REQUIRE(bank);
    for (Quiz& quiz : bank->chapter.quizzes) {
        std::for_each(quiz.questions.begin(), quiz.questions.end(), [&](Question& q) { merge_spellings(q, book.metadata.language); });
    }
    Told found;
    for (const Diagnostic& row : diagnostics.all()) {  // what other platforms take off for a choice is told, and kept
        bool is_weight = row.message.find("%` takes nothing away here") != std::string::npos;
        found.said += is_weight ? "" : row.message + "\n";
    }
    found.read = facts_of_chapter(bank->chapter);
    found.written = facts_of_written(*bank, book.metadata.language, found.not_said);
    return found;
}

std::string differences(const Facts& expected, const Facts& found) {
    std::set<std::string> names;
    for (const Facts* facts : {&expected, &found}) {
        std::transform(facts->begin(), facts->end(), std::inserter(names, names.end()), [](const auto& row) { return row.first; });
    }
    std::string result;
    for (const std::string& name : names) {
        auto shown = [&](const Facts& facts) { return facts.contains(name) ? "`" + facts.at(name) + "`" : std::string("nothing"); };
        if (shown(expected) != shown(found)) {
            result += expected.at("id") + ": " + name + ": " + shown(expected) + " -> " + shown(found) + "\n";
        }
    }
    return result;
}

std::string differences(const std::vector<Facts>& expected, const std::vector<Facts>& found) {
    std::string all;
    for (std::size_t i = 0; i < std::min(found.size(), expected.size()); ++i) {
        all += differences(expected[i], found[i]);
    }
    return all;
}

}  // namespace

TEST_CASE("questions come back from other programs' formats as they were") {
    for (std::string name : {"quizzes", "gift", "formulas", "arabic", "signs"}) {
        Book book = woven_book(HORNBOOK_SOURCE_DIR "/tests/books/" + name, Edition::teacher);
        for (const Trip& trip : trips) {
            INFO(name << ", " << trip.output);
            Told expected = expected_of(book, trip);
            Told found = found_by(book, trip);
            CHECK(found.said == "");
            CHECK(found.read.size() == expected.read.size());
            CHECK(differences(expected.read, found.read) == "");
            CHECK(found.not_said == expected.not_said);
            CHECK(found.written.size() == expected.written.size());
            CHECK(differences(expected.written, found.written) == "");
        }
    }
}

}  // namespace hornbook
