#include "building/starter.h"

#include "building/built_in_books.h"

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
    std::map<std::string, std::string, std::less<>> files = built_in_book("init")->files;
    std::string& settings = files["book.toml"];
    if (!title.empty()) {
        set_key(settings, "title", title);
    }
    if (!language.empty()) {
        set_key(settings, "language", language);
    }
    return {files.begin(), files.end()};
}

}  // namespace hornbook
