// Engine: Hornbook for a page in a browser, compiled by builder/studio/build: commands over files in memory, and requests about an
// open book.
//
// What a page calls takes and gives UTF-8; an answer is JSON, and stays until the next call. Where a command would start another program,
// the page's Module.program(arguments, bytes) is asked instead: {code, output, errors}, both texts or bytes, or null: there is no such
// program.
#include <emscripten.h>

#include <algorithm>
#include <array>
#include <exception>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>

#include "base/terminal.h"
#include "commands/commands.h"
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

const char* kept(const Json& answer) {
    static std::string text;
    text = text_of(answer);
    return text.c_str();
}

// As main.cpp has it, for streams that a page sees.
int run(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err) {
    std::vector<const char*> words = {"hornbook"};
    std::transform(arguments.begin(), arguments.end(), std::back_inserter(words), [](const std::string& one) { return one.c_str(); });
    Console console{out, err, nullptr, false, answer_of_page};
    try {
        return run_command(parse_command_line(static_cast<int>(words.size()), words.data()), console);
    } catch (const std::bad_alloc&) {
        err << "hornbook: out of memory\n";
    } catch (const std::exception& problem) {
        err << "hornbook: " << harmless(problem.what(), "\t\n") << "\n";
    }
    return trouble;
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

int run_serve(const ServeOptions&, Console& console) {
    console.err << "hornbook: a page serves nothing\n";
    return trouble;
}

}  // namespace hornbook

extern "C" {

// ["check", "--json", "/book"] -> {"code": 0, "output": "…", "errors": "…"}
const char* hornbook_run(const char* arguments) {
    std::ostringstream out;
    std::ostringstream err;
    int code = hornbook::run(hornbook::Json::parse(arguments), out, err);
    return hornbook::kept({{"code", code}, {"output", out.str()}, {"errors", err.str()}});
}

// A book's folder and a request of studio/requests.h -> its answer.
const char* hornbook_ask(const char* folder, const char* request) {
    static std::string text;
    text = hornbook::answer(hornbook::session_of(folder), request);
    return text.c_str();
}

}  // extern "C"
