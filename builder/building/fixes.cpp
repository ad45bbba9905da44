#include "building/fixes.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "model/mistakes.h"

namespace hornbook {
namespace {

// Kinds whose place is what the words of the hint stand instead of.
constexpr std::array kinds = {Mistake::bad_front_matter, Mistake::bad_language,     Mistake::bad_toml,          Mistake::missing_file,
                              Mistake::nearly_a_form,    Mistake::nearly_a_key,     Mistake::nearly_a_question, Mistake::nearly_an_answer,
                              Mistake::no_title,         Mistake::rounded_marks,    Mistake::stray_text,        Mistake::unknown_callout,
                              Mistake::unknown_chapter,  Mistake::unknown_footnote, Mistake::unknown_id,        Mistake::unknown_key,
                              Mistake::unknown_see,      Mistake::wrong_type};

// The words of a hint that says nothing else: "write `X`", "did you mean `X`?"
struct WantedWords {
    std::string_view words;
    bool is_guess = false;
};
std::optional<WantedWords> wanted_by(std::string_view hint) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 2> forms = {{{"write `", "`"}, {"did you mean `", "`?"}}};
    for (const auto& [beginning, ending] : forms) {
        if (hint.starts_with(beginning) && hint.ends_with(ending) && hint.size() > beginning.size() + ending.size()) {
            std::string_view words = hint.substr(beginning.size(), hint.size() - beginning.size() - ending.size());
            return words.find('`') == std::string_view::npos ? std::optional(WantedWords{words, ending.size() > 1}) : std::nullopt;
        }
    }
    return std::nullopt;
}

// A stretch of a line, in bytes from its beginning.
struct LinePart {
    std::size_t begin;
    std::size_t end;
};

// The part for which a guess stands: the name in a path, the key before its colon, the word of a fence.
LinePart guessed_part(Mistake mistake, std::string_view seen, std::string_view words) {
    LinePart part{0, seen.size()};
    std::size_t hash = seen.find('#');
    if (words.ends_with(':')) {
        part.end = std::min(seen.find(':'), seen.size() - 1) + 1;
    } else if (mistake == Mistake::missing_file) {
        part.begin = seen.rfind('/') + 1;
    } else if (mistake == Mistake::nearly_a_form) {
        part.begin = std::min(seen.find_first_not_of("`~"), seen.size());
    } else if (hash != std::string_view::npos && words.starts_with('#')) {
        part.begin = hash;
    } else if (hash != std::string_view::npos && words.find('#') == std::string_view::npos) {
        part.end = hash;
    }
    return part;
}

// The part of the line that the words replace, which may have more of the line in them than the place has.
LinePart written_part(Mistake mistake, std::string_view line, LinePart place, std::string_view words) {
    std::string_view before = line.substr(0, place.begin);
    std::string_view rest = trim(line.substr(place.end));
    bool at_margin = mistake == Mistake::nearly_a_question || mistake == Mistake::nearly_an_answer;
    if (trim(before).empty() ? at_margin : words.starts_with(before)) {
        place.begin = 0;
    }
    if (!rest.empty() && words.ends_with(rest)) {
        place.end = line.size();
    }
    return place;
}

// The part without the quotation marks around it, which a text in book.toml keeps.
LinePart within_quotation_marks(std::string_view line, LinePart part) {
    std::string_view seen = line.substr(part.begin, part.end - part.begin);
    bool quoted = seen.size() > 1 && (seen.front() == '"' || seen.front() == '\'') && seen.back() == seen.front();
    return quoted ? LinePart{part.begin + 1, part.end - 1} : part;
}

}  // namespace

std::optional<Fix> fix_for(const Diagnostic& diagnostic, const Sources& sources) {
    std::optional<WantedWords> wanted = wanted_by(diagnostic.hint);
    bool is_known = std::find(kinds.begin(), kinds.end(), diagnostic.mistake) != kinds.end();
    Place place = diagnostic.place;
    if (!wanted || !is_known || !place || place.file >= sources.size() || place.column == 0) {
        return std::nullopt;
    }
    std::string_view line = sources[place.file].line(place.line);
    LinePart part{std::min<std::size_t>(line.size(), place.column - 1),
                  std::min<std::size_t>(line.size(), place.column - 1 + place.length)};
    if (sources[place.file].path == "book.toml" && diagnostic.mistake != Mistake::wrong_type) {
        part = within_quotation_marks(line, part);
    }
    if (part.begin == part.end) {
        return std::nullopt;
    }
    if (wanted->is_guess) {
        LinePart within = guessed_part(diagnostic.mistake, line.substr(part.begin, part.end - part.begin), wanted->words);
        part = {part.begin + within.begin, part.begin + within.end};
    } else {
        part = written_part(diagnostic.mistake, line, part, wanted->words);
    }
    place.column = static_cast<std::uint32_t>(part.begin + 1);
    place.length = static_cast<std::uint32_t>(part.end - part.begin);
    return Fix{"Write `" + std::string(wanted->words) + "`", {{place, std::string(wanted->words)}}};
}

}  // namespace hornbook
