#include "rendering/pages/quiz_data.h"

#include <array>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "model/answer_kind.h"
#include "model/device_limits.h"
#include "model/room_to_write.h"
#include "model/shown.h"
#include "model/walk.h"
#include "rendering/fragment.h"
#include "rendering/shown_text.h"

namespace hornbook {
namespace {

using Json = nlohmann::ordered_json;

// Versions of the format that a plugin must know to show everything: 2 where there is prose as XHTML, too.
constexpr int version_of_text = 1;
constexpr int version_of_xhtml = 2;

// Words that the script says on a page.
constexpr auto script_words = std::to_array<const char*>({
    "check",       "try_again",        "right",          "partly_right", "not_right",    "no_answer_yet",
    "score",       "answered",         "hint",           "show_answer",  "right_answer", "right_answers",
    "right_order", "also_accepted",    "range_to",       "list_comma",   "model_answer", "move_up",
    "move_down",   "write_answer",     "compare_answer", "keep_writing", "new_pupil",    "new_pupil_warning",
    "erase",       "results_not_kept",
});

// The XHTML without line breaks, which show nowhere but in code.
std::string in_one_line(std::string xhtml) {
    bool is_code = false;
    for (std::size_t at = 0; at < xhtml.size(); ++at) {
        if (xhtml[at] == '<') {
            std::string_view rest = std::string_view(xhtml).substr(at);
            is_code = rest.starts_with("<pre") || (is_code && !rest.starts_with("</pre>"));
        } else if (xhtml[at] == '\n' && !is_code) {
            xhtml[at] = ' ';
        }
    }
    return xhtml;
}

class QuizData {
public:
    explicit QuizData(const PagedBook& paged) : paged_(paged), book_(paged.book), with_key_(paged.book.edition != Edition::test) {}

    std::string write() {
        with_xhtml_ = true;
        Json root = {{"schema", "hornbook-quiz-data"},
                     {"version", version_of_text},
                     {"book", book_.metadata.book_identifier},
                     {"identifier", book_.metadata.identifier},
                     {"edition", edition_name()},
                     {"title", book_.metadata.title},
                     {"language", book_.metadata.language},
                     {"direction", is_right_to_left(book_.metadata.language) ? "rtl" : "ltr"},
                     {"quizzes", Json::array()}};
        for (std::size_t chapter = 0; chapter < book_.chapters.size(); ++chapter) {
            for (const Quiz& quiz : book_.chapters[chapter].quizzes) {
                root["quizzes"].push_back(quiz_json(chapter, quiz));
            }
        }
        root["version"] = has_xhtml_ ? version_of_xhtml : version_of_text;
        return root.dump(1) + "\n";
    }

    std::string for_chapter(std::size_t chapter) {
        Json root = script_root();
        for (const Quiz& quiz : book_.chapters[chapter].quizzes) {
            Json row = {{"id", quiz.id}, {"questions", Json::array()}};
            put(row, "language", book_.chapters[chapter].language);
            for (const Question& question : quiz.questions) {
                Json json = question_json(chapter, question);
                for (const char* seen : {"href", "text", "body", "pictures", "page", "see"}) {  // they stand in the page itself
                    json.erase(seen);
                }
                row["questions"].push_back(std::move(json));
            }
            root["quizzes"].push_back(std::move(row));
        }
        return in_page(root);
    }

    std::string for_results() {
        Json root = script_root();
        for (std::size_t chapter = 0; chapter < book_.chapters.size(); ++chapter) {
            for (const Quiz& quiz : book_.chapters[chapter].quizzes) {
                Json row = quiz_json(chapter, quiz);
                row["questions"] = Json::array();
                for (const Question& question : quiz.questions) {
                    row["questions"].push_back({{"id", question.id}, {"kind", kind_of(question.answer)}, {"marks", question.marks}});
                }
                root["quizzes"].push_back(std::move(row));
            }
        }
        return in_page(root);
    }

private:
    std::string_view edition_name() const {
        return book_.edition == Edition::student ? "student" : book_.edition == Edition::teacher ? "teacher" : "test";
    }

    Json script_root() const {
        return {{"book", book_.metadata.book_identifier},
                {"edition", edition_name()},
                {"language", book_.metadata.language},
                {"words", words_json()},
                {"quizzes", Json::array()}};
    }

