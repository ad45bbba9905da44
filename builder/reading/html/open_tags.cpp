#include "reading/html/open_tags.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/limits.h"
#include "base/name_list.h"
#include "base/text.h"
#include "model/limits.h"

namespace hornbook {
namespace {

// Elements that never pile up, since HTML parsers close them by themselves or never open them; within <svg> and <math> they do.
constexpr std::array<std::string_view, 21> never_pile_up = {"p",     "td",     "th",    "tr",    "option", "br",    "hr",
                                                            "img",   "wbr",    "col",   "area",  "base",   "link",  "meta",
                                                            "input", "source", "track", "embed", "param",  "tbody", "thead"};
// Phrasing elements, past which alone an end tag finds its start tag; and below, formatting elements, which a parser opens again in the
// next block (HTML, 13.2.4.3).
constexpr std::array<std::string_view, 18> phrasing = {"abbr", "bdi", "bdo", "cite", "del", "dfn",  "ins",  "kbd",  "mark",
                                                       "q",    "rb",  "rp",  "rt",   "rtc", "ruby", "samp", "span", "var"};
constexpr std::array<std::string_view, 16> formatting = {"a", "b",     "big",    "code", "em",     "font", "i",  "nobr",
                                                         "s", "small", "strike", "sub",  "strong", "sup",  "tt", "u"};
class Counter {
public:
    explicit Counter(std::string_view html) : html_(html) {}

    bool is_too_much() {
        walk();
        return is_over();
    }

    // The offset of markup that does not end; npos: all of it ends.
    std::size_t unfinished() {
        return walk();
    }

private:
    std::size_t walk() {
        for (std::size_t at = html_.find('<'); at < html_.size() && !is_over();) {
            std::size_t after = past_markup(at);
            if (after == std::string_view::npos) {
                return at;
            }
            at = html_.find('<', after);
        }
        return std::string_view::npos;
    }

    bool is_over() const {
        return open_.size() > limits::open_html_tags || reopened_ > limits::reopened_html_tags || is_crowded_;
    }

    std::size_t past(std::string_view mark, std::size_t from) const {
        std::size_t found = html_.find(mark, from);
        return found == std::string_view::npos ? found : found + mark.size();
    }

    // Each of these returns the offset behind some markup, or npos where it does not end.
    std::size_t past_markup(std::size_t at) {
        if (at + 1 == html_.size()) {
            return html_.size();
        }
        bool closes = html_[at + 1] == '/';
        std::size_t begin = at + (closes ? 2 : 1);
        char first = begin < html_.size() ? static_cast<char>(html_[begin] | 32) : '\0';
        if (first >= 'a' && first <= 'z') {
            return past_tag(begin, closes);
        }
        if (html_.substr(at).starts_with("<!--")) {
            return past_comment(at + 2);
        }
        bool declares = begin < html_.size() && (html_[begin] == '!' || html_[begin] == '?');
        return closes || declares ? past(">", at) : at + 1;
    }

    // Behind a comment, which `-->` or `--!>` ends.
    std::size_t past_comment(std::size_t at) const {
        for (at = html_.find("--", at); at != std::string_view::npos; at = html_.find("--", at + 1)) {
            std::string_view rest = html_.substr(at + 2);
            if (rest.starts_with('>') || rest.starts_with("!>")) {
                return at + (rest[0] == '>' ? 3 : 4);
            }
        }
        return std::string_view::npos;
    }

    std::size_t past_tag(std::size_t begin, bool closes) {
        std::size_t end = std::min(html_.find_first_of(" \t\n\f/>", begin), html_.size());
        std::string name = fold_case(html_.substr(begin, end - begin));
        std::size_t after = past_attributes(end);
        if (after == std::string_view::npos) {
            return after;
        }
        if (closes) {
            close(name);
        } else if (foreign_ == 0 && (name == "script" || name == "style")) {
            return past_text(name, after);
        } else if (foreign_ == 0 || !html_.substr(0, after).ends_with("/>")) {
            open(name);
        }
        return after;
    }

