// Texts, files and accepted answers in Moodle's questions.
#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>

#include "base/base64.h"
#include "base/mistakes.h"
#include "base/text.h"
#include "reading/banks/moodle.h"
#include "reading/questions/gift_answers.h"
#include "reading/questions/ways.h"

namespace hornbook::moodle {

BankText text_of(const XmlNode* node) {
    if (node == nullptr) {
        return {};
    }
    const XmlNode* text = node->child("text");
    const XmlNode& inside = text != nullptr ? *text : *node;
    BankText result{text != nullptr || node->children.size() <= 1 ? inside.words() : std::string(), TextFormat::html, node->line, {}};
    if (!inside.children.empty()) {
        result.line = inside.children.front().line;
    }
    std::string_view format = node->attribute("format");
    result.format = format == "markdown"             ? TextFormat::markdown
                    : format == "plain_text"         ? TextFormat::plain
                    : format == "moodle_auto_format" ? TextFormat::moodle
                    : format.empty()                 ? TextFormat::moodle
                                                     : TextFormat::html;
    result.picture = [node](const std::string& address) -> std::optional<std::string> {
        constexpr std::string_view place = "@@PLUGINFILE@@";
        if (!address.starts_with(place)) {
            return std::nullopt;
        }
        std::string wanted = percent_decoded(std::string_view(address).substr(place.size()));
        wanted.erase(std::min(wanted.find('?'), wanted.size()));
        for (const XmlNode* file : node->all("file")) {
            std::string_view folder = file->attribute("path").empty() ? std::string_view("/") : file->attribute("path");
            if (std::string(folder) + std::string(file->attribute("name")) == wanted) {
                return from_base64(file->words());
            }
        }
        return std::nullopt;
    };
    return result;
}

bool has_text(const XmlNode* node) {
    return node != nullptr && !trim(text_of(node).text).empty();
}

bool has_text(const XmlNode& node) {
    return has_text(&node);
}

double fraction_of(const XmlNode& answer) {
    double percent = machine_number(answer.attribute("fraction")).value_or(0);
    return std::round(std::clamp(percent, -100.0, 100.0) * 1e5) / 1e7;  // 33.33333 is 0.3333333 and no more
}

// `&#126;` and `&#x7E;`, or 0.
char32_t numbered_character(std::string_view reference) {
    if (!reference.starts_with("&#")) {
        return 0;
    }
    reference.remove_prefix(2);
    bool hexadecimal = reference.starts_with('x') || reference.starts_with('X');
    reference.remove_prefix(hexadecimal ? 1 : 0);
    std::uint32_t number = 0;
    auto [end, error] = std::from_chars(reference.data(), reference.data() + reference.size(), number, hexadecimal ? 16 : 10);
    bool whole = error == std::errc() && end == reference.data() + reference.size();
    bool character = number >= 0x20 && number <= 0x10FFFF && (number < 0xD800 || number > 0xDFFF);
    return whole && character ? number : 0;
}

std::string decoded(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> names = {
        {{"&nbsp", " "}, {"&lt", "<"}, {"&gt", ">"}, {"&quot", "\""}, {"&apos", "'"}, {"&amp", "&"}}};
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        constexpr std::size_t longest = 12;
        std::size_t end = text[at] == '&' ? text.substr(0, at + longest).find(';', at) : std::string_view::npos;
        std::string_view reference = end != std::string_view::npos ? text.substr(at, end - at) : std::string_view();
        const auto* named = std::find_if(names.begin(), names.end(), [&](const auto& row) { return row.first == reference; });
        char32_t character = numbered_character(reference);
        if (named == names.end() && character == 0) {
            result += text[at];
            continue;
        }
        named != names.end() ? void(result += named->second) : append_utf8(result, character);
        at = end;
    }
    return result;
}

std::string plain_words(const BankText& text) {
    if (text.format == TextFormat::plain || text.text.find_first_of("<&") == std::string::npos) {
        return collapse_spaces(text.text);
    }
    std::string result;
    for (std::size_t at = 0; at < text.text.size(); ++at) {
        bool tag = text.text[at] == '<' && at + 1 < text.text.size() &&
                   (std::isalpha(static_cast<unsigned char>(text.text[at + 1])) != 0 || text.text[at + 1] == '/');
        std::size_t end = tag ? text.text.find('>', at) : std::string::npos;
        if (end != std::string::npos) {
            result += ' ';
            at = end;
        } else {
            result += text.text[at];
        }
    }
    return collapse_spaces(decoded(result));
}

Accepted accepted_words(BankReader& reader, const std::string& text, std::uint32_t line) {
    std::string words = text;
    if (text.find('*') != std::string::npos && text.find("\\*") == std::string::npos) {
        reader.not_kept(line, "`*` in `" + text + "` stands for any letters in Moodle; here it is only itself",
                        "write each answer out that is right");
    }
    words = without_wildcard_escapes(words);
    Place place = reader.place_of_line(line);
    Accepted row = accepted_from(reader.prose(), {reader.prose().made.emplace_back(std::move(words)), line, place.column});
    row.place = place;
    return row;
}

std::optional<Accepted> accepted_number(BankReader& reader, const std::string& text, const std::string& tolerance, std::uint32_t line) {
    std::optional<double> margin = machine_number(tolerance);
    bool exact = trim(tolerance).empty() || (margin && *margin == 0);
    std::optional<GiftNumber> number = read_gift_number(exact ? text : text + ":" + tolerance, reader.request.language);
    if (!number) {
        reader.report(Mistake::bad_number, line, "`" + text + "` is no number", "write the accepted numbers in the chapter: `= 3.14`");
        return std::nullopt;
    }
    Accepted row;
    row.text = std::move(number->text);
    row.number = number->range;
    row.place = reader.place_of_line(line);
    return row;
}

bool is_any_other(BankReader& reader, const std::string& text, const XmlNode& answer, bool has_feedback) {
    if (text != "*") {
        return false;
    }
    if (has_feedback) {
        reader.not_kept(answer.line, "feedback on any other answer is left out",
                        "write it in the chapter as feedback of the whole question");
    }
    return true;
}

}  // namespace hornbook::moodle
