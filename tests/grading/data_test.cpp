// The data of the rule: KOReader's plugin has the same as the builder and the book's script. HORNBOOK_ACCEPT=1 makes the plugin's anew.
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "base/grading_data.h"
#include "base/language_tag.h"
#include "base/text.h"
#include "catch.h"
#include "temporary_folder.h"

namespace hornbook {
namespace {

using nlohmann::json;

const std::string plugin_folder = HORNBOOK_SOURCE_DIR "/plugin/";

json data_from(const std::string& name) {
    std::ifstream file(plugin_folder + "grading/" + name);
    return json::parse(file);
}

std::string quoted(const std::string& text) {
    std::string result = "\"";
    for (char c : text) {
        result += (c == '"' || c == '\\' ? "\\" : "") + std::string(1, c);
    }
    return result + "\"";
}

// As Lua writes it; an object of objects has a line for each.
std::string in_lua(const json& value, std::size_t depth) {
    constexpr std::size_t deepest_of_lines = 2;
    if (!value.is_object()) {
        return value.is_boolean() ? (value.get<bool>() ? "true" : "false") : quoted(value.get<std::string>());
    }
    std::string result;
    std::string indent((depth + 1) * 4, ' ');
    for (const auto& [key, inner] : value.items()) {
        std::string row = "[" + quoted(key) + "] = " + in_lua(inner, depth + 1);
        result += depth < deepest_of_lines ? indent + row + ",\n" : (result.empty() ? "" : ", ") + row;
    }
    return depth < deepest_of_lines ? "{\n" + result + std::string(depth * 4, ' ') + "}" : "{" + result + "}";
}

std::vector<char32_t> code_points(std::span<const SignRange> ranges) {
    std::vector<char32_t> all;
    for (const SignRange& range : ranges) {
        CHECK(range.first <= range.last);
        CHECK(range.last <= 0xFFFF);  // the script's patterns have no more
        for (char32_t c = range.first; c <= range.last; ++c) {
            all.push_back(c);
        }
    }
    return all;
}

}  // namespace

TEST_CASE("KOReader's plugin has the data of plugin/grading") {
    json data = data_from("languages.json");
    data["signs"] = data_from("signs.json");
    std::string wanted =
        "-- The data of plugin/grading as Lua has them. When those change, test-grading makes this anew, with HORNBOOK_ACCEPT=1.\n"
        "-- luacheck: no max line length\nreturn " +
        in_lua(data, 0) + "\n";
    std::filesystem::path file = plugin_folder + "koreader/hornbook.koplugin/hornbook_rule.lua";
    if (std::getenv("HORNBOOK_ACCEPT") != nullptr) {
        std::ofstream(file, std::ios::binary) << wanted;
    }
    INFO("HORNBOOK_ACCEPT=1 makes the file anew");
    CHECK(bytes_of_file(file) == wanted);
}

TEST_CASE("rows are of language tags in lower case, in order, each once") {
    std::string last;
    for (const LanguageRow& row : language_rows()) {
        INFO(row.tag);
        CHECK(is_language_tag(row.tag));
        CHECK(row.tag == fold_case(row.tag));
        CHECK(last < row.tag);
        last = row.tag;
    }
    CHECK(language_rows().size() > 100);
}

TEST_CASE("what stands for itself or is dropped is in one class alone") {
    std::set<char32_t> seen;
    for (const SignRow& row : sign_rows()) {
        INFO(row.name << " " << row.text);
        std::vector<char32_t> all = code_points(row.signs);
        if (row.name == "times" || row.name == "full_stops" || row.name.starts_with("close_to")) {  // they come after the others
            continue;
        }
        for (char32_t c : all) {
            CHECK(seen.insert(c).second);
            for (char32_t digit = c + 1; row.name == "zeros" && digit <= c + 9; ++digit) {
                CHECK(seen.insert(digit).second);
            }
        }
    }
    CHECK(seen.size() > 600);
}

TEST_CASE("a row of a region says what it has as its own, its language the rest") {
    CHECK(of_language("de-CH", &LanguageRow::decimal_mark) == '.');
    CHECK(of_language("de-CH", &LanguageRow::sharp_s));
    CHECK(of_language("de-AT", &LanguageRow::decimal_mark, ',') == ',');
    CHECK(of_language("en-IN", &LanguageRow::groups_of_two));
    CHECK(of_language("en-IN", &LanguageRow::decimal_mark) == '.');
    CHECK(of_language("AR-ma", &LanguageRow::right_to_left));
    CHECK(of_language("de-1a-ch", &LanguageRow::decimal_mark) == '.');
    CHECK(of_language("", &LanguageRow::decimal_mark) == '\0');
    CHECK(letters_of("ru-RU").size() == 1);
    CHECK(letters_of("uk").empty());
}

}  // namespace hornbook
