#include "rendering/pages/quiz_data.h"

#include <array>
#include <nlohmann/json.hpp>

#include "model/answer_kind.h"
#include "model/shown.h"
#include "model/walk.h"
#include "rendering/shown_text.h"

namespace hornbook {
namespace {

using Json = nlohmann::ordered_json;

constexpr int schema_version = 1;

// What the script says on a page.
constexpr auto script_words = std::to_array<const char*>({
    "check",       "try_again",        "right",          "partly_right", "not_right",    "no_answer_yet",
    "score",       "answered",         "hint",           "show_answer",  "right_answer", "right_answers",
    "right_order", "also_accepted",    "range_to",       "list_comma",   "model_answer", "move_up",
    "move_down",   "write_answer",     "compare_answer", "keep_writing", "new_pupil",    "new_pupil_warning",
    "erase",       "results_not_kept",
});

class QuizData {
public:
    explicit QuizData(const PagedBook& paged) : paged_(paged), book_(paged.book), with_key_(paged.book.edition != Edition::test) {}

    std::string write() {
        Json root = {{"schema", "hornbook-quiz-data"},
                     {"version", schema_version},
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

    // Escaped so that neither XML nor HTML finds a tag, a reference or an end in it. In JSON these stand in texts only.
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
        Json json = {{"id", question.id},
                     {"kind", kind_of(question.answer)},
                     {"href", chapter_file(paged_, chapter) + "#" + question.id},
                     {"text", shown_text(question.text)},
                     {"marks", question.marks}};
        put(json, "body", shown_text(question.body));
        Json pictures = pictures_of(question);
        if (!pictures.empty()) {
            json["pictures"] = std::move(pictures);
        }
        if (needs_page(question)) {
            json["page"] = true;
        }
        std::visit([&](const auto& answer) { put_answer(json, answer); }, question.answer);
        if (with_key_) {
            put(json, "hint", shown_text(question.hint));
            put(json, "feedback", shown_text(question.feedback));
            put(json, "key", shown_text(question.key));
            if (question.see_target.reach == Target::Reach::chapter) {
                const Target& target = question.see_target;
                json["see"] = chapter_file(paged_, target.chapter) + (target.id.empty() ? "" : "#" + target.id);
            }
        }
        return json;
    }

    static void put(Json& json, const char* key, const std::string& text) {
        if (!text.empty()) {
            json[key] = text;
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
            if (with_key_) {
                row["right"] = choice.right;
                put(row, choice.credit);
                put(row, "feedback", shown_text(choice.feedback));
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

    static Json accepted_json(const Accepted& accepted) {
        Json row = {{"text", accepted.text}};
        if (accepted.number) {
            row["low"] = accepted.number->low;
            row["high"] = accepted.number->high;
        }
        put(row, accepted.credit);
        put(row, "feedback", shown_text(accepted.feedback));
        return row;
    }

    void put_answer(Json& json, const Match& match) {
        json["lefts"] = Json::array();
        json["rights"] = Json::array();
        for (const MatchLeft& left : match.lefts) {
            Json row = {{"text", shown_text(left.text)}};
            if (with_key_) {
                auto at = std::find(match.shown.begin(), match.shown.end(), left.right);
                row["right"] = at - match.shown.begin();  // index into "rights"
                put(row, "feedback", shown_text(left.feedback));
            }
            json["lefts"].push_back(std::move(row));
        }
        for (std::size_t right : match.shown) {
            json["rights"].push_back(shown_text(match.rights[right]));
        }
    }

    void put_answer(Json& json, const Arrange& arrange) {
        json["items"] = Json::array();
        for (std::size_t shown : arrange.shown) {
            const ArrangeItem& item = arrange.items[shown];
            Json row = {{"id", item.id}, {"text", shown_text(item.text)}};
            if (with_key_) {
                row["position"] = shown + 1;
                put(row, "feedback", shown_text(item.feedback));
            }
            json["items"].push_back(std::move(row));
        }
    }

    void put_answer(Json& json, const Write& write) {
        json["lines"] = write.lines > 0 ? write.lines : 6;
    }

    const PagedBook& paged_;
    const Book& book_;
    bool with_key_;
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
