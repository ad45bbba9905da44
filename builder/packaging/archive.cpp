#include "packaging/archive.h"

#include <libdeflate.h>
#include <zip.h>

#include <algorithm>
#include <cassert>
#include <chrono>
#include <cstring>
#include <exception>
#include <memory>
#include <numeric>

#include "base/memory.h"
#include "base/parallel.h"
#include "base/trouble.h"
#include "packaging/atomic_file.h"

namespace hornbook {
namespace {

constexpr int compression_level = 6;

// An entry as it is stored in the archive. libzip reads it as a file; since "stat" says that it is deflated already, libzip copies it as it
// is.
struct Packed {
    std::string smaller;     // deflated
    std::string_view bytes;  // these, or the entry's own
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
        packed.smaller.resize(libdeflate_deflate_compress_bound(own.compressor, entry.bytes.size()));
        std::size_t size = libdeflate_deflate_compress(own.compressor, entry.bytes.data(), entry.bytes.size(), packed.smaller.data(),
                                                       packed.smaller.size());
        packed.deflated = size != 0 && size < entry.bytes.size();
        packed.smaller.resize(packed.deflated ? size : 0);
        packed.smaller.shrink_to_fit();
    }
    packed.bytes = packed.deflated ? packed.smaller : entry.bytes;
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

// The time in the format of zip files (APPNOTE.TXT 4.4.6): steps of two seconds, years from 1980; here always UTC, since the format does
// not say.
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

// Destination that libzip writes to as to a file: never read, and nearly always written at its end.
class Sink {
public:
    explicit Sink(const PutBytes& put) : put_(put) {
        zip_error_init(&error_);
    }
    Sink(const Sink&) = delete;
    Sink& operator=(const Sink&) = delete;
    ~Sink() {
        zip_error_fini(&error_);
    }

    std::uint64_t size() const {
        return size_;
    }

    void rethrow() const {
        if (failed_) {
            std::rethrow_exception(failed_);
        }
    }

    static zip_int64_t answer(void* state, void* data, zip_uint64_t length, zip_source_cmd_t command) {
        return static_cast<Sink*>(state)->answer(data, length, command);
    }

private:
    zip_int64_t answer(void* data, zip_uint64_t length, zip_source_cmd_t command) {
        switch (command) {
            case ZIP_SOURCE_WRITE:
                return write({static_cast<const char*>(data), static_cast<std::size_t>(length)});
            case ZIP_SOURCE_SEEK_WRITE: {
                zip_int64_t at = zip_source_seek_compute_offset(at_, size_, data, length, &error_);
                at_ = at < 0 ? at_ : static_cast<std::uint64_t>(at);
                return at < 0 ? -1 : 0;
            }
            case ZIP_SOURCE_TELL_WRITE:
                return static_cast<zip_int64_t>(at_);
            case ZIP_SOURCE_STAT: {
                auto* status = static_cast<zip_stat_t*>(data);
                zip_stat_init(status);
                status->valid = ZIP_STAT_SIZE;
                status->size = size_;
                return sizeof(zip_stat_t);
            }
            case ZIP_SOURCE_ERROR:
                return zip_error_to_data(&error_, data, length);
            case ZIP_SOURCE_OPEN:
            case ZIP_SOURCE_READ:
            case ZIP_SOURCE_SEEK:
            case ZIP_SOURCE_TELL:
            case ZIP_SOURCE_CLOSE:
            case ZIP_SOURCE_BEGIN_WRITE:
            case ZIP_SOURCE_COMMIT_WRITE:
            case ZIP_SOURCE_ROLLBACK_WRITE:
            case ZIP_SOURCE_REMOVE:
            case ZIP_SOURCE_FREE:
                return 0;
            case ZIP_SOURCE_SUPPORTS:
                return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
                                                      ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_BEGIN_WRITE,
                                                      ZIP_SOURCE_COMMIT_WRITE, ZIP_SOURCE_ROLLBACK_WRITE, ZIP_SOURCE_WRITE,
                                                      ZIP_SOURCE_SEEK_WRITE, ZIP_SOURCE_TELL_WRITE, ZIP_SOURCE_REMOVE, -1);
            default:
                zip_error_set(&error_, ZIP_ER_OPNOTSUPP, 0);
                return -1;
        }
    }

