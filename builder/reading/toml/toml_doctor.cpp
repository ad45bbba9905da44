#include "reading/toml/toml_doctor.h"

#include <algorithm>
#include <span>

#include "base/text.h"
#include "reading/toml/toml_blocks.h"
#include "reading/toml/toml_lines.h"
#include "reading/toml/toml_trouble.h"

namespace hornbook {
namespace {

// Whether a line has signs other than ASCII outside quotation marks, or a key of too many parts, each a section within the one before. Both
// are found here, before a parser that might trust its input.
bool has_strange_sign(std::string_view line) {
    constexpr std::ptrdiff_t most_parts = 30;
    std::string_view code = toml_without_comment(line);
    std::string_view key = code.substr(0, std::min(code.find_first_of("=\"'"), code.size()));
    if (std::count(key.begin(), key.end(), '.') > most_parts) {
        return true;
    }
    for (std::size_t at = 0; at < code.size();) {
        if (static_cast<unsigned char>(code[at]) >= 0x80) {
            return true;
        }
        at = code[at] == '"' || code[at] == '\'' ? past_toml_text(code, at) : at + 1;
    }
    return false;
}

class Doctor {
public:
    Doctor(std::string_view text, const ParseToml& parse) : parse_(parse) {
        for (std::string_view line : split(text, '\n')) {
            lines_.emplace_back(line);
        }
    }

    MendedToml mend() {
        mend_blocks_and_strange_lines();
        while (true) {
            result_.text = join(lines_, "\n");
            std::optional<TomlError> error = parse_(result_.text);
            if (!error) {
                return std::move(result_);
            }
            if (result_.faults.size() >= most_faults || !treat(*error)) {
                give_up(*error);
                return std::move(result_);
            }
        }
    }

private:
    static constexpr std::size_t most_faults = 20;

    void mend_blocks_and_strange_lines() {
        bool in_long_text = false;
        for (std::size_t at = 0; at < lines_.size(); ++at) {
            bool turns = (std::count(lines_[at].begin(), lines_[at].end(), '"') >= 3 && lines_[at].find("\"\"\"") != std::string::npos &&
                          lines_[at].find("\"\"\"") == lines_[at].rfind("\"\"\"")) ||
                         (lines_[at].find("'''") != std::string::npos && lines_[at].find("'''") == lines_[at].rfind("'''"));
            if (std::size_t size = in_long_text || turns ? 0 : mend_block(at); size != 0) {
                at += size - 1;
                continue;
            }
            if (!in_long_text && !turns && has_strange_sign(lines_[at])) {
                if (result_.faults.size() >= most_faults || !replace(at)) {
                    if (result_.faults.size() < most_faults) {
                        tell(at, "this sign cannot be used outside quotation marks",
                             "put text into straight quotation marks: `key = \"value\"`");
                    }
                    leave_out(at);
                }
            }
            in_long_text = in_long_text != turns;
        }
    }

    // Mends the block that begins with a line, and returns the number of its lines; 0: none does.
    std::size_t mend_block(std::size_t begin) {
        TomlBlock block = result_.faults.size() < most_faults ? toml_block(std::span(lines_).subspan(begin)) : TomlBlock();
        if (block.lines.empty()) {
            return 0;
        }
        std::size_t first = begin;
        while (trim(lines_[first]).empty()) {
            ++first;
        }
        std::vector<std::string_view> meant = split(block.meant, '\n');
        std::string hint = "write `" + std::string(meant[0]) + "`";
        for (std::size_t at = 1; at < meant.size(); ++at) {
            hint += (at == 1 ? ", and below it `" : ", `") + std::string(meant[at]) + "`";
        }
        tell(first, std::string(block.fault), hint + (meant.size() > 1 ? ", behind all keys that are in no section" : ""));
        std::copy(block.lines.begin(), block.lines.end(), lines_.begin() + static_cast<std::ptrdiff_t>(begin));
        return block.lines.size();
    }

