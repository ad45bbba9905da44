#include "reading/front_matter.h"

#include <algorithm>

#include "base/language_tag.h"
#include "base/text.h"
#include "model/mistakes.h"
#include "reading/forms/teachers_lines.h"

namespace hornbook {
namespace {

constexpr std::size_t most_lines = 500;

bool is_key_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

// Whether a line is `key: value` or `key = value` (mark: ':' or '=').
bool begins_with_key(std::string_view line, char mark) {
    std::size_t end = static_cast<std::size_t>(std::find_if_not(line.begin(), line.end(), is_key_character) - line.begin());
    std::string_view rest = line.substr(end);
    if (mark == '=') {
        return line.starts_with('[') || (end > 0 && trim(rest).starts_with('='));
    }
    std::string_view behind = trim(rest);  // some write `key : value`
    return end > 0 && behind.starts_with(':') && (behind.size() == 1 || behind[1] == ' ' || behind[1] == '\t');
}

enum class Begins { not_at_all, perhaps, surely };

// How the lines begin. `---` alone is a thematic break of CommonMark: only a key on the very next line makes it front matter. A lower-case
// key cannot be prose.
Begins begins(const Lines& lines) {
    std::string_view mark = lines.empty() ? std::string_view() : std::string_view(lines[0].text);
    mark = mark.substr(0, mark.find_last_not_of(" \t") + 1);
    if (lines.size() < 2 || (mark != "---" && mark != "+++")) {
        return Begins::not_at_all;
    }
    auto first = std::find_if(lines.begin() + 1, lines.end(), [](const Line& line) { return !line.text.starts_with('#'); });
    if (first == lines.end() || !begins_with_key(first->text, mark == "---" ? ':' : '=')) {
        return Begins::not_at_all;
    }
    return first->text[0] >= 'a' && first->text[0] <= 'z' ? Begins::surely : Begins::perhaps;
}

// The index of the line that ends front matter, or 0. YAML may end with `...`.
std::size_t end_of_matter(const Lines& lines) {
    std::string_view mark = trim(lines[0].text);
    for (std::size_t at = 1; at < std::min(lines.size(), most_lines); ++at) {
        std::string_view text = lines[at].text;
        text = text.substr(0, text.find_last_not_of(" \t") + 1);
        if (text == mark || (mark == "---" && text == "...")) {
            return at;
        }
    }
    return 0;
}

// Whether it is empty, `---` right after `---`, so that it is taken away without a message.
bool is_empty(const Lines& lines) {
    return lines.size() > 1 && lines[0].text == "---" && lines[1].text == "---";
}

void take_language(FrontMatter& matter, const FrontMatterKey& key, Diagnostics& diagnostics) {
    if (is_language_tag(key.value)) {
        matter.language = key.value;
    } else {
        matter.language = meant_language(key.value);
        diagnostics.add(Mistake::bad_language, key.place, "`" + key.value + "` is not a language tag", hint_on_language(matter.language));
    }
}

enum class Audience { teachers, others, doubtful };

// The audience that a word names. A word that speaks of teachers and is not understood must not let pupils see the chapter.
Audience audience_of(std::string_view word) {
    std::string folded = fold_case(trim(word));
    for (std::string_view name : {"teacher", "teachers", "instructor", "instructors"}) {
        if (folded == name) {
            return Audience::teachers;
        }
    }
    return names_teachers(folded) ? Audience::doubtful : Audience::others;
}

// Takes the key `audience`; returns whether it was of use.
bool take_audience(FrontMatter& matter, const FrontMatterKey& key, Diagnostics& diagnostics) {
    std::vector<std::string> words = key.items.empty() ? std::vector{key.value} : key.items;
    std::size_t for_teachers = 0;
    for (const std::string& word : words) {
        Audience audience = audience_of(word);
        for_teachers += audience == Audience::teachers ? 1U : 0U;
        if (audience == Audience::doubtful) {
            diagnostics.add(Mistake::unknown_value, key.place, "there is no audience `" + word + "`",
                            "write `audience: teachers` for what is for teachers alone; without `audience` it is for all");
            return true;
        }
    }
    matter.for_teachers = for_teachers == words.size();
    matter.audience_place = key.place;
    return for_teachers > 0;
}

// Whether the key marks a draft, which other tools do not publish.
bool says_draft(const FrontMatterKey& key) {
    return (key.name == "draft" && key.value == "true") || (key.name == "published" && key.value == "false");
}

FrontMatter judge(const FrontMatterKeys& read, Place whole, Diagnostics& diagnostics) {
    FrontMatter matter;
    std::vector<std::string> unused;
    bool names_others = false;  // than teachers, as its audience
    for (const FrontMatterKey& key : read.keys) {
        if (key.name == "title" && !trim(key.value).empty()) {
            matter.title = collapse_spaces(key.value);
            matter.title_place = key.place;
        } else if (key.name == "lang" || key.name == "language") {
            take_language(matter, key, diagnostics);
        } else if (!nearest(fold_case(key.name), {"audience"}).empty() && take_audience(matter, key, diagnostics)) {
            continue;
        } else if (says_draft(key)) {
            matter.unused_draft = key.name + ": " + key.value;
            matter.draft_place = key.place;
        } else if (unused.size() < 20) {
            names_others = names_others || !nearest(fold_case(key.name), {"audience"}).empty();
            unused.push_back("`" + key.name + "`");
        }
    }
    if (!unused.empty()) {
        diagnostics.add(Mistake::front_matter, whole,
                        "front matter: " + join(unused, ", ") + (unused.size() == 1 ? " is" : " are") + " not used",
                        names_others ? "the only audience to name is `teachers`; without the line a chapter is for all"
                                     : "a chapter takes `title`, `lang` and `audience` from it; the rest is said in book.toml");
    }
    return matter;
}

// Reports `audience: teachers` near the beginning where it is only text: below an empty line, between other fences, in a comment.
void tell_lost_audience(std::uint32_t file, const Lines& lines, Diagnostics& diagnostics) {
    constexpr std::size_t near_the_beginning = 12;  // lines that are not empty
    bool in_code = false;
    std::size_t seen = 0;
    for (const Line& line : lines) {
        std::string_view text = trim(line.text);
        seen += text.empty() ? 0 : 1;
        if (seen > near_the_beginning) {
            return;
        }
        in_code = (text.starts_with("```") || text.starts_with("~~~")) && seen > 1 ? !in_code : in_code;
        std::string_view row = text.substr(std::min(text.find_first_not_of("<!-%*_ "), text.size()));
        std::size_t end = std::min(row.find_first_of(":="), row.size());
        bool is_key = end < row.size() && fold_case(trim(row.substr(0, end))) == "audience";
        if (!in_code && is_key && names_teachers(row.substr(end + 1))) {
            diagnostics.add(Mistake::nearly_a_form, place_of(file, line, text),
                            "`" + std::string(text) + "` is not in front matter here, so pupils would read this chapter",
                            "let the very first lines of the file be `---`, `audience: teachers` and `---`");
            return;
        }
    }
}

FrontMatter read_front_matter(const Source& source, std::uint32_t file, Lines& lines, Diagnostics& diagnostics) {
    if (is_empty(lines)) {
        lines.erase(lines.begin(), lines.begin() + 2);
        return {};
    }
    Begins sure = begins(lines);
    std::size_t end = sure == Begins::not_at_all ? 0 : end_of_matter(lines);
    if (end == 0 && sure != Begins::surely) {
        return {};
    }
    Place whole = place_of(file, lines[0], lines[0].text);
    if (end == 0) {
        diagnostics.add(Mistake::bad_front_matter, whole, "front matter begins here and never ends",
                        "end it with a line `" + std::string(trim(lines[0].text)) + "`");
        return {};
    }
    Lines inside(lines.begin() + 1, lines.begin() + static_cast<std::ptrdiff_t>(end));
    bool toml = lines[0].text.starts_with('+');
    lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(end + 1));
    FrontMatterKeys read = toml ? read_toml_keys(file, inside) : read_yaml_keys(source, file, inside);
    if (!read.problem.empty()) {
        diagnostics.add_misread(Mistake::bad_front_matter, read.problem_place, read.problem, read.hint,
                                {file, whole.line, read.problem_place.line});
        return {};
    }
    return judge(read, whole, diagnostics);
}

}  // namespace

FrontMatter take_front_matter(const Source& source, std::uint32_t file, Lines& lines, Diagnostics& diagnostics) {
    FrontMatter matter = read_front_matter(source, file, lines, diagnostics);
    if (!matter.for_teachers) {
        tell_lost_audience(file, lines, diagnostics);
    }
    return matter;
}

}  // namespace hornbook
