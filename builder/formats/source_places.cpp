#include "formats/source_places.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "reading/lines.h"

namespace hornbook {
namespace {

constexpr std::size_t most_candidates = 50;      // tags of one name that one is compared with
constexpr std::size_t most_bytes_beyond = 4000;  // the first of them
constexpr std::size_t most_misses = 20;          // tags that are looked for in vain: each takes time by the length of the element

// The size in bytes of a `<` at the beginning, escaped or not; 0: none.
std::size_t angle_size(std::string_view text) {
    for (std::string_view sign : {"<", "&lt;", "&#60;", "&#x3c;", "&#x3C;"}) {
        if (text.starts_with(sign)) {
            return sign.size();
        }
    }
    return 0;
}

// The size in bytes of a line end at the beginning.
std::size_t line_end_size(std::string_view text) {
    for (std::string_view sign : {"\n", "&#10;", "&#xA;", "&#xa;", "&#x0A;", "&#x0a;"}) {
        if (text.starts_with(sign)) {
            return sign.size();
        }
    }
    return 0;
}

// Whether the source goes on with these signs, of which it may escape some.
bool goes_on_with(std::string_view source, std::string_view text) {
    struct Sign {
        std::string_view escaped;
        char plain;
    };
    constexpr std::array<Sign, 5> signs = {{{"&quot;", '"'}, {"&gt;", '>'}, {"&amp;", '&'}, {"&apos;", '\''}, {"&#39;", '\''}}};
    std::size_t at = 0;
    for (char c : text) {
        const auto* sign = std::find_if(signs.begin(), signs.end(), [&](const Sign& s) {
            return c == s.plain && source.substr(std::min(at, source.size())).starts_with(s.escaped);
        });
        if (sign != signs.end()) {
            at += sign->escaped.size();
        } else if (at < source.size() && source[at] == c) {
            ++at;
        } else {
            return false;
        }
    }
    return true;
}

// Follower that moves through the source while a text made of it is read.
class Follower {
public:
    Follower(const Source& source, const XmlPlace& element)
        : text_(std::string_view(source.text).substr(0, element.end)), at_(std::min(past_own_tag(text_, element.begin), text_.size())) {}

    std::size_t at() const {
        return at_;
    }

    // Moves on to a tag of the text, `<img src="x.png">`; returns whether it was found further on.
    bool go_to_tag(std::string_view tag) {
        std::size_t name = 1;
        while (name < tag.size() && (is_ascii_word(tag[name]) || tag[name] == '-')) {
            ++name;
        }
        std::string_view whole = tag.substr(1, tag.find('>') == npos ? name - 1 : tag.find('>'));
        std::size_t first = npos;
        std::size_t candidates = 0;
        for (std::size_t at = text_.find_first_of("<&", at_); misses_ < most_misses && at != npos && candidates < most_candidates;
             at = text_.find_first_of("<&", at + 1)) {
            std::size_t angle = angle_size(text_.substr(at, 8));
            if (angle == 0 || !is_named(text_.substr(at + angle), tag.substr(1, name - 1))) {
                continue;
            }
            ++candidates;
            first = first == npos ? at : first;
            if (at - first > most_bytes_beyond) {
                break;
            }
            if (goes_on_with(text_.substr(at + angle, 4 * whole.size() + 8), whole)) {
                first = at;
                break;
            }
        }
        misses_ += first == npos ? 1 : 0;
        at_ = first == npos ? at_ : first;
        return first != npos;
    }

    void go_past_line() {
        for (std::size_t at = text_.find_first_of("\n&", at_); misses_ < most_misses && at != npos;
             at = text_.find_first_of("\n&", at + 1)) {
            if (std::size_t size = line_end_size(text_.substr(at, 8)); size != 0) {
                at_ = at + size;
                return;
            }
        }
        ++misses_;
    }

private:
    // The offset behind the element's own tag and the markup that opens a text in it.
    static std::size_t past_own_tag(std::string_view text, std::size_t begin) {
        std::size_t at = std::min(text.find('>', begin), text.size());
        at = std::min(at + 1, text.size());
        constexpr std::string_view cdata = "<![CDATA[";
        return text.substr(at).starts_with(cdata) ? at + cdata.size() : at;
    }

    static bool is_named(std::string_view text, std::string_view name) {
        std::size_t colon = text.substr(0, 20).find(':');  // a prefix for the bank's own elements
        std::size_t behind = text.substr(0, 40).find_first_of(" \t\n>/&");
        bool prefixed = colon != npos && behind != npos && colon < behind && text.substr(colon + 1, behind - colon - 1) == name;
        return prefixed || (text.starts_with(name) && (text.size() == name.size() || !is_ascii_word(text[name.size()])));
    }

    std::string_view text_;
    std::size_t at_;
    std::size_t misses_ = 0;
};

}  // namespace

Place place_at_offset(std::uint32_t file, const Source& source, std::size_t offset) {
    auto next = std::upper_bound(source.line_starts.begin(), source.line_starts.end(), offset);
    auto line = static_cast<std::uint32_t>(next - source.line_starts.begin());
    return {file, line, static_cast<std::uint32_t>(offset - source.line_starts[line - 1] + 1), 1};
}

std::vector<PlacedPiece> pieces_at_places(std::string_view html, std::uint32_t file, const Source& source, const XmlPlace& element) {
    std::vector<PlacedPiece> pieces;
    Follower follower(source, element);
    std::size_t begin = 0;
    Place place = place_at_offset(file, source, follower.at());
    auto end_piece = [&](std::size_t at) {
        if (at > begin) {
            pieces.push_back({html.substr(begin, at - begin), place});
        }
        begin = at;
    };
    for (std::size_t at = html.find_first_of("<\n"); at != npos; at = html.find_first_of("<\n", at + 1)) {
        bool tag = html[at] == '<' && at + 1 < html.size() && is_ascii_letter(html[at + 1]);
        if (html[at] == '\n') {
            end_piece(at + 1);
            follower.go_past_line();
            place = place_at_offset(file, source, follower.at());
        } else if (tag && follower.go_to_tag(html.substr(at))) {
            end_piece(at);
            place = place_at_offset(file, source, follower.at());
        }
    }
    end_piece(html.size());
    return pieces;
}

}  // namespace hornbook
