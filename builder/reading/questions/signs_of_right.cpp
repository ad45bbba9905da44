#include "reading/questions/signs_of_right.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/ascii.h"
#include "base/text.h"
#include "model/mistakes.h"
#include "reading/questions/words_for_right.h"

namespace hornbook {
namespace {

using Kind = SignOfRight::Kind;

constexpr std::string_view signs_around_sign = "*_";
constexpr std::size_t longest_word = 60;  // bytes

std::string_view without_end_room(std::string_view text) {
    return text.substr(0, text.find_last_not_of(" \t") + 1);
}

bool has_letters_or_digits(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        char32_t c = next_code_point(text, at);
        if (is_letter(c) || is_digit(c)) {
            return true;
        }
    }
    return false;
}

// Whether the text ends with a word, such as `Rome`, and not with the `f` of `f (x)` or the `C` of `C*`.
bool is_word_at_end(std::string_view text) {
    return letters_at_end(without_end_room(text)) >= 3;
}

struct Tick {
    std::string_view sign;
    bool right;
    bool may_touch;  // it may follow a word without a space
};
constexpr auto tick_signs = std::to_array<Tick>({
    {"✓", true, true},
    {"✔", true, true},
    {"☑", true, true},
    {"✅", true, true},
    {"🗸", true, true},
    {"👍", true, true},
    {"🗹", true, true},
    {"√", true, false},
    {"✗", false, true},
    {"✘", false, true},
    {"❌", false, true},
    {"✖", false, true},
    {"✕", false, true},
    {"👎", false, true},
    {"❎", false, true},
    {"☒", true, false},
});
constexpr std::string_view variant = "\uFE0F";  // behind a sign that is drawn in colour

const Tick* tick_that_is(std::string_view text) {
    text.remove_suffix(text.ends_with(variant) ? variant.size() : 0);
    const auto* row = std::find_if(tick_signs.begin(), tick_signs.end(), [&](const Tick& tick) { return tick.sign == text; });
    return row != tick_signs.end() ? &*row : nullptr;
}

std::optional<SignOfRight> made(Kind kind, bool right, std::string_view seen, std::string_view rest) {
    bool whole = has_letters_or_digits(rest);
    return whole ? std::optional(SignOfRight{kind, right, std::string(trim(seen)), std::string(trim(rest))}) : std::nullopt;
}

// The sign of a text that says right or wrong: `correct`, `*right answer!*`, `✓`; none: it says neither.
std::optional<SignOfRight> said(std::string_view inside, std::string_view seen, std::string_view rest, Kind kind) {
    inside = trim(inside);
    while (!inside.empty() && signs_around_sign.find(inside.front()) != std::string_view::npos && inside.size() > 2) {
        inside.remove_prefix(1);
    }
    while (!inside.empty() && std::string_view("*_!.").find(inside.back()) != std::string_view::npos && inside.size() > 1) {
        inside.remove_suffix(1);
    }
    if (const Tick* tick = tick_that_is(inside); tick != nullptr) {
        return made(Kind::tick, tick->right, seen, rest);
    }
    std::optional<bool> right = inside.size() <= longest_word ? right_or_wrong(inside) : std::nullopt;
    return right ? made(kind, *right, seen, rest) : std::nullopt;
}

constexpr auto sign_brackets = std::to_array<std::pair<std::string_view, std::string_view>>(
    {{"(", ")"}, {"[", "]"}, {"{", "}"}, {"（", "）"}, {"［", "］"}, {"【", "】"}, {"<", ">"}});

// The sign in brackets at the end: `Rome (correct)`, `Rome **(right)**`, `Oslo [x]`.
std::optional<SignOfRight> brackets_at_end(std::string_view text) {
    std::size_t signs = text.size() - (text.find_last_not_of(signs_around_sign) + 1);
    std::string_view body = text.substr(0, text.size() - signs);
    for (const auto& [open, close] : sign_brackets) {
        std::size_t begin = body.ends_with(close) ? body.rfind(open) : std::string_view::npos;
        if (begin == std::string_view::npos || begin < signs || begin == 0 ||
            body.substr(begin - signs, signs) != text.substr(body.size())) {
            continue;
        }
        std::string_view before = text.substr(0, begin - signs);
        std::string_view inside = body.substr(begin + open.size(), body.size() - begin - open.size() - close.size());
        bool apart = before.ends_with(' ') || before.ends_with('*') || (!before.empty() && (before.back() & 0x80) != 0);
        std::string_view seen = text.substr(begin - signs);
        if (!apart || (open == "<" && !right_or_wrong(inside))) {
            return std::nullopt;
        }
        bool box = open == "[" || open == "(" || open == "［";
        if (box && (inside == "x" || inside == "X" || inside == "*") && (open != "(" || is_word_at_end(before))) {
            return made(open == "(" ? Kind::star : Kind::word, true, seen, before);
        }
        if (open == "[" && inside == " ") {
            return made(Kind::word, false, seen, before);
        }
        return said(inside, seen, before, Kind::word);
    }
    return std::nullopt;
}

struct Divider {
    std::string_view sign;
    Kind kind;
};
// Signs between a choice and a word for right, the longer ones first.
constexpr auto sign_dividers = std::to_array<Divider>({
    {"<----", Kind::word}, {"<---", Kind::word}, {"<--", Kind::word},   {"<==", Kind::word},  {"<-", Kind::word},   {"<=", Kind::word},
    {"<<", Kind::word},    {"⟵", Kind::word},    {"←", Kind::word},     {"⇐", Kind::word},    {"⬅", Kind::word},    {"👈", Kind::word},
    {"-->", Kind::word},   {"==>", Kind::word},  {"->", Kind::word},    {"=>", Kind::word},   {"→", Kind::word},    {"⇒", Kind::word},
    {" // ", Kind::word},  {" # ", Kind::word},  {" -- ", Kind::loose}, {" - ", Kind::loose}, {" – ", Kind::loose}, {" — ", Kind::loose},
    {" | ", Kind::loose},  {": ", Kind::loose},
});

// The sign behind an arrow or dash at the end: `Rome <-- right answer`, `Rome <--`, `Rome – correct`.
std::optional<SignOfRight> divider_at_end(std::string_view text) {
    for (const Divider& divider : sign_dividers) {
        std::size_t at = text.rfind(divider.sign);
        if (at == std::string_view::npos || at == 0) {
            continue;
        }
        std::string_view behind = trim(text.substr(at + divider.sign.size()));
        behind.remove_prefix(behind.starts_with(variant) ? variant.size() : 0);
        std::string_view before = text.substr(0, at);
        bool points_here = divider.sign.front() == '<' || divider.sign == "⟵" || divider.sign == "←" || divider.sign == "⇐" ||
                           divider.sign == "⬅" || divider.sign == "👈";
        if (behind.empty() && points_here && before.ends_with(' ')) {
            return made(Kind::star, true, text.substr(at), before);
        }
        if (std::optional<SignOfRight> sign = said(behind, text.substr(at), before, divider.kind)) {
            return sign;
        }
    }
    return std::nullopt;
}

std::optional<SignOfRight> tick_at_end(std::string_view text) {
    std::string_view body = text.substr(0, text.size() - (text.ends_with(variant) ? variant.size() : 0));
    for (const Tick& tick : tick_signs) {
        if (body.ends_with(tick.sign)) {
            std::string_view before = body.substr(0, body.size() - tick.sign.size());
            bool apart = tick.may_touch || before.ends_with(' ');
            return apart ? made(Kind::tick, tick.right, text.substr(before.size()), before) : std::nullopt;
        }
    }
    return std::nullopt;
}

// The star at the end that is not a mark of emphasis: `Rome *`, `Rome \*`, `Rome*`.
std::optional<SignOfRight> star_at_end(std::string_view text) {
    if (text.ends_with("★")) {
        return made(Kind::star, true, "★", text.substr(0, text.size() - std::string_view("★").size()));
    }
    std::size_t end = text.find_last_not_of('*') + 1;
    std::string_view before = text.substr(0, end);
    before.remove_suffix(before.ends_with('\\') ? 1 : 0);
    bool alone = end < text.size() && before.find('*') == std::string_view::npos;
    return alone && is_word_at_end(before) ? made(Kind::star, true, text.substr(before.size()), before) : std::nullopt;
}

// The sign at the beginning: `✓ Rome`, `(correct) Rome`, `Correct: Rome`, `* Rome`.
std::optional<SignOfRight> sign_at_start(std::string_view text) {
    for (const Tick& tick : tick_signs) {
        if (text.starts_with(tick.sign)) {
            std::string_view rest = text.substr(tick.sign.size());
            rest.remove_prefix(rest.starts_with(variant) ? variant.size() : 0);
            return tick.may_touch || rest.starts_with(' ') ? made(Kind::tick, tick.right, tick.sign, rest) : std::nullopt;
        }
    }
    std::size_t stars = std::min(text.find_first_not_of('*'), text.size());
    if (stars > 0 && text.find('*', stars) == std::string_view::npos) {
        return made(Kind::star, true, text.substr(0, stars), text.substr(stars));
    }
    for (const auto& [open, close] : sign_brackets) {
        std::size_t end = text.starts_with(open) ? text.find(close) : std::string_view::npos;
        if (end != std::string_view::npos && end <= longest_word && open != "<") {
            std::size_t after = end + close.size();
            bool link = text.substr(after).starts_with('(') || text.substr(after).starts_with('[');
            return link ? std::nullopt
                        : said(text.substr(open.size(), end - open.size()), text.substr(0, after), text.substr(after), Kind::word);
        }
    }
    for (std::string_view sign : {":** ", ": ", " – ", " — ", " - ", "："}) {
        std::size_t at = text.substr(0, longest_word).find(sign);
        if (at != std::string_view::npos) {
            std::size_t after = at + sign.size();
            return said(text.substr(0, at), text.substr(0, after), text.substr(after), Kind::loose);
        }
    }
    return std::nullopt;
}

bool agrees(const std::optional<SignOfRight>& sign, const WrittenChoice& choice) {
    return sign && sign->right == choice.right;
}

std::string box(bool right) {
    return right ? "- [x] " : "- [ ] ";
}

class SignTeller {
public:
    SignTeller(ProseReader& reader, std::span<const WrittenChoice> choices) : reader_(reader), choices_(choices) {
        for (const WrittenChoice& choice : choices) {
            signs_.push_back(sign_of_right(choice.text));
        }
    }

