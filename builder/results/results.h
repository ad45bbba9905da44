// Results: what one pupil answered in one edition of a book, as plain values: a file by plugin/results.schema.json, once it is believed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "grading/grade.h"
#include "model/book.h"

namespace hornbook {

// A number from 1 to 40 or a nickname; neither where nobody said who was reading. Names stand in the roster alone.
struct Pupil {
    int number = 0;
    std::string nickname;
    std::string file;  // of a pupil without either: two such files may be two people
};

struct AnswerRecord {
    std::string question;
    std::string kind;
    GivenAnswer answer;
    std::optional<Verdict> verdict;  // this and the next two are not in a test
    double marks = 0;
    double of = 0;
    bool with_hint = false;
    bool on_paper = false;
};

struct Attempt {
    int number = 1;
    bool is_retry = false;
    bool is_finished = false;  // of a test: handed in
    std::string day;
    int minutes = 0;
    double score = 0;
    double of = 0;
    std::size_t questions = 0;  // 0: the file does not tell
    std::string code;
    std::vector<AnswerRecord> answers;
};

struct QuizResults {
    std::string id;
    std::string title;
    std::vector<Attempt> attempts;
};

struct Results {
    std::string file;
    std::string book;  // its identifier; empty: a CSV file, which does not tell
    Edition edition = Edition::student;
    std::string title;
    Pupil pupil;
    std::vector<QuizResults> quizzes;
};

// What was read, or why it was not believed: a reason that ends a sentence "FILE: …".
struct ResultsReading {
    Results results;
    std::string refusal;
};

}  // namespace hornbook
