// Engine: Hornbook for a page in a browser, compiled by builder/studio/build: requests about an open book, whose files are in memory.
//
// What a page calls takes and gives UTF-8; an answer is JSON, and stays until the next call. Where another program would be started, the
// page's Module.program(arguments, bytes) is asked instead: {code, output, errors}, both texts or bytes, or null: there is no such
// program.
#include <emscripten.h>

#include <array>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>

#include "studio/requests.h"

namespace hornbook {
namespace {

using Json = nlohmann::ordered_json;

// Where the page's answer was put, output before errors, with its exit code and their sizes; null: there is no such program.
// clang-format off
EM_JS(char*, ask_page, (const char* arguments, const char* input, std::size_t size, int* numbers), {
    var answer = Module["program"] ? Module["program"](JSON.parse(UTF8ToString(arguments)), HEAPU8.slice(input, input + size)) : null;
    if (!answer) {
        return 0;
    }
    var parts = [ answer.output, answer.errors ].map(
        function(part) { return typeof part === "string" ? new TextEncoder().encode(part) : part || new Uint8Array(0); });
    var place = _malloc(parts[0].length + parts[1].length + 1);
    HEAPU8.set(parts[0], place);
    HEAPU8.set(parts[1], place + parts[0].length);
    HEAP32.set([ answer.code || 0, parts[0].length, parts[1].length ], numbers >> 2);
    return place;
});
// clang-format on

std::string text_of(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

ProcessResult answer_of_page(const std::vector<std::string>& arguments, std::string_view input, const ProcessLimits& limits) {
    std::array<int, 3> numbers = {};
    std::unique_ptr<char, decltype(&std::free)> bytes(ask_page(text_of(arguments).c_str(), input.data(), input.size(), numbers.data()),
                                                      &std::free);
    if (bytes == nullptr) {
        return {};
    }
    auto [code, output, errors] = numbers;
    std::string_view all(bytes.get(), static_cast<std::size_t>(output) + static_cast<std::size_t>(errors));
    std::string_view said = all.substr(0, static_cast<std::size_t>(output));
    return {.started = true,
            .exit_code = code,
            .output = std::string(said.substr(0, limits.most_output)),
            .errors = std::string(all.substr(said.size()))};
}

Session& session_of(const std::string& folder) {
    static std::map<std::string, std::unique_ptr<Session>> sessions;
    std::unique_ptr<Session>& session = sessions[folder];
    if (!session) {
        session = std::make_unique<Session>(folder, answer_of_page);
        session->jobs = 1;
    }
    return *session;
}

}  // namespace

}  // namespace hornbook

extern "C" {

// A book's folder and a request of studio/requests.h -> its answer.
const char* hornbook_ask(const char* folder, const char* request) {
    static std::string text;
    text = hornbook::answer(hornbook::session_of(folder), request);
    return text.c_str();
}

}  // extern "C"