    void tell(std::string_view question) {
        auto bearing = std::count_if(signs_.begin(), signs_.end(), [](const auto& sign) { return sign.has_value(); });
        bool all = static_cast<std::size_t>(bearing) == choices_.size();
        bool all_agree = all && all_of_kind([&](std::size_t i) { return agrees(signs_[i], choices_[i]); });
        bool plain = all_of_kind([&](std::size_t i) { return signs_[i]->kind == Kind::word || signs_[i]->kind == Kind::tick; });
        if (bearing == 0) {
            return tell_bold();
        }
        if (all && (!all_agree || !plain || choices_.size() < 2)) {  // they speak of being right themselves
            return;
        }
        bool has_sides = speaks_of_left(question) ||
                         std::any_of(choices_.begin(), choices_.end(), [](const WrittenChoice& c) { return speaks_of_left(c.text); });
        for (std::size_t i = 0; i < choices_.size(); ++i) {
            if (signs_[i] && is_sure(i) && !(has_sides && speaks_of_side(signs_[i]->seen))) {
                tell_sign(choices_[i], *signs_[i]);
            }
        }
    }

private:
    template <class Says>
    bool all_of_kind(const Says& says) const {
        for (std::size_t i = 0; i < signs_.size(); ++i) {
            if (signs_[i] && !says(i)) {
                return false;
            }
        }
        return true;
    }