    void tell(std::size_t line, std::string message, std::string hint) {
        result_.faults.push_back({static_cast<std::uint32_t>(line + 1), std::move(message), std::move(hint)});
    }

    // Treats the line of an error, once: an error that comes back to the same line has its cause elsewhere. Returns whether there was a
    // way.
    bool treat(const TomlError& error) {
        std::size_t at = std::min<std::size_t>(std::max<std::uint32_t>(error.line, 1), lines_.size()) - 1;
        while (at > 0 && trim(lines_[at]).empty()) {  // a text that is still open at the end of its line
            --at;
        }
        bool again = error.description.find("redefine") != std::string::npos;
        if (at > 0 && !again && !parse_(lines_[at])) {  // a text that is still open at the end of its line is missed on the next
            std::size_t before = at - 1;
            while (before > 0 && trim(lines_[before]).empty()) {
                --before;
            }
            at = parse_(lines_[before]) ? before : at;
        }
        if (!treated_.insert(at).second) {
            if (again) {
                leave_out(at);  // the same key twice, once it could be read
            }
            return again;
        }
        if (!again && replace(at)) {
            return true;
        }
        TomlTrouble trouble = in_plain_words(error.description);
        tell(at, trouble.message, trouble.hint);
        leave_out(at);
        return true;
    }

    // Replaces a line by what was meant, if that is good TOML by itself; returns whether it did.
    bool replace(std::size_t at) {
        std::string mended(trim(lines_[at]));
        std::string fault;
        for (const Habit& habit : toml_habits()) {
            std::string next = habit.mend(mended);
            if (next.empty()) {
                continue;
            }
            mended = std::move(next);
            fault += (fault.empty() ? "" : ", and ") + std::string(habit.fault);
            if (!has_strange_sign(mended) && !parse_(mended)) {
                tell(at, fault, "write `" + mended + "`");
                lines_[at] = mended;
                return true;
            }
        }
        return false;
    }

    // Leaves out a line, with the lines of a list or a section that it begins, since they would be read as something else.
    void leave_out(std::size_t at) {
        std::size_t begin = at;
        auto starts = [&](std::string_view line) { return line.empty() || toml_pair(line) || line.starts_with('['); };
        while (begin > 0 && !starts(trim(lines_[begin]))) {
            --begin;
        }
        bool goes_on_to_here = begin < at && !trim(lines_[begin]).empty() && parse_(lines_[begin]);  // a list over several lines
        begin = goes_on_to_here ? begin : at;
        std::string_view first = trim(lines_[begin]);
        bool section = first.starts_with('[');
        std::string key(first.substr(0, toml_key_size(first)));
        std::size_t end = begin + 1;
        auto goes_on = [&](std::string_view line) {
            bool is_section = line.starts_with('[') && line.find_first_of("\"',") == std::string_view::npos;
            return !is_section && (section || (!toml_pair(line) && !line.empty()));
        };
        while (end < lines_.size() && goes_on(trim(lines_[end]))) {
            ++end;
        }
        result_.lost.insert(section ? std::string() : key);
        std::fill(lines_.begin() + static_cast<std::ptrdiff_t>(begin), lines_.begin() + static_cast<std::ptrdiff_t>(std::max(end, at + 1)),
                  std::string());
    }

    void give_up(const TomlError& error) {
        if (result_.faults.size() < most_faults) {
            TomlTrouble trouble = in_plain_words(error.description);
            result_.faults.push_back({error.line, trouble.message, trouble.hint});
        }
        result_.lost.insert("");
        result_.text.clear();
    }

    const ParseToml& parse_;
    std::vector<std::string> lines_;
    std::set<std::size_t> treated_;
    MendedToml result_;
};

}  // namespace

MendedToml mend_toml(std::string_view text, const ParseToml& parse) {
    return Doctor(text, parse).mend();
}

}  // namespace hornbook
