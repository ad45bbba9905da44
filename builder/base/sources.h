// Sources: the text of every file that was read, kept for the whole build so that diagnostics can show lines of it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/place.h"

namespace hornbook {

struct Source {
    std::string path;                        // as shown to the author: relative to the book folder, '/' between names
    std::string text;                        // valid UTF-8, LF line ends, no byte order mark
    std::vector<std::uint32_t> line_starts;  // byte offset of each line

    std::string_view line(std::uint32_t number) const;  // without its line end; empty past the end
};

class Sources {
public:
    // Returns the file's index, for Place::file. Not thread-safe: files are added before chapters are read in parallel. References to other
    // sources stay valid.
    std::uint32_t add(std::string path, std::string text);
    std::uint32_t add(std::shared_ptr<const Source> known);  // of another run
    const Source& operator[](std::uint32_t file) const {
        return *files_[file];
    }
    std::shared_ptr<const Source> shared(std::uint32_t file) const {
        return files_[file];
    }
    std::size_t size() const {
        return files_.size();
    }

private:
    std::vector<std::shared_ptr<const Source>> files_;
};

}  // namespace hornbook
