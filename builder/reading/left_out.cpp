#include "reading/left_out.h"

#include <algorithm>
#include <tuple>
#include <vector>

#include "base/text.h"
#include "model/mistakes.h"
#include "reading/classes.h"
#include "reading/forms/teachers_lines.h"

namespace hornbook {
namespace {

constexpr std::size_t most_names = 200;  // of a file; the rest of them is no help

void report_names(ProseReader& reader, const std::vector<const LeftOut*>& rows, std::string_view one, std::string_view several,
                  std::string hint) {
    constexpr std::size_t most_shown = 5;
    if (rows.empty()) {
        return;
    }
    std::vector<std::string> names;
    for (const LeftOut* row : rows) {
        if (names.size() < most_shown) {
            names.push_back("`" + row->name.substr(1) + "`");
        }
    }
    std::string more = rows.size() > most_shown ? " and " + std::to_string(rows.size() - most_shown) + " more" : "";
    reader.diagnostics.add(Mistake::class_left_out, rows.front()->first,
                           join(names, ", ") + more + " " + std::string(rows.size() == 1 ? one : several), std::move(hint));
}

}  // namespace

bool is_before(const Place& a, const Place& b) {
    return std::tie(a.line, a.column) < std::tie(b.line, b.column);
}

void note_left_out(ProseReader& reader, std::string name, Place place) {
    std::vector<LeftOut>& rows = reader.found.left_out;
    auto row = std::find_if(rows.begin(), rows.end(), [&](const LeftOut& known) { return known.name == name; });
    if (row == rows.end() && rows.size() < most_names) {
        row = rows.insert(rows.end(), {std::move(name), place, 0});
    }
    if (row != rows.end()) {
        ++row->times;
        row->first = is_before(place, row->first) ? place : row->first;
    }
}

std::string take_classes(ProseReader& reader, std::string_view written, Place place) {
    for (std::string& name : left_out_classes(written)) {
        if (names_teachers(name) && !is_for_teachers(reader, place.line)) {
            reader.diagnostics.add(Mistake::nearly_a_form, place,
                                   "the class `" + name + "` hides nothing, so pupils would read what is for teachers",
                                   "put it between `::: teacher` and `:::`, or into a quotation that begins with `> [!TEACHER]`");
        } else {
            note_left_out(reader, "." + std::move(name), place);
        }
    }
    return kept_classes(written);
}

void report_classes_left_out(ProseReader& reader) {
    std::vector<const LeftOut*> own;
    std::vector<const LeftOut*> unsound;
    for (const LeftOut& row : reader.found.left_out) {
        if (row.name.starts_with('.')) {
            (is_own_class(std::string_view(row.name).substr(1)) ? own : unsound).push_back(&row);
        }
    }
    report_names(reader, own, "is a name of Hornbook's own styles, so it is left out here",
                 "are names of Hornbook's own styles, so they are left out here",
                 own.empty() ? "" : "choose another name for styles/extra.css, such as `my-" + own.front()->name.substr(1) + "`");
    report_names(reader, unsound, "is not a name that a style can use, so it is left out here",
                 "are not names that a style can use, so they are left out here",
                 "begin such a name with a letter, and go on with letters, digits, `-` and `_`");
}

}  // namespace hornbook
