// `hornbook plugin`: KOReader's plugin as one zip.
#include <algorithm>

#include "base/process.h"
#include "building/plugin_archive.h"
#include "catch.h"
#include "temporary_folder.h"

using namespace hornbook;

namespace {

namespace fs = std::filesystem;

const fs::path plugin_source = HORNBOOK_SOURCE_DIR "/plugin/koreader/hornbook.koplugin";

ProcessResult write_plugin(const std::string& path) {
    return run_process({std::string(HORNBOOK_BINARY_DIR) + "/hornbook", "plugin", "-o", path}, "", {});
}

ProcessResult unzip(const fs::path& archive, const fs::path& folder) {
    return run_process({"unzip", "-oq", archive.string(), "-d", folder.string()}, "", {60});
}

}  // namespace

TEST_CASE("the plugin is a zip whose one root is its folder, with every file as it is") {
    TemporaryFolder folder;
    ProcessResult result = write_plugin((folder / "plugin.zip").string());
    CHECK(result.exit_code == 0);
    CHECK(result.output.starts_with("made " + (folder / "plugin.zip").string() + " (version "));
    CHECK(run_process({"unzip", "-tq", (folder / "plugin.zip").string()}, "", {60}).exit_code == 0);
    REQUIRE(unzip(folder / "plugin.zip", folder / "plugins").exit_code == 0);
    CHECK(std::distance(fs::directory_iterator(folder / "plugins"), fs::directory_iterator()) == 1);
    std::size_t files = 0;
    for (const fs::directory_entry& file : fs::directory_iterator(plugin_source)) {
        ++files;
        CHECK(bytes_of_file(folder / "plugins" / "hornbook.koplugin" / file.path().filename()) == bytes_of_file(file.path()));
    }
    CHECK(std::distance(fs::directory_iterator(folder / "plugins" / "hornbook.koplugin"), fs::directory_iterator()) ==
          static_cast<std::ptrdiff_t>(files));
    CHECK(bytes_of_file(folder / "plugin.zip") == make_plugin_archive());
}

TEST_CASE("the plugin from the zip tells its version to KOReader") {
    TemporaryFolder folder;
    REQUIRE(write_plugin(folder.path()).exit_code == 0);
    REQUIRE(unzip(folder / "hornbook.koplugin.zip", folder / "plugins").exit_code == 0);
    std::string meta = (folder / "plugins/hornbook.koplugin/_meta.lua").string();
    ProcessResult loaded =
        run_process({"luajit", "-e", "local meta = dofile([[" + meta + "]]) io.write(meta.fullname, ' ', meta.version)"}, "", {60});
    ProcessResult program = run_process({std::string(HORNBOOK_BINARY_DIR) + "/hornbook", "--version"}, "", {60});
    CHECK("hornbook" + loaded.output.substr(8) + "\n" == program.output);
}

TEST_CASE("a newer plugin that is unpacked over an older one leaves what else lies there") {
    TemporaryFolder folder;
    folder.write("koreader/plugins/hornbook.koplugin/main.lua", "-- an older one\n");
    folder.write("koreader/plugins/other.koplugin/main.lua", "-- another\n");
    folder.write("koreader/settings/hornbook/pupil-07.12345678.journal", "kept\n");
    folder.write("hornbook-results/rain-1-student-pupil-07-aaaaaa.json", "{}\n");
    REQUIRE(write_plugin(folder.path()).exit_code == 0);
    REQUIRE(unzip(folder / "hornbook.koplugin.zip", folder / "koreader/plugins").exit_code == 0);
    CHECK(bytes_of_file(folder / "koreader/plugins/hornbook.koplugin/main.lua") == bytes_of_file(plugin_source / "main.lua"));
    CHECK(bytes_of_file(folder / "koreader/plugins/other.koplugin/main.lua") == "-- another\n");
    CHECK(bytes_of_file(folder / "koreader/settings/hornbook/pupil-07.12345678.journal") == "kept\n");
    CHECK(bytes_of_file(folder / "hornbook-results/rain-1-student-pupil-07-aaaaaa.json") == "{}\n");
}

TEST_CASE("a plugin that cannot be written is trouble") {
    ProcessResult result = write_plugin("/no/such/folder/plugin.zip");
    CHECK(result.exit_code == 2);
    CHECK(result.errors.find("/no/such/folder") != std::string::npos);
}

TEST_CASE("a folder for the plugin is made where there is none") {
    TemporaryFolder folder;
    for (const char* name : {"new/", "newer", "deep/er/"}) {
        CHECK(write_plugin((folder / name).string()).exit_code == 0);
        CHECK(bytes_of_file(folder / name / "hornbook.koplugin.zip") == make_plugin_archive());
    }
    CHECK(write_plugin((folder / "a.txt").string()).exit_code == 2);
    CHECK(write_plugin((folder / "A.ZIP").string()).exit_code == 0);
}
