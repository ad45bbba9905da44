// `hornbook results` as a teacher uses it: on folders and files, good and bad.
#include <algorithm>

#include "base/process.h"
#include "catch.h"
#include "temporary_folder.h"

using namespace hornbook;

namespace {

const std::filesystem::path class_folder = HORNBOOK_SOURCE_DIR "/tests/results/class";

struct Desk {
    TemporaryFolder folder;

    Desk() {
        std::filesystem::copy(class_folder / "book", folder / "book", std::filesystem::copy_options::recursive);
        std::filesystem::copy(class_folder / "exports", folder / "exports");
    }

    ProcessResult run(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), {std::string(HORNBOOK_BINARY_DIR) + "/hornbook", "results"});
        arguments.insert(arguments.end(), {"--book", (folder / "book").string()});
        ProcessResult result = run_process(arguments, "", {});
        REQUIRE(result.started);
        return result;
    }

    std::string at(const std::string& name) const {
        return (folder / name).string();
    }
};

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a folder of results becomes the tables that were asked for") {
    Desk desk;
    ProcessResult result = desk.run({desk.at("exports"), "-o", desk.at("a.html"), "-o", desk.at("a.csv"), "--sheet", desk.at("s.csv")});
    CHECK(result.errors.empty());
    CHECK(result.exit_code == 0);
    CHECK(bytes_of_file(desk.at("a.html")).starts_with("<!DOCTYPE html>"));
    CHECK(has(bytes_of_file(desk.at("a.csv")), "\"7\",\"7\""));
    CHECK_FALSE(bytes_of_file(desk.at("s.csv")).empty());
    std::string before = bytes_of_file(desk.at("a.html"));
    desk.run({desk.at("exports"), "-o", desk.at("a.html")});
    CHECK(bytes_of_file(desk.at("a.html")) == before);
}

TEST_CASE("a sheet that is there already may hold marks, and two tables need two names") {
    Desk desk;
    desk.folder.write("s.csv", "marks of an evening\n");
    ProcessResult again = desk.run({desk.at("exports"), "-o", desk.at("a.html"), "--sheet", desk.at("s.csv")});
    CHECK(again.exit_code == 2);
    CHECK(has(again.errors, "was not overwritten"));
    CHECK(bytes_of_file(desk.at("s.csv")) == "marks of an evening\n");
    ProcessResult twice = desk.run({desk.at("exports"), "-o", desk.at("z.csv"), "--sheet", desk.at("z.csv")});
    CHECK(twice.exit_code == 2);
    CHECK(has(twice.errors, "would be written twice"));
    CHECK_FALSE(std::filesystem::exists(desk.folder / "z.csv"));
}

TEST_CASE("names come from the roster alone") {
    Desk desk;
    desk.folder.write("names.csv", "pupil,name\n3,Third Pupil\n");
    CHECK(desk.run({desk.at("exports"), "-o", desk.at("a.csv")}).exit_code == 0);
    CHECK_FALSE(has(bytes_of_file(desk.at("a.csv")), "Third Pupil"));
    CHECK(desk.run({desk.at("exports"), "--roster", desk.at("names.csv"), "-o", desk.at("a.csv")}).exit_code == 0);
    CHECK(has(bytes_of_file(desk.at("a.csv")), "Third Pupil"));
}

TEST_CASE("files that do not count are named, and the others count") {
    Desk desk;
    std::string good = bytes_of_file(desk.at("exports/pupil-12-student.json"));
    desk.folder.write("exports/copy.json", good);
    desk.folder.write("exports/photo.json", "\x89PNG\r\n");
    std::string other = good;
    other.replace(other.find("\"score\": 4"), 10, "\"score\": 7");
    desk.folder.write("exports/mended.json", other);
    std::filesystem::create_symlink("/etc/passwd", desk.folder / "exports/link.json");
    std::filesystem::create_directory(desk.folder / "empty");
    ProcessResult result = desk.run({desk.at("exports"), desk.at("empty"), desk.at("nowhere.json"), "-o", desk.at("a.html")});
    CHECK(result.exit_code == 1);
    CHECK(has(result.errors, "pupil-12-student.json: note: it is the same file as `" + desk.at("exports/copy.json") + "`\n"));
    CHECK(has(result.errors, "photo.json: not taken: it is not a file of results\n"));
    CHECK(has(result.errors,
              "mended.json: not taken: `quiz-rain`, attempt 1: the marks of the answers do not add up to the score; it was changed"));
    CHECK(has(result.errors, "link.json: not taken: it is a link to another folder\n"));
    CHECK(has(result.errors, "empty: not taken: there is no .json, no .csv and no photograph in this folder or below it\n"));
    CHECK(has(result.errors, "nowhere.json: not taken: there is no such file\n"));
    CHECK(has(bytes_of_file(desk.at("a.html")), "Pupils: 3 · Files: 5<"));
    CHECK(has(bytes_of_file(desk.at("a.html")), "photo.json: not taken"));
}

