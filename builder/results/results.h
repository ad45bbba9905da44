// Results: one pupil's answers in one edition of a book, as plain values: a file by plugin/results.schema.json after validation.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grading/grade.h"
#include "model/book.h"

namespace hornbook {

// A pupil: a number from 1 to 40 or a nickname; neither where nobody said who was reading. Names are only in the roster.
struct Pupil {
    int number = 0;
    std::string nickname;
    std::string from;  // for a pupil without either: the device, or the file where that is unknown, since two such may be two people
};

struct AnswerRecord {
    std::string question;
    std::string kind;
    GivenAnswer answer;
    std::optional<Verdict> verdict;  // a test has neither this nor the next two
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

// Counts of what was deleted on the device, of this pupil, book and edition, since the device is in use.
struct Deleted {
    std::size_t attempts = 0;
    std::size_t sealed = 0;  // tests that were handed in
    std::string last;        // day; empty: not known
};

// Counts of how often a pupil left a test that was going on, on one device.
struct Leaves {
    std::size_t times = 0;
    std::size_t seconds = 0;  // of the times whose length is known
    std::size_t unknown = 0;  // times of which the length is not known, since the device's clock cannot be believed
};

struct Results {
    std::string file;
    std::string device;  // its id, six of a-z and 0-9; empty: version 1, which had none
    std::string book;    // its identifier; empty: a CSV file, which does not tell
    Edition edition = Edition::student;
    std::string title;
    Pupil pupil;
    std::vector<QuizResults> quizzes;
    Deleted deleted;
    Leaves left;         // only in a test
    std::string plugin;  // the version that wrote it; empty: it does not tell
};

// The results of a file, or why it was refused: a reason that ends a sentence "FILE: …".
struct ResultsReading {
    Results results;
    std::string refusal;
};

bool is_device(std::string_view id);
bool is_nickname(std::string_view name);
// A nickname without invisible characters and those that turn or break the text around it, but with joiners of letters, as the plugin has
// made them since 2026.
std::string plain_nickname(std::string_view name);
bool is_day_and_time(std::string_view at);  // "2026-11-23 10:05"
// The device's id in the name of an exported file or of a copy of it: "k7f3m2" of "rain-4711-student-pupil-07-k7f3m2.csv"; empty: there is
// none.
std::string device_in_name(std::string_view file);

}  // namespace hornbook
