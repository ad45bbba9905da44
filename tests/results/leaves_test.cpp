// Tests that were left, and versions of the plugin: what exports of version 3 tell beside answers.
#include "base/text.h"
#include "catch.h"
#include "results/class_page.h"
#include "results/plugin_versions.h"
#include "results/spreadsheet.h"
#include "small_class.h"

using namespace hornbook;

namespace {

std::string test_export(const std::string& more) {
    std::string bytes = bytes_of_file(class_folder / "exports" / "pupil-12-test.json");
    std::size_t version = bytes.find("\"version\": ");
    REQUIRE(version != std::string::npos);
    bytes[version + 11] = '3';
    return bytes.replace(bytes.find('{') + 1, 0, more);
}

ResultsReading read_with(const std::string& more) {
    return read_results("pupil-12-test.json", test_export(more));
}

Results of_device(const std::string& device, const std::string& plugin) {
    Results results = small_export("pupil-12-test.json");
    results.device = device;
    results.file = device + ".json";
    results.plugin = plugin;
    return results;
}

constexpr const char* two_times = R"("left": [{"at": "2026-11-24 10:05", "for": 61}, {"at": null, "for": null}],)";

}  // namespace

TEST_CASE("an export tells when a test was left") {
    ResultsReading reading = read_with(two_times);
    CHECK(reading.refusal.empty());
    CHECK(reading.results.left.times == 2);
    CHECK(reading.results.left.seconds == 61);
    CHECK(reading.results.left.unknown == 1);
    CHECK(read_with(R"("plugin": "0.1.0",)").results.plugin == "0.1.0");
}

TEST_CASE("what cannot have been written is refused") {
    for (const char* more : {R"("left": 3,)", R"("left": [{"at": null}],)", R"("left": [{"at": "2026-11-24", "for": 1}],)",
                             R"("left": [{"at": "2026-11-24 24:05", "for": 1}],)", R"("left": [{"at": "2026-02-30 10:05", "for": 1}],)",
                             R"("left": [{"at": null, "for": -1}],)", R"("left": [{"at": null, "for": 1.5}],)",
                             R"("left": [{"at": null, "for": 1, "x": 1}],)", R"("plugin": 1,)", R"("plugin": "",)", R"("plugin": "a",)"}) {
        CAPTURE(more);
        CHECK_FALSE(read_with(more).refusal.empty());
    }
    std::string older = test_export(two_times);
    older[older.find("\"version\": ") + 11] = '2';
    CHECK(read_results("a.json", older).refusal.find("`left`") != std::string::npos);
}

TEST_CASE("how often a test was left stands beside the pupil, once for each device") {
    Book book = small_book();
    std::vector<Results> files = {of_device("aaaaaa", ""), of_device("aaaaaa", ""), of_device("bbbbbb", "")};
    files[0].left = {1, 30, 0};
    files[1].left = {3, 130, 1};
    files[2].left = {1, 60, 0};
    ClassResults results = collect_results(book, files);
    CHECK(results.pupils.begin()->second.left.times == 4);
    std::string page = make_class_page(book, results, "en");
    CHECK(page.find("Times a test was left: 4 · Minutes away from it: 4 · Times of unknown length: 1</small>") != std::string::npos);
    std::string sheet = make_spreadsheet(book, results, "en").at(1).bytes;
    CHECK(sheet.find("<text:p>Times a test was left: </text:p>") != std::string::npos);
    CHECK(sheet.find(R"(office:value="4")") != std::string::npos);
}

TEST_CASE("versions are compared number by number") {
    CHECK(is_older_version("0.9", "0.10"));
    CHECK(is_older_version("", "0.1"));
    CHECK(is_older_version("1", "1.0"));
    CHECK_FALSE(is_older_version("1.0.0", "0.99.99"));
    CHECK_FALSE(is_older_version("0.1.0", "0.1.0"));
    CHECK_FALSE(is_older_version("", ""));
}

TEST_CASE("devices with different versions of the plugin are named, and it is said what to do") {
    Book book = small_book();
    ClassResults same = collect_results(book, {of_device("aaaaaa", "0.1.0"), of_device("bbbbbb", "0.1.0")});
    CHECK(join(shown(same.remarks), "\n").find("version") == std::string::npos);
    CHECK(make_class_page(book, same, "en").find("<p>Version 0.1.0 of the plugin: aaaaaa, bbbbbb</p>") != std::string::npos);
    ClassResults mixed = collect_results(
        book, {of_device("aaaaaa", "0.9.0"), of_device("aaaaaa", "0.10.0"), of_device("bbbbbb", "0.9.0"), of_device("cccccc", "")});
    CHECK(join(shown(mixed.remarks), "\n")
              .find("note: the devices have different versions of the plugin: 0.10.0 on one device (aaaaaa), "
                    "0.9.0 on one device (bbbbbb), an older one on one device (cccccc); copy the newest one "
                    "to all of them") != std::string::npos);
    ClassResults older = collect_results(book, {of_device("aaaaaa", ""), of_device("bbbbbb", "")});
    CHECK(make_class_page(book, older, "en").find("plugin") == std::string::npos);
}
