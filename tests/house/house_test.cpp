// The house keeps its shape: folders are stages, and #include lines point one way only.
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>

#include "catch.h"

namespace fs = std::filesystem;

namespace {

const fs::path builder = fs::path(HORNBOOK_SOURCE_DIR) / "builder";

using Arrows = std::map<std::string, std::set<std::string>>;

std::set<std::string> words_of(const std::string& text) {
    static const std::regex word("[a-z]+");
    return {std::sregex_token_iterator(text.begin(), text.end(), word), std::sregex_token_iterator()};
}

// What each stage may include besides itself, as builder/stages has it; nothing else of the house.
Arrows arrows() {
    static const std::regex row_form("^([a-z]+):([^|]*).*$");
    std::ifstream file(builder / "stages");
    Arrows rows;
    for (std::string line; std::getline(file, line);) {
        if (std::smatch match; std::regex_match(line, match, row_form)) {
            rows.emplace(match[1].str(), words_of(match[2].str()));
        }
    }
    return rows;
}

// The same, as the README tells it.
Arrows arrows_told() {
    static const std::regex row_form(R"re(^\| `([a-z]+)` \|[^|]*\|([^|]*)\|$)re");
    std::ifstream file(builder.parent_path() / "README.md");
    Arrows rows;
    for (std::string line; std::getline(file, line);) {
        if (std::smatch match; std::regex_match(line, match, row_form)) {
            rows.emplace(match[1].str(), words_of(match[2].str()));
        }
    }
    return rows;
}

// Each library from outside, and the one part of the house that may include it.
const std::map<std::string, std::set<std::string>> libraries = {
    {"utf8proc.h", {"base"}}, {"nettle/", {"base"}},
    {"tinyxml2.h", {"xml"}},  {"cmark.h", {"reading"}},
    {"gumbo.h", {"reading"}}, {"toml++/", {"reading"}},
    {"yaml.h", {"reading"}},  {"nlohmann/", {"rendering", "outputs", "results", "shelf", "commands"}},
    {"vips/", {"pictures"}},  {"ZXing/", {"pictures"}},
    {"zip.h", {"packaging"}}, {"libdeflate.h", {"packaging", "pictures", "results"}},
    {"CLI/", {"commands"}},   {"iostream", {"main.cpp"}},
};
// They cost seconds of compile time, so no header may bring them in.
const std::set<std::string> heavy = {"CLI/", "toml++/", "nlohmann/", "vips/"};

struct Include {
    fs::path file;  // relative to builder/
    std::string name;
    bool ours;
};

std::vector<Include> includes() {
    static const std::regex line_form(R"re(^\s*#include\s+(["<])([^">]+)[">])re");
    std::vector<Include> all;
    for (const auto& entry : fs::recursive_directory_iterator(builder)) {
        if (entry.path().extension() != ".cpp" && entry.path().extension() != ".h") {
            continue;
        }
        std::ifstream file(entry.path());
        for (std::string line; std::getline(file, line);) {
            std::smatch match;
            if (std::regex_search(line, match, line_form)) {
                all.push_back({fs::relative(entry.path(), builder), match[2], match[1] == "\""});
            }
        }
    }
    return all;
}

std::string first_part(const fs::path& path) {
    return path.begin()->string();
}

}  // namespace

TEST_CASE("arrows between stages point one way") {
    const Arrows rows = arrows();
    std::size_t seen = 0;
    for (const Include& include : includes()) {
        auto stage = rows.find(first_part(include.file));
        if (!include.ours || stage == rows.end()) {
            continue;
        }
        ++seen;
        std::string target = first_part(include.name);
        INFO(include.file.string() << " includes " << include.name);
        CHECK((target == stage->first || stage->second.contains(target)));
    }
    CHECK(seen > 200);
}

TEST_CASE("each folder is a stage, a stage uses those above it, and the README tells them all") {
    const Arrows rows = arrows();
    for (const auto& entry : fs::directory_iterator(builder)) {
        std::string name = entry.path().filename().string();
        INFO(name);
        CHECK((!entry.is_directory() || rows.contains(name) || name == "packages"));
    }
    for (const auto& [stage, used] : rows) {
        for (const std::string& other : used) {
            INFO(stage << " uses " << other);
            REQUIRE(rows.contains(other));
            CHECK(!rows.at(other).contains(stage));
        }
    }
    CHECK(arrows_told() == rows);
}

TEST_CASE("outputs do not know each other") {
    for (const Include& include : includes()) {
        std::vector<std::string> parts(include.file.begin(), include.file.end());
        std::vector<std::string> target;
        for (const fs::path& part : fs::path(include.name)) {
            target.push_back(part.string());
        }
        if (parts.size() > 2 && parts[0] == "outputs" && include.ours && target.size() > 2 && target[0] == "outputs") {
            INFO(include.file.string() << " includes " << include.name);
            CHECK(parts[1] == target[1]);
        }
    }
}

TEST_CASE("each library has one room") {
    std::set<std::string> seen;
    for (const Include& include : includes()) {
        for (const auto& [library, rooms] : libraries) {
            if (include.ours || !include.name.starts_with(library)) {
                continue;
            }
            seen.insert(library);
            INFO(include.file.string() << " includes " << include.name);
            CHECK(rooms.contains(first_part(include.file)));
            CHECK((!heavy.contains(library) || include.file.extension() == ".cpp"));
        }
    }
    CHECK(seen.size() == libraries.size());
}

TEST_CASE("files are short") {
    for (const auto& entry : fs::recursive_directory_iterator(builder)) {
        if (entry.path().extension() == ".cpp" || entry.path().extension() == ".h") {
            std::ifstream file(entry.path());
            std::size_t lines = 0;
            for (std::string line; std::getline(file, line);) {
                ++lines;
            }
            INFO(entry.path().string());
            CHECK(lines <= 400);
        }
    }
}
