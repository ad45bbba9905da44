#include "results/class_page.h"

#include "base/text.h"
#include "results/check_code.h"
#include "results/class_html.h"
#include "results/class_sections.h"
#include "results/plugin_versions.h"

namespace hornbook {
namespace {

class ClassPage {
public:
    ClassPage(const Book& book, const ClassResults& results, std::string_view language)
        : results_(results), said_(words_of_class(book, language)), words_(said_.words), title_(book.metadata.title) {}

    std::string write() {
        open_page(html_, said_, words_.results + ": " + title_);
        html_.open("main");
        html_.open("h1");
        html_.text(words_.results + ": ");
        write_book_text(html_, said_, "span", title_);
        html_.close();
        write_summary();
        write_contents();
        write_overview(html_, said_, results_);
        for (std::size_t i = 0; i < results_.quizzes.size(); ++i) {
            write_quiz(html_, said_, results_, i);
        }
        write_codes();
        write_remarks();
        html_.close();
        return close_page(html_);
    }

private:
    void write_summary() {
        std::string facts =
            fill_in(words_.pupils, std::to_string(results_.pupils.size())) + " · " + fill_in(words_.files, std::to_string(results_.files));
        facts += results_.devices.empty() ? "" : " · " + fill_in(words_.devices, std::to_string(results_.devices.size()));
        html_.element("p", {}, facts);
        for (const PluginDevices& row : plugin_versions(results_)) {
            if (!row.version.empty()) {
                html_.element("p", {}, fill_in(fill_in(words_.plugin_on, row.version), join(row.devices, ", ")));
            }
        }
        std::vector<std::string> missing;
        for (const auto& [key, row] : results_.roster) {
            if (!results_.pupils.contains(key)) {
                missing.push_back(row.name);
            }
        }
        if (!missing.empty()) {
            html_.element("p", {}, fill_in(words_.nothing_from, join(missing, said_.book_words.list_comma)));
        }
    }

    void write_link(const std::string& id, const std::string& text) {
        html_.open("li");
        html_.element("a", {{"href", "#" + id}}, text);
        html_.close();
    }

    void write_contents() {
        html_.open("nav", {{"aria-label", words_.on_this_page}});
        html_.open("ul");
        write_link("overview", words_.overview);
        for (std::size_t i = 0; i < results_.quizzes.size(); ++i) {
            html_.open("li");
            html_.element("a", {{"href", "#quiz-" + std::to_string(i + 1)}, {"lang", said_.book_language}, {"dir", "auto"}},
                          title_of(said_, results_.quizzes[i]));
            html_.close();
        }
        if (!results_.codes.empty()) {
            write_link("codes", words_.codes);
        }
        if (!results_.remarks.empty()) {
            write_link("remarks", words_.remarks);
        }
        html_.close();
        html_.close();
        html_.line_break();
    }

    void write_codes() {
        if (results_.codes.empty()) {
            return;
        }
        html_.element("h2", {{"id", "codes"}}, words_.codes);
        open_table(html_, words_.codes, false);
        html_.open("thead");
        html_.open("tr");
        for (const std::string* column : {&words_.code, &words_.pupil, &words_.quiz, &words_.result, &words_.in_files}) {
            write_column(html_, *column);
        }
        html_.close();
        html_.close();
        html_.open("tbody");
        for (const PaperCode& code : results_.codes) {
            html_.line_break();
            html_.open("tr");
            html_.element("td", {}, shown_code(code.digits));
            if (code.pupil == 0) {
                html_.element("th", {{"scope", "row"}}, words_.without_number);
            } else {
                write_pupil(html_, results_, {code.pupil, "", ""}, 1);
            }
            html_.element("td", {{"class", "text"}, {"lang", said_.book_language}, {"dir", "auto"}}, code.quiz);
            html_.element("td", {},
                          code.last >= 900 ? fill_in(words_.answered, std::to_string(code.last - 900)) : std::to_string(code.last) + " %");
            html_.element("td", {}, code.is_known ? words_.yes : words_.no);
            html_.close();
        }
        html_.close();
        close_table(html_);
    }

    // Writes remarks, in English, as the program itself speaks.
    void write_remarks() {
        if (results_.remarks.empty()) {
            return;
        }
        html_.element("h2", {{"id", "remarks"}}, words_.remarks);
        html_.open("ul", {{"lang", "en"}, {"dir", "ltr"}, {"class", "remarks"}});
        for (const RemarkLine& line : lines_of(results_.remarks)) {
            html_.open("li");
            if (line.files.empty()) {
                html_.text(line.text);
            } else {
                html_.open("details");
                html_.element("summary", {}, line.text);
                html_.text(join(line.files, ", "));
                html_.close();
            }
            html_.close();
        }
        html_.close();
    }

    XmlWriter html_;
    const ClassResults& results_;
    const PageWords said_;
    const ClassWords& words_;
    std::string title_;
};

}  // namespace

std::string make_class_page(const Book& book, const ClassResults& results, std::string_view language) {
    return ClassPage(book, results, language).write();
}

}  // namespace hornbook
