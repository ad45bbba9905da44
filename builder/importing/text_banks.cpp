// GIFT and Aiken: banks that are plain text, by the readers of ```gift and ```aiken blocks.
#include <utility>

#include "base/text.h"
#include "formats/aiken/aiken.h"
#include "formats/bank_settings.h"
#include "formats/gift/gift.h"

namespace hornbook {
namespace {

constexpr std::string_view category_mark = "$CATEGORY:";

bool has_words(const Lines& lines) {
    for (const Line& line : lines) {
        std::string_view text = trim(line.text);
        if (!text.empty() && !text.starts_with("//")) {
            return true;
        }
    }
    return false;
}

}  // namespace

// "$course$/top/Rivers/Deltas" -> "Rivers / Deltas". A slash of a name is doubled.
std::string category_title(std::string_view path) {
    std::vector<std::string> parts(1);
    for (std::size_t at = 0; at < path.size(); ++at) {
        bool doubled = path.substr(at).starts_with("//");
        if (path[at] == '/' && !doubled) {
            parts.emplace_back();
        } else {
            parts.back() += path[at];
            at += doubled ? 1 : 0;
        }
    }
    std::vector<std::string> names;
    for (const std::string& part : parts) {
        std::string_view name = trim(part);
        bool context = name.size() > 2 && name.starts_with('$') && name.ends_with('$');
        if (!name.empty() && !context && !(name == "top" && names.empty())) {
            names.emplace_back(name);
        }
    }
    return join(names, " / ");
}

bool read_gift_bank(BankReader& reader) {
    Lines part;
    Inlines title;
    Place place = {reader.prose().file, 1, 1, 0};
    auto finish = [&] {
        if (has_words(part)) {
            Quiz quiz = read_gift(reader.prose(), std::exchange(part, {}), place);
            quiz.title = title;
            reader.add_quiz(std::move(quiz));
        }
        part.clear();
    };
    BankSettings settings;
    for (const Line& line : lines_of(reader.source())) {
        std::string_view text = trim(line.text);
        if (text.starts_with("//") && text.find("[tag:") != std::string_view::npos) {
            note_setting(settings, "tags", place_of(reader.prose().file, line, text));
        }
        if (!text.starts_with(category_mark)) {
            part.push_back(line);
            continue;
        }
        finish();
        place = place_of(reader.prose().file, line, text);
        std::string words = category_title(trim(text.substr(category_mark.size())));
        title = words.empty() ? Inlines() : Inlines{{Text{words}, place}};
    }
    finish();
    reader.finish_file();
    tell_settings(reader, settings);
    return true;
}

bool read_aiken_bank(BankReader& reader) {
    reader.add_quiz(read_aiken(reader.prose(), lines_of(reader.source()), {reader.prose().file, 1, 1, 0}));
    reader.finish_file();
    return true;
}

}  // namespace hornbook
