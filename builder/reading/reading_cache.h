// Reading cache: chapters as they were read last, so that of a book that is read again only what has changed is read anew.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "model/book.h"
#include "model/diagnostics.h"

namespace hornbook {

// What reading a chapter depends on, besides the program.
struct ChapterSource {
    std::string book;        // a hash of what all chapters depend on: book.toml, the glossary's labels, the names of chapters
    std::uint32_t file = 0;  // index in Sources, which Places hold
    std::string text;
    bool operator==(const ChapterSource&) const = default;
};

struct CachedChapter {
    ChapterSource source;
    Chapter chapter;
    Diagnostics diagnostics;
};

// Thread-safe. Holds each chapter of a book once, by its name.
class ReadingCache {
public:
    // The chapter as it was read; null where it was not, or of another source.
    std::shared_ptr<const CachedChapter> find(const std::string& name, const ChapterSource& source) const;
    std::shared_ptr<const CachedChapter> last(const std::string& name) const;  // of whatever source
    void keep(const std::string& name, CachedChapter read);

private:
    mutable std::mutex mutex_;
    std::map<std::string, std::shared_ptr<const CachedChapter>, std::less<>> chapters_;
};

}  // namespace hornbook
