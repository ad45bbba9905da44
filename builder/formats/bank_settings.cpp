#include "formats/bank_settings.h"

#include <algorithm>
#include <array>

#include "base/mistakes.h"
#include "base/text.h"

namespace hornbook {
namespace {

constexpr std::string_view tags_element = "tags";
constexpr std::string_view hidden_element = "hidden";

struct InWords {
    std::string_view name;
    std::string_view words;
};
constexpr std::array<InWords, 15> in_words = {{{"adaptive", "items that change with the answers"},
                                               {"allowed_attempts", "numbers of tries"},
                                               {"branchRule", "rules of what comes next"},
                                               {"cc_maxattempts", "numbers of tries"},
                                               {"duration", "limits of time"},
                                               {"itemSessionControl", "how often and with what help items are answered"},
                                               {"outcomeProcessing", "how a whole test is marked"},
                                               {"penalty", "marks taken off for further tries"},
                                               {"preCondition", "rules of what is asked"},
                                               {"qmd_timelimit", "limits of time"},
                                               {"selection", "how many of the questions are asked"},
                                               {"testFeedback", "feedback on a whole test"},
                                               {"timeLimits", "limits of time"},
                                               {"time_limit", "limits of time"},
                                               {"weight", "weights of items in a test"}}};

std::string shown_setting(const LeftOut& setting) {
    const auto* row = std::find_if(in_words.begin(), in_words.end(), [&](const InWords& each) { return each.name == setting.name; });
    std::string name = "`" + setting.name + "`" + (setting.times > 1 ? ", " + std::to_string(setting.times) + " times" : "");
    return row != in_words.end() ? std::string(row->words) + " (" + name + ")" : name;
}

// What Moodle writes by itself, and what only its own pages need.
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
                                                                "correctfeedback",
                                                                "defaultgrade",
                                                                "dragbox",
                                                                "generalfeedback",
                                                                "graderinfo",
                                                                "gradingtype",
                                                                "hint",
                                                                "idnumber",
                                                                "incorrectfeedback",
                                                                "maxwordlimit",
                                                                "minwordlimit",
                                                                "name",
                                                                "partiallycorrectfeedback",
                                                                "questiontext",
                                                                "responsefieldlines",
                                                                "responsetemplate",
                                                                "selectoption",
                                                                "selecttype",
                                                                "shuffleanswers",
                                                                "single",
                                                                "subquestion",
                                                                "units",
                                                                "usecase"});

std::string value_of(const XmlNode& node) {
    std::string value(trim(node.words()));
    std::size_t point = value.find('.');
    bool number = point != std::string::npos && value.find_first_not_of("0123456789.") == std::string::npos;
    value.erase(number ? value.find_last_not_of('0') + 1 : value.size());
    value.erase(value.ends_with('.') ? value.size() - 1 : value.size());
    return value;
}

bool is_usual(const XmlNode& node) {
    const auto* row = std::find_if(usual_values.begin(), usual_values.end(), [&](const Usual& u) { return u.element == node.name; });
    return row != usual_values.end() && (row->values.empty() || row->values.find(" " + value_of(node) + " ") != std::string_view::npos);
}

// A sum of what the items earn, as every test has it.
bool is_plain_sum(const XmlNode& rules) {
    constexpr auto known = std::to_array<std::string_view>({"", "setOutcomeValue", "sum", "testVariables"});
    return std::all_of(rules.children.begin(), rules.children.end(), [&](const XmlNode& node) {
        return std::find(known.begin(), known.end(), node.name) != known.end() && is_plain_sum(node);
    });
}

// The number of tries apart, these say what a book does anyway.
bool says_more(const XmlNode& control) {
    return std::any_of(control.attributes.begin(), control.attributes.end(), [](const auto& row) {
        return !(row.first == "maxAttempts" && row.second == "0") && !(row.first != "maxAttempts" && row.second == "true");
    });
}

