#include "reading/pictures.h"

#include "base/limits.h"
#include "base/mistakes.h"
#include "base/text.h"
#include "model/walk.h"
#include "reading/text_file.h"

namespace hornbook {
namespace {

class PictureLoader {
public:
    PictureLoader(Reading& reading, const Folder& folder, Diagnostics& diagnostics)
        : reading_(reading), folder_(folder), diagnostics_(diagnostics) {}

    // Index of the picture, or no_index when it could not be read (reported).
    std::size_t load(std::string_view base, const std::string& written, Place place) {
        if (written.find("://") != std::string::npos || written.starts_with("//") || starts_with_ascii_case(written, "data:")) {
            diagnostics_.add(Mistake::remote_picture, place, "this picture lies outside the book, at `" + written.substr(0, 80) + "`",
                             "save it in images/ and name it as `../images/…`");
            return no_index;
        }
        std::string path = path_within(base, written.substr(0, written.find_first_of("?#")));
        auto [row, is_new] = known_.try_emplace(path, no_index);
        if (!is_new) {
            return row->second;
        }
        if (std::string better = meant_by(base, path); !better.empty()) {
            diagnostics_.add(Mistake::missing_file, place, "there is no file `" + path + "`", "write `" + better + "`");
            return no_index;
        }
        if (std::optional<std::string> bytes = read_author_file(folder_, path, limits::picture_bytes, place, diagnostics_)) {
            row->second = reading_.book.pictures.size();
            reading_.files.push_back(path);
            Picture picture;
            picture.source = path;
            picture.bytes = std::move(*bytes);
            picture.place = place;
            reading_.book.pictures.push_back(std::move(picture));
        }
        return row->second;
    }

private:
    // How a file of images/ is named from `base`, when the picture is missing and one of its name lies there.
    std::string meant_by(std::string_view base, const std::string& path) {
        if (folder_.has(path)) {
            return {};
        }
        if (!names_) {
            names_.emplace();
            Listing listing = folder_.list_all("images", "");
            for (std::string& name : listing.names) {
                names_->try_emplace(last_name(name), std::move(name));
            }
        }
        auto found = names_->find(last_name(path));
        std::string up = base.empty() ? "" : "../";
        for (char c : base) {
            up += c == '/' ? "../" : "";
        }
        return found == names_->end() ? "" : up + "images/" + found->second;
    }

    // Folded, since file names on other machines know no capitals; `images\a.png` is Windows'.
    static std::string last_name(std::string_view path) {
        return fold_case(path.substr(std::min(path.find_last_of("/\\") + 1, path.size())));
    }

    std::optional<std::map<std::string, std::string>> names_;  // of images/, by last_name(), once a picture is missing
    Reading& reading_;
    const Folder& folder_;
    Diagnostics& diagnostics_;
    std::map<std::string, std::size_t> known_;
};

}  // namespace

void load_pictures(Reading& reading, const Folder& folder, Diagnostics& diagnostics) {
    PictureLoader loader(reading, folder, diagnostics);
    const Metadata& metadata = reading.book.metadata;
    if (!metadata.cover.empty()) {
        reading.book.cover = loader.load("", metadata.cover, metadata.cover_place);
    }
    std::map<std::uint32_t, std::string> folders;  // of each chapter's file
    for (const Chapter& chapter : reading.book.chapters) {
        folders.emplace(chapter.source, folder_of(path_within("chapters", chapter.file)));
    }
    walk_book_inlines(reading.book, [&](Inline& node) {
        if (auto* image = std::get_if<Image>(&node.kind)) {
            auto row = folders.find(node.place.file);
            std::string_view base = row != folders.end() ? std::string_view(row->second) : "chapters";
            image->picture = loader.load(base, image->destination, node.place);
        }
    });
}

}  // namespace hornbook
