#include "packaging/unpack.h"

#include <zip.h>

#include <memory>

#include "base/limits.h"
#include "base/text.h"

namespace hornbook {
namespace {

constexpr std::size_t most_files = 20'000;
constexpr std::size_t most_bytes = 4 * limits::unpacked_bytes;  // of all files together

struct Archive {
    zip_t* zip = nullptr;

    explicit Archive(std::string_view bytes) {
        zip_error_t error;
        zip_error_init(&error);
        zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
        zip = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
        if (zip == nullptr) {
            zip_source_free(source);
        }
        zip_error_fini(&error);
    }
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;
    ~Archive() {
        if (zip != nullptr) {
            zip_discard(zip);
        }
    }
};

// Whether a name leads out of the archive; backslashes, which old programs write, divide folders as well.
bool leads_out(std::string_view name) {
    if (name.starts_with('/') || name.find('\\') != std::string_view::npos || !is_valid_utf8(name)) {
        return true;
    }
    for (std::string_view part : split(name, '/')) {
        if (part == "..") {
            return true;
        }
    }
    return false;
}

// Reads a file up to the limit; the size in the archive is not trusted. Returns false where it is damaged or larger.
bool read_file(zip_t* zip, zip_uint64_t index, std::size_t most, std::string& bytes) {
    std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(zip_fopen_index(zip, index, 0), &zip_fclose);
    if (!file) {
        return false;
    }
    std::string piece(1UL << 16U, '\0');
    zip_int64_t n = 0;
    while (bytes.size() <= most && (n = zip_fread(file.get(), piece.data(), piece.size())) > 0) {
        bytes.append(piece, 0, static_cast<std::size_t>(n));
    }
    return n >= 0;
}

}  // namespace

Unpacked unpack_archive(std::string_view bytes) {
    Unpacked result;
    Archive archive(bytes);
    zip_int64_t count = archive.zip == nullptr ? -1 : zip_get_num_entries(archive.zip, 0);
    if (count <= 0) {
        return {{}, "it is not a zip file, or a damaged one"};
    }
    if (count > static_cast<zip_int64_t>(most_files)) {
        return {{}, "it holds more than " + std::to_string(most_files) + " files"};
    }
    std::size_t total = 0;
    for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i) {
        const char* stored = zip_get_name(archive.zip, i, ZIP_FL_ENC_GUESS);
        std::string name = stored != nullptr ? stored : "";
        if (name.ends_with('/')) {
            continue;
        }
        if (name.empty() || leads_out(name)) {
            return {{}, "a file in it has a name that leads out of it"};
        }
        std::string file;
        if (!read_file(archive.zip, i, most_bytes - total, file)) {
            return {{}, "`" + name + "` in it is damaged, or is kept in a way that is not known here"};
        }
        total += file.size();
        if (total > most_bytes) {
            return {{}, "it unpacks to more than " + std::to_string(most_bytes >> 20U) + " MiB"};
        }
        result.files.insert_or_assign(std::move(name), std::move(file));
    }
    return result;
}

}  // namespace hornbook
