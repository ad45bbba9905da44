// Codes that a camera read: put together in any order, once each; what is missing or does not fit is named.
#include "results/frames.h"

#include <libdeflate.h>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>

#include "catch.h"
#include "results/class_results.h"
#include "results/class_table.h"
#include "small_class.h"

using namespace hornbook;

namespace {

constexpr std::string_view signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

std::string base45(std::string_view bytes) {
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += 2) {
        bool is_pair = at + 1 < bytes.size();
        unsigned value = static_cast<unsigned char>(bytes[at]);
        value = is_pair ? value * 256 + static_cast<unsigned char>(bytes[at + 1]) : value;
        text += {signs[value % 45], signs[value / 45 % 45]};
        text += is_pair ? std::string(1, signs[value / 2025]) : "";
    }
    return text;
}

std::string packed(const std::string& text) {
    std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> packer(libdeflate_alloc_compressor(9),
                                                                                         &libdeflate_free_compressor);
    std::string bytes(libdeflate_deflate_compress_bound(packer.get(), text.size()), '\0');
    bytes.resize(libdeflate_deflate_compress(packer.get(), text.data(), text.size(), bytes.data(), bytes.size()));
    return bytes;
}

std::string sum_in_digits(const std::string& text) {
    char digits[9];
    std::snprintf(digits, sizeof digits, "%08X", libdeflate_crc32(0, text.data(), text.size()));
    return digits;
}

// pupils: in hexadecimal digits.
std::vector<FoundCode> frames_of(const std::string& text, std::size_t count, const std::string& pupils = "37") {
    std::string body = base45(packed(text));
    std::size_t each = body.size() / count / 3 * 3 + 3;
    std::vector<FoundCode> codes;
    for (std::size_t i = 0; i < count; ++i) {
        codes.push_back({"IMG_" + std::to_string(i + 1) + ".jpg", "HB1/" + std::to_string(i + 1) + "/" + std::to_string(count) + "/" +
                                                                      sum_in_digits(text) + "/" + pupils + "/" +
                                                                      body.substr(i * each, each)});
    }
    return codes;
}

std::string line_of(const std::string& name) {
    return nlohmann::ordered_json::parse(bytes_of_file(class_folder / "exports" / name)).dump() + "\n";
}

std::string all_lines() {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(class_folder / "exports")) {
        names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    std::string text;
    for (const std::string& name : names) {
        text += line_of(name);
    }
    return text;
}

std::string only_remark(const FramesReading& reading) {
    return reading.results.empty() && reading.remarks.size() == 1 ? shown(reading.remarks[0]) : "?";
}

}  // namespace

TEST_CASE("codes make the table that the files make, in any order and twice") {
    Book book = small_book();
    std::vector<FoundCode> codes = frames_of(all_lines(), 7);
    std::reverse(codes.begin(), codes.end());
    codes.push_back(codes[2]);
    FramesReading reading = read_frames(codes);
    CHECK(reading.remarks.empty());
    CHECK(make_class_table(collect_results(book, reading.results)) == make_class_table(collect_results(book, small_exports())));
}

TEST_CASE("what a code and a file tell counts once") {
    Book book = small_book();
    std::vector<Results> files = small_exports();
    FramesReading reading = read_frames(frames_of(line_of("pupil-03-student.json"), 1));
    REQUIRE(reading.results.size() == 1);
    std::string before = make_class_table(collect_results(book, files));
    files.push_back(reading.results[0]);
    CHECK(make_class_table(collect_results(book, files)) == before);
}

TEST_CASE("frames that are missing are named") {
    std::vector<FoundCode> codes = frames_of(all_lines(), 12, "372C20466F78");
    codes.erase(codes.begin() + 2);
    CHECK(
        only_remark(read_frames(codes)) ==
        "IMG_1.jpg: not taken: picture 3 of 12 of pupils 7, Fox is missing: show it again and photograph it; without it the others do not "
        "count");
    codes.erase(codes.begin() + 1, codes.begin() + 11);
    CHECK(only_remark(read_frames(codes)) ==
          "IMG_1.jpg: not taken: pictures 2, 3, 4, 5, 6, 7, 8, 9 and 3 more of 12 of pupils 7, Fox are missing: show them again and "
          "photograph them; without them the others do not count");
    FramesReading two = read_frames({frames_of(line_of("pupil-03-student.json"), 1)[0], codes[0]});
    CHECK(two.results.size() == 1);
    CHECK(two.remarks.size() == 1);
}

TEST_CASE("what no plugin shows is refused") {
    std::string text = line_of("pupil-03-student.json");
    std::vector<FoundCode> codes = frames_of(text, 2);
    for (const char* code :
         {"HB1/", "HB1/1/2/00000000/37", "HB1/0/1/00000000/37/", "HB1/2/1/00000000/37/", "HB1/1/99999/00000000/37/", "HB1/1/1/0000000/37/",
          "HB1/1/1/0000000G/37/", "HB1/1/1/00000000/3/", "HB1/1/1/00000000/FF/", "HB1/-1/1/00000000/37/"}) {
        CHECK(only_remark(read_frames({{"a.jpg", code}})) ==
              "a.jpg: not taken: the code in it is not one of this plugin's; a newer Hornbook may read it");
    }
    std::string torn = "IMG_1.jpg: not taken: the codes of pupil 7 do not fit together: show them again and photograph them anew";
    for (const auto& spoil : std::vector<std::function<void(std::vector<FoundCode>&)>>{
             [](auto& c) { c[1].text.pop_back(); },
             [](auto& c) { c[1].text += "AA"; },
             [](auto& c) { c[1].text.back() = 'a'; },
             [](auto& c) {
                 c.push_back({"x.jpg", c[1].text + "000"});
             },
             [](auto& c) { c[0].text.replace(8, 1, c[0].text[8] == '0' ? "1" : "0"), c[1].text.replace(8, 1, c[0].text.substr(8, 1)); },
         }) {
        std::vector<FoundCode> spoilt = codes;
        spoil(spoilt);
        CHECK(only_remark(read_frames(spoilt)) == torn);
    }
    CHECK(only_remark(read_frames(frames_of("{}\n", 1))) ==
          "IMG_1.jpg: not taken: what its code holds does not count: it is not a file of results");
    CHECK(only_remark(read_frames(frames_of(std::string(results_file_bytes + 1, ' '), 1))) == torn);
}

TEST_CASE("a file of codes has one on each line") {
    std::vector<FoundCode> codes = codes_in_text("c.txt", "HB1/a\r\nnot one\nHB1/b");
    REQUIRE(codes.size() == 2);
    CHECK(codes[0].text == "HB1/a");
    CHECK(codes[1].text == "HB1/b");
    CHECK(codes_in_text("c.txt", "3188 07 100 59\n").empty());
}
