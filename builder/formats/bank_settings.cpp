#include "formats/bank_settings.h"

#include <algorithm>

#include "base/counted.h"
#include "base/text.h"
#include "model/mistakes.h"

namespace hornbook {
namespace {

std::string shown_setting(const LeftOut& setting, SettingsInWords in_words) {
    auto row = std::find_if(in_words.begin(), in_words.end(), [&](const SettingInWords& each) { return each.name == setting.name; });
    std::string name = "`" + setting.name + "`" + (setting.times > 1 ? ", " + std::to_string(setting.times) + " times" : "");
    return row != in_words.end() ? std::string(row->words) + " (" + name + ")" : name;
}

}  // namespace

std::string value_of_setting(const XmlNode& node) {
    std::string value(trim(node.words()));
    std::size_t point = value.find('.');
    bool number = point != std::string::npos && value.find_first_not_of("0123456789.") == std::string::npos;
    value.erase(number ? value.find_last_not_of('0') + 1 : value.size());
    value.erase(value.ends_with('.') ? value.size() - 1 : value.size());
    return value;
}

void note_setting(BankSettings& settings, std::string_view name, Place place) {
    auto same = std::find_if(settings.begin(), settings.end(), [&](const LeftOut& row) { return row.name == name; });
    if (same == settings.end()) {
        settings.push_back({std::string(name), place, 0});
        same = settings.end() - 1;
    }
    ++same->times;
}

void tell_settings(BankReader& reader, const BankSettings& settings, SettingsInWords in_words) {
    std::string list;
    Place first;
    for (const LeftOut& setting : settings) {
        std::string questions = counted(setting.times, "question");
        if (setting.name == setting_tags) {
            reader.prose().diagnostics.add(Mistake::not_kept, setting.first,
                                           "tags are not kept: " + questions + (setting.times == 1 ? " has some" : " have some"),
                                           "give questions that belong together a quiz of their own");
        } else if (setting.name == setting_hidden) {
            reader.prose().diagnostics.add(Mistake::not_kept, setting.first,
                                           questions + (setting.times == 1 ? " is" : " are") + " hidden in Moodle, and shown here",
                                           "take out of the chapter what pupils are not to see");
        } else {
            first = list.empty() ? setting.first : first;
            list += (list.empty() ? "" : ", ") + shown_setting(setting, in_words);
        }
    }
    if (!list.empty()) {
        reader.prose().diagnostics.add(Mistake::not_kept, first, "settings that a book has no place for are left out: " + list,
                                       "say in the chapter what pupils must know of them");
    }
}

}  // namespace hornbook
