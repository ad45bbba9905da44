#include "formats/gift/piece.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "formats/gift/formulas.h"
#include "model/mistakes.h"

namespace hornbook {
namespace {

constexpr char mask = '\x01';  // authors' files have no control characters

// The index of the last line that begins at or before `at`.
std::size_t line_at(const GiftText& text, std::size_t at) {
    auto next = std::upper_bound(text.starts.begin(), text.starts.end(), at);
    return static_cast<std::size_t>(next - text.starts.begin()) - 1;
}

}  // namespace

GiftText::GiftText(Lines question, bool formulas) : lines(std::move(question)) {
    for (const Line& line : lines) {
        text += text.empty() ? "" : "\n";
        starts.push_back(text.size());
        text += line.text;
    }
    masked = text;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (is_gift_escape(text, at)) {
            masked[at] = masked[at + 1] = mask;
            ++at;
        }
    }
    if (formulas) {
        mask_formulas(text, masked);
    }
}

std::string_view GiftPiece::text() const {
    return std::string_view(whole->text).substr(begin, end - begin);
}

std::string_view GiftPiece::masked() const {
    return std::string_view(whole->masked).substr(begin, end - begin);
}

bool GiftPiece::is_blank() const {
    return trim(text()).empty();
}

GiftPiece GiftPiece::part(std::size_t from, std::size_t to) const {
    std::size_t size = end - begin;
    return {whole, begin + std::min(from, size), begin + std::min(to, size)};
}

GiftPiece GiftPiece::trimmed() const {
    std::string_view inside = trim(text());
    auto from = static_cast<std::size_t>(inside.data() - text().data());
    return part(from, from + inside.size());
}

Lines GiftPiece::lines() const {
    Lines result;
    for (std::size_t i = line_at(*whole, begin); i < whole->lines.size() && whole->starts[i] < end; ++i) {
        const Line& line = whole->lines[i];
        std::size_t start = whole->starts[i];
        std::size_t from = std::max(begin, start);
        std::size_t to = std::min(end, start + line.text.size());
        if (from < to) {
            result.push_back(part_of(line, line.text.substr(from - start, to - from)));
        }
    }
    return result;
}

GiftPiece all_of(const GiftText& text) {
    return {&text, 0, text.text.size()};
}

Place place_of(const ProseReader& reader, const GiftPiece& piece) {
    GiftPiece inside = piece.is_blank() ? piece : piece.trimmed();
    const GiftText& whole = *piece.whole;
    std::size_t index = line_at(whole, inside.begin);
    const Line& line = whole.lines[index];
    std::size_t from = std::min(inside.begin - whole.starts[index], line.text.size());
    return place_of(reader.file, line, line.text.substr(from, inside.end - inside.begin));
}

GiftFormat take_format(ProseReader& reader, GiftPiece& piece, GiftFormat usual) {
    GiftPiece inside = piece.trimmed();
    std::size_t end = inside.masked().find(']');
    if (!inside.masked().starts_with('[') || end == std::string_view::npos) {
        return usual;
    }
    std::string_view word = inside.text().substr(1, end - 1);
    std::vector<std::string_view> names;
    for (auto [name, format] : gift_formats) {
        if (fold_case(word) == name) {
            piece = inside.part(end + 1);
            return format;
        }
        names.push_back(name);
    }
    if (std::string_view near = nearest(word, names); !near.empty() && !reader.labels.contains(fold_case(word))) {
        reader.diagnostics.add(Mistake::nearly_a_key, place_of(reader, inside.part(0, end + 1)),
                               "`[" + std::string(word) + "]` is read as text", "did you mean `[" + std::string(near) + "]`?");
    }
    return usual;
}

}  // namespace hornbook
