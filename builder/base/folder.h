// Folder: reads regular files inside one folder and nothing outside it, whatever the path says. What the machine refuses is Trouble, so
// that a file that exists is never taken for absent.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hornbook {

// Why a file was not read: the author's mistakes.
enum class Refusal { outside, missing, not_a_file, too_big };

struct ReadFile {
    std::string bytes;
    std::optional<Refusal> refusal;  // where set, bytes is empty
    explicit operator bool() const {
        return !refusal;
    }
};

struct Listing {
    enum class Why { outside, link_to_folder, link_to_nothing, too_deep };
    struct Gap {           // a folder that was not listed
        std::string path;  // inside the Folder: "chapters/part1"
        Why why;
    };
    std::vector<std::string> names;    // of files, relative to the folder that was listed: "part1/rain.md"; sorted by bytes
    std::vector<std::string> folders;  // that were listed, as paths inside the Folder; sorted by bytes
    std::vector<Gap> gaps;             // sorted by path
};

// What lies over the files on disk, by paths inside the Folder: texts that were typed and not saved, and disks that give up.
struct Overlay {
    std::map<std::string, std::string, std::less<>> files;  // read and listed as if the disk had them
    std::map<std::string, int, std::less<>> failing;        // reading them is Trouble, with a value of errno
};

class Folder {
public:
    // Throws Trouble where it is not a folder. over: null where the disk alone counts.
    explicit Folder(std::string path, std::shared_ptr<const Overlay> over = nullptr);

    const std::string& path() const {
        return path_;
    }  // as it was given
    // The bytes of the file `name` (relative, '/' between names), or why they are refused: too_big is more than `most_bytes`. Symbolic
    // links are followed only while they stay inside the folder; the checks are made on the open descriptor, so a FIFO or a device never
    // blocks.
    ReadFile read(std::string_view name, std::size_t most_bytes) const;
    // Whether anything has that name, a device or a link to nothing included: read() says what is wrong with it.
    bool has(std::string_view name) const;
    // The name as it is spelled on disk, where an accent may be written as a character of its own (NFD, as Macs pack it) or not (NFC);
    // `name` itself when there is nothing of that name.
    std::string spelling_of(std::string_view name) const;
    std::vector<std::string> list(std::string_view folder, std::string_view suffix) const;  // names, sorted by bytes
    Listing list_all(std::string_view folder) const;  // the same of all files, those in subfolders included
    // The reason why nothing inside `folder` can be read though something of that name is there; none: it can, or nothing is there.
    std::optional<Listing::Why> why_closed(std::string_view folder) const;

private:
    std::string shown(std::string_view name) const;  // the path for a message
    std::string real_path_of(std::string_view name) const;
    bool is_on_disk(std::string_view name) const;
    bool lies_over(std::string_view name) const;
    std::vector<std::string> lying_over(std::string_view folder) const;

    std::string path_;
    std::string real_path_;
    std::shared_ptr<const Overlay> over_;
};

// The path inside the Folder of one that an author wrote in a file of its subfolder `base`: percent-encoding decoded, "." and ".."
// resolved. A path that climbs out keeps its "..", which Folder refuses.
std::string path_within(std::string_view base, std::string_view written);

// The folder part of `path`, without the '/' at its end; empty for a lone name.
std::string_view folder_of(std::string_view path);

}  // namespace hornbook
