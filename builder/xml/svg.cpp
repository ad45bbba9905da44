#include "xml/svg.h"

#include <tinyxml2.h>

#include <algorithm>
#include <set>

#include "base/limits.h"
#include "base/number.h"
#include "base/text.h"
#include "xml/crowded_tags.h"
#include "xml/svg_faults.h"
#include "xml/svg_rules.h"
#include "xml/writer.h"

namespace hornbook {
namespace {

using tinyxml2::XMLAttribute;
using tinyxml2::XMLElement;
using tinyxml2::XMLNode;

using svg::local_name;

bool is_name_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

// The id made a name of XML's ID type.
std::string as_name(std::string_view id) {
    std::string name(id);
    std::replace_if(
        name.begin(), name.end(), [](char c) { return !is_name_character(c); }, '-');
    bool letter_first = !name.empty() && (((name[0] | 32) >= 'a' && (name[0] | 32) <= 'z') || name[0] == '_');
    return letter_first ? name : "s" + name;
}

// url(#some id) -> url(#some-id). Within one `url(` the first `#` leads to an id; what has no end stays as it is.
std::string with_names(std::string_view value) {
    std::string result;
    std::size_t done = 0;
    for (std::size_t open = value.find("url("); open != std::string_view::npos; open = value.find("url(", done)) {
        std::size_t hash = value.find_first_of("#)", open);
        std::size_t end = hash == std::string_view::npos || value[hash] == ')' ? hash : value.find_first_of("'\")", hash);
        if (end == std::string_view::npos) {
            break;
        }
        result += value.substr(done, hash - done);
        result += value[hash] == '#' ? "#" + as_name(value.substr(hash + 1, end - hash - 1)) : "";
        done = end;
    }
    return result.append(value.substr(done));
}

double length(const char* text) {
    if (text == nullptr) {
        return 0;
    }
    std::string_view value(text);
    std::optional<LeadingNumber> number = leading_number(value);
    if (!number) {
        return 0;
    }
    std::string_view unit = trim(value.substr(number->size));
    constexpr std::pair<std::string_view, double> units[] = {{"", 1},    {"px", 1},         {"pt", 96.0 / 72}, {"pc", 16},
                                                             {"in", 96}, {"cm", 96 / 2.54}, {"mm", 9.6 / 2.54}};
    for (const auto& [name, pixels] : units) {
        if (unit == name) {
            return number->value * pixels;
        }
    }
    return 0;  // a percentage alone gives no size
}

// The words in an element that is not shown, cut when there are many.
std::string words_of(const XMLElement& element) {
    std::string words;
    for (const XMLNode* child = element.FirstChild(); child != nullptr; child = child->NextSibling()) {
        const XMLElement* below = child->ToElement();
        bool is_code = below != nullptr && (local_name(below->Name()) == "script" || local_name(below->Name()) == "style");
        words += child->ToText() != nullptr ? child->Value() : below != nullptr && !is_code ? words_of(*below) + " " : "";
    }
    return collapse_spaces(only_xml_characters(words));
}

class SvgCleaner {
public:
    explicit SvgCleaner(const EmbeddedPicture& embedded) : embedded_(embedded) {}

    CleanSvg clean(const XMLElement& root) {
        collect_ids(root);
        measure(root);
        xml_.declaration();
        copy(root, true);
        result_.svg = xml_.take();
        return std::move(result_);
    }

private:
    void remove(std::string what) {
        constexpr std::size_t most = 100;  // removals that are listed for one picture
        if (result_.removed.size() < most && std::find(result_.removed.begin(), result_.removed.end(), what) == result_.removed.end()) {
            result_.removed.push_back(std::move(what));
        }
    }

    void collect_ids(const XMLElement& element) {
        if (const char* id = element.Attribute("id")) {
            ids_.insert(as_name(id));
        }
        for (const XMLElement* child = element.FirstChildElement(); child != nullptr; child = child->NextSiblingElement()) {
            collect_ids(*child);
        }
    }

    void copy(const XMLElement& element, bool is_root) {
        std::string_view name = local_name(element.Name());
        if (name == "a") {
            return copy_link(element);
        }
        if (!svg::is_allowed_element(name)) {
            return leave_out(element, name);
        }
        if (name == "style") {
            return copy_style(element);
        }
        if (name == "image" && !has_embedded_picture(element)) {
            return remove("<image> from outside the picture");
        }
        if (name == "use" && !has_target(element)) {
            return remove("<use> of something that is not in the picture");
        }
        xml_.open(name);
        if (is_root) {
            xml_.attribute("xmlns", "http://www.w3.org/2000/svg");
            xml_.attribute("xmlns:xlink", "http://www.w3.org/1999/xlink");
        }
        copy_attributes(element);
        if (is_root && element.Attribute("viewBox") == nullptr && result_.width > 0 && result_.height > 0) {
            // Without one, a reader that shows the picture smaller cuts it off instead of shrinking it.
            xml_.attribute("viewBox", "0 0 " + shortest_digits(result_.width) + " " + shortest_digits(result_.height));
        }
        copy_children(element);
        xml_.close();
    }

