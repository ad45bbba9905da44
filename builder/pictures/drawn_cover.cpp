#include "pictures/drawn_cover.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "base/text.h"
#include "xml/writer.h"

namespace hornbook {
namespace {

constexpr int cover_width = 1200;
constexpr int cover_height = 1600;
constexpr int usable = 960;  // between the margins

// The width of a letter in thousandths of the font's size, rounded up, in DejaVu Serif Bold: the widest font that is likely.
int letter_width(char32_t c, std::size_t columns) {
    struct Letters {
        std::u32string_view letters;
        int width;
    };
    constexpr auto rows = std::to_array<Letters>({{U" ,./:;\\ijl|'’", 400},
                                                  {U"!-–f()IJ[]t", 500},
                                                  {U"\"*_`r?svxyz", 610},
                                                  {U"ace{}", 660},
                                                  {U"FLSTYZ", 750},
                                                  {U"wDGHKNOQU&", 950},
                                                  {U"mMW%@ŒœÆæмфжшщыюМ—", 1110},
                                                  {U"ЖШЩЫЮ", 1310}});
    for (const Letters& row : rows) {
        if (row.letters.find(c) != std::u32string_view::npos) {
            return row.width;
        }
    }
    int usual = c < 0x80 ? (is_upper(c) ? 850 : 735) : is_upper(c) ? 950 : 800;
    return columns == 0 ? 0 : columns > 1 ? 1100 : usual;
}

// A letter with what stands on it, and its width.
struct Character {
    std::string_view text;
    int width = 0;
};

std::vector<Character> characters_of(std::string_view word) {
    std::vector<Character> characters;
    for (std::size_t at = 0; at < word.size();) {
        std::size_t begin = at;
        char32_t c = next_code_point(word, at);
        std::string_view text = word.substr(begin, at - begin);
        std::size_t columns = display_width(text);
        if (columns == 0 && !characters.empty()) {  // an accent stays with its letter
            Character& last = characters.back();
            last.text = std::string_view(last.text.data(), last.text.size() + text.size());
        } else {
            characters.push_back({text, letter_width(c, columns)});
        }
    }
    return characters;
}

int width_of(const std::vector<Character>& characters) {
    return std::accumulate(characters.begin(), characters.end(), 0, [](int sum, const Character& one) { return sum + one.width; });
}

// The most that a line may be wide, in thousandths of the size of its letters.
int widest(int size) {
    return usable * 1000 / size;
}

// The text in lines of at most that width; longer words, and scripts without spaces, are cut.
std::vector<std::string> wrapped(const std::string& text, int most) {
    std::vector<std::string> lines;
    std::string line;
    int width = 0;
    auto flush = [&] {
        if (!line.empty()) {
            lines.push_back(std::move(line));
            line.clear();
        }
        width = 0;
    };
    for (std::string_view word : split(text, ' ')) {
        std::vector<Character> characters = characters_of(word);
        int space = letter_width(U' ', 1);
        if (width + space + width_of(characters) > most) {
            flush();
        }
        width += line.empty() ? 0 : space;
        line += line.empty() ? "" : " ";
        for (const Character& character : characters) {
            if (width + character.width > most) {
                flush();
            }
            line += character.text;
            width += character.width;
        }
    }
    flush();
    return lines;
}

// Writes lines of text in the middle; returns the y below them.
int write_lines(XmlWriter& xml, const std::string& text, int size, int y, std::string_view style) {
    int most = widest(size) * (style == "bold" ? 100 : 115) / 100;  // thin letters are narrower
    for (const std::string& line : wrapped(text, most)) {
        y += size * 5 / 4;
        xml.element(
            "text",
            {{"x", std::to_string(cover_width / 2)}, {"y", std::to_string(y)}, {"font-size", std::to_string(size)}, {"font-weight", style}},
            line);
    }
    return y;
}

// The size of the title's letters: smaller for longer titles, and where a word would have to be cut.
int title_size(const std::string& title) {
    std::size_t columns = display_width(title);
    int longest_word = 0;
    for (std::string_view word : split(title, ' ')) {
        longest_word = std::max(longest_word, width_of(characters_of(word)));
    }
    int size = columns <= 24 ? 140 : columns <= 60 ? 110 : columns <= 120 ? 80 : 56;
    for (int smaller : {110, 80, 56}) {
        size = longest_word > widest(size) && smaller < size && longest_word <= widest(56) ? smaller : size;
    }
    return size;
}

}  // namespace

std::string drawn_cover(const Metadata& m) {
    XmlWriter xml;
    xml.declaration();
    xml.open("svg", {{"xmlns", "http://www.w3.org/2000/svg"},
                     {"width", std::to_string(cover_width)},
                     {"height", std::to_string(cover_height)},
                     {"viewBox", "0 0 1200 1600"}});
    xml.empty("rect", {{"width", "1200"}, {"height", "1600"}, {"fill", "#f4efe4"}});
    xml.empty(
        "rect",
        {{"x", "50"}, {"y", "50"}, {"width", "1100"}, {"height", "1500"}, {"fill", "none"}, {"stroke", "#222222"}, {"stroke-width", "8"}});
    xml.empty(
        "rect",
        {{"x", "70"}, {"y", "70"}, {"width", "1060"}, {"height", "1460"}, {"fill", "none"}, {"stroke", "#222222"}, {"stroke-width", "2"}});
    xml.open("g", {{"font-family", "DejaVu Serif, serif"}, {"text-anchor", "middle"}, {"fill", "#222222"}});
    int y = write_lines(xml, m.title, title_size(m.title), 260, "bold");
    y = std::max(y + 60, 620);
    xml.empty(
        "line",
        {{"x1", "450"}, {"x2", "750"}, {"y1", std::to_string(y)}, {"y2", std::to_string(y)}, {"stroke", "#222222"}, {"stroke-width", "4"}});
    if (!m.subtitle.empty()) {
        write_lines(xml, m.subtitle, 60, y + 40, "normal");
    }
    if (!m.authors.empty()) {
        write_lines(xml, join(m.authors, ", "), 50, 1360, "normal");
    }
    xml.close();
    xml.close();
    return xml.take();
}

std::string drawn_cover_words(const Metadata& m) {
    std::vector<std::string> parts = {m.title};
    if (!m.subtitle.empty()) {
        parts.push_back(m.subtitle);
    }
    if (!m.authors.empty()) {
        parts.push_back(join(m.authors, ", "));
    }
    return join(parts, ". ");
}

}  // namespace hornbook
