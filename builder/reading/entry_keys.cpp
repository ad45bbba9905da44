#include "reading/entry_keys.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace hornbook {
namespace {

constexpr std::array<std::string_view, 5> entry_keys = {"also", "say", "kind", "see", "auto"};

struct KeyOfOtherGlossaries {
    std::string_view written;
    std::string_view meant;
};
constexpr std::array<KeyOfOtherGlossaries, 12> keys_of_other_glossaries = {{{"also", "also"},
                                                                            {"say", "say"},
                                                                            {"kind", "kind"},
                                                                            {"auto", "auto"},
                                                                            {"see also", "see"},
                                                                            {"also called", "also"},
                                                                            {"also known as", "also"},
                                                                            {"aka", "also"},
                                                                            {"synonym", "also"},
                                                                            {"synonyms", "also"},
                                                                            {"plural", "also"},
                                                                            {"pronunciation", "say"}}};

}  // namespace

std::vector<std::string_view> keys_of_entries() {
    return {entry_keys.begin(), entry_keys.end()};
}

bool is_entry_key(std::string_view word) {
    return std::find(entry_keys.begin(), entry_keys.end(), word) != entry_keys.end();
}

std::optional<NearEntryKey> near_entry_key(std::string_view line) {
    constexpr std::size_t longest = 20;
    std::size_t colon = std::min(line.find(':'), line.size());
    std::string word = colon < longest ? fold_case(trim(line.substr(0, colon))) : std::string();
    const auto* row = std::find_if(keys_of_other_glossaries.begin(), keys_of_other_glossaries.end(),
                                   [&](const KeyOfOtherGlossaries& other) { return other.written == word; });
    if (colon == line.size() || row == keys_of_other_glossaries.end()) {
        return std::nullopt;
    }
    return NearEntryKey{line.substr(0, colon + 1),
                        "write `" + std::string(row->meant) + ": " + std::string(trim(line.substr(colon + 1))) + "`"};
}

std::string divided_by_commas(std::string_view names) {
    std::string result;
    for (std::string_view rest = names; !rest.empty();) {
        std::size_t at = std::min({rest.find(" / "), rest.find("; "), rest.find(" | ")});
        std::string_view name = trim(rest.substr(0, at));
        result += (result.empty() || name.empty() ? "" : ", ") + std::string(name);
        rest = at == std::string_view::npos ? std::string_view() : rest.substr(at + 2);
    }
    bool has_others = names.find(" / ") != std::string_view::npos || names.find(" | ") != std::string_view::npos;
    return has_others ? result : "";
}

std::string without_marks(std::string_view term) {
    constexpr std::size_t longest_marked = 1000;  // bytes
    std::string plain(term);
    if (plain.size() > longest_marked) {
        return plain;
    }
    for (std::size_t at = plain.find("]("); at != std::string::npos; at = plain.find("](")) {
        std::size_t open = plain.rfind('[', at);
        std::size_t close = plain.find(')', at);
        if (open == std::string::npos || close == std::string::npos) {
            break;
        }
        plain.erase(at, close + 1 - at);
        plain.erase(open > 0 && plain[open - 1] == '!' ? open - 1 : open, open > 0 && plain[open - 1] == '!' ? 2 : 1);
    }
    for (std::string_view mark : {"**", "__", "*", "_", "`", "~", "^"}) {
        bool within = mark == "~" || mark == "^" || mark == "`";  // of a word
        for (std::size_t open = plain.find(mark); open != std::string::npos; open = plain.find(mark, open)) {
            std::size_t close = plain.find(mark, open + mark.size());
            bool begins = within || open == 0 || plain[open - 1] == ' ' || plain[open - 1] == '(';
            bool holds =
                close != std::string::npos && close > open + mark.size() && plain[open + mark.size()] != ' ' && plain[close - 1] != ' ';
            bool ends =
                holds && (within || close + mark.size() == plain.size() || plain.find_first_of(" ,)", close) == close + mark.size());
            if (!begins || !ends) {
                open += mark.size();
                continue;
            }
            plain.erase(close, mark.size());
            plain.erase(open, mark.size());
        }
    }
    std::size_t block = plain.rfind(" {#");
    return block != std::string::npos && plain.ends_with('}') ? plain.substr(0, block) : plain;
}

}  // namespace hornbook
