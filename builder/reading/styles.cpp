#include "reading/styles.h"

#include "base/limits.h"
#include "base/text.h"
#include "reading/lines.h"
#include "reading/text_file.h"

namespace hornbook {
namespace {

// Backslash escapes are undone first, or `\75rl(` would hide a url().
std::string without_escapes(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\') {
            result += text[i];
            continue;
        }
        unsigned value = 0;
        std::size_t digits = 0;
        for (; digits < 6 && i + 1 < text.size() && std::string_view("0123456789abcdefABCDEF").find(text[i + 1]) != std::string_view::npos;
             ++digits) {
            char c = text[++i];
            value = value * 16 + static_cast<unsigned>(c <= '9' ? c - '0' : (c | 32) - 'a' + 10);
        }
        result += value > 0 && value < 0x80 ? static_cast<char>(value) : digits > 0 ? '?' : '\\';
        i += digits > 0 && i + 1 < text.size() && text[i + 1] == ' ' ? 1 : 0;
    }
    return result;
}

void check_line(const Line& line, std::uint32_t file, Diagnostics& diagnostics) {
    std::string folded = fold_case(without_escapes(line.text));
    for (std::string_view word : {"@import", "url(", "image-set(", "src("}) {
        std::size_t at = folded.find(word);
        bool fragment = at != std::string::npos && word == "url(" && folded.substr(at).find_first_of('#') <= 5;
        if (at != std::string::npos && !fragment) {
            diagnostics.add(Mistake::style_reaches_out, place_of(file, line, trim(line.text)),
                            "a style cannot bring in other files: `" + std::string(word) + "`",
                            "write the rules here; pictures belong into the chapters");
        }
    }
}

std::string read_style(const std::string& path, Reading& reading, const Folder& folder, Sources& sources, Diagnostics& diagnostics) {
    if (!folder.has(path)) {
        return {};
    }
    std::optional<std::string> bytes = read_author_file(folder, path, limits::text_file_bytes, {}, diagnostics);
    if (!bytes) {
        return {};
    }
    reading.files.push_back(path);
    std::uint32_t file = add_text_file(sources, path, std::move(*bytes), diagnostics);
    for (const Line& line : lines_of(sources[file])) {
        check_line(line, file, diagnostics);
    }
    return sources[file].text;
}

}  // namespace

void read_styles(Reading& reading, const Folder& folder, Sources& sources, Diagnostics& diagnostics) {
    reading.book.style = read_style("styles/book.css", reading, folder, sources, diagnostics);
    reading.book.extra_style = read_style("styles/extra.css", reading, folder, sources, diagnostics);
}

}  // namespace hornbook