    // Behind the text of <script> or <style>, which only their own end tag ends.
    std::size_t past_text(std::string_view name, std::size_t at) const {
        for (at = past("</", at); at < html_.size(); at = past("</", at)) {
            if (starts_with_ascii_case(html_.substr(at), name)) {
                return at;
            }
        }
        return std::string_view::npos;
    }

    // Behind the attributes of a tag; a `>` within quotation marks after `=` does not end it.
    std::size_t past_attributes(std::size_t at) {
        bool after_name = false;
        std::size_t names = 0;
        while (at < html_.size() && html_[at] != '>') {
            if (html_[at] == '=' && after_name) {
                at = std::min(html_.find_first_not_of(" \t\n\f", at + 1), html_.size());
                bool quoted = at < html_.size() && (html_[at] == '"' || html_[at] == '\'');
                at = quoted ? std::min(past(html_.substr(at, 1), at + 1), html_.size())
                            : std::min(html_.find_first_of(" \t\n\f>", at), html_.size());
                after_name = false;
                continue;
            }
            bool space = std::string_view(" \t\n\f").find(html_[at]) != std::string_view::npos;
            bool before_space = at > 0 && std::string_view(" \t\n\f/\"'").find(html_[at - 1]) != std::string_view::npos;
            names += !space && before_space ? 1 : 0;
            is_crowded_ = is_crowded_ || names > limits::attributes;
            after_name = html_[at] == '/' ? false : after_name || !space;
            ++at;
        }
        return at < html_.size() ? at + 1 : std::string_view::npos;
    }

    void open(const std::string& name) {
        if (name == "li" || name == "dd" || name == "dt") {
            close_item(name);
        }
        if (!is_one_of(phrasing, name) && !is_one_of(formatting, name)) {
            reopened_ += static_cast<std::size_t>(
                std::count_if(open_.begin(), open_.end(), [](const std::string& o) { return is_one_of(formatting, o); }));
        }
        if (is_one_of(never_pile_up, name) && foreign_ == 0) {
            return;
        }
        foreign_ += name == "svg" || name == "math" ? 1 : 0;
        open_.push_back(name);
    }

    void close_item(const std::string& name) {
        bool is_li = name == "li";
        for (std::size_t i = open_.size(); i-- > 0;) {
            bool same = is_li ? open_[i] == "li" : open_[i] == "dd" || open_[i] == "dt";
            if (same) {
                return erase(i);
            }
            if (!is_one_of(phrasing, open_[i]) && !is_one_of(formatting, open_[i]) && open_[i] != "div" && open_[i] != "address") {
                return;
            }
        }
    }

    void close(const std::string& name) {
        for (std::size_t i = open_.size(); i-- > 0;) {
            if (open_[i] == name) {
                return erase(i);
            }
            if (!is_one_of(phrasing, open_[i]) && !is_one_of(formatting, open_[i])) {
                return;  // misnested: HTML ignores such an end tag
            }
        }
    }

    void erase(std::size_t index) {
        for (std::size_t i = open_.size(); i-- > index;) {
            if (i != index && is_one_of(formatting, open_[i])) {
                continue;
            }
            foreign_ -= open_[i] == "svg" || open_[i] == "math" ? 1 : 0;
            open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(i));
        }
    }

    std::string_view html_;
    std::vector<std::string> open_;
    int foreign_ = 0;           // how many of the open elements are <svg> or <math>
    bool is_crowded_ = false;   // a tag has too many attributes
    std::size_t reopened_ = 0;  // an upper bound of the formatting elements that blocks open again
};

}  // namespace

bool has_too_many_open_tags(std::string_view html) {
    return Counter(html).is_too_much();
}

std::size_t find_unfinished_markup(std::string_view html) {
    return Counter(html).unfinished();
}

}  // namespace hornbook