    Json words_json() const {
        Words words = book_.words;
        Json json = Json::object();
        for (const char* key : script_words) {
            json[key] = *find_word(words, key);
        }
        return json;
    }

    // The JSON escaped so that neither XML nor HTML finds a tag, a reference or an end in it; these signs are in strings only.
    static std::string in_page(const Json& json) {
        std::string escaped;
        for (char c : json.dump()) {
            c == '<' ? escaped += "\\u003c" : c == '>' ? escaped += "\\u003e" : c == '&' ? escaped += "\\u0026" : escaped += c;
        }
        return escaped;
    }

    Json quiz_json(std::size_t chapter, const Quiz& quiz) {
        Json json = {{"id", quiz.id},
                     {"title", shown_text(quiz.title)},
                     {"chapter", shown_text(book_.chapters[chapter].title)},
                     {"href", chapter_file(paged_, chapter) + "#" + quiz.id},
                     {"questions", Json::array()}};
        put(json, "language", book_.chapters[chapter].language);
        for (const Question& question : quiz.questions) {
            json["questions"].push_back(question_json(chapter, question));
        }
        return json;
    }

    Json question_json(std::size_t chapter, const Question& question) {
        chapter_ = chapter;
        is_beyond_xhtml_ = has_untypable_formula(question);
        const Fill* fill = blanks_of(question.answer);
        has_several_gaps_ = fill != nullptr && fill->blanks.size() > 1;
        Json json = {{"id", question.id},
                     {"kind", kind_of(question.answer)},
                     {"href", chapter_file(paged_, chapter) + "#" + question.id},
                     {"text", shown_text(question.text)},
                     {"marks", question.marks}};
        put(json, "body", shown_text(question.body));
        put_xhtml(json, "text", question.text);
        put_xhtml(json, "body", question.body);
        Json pictures = pictures_of(question);
        if (!pictures.empty()) {
            json["pictures"] = std::move(pictures);
        }
        if (needs_page(question)) {
            json["page"] = true;
        }
        std::visit([&](const auto& answer) { put_answer(json, answer); }, question.answer);
        if (with_key_) {
            put_prose(json, "hint", question.hint);
            put_prose(json, "feedback", question.feedback);
            put_prose(json, "key", question.key);
            if (question.see_target.reach == Target::Reach::chapter) {
                const Target& target = question.see_target;
                json["see"] = chapter_file(paged_, target.chapter) + (target.id.empty() ? "" : "#" + target.id);
            }
        }
        if (with_xhtml_ && is_beyond_xhtml_) {
            json["page_only"] = true;
            has_xhtml_ = true;
        }
        return json;
    }

    static void put(Json& json, const char* key, const std::string& text) {
        if (!text.empty()) {
            json[key] = text;
        }
    }

    void put_prose(Json& json, const char* key, const Blocks& prose) {
        put(json, key, shown_text(prose));
        put_xhtml(json, key, prose);
    }

    // Adds prose as XHTML beside the plain text where that says less; in test editions only of what pupils see, since they have no more.
    template <class Prose>
    void put_xhtml(Json& json, const char* key, const Prose& prose) {
        if (!with_xhtml_ || is_plain(prose)) {
            return;
        }
        auto gap = [several = has_several_gaps_](XmlWriter& xml, std::size_t blank) {
            xml.text((several ? "(" + std::to_string(blank + 1) + ")" : "") + "____");
        };
        FragmentForm form{[this](std::size_t picture) { return picture_file(book_.pictures[picture]); }, drawn_html(), gap};
        form.formulas_typed = true;
        std::string xhtml = in_one_line(fragment(book_, chapter_, prose, form));
        if (xhtml.size() > device_limits::xhtml) {
            is_beyond_xhtml_ = true;
            return;
        }
        json["xhtml"][key] = trim(xhtml);
        has_xhtml_ = true;
    }

    // Adds XHTML of a choice, unless a button can show it as plain text: words that are stressed as a whole are plain.
    void put_part_xhtml(Json& json, const Inlines& part) {
        const auto* strong = part.size() == 1 ? std::get_if<Strong>(&part.front().kind) : nullptr;
        const auto* emphasis = part.size() == 1 ? std::get_if<Emphasis>(&part.front().kind) : nullptr;
        bool is_plain_within = (strong != nullptr && is_plain(strong->children)) || (emphasis != nullptr && is_plain(emphasis->children));
        if (!is_plain_within) {
            put_xhtml(json, "text", part);
        }
    }

