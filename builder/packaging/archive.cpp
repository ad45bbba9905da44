#include "packaging/archive.h"

#include <libdeflate.h>
#include <zip.h>

#include <algorithm>
#include <cassert>
#include <chrono>
#include <cstring>
#include <memory>
#include <numeric>

#include "base/memory.h"
#include "base/parallel.h"
#include "base/trouble.h"

namespace hornbook {
namespace {

constexpr int compression_level = 6;

// An entry as it will stand in the archive. libzip asks for it as for a file; since the answer to "stat" says that it is
// deflated already, libzip copies it as it is.
struct Packed {
    std::string bytes;
    zip_uint64_t size = 0;
    zip_uint32_t crc = 0;
    bool deflated = false;
    std::size_t read = 0;
    zip_error_t error{};
};

struct Compressor {
    libdeflate_compressor* compressor = if_made(libdeflate_alloc_compressor(compression_level));
    Compressor() = default;
    Compressor(const Compressor&) = delete;
    Compressor& operator=(const Compressor&) = delete;
    ~Compressor() {
        libdeflate_free_compressor(compressor);
    }
};

void pack(const ArchiveEntry& entry, Packed& packed) {
    packed.size = entry.bytes.size();
    packed.crc = libdeflate_crc32(0, entry.bytes.data(), entry.bytes.size());
    if (entry.compress && !entry.bytes.empty()) {
        static thread_local Compressor own;
        packed.bytes.resize(libdeflate_deflate_compress_bound(own.compressor, entry.bytes.size()));
        std::size_t size =
            libdeflate_deflate_compress(own.compressor, entry.bytes.data(), entry.bytes.size(), packed.bytes.data(), packed.bytes.size());
        packed.bytes.resize(size);
        packed.bytes.shrink_to_fit();
        packed.deflated = size != 0 && size < entry.bytes.size();
    }
    if (!packed.deflated) {
        packed.bytes = entry.bytes;
    }
}

zip_int64_t answer(void* state, void* data, zip_uint64_t length, zip_source_cmd_t command) {
    auto& packed = *static_cast<Packed*>(state);
    switch (command) {
        case ZIP_SOURCE_OPEN:
            packed.read = 0;
            return 0;
        case ZIP_SOURCE_READ: {
            std::size_t n = std::min<std::size_t>(length, packed.bytes.size() - packed.read);
            std::memcpy(data, packed.bytes.data() + packed.read, n);
            packed.read += n;
            return static_cast<zip_int64_t>(n);
        }
        case ZIP_SOURCE_CLOSE:
        case ZIP_SOURCE_FREE:
            return 0;
        case ZIP_SOURCE_STAT: {
            auto* status = static_cast<zip_stat_t*>(data);
            zip_stat_init(status);
            status->valid = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_CRC | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
            status->size = packed.size;
            status->comp_size = packed.bytes.size();
            status->crc = packed.crc;
            status->comp_method = packed.deflated ? ZIP_CM_DEFLATE : ZIP_CM_STORE;
            status->encryption_method = ZIP_EM_NONE;
            return sizeof(zip_stat_t);
        }
        case ZIP_SOURCE_ERROR:
            return zip_error_to_data(&packed.error, data, length);
        case ZIP_SOURCE_SUPPORTS:
            return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
                                                  ZIP_SOURCE_FREE, -1);
        default:
            zip_error_set(&packed.error, ZIP_ER_OPNOTSUPP, 0);
            return -1;
    }
}

struct DosTime {
    zip_uint16_t time;
    zip_uint16_t date;
};

// APPNOTE.TXT 4.4.6: two seconds' steps, years from 1980; here always UTC, since the format does not say.
DosTime dos_time(std::int64_t seconds) {
    using namespace std::chrono;
    constexpr std::int64_t first = 315532800;  // 1980-01-01T00:00:00Z
    constexpr std::int64_t last = 4354819198;  // 2107-12-31T23:59:58Z
    sys_seconds at{std::chrono::seconds(std::clamp(seconds, first, last))};
    auto day = floor<days>(at);
    year_month_day date(day);
    hh_mm_ss time(at - day);
    auto bits = [](auto n, int shift) { return static_cast<unsigned>(n) << static_cast<unsigned>(shift); };
    return {
        static_cast<zip_uint16_t>(bits(time.hours().count(), 11) | bits(time.minutes().count(), 5) | bits(time.seconds().count() / 2, 0)),
        static_cast<zip_uint16_t>(bits(static_cast<int>(date.year()) - 1980, 9) | bits(static_cast<unsigned>(date.month()), 5) |
                                  bits(static_cast<unsigned>(date.day()), 0))};
}

[[noreturn]] void fail(zip_error_t* error) {
    throw Trouble(std::string("cannot make the archive: ") + zip_error_strerror(error));
}

class ArchiveInMemory {
public:
    ArchiveInMemory() {
        zip_error_init(&error_);
        buffer_ = zip_source_buffer_create(nullptr, 0, 0, &error_);
        if (buffer_ == nullptr) {
            fail(&error_);
        }
        zip_source_keep(buffer_);  // outlives the archive, to be read
        archive_ = zip_open_from_source(buffer_, ZIP_TRUNCATE, &error_);
        if (archive_ == nullptr) {
            fail(&error_);
        }
    }
    ArchiveInMemory(const ArchiveInMemory&) = delete;
    ArchiveInMemory& operator=(const ArchiveInMemory&) = delete;
    ~ArchiveInMemory() {
        if (archive_ != nullptr) {
            zip_discard(archive_);
        }
        zip_source_free(buffer_);
        zip_error_fini(&error_);
    }

