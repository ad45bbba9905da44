#include "importing/package.h"

#include <algorithm>
#include <array>

#include "base/folder.h"
#include "model/mistakes.h"
#include "packaging/unpack.h"

namespace hornbook {
namespace {

// Reports a zip file that is not a bank.
void refuse(const std::string& path, const Unpacked& package, Sources& sources, Diagnostics& diagnostics) {
    struct Other {
        std::string_view file;
        std::string_view problem;
        std::string_view hint;
    };
    constexpr std::string_view by_hand = "write its questions in a text file as GIFT or Aiken has them, or in a chapter";
    constexpr std::array<Other, 4> others = {
        {{"h5p.json", "it is content of H5P, which is not read", by_hand},
         {"xl/workbook.xml", "it is a spreadsheet, such as Kahoot's, which is not read", by_hand},
         {"word/document.xml", "it is a document of a word processor, which is not a bank of questions", by_hand},
         {"moodle_backup.xml", "it is a backup of a Moodle course", "export its question bank from Moodle as Moodle XML"}}};
    const auto* row =
        std::find_if(others.begin(), others.end(), [&](const Other& other) { return package.files.contains(std::string(other.file)); });
    bool known = package.problem.empty() && row != others.end();
    std::string problem = !package.problem.empty() ? package.problem
                          : known                  ? std::string(row->problem)
                                                   : "it is not a package of QTI: it holds no imsmanifest.xml";
    diagnostics.add(Mistake::bad_bank, {sources.add(path, ""), 0, 0, 0}, "this file cannot be read: " + problem,
                    known ? std::string(row->hint) : "export it anew from the program that made it");
}

std::optional<Bank> read_package(BankRequest request, Sources& sources, Diagnostics& diagnostics) {
    Unpacked package = unpack_archive(request.bytes);
    auto is_manifest = [](const auto& row) { return row.first == "imsmanifest.xml" || row.first.ends_with("/imsmanifest.xml"); };
    auto manifest = std::find_if(package.files.begin(), package.files.end(), is_manifest);
    if (!package.problem.empty() || manifest == package.files.end()) {
        refuse(request.path, package, sources, diagnostics);
        return std::nullopt;
    }
    std::string folder(folder_of(manifest->first));
    request.bytes = manifest->second;
    request.open = [&package, folder](const std::string& name) -> std::optional<std::string> {
        auto found = package.files.find(folder.empty() ? name : folder + "/" + name);
        return found != package.files.end() ? std::optional(found->second) : std::nullopt;
    };
    return read_bank(std::move(request), sources, diagnostics);
}

}  // namespace

std::optional<Bank> read_bank_or_package(BankRequest request, Sources& sources, Diagnostics& diagnostics) {
    return request.bytes.starts_with("PK") ? read_package(std::move(request), sources, diagnostics)
                                           : read_bank(std::move(request), sources, diagnostics);
}

}  // namespace hornbook
