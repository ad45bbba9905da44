// Requests: what hornbook asks of the programs that decode pictures, one request after another.
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
    std::string problem = {};  // set: the picture cannot be used; the rest is empty
};

using Words = std::vector<std::string_view>;  // of a request's line, before the number of bytes

struct Work {
    std::string_view name;
    std::size_t words;
    Answer (*answer)(const Words& words, const std::string& picture);
};

Answer answer_verify(const Words& words, const std::string& picture);

// As hornbook reads them.
enum ExitCode { answered = 0, trouble = 2 };

// The reason goes to standard error.
int fail(const std::string& why);

int number_in(std::string_view digits);

// Answers, on standard output, what comes on standard input, up to its end or to a line whose work is none of these: `hand_on` gets that
// line, and standard input at the bytes behind it. `first` is a line that was read already; empty: none.
int answer_requests(const std::vector<Work>& works, std::string first, int (*hand_on)(const std::string& line));

}  // namespace hornbook