TEST_CASE("exports lie in folders of folders, one for each device") {
    Desk desk;
    std::filesystem::create_directories(desk.folder / "class/a/b");
    std::filesystem::rename(desk.folder / "exports", desk.folder / "class/a/b/exports");
    ProcessResult result = desk.run({desk.at("class"), "-o", desk.at("a.html")});
    CHECK(result.exit_code == 0);
    CHECK(has(bytes_of_file(desk.at("a.html")), "Pupils: 3 · Files: 5<"));
}

TEST_CASE("a .csv counts where the .json of the same export was cut short") {
    Desk desk;
    std::string json = bytes_of_file(desk.at("exports/pupil-12-student.json"));
    desk.folder.write("cut/pupil-12-student.json", json.substr(0, 900));
    desk.folder.write("cut/pupil-12-student.csv", bytes_of_file(class_folder / "pupil-12-student.csv"));
    ProcessResult cut = desk.run({desk.at("cut"), "-o", desk.at("cut.csv")});
    INFO(cut.errors);
    CHECK(cut.exit_code == 0);
    CHECK(has(cut.errors,
              "pupil-12-student.json: note: it is not a whole JSON file; it may have been cut short while copying; the .csv of the "
              "same name counts instead\n"));
    desk.folder.write("whole/pupil-12-student.json", json);
    CHECK(desk.run({desk.at("whole"), "-o", desk.at("whole.csv")}).errors.empty());
    CHECK(bytes_of_file(desk.at("cut.csv")) == bytes_of_file(desk.at("whole.csv")));
}

TEST_CASE("two .json that are broken alike are two, and the .csv of each counts") {
    Desk desk;
    std::string csv = bytes_of_file(class_folder / "pupil-12-student.csv");
    for (const char* name : {"rain-student-pupil-12-aaaaaa", "rain-student-pupil-12-bbbbbb"}) {
        desk.folder.write(std::string("empty/") + name + ".json", "");
        desk.folder.write(std::string("empty/") + name + ".csv", csv);
    }
    ProcessResult result = desk.run({desk.at("empty"), "-o", desk.at("a.csv")});
    CHECK(result.exit_code == 0);
    CHECK(has(result.output, "read 2 files from 2 devices\n"));
    CHECK(has(result.errors, "pupil-12-bbbbbb.json: note: it is not a whole JSON file"));
}

TEST_CASE("files may be named in any order, and the .json counts") {
    Desk desk;
    desk.folder.write("both/pupil-12-student.csv", bytes_of_file(class_folder / "pupil-12-student.csv"));
    desk.folder.write("both/pupil-12-student.json", bytes_of_file(desk.at("exports/pupil-12-student.json")));
    ProcessResult result = desk.run({desk.at("both/pupil-12-student.csv"), desk.at("both/pupil-12-student.json"), "-o", desk.at("a.csv")});
    CHECK(result.errors.empty());
    CHECK(has(result.output, "read one file\n"));
}

TEST_CASE("names in capitals, as some sticks have them, are read too") {
    Desk desk;
    std::string json = bytes_of_file(desk.at("exports/pupil-12-student.json"));
    desk.folder.write("stick/PUPIL-12.JSON", json.substr(0, 900));
    desk.folder.write("stick/PUPIL-12.CSV", bytes_of_file(class_folder / "pupil-12-student.csv"));
    ProcessResult result = desk.run({desk.at("stick"), "-o", desk.at("a.csv")});
    CHECK(result.exit_code == 0);
    CHECK(has(result.errors, "PUPIL-12.JSON: note: it is not a whole JSON file"));
    CHECK(has(bytes_of_file(desk.at("a.csv")), "\"first and best\""));
}

