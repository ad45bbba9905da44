#include "studio/requests.h"

#include <array>
#include <nlohmann/json.hpp>

#include "base/base64.h"
#include "base/language_tag.h"
#include "base/text.h"
#include "base/trouble.h"
#include "building/build.h"
#include "building/json_lines.h"
#include "building/starter.h"
#include "outputs/output.h"
#include "rendering/pages/page_assets.h"
#include "studio/import_bank.h"
#include "studio/preview.h"

namespace hornbook {
namespace {

using Json = nlohmann::ordered_json;

// ---- what a request says ----

std::string word_of(const Json& request, const char* name) {
    auto found = request.find(name);
    if (found == request.end() || !found->is_string()) {
        throw Trouble("`" + std::string(name) + "` is missing, or is not a text");
    }
    return found->get<std::string>();
}

std::optional<std::string> word_or_none(const Json& request, const char* name) {
    auto found = request.find(name);
    return found == request.end() || found->is_null() ? std::nullopt : std::optional(word_of(request, name));
}

std::string bytes_of(const Json& request) {
    if (request.contains("text")) {
        return word_of(request, "text");
    }
    std::optional<std::string> bytes = from_base64(word_of(request, "bytes"));
    if (!bytes) {
        throw Trouble("`bytes` is not Base64");
    }
    return std::move(*bytes);
}

constexpr std::array<std::string_view, 3> edition_names = {"student", "teacher", "test"};

std::optional<Edition> edition_in(const Json& request) {
    std::optional<std::string> name = word_or_none(request, "edition");
    if (!name) {
        return std::nullopt;
    }
    auto found = std::find(edition_names.begin(), edition_names.end(), *name);
    if (found == edition_names.end()) {
        throw Trouble("there is no edition `" + *name + "`");
    }
    return static_cast<Edition>(found - edition_names.begin());
}

// ---- what an answer says ----

Json of_file(const std::string& bytes) {
    bool is_text = is_valid_utf8(bytes) && bytes.find('\0') == std::string::npos;
    return {{is_text ? "text" : "bytes", is_text ? bytes : to_base64(bytes)}, {"hash", short_hash(bytes)}};
}

Json of_conflict(const Conflict& conflict) {
    return {{"conflict", conflict.bytes ? of_file(*conflict.bytes) : Json{{"text", ""}, {"hash", nullptr}}}};
}

Json of_messages(const Diagnostics& diagnostics, const Sources& sources) {
    Json messages = Json::array();
    for (const Diagnostic& one : diagnostics.all()) {
        messages.push_back(Json::parse(json_line(one, sources)));
    }
    return messages;
}

Json of_outputs() {
    Json rows = Json::array();
    for (const Output& output : outputs()) {
        Json editions = Json::array();
        for (Edition edition : output.editions) {
            editions.push_back(edition_names.at(static_cast<std::size_t>(edition)));
        }
        Json options = Json::array();
        for (const OptionRow& row : output.options) {
            options.push_back({{"name", row.name}, {"what", row.summary}, {"values", row.form.values}, {"standard", row.standard}});
        }
        rows.push_back({{"name", output.name},
                        {"what", output.summary},
                        {"suffix", output.suffix},
                        {"editions", std::move(editions)},
                        {"options", std::move(options)}});
    }
    return rows;
}

std::string path_of_chapter(const std::string& file) {
    return "chapters/" + file;
}

Json of_parts(const Book& book) {
    Json parts = Json::array();
    for (const Part& part : book.parts) {
        Json chapters = Json::array();
        for (std::size_t chapter : part.chapters) {
            chapters.push_back(path_of_chapter(book.chapters[chapter].file));
        }
        parts.push_back({{"title", part.title}, {"chapters", std::move(chapters)}});
    }
    return parts;
}

// ---- one function for each ----

WovenBook whole_book(Session& session) {
    return read_woven_book(
        {.folder = session.folder, .jobs = session.jobs, .open = open_book(session), .whole = true, .picture_bytes = false});
}

Json do_messages(Session& session, const Json& request) {
    if (std::optional<std::string> chapter = word_or_none(request, "chapter")) {
        Told told = told_about(session, *chapter);
        return {{"messages", of_messages(told.diagnostics, told.sources)}, {"about", told.about}, {"outline", told.outline}};
    }
    WovenBook woven = whole_book(session);
    return {{"messages", of_messages(woven.diagnostics, woven.sources)}};
}

Json do_open(Session& session, const Json&) {
    WovenBook woven = whole_book(session);
    const Book& book = woven.book;
    Json chapters = Json::array();
    for (const Chapter& chapter : book.chapters) {
        chapters.push_back(path_of_chapter(chapter.file));
    }
    Json left_out = Json::array();
    for (const std::string& file : book.left_out) {
        left_out.push_back(path_of_chapter(file));
    }
    Json files = Json::array();
    for (const FileOfBook& file : files_of_book(session)) {
        files.push_back({{"path", file.path}, {"size", file.bytes.size()}, {"hash", short_hash(file.bytes)}});
    }
    bool has_glossary = book.glossary.file > 0 && book.glossary.file < woven.sources.size();
    return {{"title", book.metadata.title},
            {"language", book.metadata.language},
            {"direction", is_right_to_left(book.metadata.language) ? "rtl" : "ltr"},
            {"version", HORNBOOK_VERSION},
            {"empty", files.empty()},
            {"chapters", std::move(chapters)},
            {"left_out", std::move(left_out)},
            {"glossary", has_glossary ? Json(woven.sources[book.glossary.file].path) : Json(nullptr)},
            {"parts", of_parts(book)},
            {"files", std::move(files)},
            {"outputs", of_outputs()},
            {"messages", of_messages(woven.diagnostics, woven.sources)},
            {"script", quiz_script()}};
}

Json do_read(Session& session, const Json& request) {
    std::string path = word_of(request, "path");
    refuse_strange_path(path);
    std::optional<std::string> bytes = saved_bytes(session, path);
    if (!bytes) {
        throw Trouble("there is no file `" + path + "`");
    }
    return of_file(*bytes);
}

Json do_write(Session& session, const Json& request) {
    std::string bytes = bytes_of(request);
    std::optional<Conflict> conflict = write_of_book(session, word_of(request, "path"), bytes, word_or_none(request, "was"));
    return conflict ? of_conflict(*conflict) : Json{{"hash", short_hash(bytes)}};
}

Json do_remove(Session& session, const Json& request) {
    std::optional<Conflict> conflict = remove_of_book(session, word_of(request, "path"), word_or_none(request, "was"));
    return conflict ? of_conflict(*conflict) : Json::object();
}

Json do_rename(Session& session, const Json& request) {
    rename_of_book(session, word_of(request, "from"), word_of(request, "to"));
    return Json::object();
}

// What comes with every request is taken before it is answered.
void take_drafts(Session& session, const Json& request) {
    if (auto drafts = request.find("drafts"); drafts != request.end()) {
        for (const auto& [path, text] : drafts->items()) {
            set_draft(session, path, word_or_none(*drafts, path.c_str()));
        }
    }
}

Json do_draft(Session&, const Json&) {
    return Json::object();
}

Json do_preview(Session& session, const Json& request) {
    Preview preview = preview_of(session, word_of(request, "chapter"), edition_in(request).value_or(Edition::student));
    Json pictures = Json::object();
    for (const Picture& picture : preview.embedded) {
        pictures[picture.source] = {{"bytes", to_base64(picture.bytes)}};
    }
    auto or_null = [](std::string& text) { return text.empty() ? Json(nullptr) : Json(std::move(text)); };
    return {{"page", or_null(preview.page)},   {"for_teachers", preview.for_teachers},
            {"quiz", or_null(preview.quiz)},   {"styles", std::move(preview.styles)},
            {"language", preview.language},    {"direction", preview.right_to_left ? "rtl" : "ltr"},
            {"pictures", std::move(pictures)}, {"has_mistakes", preview.has_mistakes}};
}

BuildRequest build_request(Session& session) {
    BuildRequest request;
    request.folder = session.folder;
    request.open = open_book(session);
    request.write = false;
    request.jobs = session.jobs;
    request.source_date = session.source_date;
    request.pictures_program = session.pictures_program;
    request.programs = session.programs;
    return request;
}

Json do_check(Session& session, const Json& request) {
    BuildRequest checking = build_request(session);
    if (std::optional<Edition> edition = edition_in(request); edition && *edition != Edition::student) {
        checking.outputs.emplace_back(find_output("epub"), *edition);
    }
    BuildResult result = build(checking);
    return {{"messages", of_messages(result.diagnostics, result.sources)}};
}

// Options as the command line has them: texts, numbers, true. Throws Trouble where the output has no such option, or not with that value.
void take_options(const Json& said, const Output& output, BuildRequest& building) {
    if (!said.is_object()) {
        throw Trouble("`options` is not an object");
    }
    for (const auto& [name, value] : said.items()) {
        const std::string& wanted = name;
        auto row = std::find_if(output.options.begin(), output.options.end(), [&](const OptionRow& one) { return one.name == wanted; });
        if (row == output.options.end()) {
            throw Trouble(std::string(output.name) + " has no option `" + name + "`");
        }
        std::string text = value.is_string() ? value.get<std::string>() : value.dump();
        if (OptionFault fault = option_fault(row->form, text); !fault.wrong.empty()) {
            throw Trouble(fault.wrong + "; " + fault.hint);
        }
        building.options[name] = text;
    }
}

Json do_build(Session& session, const Json& request) {
    std::string name = word_of(request, "to");
    const Output* output = find_output(name);
    if (output == nullptr) {
        throw Trouble("there is no output `" + name + "`");
    }
    BuildRequest building = build_request(session);
    building.edition = edition_in(request);
    building.outputs.emplace_back(output);
    building.print = request.value("print", true);
    if (request.contains("options")) {
        take_options(request["options"], *output, building);
    }
    BuildResult result = build(building);
    Json files = Json::array();
    for (const Made& made : result.made) {
        for (const File& file : made.files) {
            files.push_back({{"name", file.name}, {"bytes", to_base64(file.bytes)}});
        }
    }
    return {{"files", std::move(files)}, {"messages", of_messages(result.diagnostics, result.sources)}};
}

Json do_new(Session& session, const Json& request) {
    if (!files_of_book(session).empty()) {
        throw Trouble("there is a book already");
    }
    std::string language = word_or_none(request, "language").value_or("");
    if (!language.empty() && !is_language_tag(language)) {
        throw Trouble("`" + language + "` is not a language tag, such as `en`");
    }
    for (const auto& [path, bytes] : starter_files(word_or_none(request, "title").value_or(""), language)) {
        write_of_book(session, path, bytes, std::nullopt);
    }
    return do_open(session, request);
}

Json do_import(Session& session, const Json& request) {
    Imported imported = import_bank(session, word_of(request, "name"), bytes_of(request));
    return {{"files", imported.files}, {"messages", of_messages(imported.diagnostics, imported.sources)}};
}

struct Row {
    std::string_view name;
    Json (*answer)(Session& session, const Json& request);
};
constexpr std::array<Row, 12> rows = {{{"open", do_open},
                                       {"read", do_read},
                                       {"write", do_write},
                                       {"remove", do_remove},
                                       {"rename", do_rename},
                                       {"draft", do_draft},
                                       {"preview", do_preview},
                                       {"messages", do_messages},
                                       {"check", do_check},
                                       {"build", do_build},
                                       {"new", do_new},
                                       {"import", do_import}}};

Json answered(Session& session, std::string_view text) {
    Json request = Json::parse(text, nullptr, false);
    if (!request.is_object()) {
        throw Trouble("a request is one JSON object");
    }
    std::string name = word_of(request, "do");
    const auto* row = std::find_if(rows.begin(), rows.end(), [&](const Row& one) { return one.name == name; });
    if (row == rows.end()) {
        throw Trouble("there is nothing that is called `" + name + "`");
    }
    take_drafts(session, request);
    return row->answer(session, request);
}

}  // namespace

std::string answer(Session& session, std::string_view request) {
    Json said;
    try {
        said = answered(session, request);
    } catch (const std::bad_alloc&) {
        said = {{"trouble", "out of memory"}};
    } catch (const std::exception& problem) {
        said = {{"trouble", problem.what()}};
    }
    return said.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace hornbook
