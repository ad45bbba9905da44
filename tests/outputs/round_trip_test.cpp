// Questions go out into another program's format and come back by `import`: what a question is, asks, takes, gives and says stays.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "base/text.h"
#include "books.h"
#include "catch.h"
#include "model/plain_text.h"
#include "model/walk.h"
#include "outputs/output.h"
#include "outputs/question_bank.h"
#include "reading/banks/bank.h"

namespace hornbook {
namespace {

// ---- what is compared ----

using Facts = std::map<std::string, std::string>;

// A line that stands for a gap that is chosen for is longer in some formats.
std::string in_words(const std::string& text) {
    std::string result = collapse_spaces(text);
    for (std::size_t at = result.find("_____"); at != std::string::npos; at = result.find("_____")) {
        result.erase(at, 1);
    }
    return result;
}

std::string words(const Inlines& inlines) {
    return in_words(plain_text(inlines));
}

std::string words(const Blocks& blocks) {
    return in_words(plain_text(blocks));
}

// A third is 33%, and an answer to a gap that costs marks earns none.
std::string percent(double credit) {
    return std::to_string(std::lround(credit * 100)) + "%";
}

std::string told(const Blocks& feedback) {
    return feedback.empty() ? "" : ", told `" + words(feedback) + "`";
}

void add_facts(Facts& facts, const Select& select) {
    facts["kind"] = select.true_false ? "true or false" : select.several ? "choose all" : "choose one";
    auto right = static_cast<double>(std::count_if(select.choices.begin(), select.choices.end(), [](const Choice& c) { return c.right; }));
    for (const Choice& choice : select.choices) {
        double usual = choice.right ? (select.several ? 1 / right : 1) : select.several ? -1 / right : 0;
        facts["choice " + words(choice.text)] =
            (choice.right ? "right, " : "wrong, ") + percent(choice.credit.value_or(usual)) + told(choice.feedback);
    }
}

// Numbers by what they are: 40,000 is 40000.
std::string taken_by(const Accepted& accepted) {
    return accepted.number ? number_text(accepted.number->low) + ".." + number_text(accepted.number->high) : collapse_spaces(accepted.text);
}

void add_facts(Facts& facts, const Fill& fill) {
    facts["kind"] = fill.in_text ? "gaps" : "blank";
    for (std::size_t i = 0; i < fill.blanks.size(); ++i) {
        std::string blank = "blank " + std::to_string(i + 1);
        for (const Accepted& accepted : fill.blanks[i].accepted) {
            facts[blank + " takes " + taken_by(accepted)] = percent(std::max(accepted.credit.value_or(1), 0.0)) + told(accepted.feedback);
        }
        facts[blank + " shows"] = taken_by(fill.blanks[i].accepted.at(0));
    }
}

void add_facts(Facts& facts, const Match& match) {
    facts["kind"] = "match";
    std::set<std::size_t> used;
    for (const MatchLeft& left : match.lefts) {
        used.insert(left.right);
        facts["pair " + words(left.text)] = words(match.rights.at(left.right)) + told(left.feedback);
    }
    for (std::size_t right = 0; right < match.rights.size(); ++right) {
        if (!used.contains(right)) {
            facts["without a partner " + words(match.rights[right])] = "";
        }
    }
}

void add_facts(Facts& facts, const Arrange& arrange) {
    facts["kind"] = "order";
    for (std::size_t i = 0; i < arrange.items.size(); ++i) {
        facts["place " + std::to_string(i + 1)] = words(arrange.items[i].text) + told(arrange.items[i].feedback);
    }
}

void add_facts(Facts& facts, const Write&) {
    facts["kind"] = "written";
}

Facts facts_of(const Question& question) {
    Facts facts;
    std::visit([&](const auto& answer) { add_facts(facts, answer); }, question.answer);
    facts["id"] = question.id;
    facts["text"] = words(question.text);
    facts["body"] = words(question.body);
    facts["hint"] = words(question.hint);
    facts["feedback"] = words(question.feedback);
    facts["key"] = words(question.key);
    const auto* fill = std::get_if<Fill>(&question.answer);
    const auto* match = std::get_if<Match>(&question.answer);
    std::size_t usual = fill != nullptr ? fill->blanks.size() : match != nullptr ? match->lefts.size() : 1;
    facts["marks"] = number_text(question.marks_set.value_or(static_cast<double>(usual)));
    return facts;
}

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
void fit_answers(Question& question) {
    if (auto* fill = std::get_if<Fill>(&question.answer)) {
        for (Blank& blank : fill->blanks) {
            AskedBlank asking = asked(blank);
            std::vector<Accepted> kept;
            for (const Spelling& spelling : asking.spellings) {
                kept.push_back(*spelling.accepted);
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
    fit_answers(question);
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
    fit_answers(question);
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

std::vector<Facts> facts_expected(const Book& book, const Trip& trip) {
    std::vector<Facts> facts;
    for (const Chapter& chapter : book.chapters) {
        for (const Quiz& quiz : chapter.quizzes) {
            for (Question question : quiz.questions) {
                say_notes_in_brackets(question, chapter);
                for (const Question& kept : trip.kept(book, question)) {
                    facts.push_back(facts_of(kept));
                }
            }
        }
    }
    return facts;
}

// What comes back, and what is said on the way.
std::vector<Facts> facts_of_import(const Book& book, const Trip& trip, std::string& said) {
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
    for (const Diagnostic& row : diagnostics.all()) {
        said += trip.output + ": " + row.message + "\n";
    }
    std::vector<Facts> facts;
    for (const Quiz& quiz : bank->chapter.quizzes) {
        std::transform(quiz.questions.begin(), quiz.questions.end(), std::back_inserter(facts), facts_of);
    }
    return facts;
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

}  // namespace

TEST_CASE("questions come back from other programs' formats as they were") {
    for (std::string name : {"quizzes", "gift", "formulas", "arabic", "signs"}) {
        Book book = woven_book(HORNBOOK_SOURCE_DIR "/tests/books/" + name, Edition::teacher);
        for (const Trip& trip : trips) {
            std::string said;
            std::vector<Facts> expected = facts_expected(book, trip);
            std::vector<Facts> found = facts_of_import(book, trip, said);
            INFO(name << ", " << trip.output);
            CHECK(said == "");
            CHECK(found.size() == expected.size());
            std::string all;
            for (std::size_t i = 0; i < std::min(found.size(), expected.size()); ++i) {
                all += differences(expected[i], found[i]);
            }
            CHECK(all == "");
        }
    }
}

}  // namespace hornbook
