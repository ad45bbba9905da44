#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "base/counted.h"
#include "base/files.h"
#include "base/folder.h"
#include "base/hash.h"
#include "base/text.h"
#include "base/trouble.h"
#include "building/build.h"
#include "commands/commands.h"
#include "commands/option_checks.h"
#include "commands/results_files.h"
#include "model/show_diagnostic.h"
#include "packaging/archive.h"
#include "packaging/atomic_file.h"
#include "results/class_page.h"
#include "results/class_table.h"
#include "results/collector_page.h"
#include "results/file_kind.h"
#include "results/read_results.h"
#include "results/side_files.h"
#include "results/spreadsheet.h"

namespace hornbook {
namespace {

namespace fs = std::filesystem;

// The bytes of a side file. Throws Trouble where it is not there.
std::string read_side_file(const std::string& path) {
    ReadFile file = read_at(path, results_file_bytes);
    if (!file) {
        throw Trouble("cannot read `" + path + "`: " + reason_of(*file.refusal));
    }
    return file.bytes;
}

// The path of the .json of the same export.
std::string json_beside(const std::string& csv) {
    std::string name = csv.substr(0, std::max<std::size_t>(csv.size(), 4) - 4);
    return csv.ends_with(".csv") ? name + ".json" : csv.ends_with(".CSV") ? name + ".JSON" : "";
}

// A sum that is equal for equal files of the same device, which a .csv has only in its name.
std::string sum_of(const std::string& file, const std::string& bytes) {
    return sha256_hex(bytes) + (json_beside(file).empty() ? "" : device_in_name(file));
}

class ResultsCommand {
public:
    ResultsCommand(const ResultsOptions& options, Console& console) : options_(options), console_(console) {}

    int run() {
        check_places();
        if (wants_nothing_of_class()) {
            return write_collector();
        }
        if (!Folder(options_.book).has("book.toml")) {
            auto gone = std::find_if_not(options_.files.begin(), options_.files.end(), is_there);
            throw Trouble((gone != options_.files.end() ? "there is no file or folder `" + *gone + "`; and " : std::string()) +
                          "there is no book in `" + options_.book + "` to grade by; `--book FOLDER` names the one that the class has");
        }
        WovenBook woven = read_woven_book(options_.book, 0);
        if (woven.diagnostics.has_errors()) {
            show_mistakes(woven);
            return has_mistakes;
        }
        ClassResults results = collect(woven.book);
        for (const std::string& line : shown(results.remarks)) {
            console_.err << line << "\n";
        }
        if (!has_something_come(results)) {
            throw Trouble("no results of this class were read, so nothing was written");
        }
        write(woven.book, results);
        bool is_refused = false;
        for (const Remark& remark : results.remarks) {
            is_refused = is_refused || remark.weight == Weight::refusal;
        }
        return is_refused ? has_mistakes : made;
    }

private:
    bool wants_nothing_of_class() const {
        const ResultsOptions& o = options_;
        return !o.collector.empty() && o.files.empty() && o.tables.empty() && (o.roster + o.codes + o.marks + o.sheet + o.pupils).empty();
    }

    // Writes the collector page, which needs no book, but takes the language of one.
    int write_collector() {
        Book book;
        book.metadata.language = "en";
        if (options_.language.empty() && Folder(options_.book).has("book.toml")) {
            book = read_woven_book(options_.book, 0).book;
        }
        write_new(options_.collector, make_collector_page(book, options_.language));
        return made;
    }

