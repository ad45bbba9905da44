#include "results/class_html.h"

#include <algorithm>

#include "base/built_in.h"
#include "base/content_policy.h"
#include "results/class_table.h"

namespace hornbook {

void open_page(XmlWriter& html, const PageWords& words, const std::string& title) {
    std::string_view style = built_in_file("styles/results.css");
    html.doctype("html");
    html.open("html", {{"lang", words.language}, {"dir", is_right_to_left(words.language) ? "rtl" : ""}});
    html.open("head");
    html.empty("meta", {{"charset", "utf-8"}});
    html.empty("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", content_policy({this_style(style)})}});
    html.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
    html.element("title", {}, title);
    html.element("style", {}, style);
    html.close();
    html.line_break();
    html.open("body");
}

std::string close_page(XmlWriter& html) {
    html.close();
    html.close();
    return html.take();
}

void open_table(XmlWriter& html, const std::string& name, bool has_caption) {
    html.open("div", {{"class", "wide"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", name}});
    html.open("table");
    if (has_caption) {
        html.element("caption", {}, name);
    }
}

void close_table(XmlWriter& html) {
    html.close();
    html.close();
    html.line_break();
}

void write_column(XmlWriter& html, const std::string& text, const std::string& title) {
    html.open("th", {{"scope", "col"}});
    title.empty() ? html.text(text) : html.element("abbr", {{"title", title}}, text);
    html.close();
}

void write_pupil(XmlWriter& html, const ClassResults& results, const Pupil& pupil, std::size_t rows, const std::string& remark) {
    std::string name = roster_name(results, pupil);
    html.open("th", {{"scope", "row"}, {"rowspan", rows > 1 ? std::to_string(rows) : ""}});
    html.element("bdi", {{"class", name.empty() ? "" : "pupil"}}, shown_pupil(pupil));
    if (!name.empty()) {
        html.text(" ");
        html.element("bdi", {}, name);
    }
    if (!remark.empty()) {
        html.element("small", {}, remark);
    }
    html.close();
}

void write_book_text(XmlWriter& html, const PageWords& words, std::string_view element, const std::string& text) {
    html.element(element, {{"lang", words.book_language}, {"dir", "auto"}}, text);
}

std::string title_of(const PageWords& words, const ClassQuiz& quiz) {
    return quiz.chapter + ": " + quiz.title +
           (quiz.edition == Edition::test      ? " · " + words.words.test
            : quiz.edition == Edition::teacher ? " · " + words.book_words.teacher_edition
                                               : "");
}

std::string attempt_in_words(const PageWords& words, const ClassQuiz& quiz, const ClassRow& row, std::size_t attempt) {
    const ClassAttempt& made = row.attempts[attempt];
    std::string text = std::to_string(made.attempt.number);
    if (shown_attempts(row).size() > 1) {
        text += ", " + (row.first == attempt ? words.words.first : words.words.best);
    }
    if (!made.attempt.is_finished) {
        text += ", " + (quiz.edition == Edition::test ? words.words.not_handed_in : words.words.not_finished);
    }
    bool has_several =
        std::any_of(row.attempts.begin(), row.attempts.end(), [&](const auto& other) { return other.device != made.device; });
    return text + (has_several && !made.device.empty() ? " · " + made.device : "");
}

}  // namespace hornbook
