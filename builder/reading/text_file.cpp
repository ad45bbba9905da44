#include "reading/text_file.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/text.h"
#include "model/mistakes.h"

namespace hornbook {
namespace {

std::string with_line_feeds(std::string_view bytes) {
    if (bytes.find('\r') == std::string_view::npos) {
        return std::string(bytes);
    }
    std::string text;
    text.reserve(bytes.size());
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (bytes[i] != '\r') {
            text += bytes[i];
        } else if (i + 1 == bytes.size() || bytes[i + 1] != '\n') {
            text += '\n';
        }
    }
    return text;
}

std::string hex(char32_t c) {
    char digits[8];
    auto [end, error] = std::to_chars(digits, digits + sizeof digits, static_cast<std::uint32_t>(c), 16);
    std::string text(digits, end);
    std::transform(text.begin(), text.end(), text.begin(), [](char d) { return d >= 'a' ? static_cast<char>(d - 32) : d; });
    return "U+" + std::string(text.size() < 4 ? 4 - text.size() : 0, '0') + text;
}

struct Fault {
    std::size_t offset;
    std::string what;
    Mistake mistake;
    std::string hint;
};

// Whether a character that begins with this byte may be one that no text may hold; most cannot, and are not looked at.
bool is_suspect(char first) {
    auto byte = static_cast<unsigned char>(first);
    return (byte < 0x20 && first != '\n' && first != '\t') || byte == 0x7F || byte == 0xC2 || byte >= 0xEF;
}

// Replaces what a text may not hold by '?', byte by byte, so that offsets stay; returns what was replaced.
std::vector<Fault> take_faults(std::string& text) {
    std::vector<Fault> faults;
    std::size_t from = 0;
    for (std::size_t bad; (bad = first_invalid_utf8(std::string_view(text).substr(from))) != std::string_view::npos; from += bad + 1) {
        text[from + bad] = '?';
        faults.push_back({from + bad, "this is not UTF-8", Mistake::not_utf8, "save the file as UTF-8 in your editor"});
    }
    auto next_suspect = [&](std::size_t after) {
        constexpr std::ptrdiff_t stretch = 64;  // bytes that are looked at together
        auto at = text.begin() + static_cast<std::ptrdiff_t>(after);
        while (text.end() - at >= stretch && std::count_if(at, at + stretch, is_suspect) == 0) {
            at += stretch;
        }
        return static_cast<std::size_t>(std::find_if(at, text.end(), is_suspect) - text.begin());
    };
    for (std::size_t at = next_suspect(0); at < text.size(); at = next_suspect(at)) {
        std::size_t begin = at;
        char32_t c = next_code_point(text, at);
        bool allowed = c == '\n' || c == '\t' ||
                       (c >= 0x20 && c != 0x7F && !(c >= 0x80 && c < 0xA0) && (c & 0xFFFE) != 0xFFFE && !(c >= 0xFDD0 && c <= 0xFDEF));
        if (!allowed) {
            text.replace(begin, at - begin, std::string(at - begin, '?'));
            faults.push_back({begin, "this is the control character " + hex(c), Mistake::control_character,
                              "delete it; it often comes along when text is pasted"});
        }
    }
    return faults;
}

}  // namespace

bool is_binary(std::string_view bytes) {
    constexpr std::size_t seen = 8000;
    constexpr std::ptrdiff_t most_zeros = 3;  // a stray one is pointed at where it stands
    std::string_view first = bytes.substr(0, seen);
    return !is_utf16(bytes) && std::count(first.begin(), first.end(), '\0') > most_zeros;
}

std::string_view kind_of_document(std::string_view bytes) {
    using namespace std::string_view_literals;
    struct Kind {
        std::string_view begin;
        std::string_view name;
    };
    constexpr Kind kinds[] = {{"%PDF-"sv, "a PDF"},
                              {"PK\x03\x04"sv, "a packed file, such as .docx and .odt are"},
                              {"\xD0\xCF\x11\xE0"sv, "a document of an old word processor"},
                              {"{\\rtf"sv, "a document of a word processor (RTF)"},
                              {"\x89PNG"sv, "a picture"},
                              {"\xFF\xD8\xFF"sv, "a picture"},
                              {"GIF87a"sv, "a picture"},
                              {"GIF89a"sv, "a picture"},
                              {"\x1F\x8B"sv, "a packed file"},
                              {"7z\xBC\xAF"sv, "a packed file"}};
    std::string_view body = bytes.substr(bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0);
    const auto* found = std::find_if(std::begin(kinds), std::end(kinds), [&](const Kind& kind) { return body.starts_with(kind.begin); });
    return found == std::end(kinds) ? std::string_view() : found->name;
}