    void leave_out(const XMLElement& element, std::string_view name) {
        if (svg::is_private(name)) {
            return;
        }
        std::string words = name == "script" || name == "handler" ? "" : words_of(element);
        constexpr std::size_t most = 60;
        if (count_code_points(words) > most) {
            std::size_t at = 0;
            for (std::size_t i = 0; i < most; ++i) {
                next_code_point(words, at);
            }
            words = words.substr(0, at) + "…";
        }
        remove("<" + std::string(name) + ">" + (words.empty() ? "" : " and its words `" + words + "`"));
    }

    // Copies what an <a> holds, its shapes and words, without the link itself.
    void copy_link(const XMLElement& link) {
        bool has_look = false;
        for (const XMLAttribute* a = link.FirstAttribute(); a != nullptr; a = a->Next()) {
            has_look = has_look || svg::is_allowed_attribute(a->Name());
        }
        if (!has_look) {
            return copy_children(link);
        }
        const XMLElement* parent = link.Parent()->ToElement();
        std::string_view around = parent != nullptr ? local_name(parent->Name()) : "";
        xml_.open(around == "text" || around == "tspan" || around == "textPath" ? "tspan" : "g");
        for (const XMLAttribute* a = link.FirstAttribute(); a != nullptr; a = a->Next()) {
            if (svg::is_allowed_attribute(a->Name())) {
                copy(*a);
            }
        }
        copy_children(link);
        xml_.close();
    }

    void copy_style(const XMLElement& style) {
        std::string css;
        for (const XMLNode* child = style.FirstChild(); child != nullptr; child = child->NextSibling()) {
            css += child->ToText() != nullptr ? child->Value() : "";
        }
        std::vector<std::string> left_out;
        css = svg::without_at_rules(css, left_out);
        if (style.FirstChildElement() != nullptr || !svg::is_safe_style(css)) {
            return remove("a <style> that reaches outside the picture");
        }
        for (std::string& rule : left_out) {
            remove(std::move(rule));
        }
        if (!trim(css).empty()) {
            xml_.open("style");
            copy_attributes(style);
            xml_.text(css);
            xml_.close();
        }
    }

    static std::string_view href_of(const XMLElement& element) {
        const char* href = element.Attribute("href");
        href = href != nullptr ? href : element.Attribute("xlink:href");
        return href != nullptr ? std::string_view(href) : std::string_view();
    }

    static bool has_embedded_picture(const XMLElement& element) {
        return svg::is_embedded_picture(href_of(element));
    }

    bool has_target(const XMLElement& element) const {
        std::string_view href = href_of(element);
        return href.starts_with('#') && ids_.contains(as_name(href.substr(1)));
    }

    // Copies attributes, each once: tinyxml2 accepts one that is there twice, which is not well-formed, and href and xlink:href become one.
    void copy_attributes(const XMLElement& element) {
        std::set<std::string_view> written;
        for (const XMLAttribute* a = element.FirstAttribute(); a != nullptr; a = a->Next()) {
            std::string_view name = a->Name();
            bool is_href = name == "href" || name == "xlink:href";
            if (!written.insert(is_href ? "href" : name).second) {
                continue;
            }
            if (is_href) {
                copy_href(href_of(element));
            } else {
                copy(*a);
            }
        }
    }

    void copy(const XMLAttribute& attribute) {
        std::string_view name = attribute.Name();
        std::string_view value = attribute.Value();
        if (name == "id") {
            std::string id = as_name(value);
            if (written_ids_.insert(id).second) {
                xml_.attribute("id", id);
            }
            return;
        }
        if (!svg::is_allowed_attribute(name)) {
            if (!svg::is_private(name)) {
                remove("the attribute " + std::string(name));
            }
        } else if (name == "aria-label") {  // words, not a style
            xml_.attribute(name, value);
        } else if (!svg::is_safe_style(value)) {
            remove("the attribute " + std::string(name) + ", which reaches outside the picture");
        } else if (name != "version") {
            xml_.attribute(name, name == "style" ? with_names(value) : with_names(found_paint(value)));
        }
    }