TEST_CASE("two devices that wrote the same are two, and how many there were is said") {
    Desk desk;
    std::string csv = bytes_of_file(class_folder / "pupil-12-student.csv");
    desk.folder.write("two/rain-student-pupil-12-aaaaaa.csv", csv);
    desk.folder.write("two/rain-student-pupil-12-bbbbbb.csv", csv);
    desk.folder.write("two/copy/rain-student-pupil-12-bbbbbb.csv", csv);
    ProcessResult result = desk.run({desk.at("two"), "-o", desk.at("a.csv")});
    CHECK(result.exit_code == 0);
    CHECK(has(result.output, "read 2 files from 2 devices\n"));
    CHECK(has(result.errors, "pupil-12-bbbbbb.csv: note: it is the same file as `"));
    CHECK(has(bytes_of_file(desk.at("a.csv")), "\"aaaaaa\""));
    CHECK(has(bytes_of_file(desk.at("a.csv")), "\"bbbbbb\""));
}

TEST_CASE("a spreadsheet, and pages for pupils, are the same bytes each time") {
    Desk desk;
    ProcessResult result = desk.run({desk.at("exports"), "-o", desk.at("a.ods"), "--pupils", desk.at("own.html"), "--language", "de"});
    CHECK(result.errors.empty());
    CHECK(result.exit_code == 0);
    std::string sheet = bytes_of_file(desk.at("a.ods"));
    CHECK(sheet.substr(30, 54) == "mimetypeapplication/vnd.oasis.opendocument.spreadsheet");
    CHECK(has(bytes_of_file(desk.at("own.html")), "Deine Ergebnisse"));
    CHECK_FALSE(std::filesystem::exists(desk.at("class.html")));
    desk.run({desk.at("exports"), "-o", desk.at("a.ods"), "--language", "de"});
    CHECK(bytes_of_file(desk.at("a.ods")) == sheet);
    CHECK(has(desk.run({desk.at("exports"), "--pupils", desk.at("own.pdf")}).errors, "does not end in .html"));
}

TEST_CASE("where there is no book, that is said, and no mistakes are counted") {
    Desk desk;
    ProcessResult result =
        run_process({std::string(HORNBOOK_BINARY_DIR) + "/hornbook", "results", desk.at("exports"), "--book", desk.at("exports")}, "", {});
    CHECK(result.exit_code == 2);
    CHECK(has(result.errors,
              "there is no book in `" + desk.at("exports") + "` to grade by; `--book FOLDER` names the one that the class has"));
}

TEST_CASE("a folder of results that is not there is told where there is no book either") {
    Desk desk;
    ProcessResult result =
        run_process({std::string(HORNBOOK_BINARY_DIR) + "/hornbook", "results", desk.at("nowhere"), "--book", desk.at("exports")}, "", {});
    CHECK(result.exit_code == 2);
    CHECK(has(result.errors, "there is no file or folder `" + desk.at("nowhere") + "`; and there is no book in `"));
}

TEST_CASE("what was collected is not overwritten") {
    Desk desk;
    desk.folder.write("codes.csv", "85161207134\n");
    for (const std::string& name : {std::string("codes.csv"), std::string("exports/old.csv")}) {
        desk.folder.write("exports/old.csv", "kept");
        ProcessResult result = desk.run({desk.at("exports"), "--codes", desk.at("codes.csv"), "-o", desk.at(name)});
        CHECK(result.exit_code == 2);
        CHECK(has(result.errors, "so it was not overwritten"));
    }
    CHECK(bytes_of_file(desk.at("exports/old.csv")) == "kept");
}

