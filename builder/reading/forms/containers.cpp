#include "reading/forms/containers.h"

#include <algorithm>
#include <set>
#include <span>
#include <string>

#include "base/ascii.h"
#include "base/text.h"
#include "model/limits.h"
#include "model/mistakes.h"
#include "reading/forms/formulas.h"
#include "reading/forms/unclosed_quiz.h"
#include "reading/html/long_html.h"

namespace hornbook {
namespace {

struct Container {
    bool quote = false;
    std::size_t indent = 0;  // columns that lines inside a list item are indented by
    std::size_t id = 0;
};

// The size in bytes of a list marker with the space after it; 0: there is none. White space or the end of the line must follow a marker.
std::size_t list_marker(std::string_view text) {
    std::size_t size = 0;
    if (!text.empty() && (text[0] == '-' || text[0] == '*' || text[0] == '+')) {
        size = 1;
    } else {
        while (size < text.size() && size < 9 && is_ascii_digit(text[size])) {
            ++size;
        }
        if (size == 0 || size >= text.size() || (text[size] != '.' && text[size] != ')')) {
            return 0;
        }
        ++size;
    }
    if (size < text.size() && text[size] != ' ' && text[size] != '\t') {
        return 0;
    }
    return size;
}

// Whether the item may interrupt a paragraph: not where it is empty or its number is not 1 (CommonMark 0.30, 5.2).
bool may_interrupt(std::string_view text, std::size_t marker) {
    return !trim(text.substr(marker)).empty() && (!is_ascii_digit(text[0]) || (marker == 2 && text[0] == '1'));
}

bool is_thematic_break(std::string_view text) {
    std::size_t marks = 0;
    char mark = text.empty() ? '\0' : text[0];
    if (mark != '-' && mark != '*' && mark != '_') {
        return false;
    }
    for (char c : text) {
        if (c == mark) {
            ++marks;
        } else if (c != ' ' && c != '\t') {
            return false;
        }
    }
    return marks >= 3;
}

class Scanner {
public:
    Scanner(ProseReader& reader, const Lines& lines) : reader_(reader) {
        result_.rows.reserve(lines.size());
        for (std::size_t at = 0; at < lines.size(); ++at) {
            rest_ = std::span(lines).subspan(at);
            scan(lines[at]);
        }
        report_open_ends();
    }
    SourceRows take() {
        return std::move(result_);
    }

private:
    void scan(const Line& line) {
        SourceRow row{line, line.text, 0, RowKind::text, false, false, false};
        enter_known(row);
        end_unclosed_quiz();
        if (fence_.length != 0 && fence_container_ == id()) {
            in_fence(row);
        } else if (!html_.empty() && html_container_ == id()) {
            row.kind = RowKind::comment;
            html_ = long_html_ends(html_, row.content) ? std::string_view() : html_;
        } else if (formula_rows_ != 0 && formula_container_ == id()) {
            row.kind = RowKind::formula;
            --formula_rows_;
        } else {
            formula_rows_ = 0;
            fence_ = {};
            html_ = {};
            enter_new(row);
            classify(row);
        }
        row.container = id();
        row.starts_text = !after_text_ || result_.rows.empty() || result_.rows.back().container != row.container;
        after_text_ = row.kind == RowKind::text;
        result_.rows.push_back(row);
    }

    // Ends a quiz that is never closed, after as many rows as were counted when it opened.
    void end_unclosed_quiz() {
        if (quiz_rows_ > 0 && --quiz_rows_ == 0) {
            fence_ = {};
        }
    }

    std::size_t id() const {
        return stack_.empty() ? 0 : stack_.back().id;
    }

    // Enters the containers that are open already, and closes those that end before this line.
    void enter_known(SourceRow& row) {
        bool blank = trim(row.content).empty();
        std::size_t depth = 0;
        for (; depth < stack_.size(); ++depth) {
            const Container& container = stack_[depth];
            std::size_t indent = indent_of(row.content);
            if (container.quote) {
                std::string_view text = without_indent(row.content, 3);
                if (indent > 3 || !text.starts_with('>')) {
                    break;
                }
                row.content = without_indent(text.substr(1), 1);
            } else if (blank || trim(row.content).empty()) {
                row.content = without_indent(row.content, container.indent);
            } else if (indent >= container.indent) {
                row.content = without_indent(row.content, container.indent);
            } else {
                break;
            }
        }
        stack_.resize(depth);
    }

