#include "reading/pictures.h"

#include <algorithm>
#include <charconv>

#include "base/base64.h"
#include "base/hash.h"
#include "base/text.h"
#include "model/limits.h"
#include "model/mistakes.h"
#include "model/walk.h"
#include "reading/text_file.h"

namespace hornbook {
namespace {

constexpr std::string_view data_scheme =
    "\x02"
    "data:";

std::string_view data_at(std::string_view address, std::string_view text) {
    address.remove_prefix(data_scheme.size());
    std::size_t offset = 0;
    std::size_t size = 0;
    const char* end = address.data() + address.size();
    const char* colon = std::from_chars(address.data(), end, offset).ptr;
    std::from_chars(colon + 1, end, size);
    return text.substr(std::min(offset, text.size()), size);
}

class PictureLoader {
public:
    PictureLoader(Reading& reading, const Folder& folder, bool with_bytes, const Sources& sources, Diagnostics& diagnostics)
        : reading_(reading), folder_(folder), with_bytes_(with_bytes), sources_(sources), diagnostics_(diagnostics) {}

    // The index of the picture, or no_index where it could not be read, which is reported.
    std::size_t load(std::string_view base, const std::string& written, Place place) {
        if (written.starts_with(data_scheme)) {
            auto [row, is_new] = known_.try_emplace(written + ":" + std::to_string(place.file), no_index);
            std::size_t found = is_new ? load_data(data_at(written, sources_[place.file].text), place) : row->second;
            return row->second = found;
        }
        if (starts_with_ascii_case(written, "data:image/")) {
            return load_data(written, place);
        }
        if (written.find("://") != std::string::npos || written.starts_with("//") || starts_with_ascii_case(written, "data:")) {
            diagnostics_.add(Mistake::remote_picture, place, "this picture lies outside the book, at `" + written.substr(0, 80) + "`",
                             "save it in images/ and name it as `../images/…`");
            return no_index;
        }
        if (trim(written).empty()) {
            diagnostics_.add(Mistake::missing_file, place, "this picture names no file",
                             "write where it lies: `![what it shows](../images/….png)`");
            return no_index;
        }
        std::string path = folder_.spelling_of(path_within(base, written.substr(0, written.find_first_of("?#"))));
        if (path.empty() || path == base) {
            diagnostics_.add(Mistake::not_a_file, place, "`" + written + "` is not a file", "name a file, not a folder or a device");
            return no_index;
        }
        auto [row, is_new] = known_.try_emplace(path, no_index);
        if (!is_new) {
            return row->second;
        }
        if (std::string better = meant_by(base, path); !better.empty()) {
            diagnostics_.add(Mistake::missing_file, place, "there is no file `" + path + "`", "write `" + better + "`");
            return no_index;
        }
        bool is_looked_for = !with_bytes_ && folder_.has(path);
        std::optional<std::string> bytes =
            is_looked_for ? std::string() : read_author_file(folder_, path, limits::picture_bytes, place, diagnostics_);
        if (bytes) {
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
    // The index of a picture in a `data:` URL (RFC 2397), such as Google Docs writes: `data:image/png;base64,…`.
    std::size_t load_data(std::string_view data, Place place) {
        std::string name = "data-" + sha256_hex(data).substr(0, 16);
        auto [row, is_new] = known_.try_emplace(name, no_index);
        if (!is_new) {
            return row->second;
        }
        std::size_t comma = std::min(data.find(','), data.size());
        bool coded = fold_case(data.substr(0, comma)).ends_with(";base64");
        std::string_view body = data.substr(std::min(comma + 1, data.size()));
        std::optional<std::string> bytes = coded ? from_base64(percent_decoded(body)) : percent_decoded(body);
        if (!bytes || bytes->empty()) {
            diagnostics_.add(Mistake::broken_picture, place, "the picture that is written here as `data:` is incomplete",
                             "save it in images/ and name it as `../images/…`");
            return no_index;
        }
        row->second = reading_.book.pictures.size();
        Picture picture;
        picture.source = std::move(name);
        picture.bytes = std::move(*bytes);
        picture.place = place;
        reading_.book.pictures.push_back(std::move(picture));
        return row->second;
    }

    // The path from `base` of the file in images/ that was meant, where the picture is missing and one of its name is there; else empty.
    std::string meant_by(std::string_view base, const std::string& path) {
        if (folder_.has(path)) {
            return {};
        }
        if (!names_) {
            names_.emplace();
            Listing listing = folder_.list_all("images");
            for (std::string& name : listing.names) {
                names_->try_emplace(last_name(name), std::move(name));
            }
        }
        std::string name = last_name(path);
        auto found = names_->find(name);
        if (found == names_->end()) {  // the same picture in another format
            std::string stem = name.substr(0, name.rfind('.')) + ".";
            auto near = names_->lower_bound(stem);
            bool fits = near != names_->end() && near->first.starts_with(stem) && near->first.find('.', stem.size()) == std::string::npos;
            found = fits ? near : found;
        }
        std::string up = base.empty() ? "" : "../";
        for (char c : base) {
            up += c == '/' ? "../" : "";
        }
        return found == names_->end() ? "" : up + "images/" + found->second;
    }

    // The last name of a path, folded, since other machines do not tell capitals in file names; Windows writes `images\a.png`.
    static std::string last_name(std::string_view path) {
        return fold_case(path.substr(std::min(path.find_last_of("/\\") + 1, path.size())));
    }

    std::optional<std::map<std::string, std::string>> names_;  // files of images/ by last_name(), listed when the first picture is missing
    Reading& reading_;
    const Folder& folder_;
    const bool with_bytes_;
    const Sources& sources_;
    Diagnostics& diagnostics_;
    std::map<std::string, std::size_t> known_;
};

}  // namespace

std::string data_address(std::size_t offset, std::size_t size) {
    return std::string(data_scheme) + std::to_string(offset) + ":" + std::to_string(size);
}

void load_pictures(Reading& reading, const Folder& folder, bool with_bytes, const Sources& sources, Diagnostics& diagnostics) {
    PictureLoader loader(reading, folder, with_bytes, sources, diagnostics);
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
            if (image->picture != no_index && starts_with_ascii_case(image->destination, "data:")) {
                image->destination = reading.book.pictures[image->picture].source;  // its bytes are kept once
            }
        }
    });
}

}  // namespace hornbook