TEST_CASE("what somebody else made is not overwritten, and that is told before anything is read") {
    Desk desk;
    std::filesystem::create_directory(desk.folder / "own");
    for (const char* name : {"own/page.html", "own/table.csv", "own/table.ods"}) {
        INFO(name);
        desk.folder.write(name, "somebody's own");
        ProcessResult result = desk.run({desk.at("exports"), "-o", desk.at(name)});
        CHECK(result.exit_code == 2);
        CHECK(result.output.empty());
        CHECK(has(result.errors,
                  "`" + desk.at(name) + "` is there already and was not made by `hornbook results`, so it was not overwritten"));
        CHECK(bytes_of_file(desk.at(name)) == "somebody's own");
        desk.folder.write(name, "");
        CHECK(desk.run({desk.at("exports"), "-o", desk.at(name)}).exit_code == 0);
        CHECK(desk.run({desk.at("exports"), "-o", desk.at(name)}).exit_code == 0);
    }
    for (const char* option : {"--pupils", "--collector"}) {
        INFO(option);
        desk.folder.write("own/other.html", "<!DOCTYPE html>\n<title>mine</title>");
        CHECK(desk.run({desk.at("exports"), option, desk.at("own/other.html")}).exit_code == 2);
        std::filesystem::remove(desk.folder / "own/other.html");
        CHECK(desk.run({desk.at("exports"), option, desk.at("own/other.html")}).exit_code == 0);
        CHECK(desk.run({desk.at("exports"), option, desk.at("own/other.html")}).exit_code == 0);
    }
    desk.folder.write("codes.txt", "8516 12 071 34\n");
    CHECK(desk.run({"--codes", desk.at("codes.txt"), "-o", desk.at("codes.html")}).exit_code == 0);
    CHECK(desk.run({"--codes", desk.at("codes.txt"), "-o", desk.at("codes.html")}).exit_code == 0);
    ProcessResult nowhere = desk.run({desk.at("exports"), "-o", desk.at("no/such/page.html")});
    CHECK(nowhere.exit_code == 2);
    CHECK(nowhere.output.empty());
    CHECK(has(nowhere.errors, "there is no folder `" + desk.at("no/such") + "` in which `" + desk.at("no/such/page.html") +
                                  "` could be written; make it first"));
}

TEST_CASE("a file that holds nothing new is counted apart") {
    Desk desk;
    desk.folder.write("both/a.json", bytes_of_file(desk.at("exports/pupil-12-student.json")));
    desk.folder.write("both/stick/b.csv", bytes_of_file(class_folder / "pupil-12-student.csv"));
    ProcessResult result = desk.run({desk.at("both"), "-o", desk.at("a.html")});
    CHECK(result.exit_code == 0);
    CHECK(has(result.output, "read 2 files, one of them with nothing new\n"));
    CHECK(has(result.errors, "b.csv: note: every attempt in it is in"));
}

TEST_CASE("codes from paper need no files") {
    Desk desk;
    desk.folder.write("codes.txt", "8516 12 071 34\n8516 12 071 35\n");
    ProcessResult result = desk.run({"--codes", desk.at("codes.txt"), "-o", desk.at("a.html")});
    CHECK(result.exit_code == 1);
    CHECK(has(result.errors, "codes.txt:2: not taken: `8516 12 071 35`: its check digits do not fit"));
    CHECK(has(bytes_of_file(desk.at("a.html")), "8516 12 071 34"));
}

TEST_CASE("what lies in a folder is read by what it holds, or named") {
    Desk desk;
    std::string json = bytes_of_file(desk.at("exports/pupil-12-student.json"));
    desk.folder.write("mixed/a.json.txt", json);
    desk.folder.write("mixed/b", bytes_of_file(desk.at("exports/pupil-03-student.json")));
    for (const char* name : {"c.zip", "d.pdf", "e.mov", "f.txt", "g.odt", "h.html"}) {
        desk.folder.write(std::string("mixed/") + name, "something else");
    }
    for (const char* name : {"Thumbs.db", "desktop.ini", ".DS_Store", "._a.json", "sub/thumbs.db"}) {
        desk.folder.write(std::string("mixed/") + name, "of a system");
    }
    desk.folder.write("mixed/names.csv", "pupil,name\n3,Third Pupil\n");
    std::vector<std::string> tables = {"-o",          desk.at("mixed/class.html"), "-o",       desk.at("mixed/class.csv"),
                                       "-o",          desk.at("mixed/class.ods"),  "--sheet",  desk.at("mixed/w.csv"),
                                       "--collector", desk.at("mixed/x.HTML"),     "--pupils", desk.at("mixed/own.html")};
    std::vector<std::string> first = {desk.at("mixed"), "--roster", desk.at("mixed/names.csv")};
    std::vector<std::string> second = first;
    first.insert(first.end(), tables.begin(), tables.end());
    ProcessResult result = desk.run(first);
    CHECK(result.exit_code == 0);
    CHECK(has(result.output, "read 2 files"));
    std::string told = desk.at("mixed") +
                       ": note: 6 files in it were not looked at: c.zip, d.pdf, e.mov, f.txt, g.odt and 1 more; what is packed is to be "
                       "unpacked first\n";
    CHECK(result.errors == told);
    second.insert(second.end(), {"-o", desk.at("later.csv")});
    CHECK(desk.run(second).errors == told);  // what was written there the first time is passed over
    CHECK(bytes_of_file(desk.at("later.csv")) == bytes_of_file(desk.at("mixed/class.csv")));
}

