#include "reading/questions/near_keys.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/ascii.h"
#include "base/text.h"
#include "model/mistakes.h"
#include "model/words.h"
#include "reading/questions/question.h"

namespace hornbook {
namespace {

constexpr std::array<OtherKey, 39> keys_of_others = {{
    {"point", "marks", true},
    {"points", "marks", true},
    {"pts", "marks", true},
    {"score", "marks", false},
    {"grade", "marks", false},
    {"weight", "marks", false},
    {"worth", "marks", false},
    {"max score", "marks", true},
    {"maximum marks", "marks", true},
    {"default grade", "marks", true},
    {"clue", "hint", false},
    {"hints", "hint", true},
    {"explanation", "feedback", true},
    {"explanations", "feedback", true},
    {"explain", "feedback", false},
    {"rationale", "feedback", true},
    {"general feedback", "feedback", true},
    {"comment", "feedback", false},
    {"because", "feedback", false},
    {"reference", "see", false},
    {"refer to", "see", false},
    {"rubric", "key", true},
    {"model answer", "key", true},
    {"sample answer", "key", true},
    {"marking notes", "key", true},
    {"mark scheme", "key", true},
    {"name", "id", false},
    {"identifier", "id", false},
    {"shuffle", "", false},
    {"time", "", false},
    {"time limit", "", false},
    {"difficulty", "", false},
    {"tags", "", false},
    {"category", "", false},
    {"type", "", false},
    {"exact", "", false},
    {"case", "", false},
    {"case sensitive", "", false},
    {"penalty", "", false},
}};

struct KeyLikeLine {
    std::string_view seen;  // with its colon
    std::string word;       // in lower case, without signs of emphasis
    std::string_view value;
    bool at_margin = false;
    bool has_capital = false;
};

std::optional<KeyLikeLine> key_like_line(std::string_view line) {
    constexpr std::size_t longest = 24;
    std::string_view text = trim(line);
    constexpr std::string_view wide = "：";
    std::size_t wide_colon = text.find(wide);
    std::size_t colon = std::min(text.find(':'), wide_colon);
    if (colon == std::string_view::npos || colon == 0 || colon > longest) {
        return std::nullopt;
    }
    KeyLikeLine made;
    for (char c : text.substr(0, colon)) {
        bool capital = c >= 'A' && c <= 'Z';
        if (!is_ascii_letter(c) && c != ' ' && c != '*' && c != '_') {
            return std::nullopt;
        }
        made.has_capital = made.has_capital || capital;
        if (c != '*' && c != '_') {
            made.word += static_cast<char>(capital ? c - 'A' + 'a' : c);
        }
    }
    made.word = std::string(trim(made.word));
    std::size_t end = std::min(text.find_first_not_of("*_", colon + (colon == wide_colon ? wide.size() : 1)), text.size());
    made.seen = text.substr(0, end);
    made.value = trim(text.substr(end));
    made.at_margin = line.starts_with(text.substr(0, 1));
    return made;
}

// Whether the row's key is meant: marks must have a number, so "Score: high" is prose.
bool is_meant_by(const OtherKey& row, const KeyLikeLine& line) {
    bool is_number = !line.value.empty() && is_ascii_digit(line.value[0]);
    return row.written == line.word && (row.with_capital || !line.has_capital) && (row.meant != "marks" || is_number);
}

std::string key_hint(const OtherKey& row, std::string_view value) {
    if (row.meant.empty()) {
        return "a question has no such key: take the line out, or leave it if pupils should read it";
    }
    return "write `" + std::string(row.meant) + ": " + (value.empty() ? "…" : std::string(value)) + "`";
}

}  // namespace

std::span<const OtherKey> other_keys() {
    return keys_of_others;
}

std::string_view key_meant_by(std::string_view word) {
    std::span<const std::string_view> own = keys_of_questions();
    auto key = std::find(own.begin(), own.end(), word);
    if (key != own.end()) {
        return *key;
    }
    const auto* row =
        std::find_if(keys_of_others.begin(), keys_of_others.end(), [&](const OtherKey& other) { return other.written == word; });
    return row != keys_of_others.end() ? row->meant : std::string_view();
}

std::optional<NearKey> near_key(std::string_view line) {
    std::optional<KeyLikeLine> found = key_like_line(line);
    if (!found) {
        return std::nullopt;
    }
    std::span<const std::string_view> own = keys_of_questions();
    if (std::find(own.begin(), own.end(), found->word) != own.end()) {
        // Short words with a capital and a value may be prose: "Key: red is land", "See: the map", "Id: 7".
        bool plain = found->word.size() > 3 || found->value.empty() || !found->has_capital;
        return plain ? std::optional(NearKey{found->seen, key_hint({"", found->word, true}, found->value)}) : std::nullopt;
    }
    const auto* row =
        std::find_if(keys_of_others.begin(), keys_of_others.end(), [&](const OtherKey& other) { return is_meant_by(other, *found); });
    if (row != keys_of_others.end()) {
        return NearKey{found->seen, key_hint(*row, found->value)};
    }
    bool may_slip = found->word.size() > 2 && !found->has_capital && found->at_margin;
    std::string_view near = may_slip ? nearest(found->word, {own.begin(), own.end()}) : std::string_view();
    return near.empty() ? std::nullopt : std::optional(NearKey{found->seen, "did you mean `" + std::string(near) + ":`?"});
}

namespace {

struct KeyInWords {
    std::string word;  // folded
    std::string_view key;
};

// Words for keys in many languages. Those that a book has for them come from its tables.
std::vector<KeyInWords> keys_in_words() {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> rows = {{
        {"hint",
         "hinweis|hinweise|tip|tips|tipp|tipps|astuce|indice|pista|dica|suggerimento|подсказка|підказка|ipucu|wskazówka|רמז|संकेत|ヒント|"
         "提示"},
        {"feedback",
         "erklärung|begründung|rückmeldung|explication|explications|commentaire|justification|explicación|retroalimentación|spiegazione|"
         "explicação|comentário|uitleg|toelichting|wyjaśnienie|komentarz|объяснение|пояснение|комментарий|пояснення|коментар|açıklama|شرح|"
         "הסבר|व्याख्या|解説|解释|解析|說明"},
        {"key", "bewertung|korrekturhinweis|korrekturhinweise|barème|corrección|correzione|correção|критерии|критерії|ocenianie"},
    }};
    std::vector<KeyInWords> all;
    for (std::string_view tag : languages_of_words()) {
        Words words = words_for(tag);
        all.push_back({fold_case(words.hint), "hint"});
        all.push_back({fold_case(words.feedback), "feedback"});
        all.push_back({fold_case(words.marking_notes), "key"});
        all.push_back({fold_case(words.model_answer), "key"});
    }
    for (const auto& [key, words] : rows) {
        for (std::string_view word : split(words, '|')) {
            all.push_back({fold_case(word), key});
        }
    }
    return all;
}

}  // namespace

std::string hint_on_key_in_words(std::string_view line) {
    constexpr std::string_view wide = "：";
    constexpr std::size_t longest = 80;
    std::string_view text = trim(line);
    std::size_t wide_colon = text.find(wide);
    std::size_t colon = std::min(text.find(':'), wide_colon);
    if (colon == std::string_view::npos || colon > longest) {
        return {};
    }
    std::string_view value = trim(text.substr(colon + (colon == wide_colon ? wide.size() : 1)));
    std::string word = fold_case(trim(text.substr(0, colon)));
    static const std::vector<KeyInWords> known = keys_in_words();
    auto meant = std::find_if(known.begin(), known.end(), [&](const KeyInWords& one) { return one.word == word; });
    return meant != known.end() ? key_hint({"", meant->key, true}, value) : "";
}

namespace {

// Whether the words behind a `>` are a sentence to read, not the greater of two sides.
bool is_feedback(std::string_view before, std::string_view words) {
    std::size_t end = 0;
    char32_t first = words.empty() ? U' ' : next_code_point(words, end);
    bool lively = words.ends_with('!') || words.ends_with('?');
    bool sentence = words.ends_with('.') && std::count(words.begin(), words.end(), ' ') > 2;
    return before.ends_with("%}") || (is_upper(first) && (lively || sentence));
}

}  // namespace

void tell_feedback_in_line(ProseReader& reader, Line& line, std::string_view before) {
    constexpr std::string_view sign = " > ";
    std::size_t at = line.text.find(sign);
    std::string_view answer = trim(line.text.substr(0, at));
    std::string_view words = at != npos ? trim(line.text.substr(at + sign.size())) : std::string_view();
    if (answer.empty() || line.text.rfind(sign) != at || answer.find_first_of("`$") != npos || words.empty() ||
        !is_feedback(answer, words)) {
        return;
    }
    reader.diagnostics.add(
        Mistake::nearly_a_key, place_of(reader.file, line, words),
        "these words are read as part of the answer, so pupils see them before they answer",
        "write `" + std::string(before) + std::string(answer) + "`, and `  > " + std::string(words) + "` on a line of its own below it");
    line = part_of(line, answer);
}

}  // namespace hornbook
