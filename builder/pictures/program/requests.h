// Requests of hornbook to the programs that decode pictures, one after another.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

namespace hornbook {

struct Answer {
    std::string media_type = {};
    int width = 0;  // pixels
    int height = 0;
    std::string bytes = {};
    std::string problem = {};  // not empty: the picture cannot be used, and the rest is empty
};

using Words = std::vector<std::string_view>;  // of a request's line, before the number of bytes

struct Work {
    std::string_view name;
    std::size_t words;
    Answer (*answer)(const Words& words, const std::string& picture);
};

Answer answer_verify(const Words& words, const std::string& picture);

// Exit codes that hornbook knows.
enum ExitCode { answered = 0, trouble = 2 };

// Writes the reason to standard error and returns the exit code `trouble`.
int fail(const std::string& why);

int number_in(std::string_view digits);

// Answers requests from standard input on standard output, up to its end or to a line whose work is none of `works`: `hand_on` is given
// that line, with standard input at the bytes behind it. first: a line that was read already; empty: none. Returns the exit code.
int answer_requests(const std::vector<Work>& works, std::string first, int (*hand_on)(const std::string& line));

}  // namespace hornbook
