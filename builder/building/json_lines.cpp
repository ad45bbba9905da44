#include "building/json_lines.h"

#include <nlohmann/json.hpp>

#include "base/text.h"
#include "building/fixes.h"
#include "model/show_diagnostic.h"

namespace hornbook {

namespace {

// Adds a place: line and column from 1, column and length in code points; offset and end in bytes from the file's beginning, in the text as
// Hornbook reads it (no byte order mark, LF line ends).
void add_place(nlohmann::ordered_json& json, Place place, const Sources& sources) {
    if (place.file >= sources.size()) {
        return;
    }
    const Source& source = sources[place.file];
    json["file"] = source.path;
    if (place) {
        std::string_view line = source.line(place.line);
        std::size_t begin = std::min<std::size_t>(line.size(), place.column > 0 ? place.column - 1 : 0);
        std::size_t length = std::min<std::size_t>(line.size() - begin, place.length);
        std::size_t offset = source.line_starts[place.line - 1] + begin;
        json["line"] = place.line;
        json["column"] = column_of(source, place);
        json["length"] = count_code_points(line.substr(begin, length));
        json["offset"] = offset;
        json["end"] = offset + length;
    }
}

}  // namespace

// The line of a diagnostic. more: number of similar ones in the file without a line. related: a second place that the message is about.
// fix: a title, and edits, each a place whose text is to become `text`.
std::string json_line(const Diagnostic& d, const Sources& sources) {
    nlohmann::ordered_json json = {{"severity", word_for(severity_of(d.mistake))}, {"code", code_of(d.mistake)}, {"message", d.message}};
    if (!d.hint.empty()) {
        json["hint"] = d.hint;
    }
    if (d.more > 0) {
        json["more"] = d.more;
    }
    add_place(json, d.place, sources);
    if (d.other.place) {
        nlohmann::ordered_json related = {{"message", d.other.words}};
        add_place(related, d.other.place, sources);
        json["related"] = nlohmann::ordered_json::array({std::move(related)});
    }
    if (std::optional<Fix> fix = fix_for(d, sources)) {
        nlohmann::ordered_json edits = nlohmann::ordered_json::array();
        for (const Edit& edit : fix->edits) {
            nlohmann::ordered_json row = nlohmann::ordered_json::object();
            add_place(row, edit.place, sources);
            row["text"] = edit.text;
            edits.push_back(std::move(row));
        }
        json["fix"] = {{"title", fix->title}, {"edits", std::move(edits)}};
    }
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

std::string json_line(const Made& made) {
    nlohmann::ordered_json json = {{"made", made.path}, {"output", made.output->name}, {"bytes", made.bytes}};
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace hornbook
