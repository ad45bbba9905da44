// Texts, files and accepted answers in Moodle's questions.
#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>

#include "base/base64.h"
#include "base/entities.h"
#include "base/text.h"
#include "formats/moodle/names.h"
#include "formats/moodle/read_moodle.h"
#include "formats/numbers.h"
#include "formats/wildcards.h"
#include "model/mistakes.h"
#include "reading/questions/answer_forms.h"

namespace hornbook::moodle {

BankText text_in(const XmlNode* node) {
    if (node == nullptr) {
        return {};
    }
    const XmlNode* text = node->child("text");
    const XmlNode& inside = text != nullptr ? *text : *node;
    BankText result{text != nullptr || node->children.size() <= 1 ? inside.words() : std::string(), TextFormat::html, inside.place, {}};
    std::string_view format = node->attribute("format");
    result.format = format == "markdown"             ? TextFormat::markdown
                    : format == "plain_text"         ? TextFormat::plain
                    : format == "moodle_auto_format" ? TextFormat::moodle
                    : format.empty()                 ? TextFormat::moodle
                                                     : TextFormat::html;
    result.picture = [node](const std::string& address) -> std::optional<std::string> {
        if (!address.starts_with(moodle_name::place_of_files)) {
            return std::nullopt;
        }
        std::string wanted = percent_decoded(std::string_view(address).substr(moodle_name::place_of_files.size()));
        wanted.erase(std::min(wanted.find('?'), wanted.size()));
        for (const XmlNode* file : node->all("file")) {
            std::string_view folder = file->attribute("path").empty() ? std::string_view("/") : file->attribute("path");
            if (wanted.starts_with(folder) && std::string_view(wanted).substr(folder.size()) == file->attribute("name")) {
                return from_base64(file->words());
            }
        }
        return std::nullopt;
    };
    return result;
}

bool has_text(const XmlNode* node) {
    return node != nullptr && !trim(text_in(node).text).empty();
}

bool has_text(const XmlNode& node) {
    return has_text(&node);
}

double fraction_of(const XmlNode& answer) {
    double percent = machine_number(answer.attribute("fraction")).value_or(0);
    return std::round(std::clamp(percent, -100.0, 100.0) * 1e5) / 1e7;  // 33.33333 is 0.3333333 and no more
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
    return collapse_spaces(without_references(result));
}

// The words that pupils type. Moodle compares them sign by sign; other programs write them as HTML in paragraphs.
std::string typed_words(const BankText& text) {
    std::string words = collapse_spaces(text.text);
    bool in_paragraph = words.starts_with("<p") && words.ends_with("</p>");
    return text.format == TextFormat::moodle && !in_paragraph ? words : plain_words(text);
}

Accepted accepted_words(BankReader& reader, const std::string& text, XmlPlace place) {
    std::string words = text;
    if (text.find('*') != std::string::npos && text.find("\\*") == std::string::npos) {
        reader.not_kept(place, "`*` in `" + text + "` stands for any letters in Moodle; here it is only itself",
                        "write each answer out that is right");
    }
    words = unescape_wildcards(words);
    Place there = reader.place_of(place);
    Accepted row = accepted_from(reader.prose(), {reader.prose().scratch.made.emplace_back(std::move(words)), there.line, there.column});
    row.place = there;
    return row;
}

std::optional<Accepted> accepted_number(BankReader& reader, const std::string& text, const std::string& tolerance, XmlPlace place) {
    std::optional<double> margin = machine_number(tolerance);
    bool exact = trim(tolerance).empty() || (margin && *margin == 0);
    std::optional<AnswerNumber> number = read_answer_number(exact ? text : text + ":" + tolerance, reader.request.language);
    if (!number) {
        reader.report(Mistake::bad_number, place, "`" + text + "` is not a number", "write the accepted numbers in the chapter: `= 3.14`");
        return std::nullopt;
    }
    Accepted row;
    row.text = std::move(number->text);
    row.number = number->range;
    row.place = reader.place_of(place);
    return row;
}

bool is_any_other(BankReader& reader, const std::string& text, const XmlNode& answer, bool has_feedback) {
    if (text != "*") {
        return false;
    }
    if (has_feedback) {
        reader.not_kept(answer.place, "feedback on any other answer is left out",
                        "write it in the chapter as feedback of the whole question");
    }
    return true;
}

UnknownType unknown_type(std::string_view type) {
    struct UnreadType {
        std::string_view type;
        std::string_view why;
        std::string_view hint;
    };
    constexpr std::string_view numbers = "a question whose numbers are drawn by chance cannot be written in a chapter";
    constexpr std::string_view numbers_hint = "write it in the chapter with numbers of your own: `= 42 ± 1`";
    constexpr std::string_view dragging = "a question that is answered by dragging on a picture cannot be written in a chapter";
    constexpr std::string_view dragging_hint = "write letters into the picture and ask for pairs in the chapter: `- A -> the heart`";
    constexpr std::array<UnreadType, 9> rows = {
        {{"calculated", numbers, numbers_hint},
         {"calculatedsimple", numbers, numbers_hint},
         {"calculatedmulti", numbers, numbers_hint},
         {"ddimageortext", dragging, dragging_hint},
         {"ddmarker", dragging, dragging_hint},
         {"random", "a question that is drawn from others by chance cannot be written in a chapter", "choose some for the chapter"},
         {"randomsamatch", "a question made of others by chance cannot be written in a chapter",
          "write the pairs in the chapter: `- left -> right`"},
         {"stack", "a question that a program for algebra marks cannot be written in a chapter",
          "ask for the result in the chapter: `= x^2`"},
         {"coderunner", "a question whose answer is a program cannot be written in a chapter",
          "leave room to write in the chapter: `____ lines=12`"}}};
    const auto* row = std::find_if(rows.begin(), rows.end(), [&](const UnreadType& each) { return each.type == type; });
    if (row == rows.end()) {
        return {"questions of the type `" + std::string(type) + "` are not known here", "write it anew in the chapter"};
    }
    return {std::string(row->why) + " (`" + std::string(type) + "`)", std::string(row->hint)};
}

}  // namespace hornbook::moodle