    void add(std::string_view name, Packed& packed, DosTime time) {
        zip_source_t* source = zip_source_function(archive_, answer, &packed);
        zip_int64_t added = source == nullptr ? -1 : zip_file_add(archive_, std::string(name).c_str(), source, ZIP_FL_ENC_UTF_8);
        if (added < 0) {
            zip_source_free(source);
            fail(zip_get_error(archive_));
        }
        auto index = static_cast<zip_uint64_t>(added);
        constexpr zip_uint32_t regular_file = 0100644U << 16U;
        if (zip_set_file_compression(archive_, index, packed.deflated ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 0) < 0 ||
            zip_file_set_dostime(archive_, index, time.time, time.date, 0) < 0 ||
            zip_file_set_external_attributes(archive_, index, 0, ZIP_OPSYS_UNIX, regular_file) < 0) {
            fail(zip_get_error(archive_));
        }
    }

    std::string take() {
        if (zip_close(archive_) < 0) {
            fail(zip_get_error(archive_));
        }
        archive_ = nullptr;
        zip_stat_t status;
        if (zip_source_stat(buffer_, &status) < 0 || zip_source_open(buffer_) < 0) {
            fail(zip_source_error(buffer_));
        }
        std::string bytes(status.size, '\0');
        zip_int64_t n = zip_source_read(buffer_, bytes.data(), bytes.size());
        zip_source_close(buffer_);
        if (n != static_cast<zip_int64_t>(bytes.size())) {
            throw Trouble("cannot make the archive: it could not be read back");
        }
        return bytes;
    }

private:
    zip_error_t error_{};
    zip_source_t* buffer_ = nullptr;
    zip_t* archive_ = nullptr;
};

}  // namespace

std::string make_archive(const std::vector<ArchiveEntry>& entries, std::int64_t modified, unsigned jobs) {
    std::vector<Packed> packed(entries.size());
    // The biggest first, or one core would end with the longest work alone.
    std::vector<std::size_t> order(entries.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return entries[a].bytes.size() > entries[b].bytes.size(); });
    for_each_in_parallel(entries.size(), jobs, [&](std::size_t i) { pack(entries[order[i]], packed[order[i]]); });
    ArchiveInMemory archive;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        archive.add(entries[i].name, packed[i], dos_time(modified));
    }
    return archive.take();
}

}  // namespace hornbook
