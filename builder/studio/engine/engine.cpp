// Engine: Hornbook for a page in a browser, compiled by builder/studio/build: commands over files in memory, and one chapter as it is
// typed.
//
// What a page calls takes and gives UTF-8; an answer is JSON, and stays until the next call. Where a command would start another program,
// the page's Module.program(arguments, bytes) is asked instead: {code, output, errors}, both texts or bytes, or null: there is no such
// program.
#include <emscripten.h>

#include <algorithm>
#include <array>
#include <exception>
#include <nlohmann/json.hpp>
#include <sstream>

#include "base/terminal.h"
#include "building/build.h"
#include "commands/commands.h"
#include "commands/json_lines.h"
#include "formulas/typeset.h"
#include "rendering/pages/pages.h"
#include "weaving/editions.h"

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
    var parts = [ answer.output, answer.errors ].map(function(part) {
        return typeof part === "string" ? new TextEncoder().encode(part) : part || new Uint8Array(0);
    });
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

// The chapter's page in the student's edition, as an XHTML <body>. Pictures keep the names that they have in the book's folder.
std::string page_of(Book book, const std::string& file, Diagnostics& diagnostics) {
    typeset_formulas(book, {.programs = answer_of_page}, diagnostics);
    for (Picture& picture : book.pictures) {
        picture.name = picture.source;
    }
    book = edition_of(std::move(book), Edition::student, true);
    auto chapter = std::find_if(book.chapters.begin(), book.chapters.end(), [&](const Chapter& one) { return one.file == file; });
    if (chapter == book.chapters.end()) {
        return {};
    }
    XmlWriter xml;
    xml.open("body", {{"xmlns", "http://www.w3.org/1999/xhtml"}, {"xmlns:epub", "http://www.idpf.org/2007/ops"}});
    chapter_page(xml, {book, ".xhtml"}, static_cast<std::size_t>(chapter - book.chapters.begin()));
    xml.close();
    return xml.take();
}

Json preview_of(const std::string& folder, const std::string& chapter) {
    Json answer = {{"page", nullptr}, {"messages", Json::array()}};
    try {
        WovenBook woven = read_woven_book(folder, 1);
        if (std::string page = page_of(std::move(woven.book), chapter, woven.diagnostics); !page.empty()) {
            answer["page"] = std::move(page);
        }
        woven.diagnostics.sort();
        for (const Diagnostic& one : woven.diagnostics.all()) {
            answer["messages"].push_back(Json::parse(json_line(one, woven.sources)));
        }
    } catch (const std::exception& problem) {
        answer["trouble"] = problem.what();
    }
    return answer;
}

}  // namespace
}  // namespace hornbook

extern "C" {

// ["check", "--json", "/book"] -> {"code": 0, "output": "…", "errors": "…"}
const char* hornbook_run(const char* arguments) {
    std::ostringstream out;
    std::ostringstream err;
    int code = hornbook::run(hornbook::Json::parse(arguments), out, err);
    return hornbook::kept({{"code", code}, {"output", out.str()}, {"errors", err.str()}});
}

// A book's folder and a file inside its chapters/ -> {"page": "<body …>", "messages": […]}, the messages as `check --json` has them;
// page: null, where there is no such chapter for pupils.
const char* hornbook_preview(const char* folder, const char* chapter) {
    return hornbook::kept(hornbook::preview_of(folder, chapter));
}

}  // extern "C"
