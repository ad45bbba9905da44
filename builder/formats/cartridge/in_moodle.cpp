#include "formats/cartridge/in_moodle.h"

#include "formats/cartridge/write_items.h"

namespace hornbook {
namespace {

// Whether there is a link to a place in this page or another.
bool has_link_within(std::string_view html) {
    constexpr std::string_view mark = "href=\"";
    for (std::size_t at = html.find(mark); at != std::string_view::npos; at = html.find(mark, at + 1)) {
        std::string_view address = html.substr(at + mark.size());
        address = address.substr(0, address.find('"'));
        bool page = address.find(':') == std::string_view::npos && address.substr(0, address.find('#')).ends_with(cartridge_ending);
        if (page || address.starts_with('#')) {
            return true;
        }
    }
    return false;
}

bool begins_tag(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '/' || c == '!' || c == '?';
}

// Whether resolving references once more makes a tag, as of `&lt;b`.
bool becomes_tag(std::string_view html) {
    constexpr std::string_view less = "&lt;";
    for (std::size_t at = html.find(less); at != std::string_view::npos; at = html.find(less, at + 1)) {
        if (at + less.size() < html.size() && begins_tag(html[at + less.size()])) {
            return true;
        }
    }
    return false;
}

}  // namespace

void tell_html_in_moodle(Losses& losses, std::string_view html, Place place) {
    if (becomes_tag(html)) {
        losses.say_once(place,
                        "is read by Moodle with references resolved twice, so there words in `<…>` are not shown; give it `moodle-xml` and "
                        "`web`");
    }
}

void tell_page_in_moodle(Losses& losses, std::string_view html, Place place) {
    tell_html_in_moodle(losses, html, place);
    if (html.find("<math ") != std::string_view::npos) {
        losses.say_once(place,
                        "keeps formulas on pages as MathML, of which Moodle shows the letters and digits in a row; give its pupils `web`");
    }
    if (has_link_within(html)) {
        losses.say_once(place, "has links within pages and between them, which lead nowhere in Moodle; give its pupils `web`");
    }
}

}  // namespace hornbook
