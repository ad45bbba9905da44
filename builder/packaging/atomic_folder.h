// Atomic folder: files appear in a folder all at once or not at all; files of somebody else's in it stay.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace hornbook {

struct FolderEntry {
    std::string_view name;  // '/' between the names of folders within it
    std::string_view bytes;
};

// Report on the files that were in the folder before.
struct Replaced {
    std::vector<std::string> gone;     // made by an earlier writing and not by this one
    std::vector<std::string> changed;  // the same, but somebody has changed them since, so they stay
    std::vector<std::string> remains;  // paths beside the folder: of a run that was killed, with something in them that is not Hornbook's
};

// Writes a folder. It has a list of the files that Hornbook made, `hornbook-files.txt`; only those are ever replaced. Throws Trouble, and
// then the old folder is as it was. Remains of a run that was killed are put back or removed first.
Replaced write_folder(const std::string& path, const std::vector<FolderEntry>& entries);

// Writer of a folder file by file, for what does not fit into memory. Without finish() it leaves nothing behind.
class NewFolder {
public:
    explicit NewFolder(const std::string& path);  // throws Trouble when it could not be written there
    NewFolder(const NewFolder&) = delete;
    NewFolder& operator=(const NewFolder&) = delete;
    ~NewFolder();

    void add(const FolderEntry& entry);  // by one thread at a time
    Replaced finish();

private:
    class Writer;
    std::unique_ptr<Writer> writer_;
};

}  // namespace hornbook