TEST_CASE("where nothing came nothing is written") {
    Desk desk;
    REQUIRE(desk.run({desk.at("exports"), "-o", desk.at("class.html")}).exit_code == 0);
    const std::string yesterdays = bytes_of_file(desk.at("class.html"));
    desk.folder.write("names.csv", "pupil,name\n3,Third Pupil\n");
    desk.folder.write("other/a.txt", "no results");
    for (const std::vector<std::string>& arguments :
         {std::vector<std::string>{desk.at("nowhere")}, {desk.at("other")}, {desk.at("nowhere"), "--roster", desk.at("names.csv")}}) {
        std::vector<std::string> all = arguments;
        all.insert(all.end(), {"-o", desk.at("class.html")});
        ProcessResult result = desk.run(all);
        CHECK(result.exit_code == 2);
        CHECK(has(result.errors, "no results of this class were read, so nothing was written"));
    }
    CHECK(bytes_of_file(desk.at("class.html")) == yesterdays);
}

TEST_CASE("a link that leads nowhere is told once") {
    Desk desk;
    std::filesystem::create_directory(desk.folder / "links");
    std::filesystem::create_symlink("nowhere", desk.folder / "links/a.json");
    std::string errors = desk.run({desk.at("links"), "-o", desk.at("a.html")}).errors;
    CHECK(std::count(errors.begin(), errors.end(), '\n') == 2);
    CHECK(has(errors, "links/a.json: not taken: it is a link to a folder or to nothing"));
}

TEST_CASE("photographs that cannot be read say what to do") {
    if (!std::filesystem::exists(std::string(HORNBOOK_BINARY_DIR) + "/hornbook-codes")) {
        return;
    }
    Desk desk;
    desk.folder.write("exports/a.jpg", "");
    desk.folder.write("exports/b.tiff", "no picture");
    desk.folder.write("exports/c", bytes_of_file(HORNBOOK_SOURCE_DIR "/tests/pictures/codes/code.png").substr(0, 100));
    std::string errors = desk.run({desk.at("exports"), "-o", desk.at("a.html")}).errors;
    CHECK(has(errors, "a.jpg: not taken: it is empty; copy it again\n"));
    CHECK(has(errors, "b.tiff: not taken: it is not a picture that can be read\n"));
    CHECK(has(errors, "c: note: no code of results was found in it"));  // half of one is a picture still
    CHECK_FALSE(has(errors, "Vips"));
}

TEST_CASE("a page that collects needs no book") {
    TemporaryFolder folder;
    auto collect = [&](std::vector<std::string> more) {
        more.insert(more.begin(), {std::string(HORNBOOK_BINARY_DIR) + "/hornbook", "results", "--collector", (folder / "c.html").string(),
                                   "--book", folder.path()});
        return run_process(more, "", {});
    };
    CHECK(collect({}).exit_code == 0);
    CHECK(has(bytes_of_file(folder / "c.html"), "<html lang=\"en\""));
    CHECK(collect({"--language", "de"}).exit_code == 0);
    CHECK(has(bytes_of_file(folder / "c.html"), "Ergebnisse einsammeln"));
    folder.write("book.toml", "title = \"Buch\"\nlanguage = \"fr\"\n");
    CHECK(collect({}).exit_code == 0);
    CHECK(has(bytes_of_file(folder / "c.html"), "<html lang=\"fr\""));
}

TEST_CASE("the command line of results is looked at") {
    Desk desk;
    CHECK(has(desk.run({}).errors, "no results were named"));
    CHECK(desk.run({desk.at("exports"), "-o", desk.at("a.pdf")}).exit_code == 2);
    CHECK(desk.run({desk.at("exports"), "--roster", desk.at("nowhere.csv")}).exit_code == 2);
    CHECK(has(desk.run({"--help"}).output, "hornbook results hornbook-results --sheet written.csv"));
    desk.folder.write("book/chapters/02-bad.md", "no title\n");
    ProcessResult result = desk.run({desk.at("exports"), "-o", desk.at("a.html")});
    CHECK(result.exit_code == 1);
    CHECK(has(result.errors, "02-bad.md:1:1: error"));
    CHECK_FALSE(std::filesystem::exists(desk.at("a.html")));
}