    void enter_new(SourceRow& row) {
        while (true) {
            std::size_t indent = indent_of(row.content);
            std::string_view text = without_indent(row.content, indent);
            if (indent > 3 || text.empty() || is_thematic_break(text)) {
                return;
            }
            if (text[0] == '>') {
                open({true, 0, ++last_id_}, row);
                row.content = without_indent(text.substr(1), 1);
            } else if (std::size_t size = list_marker(text); size != 0 && !(after_text_ && !may_interrupt(text, size))) {
                enter_item(row, text, indent, size);
            } else {
                return;
            }
            if (result_.too_deep) {
                return;
            }
        }
    }

    void enter_item(SourceRow& row, std::string_view text, std::size_t indent, std::size_t marker) {
        std::string_view rest = text.substr(marker);
        std::size_t gap = indent_of(rest);
        bool empty = trim(rest).empty();
        std::size_t space = empty || gap > 4 ? 1 : gap;  // more than four columns: indented code after one space
        open({false, indent + marker + space, ++last_id_}, row);
        row.content = empty ? rest.substr(rest.size()) : without_indent(rest, space);
        row.starts_item = true;
    }

    void open(Container container, const SourceRow& row) {
        stack_.push_back(container);
        after_text_ = false;
        if (stack_.size() > limits::nesting && !result_.too_deep) {
            result_.too_deep = true;
            reader_.diagnostics.add_misread(Mistake::too_deeply_nested, place_of(reader_.file, row.line, row.content.substr(0, 1)),
                                            "block quotes and lists are nested more than " + std::to_string(limits::nesting) + " deep",
                                            "nest them less deeply",
                                            to_the_end(result_.rows.empty() ? row.line : result_.rows.front().line));
        }
    }

    void classify(SourceRow& row) {
        std::size_t indent = indent_of(row.content);
        if (trim(row.content).empty()) {
            row.kind = RowKind::blank;
        } else if (stack_.empty() && opens_fence_behind_colon(rest_, fence_)) {
            row.line = part_of(row.line, row.line.text.substr(2));
            row.content = row.line.text;
            open_fence(row);
            reader_.diagnostics.add_misread(Mistake::misplaced_form, place_of(reader_.file, row.line, trim(row.content)),
                                            "this fence begins behind `: `, but the lines that it holds do not",
                                            "put it on a line of its own", {reader_.file, row.line.number, row.line.number});
        } else if (indent >= 4 && !after_text_) {
            row.kind = RowKind::code;
        } else if (indent < 4 && is_opening_fence(row.content, fence_)) {
            open_fence(row);
        } else if (std::size_t size = reader_.rules.formulas && indent < 4 ? display_formula_lines(rest_, row.content) : 0; size != 0) {
            row.kind = RowKind::formula;
            formula_rows_ = size - 1;
            formula_container_ = id();
        } else if (std::string_view html = long_html_opened(trim(row.content)); indent < 4 && !html.empty()) {
            row.kind = RowKind::comment;
            html_ = long_html_ends(html, trim(row.content).substr(html.size())) ? std::string_view() : html;
            html_container_ = id();
            opened_ = part_of(row.line, trim(row.content));
        }
    }

    void open_fence(SourceRow& row) {
        row.kind = RowKind::fence;
        row.opens_fence = true;
        fence_container_ = id();
        opened_ = row.line;
        std::vector<std::size_t> inner = stack_.empty() ? find_inner_fences(rest_, fence_) : std::vector<std::size_t>();
        std::for_each(inner.begin(), inner.end(), [&](std::size_t at) { inner_fences_.insert(rest_[at].number); });
        UnclosedQuiz quiz = stack_.empty() && inner.empty() ? find_unclosed_quiz(rest_, fence_, reader_.quiz_formats) : UnclosedQuiz();
        quiz_rows_ = quiz.lines;
        closed_otherwise_ = quiz.closed_otherwise;
        std::string close = "close it with a line " + std::string(fence_.length, fence_.mark);
        if (quiz.closed_otherwise) {
            const Line& last = rest_[quiz.lines - 1];
            reader_.diagnostics.add(Mistake::unclosed_fence, place_of(reader_.file, last, trim(last.text)),
                                    "this does not close the quiz that begins on line " + std::to_string(row.line.number),
                                    std::move(close));
        } else if (quiz.lines != 0) {
            reader_.diagnostics.add(Mistake::unclosed_fence, place_of(reader_.file, row.line, trim(row.content)),
                                    "this quiz is never closed", close + " below its last answer");
        }
    }

