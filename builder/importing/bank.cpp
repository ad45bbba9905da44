#include "importing/bank.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "formats/aiken/aiken.h"
#include "formats/bank_reader.h"
#include "formats/cartridge/cartridge.h"
#include "formats/gift/gift.h"
#include "formats/moodle/moodle.h"
#include "formats/qti/qti.h"
#include "importing/give_ids.h"
#include "model/mistakes.h"

namespace hornbook {
namespace {

// Reads QTI of any version, since packages of QTI may hold documents of QTI 1.2, as cartridges do.
bool read_qti_of_any_version(BankReader& reader) {
    return read_qti(reader, read_assessments);
}

struct BankFormat {
    std::string_view name;
    bool (*is)(std::string_view text);
    bool (*read)(BankReader& reader);
};
constexpr std::array<BankFormat, 4> known_bank_formats = {{{"moodle-xml", is_moodle_xml, read_moodle_xml},
                                                           {"qti", is_qti, read_qti_of_any_version},
                                                           {"aiken", is_aiken_bank, read_aiken_bank},
                                                           {"gift", is_gift_bank, read_gift_bank}}};

// Whether most lines have columns, as in exports of Quizlet or a spreadsheet.
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
    return {"this file is not a question bank in a format that Hornbook reads",
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

}  // namespace hornbook