    // The value without a `url(#…)` whose id is not in the picture: it paints nothing, or the fallback behind it (SVG 2, 13.2), and
    // EPUBCheck refuses it (RSC-012).
    std::string_view found_paint(std::string_view value) const {
        std::size_t hash = value.find('#');
        std::size_t end = value.find_first_of("'\")", hash);
        if (!value.starts_with("url(") || hash == std::string_view::npos || end == std::string_view::npos ||
            ids_.contains(as_name(value.substr(hash + 1, end - hash - 1)))) {
            return value;
        }
        std::string_view fallback = trim(value.substr(value.find(')', end) + 1));
        return fallback.empty() ? std::string_view("none") : fallback;
    }

    void copy_href(std::string_view value) {
        if (value.starts_with('#')) {
            if (ids_.contains(as_name(value.substr(1)))) {
                xml_.attribute("xlink:href", "#" + as_name(value.substr(1)));
            }
        } else if (svg::is_embedded_picture(value)) {
            xml_.attribute("xlink:href", embedded_ ? embedded_(value) : std::string(value));
        } else {
            remove("a reference outside the picture");
        }
    }

    void copy_children(const XMLElement& element) {
        for (const XMLNode* child = element.FirstChild(); child != nullptr; child = child->NextSibling()) {
            if (const XMLElement* below = child->ToElement()) {
                copy(*below, false);
            } else if (child->ToText() != nullptr) {
                xml_.text(child->Value());
            }
        }
    }

    void measure(const XMLElement& root) {
        result_.width = length(root.Attribute("width"));
        result_.height = length(root.Attribute("height"));
        const char* view_box = root.Attribute("viewBox");
        if ((result_.width > 0 && result_.height > 0) || view_box == nullptr) {
            return;
        }
        std::vector<double> numbers;
        for (std::string_view rest = view_box; !rest.empty() && numbers.size() < 4;) {
            std::optional<LeadingNumber> number = leading_number(rest);
            if (number) {
                numbers.push_back(number->value);
            }
            rest.remove_prefix(number ? number->size : 1);
        }
        if (numbers.size() == 4) {
            result_.width = numbers[2];
            result_.height = numbers[3];
        }
    }

    const EmbeddedPicture& embedded_;
    XmlWriter xml_;
    CleanSvg result_;
    std::set<std::string> ids_;
    std::set<std::string> written_ids_;
};

// Whether a document type has declarations of its own, which could be entities. One without them is harmless and is left out.
bool has_declarations(const tinyxml2::XMLDocument& document) {
    for (const XMLNode* node = document.FirstChild(); node != nullptr; node = node->NextSibling()) {
        if (node->ToUnknown() != nullptr && std::strchr(node->Value(), '[') != nullptr) {
            return true;
        }
    }
    return false;
}

}  // namespace

std::optional<CleanSvg> clean_svg(std::string_view bytes, std::string& problem, const EmbeddedPicture& embedded) {
    if (!is_valid_utf8(bytes)) {
        problem = "it is not UTF-8";
        return std::nullopt;
    }
    problem = svg::problem_of_entities(bytes);
    if (!problem.empty()) {
        return std::nullopt;
    }
    if (std::uint32_t line = line_of_crowded_tag(bytes); line != 0) {
        problem =
            "one of its tags has more than " + std::to_string(limits::attributes) + " attributes, near its line " + std::to_string(line);
        return std::nullopt;
    }
    tinyxml2::XMLDocument document;
    if (document.Parse(bytes.data(), bytes.size()) != tinyxml2::XML_SUCCESS) {
        bool is_deep = document.ErrorID() == tinyxml2::XML_ELEMENT_DEPTH_EXCEEDED;
        problem = (is_deep ? "its elements are nested too deeply" : "it is not well-formed") + std::string(", near its line ") +
                  std::to_string(document.ErrorLineNum());
        return std::nullopt;
    }
    if (has_declarations(document)) {
        problem = "its DOCTYPE declares things of its own";
        return std::nullopt;
    }
    const XMLElement* root = document.RootElement();
    if (root == nullptr || local_name(root->Name()) != "svg") {
        problem = root == nullptr ? "it holds no element" : "its first element is <" + std::string(root->Name()) + ">, not <svg>";
        return std::nullopt;
    }
    if (root->NextSiblingElement() != nullptr) {
        problem = "it has a second <" + std::string(root->NextSiblingElement()->Name()) + "> beside its first element";
        return std::nullopt;
    }
    problem = svg::problem_of_repeats(*root);
    return problem.empty() ? std::optional(SvgCleaner(embedded).clean(*root)) : std::nullopt;
}

}  // namespace hornbook
