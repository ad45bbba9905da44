#include "building/starter.h"

#include "base/built_in.h"

namespace hornbook {
namespace {

// A basic string of TOML 1.0.
std::string in_quotes(const std::string& text) {
    std::string quoted = "\"";
    for (char c : text) {
        bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
        quoted += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, control ? ' ' : c);
    }
    return quoted + "\"";
}

// Gives a key at the beginning of a line another value.
void set_key(std::string& toml, const std::string& key, const std::string& value) {
    std::string beginning = key + " = ";
    std::size_t at = toml.starts_with(beginning) ? 0 : toml.find("\n" + beginning) + 1;
    std::size_t end = toml.find('\n', at);
    toml.replace(at, end - at, beginning + in_quotes(value));
}

}  // namespace

std::vector<std::pair<std::string, std::string>> starter_files(const std::string& title, const std::string& language) {
    constexpr std::string_view prefix = "init/";
    std::vector<std::pair<std::string, std::string>> files;
    for (const BuiltInFile& file : built_in_files()) {
        if (!file.name.starts_with(prefix)) {
            continue;
        }
        files.emplace_back(file.name.substr(prefix.size()), file.bytes);
        bool settings = files.back().first == "book.toml";
        if (settings && !title.empty()) {
            set_key(files.back().second, "title", title);
        }
        if (settings && !language.empty()) {
            set_key(files.back().second, "language", language);
        }
    }
    return files;
}

}  // namespace hornbook
