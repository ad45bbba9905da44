// Round trips: questions go out into another program's format and come back by `import`; what a question is, asks, takes, gives and says
// stays.
#pragma once

#include <algorithm>
#include <set>

#include "base/text.h"
#include "books.h"
#include "catch.h"
#include "formats/asked_blank.h"
#include "formats/general_feedback.h"
#include "formats/question_facts.h"
#include "grading/spellings.h"
#include "importing/bank.h"
#include "importing/markdown.h"
#include "model/plain_text.h"
#include "model/walk.h"
#include "temporary_folder.h"

namespace hornbook {

// ---- what a format has no place for, and says so ----

inline Inline text_node(std::string text) {
    return {Text{std::move(text)}, {}};
}

// No output has footnotes and ids of Hornbook's own.
inline void say_notes_in_brackets(Question& question, const Chapter& chapter) {
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
inline void each_part(Question& question, Do act) {
    if (auto* match = std::get_if<Match>(&question.answer)) {
        std::for_each(match->lefts.begin(), match->lefts.end(), act);
    } else if (auto* arrange = std::get_if<Arrange>(&question.answer)) {
        std::for_each(arrange->items.begin(), arrange->items.end(), act);
    }
}

// There is no feedback on a pair or a step, and nothing leads into the book: both stand in the feedback on the whole question.
inline void gather_feedback(Question& question, const Book& book, bool with_key) {
    question.feedback = general_feedback(book, question, with_key);
    each_part(question, [](auto& part) { part.feedback.clear(); });
}

// Moodle has no blank that takes ranges of numbers and words alike, no picture on the right of a pair.
inline void fit_answers(Question& question, const std::string& language) {
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

// ---- there and back ----

struct Trip {
    decltype(Output::make) make;
    std::vector<Question> (*kept)(const Book& book, Question question);  // what comes back of a question
};

// In Hornbook's own form a gap has no feedback: it stands in a list in the feedback on the whole question.
inline std::string tell_gaps_in_feedback(Question& question) {
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
    std::string losses;          // by the latter
};

inline Told expected_of(const Book& book, const Trip& trip) {
    Told expected;
    for (const Chapter& chapter : book.chapters) {
        for (const Quiz& quiz : chapter.quizzes) {
            for (Question question : quiz.questions) {
                say_notes_in_brackets(question, chapter);
                for (Question& kept : trip.kept(book, question)) {
                    expected.read.push_back(facts_of(kept));
                    expected.losses += tell_gaps_in_feedback(kept);
                    expected.written.push_back(facts_of(kept));
                }
            }
        }
    }
    return expected;
}

inline std::vector<Facts> facts_of_chapter(const Chapter& chapter) {
    std::vector<Facts> facts;
    for (const Quiz& quiz : chapter.quizzes) {
        std::transform(quiz.questions.begin(), quiz.questions.end(), std::back_inserter(facts), facts_of);
    }
    return facts;
}

// As the chapter that `import` writes says it.
inline std::vector<Facts> facts_of_written(const Bank& bank, const std::string& language, std::string& said) {
    TemporaryFolder folder;
    std::vector<std::string> addresses;
    for (const BankPicture& picture : bank.pictures) {
        folder.write("images/" + picture.name, picture.bytes);
        addresses.push_back("../images/" + picture.name);
    }
    MarkdownText markdown = markdown_of_chapter({bank.chapter, nullptr, addresses});
    for (const MarkdownLoss& row : markdown.losses) {
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

inline Told found_by(const Book& book, const Trip& trip) {
    Diagnostics losses;
    Files files = trip.make(book, {}, losses);
    auto open = [&](const std::string& name) -> std::optional<std::string> {
        auto file = std::find_if(files.begin(), files.end(), [&](const File& row) { return row.name == name; });
        return file != files.end() ? std::optional(file->bytes) : std::nullopt;
    };
    Sources sources;
    Diagnostics diagnostics;
    std::optional<Bank> bank =
        read_bank({files.at(0).name, files.at(0).bytes, "", "Bank", book.metadata.language, book.words, {}, open}, sources, diagnostics);
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
    found.written = facts_of_written(*bank, book.metadata.language, found.losses);
    return found;
}

inline std::string differences(const Facts& expected, const Facts& found) {
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

inline std::string differences(const std::vector<Facts>& expected, const std::vector<Facts>& found) {
    std::string all;
    for (std::size_t i = 0; i < std::min(found.size(), expected.size()); ++i) {
        all += differences(expected[i], found[i]);
    }
    return all;
}

inline void check_round_trips(const Trip& trip) {
    for (std::string name : {"quizzes", "gift", "formulas", "arabic", "signs"}) {
        Book book = woven_book(HORNBOOK_SOURCE_DIR "/tests/books/" + name, Edition::teacher);
        INFO(name);
        Told expected = expected_of(book, trip);
        Told found = found_by(book, trip);
        CHECK(found.said == "");
        CHECK(found.read.size() == expected.read.size());
        CHECK(differences(expected.read, found.read) == "");
        CHECK(found.losses == expected.losses);
        CHECK(found.written.size() == expected.written.size());
        CHECK(differences(expected.written, found.written) == "");
    }
}

}  // namespace hornbook