    void in_fence(SourceRow& row) {
        row.kind = RowKind::fence;
        if (quiz_rows_ == 1 && closed_otherwise_) {  // the last line, as it was meant
            row.line.text = row.content = reader_.scratch.made.emplace_back(fence_.length, fence_.mark);
        }
        if (inner_fences_.contains(row.line.number)) {  // as it was meant, by the other sign
            std::string& made = reader_.scratch.made.emplace_back(row.content);
            std::replace(made.begin(), made.end(), fence_.mark, fence_.mark == '~' ? '`' : '~');
            row.line.text = row.content = made;
        }
        if (is_closing_fence(row.content, fence_)) {
            fence_ = {};
        }
    }

    void report_open_ends() {
        // A fence inside a container ends with it; only one that reaches the end of the text is a mistake.
        if (fence_.length != 0) {
            result_.left_open = true;
            std::string_view mark = trim(opened_.text);
            reader_.diagnostics.add_misread(Mistake::unclosed_fence, place_of(reader_.file, opened_, mark), "this fence is never closed",
                                            "close it with a line " + std::string(fence_.length, fence_.mark), to_the_end(opened_));
        } else if (!html_.empty()) {
            result_.left_open = true;
            std::string what = html_ == "<!--" ? "comment" : "`" + std::string(html_) + (html_[1] == '!' || html_[1] == '?' ? "`" : ">`");
            reader_.diagnostics.add_misread(
                Mistake::unclosed_comment, place_of(reader_.file, opened_, opened_.text.substr(0, html_.size())),
                "this " + what + " is never closed", "close it with `" + long_html_end(html_) + "`", to_the_end(opened_));
        }
    }

    Stretch to_the_end(const Line& line) const {
        return {reader_.file, line.number, std::max(line.number, rest_.empty() ? line.number : rest_.back().number)};
    }

    ProseReader& reader_;
    SourceRows result_;
    std::vector<Container> stack_;
    std::size_t last_id_ = 0;
    bool after_text_ = false;
    Fence fence_;
    std::size_t fence_container_ = 0;
    std::set<std::uint32_t> inner_fences_;  // numbers of lines that open and close code within a quiz, by the quiz's own sign
    std::size_t quiz_rows_ = 0;             // still to come of a quiz that is never closed, and one more; 0: there is none
    bool closed_otherwise_ = false;         // that quiz, on its last line
    std::string_view html_;                 // what opened the long HTML that goes on, if any does
    std::size_t html_container_ = 0;
    std::size_t formula_rows_ = 0;  // of a formula, that are still to come
    std::size_t formula_container_ = 0;
    std::span<const Line> rest_;
    Line opened_;
};

}  // namespace

bool is_opening_fence(std::string_view content, Fence& fence) {
    fence = {};
    std::size_t indent = indent_of(content);
    std::string_view text = without_indent(content, indent);
    if (text.size() < 3 || (text[0] != '`' && text[0] != '~')) {
        return false;
    }
    std::size_t length = std::min(text.find_first_not_of(text[0]), text.size());
    std::string_view info = trim(text.substr(length));
    if (length < 3 || (text[0] == '`' && info.find('`') != std::string_view::npos)) {
        return false;
    }
    fence = {text[0], length, indent, info};
    return true;
}

bool is_closing_fence(std::string_view content, const Fence& fence) {
    std::string_view text = trim(content);
    return indent_of(content) < 4 && text.size() >= fence.length && text.find_first_not_of(fence.mark) == std::string_view::npos;
}

SourceRows find_containers(ProseReader& reader, const Lines& lines) {
    return Scanner(reader, lines).take();
}

}  // namespace hornbook
