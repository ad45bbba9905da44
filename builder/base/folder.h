// Folder: reads regular files inside one folder and nothing outside it, whatever the path says. What the machine refuses is Trouble, so
// that nothing is taken for absent that is there.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hornbook {

// Why a file was not read: the author's mistakes.
enum class Refusal { outside, missing, not_a_file, too_big };

struct ReadFile {
    std::string bytes;
    std::optional<Refusal> refusal;  // set: bytes is empty
    explicit operator bool() const {
        return !refusal;
    }
};

struct Listing {
    enum class Why { outside, link_to_folder, link_to_nothing, too_deep };
    struct Gap {           // a folder that was not looked into
        std::string path;  // inside the Folder: "chapters/part1"
        Why why;
    };
    std::vector<std::string> names;    // below the folder that was listed, as "part1/rain.md", sorted by bytes
    std::vector<std::string> folders;  // that were looked into, inside the Folder: what is new is new in one of them; sorted by bytes
    std::vector<Gap> gaps;             // sorted by path
};

class Folder {
public:
    explicit Folder(std::string path);  // throws Trouble when it is no folder

    const std::string& path() const {
        return path_;
    }  // as given
    // `name` is relative, '/' between names. Symbolic links are followed only while they stay inside the folder; the checks
    // are made on the open descriptor, so a FIFO or a device never blocks.
    ReadFile read(std::string_view name, std::size_t most_bytes) const;
    // Whether there is something of that name; what it is, read() judges, so that nothing is passed over in silence.
    bool has(std::string_view name) const;
    // The name as it is spelled on disk, where an accent may be written as a character of its own (NFD, as Macs pack it) or not (NFC);
    // `name` itself when there is nothing of that name.
    std::string spelling_of(std::string_view name) const;
    std::vector<std::string> list(std::string_view folder, std::string_view suffix) const;  // names, sorted by bytes
    Listing list_all(std::string_view folder) const;                                        // with what lies in folders below
    // Why nothing inside `folder` can be read, though something of that name is there.
    std::optional<Listing::Why> why_closed(std::string_view folder) const;

private:
    std::string shown(std::string_view name) const;  // for a message
    std::string real_path_of(std::string_view name) const;

    std::string path_;
    std::string real_path_;
};

// A path that somebody wrote in a file of the folder `base`, as a path inside the Folder: percent signs decoded, "." and ".."
// resolved. Climbing out keeps its "..", which Folder refuses.
std::string path_within(std::string_view base, std::string_view written);

// The folder that holds the file `path`, without its last '/'.
std::string_view folder_of(std::string_view path);

}  // namespace hornbook