    static void put(Json& json, const std::optional<double>& credit) {
        if (credit) {
            json["credit"] = *credit;
        }
    }

    Json pictures_of(const Question& question) {
        Json pictures = Json::array();
        auto note = [&](const Inline& node) {
            if (const auto* image = std::get_if<Image>(&node.kind); image != nullptr && image->picture != no_index) {
                pictures.push_back({{"href", picture_file(book_.pictures[image->picture])}, {"alt", image->alt}});
            }
        };
        walk_inlines(question.text, note);
        walk_inlines(question.body, note);
        for (const Inlines* text : shown_in(question.answer)) {
            walk_inlines(*text, note);
        }
        return pictures;
    }

    void put_answer(Json& json, const Select& select) {
        json["choices"] = Json::array();
        for (const Choice& choice : select.choices) {
            Json row = {{"id", choice.id}, {"text", shown_text(choice.text)}};
            put_part_xhtml(row, choice.text);
            if (with_key_) {
                row["right"] = choice.right;
                put(row, choice.credit);
                put_prose(row, "feedback", choice.feedback);
            }
            json["choices"].push_back(std::move(row));
        }
    }

    void put_answer(Json& json, const Fill& fill) {
        json["blanks"] = Json::array();
        for (const Blank& blank : fill.blanks) {
            Json row = Json::object();
            if (with_key_) {
                row["accepted"] = Json::array();
                for (const Accepted& accepted : blank.accepted) {
                    row["accepted"].push_back(accepted_json(accepted));
                }
            }
            json["blanks"].push_back(std::move(row));
        }
    }

    Json accepted_json(const Accepted& accepted) {
        Json row = {{"text", accepted.text}};
        if (accepted.number) {
            row["low"] = accepted.number->low;
            row["high"] = accepted.number->high;
        }
        put(row, accepted.credit);
        put_prose(row, "feedback", accepted.feedback);
        return row;
    }

    void put_answer(Json& json, const Match& match) {
        json["lefts"] = Json::array();
        json["rights"] = Json::array();
        for (const MatchLeft& left : match.lefts) {
            Json row = {{"text", shown_text(left.text)}};
            put_part_xhtml(row, left.text);
            if (with_key_) {
                auto at = std::find(match.shown.begin(), match.shown.end(), left.right);
                row["right"] = at - match.shown.begin();  // index into "rights"
                put_prose(row, "feedback", left.feedback);
            }
            json["lefts"].push_back(std::move(row));
        }
        Json drawn = Json::array();
        bool is_drawn = false;
        for (std::size_t right : match.shown) {
            json["rights"].push_back(shown_text(match.rights[right]));
            Json row = Json::object();
            put_part_xhtml(row, match.rights[right]);
            is_drawn = is_drawn || !row.empty();
            drawn.push_back(row.empty() ? Json("") : row["xhtml"]["text"]);
        }
        if (is_drawn) {
            json["xhtml"]["rights"] = std::move(drawn);
        }
    }

    void put_answer(Json& json, const Arrange& arrange) {
        json["items"] = Json::array();
        for (std::size_t shown : arrange.shown) {
            const ArrangeItem& item = arrange.items[shown];
            Json row = {{"id", item.id}, {"text", shown_text(item.text)}};
            put_part_xhtml(row, item.text);
            if (with_key_) {
                row["position"] = shown + 1;
                put_prose(row, "feedback", item.feedback);
            }
            json["items"].push_back(std::move(row));
        }
    }

    void put_answer(Json& json, const Essay& essay) {
        json["lines"] = lines_to_write(essay, usual_lines_on_screen);
    }

    const PagedBook& paged_;
    const Book& book_;
    bool with_key_;
    bool with_xhtml_ = false;  // the pages' own script needs none
    bool has_xhtml_ = false;
    std::size_t chapter_ = 0;       // whose question is being written
    bool is_beyond_xhtml_ = false;  // likewise: some of it is only on the page
    bool has_several_gaps_ = false;
};

}  // namespace

std::string quiz_data(const PagedBook& paged) {
    return QuizData(paged).write();
}

std::string chapter_script_data(const PagedBook& paged, std::size_t chapter) {
    return QuizData(paged).for_chapter(chapter);
}

std::string results_script_data(const PagedBook& paged) {
    return QuizData(paged).for_results();
}

}  // namespace hornbook
