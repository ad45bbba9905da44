#include "build.h"

#include <sys/stat.h>

#include <cerrno>
#include <chrono>
#include <cstring>

#include "base/folder.h"
#include "base/text.h"
#include "base/trouble.h"
#include "checking/check.h"
#include "formulas/typeset.h"
#include "packaging/archive.h"
#include "packaging/atomic_file.h"
#include "pictures/prepare.h"
#include "reading/read_book.h"
#include "weaving/editions.h"
#include "weaving/weave.h"

namespace hornbook {
namespace {

std::vector<KnownOption> known_options() {
    std::vector<KnownOption> known;
    for (const Output& output : outputs()) {
        for (const OptionRow& row : output.options) {
            known.push_back({output.name, row.name, row.values});
        }
    }
    return known;
}

// When the book says it was changed last: never a file's time, never the clock.
std::int64_t modified_time(const BuildRequest& request, const Metadata& metadata, Diagnostics& diagnostics) {
    using namespace std::chrono;
    if (request.source_date) {
        return *request.source_date;
    }
    if (metadata.date.empty()) {
        diagnostics.add(Mistake::no_date, {}, "book.toml has no date, so the book says it was changed last on 1 January 2000",
                        "write `date = 2026-11-23`, the day of this edition");
        return duration_cast<seconds>(sys_days{2000y / January / 1}.time_since_epoch()).count();
    }
    year_month_day date{year{std::stoi(metadata.date.substr(0, 4))}, month{static_cast<unsigned>(std::stoi(metadata.date.substr(5, 2)))},
                        day{static_cast<unsigned>(std::stoi(metadata.date.substr(8, 2)))}};
    return duration_cast<seconds>(sys_days{date}.time_since_epoch()).count();
}

std::string edition_suffix(Edition edition) {
    return edition == Edition::teacher ? "-teacher" : edition == Edition::test ? "-test" : "";
}

// The title as a file name: accents dropped, other scripts kept; the bytes stay far below what file systems allow.
std::string file_name(const std::string& title) {
    std::string name = slug(without_accents(title));
    if (name.size() > 100) {
        std::size_t end = 100;
        while ((static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80) {
            --end;
        }
        name.resize(end);
    }
    return name.empty() ? "book" : name;
}

class Builder {
public:
    Builder(const BuildRequest& request, BuildResult& result) : request_(request), result_(result) {}

    void run() {
        progress("reading");
        Folder folder(request_.folder);
        Reading reading = read_book(folder, {known_options(), request_.jobs}, result_.sources, result_.diagnostics);
        result_.files = reading.files;
        options_ = std::move(reading.options);
        if (reading.book.chapters.empty()) {
            return result_.diagnostics.sort();
        }
        progress("formulas");  // before the test edition's other key parts from this one: both have the same
        typeset_formulas(reading.book, {request_.formulas_program}, result_.diagnostics);
        bool is_test = request_.edition == Edition::test && !request_.outputs.empty();
        std::optional<Book> other = is_test ? std::optional(with_other_answers(reading.book)) : std::nullopt;
        Book book = finish(std::move(reading.book));
        settings_.modified = modified_time(request_, book.metadata, result_.diagnostics);
        result_.diagnostics.sort();
        if (result_.diagnostics.has_errors() || (request_.strict && result_.diagnostics.count(Severity::warning) > 0)) {
            return;
        }
        if (other) {
            other = finish_like(book, std::move(*other));
        }
        book = edition_of(std::move(book), request_.edition, request_.with_chapters);
        for (const Output* output : request_.outputs) {
            make(*output, book, other);
        }
    }

private:
    void progress(std::string_view stage) const {
        if (request_.progress) {
            request_.progress(stage);
        }
    }

    Book finish(Book book) {
        progress("weaving");
        weave(book, request_.jobs, result_.diagnostics);
        check(book, result_.diagnostics);
        progress("pictures");
        book.picture_rules.width = request_.pictures_width.value_or(book.picture_rules.width);
        book.picture_rules.grey = request_.grey_pictures.value_or(book.picture_rules.grey);
        auto count = [this](std::size_t done, std::size_t of) {
            progress("pictures " + std::to_string(done) + " of " + std::to_string(of));
        };
        prepare_pictures(book, {request_.pictures_program, request_.jobs, {}, count}, result_.diagnostics);
        return book;
    }

    // The same book with another key: its pictures are the same, its mistakes are known.
    Book finish_like(const Book& book, Book other) const {
        Diagnostics known;
        weave(other, request_.jobs, known);
        other.pictures = book.pictures;
        other.cover = book.cover;
        other.cover_raster = book.cover_raster;
        other.metadata.cover_alt = book.metadata.cover_alt;
        return edition_of(std::move(other), request_.edition, request_.with_chapters);
    }

    void make(const Output& output, const Book& book, const std::optional<Book>& other) {
        progress(output.name);
        settings_.jobs = request_.jobs;
        settings_.options.clear();
        for (const OptionRow& row : output.options) {
            settings_.options.emplace(row.name, row.standard);
        }
        for (const auto& [name, value] : options_[std::string(output.name)]) {
            settings_.options[name] = value;
        }
        Files files = output.make(book, settings_);
        if (other) {
            prove_equal(files, output.make(*other, settings_));
        }
        std::vector<ArchiveEntry> entries;
        for (const File& file : files) {
            entries.push_back({file.name, file.bytes, file.compress});
        }
        std::string path = path_for(output, book);
        std::string archive = make_archive(entries, settings_.modified, request_.jobs);
        progress("writing");
        write_file(path, archive);
        result_.made.push_back({&output, request_.edition, path, archive.size(), size_of_pictures(book)});
    }

    static std::size_t size_of_pictures(const Book& book) {
        std::size_t bytes = 0;
        for (const Picture& picture : book.pictures) {
            bytes += picture.bytes.size();
        }
        return bytes;
    }

    // Non-interference: what another key leaves as it is tells nothing about the key.
    static void prove_equal(const Files& files, const Files& others) {
        for (std::size_t i = 0; i < files.size() || i < others.size(); ++i) {
            if (i >= files.size() || i >= others.size() || files[i].name != others[i].name || files[i].bytes != others[i].bytes) {
                std::string name = i < files.size() ? files[i].name : others[i].name;
                throw Trouble("the test edition would give answers away in `" + name +
                              "`, so it was not written; this is a fault of Hornbook");
            }
        }
    }

    // `-o chapters/01-rain.md` is a slip of the hand, and would destroy the chapter.
    void refuse_own_source(const std::string& path) const {
        struct stat target {};
        if (stat(path.c_str(), &target) != 0) {
            return;
        }
        for (const std::string& file : result_.files) {
            struct stat source {};
            if (stat((request_.folder + "/" + file).c_str(), &source) == 0 && source.st_dev == target.st_dev &&
                source.st_ino == target.st_ino) {
                throw Trouble("`" + path + "` is a file of the book itself, so it was not overwritten");
            }
        }
    }

    std::string path_for(const Output& output, const Book& book) const {
        if (!request_.path.empty()) {
            refuse_own_source(request_.path);
            return request_.path;
        }
        std::string dist = request_.folder + "/dist";
        if (mkdir(dist.c_str(), 0777) != 0 && errno != EEXIST) {
            throw Trouble("cannot make the folder `" + dist + "`: " + std::strerror(errno) + "; `-o PATH` writes elsewhere");
        }
        std::string path = dist + "/" + file_name(book.metadata.title) + edition_suffix(request_.edition) + std::string(output.suffix);
        struct stat about {};
        if (lstat(path.c_str(), &about) == 0 && S_ISLNK(about.st_mode)) {  // a stranger's book must not choose what is overwritten
            throw Trouble("`" + path + "` is a link to another place, so it was not written; `-o PATH` writes where you say");
        }
        return path.starts_with("./") ? path.substr(2) : path;
    }

    const BuildRequest& request_;
    BuildResult& result_;
    Settings settings_;
    std::map<std::string, std::map<std::string, std::string, std::less<>>, std::less<>> options_;
};

}  // namespace

BuildResult build(const BuildRequest& request) {
    BuildResult result;
    Builder(request, result).run();
    return result;
}

WovenBook read_woven_book(const std::string& folder, unsigned jobs) {
    WovenBook result;
    result.book = read_book(Folder(folder), {known_options(), jobs}, result.sources, result.diagnostics).book;
    weave(result.book, jobs, result.diagnostics);
    check(result.book, result.diagnostics);
    result.diagnostics.sort();
    return result;
}

}  // namespace hornbook
