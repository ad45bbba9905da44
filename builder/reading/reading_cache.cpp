#include "reading/reading_cache.h"

namespace hornbook {

std::shared_ptr<const ReadChapter> ReadingCache::last(const std::string& name) const {
    std::lock_guard lock(mutex_);
    auto row = chapters_.find(name);
    return row != chapters_.end() ? row->second : nullptr;
}

std::shared_ptr<const ReadChapter> ReadingCache::find(const std::string& name, const ChapterSource& source) const {
    std::shared_ptr<const ReadChapter> known = last(name);
    return known && known->source == source ? known : nullptr;
}

void ReadingCache::keep(const std::string& name, ReadChapter read) {
    auto kept = std::make_shared<const ReadChapter>(std::move(read));
    std::lock_guard lock(mutex_);
    chapters_[name] = std::move(kept);
}

}  // namespace hornbook