std::uint32_t add_text_file(Sources& sources, std::string path, std::string bytes, Diagnostics& diagnostics) {
    if (is_utf16(bytes)) {
        Place whole{static_cast<std::uint32_t>(sources.size()), 0, 0, 0};
        diagnostics.add(Mistake::not_utf8, whole, "this file is UTF-16", "save it as UTF-8 in your editor");
        bytes = from_utf16(bytes);  // so that other mistakes in the file are found in the same run
    }
    std::string_view body = bytes;
    body.remove_prefix(body.starts_with("\xEF\xBB\xBF") ? 3 : 0);
    std::string text = with_line_feeds(body);
    std::vector<Fault> faults = take_faults(text);
    std::uint32_t file = sources.add(std::move(path), std::move(text));
    const Source& source = sources[file];
    std::size_t line = 0;
    std::size_t last_line = std::string::npos;
    bool said_encoding = false;
    for (const Fault& fault : faults) {
        while (line + 1 < source.line_starts.size() && source.line_starts[line + 1] <= fault.offset) {
            ++line;
        }
        // One message a line is enough, and one a file where all of it is in another encoding.
        bool said = line == last_line || (fault.mistake == Mistake::not_utf8 && std::exchange(said_encoding, true));
        if (!said) {
            auto column = static_cast<std::uint32_t>(fault.offset - source.line_starts[line] + 1);
            diagnostics.add(fault.mistake, {file, static_cast<std::uint32_t>(line + 1), column, 1}, fault.what, fault.hint);
        }
        last_line = line;
    }
    return file;
}

std::optional<std::string> read_author_file(const Folder& folder, const std::string& name, std::size_t most_bytes, Place place,
                                            Diagnostics& diagnostics) {
    ReadFile file = folder.read(folder.spelling_of(name), most_bytes);
    if (!file.refusal) {
        return std::move(file.bytes);
    }
    std::string shown = "`" + name + "`";
    switch (*file.refusal) {
        case Refusal::outside:
            diagnostics.add(Mistake::outside_book, place, shown + " leads outside the book folder", "copy the file into the book folder");
            break;
        case Refusal::missing: {
            std::size_t slash = name.rfind('/');
            std::string where = slash == std::string::npos ? "" : name.substr(0, slash);
            std::vector<std::string> names = folder.list(where, "");
            std::string_view near = nearest(name.substr(slash == std::string::npos ? 0 : slash + 1), {names.begin(), names.end()});
            diagnostics.add(Mistake::missing_file, place, "there is no file " + shown,
                            near.empty() ? "check its name, capitals included" : "did you mean `" + std::string(near) + "`?");
            break;
        }
        case Refusal::not_a_file:
            diagnostics.add(Mistake::not_a_file, place, shown + " is not a file", "name a file, not a folder or a device");
            break;
        case Refusal::too_big:
            diagnostics.add(Mistake::file_too_big, place, shown + " is bigger than " + std::to_string(most_bytes >> 20U) + " MiB",
                            "divide it or make it smaller");
            break;
    }
    return std::nullopt;
}

void report_gap(const Listing::Gap& gap, Place place, Diagnostics& diagnostics) {
    std::string shown = "`" + gap.path + "`";
    switch (gap.why) {
        case Listing::Why::outside:
            return diagnostics.add(Mistake::outside_book, place, shown + " leads outside the book folder",
                                   "copy the folder into the book folder");
        case Listing::Why::link_to_folder:
            return diagnostics.add(Mistake::folder_left_out, place, shown + " is a link to a folder, so what lies there is left out",
                                   "put the folder itself here; only links to single files are followed");
        case Listing::Why::link_to_nothing:
            return diagnostics.add(Mistake::folder_left_out, place, shown + " is a link that leads nowhere, so it is left out",
                                   "delete it, or let it lead to a file in the book folder");
        case Listing::Why::too_deep:
            return diagnostics.add(Mistake::folder_left_out, place,
                                   shown + " lies more than 20 folders deep, so what lies there is left out", "move it further up");
    }
}

}  // namespace hornbook
