// A package of QTI: a zip file; or its files one after another, each below a line `=== NAME`, which is what libFuzzer can change.
#include <map>

#include "bank.h"
#include "base/text.h"
#include "packaging/unpack.h"

namespace {

std::map<std::string, std::string> files_in(std::string_view bytes) {
    std::map<std::string, std::string> files;
    std::string* file = nullptr;
    for (std::string_view line : hornbook::split(bytes, '\n')) {
        if (line.starts_with("=== ")) {
            file = &files[std::string(line.substr(4))];
        } else if (file != nullptr) {
            file->append(line) += '\n';
        }
    }
    return files;
}

}  // namespace

void hornbook::fuzz(std::string_view bytes) {
    std::map<std::string, std::string> files = bytes.starts_with("PK") ? unpack_archive(bytes).files : files_in(bytes);
    auto manifest = files.find("imsmanifest.xml");
    if (manifest != files.end()) {
        import_bank("qti", manifest->second, [&](const std::string& name) {
            auto file = files.find(name);
            return file != files.end() ? std::optional(file->second) : std::nullopt;
        });
    }
}
