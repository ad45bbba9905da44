#include "packaging/archive.h"

#include <sys/resource.h>
#include <zip.h>

#include <csignal>
#include <cstdlib>
#include <ctime>
#include <memory>

#include "another_process.h"
#include "base/trouble.h"
#include "catch.h"
#include "packaging/atomic_file.h"
#include "temporary_folder.h"

namespace hornbook {
namespace {

constexpr std::int64_t moscow_evening = 1479934861;  // 2016-11-23T21:01:01Z

unsigned number(std::string_view bytes, std::size_t at, std::size_t size) {
    unsigned value = 0;
    for (std::size_t i = 0; i < size; ++i) {
        value |= static_cast<unsigned>(static_cast<unsigned char>(bytes.at(at + i))) << (8 * i);
    }
    return value;
}

// APPNOTE.TXT 4.3.7, read byte by byte, since EPUB readers look at these bytes themselves.
struct LocalHeader {
    unsigned flags, method, time, date, compressed, size;
    std::string name, extra;
    std::size_t next;  // where what follows the data begins

    LocalHeader(std::string_view bytes, std::size_t at) {
        REQUIRE(bytes.size() > at + 30);
        REQUIRE(bytes.substr(at, 4) == "PK\x03\x04");
        flags = number(bytes, at + 6, 2);
        method = number(bytes, at + 8, 2);
        time = number(bytes, at + 10, 2);
        date = number(bytes, at + 12, 2);
        compressed = number(bytes, at + 18, 4);
        size = number(bytes, at + 22, 4);
        unsigned name_size = number(bytes, at + 26, 2);
        unsigned extra_size = number(bytes, at + 28, 2);
        name = bytes.substr(at + 30, name_size);
        extra = bytes.substr(at + 30 + name_size, extra_size);
        next = at + 30 + name_size + extra_size + compressed;
    }
};

// Neither too small nor too plain: a text that deflates, and noise that does not.
std::string text_bytes() {
    std::string text;
    for (int i = 0; i < 20'000; ++i) {
        text += "<p>" + std::to_string(i * i) + " Ленинград</p>\n";
    }
    return text;
}
std::string noise_bytes() {
    std::string noise;
    std::uint32_t state = 1;
    for (int i = 0; i < 70'000; ++i) {
        state = state * 1664525U + 1013904223U;
        noise += static_cast<char>(state >> 24U);
    }
    return noise;
}

struct Example {
    std::string text = text_bytes();
    std::string noise = noise_bytes();
    std::vector<ArchiveEntry> entries = {{"mimetype", "application/epub+zip", false},
                                         {"META-INF/container.xml", "<container/>"},
                                         {"EPUB/text.xhtml", text},
                                         {"EPUB/noise.png", noise},
                                         {"EPUB/empty.css", ""},
                                         {"EPUB/größe.css", "a{}"}};
};

// What another program finds in it.
std::vector<std::pair<std::string, std::string>> read_by_libzip(const std::string& bytes) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    std::unique_ptr<zip_t, decltype(&zip_discard)> archive(zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error), &zip_discard);
    INFO(zip_error_strerror(&error));
    REQUIRE(archive);
    std::vector<std::pair<std::string, std::string>> files;
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive.get(), 0); ++i) {
        auto index = static_cast<zip_uint64_t>(i);
        zip_stat_t about;
        REQUIRE(zip_stat_index(archive.get(), index, 0, &about) == 0);
        std::string content(about.size, '\0');
        std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(zip_fopen_index(archive.get(), index, 0), &zip_fclose);
        REQUIRE(file);
        REQUIRE(zip_fread(file.get(), content.data(), content.size()) == static_cast<zip_int64_t>(content.size()));
        char more = 0;
        REQUIRE(zip_fread(file.get(), &more, 1) == 0);  // the end, where the sum is checked too
        zip_uint8_t system = 0;
        zip_uint32_t attributes = 0;
        REQUIRE(zip_file_get_external_attributes(archive.get(), index, 0, &system, &attributes) == 0);
        CHECK(system == ZIP_OPSYS_UNIX);
        CHECK(attributes >> 16U == 0100644);
        files.emplace_back(about.name, content);
    }
    return files;
}

// OCF 3.3, 4.3: the first 58 bytes tell readers what this is.
TEST_CASE("mimetype is first, stored, and its header holds nothing more") {
    std::string bytes = make_archive(Example().entries, moscow_evening, 1);
    LocalHeader first(bytes, 0);
    CHECK(first.name == "mimetype");
    CHECK(first.method == 0);
    CHECK(first.extra.empty());
    CHECK((first.flags & 8U) == 0);  // no data descriptor: the sizes stand here
    CHECK(first.size == 20);
    CHECK(first.compressed == 20);
    CHECK(bytes.substr(30, 28) == "mimetypeapplication/epub+zip");
}

