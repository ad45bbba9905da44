// Class results: the files of all pupils as one table for each quiz, graded by the book's own key. Attempts that the device graded are
// graded again, so that a key corrected later counts for everybody, and no file decides about marks.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "results/remark.h"
#include "results/results.h"

namespace hornbook {

// The outcome of one question in one attempt.
struct Outcome {
    bool is_answered = false;
    Grade grade;
    std::string written;  // the answer to a question that a person marks
    bool is_on_paper = false;
    std::optional<double> by_hand;  // marks that a person gave
};

struct ClassAttempt {
    Attempt attempt;
    std::string device;  // empty: not known
    std::string file;
    std::vector<Outcome> outcomes;  // one for each question of the quiz
};

struct ClassRow {
    Pupil pupil;
    std::vector<ClassAttempt> attempts;  // of all devices, oldest first, rounds of what went wrong included
    std::optional<std::size_t> first;    // the first that was finished; where none was, the first
    std::optional<std::size_t> best;     // the one with most marks, without those that a person gives
};

// One quiz in one edition, since practice and test are apart.
struct ClassQuiz {
    const Quiz* quiz = nullptr;
    std::string title;
    std::string chapter;
    Edition edition = Edition::student;
    std::vector<ClassRow> rows;  // pupils with numbers, then nicknames, then those without either
    std::string language;        // of its chapter, by which answers in gaps are graded
};

// A check code that was copied from paper, and its contents.
struct PaperCode {
    std::string digits;
    int pupil = 0;
    unsigned last = 0;      // percent, or 900 + answers given in a test
    std::string quiz;       // titles, should two quizzes have one number
    bool is_known = false;  // an attempt in the files has the same code
};

// A pupil of whom at least one file came.
struct ClassPupil {
    Pupil pupil;
    Deleted deleted;  // on all devices, of all editions
    Leaves left;      // on all devices
};

struct RosterRow {
    Pupil pupil;
    std::string name;
};

struct ClassResults {
    std::vector<ClassQuiz> quizzes;            // in the order of the book
    std::map<std::string, ClassPupil> pupils;  // by key_of(pupil)
    std::map<std::string, RosterRow> roster;   // by key_of(pupil)
    std::vector<PaperCode> codes;
    std::size_t files = 0;                       // number of files that count
    std::size_t repeating = 0;                   // how many of them hold nothing new
    std::set<std::string> devices;               // from which these came, as far as they say
    std::map<std::string, std::string> plugins;  // by device: the newest version of the plugin that wrote a file; empty: none tells
    Remarks remarks;
};

std::string key_of(const Pupil& pupil);                                    // equal for one pupil; sorts like rows
std::string shown_pupil(const Pupil& pupil);                               // "7", "Fox"
std::string roster_name(const ClassResults& results, const Pupil& pupil);  // from the roster, or empty

double marks_of(const ClassAttempt& attempt);                                   // earned, without what a person gives
double marks_for(const Quiz& quiz, bool by_hand);                               // that can be earned, with or without a person
std::optional<double> marks_by_hand(const ClassAttempt& attempt);               // empty: nothing marked yet
std::optional<double> total_of(const Quiz& quiz, const ClassAttempt& attempt);  // empty: a person has marks to give yet
bool is_written(const Question& question);                                      // whether a person marks it
std::vector<std::size_t> shown_attempts(const ClassRow& row);                   // first and best; one where they are the same

// The results of files. The book must be woven, and outlive the results, which refer to it.
ClassResults collect_results(const Book& book, std::vector<Results> files);

}  // namespace hornbook
