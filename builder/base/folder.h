// Folder: reads regular files inside one folder and nothing outside it, whatever the path says.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hornbook {

// Why a file was not read. All but `unreadable` are the author's mistakes.
enum class Refusal { outside, missing, not_a_file, too_big, unreadable };

struct ReadFile {
    std::string bytes;
    std::optional<Refusal> refusal;  // set: bytes is empty
    explicit operator bool() const {
        return !refusal;
    }
};

class Folder {
public:
    explicit Folder(std::string path);  // throws Trouble when it is no readable folder

    const std::string& path() const {
        return path_;
    }  // as given
    // `name` is relative, '/' between names. Symbolic links are followed only while they stay inside the folder; the checks
    // are made on the open descriptor, so a FIFO or a device never blocks.
    ReadFile read(std::string_view name, std::size_t most_bytes) const;
    // Whether there is something of that name; what it is, read() judges, so that nothing is passed over in silence.
    bool has(std::string_view name) const;
    std::vector<std::string> list(std::string_view folder, std::string_view suffix) const;  // names, sorted by bytes

private:
    std::string path_;
    std::string real_path_;
};

}  // namespace hornbook
