#include "commands/json_lines.h"

#include <nlohmann/json.hpp>

#include "base/show_diagnostic.h"
#include "base/text.h"

namespace hornbook {

// line and column count from 1, column and length in code points; offset and end are bytes from the file's beginning, in the
// text as Hornbook reads it (no byte order mark, LF line ends). more: how many like it in the file have no line of their own.
std::string json_line(const Diagnostic& d, const Sources& sources) {
    nlohmann::ordered_json json = {{"severity", word_for(severity_of(d.mistake))}, {"code", code_of(d.mistake)}, {"message", d.message}};
    if (!d.hint.empty()) {
        json["hint"] = d.hint;
    }
    if (d.more > 0) {
        json["more"] = d.more;
    }
    if (d.place.file < sources.size()) {
        const Source& source = sources[d.place.file];
        json["file"] = source.path;
        if (d.place) {
            std::string_view line = source.line(d.place.line);
            std::size_t begin = std::min<std::size_t>(line.size(), d.place.column > 0 ? d.place.column - 1 : 0);
            std::size_t length = std::min<std::size_t>(line.size() - begin, d.place.length);
            std::size_t offset = source.line_starts[d.place.line - 1] + begin;
            json["line"] = d.place.line;
            json["column"] = column_of(source, d.place);
            json["length"] = count_code_points(line.substr(begin, length));
            json["offset"] = offset;
            json["end"] = offset + length;
        }
    }
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

std::string json_line(const Made& made) {
    nlohmann::ordered_json json = {{"made", made.path}, {"output", made.output->name}, {"bytes", made.bytes}};
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace hornbook
