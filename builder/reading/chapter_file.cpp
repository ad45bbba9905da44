#include "reading/chapter_file.h"

#include <algorithm>

#include "base/text.h"
#include "reading/forms/footnotes.h"

namespace hornbook {
namespace {

// YAML or TOML between two lines `---` or `+++` at the very beginning. Returns how many lines it takes.
std::size_t front_matter(const Lines& lines) {
    if (lines.empty() || (trim(lines[0].text) != "---" && trim(lines[0].text) != "+++")) {
        return 0;
    }
    std::string_view mark = trim(lines[0].text);
    for (std::size_t at = 1; at < lines.size() && at < 200; ++at) {
        if (trim(lines[at].text) == mark) {
            return lines[1].text.find_first_of(":=") != std::string_view::npos ? at + 1 : 0;
        }
    }
    return 0;
}

// Whether a title was written that another mistake, such as text nested too deeply, keeps from being seen.
bool has_hidden_title(const ProseReader& reader, const Lines& lines) {
    return reader.diagnostics.has_errors() &&
           std::any_of(lines.begin(), lines.end(), [](const Line& line) { return line.text.starts_with("# "); });
}

void take_title(ProseReader& reader, Chapter& chapter, const Lines& lines) {
    Blocks rest;
    for (Block& block : chapter.blocks) {
        auto* heading = std::get_if<Heading>(&block.kind);
        if (heading == nullptr || heading->level != 1) {
            rest.push_back(std::move(block));
        } else if (!chapter.place) {
            chapter.title = std::move(heading->text);
            chapter.place = block.place;
        } else {
            reader.diagnostics.add(Mistake::second_title, block.place, "this chapter has a second title",
                                   "use `##` for a section, or put it in a file of its own");
            heading->level = 2;
            rest.push_back(std::move(block));
        }
    }
    chapter.blocks = std::move(rest);
    if (!chapter.place) {
        if (!has_hidden_title(reader, lines)) {
            reader.diagnostics.add(Mistake::no_title, {reader.file, 1, 1, 0}, "this chapter has no title",
                                   "begin it with a line `# Title`");
        }
        chapter.place = {reader.file, 1, 1, 0};
        chapter.title.push_back({Text{chapter.file}, chapter.place});
    }
}

}  // namespace

Chapter read_chapter(ProseReader& reader, std::string file_name) {
    Chapter chapter;
    chapter.file = std::move(file_name);
    chapter.source = reader.file;
    Lines lines = lines_of(reader.source());
    if (std::size_t count = front_matter(lines); count != 0) {
        reader.diagnostics.add(Mistake::front_matter, place_of(reader.file, lines[0], lines[0].text), "front matter is skipped",
                               "book.toml and the `# Title` line say what Hornbook needs");
        lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(count));
    }
    chapter.blocks = read_blocks(reader, lines);
    take_title(reader, chapter, lines);
    check_footnotes(reader);
    chapter.footnotes = std::move(reader.footnotes);
    chapter.quizzes = std::move(reader.quizzes);
    return chapter;
}

}  // namespace hornbook
