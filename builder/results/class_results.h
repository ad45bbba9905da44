// Results of a class: the files of all pupils as one table for each quiz, graded by the book's own key. Grading again, of attempts that the
// device graded too, means that a key mended later counts for everybody, and that nobody's file decides about marks.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "results/remark.h"
#include "results/results.h"

namespace hornbook {

// What became of one question in one attempt.
struct Outcome {
    bool is_answered = false;
    Grade grade;
    std::string written;  // of a question that a person marks
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
    std::vector<ClassAttempt> attempts;  // of all devices, oldest first; retries too, which neither of these two is
    std::optional<std::size_t> first;    // the first that was finished; where none was, the first
    std::optional<std::size_t> best;     // of these the one with most marks, without those that a person gives
};

// One quiz in one edition: practice and test are different things.
struct ClassQuiz {
    const Quiz* quiz = nullptr;
    std::string title;
    std::string chapter;
    Edition edition = Edition::student;
    std::vector<ClassRow> rows;  // numbers, then nicknames, then those who did not say
    std::string language;        // of its chapter: by its rules answers in gaps are read
};

// A check code that was copied from paper, and what it says.
struct PaperCode {
    std::string digits;
    int pupil = 0;
    unsigned last = 0;      // percent, or 900 + answers given in a test
    std::string quiz;       // titles, should two quizzes have one number
    bool is_known = false;  // an attempt in the files has the same code
};

// Somebody of whom at least one file came.
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
    std::size_t files = 0;                       // that count
    std::size_t repeating = 0;                   // of them, that hold nothing which another one does not hold
    std::set<std::string> devices;               // from which these came, as far as they say
    std::map<std::string, std::string> plugins;  // by device: the newest version of the plugin that wrote a file; empty: none tells
    Remarks remarks;
};

std::string key_of(const Pupil& pupil);                                    // equal for one pupil; sorts as rows do
std::string shown_pupil(const Pupil& pupil);                               // "7", "Fox"
std::string roster_name(const ClassResults& results, const Pupil& pupil);  // from the roster, or empty

double marks_of(const ClassAttempt& attempt);                                   // earned, without what a person gives
double marks_for(const Quiz& quiz, bool by_hand);                               // that can be earned, with or without a person
std::optional<double> marks_by_hand(const ClassAttempt& attempt);               // empty: nothing marked yet
std::optional<double> total_of(const Quiz& quiz, const ClassAttempt& attempt);  // empty: a person has marks to give yet
bool is_written(const Question& question);                                      // a person marks it
std::vector<std::size_t> shown_attempts(const ClassRow& row);                   // first and best; one where they are the same

// The book must be woven. It must outlive what is returned.
ClassResults collect_results(const Book& book, std::vector<Results> files);

std::string counted(std::size_t n, const std::string& one, const std::string& many);  // "one file", "2 files"

}  // namespace hornbook
