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
    {"utf8proc.h", {"base"}},   {"nettle/", {"base"}},
    {"tinyxml2.h", {"xml"}},    {"cmark.h", {"reading"}},
    {"gumbo.h", {"reading"}},   {"toml++/", {"reading"}},
    {"yaml.h", {"reading"}},    {"nlohmann/", {"rendering", "outputs", "results", "shelf", "building", "studio"}},
    {"vips/", {"pictures"}},    {"ZXing/", {"pictures"}},
    {"zip.h", {"packaging"}},   {"libdeflate.h", {"packaging", "pictures", "results"}},
    {"png.h", {"pictures"}},    {"jpeglib.h", {"pictures"}},
    {"CLI/", {"commands"}},     {"iostream", {"main.cpp"}},
    {"fmt/", {"base"}},         {"fast_float/", {"base"}},
    {"httplib.h", {"serving"}},
};
// They cost seconds of compile time, so no header may bring them in.
const std::set<std::string> heavy = {"CLI/", "toml++/", "nlohmann/", "vips/", "fmt/", "fast_float/", "httplib.h"};

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

std::string text_of(const fs::path& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

// Every file of code, relative to builder/, with what stands in it.
std::map<fs::path, std::string> codes() {
    std::map<fs::path, std::string> all;
    for (const auto& entry : fs::recursive_directory_iterator(builder)) {
        if (entry.path().extension() == ".cpp" || entry.path().extension() == ".h") {
            all.emplace(fs::relative(entry.path(), builder), text_of(entry.path()));
        }
    }
    return all;
}

// What stands between the bracket at `open` and the one that closes it.
std::string_view within(std::string_view text, std::size_t open) {
    std::size_t depth = 0;
    for (std::size_t at = open; at < text.size(); ++at) {
        depth += text[at] == '{' ? 1 : 0;
        depth -= text[at] == '}' ? 1 : 0;
        if (depth == 0) {
            return text.substr(open + 1, at - open - 1);
        }
    }
    return {};
}

// A lambda that takes whatever there is: its beginning, or nothing. One that hands it on to functions of its name, one for each kind, is
// none: `[&](const auto& answer) { show(answer); }`.
std::string generic_lambda(std::string_view code) {
    static const std::regex form(R"(\]\s*\(\s*(const\s+)?auto\b[^{}]*\)[^{}()]*\{[^{}]*)");
    static const std::regex hands_on(R"(\]\s*\((const )?auto& (\w+)\) \{\s*(return )?\w+\(([\w.]+, )*\2(, [\w.]+)*\);\s*)");
    std::string text(code);
    std::smatch match;
    return std::regex_search(text, match, form) && !std::regex_match(match.str(), hands_on) ? match.str() : "";
}

// The cases of an overload set, without what stands within their braces.
std::string heads_of(std::string_view cases) {
    std::string heads;
    std::size_t depth = 0;
    for (char c : cases) {
        depth -= c == '}' ? 1 : 0;
        heads += depth == 0 ? std::string(1, c) : "";
        depth += c == '{' ? 1 : 0;
    }
    return heads;
}

// Where a kind that nobody has heard of would be passed over in silence.
std::vector<std::string> silent_places(const std::string& code) {
    std::vector<std::string> found;
    constexpr std::string_view cases = "Cases{";
    for (std::size_t at = code.find(cases); at != std::string::npos; at = code.find(cases, at + 1)) {
        static const std::regex anything(R"(\]\s*\(\s*(const\s+)?auto\b)");
        std::string heads = heads_of(within(code, at + cases.size() - 1));
        if (std::regex_search(heads, anything)) {
            found.push_back(heads);
        }
    }
    for (std::size_t at = code.find("std::visit("); at != std::string::npos; at = code.find("std::visit(", at + 1)) {
        std::string_view rest = std::string_view(code).substr(at);
        std::size_t body = rest.find('{');
        if (rest.substr(0, body).find('[') == std::string_view::npos) {
            continue;  // named cases
        }
        std::string whole(rest.substr(0, body + 1 + within(rest, body).size()));
        if (std::string generic = generic_lambda(whole); !generic.empty()) {
            found.push_back(generic);
        }
    }
    for (std::size_t at = code.find("requires"); at != std::string::npos; at = code.find("requires", at + 1)) {
        static const std::regex field(R"(requires (\([^)]*\) )?\{ *(\w+\()?\w+\.\w+)");
        std::string rest = code.substr(at, 200);
        if (std::regex_search(rest, field, std::regex_constants::match_continuous)) {
            found.push_back(rest.substr(0, rest.find('\n')));
        }
    }
    return found;
}

}  // namespace

