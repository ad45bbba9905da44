// The chapter of all messages, from the smallest books that earn them.
#include <filesystem>
#include <utility>
#include <vector>

#include "base/text.h"
#include "catch.h"
#include "manual/reference.h"
#include "model/mistakes.h"
#include "temporary_folder.h"

namespace hornbook {
namespace {

struct Row {
    std::string_view code;
    Severity severity;
};

constexpr auto rows = std::to_array<Row>({
#define MISTAKE(name, code, severity) {code, Severity::severity},
#include "model/mistakes.def"
#undef MISTAKE
});

// The first message of that code, with its lines of source and its hint.
std::string message_of(std::string_view code) {
    std::string said = bytes_of_file(std::filesystem::path(HORNBOOK_SOURCE_DIR) / "tests/mistakes" / code / "expected.txt");
    std::string message;
    for (std::string_view line : split(said, '\n')) {
        bool begins = !line.empty() && line[0] != ' ';
        if (begins && !message.empty()) {
            break;
        }
        if (begins ? line.ends_with("[" + std::string(code) + "]") : !message.empty() && !line.empty()) {
            message += std::string(line) + "\n";
        }
    }
    return message;
}

}  // namespace

std::string chapter_of_messages() {
    std::string chapter =
        "# Every message {#messages}\n\nA message names the file, the line and the column, shows the line, and says what to write. The "
        "word in brackets is its code, by which it is listed here. "
        "An **error** stops the book; a **warning** does not, unless `--strict` is given; a **note** tells what you may want to know.\n";
    const std::vector<std::pair<Severity, std::string>> parts = {
        {Severity::error, "Errors"}, {Severity::warning, "Warnings"}, {Severity::note, "Notes"}};
    for (const auto& [severity, title] : parts) {
        chapter += "\n## " + title + " {#" + fold_case(title) + "}\n";
        for (const Row& row : rows) {
            if (row.severity == severity) {
                chapter +=
                    "\n### `" + std::string(row.code) + "` {#message-" + std::string(row.code) + "}\n\n" + as_block(message_of(row.code));
            }
        }
    }
    return chapter;
}

}  // namespace hornbook
