#include "results/csv.h"

#include "catch.h"

using namespace hornbook;

TEST_CASE("cells that a spreadsheet would run begin with an apostrophe, and lose it on the way back") {
    for (const char* text : {"=1+1", " +1", "-2", "@x", "\tx", "＝1", " ＝1", "'=1", "''-5", "'\tx", "\nx", "＠x"}) {
        std::string row = csv_row({text, "b"});
        INFO(row);
        CHECK(row == "\"'" + std::string(text) + "\",\"b\"\r\n");
        CHECK(read_csv(row).rows.at(0).cells == std::vector<std::string>{text, "b"});
    }
    CHECK(csv_row({"a=b", "say \"x\"", "'tis", ""}) == "\"a=b\",\"say \"\"x\"\"\",\"'tis\",\"\"\r\n");
    CHECK(read_csv("'tis,'").rows.at(0).cells == std::vector<std::string>{"'tis", "'"});
}

TEST_CASE("tables of every country are read") {
    std::vector<std::string> head = {"pupil", "name"};
    for (const char* text : {"pupil,name\n7,\"A, B\"\n", "pupil;name\r\n7;A, B\r\n", "\xEF\xBB\xBFpupil\tname\r7\tA, B"}) {
        CsvReading table = read_csv(text);
        INFO(text);
        REQUIRE(table.rows.size() == 2);
        CHECK(table.rows[0].cells == head);
        CHECK(table.rows[1].cells == std::vector<std::string>{"7", "A, B"});
        CHECK(table.rows[1].line == 2);
    }
}

TEST_CASE("the head tells what divides cells") {
    CHECK(read_csv("pupil;name\n7;A, B, C, D\n").rows.at(1).cells == std::vector<std::string>{"7", "A, B, C, D"});
}

TEST_CASE("lines are counted through cells of several lines and empty rows") {
    CsvReading table = read_csv("a,b\n\"x\ny\",1\n\n,\n z,2\n");
    REQUIRE(table.rows.size() == 3);
    CHECK(table.rows[1].cells[0] == "x\ny");
    CHECK(table.rows[2].line == 6);
}

TEST_CASE("what is no table is said so") {
    CHECK(read_csv("a,\"b\nc").refusal == "the quotation mark on line 1 is never closed");
    CHECK(read_csv("name\nJos\xE9\n").refusal == "it is not UTF-8 text; a spreadsheet saves it as `CSV UTF-8`");
    CHECK(read_csv(std::string(1'200'000, ',')).refusal == "it has too many cells");
    CHECK(read_csv("").rows.empty());
}

TEST_CASE("Unicode text of Excel is read") {
    std::string utf16(
        "\xFF\xFE"
        "a\0,\0b\0\n\0\x1D\x04,\0"
        "1\0",
        16);
    CsvReading table = read_csv(utf16);
    REQUIRE(table.rows.size() == 2);
    CHECK(table.rows[1].cells[0] == "Н");
}
