// Banks of GIFT: a quiz for each category, by the reader of ```gift blocks.
#include <utility>

#include "base/text.h"
#include "formats/bank_settings.h"
#include "formats/categories.h"
#include "formats/gift/gift.h"
#include "formats/gift/signs.h"

namespace hornbook {
namespace {

bool has_more_than_comments(const Lines& lines) {
    for (const Line& line : lines) {
        std::string_view text = trim(line.text);
        if (!text.empty() && !text.starts_with("//")) {
            return true;
        }
    }
    return false;
}

}  // namespace

// Whether a text is a bank of GIFT. A question comes before its braces, so a text that begins with a brace is not (JSON).
bool is_gift_bank(std::string_view text) {
    std::size_t open = text.find('{');
    std::string_view words = trim(text);
    bool data = words.starts_with('{') || (words.starts_with('[') && trim(words.substr(1)).starts_with('{'));
    return !data && root_of(text).empty() && open != std::string_view::npos && text.find('}', open) != std::string_view::npos;
}

bool read_gift_bank(BankReader& reader) {
    Lines part;
    Inlines title;
    Place place = {reader.prose().file, 1, 1, 0};
    auto finish = [&] {
        if (has_more_than_comments(part)) {
            auto take = [&](Quiz& so_far, Blocks description, Place where) {
                so_far.title = title;
                reader.add_description(so_far, std::move(description), where);
            };
            Quiz quiz = read_gift_part(reader.prose(), std::exchange(part, {}), place, take);
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
        if (!text.starts_with(gift_category_mark)) {
            part.push_back(line);
            continue;
        }
        finish();
        place = place_of(reader.prose().file, line, text);
        std::string words = category_title(trim(text.substr(gift_category_mark.size())));
        title = words.empty() ? Inlines() : Inlines{{Text{words}, place}};
    }
    finish();
    reader.finish_file();
    tell_settings(reader, settings, {});
    return true;
}

}  // namespace hornbook