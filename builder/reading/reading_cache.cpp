#include "reading/reading_cache.h"

namespace hornbook {

std::shared_ptr<const Source> ReadingCache::find_text(const std::string& path, std::string_view bytes) const {
    std::lock_guard lock(mutex_);
    auto row = texts_.find(path);
    return row != texts_.end() && row->second->text == bytes ? row->second : nullptr;
}

void ReadingCache::keep_text(std::shared_ptr<const Source> text) {
    std::lock_guard lock(mutex_);
    texts_[text->path] = std::move(text);
}

std::shared_ptr<const CachedChapter> ReadingCache::last(const std::string& name) const {
    std::lock_guard lock(mutex_);
    auto row = chapters_.find(name);
    return row != chapters_.end() ? row->second : nullptr;
}

std::shared_ptr<const CachedChapter> ReadingCache::find(const std::string& name, const ChapterSource& source) const {
    std::shared_ptr<const CachedChapter> known = last(name);
    return known && known->source == source ? known : nullptr;
}

void ReadingCache::keep(const std::string& name, CachedChapter read) {
    auto kept = std::make_shared<const CachedChapter>(std::move(read));
    std::lock_guard lock(mutex_);
    chapters_[name] = std::move(kept);
}

}  // namespace hornbook
