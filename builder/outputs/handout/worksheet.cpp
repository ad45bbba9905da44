#include <algorithm>

#include "base/text.h"
#include "model/answer_kind.h"
#include "model/plain_text.h"
#include "model/room_to_write.h"
#include "model/walk.h"
#include "outputs/handout/sheet.h"
#include "outputs/handout/sheets.h"
#include "rendering/quiz.h"
#include "rendering/renderer.h"

namespace hornbook {
namespace {

constexpr int lines_together = 4;
constexpr std::string_view rule_in_plain = "________________________________________________________________";

int lines_for(const Essay& essay, double marks) {
    return lines_to_write(essay, usual_lines_on_paper(marks));
}

constexpr std::size_t half_a_page = 15;  // in lines to write on

// The height of a question's text before its answer, in lines to write on, which are higher than those of text.
std::size_t height_of_body(const Question& question) {
    constexpr std::size_t line_width = 85;
    std::size_t lines = 0;
    std::string text = plain_text(question.body);
    for (std::string_view line : split(text, '\n')) {
        lines += 1 + display_width(line) / line_width;
    }
    walk_inlines(question.body, [&](const Inline& node) { lines += std::holds_alternative<Image>(node.kind) ? half_a_page : 0; });
    return 2 * lines / 3;
}

// Whether a question takes more than about half a page, so that it may be divided: keeping it whole could leave as much of a page empty.
bool is_long(const Question& question) {
    const Essay* essay = essay_of(question.answer);
    std::size_t lines = essay == nullptr ? 0 : static_cast<std::size_t>(lines_for(*essay, question.marks));
    return height_of_body(question) + lines > half_a_page;
}

// Whether all choices are short, so that two columns of them save paper.
bool are_short(const Select& select) {
    constexpr std::size_t half_a_line = 30;
    return std::all_of(select.choices.begin(), select.choices.end(), [](const Choice& choice) {
        bool words_alone = true;
        walk_inlines(choice.text, [&](const Inline& node) { words_alone = words_alone && !std::holds_alternative<Image>(node.kind); });
        return words_alone && display_width(plain_text(choice.text)) <= half_a_line;
    });
}

class WorksheetView {
public:
    WorksheetView(XmlWriter& xml, const Book& book, const Page& page) : xml_(xml), words_(book.words), page_(page) {}

    void show_head(const std::string& title, const std::string& version, double marks) {
        if (!plain()) {
            xml_.element("h1", {}, title);
            xml_.line_break();
        }
        xml_.open("div", {{"class", "pupil"}});
        field("pupil-name", words_.pupil_name);
        field("pupil-class", words_.pupil_class);
        field("sheet-date", words_.sheet_date);
        xml_.open("span", {{"class", "points"}});
        xml_.text(words_.points + " ");
        score(marks);
        xml_.close();
        xml_.close();
        xml_.line_break();
        if (!version.empty()) {
            xml_.element("p", {{"class", "version"}}, version);
        }
    }

    void show(const Quiz& quiz, bool with_title, std::size_t& number) {
        if (with_title) {
            xml_.open("h2");
            render_inlines(xml_, quiz.title, page_);
            xml_.close();
            xml_.line_break();
        }
        for (const Question& question : quiz.questions) {
            show(question, ++number);
        }
    }

private:
    bool plain() const {
        return page_.paper->plain;
    }

    void field(std::string_view css_class, const std::string& word) {
        xml_.open("span", {{"class", "field"}});
        xml_.text(word + " ");
        rule(css_class);
        xml_.close();
        xml_.text(" ");
    }

    void rule(std::string_view css_class) {
        xml_.element("span", {{"class", "rule " + std::string(css_class)}}, plain() ? "____________" : "\u00a0");
    }

    void score(double marks) {
        xml_.element("span", {{"class", "rule score"}}, plain() ? "____" : "\u00a0");
        xml_.text(" / " + marks_in_digits(marks, page_.book));
    }

    void box() {
        xml_.element("span", {{"class", "box"}}, plain() ? "☐" : "");
        xml_.text(" ");
    }

    void show(const Question& question, std::size_t number) {
        xml_.open("div", {{"class", is_long(question) ? "question long" : "question"}});
        const Essay* essay = essay_of(question.answer);
        bool together = essay != nullptr && height_of_body(question) <= half_a_page;
        if (together) {
            xml_.open("div", {{"class", "together"}});
        }
        show_question(question, number);
        std::visit([&](const auto& answer) { show_answer(answer, question); }, question.answer);
        if (together) {
            xml_.close();
        }
        if (essay != nullptr) {
            show_more_lines(lines_for(*essay, question.marks));
        }
        xml_.close();
        xml_.line_break();
    }

