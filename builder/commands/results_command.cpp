#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "base/files.h"
#include "base/folder.h"
#include "base/hash.h"
#include "base/show_diagnostic.h"
#include "base/trouble.h"
#include "build.h"
#include "commands/commands.h"
#include "packaging/archive.h"
#include "packaging/atomic_file.h"
#include "results/class_page.h"
#include "results/class_table.h"
#include "results/read_results.h"
#include "results/side_files.h"
#include "results/spreadsheet.h"

namespace hornbook {
namespace {

namespace fs = std::filesystem;

std::string reason_of(Refusal refusal) {
    switch (refusal) {
        case Refusal::outside:
            return "it is a link to another folder";
        case Refusal::missing:
            return "there is no such file";
        case Refusal::not_a_file:
            return "it is no file";
        case Refusal::too_big:
            return "it is too big for results";
    }
    return "it cannot be read";
}

ReadFile read_at(const std::string& path) {
    std::string_view folder = folder_of(path);
    std::error_code gone;
    std::string of_folder = folder.empty() ? (path.starts_with('/') ? "/" : ".") : std::string(folder);
    if (!fs::is_directory(of_folder, gone)) {
        return {"", Refusal::missing};
    }
    return Folder(of_folder).read(fs::path(path).filename().string(), results_file_bytes);
}

// What the teacher keeps beside the exports must be there: without it there is nothing to do.
std::string read_side_file(const std::string& path) {
    ReadFile file = read_at(path);
    if (!file) {
        throw Trouble("cannot read `" + path + "`: " + reason_of(*file.refusal));
    }
    return file.bytes;
}

// Files stand for themselves, folders for the exports in them and in folders below. An export is two files, of which the .json says more,
// so it comes first.
std::vector<std::string> files_named(const std::vector<std::string>& paths, Remarks& remarks) {
    std::vector<std::string> files;
    for (const std::string& path : paths) {
        if (!is_folder(path)) {
            files.push_back(path);
            continue;
        }
        Folder folder(path);
        std::size_t before = files.size();
        std::vector<Listing::Gap> gaps;
        for (const char* suffix : {".json", ".JSON", ".csv", ".CSV"}) {
            Listing listing = folder.list_all("", suffix);
            for (const std::string& name : listing.names) {
                files.push_back((fs::path(path) / name).string());
            }
            gaps = std::move(listing.gaps);  // the same, whatever is listed
        }
        for (const Listing::Gap& gap : gaps) {
            remarks.push_back({Weight::refusal, (fs::path(path) / gap.path).string(), 0,
                               gap.why == Listing::Why::too_deep ? "it lies more than 20 folders deep, so nothing in it counts"
                                                                 : "it is a link to a folder or to nothing, so nothing there counts"});
        }
        if (files.size() == before) {
            remarks.push_back({Weight::refusal, path, 0, "there is no .json and no .csv in this folder or below it"});
        }
    }
    return files;
}

// The other file of the same export.
std::string json_beside(const std::string& csv) {
    std::string name = csv.substr(0, std::max<std::size_t>(csv.size(), 4) - 4);
    return csv.ends_with(".csv") ? name + ".json" : csv.ends_with(".CSV") ? name + ".JSON" : "";
}

// Equal for files that say the same of the same device; which device it is, a .csv says by its name alone.
std::string sum_of(const std::string& file, const std::string& bytes) {
    return sha256_hex(bytes) + (json_beside(file).empty() ? "" : device_in_name(file));
}

class ResultsCommand {
public:
    ResultsCommand(const ResultsOptions& options, Console& console) : options_(options), console_(console) {}

    int run() {
        if (!Folder(options_.book).has("book.toml")) {
            throw Trouble("there is no book in `" + options_.book + "` to grade by; `--book FOLDER` names the one that the class has");
        }
        WovenBook woven = read_woven_book(options_.book, 0);
        if (woven.diagnostics.has_errors()) {
            show_mistakes(woven);
            return has_mistakes;
        }
        ClassResults results = collect(woven.book);
        write(woven.book, results);
        bool is_refused = false;
        for (const std::string& line : shown(results.remarks)) {
            console_.err << line << "\n";
        }
        for (const Remark& remark : results.remarks) {
            is_refused = is_refused || remark.weight == Weight::refusal;
        }
        return is_refused ? has_mistakes : made;
    }

private:
    void show_mistakes(const WovenBook& woven) {
        for (const Diagnostic& diagnostic : woven.diagnostics.all()) {
            if (severity_of(diagnostic.mistake) == Severity::error) {
                console_.err << show(diagnostic, woven.sources, options_.book == "." ? "" : options_.book + "/", console_.colour);
            }
        }
        console_.err << "the book has mistakes, so nothing was graded by it\n";
    }

