#include "reading/banks/bank.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/mistakes.h"
#include "base/numbering.h"
#include "base/text.h"
#include "model/plain_text.h"
#include "reading/banks/bank_reader.h"
#include "reading/text_file.h"

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

// Its manifest looks like one of QTI 2.1, but its quizzes are QTI 1.2.
bool is_cartridge(std::string_view text) {
    return root_of(text) == "manifest" && text.find("Common Cartridge") != std::string_view::npos;
}

bool is_qti(std::string_view text) {
    constexpr std::array<std::string_view, 5> roots = {"manifest", "assessmentItem", "assessmentTest", "qti-assessment-item",
                                                       "qti-assessment-test"};
    return std::find(roots.begin(), roots.end(), root_of(text)) != roots.end() && !is_cartridge(text);
}

bool has_line(std::string_view text, bool (*is)(std::string_view line)) {
    std::vector<std::string_view> lines = split(text, '\n');
    return std::any_of(lines.begin(), lines.end(), [&](std::string_view line) { return is(trim(line)); });
}

bool is_aiken(std::string_view text) {
    return has_line(text,
                    [](std::string_view line) { return starts_with_ascii_case(line, "answer:") && trim(line.substr(7)).size() == 1; });
}

bool is_gift(std::string_view text) {
    std::size_t open = text.find('{');
    return root_of(text).empty() && open != std::string_view::npos && text.find('}', open) != std::string_view::npos;
}

struct BankFormat {
    std::string_view name;
    bool (*is)(std::string_view text);
    bool (*read)(BankReader& reader);
};
constexpr std::array<BankFormat, 4> formats = {{{"moodle-xml", is_moodle_xml, read_moodle_xml},
                                                {"qti", is_qti, read_qti},
                                                {"aiken", is_aiken, read_aiken_bank},
                                                {"gift", is_gift, read_gift_bank}}};

std::string hint_for(std::string_view text) {
    std::string_view root = root_of(text);
    if (root == "questestinterop") {
        return "this is QTI 1.2; export it as QTI 2.1";
    }
    if (is_cartridge(text)) {
        return "this is a Common Cartridge, whose quizzes are QTI 1.2; export the questions as QTI 2.1 or Moodle XML";
    }
    return "GIFT, Aiken, Moodle XML and QTI 2.1 are known; `--from` says which of them it is";
}

}  // namespace

std::vector<std::string_view> bank_formats() {
    std::vector<std::string_view> names;
    for (const BankFormat& format : formats) {
        names.push_back(format.name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::optional<Bank> read_bank(BankRequest request, Sources& sources, Diagnostics& diagnostics) {
    BankReader reader(request, sources, diagnostics);
    reader.begin_file(add_text_file(sources, request.path, std::move(request.bytes), diagnostics));
    std::string_view text = reader.source().text;
    const auto* format = std::find_if(formats.begin(), formats.end(), [&](const BankFormat& row) {
        return request.format.empty() ? row.is(text) : row.name == request.format;
    });
    if (format == formats.end()) {
        diagnostics.add(Mistake::bad_bank, {reader.prose().file, 0, 0, 0}, "this file is no bank of questions that is known here",
                        hint_for(text));
        return std::nullopt;
    }
    if (!format->read(reader)) {
        return std::nullopt;
    }
    Chapter& chapter = reader.bank.chapter;
    if (chapter.title.empty()) {
        chapter.title.push_back({Text{std::string(request.title)}, {}});
    }
    give_ids(chapter);
    return std::move(reader.bank);
}

void give_ids(Chapter& chapter) {
    std::set<std::string> taken;
    std::set<std::string> questions;
    Numbering numbering;
    for (Quiz& quiz : chapter.quizzes) {
        for (Question& question : quiz.questions) {
            std::string words = ascii_slug(plain_text(question.text), "q");
            bool repeated = !questions.insert(words).second;
            std::string own = !question.id.empty() ? question.id : question.name.value_or("");
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
