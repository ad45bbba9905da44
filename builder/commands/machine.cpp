#include "commands/machine.h"

#include <unistd.h>

#include <charconv>
#include <cstdlib>
#include <filesystem>

#include "base/counted.h"
#include "base/files.h"
#include "base/folder.h"
#include "base/limits.h"
#include "base/trouble.h"
#include "building/pack.h"

namespace hornbook {

std::optional<std::int64_t> source_date() {
    const char* text = std::getenv("SOURCE_DATE_EPOCH");
    if (text == nullptr || *text == '\0') {
        return std::nullopt;
    }
    std::string_view digits(text);
    std::int64_t seconds = 0;
    auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
    constexpr std::int64_t year_10000 = 253402300800;
    if (error != std::errc{} || end != digits.data() + digits.size() || seconds < 0 || seconds >= year_10000) {
        throw Trouble("SOURCE_DATE_EPOCH is `" + std::string(digits) + "`, not a number of seconds since 1970");
    }
    return seconds;
}

std::string program_beside(const std::string& name) {
    std::error_code error;
    std::filesystem::path beside = std::filesystem::read_symlink("/proc/self/exe", error).parent_path() / name;
    return !error && access(beside.c_str(), X_OK) == 0 ? beside.string() : name;
}

std::string pictures_program() {
    return program_beside("hornbook-pictures");
}

std::optional<std::string> studio_page() {
    std::string beside = folder_holding(program_beside("hornbook"));
    for (const std::string& folder : {beside, beside + "/studio", beside + "/../share/hornbook"}) {
        if (is_there(folder + "/" + std::string(studio_name))) {
            if (ReadFile file = Folder(folder).read(studio_name, limits::unpacked_bytes)) {
                return file.bytes;
            }
        }
    }
    return std::nullopt;
}

std::string bytes_in_words(std::size_t bytes) {
    return bytes < 10'000       ? std::to_string(bytes) + " bytes"
           : bytes < 10'000'000 ? std::to_string(bytes / 1000) + " kB"
                                : std::to_string(bytes / 1'000'000) + " MB";
}

std::string errors_and_warnings(std::size_t errors, std::size_t warnings) {
    return (errors > 0 ? counted(errors, "error") : "") + (errors > 0 && warnings > 0 ? ", " : "") +
           (warnings > 0 ? counted(warnings, "warning") : "");
}

}  // namespace hornbook
