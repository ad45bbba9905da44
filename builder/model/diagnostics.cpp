#include "model/diagnostics.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "model/limits.h"
#include "model/mistakes.h"

namespace hornbook {
namespace {

struct MistakeRow {
    std::string_view code;
    Severity severity;
};
using enum Severity;
constexpr auto mistake_rows = std::to_array<MistakeRow>({
#define MISTAKE(name, code, severity) {code, severity},
#include "model/mistakes.def"
#undef MISTAKE
});

const MistakeRow& row_of(Mistake mistake) {
    return mistake_rows[static_cast<std::size_t>(mistake)];
}

auto order_of(const Diagnostic& d) {
    return std::tie(d.place.file, d.place.line, d.place.column, d.mistake, d.message);
}

// The text with its middle left out where it is too long to be shown, such as an author's word of a megabyte.
std::string shortened(std::string text) {
    constexpr std::size_t longest = 600;
    constexpr std::size_t begin = 400;
    constexpr std::size_t end = 120;
    if (text.size() <= longest) {
        return text;
    }
    auto is_inside = [&](std::size_t at) { return (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80; };  // of a code point
    std::size_t first = begin;
    while (is_inside(first)) {
        --first;
    }
    std::size_t last = text.size() - end;
    while (last < text.size() && is_inside(last)) {
        ++last;
    }
    return text.substr(0, first) + "…" + text.substr(last);
}

// The number of messages of a kind that are shown in a file. Losses of an import or an output are all shown, since each names another
// thing.
std::size_t most_shown(Mistake mistake) {
    bool names_a_loss = mistake == Mistake::not_kept || mistake == Mistake::no_place_in_output;
    return names_a_loss ? 10 * limits::shown_messages : limits::shown_messages;
}

}  // namespace

std::string_view code_of(Mistake mistake) {
    return row_of(mistake).code;
}

Severity severity_of(Mistake mistake) {
    return row_of(mistake).severity;
}

std::vector<Mistake> all_mistakes() {
    std::vector<Mistake> all;
    for (std::size_t i = 0; i < mistake_rows.size(); ++i) {
        all.push_back(static_cast<Mistake>(i));
    }
    return all;
}

void Diagnostics::keep(Diagnostic diagnostic) {
    Kind kind{diagnostic.place.file, diagnostic.mistake};
    if (kept_[kind] == limits::kept_messages) {
        dropped_[kind] += 1 + diagnostic.more;
        return;
    }
    ++kept_[kind];
    list_.push_back(std::move(diagnostic));
}

void Diagnostics::add(Mistake mistake, Place place, std::string message, std::string hint, Stretch rests_on) {
    add(Diagnostic{mistake, place, std::move(message), std::move(hint), rests_on});
}

void Diagnostics::add(Mistake mistake, Place place, std::string message, std::string hint, SecondPlace other) {
    add(Diagnostic{mistake, place, std::move(message), std::move(hint), {}, std::move(other)});
}

void Diagnostics::add(Diagnostic diagnostic) {
    diagnostic.message = shortened(std::move(diagnostic.message));
    diagnostic.hint = shortened(std::move(diagnostic.hint));
    keep(std::move(diagnostic));
}

void Diagnostics::add_misread(Mistake mistake, Place place, std::string message, std::string hint, Stretch misread, SecondPlace other) {
    if (misread_.size() < limits::kept_messages) {
        misread_.push_back({misread, mistake, place});
    }
    add(mistake, place, std::move(message), std::move(hint), std::move(other));
}

void Diagnostics::append(Diagnostics other) {
    for (Diagnostic& diagnostic : other.list_) {
        keep(std::move(diagnostic));
    }
    for (const auto& [kind, times] : other.dropped_) {
        dropped_[kind] += times;
    }
    misread_.insert(misread_.end(), other.misread_.begin(), other.misread_.end());
}

void Diagnostics::turn(Mistake from, Mistake to, std::string_view before) {
    for (Diagnostic& diagnostic : list_) {
        if (diagnostic.mistake == from) {
            diagnostic.mistake = to;
            diagnostic.message.insert(0, before);
        }
    }
    for (auto* counts : {&kept_, &dropped_}) {
        std::map<Kind, std::size_t> turned;
        for (const auto& [kind, times] : *counts) {
            turned[{kind.first, kind.second == from ? to : kind.second}] += times;
        }
        *counts = std::move(turned);
    }
}

void Diagnostics::keep_only(const std::vector<std::uint32_t>& files) {
    auto is_other = [&](std::uint32_t file) { return std::find(files.begin(), files.end(), file) == files.end(); };
    std::erase_if(list_, [&](const Diagnostic& d) { return is_other(d.place.file); });
    for (auto* counts : {&kept_, &dropped_}) {
        std::erase_if(*counts, [&](const auto& row) { return is_other(row.first.first); });
    }
}

bool Diagnostics::is_caused(const Diagnostic& d) const {
    return std::any_of(misread_.begin(), misread_.end(), [&](const Misread& misread) {
        const Stretch& lines = misread.lines;
        bool tells_it = d.mistake == misread.mistake && d.place == misread.told;
        bool inside = d.place && d.place.file == lines.file && d.place.line >= lines.first && d.place.line <= lines.last;
        // One misread line alone is not enough for a message to rest on it.
        bool rests = lines.first < lines.last && (d.rests_on.file == lines.file || d.rests_on.file == Stretch::any_file) &&
                     d.rests_on.first <= lines.last && lines.first <= d.rests_on.last;
        return !tells_it && (inside || rests);
    });
}

void Diagnostics::sort() {
    std::erase_if(list_, [&](const Diagnostic& d) { return is_caused(d); });
    std::stable_sort(list_.begin(), list_.end(), [](const Diagnostic& a, const Diagnostic& b) { return order_of(a) < order_of(b); });
    auto same = [](const Diagnostic& a, const Diagnostic& b) { return order_of(a) == order_of(b); };
    list_.erase(std::unique(list_.begin(), list_.end(), same), list_.end());
    count_the_rest();
}

void Diagnostics::count_the_rest() {
    std::map<Kind, std::size_t> seen;
    std::map<Kind, std::size_t> more = std::move(dropped_);
    std::vector<Diagnostic> kept;
    for (Diagnostic& diagnostic : list_) {
        Kind kind{diagnostic.place.file, diagnostic.mistake};
        more[kind] += std::exchange(diagnostic.more, 0);
        if (++seen[kind] > most_shown(diagnostic.mistake)) {
            ++more[kind];
        } else {
            kept.push_back(std::move(diagnostic));
        }
    }
    list_ = std::move(kept);
    kept_.clear();
    dropped_.clear();
    for (std::size_t i = list_.size(); i-- > 0;) {  // the last message of each kind carries the number of those that are not shown
        Kind kind{list_[i].place.file, list_[i].mistake};
        list_[i].more = std::exchange(more[kind], 0);
        ++kept_[kind];
    }
}

bool Diagnostics::has_errors() const {
    return std::any_of(list_.begin(), list_.end(), [](const Diagnostic& d) { return severity_of(d.mistake) == Severity::error; });
}

bool Diagnostics::stop_work(bool strict) const {
    return has_errors() || (strict && count(Severity::warning) > 0);
}

std::size_t Diagnostics::count(Severity severity) const {
    std::size_t sum = 0;
    for (const Diagnostic& diagnostic : list_) {
        sum += severity_of(diagnostic.mistake) == severity ? 1 + diagnostic.more : 0;
    }
    for (const auto& [kind, times] : dropped_) {
        sum += severity_of(kind.second) == severity ? times : 0;
    }
    return sum;
}

}  // namespace hornbook
