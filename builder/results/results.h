// Results: what one pupil answered in one edition of a book, as plain values: a file by plugin/results.schema.json, once it is believed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grading/grade.h"
#include "model/book.h"

namespace hornbook {

// A number from 1 to 40 or a nickname; neither where nobody said who was reading. Names stand in the roster alone.
struct Pupil {
    int number = 0;
    std::string nickname;
    std::string from;  // of a pupil without either the device, or the file where that has no name: two such may be two people
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

// What somebody deleted on the device, of this pupil, book and edition, since the device is in use.
struct Deleted {
    std::size_t attempts = 0;
    std::size_t sealed = 0;  // tests that were handed in
    std::string last;        // day; empty: not known
};

// How often a pupil left a test that was going on, on one device.
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
    Leaves left;         // of a test alone
    std::string plugin;  // the version that wrote it; empty: it does not tell
};

// What was read, or why it was not believed: a reason that ends a sentence "FILE: …".
struct ResultsReading {
    Results results;
    std::string refusal;
};

bool is_device(std::string_view id);
bool is_nickname(std::string_view name);
// A nickname without what nobody sees and what turns or breaks the text around it: the plugin takes the same off since 2026, and keeps what
// joins letters.
std::string plain_nickname(std::string_view name);
bool is_day_and_time(std::string_view at);  // "2026-11-23 10:05"
// The id in the name of an exported file: "k7f3m2" of "rain-4711-student-pupil-07-k7f3m2.csv", and of what a computer calls its copy;
// empty: there is none.
std::string device_in_name(std::string_view file);

}  // namespace hornbook