TEST_CASE("every entry has a plain header, in the order given") {
    Example example;
    std::string bytes = make_archive(example.entries, moscow_evening, 1);
    std::size_t at = 0;
    for (const ArchiveEntry& entry : example.entries) {
        CAPTURE(entry.name);
        LocalHeader header(bytes, at);
        CHECK(header.name == entry.name);
        CHECK(header.extra.empty());
        CHECK((header.flags & 8U) == 0);
        CHECK((header.flags & 1U) == 0);
        bool ascii = entry.name != "EPUB/größe.css";
        CHECK(((header.flags & 0x800U) != 0) == !ascii);
        CHECK(header.size == entry.bytes.size());
        bool deflates = entry.name == "EPUB/text.xhtml";
        CHECK((header.method == 8) == deflates);
        CHECK((header.compressed < header.size) == deflates);
        at = header.next;
    }
    CHECK(bytes.substr(at, 4) == "PK\x01\x02");
    for (std::size_t i = 0; i < example.entries.size(); ++i) {
        CHECK(number(bytes, at + 30, 2) == 0);  // no extra field
        CHECK(number(bytes, at + 32, 2) == 0);  // no comment
        at += 46 + number(bytes, at + 28, 2);
    }
    CHECK(bytes.substr(at, 4) == "PK\x05\x06");
    CHECK(bytes.size() == at + 22);
}

TEST_CASE("another program reads the same bytes") {
    Example example;
    auto files = read_by_libzip(make_archive(example.entries, moscow_evening, 2));
    REQUIRE(files.size() == example.entries.size());
    for (std::size_t i = 0; i < files.size(); ++i) {
        CHECK(files[i].first == example.entries[i].name);
        CHECK((files[i].second == example.entries[i].bytes));
    }
}

TEST_CASE("however many work on it, the bytes are the same") {
    std::string text = text_bytes();
    std::vector<std::string> names;
    for (int i = 0; i < 60; ++i) {
        names.push_back("EPUB/" + std::to_string(i) + ".xhtml");
    }
    std::vector<ArchiveEntry> entries;
    for (std::size_t i = 0; i < names.size(); ++i) {
        entries.push_back({names[i], std::string_view(text).substr(i * 100, 5000 * (i % 7))});
    }
    std::string one = make_archive(entries, moscow_evening, 1);
    CHECK((make_archive(entries, moscow_evening, 2) == one));
    CHECK((make_archive(entries, moscow_evening, 8) == one));
}

struct TimeZone {
    explicit TimeZone(const char* name) {
        setenv("TZ", name, 1);
        tzset();
    }
    TimeZone(const TimeZone&) = delete;
    TimeZone& operator=(const TimeZone&) = delete;
    ~TimeZone() {
        unsetenv("TZ");
        tzset();
    }
};

std::string time_of(std::int64_t seconds) {
    LocalHeader header(make_archive({{"a", "b"}}, seconds, 1), 0);
    char text[40];
    std::snprintf(text, sizeof text, "%u-%02u-%02u %02u:%02u:%02u", (header.date >> 9U) + 1980, header.date >> 5U & 15U, header.date & 31U,
                  header.time >> 11U, header.time >> 5U & 63U, (header.time & 31U) * 2);
    return text;
}

TEST_CASE("times are UTC, whatever the machine's zone") {
    for (const char* zone : {"UTC0", "MSK-3", "HST10", "<+14>-14"}) {
        CAPTURE(zone);
        TimeZone here(zone);
        CHECK(time_of(moscow_evening) == "2016-11-23 21:01:00");  // steps of two seconds
        CHECK(time_of(1709251199) == "2024-02-29 23:59:58");
    }
}

TEST_CASE("times that the format cannot hold become the nearest that it can") {
    CHECK(time_of(0) == "1980-01-01 00:00:00");
    CHECK(time_of(-5'000'000'000) == "1980-01-01 00:00:00");
    CHECK(time_of(315532800) == "1980-01-01 00:00:00");
    CHECK(time_of(99'999'999'999) == "2107-12-31 23:59:58");
}

TEST_CASE("two entries of one name are trouble") {
    CHECK_THROWS_AS(make_archive({{"a", "1"}, {"a", "2"}}, 0, 1), Trouble);
}

TEST_CASE("an archive is written to a path") {
    TemporaryFolder folder;
    Example example;
    std::string path = (folder / "book.epub").string();
    std::string bytes = make_archive(example.entries, moscow_evening, 1);
    CHECK(write_archive(path, example.entries, moscow_evening, 2) == bytes.size());
    CHECK((bytes_of_file(path) == bytes));
    CHECK(folder.count() == 1);
}

TEST_CASE("an archive that cannot be made or written leaves the old file as it was") {
    TemporaryFolder folder;
    std::string path = (folder / "book.epub").string();
    write_file(path, "old");
    CHECK_THROWS_AS(write_archive(path, {{"a", "1"}, {"a", "2"}}, 0, 1), Trouble);
    CHECK(bytes_of_file(path) == "old");
    CHECK(folder.count() == 1);
}

// RLIMIT_FSIZE stands for a full disk: what the system says of it is told, not what libzip makes of it.
TEST_CASE("what stops an archive is told in the system's words") {
    TemporaryFolder folder;
    std::string path = (folder / "book.epub").string();
    CHECK(in_another_process([&] {
              signal(SIGXFSZ, SIG_IGN);
              rlimit most{1000, 1000};
              setrlimit(RLIMIT_FSIZE, &most);
              std::string noise(100'000, 'x');
              try {
                  write_archive(path, {{"a", noise, false}}, 0, 1);
              } catch (const Trouble& trouble) {
                  return std::string(trouble.what()) == "cannot write `" + path + "`: File too large" ? 0 : 1;
              }
              return 3;
          }) == 0);
    CHECK(folder.count() == 0);
}

}  // namespace
}  // namespace hornbook
