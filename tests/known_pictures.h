// Known pictures: answers of hornbook-pictures, which is asked once for each picture of a test program: books are made again and again.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "base/process.h"
#include "base/text.h"

namespace hornbook {

// The place of that program, for requests with `programs`: it is given a line with the number of bytes and those bytes, and answers so.
inline ProcessResult known_pictures(const std::vector<std::string>& arguments, std::string_view bytes, const ProcessLimits& limits) {
    static std::mutex mutex;
    static std::map<std::string, ProcessResult> known;
    std::string request =
        join({arguments.begin() + 1, arguments.end()}, " ") + " " + std::to_string(bytes.size()) + "\n" + std::string(bytes);
    std::lock_guard lock(mutex);
    auto [answer, is_new] = known.try_emplace(request);
    ProcessResult& result = answer->second;
    if (is_new) {
        result = run_process({arguments.front()}, request, limits);
        std::size_t end = result.output.find('\n');
        std::size_t size = end == std::string::npos ? end : result.output.rfind(' ', end);
        if (size != std::string::npos) {
            result.output.erase(size, end - size);
        }
    }
    return result;
}

}  // namespace hornbook