    void show_question(const Question& question, std::size_t number) {
        Renderer renderer(xml_, page_);
        renderer.set_question(&question);
        xml_.open("div", {{"class", "together"}});
        if (!plain()) {
            xml_.open("p", {{"class", "marks"}});
            score(question.marks);
            xml_.close();
        }
        xml_.open("h3");
        xml_.element("span", {{"class", "number"}}, std::to_string(number) + ".");
        xml_.text(" ");
        renderer.inlines(question.text);
        if (plain()) {
            xml_.text(" (");
            score(question.marks);
            xml_.text(")");
        }
        xml_.close();
        xml_.close();
        xml_.line_break();
        renderer.blocks(question.body);
    }

    void instruct(const std::string& word) {
        render_word(xml_, "p", "instruction", word);
    }

    void show_answer(const Select& select, const Question&) {
        instruct(select.several ? words_.choose_all : select.true_false ? words_.true_or_false : words_.choose_one);
        xml_.open("ol", {{"class", are_short(select) ? "choices short" : "choices"}, {"type", "A"}});
        for (const Choice& choice : select.choices) {
            xml_.open("li");
            box();
            render_inlines(xml_, choice.text, page_);
            xml_.close();
        }
        xml_.close();
    }

    // Writes gaps and blanks, all of the same length, since a length would tell something about the answer.
    void show_answer(const Fill& fill, const Question&) {
        instruct(fill.in_text ? words_.fill_gaps : words_.fill_answer);
        if (!fill.in_text) {
            xml_.open("p", {{"class", "blank"}});
            rule("answer");
            xml_.close();
        }
    }

    void show_answer(const Match& match, const Question&) {
        instruct(words_.write_letters);
        xml_.open("table", {{"class", "match"}});
        for (std::size_t i = 0; i < std::max(match.lefts.size(), match.shown.size()); ++i) {
            xml_.open("tr");
            xml_.open("td", {{"class", "left-item"}});
            if (i < match.lefts.size()) {
                render_inlines(xml_, match.lefts[i].text, page_);
            }
            xml_.close();
            xml_.open("td", {{"class", "letter-here"}});
            if (i < match.lefts.size()) {
                rule("letter");
            }
            xml_.close();
            xml_.open("td", {{"class", "right-item"}});
            if (i < match.shown.size()) {
                xml_.element("b", {}, letter(i) + ". ");
                render_inlines(xml_, match.rights[match.shown[i]], page_);
            }
            xml_.close();
            xml_.close();
            xml_.line_break();
        }
        xml_.close();
    }

    void show_answer(const Arrange& arrange, const Question&) {
        instruct(words_.number_boxes);
        xml_.open("ol", {{"class", "items"}, {"type", "A"}});
        for (std::size_t item : arrange.shown) {
            xml_.open("li");
            box();
            render_inlines(xml_, arrange.items[item].text, page_);
            xml_.close();
        }
        xml_.close();
    }

    // Writes lines, of which some at either end stay together, so that no answer begins on the last line of a page.
    void show_answer(const Essay& essay, const Question& question) {
        xml_.open("div", {{"class", "together"}});
        instruct(words_.write_answer);
        lines(std::min(lines_together, lines_for(essay, question.marks)));
        xml_.close();
    }

    void show_more_lines(int all) {
        int rest = all - std::min(lines_together, all);
        int last = std::min(lines_together, rest);
        lines(rest - last);
        lines(last);
    }

    void lines(int count) {
        if (count == 0) {
            return;
        }
        xml_.open("div", {{"class", count > lines_together ? "lines" : "lines together"}});
        for (int i = 0; i < count; ++i) {
            xml_.element("p", {{"class", "line"}}, plain() ? rule_in_plain : "");
        }
        xml_.close();
    }

    XmlWriter& xml_;
    const Words& words_;
    const Page& page_;
};

}  // namespace

std::string worksheet(const Book& book, const Settings& settings, std::size_t index, const Version& version, Medium medium) {
    const Chapter& chapter = book.chapters[index];
    std::string title = plain_text(chapter.title) + ": " + book.words.worksheet;
    std::string order = version_in_words(book, version);
    Paper paper = paper_for(settings, medium);
    Page page = sheet_page(book, index, paper);
    return sheet_document(book, settings, {"worksheet", title, order, chapter.language, medium, [&](XmlWriter& xml) {
                                               WorksheetView view(xml, book, page);
                                               view.show_head(title, order, total_marks(version));
                                               std::size_t number = 0;
                                               for (const Quiz& quiz : version.quizzes) {
                                                   view.show(quiz, version.quizzes.size() > 1, number);
                                               }
                                               render_notes_at_end(xml, page);
                                           }});
}

std::string version_in_words(const Book& book, const Version& version) {
    return version.letter.empty() ? "" : fill_in(book.words.version, version.letter);
}

double total_marks(const Version& version) {
    double total = 0;
    for (const Quiz& quiz : version.quizzes) {
        for (const Question& question : quiz.questions) {
            total += question.marks;
        }
    }
    return total;
}

}  // namespace hornbook
