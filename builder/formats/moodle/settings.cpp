#include "formats/moodle/settings.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "formats/moodle/names.h"

namespace hornbook::moodle {
namespace {

// Values that Moodle writes by itself, or that only its own pages need.
struct Usual {
    std::string_view element;
    std::string_view values;  // each between spaces; empty: any
};
constexpr auto usual_values = std::to_array<Usual>({{"answernumbering", ""},
                                                    {"attachmentsrequired", ""},  // `attachments` is told
                                                    {"layouttype", ""},
                                                    {"maxbytes", " 0 "},
                                                    {"numberingstyle", ""},
                                                    {"penalty", " 0 0.1 0.3333333 1 "},
                                                    {"responseformat", " editor plain monospaced noinline "},
                                                    {"responserequired", ""},
                                                    {"selectcount", ""},
                                                    {"showgrading", ""},
                                                    {"shownumcorrect", ""},
                                                    {"showstandardinstruction", ""},
                                                    {"showunits", ""},
                                                    {"unitgradingtype", " 0 "},
                                                    {"unitpenalty", ""},
                                                    {"unitsleft", ""}});

constexpr auto read_elements = std::to_array<std::string_view>({"answer",
                                                                "attachments",
                                                                moodle_name::overall_feedback[0],
                                                                moodle_name::marks,
                                                                "dragbox",
                                                                moodle_name::general_feedback,
                                                                moodle_name::marking_notes,
                                                                moodle_name::rule_of_order,
                                                                "hint",
                                                                moodle_name::id,
                                                                moodle_name::overall_feedback[2],
                                                                "maxwordlimit",
                                                                "minwordlimit",
                                                                "name",
                                                                moodle_name::overall_feedback[1],
                                                                moodle_name::question_text,
                                                                moodle_name::field_lines,
                                                                moodle_name::answer_at_first,
                                                                "selectoption",
                                                                "selecttype",
                                                                moodle_name::shuffled,
                                                                moodle_name::one_choice,
                                                                "subquestion",
                                                                "units",
                                                                moodle_name::capitals_count});

bool is_usual_setting(const XmlNode& node) {
    const auto* row = std::find_if(usual_values.begin(), usual_values.end(), [&](const Usual& u) { return u.element == node.name; });
    return row != usual_values.end() &&
           (row->values.empty() || row->values.find(" " + value_of_setting(node) + " ") != std::string_view::npos);
}

}  // namespace

void note_settings(const BankReader& reader, const XmlNode& question, BankSettings& settings) {
    for (const XmlNode& node : question.children) {
        bool on = node.name == setting_hidden ? value_of_setting(node) == "1"
                  : node.name == setting_tags ? node.child("tag") != nullptr
                                              : false;
        bool own = node.name == setting_hidden || node.name == setting_tags;
        bool read = std::find(read_elements.begin(), read_elements.end(), node.name) != read_elements.end();
        if (on || (!own && !read && !node.name.empty() && !is_usual_setting(node) && !trim(node.words()).empty())) {
            note_setting(settings, node.name, reader.place_of(node.place));
        }
    }
}

}  // namespace hornbook::moodle
