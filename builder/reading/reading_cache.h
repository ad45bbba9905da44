// Reading cache: chapters as they were read last, so that of a book that is read again only what has changed is read anew.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "base/sources.h"
#include "model/book.h"
#include "model/diagnostics.h"

namespace hornbook {

// What reading a chapter depends on, besides the program.
struct ChapterSource {
    std::string book;        // a hash of what all chapters depend on: book.toml, the glossary's labels, the names of chapters
    std::uint32_t file = 0;  // index in Sources, which Places hold
    std::shared_ptr<const Source> text;
    bool operator==(const ChapterSource&) const = default;
};

struct CachedChapter {
    ChapterSource source;
    Chapter chapter;
    Chapter outline;
    Diagnostics diagnostics;
};

// Thread-safe. Holds each text and each chapter of a book once, by its name.
class ReadingCache {
public:
    // The text as it was read; null where it was another. What add_text_file() makes of a text is accepted by it without change.
    std::shared_ptr<const Source> find_text(const std::string& path, std::string_view bytes) const;
    void keep_text(std::shared_ptr<const Source> text);

    // The chapter as it was read; null where it was not, or of another source.
    std::shared_ptr<const CachedChapter> find(const std::string& name, const ChapterSource& source) const;
    std::shared_ptr<const CachedChapter> last(const std::string& name) const;  // of whatever source
    void keep(const std::string& name, CachedChapter read);

private:
    mutable std::mutex mutex_;
    std::map<std::string, std::shared_ptr<const Source>, std::less<>> texts_;
    std::map<std::string, std::shared_ptr<const CachedChapter>, std::less<>> chapters_;
};

}  // namespace hornbook
