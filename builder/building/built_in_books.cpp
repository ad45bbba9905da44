#include "building/built_in_books.h"

#include "base/built_in.h"

namespace hornbook {

std::shared_ptr<const Overlay> built_in_book(std::string_view name) {
    auto book = std::make_shared<Overlay>();
    std::string prefix = std::string(name) + "/";
    for (const BuiltInFile& file : built_in_files()) {
        if (file.name.starts_with(prefix)) {
            book->files.emplace(file.name.substr(prefix.size()), file.bytes);
        }
    }
    return book;
}

}  // namespace hornbook
