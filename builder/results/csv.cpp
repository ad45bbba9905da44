#include "results/csv.h"

#include <algorithm>

#include "base/text.h"

namespace hornbook {
namespace {

constexpr std::size_t most_cells = 1'000'000;

// Whether a spreadsheet would run the text as a formula, any apostrophes before it aside, so that one apostrophe more can always be taken
// away again.
bool would_run(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of('\''), text.size()));
    if (text.empty()) {
        return false;
    }
    if (text[0] == '\t' || text[0] == '\r' || text[0] == '\n') {
        return true;
    }
    constexpr std::string_view signs[] = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};
    std::string_view inner = trim(text);
    return std::any_of(std::begin(signs), std::end(signs), [&](std::string_view sign) { return inner.starts_with(sign); });
}

char divider_of(std::string_view text) {
    std::string_view head = text.substr(0, text.find('\n'));
    char divider = ',';
    std::ptrdiff_t most = 0;
    for (char candidate : {',', ';', '\t'}) {
        std::ptrdiff_t count = std::count(head.begin(), head.end(), candidate);
        if (count > most) {
            most = count;
            divider = candidate;
        }
    }
    return divider;
}

class CsvReader {
public:
    explicit CsvReader(std::string_view text) : text_(text), divider_(divider_of(text)) {}

    CsvReading read() {
        while (at_ < text_.size() && reading_.refusal.empty()) {
            read_row();
        }
        if (!reading_.refusal.empty()) {
            reading_.rows.clear();
        }
        return std::move(reading_);
    }

private:
    void read_row() {
        CsvRow row{line_, {}};
        bool is_last = false;
        while (!is_last) {
            row.cells.push_back(read_cell());
            is_last = at_ >= text_.size() || text_[at_] != divider_;
            at_ += is_last ? 0 : 1;
            if (++cells_ > most_cells) {
                reading_.refusal = "it has too many cells";
                return;
            }
        }
        end_line();
        if (std::any_of(row.cells.begin(), row.cells.end(), [](const std::string& cell) { return !trim(cell).empty(); })) {
            reading_.rows.push_back(std::move(row));
        }
    }

    std::string read_cell() {
        std::string cell;
        bool is_quoted = at_ < text_.size() && text_[at_] == '"';
        std::size_t begin = line_;
        at_ += is_quoted ? 1 : 0;
        for (; at_ < text_.size(); ++at_) {
            char c = text_[at_];
            if (is_quoted && c == '"') {
                if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"') {
                    is_quoted = false;
                    continue;
                }
                ++at_;
            } else if (!is_quoted && (c == divider_ || c == '\n' || c == '\r')) {
                break;
            }
            line_ += c == '\n' ? 1 : 0;
            cell += c;
        }
        if (is_quoted) {
            reading_.refusal = "the quotation mark on line " + std::to_string(begin) + " is never closed";
        }
        return cell.starts_with('\'') && would_run(cell) ? cell.substr(1) : cell;
    }

    void end_line() {
        at_ += at_ < text_.size() && text_[at_] == '\r' ? 1 : 0;
        at_ += at_ < text_.size() && text_[at_] == '\n' ? 1 : 0;
        ++line_;
    }

    std::string_view text_;
    char divider_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::size_t cells_ = 0;
    CsvReading reading_;
};

}  // namespace

std::string utf8_text(std::string_view bytes, std::string& refusal) {
    std::string text = is_utf16(bytes)                      ? from_utf16(bytes)
                       : bytes.starts_with(byte_order_mark) ? std::string(bytes.substr(byte_order_mark.size()))
                                                            : std::string(bytes);
    if (!is_valid_utf8(text)) {
        refusal = "it is not UTF-8 text; a spreadsheet saves it as `CSV UTF-8`";
        return {};
    }
    return text;
}

CsvReading read_csv(std::string_view bytes) {
    CsvReading refused;
    std::string text = utf8_text(bytes, refused.refusal);
    return refused.refusal.empty() ? CsvReader(text).read() : refused;
}

std::string csv_row(const std::vector<std::string>& cells) {
    std::string row;
    for (const std::string& cell : cells) {
        row += row.empty() ? "\"" : ",\"";
        row += would_run(cell) ? "'" : "";
        for (char c : cell) {
            row += c == '"' ? "\"\"" : std::string(1, c);
        }
        row += '"';
    }
    return row + "\r\n";
}

}  // namespace hornbook
