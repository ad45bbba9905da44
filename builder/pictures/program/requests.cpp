#include "pictures/program/requests.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <new>

#include "base/text.h"
#include "pictures/program/damage.h"

namespace hornbook {
namespace {

// Whether a library's words mean that the machine has failed, whatever the picture.
bool is_machines(std::string_view problem) {
    constexpr std::string_view signs[] = {"ut of memory",       "nsufficient memory", "annot allocate memory",   "failed to allocate",
                                          "Failed to allocate", "unable to allocate", "unable to create thread", "rror creating thread"};
    return std::any_of(std::begin(signs), std::end(signs),
                       [&](std::string_view sign) { return problem.find(sign) != std::string_view::npos; });
}

class ProcessorTime {
public:
    // Notes the limit beyond the time that was used before this program began.
    ProcessorTime() {
        getrlimit(RLIMIT_CPU, &limit_);
        allowance_ = limit_.rlim_cur == RLIM_INFINITY ? RLIM_INFINITY : limit_.rlim_cur - std::min(limit_.rlim_cur, used(0));
    }
    // Allows as much time again from now on.
    void renew() {
        if (allowance_ != RLIM_INFINITY) {
            constexpr long almost_a_second = 999'999;
            limit_.rlim_cur = std::min(used(almost_a_second) + allowance_, limit_.rlim_max);
            setrlimit(RLIMIT_CPU, &limit_);
        }
    }

private:
    static rlim_t used(long more_microseconds) {
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        long microseconds = usage.ru_utime.tv_usec + usage.ru_stime.tv_usec + more_microseconds;
        return static_cast<rlim_t>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + microseconds / 1'000'000);
    }

    rlimit limit_{};
    rlim_t allowance_ = 0;
};

bool read_line(std::string& line) {
    line.clear();
    int byte = 0;
    while ((byte = std::getc(stdin)) != EOF && byte != '\n') {
        line += static_cast<char>(byte);
    }
    return byte == '\n';
}

// Writes an answer; the bytes of a refusal are its reason.
bool write_answer(std::FILE* out, const Answer& answer) {
    const std::string& bytes = answer.problem.empty() ? answer.bytes : answer.problem;
    if (!answer.problem.empty()) {
        std::fprintf(out, "refused %zu\n", bytes.size());
    } else if (answer.media_type.empty()) {
        std::fprintf(out, "whole %zu\n", bytes.size());
    } else {
        std::fprintf(out, "%s %d %d %zu\n", answer.media_type.c_str(), answer.width, answer.height, bytes.size());
    }
    return std::fwrite(bytes.data(), 1, bytes.size(), out) == bytes.size() && std::fflush(out) == 0;
}

int answer_request(const Work& work, const Words& words, std::size_t bytes, std::FILE* out) {
    std::string picture(bytes, '\0');
    if (std::fread(picture.data(), 1, picture.size(), stdin) != picture.size()) {
        return fail("cannot read the picture from standard input");
    }
    Answer answer = work.answer(words, picture);
    if (is_machines(answer.problem)) {
        return fail(answer.problem);
    }
    return write_answer(out, answer) ? answered : fail("cannot write the answer");
}

int answer_all(const std::vector<Work>& works, std::string line, std::FILE* out, int (*hand_on)(const std::string& line)) {
    ProcessorTime time;
    while (!line.empty() || read_line(line)) {
        time.renew();
        Words words = split(line, ' ');
        auto bytes = static_cast<std::size_t>(std::max(number_in(words.back()), 0));
        words.pop_back();
        auto work =
            std::find_if(works.begin(), works.end(), [&](const Work& each) { return each.words == words.size() && each.name == words[0]; });
        if (work == works.end()) {
            dup2(fileno(out), STDOUT_FILENO);
            return hand_on(line);
        }
        if (int code = answer_request(*work, words, bytes, out); code != answered) {
            return code;
        }
        line.clear();
    }
    return std::ferror(stdin) != 0 ? fail("cannot read from standard input") : answered;
}

// Standard output for answers alone, kept from libraries that may write there.
std::FILE* own_output() {
    int own = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    bool is_kept = own >= 0 && dup2(STDERR_FILENO, STDOUT_FILENO) >= 0;
    return is_kept ? fdopen(own, "wb") : nullptr;
}

}  // namespace

Answer answer_verify(const Words&, const std::string& picture) {
    std::string damage = damage_in(picture);
    return {.problem = damage.empty() || is_machines(damage) ? damage : "its pixels are damaged"};
}

int fail(const std::string& why) {
    std::fprintf(stderr, "%s\n", why.c_str());
    return trouble;
}

int number_in(std::string_view digits) {
    int n = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), n);
    return n;
}

int answer_requests(const std::vector<Work>& works, std::string first, int (*hand_on)(const std::string& line)) {
    std::setvbuf(stdin, nullptr, _IONBF, 0);  // whoever is handed a line reads on behind it
    std::FILE* out = own_output();
    if (out == nullptr) {
        return fail("cannot write to standard output");
    }
    try {
        return answer_all(works, std::move(first), out, hand_on);
    } catch (const std::bad_alloc&) {
        return fail("out of memory");
    }
}

}  // namespace hornbook