    // Whether a sign is certain: words in brackets are; other signs where all choices that have them are right, or wrong, as they say.
    bool is_sure(std::size_t at) const {
        Kind kind = signs_[at]->kind;
        return kind == Kind::word || all_of_kind([&](std::size_t i) { return signs_[i]->kind != kind || agrees(signs_[i], choices_[i]); });
    }

    void tell_sign(const WrittenChoice& choice, const SignOfRight& sign) {
        bool agreed = sign.right == choice.right;
        std::string line = choice.before + sign.rest;
        std::string other = choice.before.starts_with("- [") ? box(!choice.right) + sign.rest : "";
        std::string hint = "write `" + line + "`";
        if (!agreed) {
            hint += other.empty() ? ", and look at the key again" : ", or `" + other + "` if the sign tells the truth";
        }
        reader_.diagnostics.add(Mistake::nearly_an_answer, choice.place,
                                agreed ? "`" + sign.seen + "` would show pupils the key"
                                       : "`" + sign.seen + "` says " + (sign.right ? "right" : "wrong") +
                                             " and would be shown to pupils, where " +
                                             (choice.right ? "the choice is right" : "the choice is not right"),
                                hint);
    }

    // Reports a key that is marked for the eye: the right choices, and no others, in bold or the like.
    void tell_bold() {
        bool marked = choices_.size() > 2;
        bool any = false;
        for (const WrittenChoice& choice : choices_) {
            std::string_view words = bold_words(choice.text);
            marked = marked && words.empty() != choice.right && (words.empty() || letters_in(words) >= 3);
            any = any || !words.empty();
        }
        for (const WrittenChoice& choice : choices_) {
            if (marked && any && choice.right) {
                reader_.diagnostics.add(Mistake::nearly_an_answer, choice.place,
                                        "only what is right is marked out, which would show pupils the key",
                                        "write `" + choice.before + std::string(bold_words(choice.text)) + "`");
            }
        }
    }