    // Whether any results came; if not, earlier tables are not replaced, since a folder's name may be mistyped.
    bool has_something_come(const ClassResults& results) const {
        return results.files > 0 || !results.codes.empty() || (options_.files.empty() && !results.roster.empty());
    }

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
        FilesOfClass named = files_named(options_.files, {options_.roster, options_.codes, options_.marks}, early_);
        std::vector<std::string>& exports = named.exports;
        inputs_ = named.photographs;
        inputs_.insert(inputs_.end(), exports.begin(), exports.end());
        std::stable_partition(exports.begin(), exports.end(), [](const std::string& file) { return json_beside(file).empty(); });
        std::set<std::string> whole;  // files that were read to their end
        std::size_t told_in_full = 0;
        std::vector<FoundCode> codes;
        for (const std::string& file : exports) {
            if (whole.contains(json_beside(file))) {
                ++told_in_full;
                continue;
            }
            ReadFile read = read_at(file, results_file_bytes);
            if (!read) {
                early_.push_back({Weight::refusal, file, 0, reason_of(*read.refusal)});
                continue;
            }
            if (std::vector<FoundCode> listed = codes_in_text(file, read.bytes); !listed.empty()) {
                codes.insert(codes.end(), listed.begin(), listed.end());
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
        read_all_codes(named.photographs, std::move(codes), believed);
        ClassResults results = collect_results(book, std::move(believed));
        results.remarks.insert(results.remarks.begin(), early_.begin(), early_.end());
        if (!inputs_.empty()) {
            console_.out << "read " << counted(results.files, "one file", "files")
                         << (results.devices.empty() ? "" : " from " + counted(results.devices.size(), "one device", "devices"))
                         << (results.repeating == 0 ? ""
                                                    : ", " + counted(results.repeating, "one of them", "of them") + " with nothing new")
                         << "\n";
        }
        if (told_in_full > 0) {
            console_.out << told_in_full << " .csv passed over, since the .json of the same name tells as much\n";
        }
        read_side_files(book, results);
        return results;
    }

    // Reads all codes, after the files, which may hold the same results.
    void read_all_codes(const std::vector<std::string>& photographs, std::vector<FoundCode> codes, std::vector<Results>& believed) {
        CodesReading seen = read_photographs(photographs, console_.programs);
        early_.insert(early_.end(), seen.remarks.begin(), seen.remarks.end());
        codes.insert(codes.end(), seen.codes.begin(), seen.codes.end());
        if (!photographs.empty()) {
            console_.out << "found " << counted(seen.codes.size(), "one code", "codes") << " in "
                         << counted(photographs.size(), "one photograph", "photographs") << "\n";
        }
        FramesReading coded = read_frames(codes);
        early_.insert(early_.end(), coded.remarks.begin(), coded.remarks.end());
        std::move(coded.results.begin(), coded.results.end(), std::back_inserter(believed));
    }

    // Takes the .csv of an export in place of its broken .json.
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

    std::vector<std::string> tables() const {
        bool is_default = options_.tables.empty() && options_.pupils.empty() && options_.collector.empty();
        return is_default ? std::vector<std::string>{"class.html"} : options_.tables;
    }

    // Throws Trouble, before anything is read, where a file could not be written.
    void check_places() const {
        std::error_code gone;
        if (!options_.sheet.empty() && fs::exists(options_.sheet, gone)) {
            throw Trouble("`" + options_.sheet + "` is there already, and may hold marks, so it was not overwritten; " +
                          "`--marks` reads it back, and another name makes a new sheet");
        }
        std::vector<std::string> names = wants_nothing_of_class() ? std::vector<std::string>() : tables();
        names.insert(names.end(), {options_.sheet, options_.pupils, options_.collector});
        names.erase(std::remove(names.begin(), names.end(), ""), names.end());
        std::sort(names.begin(), names.end());
        if (auto twice = std::adjacent_find(names.begin(), names.end()); twice != names.end()) {
            throw Trouble("`" + *twice + "` would be written twice; give each table a name of its own");
        }
        std::for_each(names.begin(), names.end(), check_place);
    }

    static void check_place(const std::string& path) {
        std::string folder = fs::path(path).parent_path().string();
        if (!folder.empty() && !is_folder(folder)) {
            throw Trouble("there is no folder `" + folder + "` in which `" + path + "` could be written; make it first");
        }
        refuse_unwritable(path);
        ReadFile there = read_at(path, results_file_bytes);
        bool is_ours = !there || trim(there.bytes).empty() || kind_of_file(there.bytes) == FileKind::made_here;
        bool is_foreign = is_there(path) && !is_ours;
        bool is_too_big = there.refusal == Refusal::too_big;
        if (is_foreign || is_too_big) {
            throw Trouble("`" + path + "` is there already and was not made by `hornbook results`, so it was not overwritten; " +
                          "choose another name");
        }
    }

    void write(const Book& book, const ClassResults& results) {
        for (const std::string& path : tables()) {
            write_new(path, has_ending(path, ".csv")   ? make_class_table(results)
                            : has_ending(path, ".ods") ? spreadsheet(book, results)
                                                       : make_class_page(book, results, options_.language));
        }
        if (!options_.pupils.empty()) {
            write_new(options_.pupils, make_pupil_pages(book, results, options_.language));
        }
        if (!options_.collector.empty()) {
            write_new(options_.collector, make_collector_page(book, options_.language));
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

    // Writes a file. Throws Trouble where it would replace one that was read, such as an export.
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