TEST_CASE("arrows between stages point one way") {
    const Arrows rows = arrows();
    std::size_t seen = 0;
    for (const Include& include : includes()) {
        auto stage = rows.find(first_part(include.file));
        bool is_main = include.file.string().starts_with("studio/engine/");  // for a page, as main.cpp is for a machine
        if (!include.ours || stage == rows.end() || is_main) {
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
        CHECK((!entry.is_directory() || rows.contains(name) || name == "packages" || name == "manual"));
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

TEST_CASE("outputs do not know each other, and formats of other programs do not either") {
    for (const Include& include : includes()) {
        std::vector<std::string> parts(include.file.begin(), include.file.end());
        std::vector<std::string> target;
        for (const fs::path& part : fs::path(include.name)) {
            target.push_back(part.string());
        }
        bool apart = parts[0] == "outputs" || parts[0] == "formats";
        if (parts.size() > 2 && apart && include.ours && target.size() > 2 && target[0] == parts[0]) {
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

// Not every standard library knows doubles in <charconv>.
TEST_CASE("doubles are read and written in one place") {
    static const std::regex last_argument(R"((\w+)[^\w;]*;)");
    for (const auto& [file, code] : codes()) {
        INFO(file);
        for (const char* other : {"chars_format", "strtod(", "strtof(", "std::stod(", "std::stof(", "setprecision("}) {
            CHECK((file.stem() == "number" || code.find(other) == std::string::npos));
        }
        for (std::size_t at = code.find("from_chars("); at != std::string::npos; at = code.find("from_chars(", at + 1)) {
            std::string call = code.substr(at, code.find(';', at) + 1 - at);
            std::string before = code.substr(at - std::min<std::size_t>(at, 300), std::min<std::size_t>(at, 300));
            std::smatch name;
            REQUIRE(std::regex_search(call, name, last_argument));
            CHECK((file.stem() == "number" || before.find("double " + name[1].str() + " ") == std::string::npos));
        }
    }
}

// By run_program and the decoder, which ask whoever was handed in.
TEST_CASE("nobody starts a program in whose place somebody may answer") {
    for (const auto& [file, code] : codes()) {
        for (const char* start : {"run_process(", " Worker(", "<Worker>("}) {
            INFO(file);
            CHECK((first_part(file) == "base" || file == "pictures/decoder.cpp" || code.find(start) == std::string::npos));
        }
    }
}

// tests/house/new_kind adds a kind to the model and counts what fails to compile.
TEST_CASE("no kind is passed over in silence") {
    for (const auto& entry : fs::recursive_directory_iterator(builder)) {
        if (entry.path().extension() == ".cpp" || entry.path().extension() == ".h") {
            for (const std::string& place : silent_places(text_of(entry.path()))) {
                FAIL_CHECK(entry.path().string() << ": " << place);
            }
        }
    }
}

TEST_CASE("what passes a kind over is seen") {
    CHECK(silent_places("std::visit(Cases{[](const Fill&) {}, [](const auto&) {}}, answer);").size() == 1);
    CHECK(silent_places(
              "std::visit(Cases{\n [](Fill& fill) { each(fill, [](auto& part) {}); },\n [](auto& kind) { see(kind); },\n}, answer);")
              .size() == 1);
    CHECK(silent_places(
              "std::visit([&](auto& kind) {\n if constexpr (requires { kind.children; }) {\n see(kind.children);\n }\n}, node.kind);")
              .size() == 2);
    CHECK(silent_places("std::visit([](auto& kind) { count(); }, answer);").size() == 1);
    CHECK(silent_places("std::visit(Cases{[](const Fill&) {}, [](const OneOf<Select, Essay> auto&) {}}, answer);").empty());
    CHECK(
        silent_places("std::visit(Cases{[](Fill& fill) { each(fill, [](auto& part) {}); }, [](OneOf<Essay> auto&) {}}, answer);").empty());
    CHECK(silent_places("std::visit([&](const auto& answer) { show(answer, question); }, question.answer);").empty());
    CHECK(silent_places("std::visit([&](const auto& kind) { return answer(question, kind); }, question.answer);").empty());
}

TEST_CASE("base knows no books") {
    static const std::regex of_books(R"(\b(Answer|Block|Book|Chapter|Edition|Glossary|Inline|Mistake|Question|Quiz)s?\b)");
    static const std::regex said(R"(//[^\n]*|"[^"\n]*")");
    for (const auto& entry : fs::directory_iterator(builder / "base")) {
        std::string code = std::regex_replace(text_of(entry.path()), said, "");
        INFO(entry.path().string());
        CHECK_FALSE(std::regex_search(code, of_books));
    }
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
