#include "reading/toml/typed_values.h"

#include <algorithm>

#include "base/text.h"
#include "model/limits.h"
#include "model/mistakes.h"
#include "reading/toml/other_toml_keys.h"
#include "reading/toml/toml_lines.h"
#include "xml/writer.h"

namespace hornbook {

void TypedValues::read(const TomlValue& table, std::string_view section, const std::vector<KeyRow>& rows) {
    std::vector<std::string_view> known;
    for (const KeyRow& row : rows) {
        known.push_back(row.key);
    }
    for (const TomlEntry& entry : table.entries) {
        auto row = std::find_if(rows.begin(), rows.end(), [&](const KeyRow& r) { return r.key == entry.key; });
        if (row != rows.end()) {
            row->take(entry.value);
            continue;
        }
        bool slipped = !section.empty() && std::find(keys_above_.begin(), keys_above_.end(), entry.key) != keys_above_.end();
        std::string_view near = key_meant(entry.key, known);
        std::string where = section.empty() ? "book.toml" : "[" + std::string(section) + "]";
        report(Mistake::unknown_key, entry.place, "`" + only_xml_characters(entry.key) + "` is not a key of " + where,
               slipped        ? "move it above the first `[section]`: what stands below one belongs to that"
               : near.empty() ? "keys here are " + join({known.begin(), known.end()}, ", ")
                              : "did you mean `" + std::string(near) + "`?");
    }
}

TypedValues::Take TypedValues::text(std::string& target, Place* place) {
    return [this, &target, place](const TomlValue& node) {
        if (node.is_text()) {
            target = one_line(node);
            if (place != nullptr) {
                *place = node.place;
            }
        } else {
            wrong_type(node, "text", "\"" + as_written(node) + "\"");
        }
    };
}

TypedValues::Take TypedValues::word(std::string& target) {
    return [this, &target](const TomlValue& node) {
        text(target)(node);
        if (target.empty()) {
            says_nothing(node.place);
        }
    };
}

TypedValues::Take TypedValues::texts(std::vector<std::string>& target) {
    return [this, &target](const TomlValue& node) {
        for (const NamedFile& name : names_in(node)) {
            if (target.size() == limits::list_items) {
                return report(Mistake::unknown_value, name.place,
                              "this list has more than " + std::to_string(limits::list_items) + " texts", "keep the first of them");
            }
            target.push_back(name.name);
            if (name.name.empty()) {
                says_nothing(name.place);
            }
        }
    };
}

TypedValues::Take TypedValues::names(std::vector<NamedFile>& target, Place* place) {
    return [this, &target, place](const TomlValue& node) {
        target = names_in(node);
        if (place != nullptr) {
            *place = node.place;
        }
    };
}

TypedValues::Take TypedValues::yes_or_no(bool& target) {
    return [this, &target](const TomlValue& node) {
        if (node.kind == TomlKind::truth) {
            target = node.text == "true";
        } else {
            std::string said = fold_case(node.text);
            bool no = said == "no" || said == "false" || said == "off";
            wrong_type(node, "yes or no", no ? "false" : "true");
        }
    };
}

TypedValues::Take TypedValues::whole_number(std::function<void(int)> target, WholeNumberForm form) {
    return [this, target = std::move(target), form](const TomlValue& node) {
        if (node.kind != TomlKind::whole_number) {
            bool digits = !node.text.empty() && node.text.find_first_not_of("0123456789") == std::string::npos;
            return wrong_type(node, form.what, digits ? std::string_view(node.text) : form.example);
        }
        if (std::optional<int> number = whole_number_in(node, form.least, form.most)) {
            return target(*number);
        }
        std::string refusal(form.refusal);
        report(Mistake::unknown_value, node.place, refusal.replace(refusal.find("{}"), 2, node.text), "write " + std::string(form.range));
    };
}

TypedValues::Take TypedValues::day(std::string& target, std::string_view stand_in) {
    return [this, &target, stand_in](const TomlValue& node) {
        bool is_one = node.kind == TomlKind::date || is_day(node.text);  // in quotation marks, too
        if (!is_one || node.text.starts_with("0000")) {                  // W3C's dates begin with the year 1
            target = stand_in;
            std::string meant = day_meant(node.text);
            return wrong_type(node, "a day", is_day(meant) ? std::string_view(meant) : "2026-11-23");
        }
        target = node.text;
    };
}

TypedValues::Take TypedValues::section(std::string_view name, std::vector<KeyRow> rows) {
    return table([this, name, rows = std::move(rows)](const TomlValue& node) { read(node, name, rows); });
}

TypedValues::Take TypedValues::table(std::function<void(const TomlValue&)> read) {
    return [this, read = std::move(read)](const TomlValue& node) {
        if (node.kind == TomlKind::section) {
            return read(node);
        }
        std::string_view key = key_before(source_.line(node.place.line), node.place);
        report(Mistake::wrong_type, node.place, "this is " + std::string(kind_in_words(node)) + ", where a section of its own belongs",
               "begin it with a line `[" + (key.empty() ? "name" : std::string(key)) +
                   "]`, and write what it holds below, at the end of the file");
    };
}

std::vector<NamedFile> TypedValues::names_in(const TomlValue& node) {
    std::vector<NamedFile> found;
    if (node.is_text()) {  // one text is a list of one
        found.push_back({one_line(node), node.place});
        return found;
    }
    if (node.kind != TomlKind::list) {
        wrong_type(node, "a list of texts", "[\"" + as_written(node) + "\"]");
        return found;
    }
    for (const TomlValue& item : node.items) {
        if (item.is_text()) {
            found.push_back({one_line(item), item.place});
        } else {
            wrong_type(item, "text", "\"" + as_written(item) + "\"");
        }
    }
    return found;
}

void TypedValues::wrong_type(const TomlValue& node, std::string_view expected, std::string_view example) {
    std::string_view key = key_before(source_.line(node.place.line), node.place);
    report(Mistake::wrong_type, node.place, "this is " + std::string(kind_in_words(node)) + ", where " + std::string(expected) + " belongs",
           "write `" + (key.empty() ? "" : std::string(key) + " = ") + std::string(example) + "`");
}

void TypedValues::report(Mistake mistake, Place place, std::string message, std::string hint) {
    diagnostics_.add(mistake, place, std::move(message), std::move(hint));
}

// The text of a value on one line. "\u0007" in quotation marks is good TOML, but XML cannot hold it, so it is reported.
std::string TypedValues::one_line(const TomlValue& value) {
    if (only_xml_characters(value.text) != value.text) {
        report(Mistake::control_character, value.place, "there is a control character in this value", "delete it");
    }
    return collapse_spaces(only_xml_characters(value.text));
}

void TypedValues::says_nothing(Place place) {
    report(Mistake::unknown_value, place, "this text is empty", "write something between the quotation marks, or take it out");
}

std::optional<std::size_t> TypedValues::which_of(const std::vector<std::string_view>& known, const TomlValue& node) {
    std::string value = node.is_text() ? node.text : as_written(node);
    auto found = std::find(known.begin(), known.end(), value);
    if (found != known.end()) {
        return static_cast<std::size_t>(found - known.begin());
    }
    report(Mistake::unknown_value, node.place, "`" + value + "` is not one of the values that this key takes",
           "write one of " + join({known.begin(), known.end()}, ", "));
    return std::nullopt;
}

}  // namespace hornbook
