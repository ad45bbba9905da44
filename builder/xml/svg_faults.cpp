#include "xml/svg_faults.h"

#include <tinyxml2.h>

#include <algorithm>
#include <array>
#include <limits>
#include <map>

#include "xml/svg_rules.h"

namespace hornbook::svg {
namespace {

using tinyxml2::XMLAttribute;
using tinyxml2::XMLElement;

// The end of the comment, CDATA section or processing instruction that begins at `at`; else `at` itself.
std::size_t after_unread(std::string_view text, std::size_t at) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> unread = {{{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}}};
    for (const auto& [begin, end] : unread) {
        if (text.substr(at).starts_with(begin)) {
            return std::min(text.size(), text.find(end, at));
        }
    }
    return at;
}

// Counter of the elements that a reader draws, with every repetition.
class RepeatCounter {
public:
    explicit RepeatCounter(const XMLElement& root) {
        collect_ids(root);
    }

    // The number of elements drawn for one; infinite for one that contains itself.
    double count(const XMLElement& element, std::size_t depth = 0) {
        constexpr std::size_t deepest = 2000;  // for the call stack of this function
        constexpr double endless = std::numeric_limits<double>::infinity();
        auto [known, is_new] = counts_.try_emplace(&element, endless);
        if (!is_new || depth > deepest) {
            return known->second;
        }
        double sum = 1;
        for (const XMLElement* child = element.FirstChildElement(); child != nullptr; child = child->NextSiblingElement()) {
            sum += count(*child, depth + 1);
        }
        for (const XMLAttribute* a = element.FirstAttribute(); a != nullptr; a = a->Next()) {
            if (const XMLElement* target = repeated_by(element, *a)) {
                sum += count(*target, depth + 1);
            }
        }
        return counts_[&element] = sum;
    }

private:
    void collect_ids(const XMLElement& element) {
        if (const char* id = element.Attribute("id")) {
            ids_.emplace(id, &element);
        }
        for (const XMLElement* child = element.FirstChildElement(); child != nullptr; child = child->NextSiblingElement()) {
            collect_ids(*child);
        }
    }

    // The element that an attribute repeats: by <use href="#id">, or by url(#id) a pattern, mask, clip or marker; null: none.
    const XMLElement* repeated_by(const XMLElement& element, const XMLAttribute& attribute) const {
        std::string_view name = attribute.Name();
        std::string_view value = attribute.Value();
        bool is_use = local_name(element.Name()) == "use" && (name == "href" || name == "xlink:href");
        std::size_t hash = is_use ? 0 : value.find("url(#") == std::string_view::npos ? std::string_view::npos : value.find("url(#") + 4;
        if (hash >= value.size() || value[hash] != '#') {
            return nullptr;
        }
        std::string_view id = value.substr(hash + 1);
        auto target = ids_.find(is_use ? id : id.substr(0, id.find(')')));
        if (target == ids_.end()) {
            return nullptr;
        }
        std::string_view kind = local_name(target->second->Name());
        return is_use || kind == "pattern" || kind == "mask" || kind == "clipPath" || kind == "marker" ? target->second : nullptr;
    }

    std::map<std::string, const XMLElement*, std::less<>> ids_;
    std::map<const XMLElement*, double> counts_;
};

}  // namespace

std::string problem_of_entities(std::string_view text) {
    if (text.find("<!ENTITY") != std::string_view::npos) {
        return "it declares entities";
    }
    constexpr std::array<std::string_view, 5> known = {"amp", "apos", "gt", "lt", "quot"};  // XML 1.0, 4.6
    for (std::size_t at = 0; at < text.size(); ++at) {
        at = text[at] == '<' ? after_unread(text, at) : at;
        if (at >= text.size() || text[at] != '&') {
            continue;
        }
        constexpr std::string_view name_characters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.:";
        std::size_t end = text.find_first_not_of(name_characters, at + 1);
        std::string_view name = text.substr(at + 1, std::min(end, text.size()) - at - 1);
        if (end < text.size() && text[end] == ';' && !name.empty() && std::find(known.begin(), known.end(), name) == known.end()) {
            auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
            return "XML does not know `&" + std::string(name) + ";`, which is on its line " + std::to_string(line);
        }
    }
    return {};
}

std::string problem_of_repeats(const XMLElement& root) {
    constexpr double most = 1'000'000;
    return RepeatCounter(root).count(root) > most ? "its shapes repeat one another more than a million times, or without end" : "";
}

}  // namespace hornbook::svg