    // Writes bytes; no exception may pass through libzip, which is C, so it is kept for later.
    zip_int64_t write(std::string_view bytes) {
        try {
            put_(at_, bytes);
        } catch (...) {
            failed_ = std::current_exception();
            zip_error_set(&error_, ZIP_ER_WRITE, 0);
            return -1;
        }
        at_ += bytes.size();
        size_ = std::max(size_, at_);
        return static_cast<zip_int64_t>(bytes.size());
    }

    const PutBytes& put_;
    std::uint64_t at_ = 0;
    std::uint64_t size_ = 0;
    zip_error_t error_{};
    std::exception_ptr failed_;
};

class NewArchive {
public:
    explicit NewArchive(Sink& sink) : sink_(sink) {
        zip_error_t error;
        zip_error_init(&error);
        zip_source_t* source = zip_source_function_create(Sink::answer, &sink, &error);
        archive_ = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_TRUNCATE, &error);
        if (archive_ == nullptr) {
            zip_source_free(source);
            fail(&error);
        }
        zip_error_fini(&error);
    }
    NewArchive(const NewArchive&) = delete;
    NewArchive& operator=(const NewArchive&) = delete;
    ~NewArchive() {
        if (archive_ != nullptr) {
            zip_discard(archive_);
        }
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

    void close() {
        if (zip_close(archive_) < 0) {
            sink_.rethrow();
            fail(zip_get_error(archive_));
        }
        archive_ = nullptr;
    }

private:
    Sink& sink_;
    zip_t* archive_ = nullptr;
};

std::vector<Packed> packed(const std::vector<ArchiveEntry>& entries, unsigned jobs) {
    std::vector<Packed> packed(entries.size());
    // The biggest first, or one core would end with the longest work alone.
    std::vector<std::size_t> order(entries.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return entries[a].bytes.size() > entries[b].bytes.size(); });
    for_each_in_parallel(entries.size(), jobs, [&](std::size_t i) { pack(entries[order[i]], packed[order[i]]); });
    return packed;
}

// Returns the archive's size.
std::size_t put_archive(const std::vector<ArchiveEntry>& entries, std::vector<Packed>& packed, std::int64_t modified, const PutBytes& put) {
    Sink sink(put);
    NewArchive archive(sink);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        archive.add(entries[i].name, packed[i], dos_time(modified));
    }
    archive.close();
    return sink.size();
}

// The capacity for the archive, at least its size, since a string that grows would be in memory twice.
std::size_t room_for(const std::vector<ArchiveEntry>& entries, const std::vector<Packed>& packed) {
    constexpr std::size_t beside_entry = 128;  // two headers
    std::size_t room = beside_entry;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        room += packed[i].bytes.size() + 2 * entries[i].name.size() + beside_entry;
    }
    return room;
}

}  // namespace

std::string make_archive(const std::vector<ArchiveEntry>& entries, std::int64_t modified, unsigned jobs) {
    std::vector<Packed> all = packed(entries, jobs);
    std::string archive;
    archive.reserve(room_for(entries, all));
    put_archive(entries, all, modified, [&](std::uint64_t at, std::string_view bytes) {
        archive.resize(std::max<std::size_t>(archive.size(), at));
        archive.replace(at, bytes.size(), bytes);
    });
    return archive;
}

std::size_t write_archive(const std::string& path, const std::vector<ArchiveEntry>& entries, std::int64_t modified, unsigned jobs) {
    std::vector<Packed> all = packed(entries, jobs);
    std::size_t size = 0;
    write_file(path, [&](const PutBytes& put) { size = put_archive(entries, all, modified, put); });
    return size;
}

}  // namespace hornbook