    static std::size_t letters_in(std::string_view text) {
        return static_cast<std::size_t>(
            std::count_if(text.begin(), text.end(), [](char c) { return is_ascii_letter(c) || (c & 0x80) != 0; }));
    }

    ProseReader& reader_;
    std::span<const WrittenChoice> choices_;
    std::vector<std::optional<SignOfRight>> signs_;
};

}  // namespace

std::size_t letters_at_end(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size();) {
        char32_t c = next_code_point(text, at);
        count = is_letter(c) ? count + (is_unspaced_script(c) ? 2 : 1) : 0;
    }
    return count;
}

std::optional<SignOfRight> sign_of_right(std::string_view text) {
    text = trim(text);
    for (auto look : {brackets_at_end, tick_at_end, divider_at_end, star_at_end, sign_at_start}) {
        if (std::optional<SignOfRight> sign = look(text)) {
            return sign;
        }
    }
    return std::nullopt;
}

std::string_view bold_words(std::string_view text) {
    text = trim(text);
    for (std::string_view tag : {"b", "strong", "u", "mark"}) {
        std::string open = "<" + std::string(tag) + ">";
        std::string close = "</" + std::string(tag) + ">";
        if (text.starts_with(open) && text.ends_with(close) && text.find(close) == text.size() - close.size()) {
            return text.substr(open.size(), text.size() - open.size() - close.size());
        }
    }
    for (std::string_view sign : {"**", "__", "=="}) {
        bool whole = text.size() > 4 && text.starts_with(sign) && text.ends_with(sign) && text.find(sign, 2) == text.size() - 2;
        if (whole && text[2] != ' ' && text[2] != sign[0]) {
            return text.substr(2, text.size() - 4);
        }
    }
    return {};
}

void tell_signs_of_right(ProseReader& reader, std::string_view question, std::span<const WrittenChoice> choices) {
    SignTeller(reader, choices).tell(question);
}

}  // namespace hornbook
