#include "importing/bank.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/mistakes.h"
#include "base/numbering.h"
#include "base/text.h"
#include "formats/bank_reader.h"
#include "model/plain_text.h"

namespace hornbook {
namespace {

constexpr std::size_t longest_id = 40;
constexpr std::string_view woven_prefix = "quiz-";  // of ids in banks that Hornbook made; weaving gives it again

// The name of the document's first element; empty where the text is no XML.
std::string_view root_of(std::string_view text) {
    std::size_t at = text.find('<');
    while (at != std::string_view::npos && at + 1 < text.size() && (text[at + 1] == '?' || text[at + 1] == '!')) {
        at = text.find('<', at + 1);
    }
    if (at == std::string_view::npos || !trim(text).starts_with('<')) {
        return {};
    }
    std::string_view name = text.substr(at + 1, std::min(text.find_first_of(" \t\n/>", at), text.size()) - at - 1);
    std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

bool is_moodle_xml(std::string_view text) {
    return root_of(text) == "quiz";
}

bool is_qti(std::string_view text) {
    constexpr std::array<std::string_view, 6> roots = {
        "manifest", "assessmentItem", "assessmentTest", "qti-assessment-item", "qti-assessment-test", "questestinterop"};
    return std::find(roots.begin(), roots.end(), root_of(text)) != roots.end();
}

bool has_line(std::string_view text, bool (*is)(std::string_view line)) {
    std::vector<std::string_view> lines = split(text, '\n');
    return std::any_of(lines.begin(), lines.end(), [&](std::string_view line) { return is(trim(line)); });
}

bool is_aiken(std::string_view text) {
    return has_line(text,
                    [](std::string_view line) { return starts_with_ascii_case(line, "answer:") && trim(line.substr(7)).size() == 1; });
}

// A question stands before its braces, so that a text which begins with one is data of another program (JSON).
bool is_gift(std::string_view text) {
    std::size_t open = text.find('{');
    std::string_view words = trim(text);
    bool data = words.starts_with('{') || (words.starts_with('[') && trim(words.substr(1)).starts_with('{'));
    return !data && root_of(text).empty() && open != std::string_view::npos && text.find('}', open) != std::string_view::npos;
}

struct BankFormat {
    std::string_view name;
    bool (*is)(std::string_view text);
    bool (*read)(BankReader& reader);
};
constexpr std::array<BankFormat, 4> known_bank_formats = {{{"moodle-xml", is_moodle_xml, read_moodle_xml},
                                                           {"qti", is_qti, read_qti},
                                                           {"aiken", is_aiken, read_aiken_bank},
                                                           {"gift", is_gift, read_gift_bank}}};

// Most lines have columns: what Quizlet exports, or a spreadsheet.
bool is_table(std::string_view text, char separator) {
    std::vector<std::string_view> lines = split(text, '\n');
    std::erase_if(lines, [](std::string_view line) { return trim(line).empty(); });
    auto columns = std::count_if(lines.begin(), lines.end(), [&](std::string_view line) { return line.find(separator) != line.npos; });
    return !lines.empty() && static_cast<std::size_t>(columns) * 10 >= lines.size() * 8;
}

struct UnknownBank {
    std::string message;
    std::string hint;
};
UnknownBank unknown_bank(std::string_view text) {
    std::string head = fold_case(text.substr(0, 500));
    if (head.find("kahoot") != std::string::npos || (head.find("question") != std::string::npos && is_table(text, ','))) {
        return {"this is a table of questions, such as Kahoot's, which is not read",
                "write each question in a text file as Aiken has it: its choices `A) …` and `B) …`, then `ANSWER: A`"};
    }
    if (is_table(text, '\t')) {
        return {"this is a table of terms, such as Quizlet's, which is not read",
                "a glossary does this in a book: `## term` in chapters/glossary.md, and its meaning below"};
    }
    return {"this file is no bank of questions that is known here",
            "GIFT, Aiken, Moodle XML and QTI are known; `--from` says which of them it is"};
}

}  // namespace

std::vector<std::string_view> bank_formats() {
    std::vector<std::string_view> names;
    for (const BankFormat& format : known_bank_formats) {
        names.push_back(format.name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::optional<Bank> read_bank(BankRequest request, Sources& sources, Diagnostics& diagnostics) {
    BankReader reader(request, sources, diagnostics);
    reader.begin_file(reader.add_file(request.path, std::move(request.bytes)));
    std::string_view text = reader.source().text;
    const auto* format = std::find_if(known_bank_formats.begin(), known_bank_formats.end(), [&](const BankFormat& row) {
        return request.format.empty() ? row.is(text) : row.name == request.format;
    });
    if (format == known_bank_formats.end()) {
        UnknownBank unknown = unknown_bank(text);
        diagnostics.add(Mistake::bad_bank, {reader.prose().file, 0, 0, 0}, std::move(unknown.message), std::move(unknown.hint));
        return std::nullopt;
    }
    if (!format->read(reader)) {
        return std::nullopt;
    }
    Chapter& chapter = reader.bank.chapter;
    if (chapter.title.empty()) {
        chapter.title.push_back({Text{std::string(request.title)}, {}});
    }
    reader.settle_chapter();
    give_ids(chapter, {});
    return std::move(reader.bank);
}

void give_ids(Chapter& chapter, const TakenIds& others) {
    std::set<std::string> taken = others.ids;
    taken.insert({"", others.slug});
    for (std::size_t quiz = 0; quiz < chapter.quizzes.size() && !others.slug.empty(); ++quiz) {
        taken.insert(others.slug + "-" + std::to_string(quiz + 2));  // as a second quiz is called, or a second chapter
    }
    auto own_id = [](const Question& question) { return !question.id.empty() ? question.id : question.name.value_or(""); };
    for (const Quiz& quiz : chapter.quizzes) {
        for (const Question& question : quiz.questions) {
            taken.insert(own_id(question).empty() ? others.slug + "-" + ascii_slug(plain_text(question.text), "q") : std::string());
        }
    }
    std::set<std::string> questions;
    Numbering numbering;
    for (Quiz& quiz : chapter.quizzes) {
        for (Question& question : quiz.questions) {
            std::string words = ascii_slug(plain_text(question.text), "q");
            bool repeated = !questions.insert(words).second;
            std::string own = own_id(question);
            question.name.reset();
            if (own.empty() && !repeated) {
                continue;
            }
            std::size_t end = words.size() > longest_id ? words.rfind('-', longest_id) : words.size();
            std::string base = own.empty() ? words.substr(0, std::min(end, words.size())) : ascii_slug(own, "q");
            base.erase(0, base.size() > woven_prefix.size() && base.starts_with(woven_prefix) ? woven_prefix.size() : 0);
            taken.insert(own.empty() ? base : std::string());
            question.id = numbering.next(base, [&](const std::string& id) { return taken.insert(id).second; });
        }
    }
}

}  // namespace hornbook