// Canvas' <allowed_attempts>: -1 is no limit, and 1 what it writes where nobody chose.
bool is_qti_setting(const XmlNode& node) {
    constexpr auto always =
        std::to_array<std::string_view>({"branchRule", "duration", "preCondition", "selection", "testFeedback", "timeLimits", "weight"});
    std::string value = node.name == "allowed_attempts" || node.name == "time_limit" ? value_of(node) : "";
    return (node.name == "itemSessionControl" && says_more(node)) || (node.name == "outcomeProcessing" && !is_plain_sum(node)) ||
           (!value.empty() && value != "-1" && !(value == "1" && node.name == "allowed_attempts")) ||
           std::find(always.begin(), always.end(), node.name) != always.end();
}

// <qtimetadatafield> of QTI 1.2
std::string_view setting_in_field(const XmlNode& field) {
    constexpr auto known = std::to_array<std::string_view>({"cc_maxattempts", "qmd_timelimit"});
    const XmlNode* label = field.child("fieldlabel");
    const XmlNode* entry = field.child("fieldentry");
    std::string name = label != nullptr ? std::string(trim(label->words())) : "";
    std::string value = entry != nullptr ? fold_case(trim(entry->words())) : "";
    const auto* row = std::find(known.begin(), known.end(), name);
    return row != known.end() && !value.empty() && value != "unlimited" && value != "0" ? *row : std::string_view();
}

}  // namespace

void note_setting(BankSettings& settings, std::string_view name, Place place) {
    auto same = std::find_if(settings.begin(), settings.end(), [&](const LeftOut& row) { return row.name == name; });
    if (same == settings.end()) {
        settings.push_back({std::string(name), place, 0});
        same = settings.end() - 1;
    }
    ++same->times;
}

void note_moodle_settings(const BankReader& reader, const XmlNode& question, BankSettings& settings) {
    for (const XmlNode& node : question.children) {
        bool on = node.name == hidden_element ? value_of(node) == "1" : node.name == tags_element ? node.child("tag") != nullptr : false;
        bool own = node.name == hidden_element || node.name == tags_element;
        bool read = std::find(read_elements.begin(), read_elements.end(), node.name) != read_elements.end();
        if (on || (!own && !read && !node.name.empty() && !is_usual(node) && !trim(node.words()).empty())) {
            note_setting(settings, node.name, reader.place_of_line(node.line));
        }
    }
}

void note_qti_settings(const BankReader& reader, const XmlNode& node, BankSettings& settings) {
    if (is_qti_setting(node)) {
        note_setting(settings, node.name, reader.place_of_line(node.line));
    }
    if (node.name == "assessmentItem" && node.attribute("adaptive") == "true") {
        note_setting(settings, "adaptive", reader.place_of_line(node.line));
    }
    if (std::string_view name = setting_in_field(node); node.name == "qtimetadatafield" && !name.empty()) {
        note_setting(settings, name, reader.place_of_line(node.line));
    }
    for (const XmlNode& child : node.children) {
        note_qti_settings(reader, child, settings);
    }
}

void tell_settings(BankReader& reader, const BankSettings& settings) {
    std::string list;
    Place first;
    for (const LeftOut& setting : settings) {
        std::string questions = std::to_string(setting.times) + (setting.times == 1 ? " question" : " questions");
        if (setting.name == tags_element) {
            reader.prose().diagnostics.add(Mistake::not_kept, setting.first,
                                           "tags are not kept: " + questions + (setting.times == 1 ? " has some" : " have some"),
                                           "give questions that belong together a quiz of their own");
        } else if (setting.name == hidden_element) {
            reader.prose().diagnostics.add(Mistake::not_kept, setting.first,
                                           questions + (setting.times == 1 ? " is" : " are") + " hidden in Moodle, and shown here",
                                           "take out of the chapter what pupils are not to see");
        } else {
            first = list.empty() ? setting.first : first;
            list += (list.empty() ? "" : ", ") + shown_setting(setting);
        }
    }
    if (!list.empty()) {
        reader.prose().diagnostics.add(Mistake::not_kept, first, "settings that a book has no place for are left out: " + list,
                                       "say in the chapter what pupils must know of them");
    }
}

}  // namespace hornbook
