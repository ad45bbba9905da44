// Scripts without a font on this machine, by fontconfig, with which WeasyPrint finds its fonts.
#include <array>
#include <map>

#include "base/text.h"
#include "base/trouble.h"
#include "printing/print.h"

namespace hornbook {
namespace {

struct Script {
    std::string_view name;
    char32_t first;
    char32_t last;
    std::string_view package;
};
// The main Unicode block of each script; Han before kana, since a book in Japanese needs both.
constexpr std::array<Script, 25> scripts = {{
    {"Greek", 0x370, 0x3FF, "fonts-dejavu-core"},    {"Cyrillic", 0x400, 0x52F, "fonts-dejavu-core"},
    {"Armenian", 0x530, 0x58F, "fonts-noto-core"},   {"Hebrew", 0x590, 0x5FF, "fonts-noto-core"},
    {"Arabic", 0x600, 0x6FF, "fonts-noto-core"},     {"Syriac", 0x700, 0x74F, "fonts-noto-core"},
    {"Thaana", 0x780, 0x7BF, "fonts-noto-core"},     {"Devanagari", 0x900, 0x97F, "fonts-noto-core"},
    {"Bengali", 0x980, 0x9FF, "fonts-noto-core"},    {"Gurmukhi", 0xA00, 0xA7F, "fonts-noto-core"},
    {"Gujarati", 0xA80, 0xAFF, "fonts-noto-core"},   {"Tamil", 0xB80, 0xBFF, "fonts-noto-core"},
    {"Telugu", 0xC00, 0xC7F, "fonts-noto-core"},     {"Kannada", 0xC80, 0xCFF, "fonts-noto-core"},
    {"Malayalam", 0xD00, 0xD7F, "fonts-noto-core"},  {"Sinhala", 0xD80, 0xDFF, "fonts-noto-core"},
    {"Thai", 0xE00, 0xE7F, "fonts-noto-core"},       {"Lao", 0xE80, 0xEFF, "fonts-noto-core"},
    {"Burmese", 0x1000, 0x109F, "fonts-noto-core"},  {"Georgian", 0x10A0, 0x10FF, "fonts-noto-core"},
    {"Ethiopic", 0x1200, 0x137F, "fonts-noto-core"}, {"Khmer", 0x1780, 0x17FF, "fonts-noto-core"},
    {"Han", 0x4E00, 0x9FFF, "fonts-noto-cjk"},       {"Japanese kana", 0x3041, 0x30FF, "fonts-noto-cjk"},
    {"Hangul", 0xAC00, 0xD7A3, "fonts-noto-cjk"},
}};

const Script* script_of(char32_t c) {
    for (const Script& script : scripts) {
        if (c >= script.first && c <= script.last) {
            return &script;
        }
    }
    return nullptr;
}

std::string hexadecimal(char32_t c) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (; c != 0; c /= 16) {
        text.insert(text.begin(), digits[c % 16]);
    }
    return text;
}

bool some_font_has(char32_t c, const Programs& programs) {
    constexpr ProcessLimits limits{60, 1UL << 31U, 1UL << 20U, 60};
    ProcessResult result = run_program(programs, {"fc-list", ":charset=" + hexadecimal(c), "family"}, "", limits);
    if (result.started && (result.out_of_time || result.exit_code != 0)) {
        throw Trouble("`fc-list`, which tells the fonts of this machine, " + how_it_ended(result, limits));
    }
    return !result.started || !trim(result.output).empty();  // without fontconfig nobody can tell
}

}  // namespace

std::vector<Lack> scripts_without_font(const std::vector<PrintJob>& jobs, const Programs& programs) {
    std::map<const Script*, char32_t> seen;  // with a letter of each; in the order of the table
    for (const PrintJob& job : jobs) {
        for (std::size_t at = 0; at < job.bytes.size();) {
            char32_t c = next_code_point(job.bytes, at);
            const Script* script = c < 0x370 ? nullptr : script_of(c);
            if (script != nullptr && is_letter(c)) {
                seen.try_emplace(script, c);
            }
        }
    }
    std::vector<Lack> missing;
    for (const auto& [script, letter] : seen) {
        if (!some_font_has(letter, programs)) {
            missing.push_back({"no font of this machine has " + std::string(script->name) + " letters, so they are missing in print",
                               "`apt install " + std::string(script->package) + "` brings one"});
        }
    }
    return missing;
}

}  // namespace hornbook
