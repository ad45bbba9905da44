#include "results/file_kind.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "results/csv.h"
#include "results/frames.h"

namespace hornbook {
namespace {

constexpr std::size_t longest_head = 2000;  // bytes

// Whether it is a still picture in ISO BMFF, such as HEIC: a box `ftyp` with one of its brands.
bool is_still_picture(std::string_view bytes) {
    constexpr std::string_view brands[] = {"heic", "heix", "heim", "heis", "mif1", "msf1", "avif"};
    return bytes.size() >= 12 && bytes.substr(4, 4) == "ftyp" &&
           std::find(std::begin(brands), std::end(brands), bytes.substr(8, 4)) != std::end(brands);
}

bool is_picture(std::string_view bytes) {
    using namespace std::string_view_literals;
    constexpr std::string_view beginnings[] = {"\xFF\xD8\xFF"sv, "\x89PNG\r\n\x1A\n"sv, "GIF87a"sv, "GIF89a"sv, "II*\0"sv, "MM\0*"sv};
    bool is_bitmap = bytes.starts_with("BM") && bytes.size() > 26 && bytes.substr(6, 4) == "\0\0\0\0"sv;
    bool is_webp = bytes.starts_with("RIFF") && bytes.size() >= 12 && bytes.substr(8, 4) == "WEBP";
    return is_bitmap || is_webp || is_still_picture(bytes) ||
           std::any_of(std::begin(beginnings), std::end(beginnings), [&](std::string_view begin) { return bytes.starts_with(begin); });
}

// The head of a table, whatever sign divides its cells.
std::string head_of(std::string_view text) {
    std::string head(text.substr(0, std::min(text.find('\n'), longest_head)));
    std::erase_if(head, [](char c) { return c == '"' || c == '\r'; });
    std::replace_if(
        head.begin(), head.end(), [](char c) { return c == ';' || c == '\t'; }, ',');
    return head;
}

bool is_page_made_here(std::string_view text) {
    constexpr std::string_view marks[] = {R"(<section class="overview" aria-labelledby="overview">)", R"(<section class="own-page">)",
                                          R"(download="hornbook-codes.txt")", "/* What the page of a class wears"};
    return text.starts_with("<!DOCTYPE html>") && std::any_of(std::begin(marks), std::end(marks), [&](std::string_view mark) {
               return text.find(mark) != std::string_view::npos;
           });
}

// Whether a spreadsheet is of our making: its date is the first one of zip files; others have the day on which they were saved.
bool is_spreadsheet_made_here(std::string_view bytes) {
    using namespace std::string_view_literals;
    return bytes.size() > 40 && bytes.starts_with("PK\x03\x04") && bytes.substr(10, 4) == "\0\0\x21\0"sv &&
           bytes.substr(30).starts_with("mimetypeapplication/vnd.oasis.opendocument.spreadsheet");
}

}  // namespace

FileKind kind_of_file(std::string_view bytes) {
    if (is_picture(bytes)) {
        return FileKind::picture;
    }
    if (is_spreadsheet_made_here(bytes)) {
        return FileKind::made_here;
    }
    std::string refusal;
    std::string text = utf8_text(bytes, refusal);
    if (!codes_in_text({}, text).empty()) {
        return FileKind::codes;
    }
    std::string head = head_of(text);
    bool is_export = (trim(text).starts_with('{') && text.find("\"hornbook-results\"") != std::string::npos) ||
                     head.starts_with("title,edition,pupil,quiz,attempt,");
    return is_export                                                            ? FileKind::results
           : is_page_made_here(text) || head.starts_with("pupil,name,edition,") ? FileKind::made_here
                                                                                : FileKind::other;
}

}  // namespace hornbook
