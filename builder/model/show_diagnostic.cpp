#include "model/show_diagnostic.h"

#include <algorithm>

#include "base/terminal.h"
#include "base/text.h"

namespace hornbook {
namespace {

constexpr std::size_t widest = 160;  // bytes of a line that are shown; longer ones are cut around the carets

struct Excerpt {
    std::string text;    // what is shown of the line
    std::string before;  // white space as wide as the text before the carets
    std::size_t carets = 1;
};

std::size_t back_to_start(std::string_view text, std::size_t at) {
    while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) {
        --at;
    }
    return std::min(at, text.size());
}

Excerpt excerpt(std::string_view line, const Place& place) {
    std::size_t begin = back_to_start(line, place.column > 0 ? place.column - 1 : 0);
    std::size_t end = std::min(line.size(), begin + std::max<std::size_t>(place.length, 1));
    end = end < line.size() ? std::max(back_to_start(line, end), begin) : end;
    std::size_t from = 0;
    std::size_t to = line.size();
    if (line.size() > widest) {
        from = back_to_start(line, begin > widest / 3 ? begin - widest / 3 : 0);
        to = back_to_start(line, std::min(line.size(), from + widest));
    }
    Excerpt result;
    std::string lead = from > 0 ? "…" : "";
    result.text = lead + harmless(line.substr(from, to - from)) + (to < line.size() ? "…" : "");
    result.before = std::string(display_width(lead), ' ');
    std::string_view skipped = line.substr(from, begin - from);
    for (std::size_t at = 0; at < skipped.size();) {
        std::size_t start = at;
        char32_t c = next_code_point(skipped, at);
        result.before += c == '\t' ? "\t" : std::string(display_width(harmless(skipped.substr(start, at - start))), ' ');
    }
    end = std::clamp(end, begin, std::max(begin, to));
    result.carets = std::max<std::size_t>(1, display_width(harmless(line.substr(begin, end - begin))));
    return result;
}

// `chapters/01-rain.md:4:1:` and a space; empty for a place in no file.
std::string shown_place(const Sources& sources, Place place, std::string_view folder_prefix) {
    if (place.file >= sources.size()) {
        return "";
    }
    const Source& source = sources[place.file];
    std::string shown = harmless(std::string(folder_prefix) + source.path) + ":";
    if (place) {
        shown += std::to_string(place.line) + ":" + std::to_string(column_of(source, place)) + ":";
    }
    return shown + " ";
}

// The source line with carets below the place, in this colour.
std::string shown_line(const Sources& sources, Place place, const std::string& tint, const std::string& plain) {
    if (place.file >= sources.size() || !place) {
        return "";
    }
    Excerpt part = excerpt(sources[place.file].line(place.line), place);
    std::string number = std::to_string(place.line);
    return "  " + number + " | " + part.text + "\n  " + std::string(number.size(), ' ') + " | " + part.before + tint +
           std::string(part.carets, '^') + plain + "\n";
}

}  // namespace

std::string_view word_for(Severity severity) {
    return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "note";
}

std::size_t column_of(const Source& source, Place place) {
    std::string_view line = source.line(place.line);
    return count_code_points(line.substr(0, std::min<std::size_t>(line.size(), place.column > 0 ? place.column - 1 : 0))) + 1;
}

std::string show(const Diagnostic& d, const Sources& sources, std::string_view folder_prefix, bool colour) {
    Severity severity = severity_of(d.mistake);
    std::string bold = colour ? "\x1b[1m" : "";
    std::string tint = !colour                         ? ""
                       : severity == Severity::error   ? "\x1b[1;31m"
                       : severity == Severity::warning ? "\x1b[1;33m"
                                                       : "\x1b[1;36m";
    std::string plain = colour ? "\x1b[0m" : "";
    std::string result = bold + shown_place(sources, d.place, folder_prefix) + plain + tint + std::string(word_for(severity)) + ":" +
                         plain + " " + harmless(d.message) + " [" + std::string(code_of(d.mistake)) + "]\n";
    result += shown_line(sources, d.place, tint, plain);
    if (d.other.place) {
        result += "  " + shown_place(sources, d.other.place, folder_prefix) + harmless(d.other.words) + "\n";
        result += shown_line(sources, d.other.place, tint, plain);
    }
    if (!d.hint.empty()) {
        result += "  hint: " + harmless(d.hint) + "\n";
    }
    if (d.more > 0) {
        result += "  and " + std::to_string(d.more) + " more like this in this file\n";
    }
    return result;
}

}  // namespace hornbook