    ClassResults collect(const Book& book) {
        std::vector<Results> believed;
        std::map<std::string, std::string> taken;  // sum -> file
        inputs_ = files_named(options_.files, early_);
        std::stable_partition(inputs_.begin(), inputs_.end(), [](const std::string& file) { return json_beside(file).empty(); });
        std::set<std::string> whole;  // files that were read to their end
        std::size_t told_in_full = 0;
        for (const std::string& file : inputs_) {
            if (whole.contains(json_beside(file))) {
                ++told_in_full;
                continue;
            }
            ReadFile read = read_at(file);
            if (!read) {
                early_.push_back({Weight::refusal, file, 0, reason_of(*read.refusal)});
                continue;
            }
            std::string sum = sum_of(file, read.bytes);
            auto same = taken.find(sum);
            ResultsReading reading = same == taken.end() ? read_results(file, read.bytes) : ResultsReading();
            if (!reading.refusal.empty()) {
                early_.push_back({Weight::refusal, file, 0, reading.refusal});
                continue;
            }
            whole.insert(file);
            spare(json_beside(file));
            if (same != taken.end()) {
                early_.push_back({Weight::note, file, 0, "it is the same file as `" + same->second + "`"});
            } else {
                taken.emplace(sum, file);
                believed.push_back(std::move(reading.results));
            }
        }
        ClassResults results = collect_results(book, std::move(believed));
        results.remarks.insert(results.remarks.begin(), early_.begin(), early_.end());
        console_.out << "read " << counted(results.files, "one file", "files")
                     << (results.devices.empty() ? "" : " from " + counted(results.devices.size(), "one device", "devices")) << "\n";
        if (told_in_full > 0) {
            console_.out << told_in_full << " .csv passed over, since the .json of the same name tells as much\n";
        }
        read_side_files(book, results);
        return results;
    }

    // What the broken .json of an export lost, its .csv has.
    void spare(const std::string& json) {
        for (Remark& remark : early_) {
            if (!json.empty() && remark.file == json && remark.weight == Weight::refusal) {
                remark = {Weight::note, json, 0, remark.text + "; the .csv of the same name counts instead"};
            }
        }
    }

    void read_side_files(const Book& book, ClassResults& results) {
        for (const std::string* path : {&options_.roster, &options_.codes, &options_.marks}) {
            if (!path->empty()) {
                inputs_.push_back(*path);
            }
        }
        if (!options_.roster.empty()) {
            read_roster(options_.roster, read_side_file(options_.roster), results);
        }
        if (!options_.codes.empty()) {
            read_codes(options_.codes, read_side_file(options_.codes), book, results);
        }
        if (!options_.marks.empty()) {
            read_marks(options_.marks, read_side_file(options_.marks), results);
        }
    }

    void write(const Book& book, const ClassResults& results) {
        bool is_default = options_.tables.empty() && options_.pupils.empty();
        std::vector<std::string> tables = is_default ? std::vector<std::string>{"class.html"} : options_.tables;
        std::error_code gone;
        if (!options_.sheet.empty() && fs::exists(options_.sheet, gone)) {
            throw Trouble("`" + options_.sheet + "` is there already, and marks may stand in it, so it was not overwritten; " +
                          "`--marks` reads it back, and another name makes a new sheet");
        }
        std::vector<std::string> names = tables;
        names.insert(names.end(), {options_.sheet, options_.pupils});
        names.erase(std::remove(names.begin(), names.end(), ""), names.end());
        std::sort(names.begin(), names.end());
        if (auto twice = std::adjacent_find(names.begin(), names.end()); twice != names.end()) {
            throw Trouble("`" + *twice + "` would be written twice; give each table a name of its own");
        }
        for (const std::string& path : tables) {
            write_new(path, path.ends_with(".csv")   ? make_class_table(results)
                            : path.ends_with(".ods") ? spreadsheet(book, results)
                                                     : make_class_page(book, results, options_.language));
        }
        if (!options_.pupils.empty()) {
            write_new(options_.pupils, make_pupil_pages(book, results, options_.language));
        }
        if (!options_.sheet.empty()) {
            write_new(options_.sheet, make_sheet(results));
        }
    }

    std::string spreadsheet(const Book& book, const ClassResults& results) const {
        std::vector<SpreadsheetFile> files = make_spreadsheet(book, results, options_.language);
        std::vector<ArchiveEntry> entries;
        for (const SpreadsheetFile& file : files) {
            entries.push_back({file.name, file.bytes, !entries.empty()});
        }
        constexpr std::int64_t first_day_of_zips = 315'532'800;  // 1980-01-01: nothing of the day on which it is made stands in it
        return make_archive(entries, first_day_of_zips, 1);
    }

    // A slip of the hand must not destroy what was collected.
    void write_new(const std::string& path, const std::string& bytes) {
        for (const std::string& input : inputs_) {
            std::error_code gone;
            if (fs::equivalent(path, input, gone)) {
                throw Trouble("`" + path + "` was read for this, so it was not overwritten; choose another name");
            }
        }
        write_file(path, bytes);
        console_.out << "made " << path << "\n";
    }

    const ResultsOptions& options_;
    Console& console_;
    std::vector<std::string> inputs_;
    Remarks early_;
};

}  // namespace

int run_results(const ResultsOptions& options, Console& console) {
    return ResultsCommand(options, console).run();
}

}  // namespace hornbook
