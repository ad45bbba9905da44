// Reader of Moodle's GIFT format, also in ```gift blocks.
//
// A description (a text without braces) goes in a block before the text of the next question, where every edition shows it, and in a bank
// between the questions. A title is not shown, nor part of ids: Moodle hides it from pupils, so it may well say the answer.
#include <algorithm>
#include <deque>
#include <utility>

#include "base/text.h"
#include "formats/gift/gift.h"
#include "formats/gift/read_answers.h"
#include "model/mistakes.h"
#include "model/plain_text.h"
#include "model/speaks_of_others.h"
#include "reading/forms/disguise_marks.h"
#include "reading/questions/answer_forms.h"
#include "reading/questions/weights.h"

namespace hornbook {
namespace {

class GiftReader {
public:
    GiftReader(ProseReader& reader, Quiz& quiz, TakeDescription take) : reader_(reader), quiz_(quiz), take_(std::move(take)) {}

    void read(const Lines& body) {
        Lines question;
        for (const Line& line : body) {
            std::string_view text = trim(line.text);
            if (text.empty()) {
                read_question(std::exchange(question, {}));
            } else if (text.starts_with("//")) {
                read_comment(line, text);
            } else if (text.starts_with(gift_category_mark)) {
                report(Mistake::not_kept, place_of(reader_.file, line, text), "categories of questions are not kept",
                       "take the line out, or give each category a quiz of its own");
            } else {
                question.push_back(line);
            }
        }
        read_question(std::move(question));
        tell_left_out();
        if (!description_.empty()) {
            report(Mistake::no_answer, description_place_, "this text has no answers, and no question follows it",
                   "write its answers in braces, `{}` if it is to be answered freely; a text for a question comes before it");
        }
    }

private:
    void report(Mistake mistake, Place place, std::string message, std::string hint) {
        reader_.diagnostics.add(mistake, place, std::move(message), std::move(hint));
    }

    // Reads `// question: 836  name: The rain`, which Moodle writes above each question, and alone where GIFT has no form for the question.
    // Number 0 is a category.
    void read_comment(const Line& line, std::string_view comment) {
        constexpr std::string_view begin = "// question: ";
        constexpr std::string_view middle = "  name: ";
        std::size_t name = comment.find(middle);
        if (!comment.starts_with(begin) || name == std::string_view::npos) {
            return note_id(comment);
        }
        tell_left_out();
        id_.clear();
        if (comment.substr(begin.size(), name - begin.size()) != "0") {
            announced_ = comment.substr(name + middle.size());
            announced_place_ = place_of(reader_.file, line, comment);
        }
    }

    void tell_left_out() {
        if (!announced_.empty()) {
            report(Mistake::not_kept, announced_place_,
                   "`" + std::string(announced_) + "` has a name here and no words: Moodle leaves such a question out of GIFT",
                   "export the questions from Moodle as Moodle XML, which `hornbook import` reads");
        }
        announced_ = {};
    }

    // Notes `[id:word]` in a comment. Tags are of no use in a book.
    void note_id(std::string_view comment) {
        std::size_t begin = comment.find(gift_id_mark);
        std::size_t end = begin == std::string_view::npos ? begin : comment.find(']', begin);
        if (end != std::string_view::npos) {
            id_ = std::string(trim(comment.substr(begin + gift_id_mark.size(), end - begin - gift_id_mark.size())));
        }
    }

    void read_question(Lines lines) {
        if (lines.empty()) {
            return;
        }
        announced_ = {};
        GiftText& whole = texts_.emplace_back(std::move(lines), reader_.rules.formulas);
        GiftPiece rest = all_of(whole).trimmed();
        take_title(rest);
        std::string name = std::exchange(id_, {});
        GiftFormat format = take_format(reader_, rest, GiftFormat::moodle);
        std::size_t open = rest.masked().find('{');
        std::size_t close = rest.masked().find('}', open == std::string_view::npos ? 0 : open);
        if (is_cloze(rest.part(open).text())) {
            return report(Mistake::stray_text, place_of(reader_, rest.part(open)),
                          "this is a gap of Moodle's questions with embedded answers (Cloze), which GIFT does not have",
                          "export them from Moodle as Moodle XML, which `hornbook import` reads");
        }
        if (!check_braces(rest, open, close)) {
            return;
        }
        if (open == std::string_view::npos) {
            return add_description(rest, format);
        }
        Question& question = quiz_.questions.emplace_back();
        question.name = std::move(name);
        question.place = place_of(reader_, all_of(whole));
        GiftPiece inside = rest.part(open + 1, close);
        GiftPiece before = rest.part(0, open);
        GiftPiece after = rest.part(close + 1);
        GiftQuestion about{format, !after.is_blank() && leaves_gap(inside), question.place};
        read_words(question, about, before, rest.part(open, close + 1), after);
        question.answer = read_gift_answers(reader_, inside, about, question);
        note_letters_of_choices(question);
        if (auto* select = std::get_if<Select>(&question.answer); select != nullptr && !select->true_false) {
            shuffle_choices(*select, plain_text(question.text));
        }
        if (const auto* match = std::get_if<Match>(&question.answer); match != nullptr && match->lefts.size() != 1) {
            question.marks_set = 1;  // as in Moodle: GIFT has no marks, and each question counts one
        }
    }

    // Whether braces are a gap of Cloze: `{1:SHORTANSWER:=York}`.
    static bool is_cloze(std::string_view braces) {
        std::size_t first = braces.find_first_not_of("0123456789", 1);
        std::size_t second = first == std::string_view::npos ? first : braces.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ_", first + 1);
        return second != std::string_view::npos && second > first + 1 && braces[first] == ':' && braces[second] == ':';
    }

    // Takes off the question's title, which other programs hide; it is kept for a question without words.
    void take_title(GiftPiece& piece) {
        std::string_view text = piece.masked();
        std::size_t end = text.starts_with("::") ? text.find("::", 2) : std::string_view::npos;
        while (end != std::string_view::npos && text.substr(end + 2).starts_with(':')) {
            ++end;  // `::Put in order:::[html]…`: Moodle writes the names of such questions as they are
        }
        title_.reset();
        if (end != std::string_view::npos) {
            title_ = piece.part(2, end).trimmed();
            piece = piece.part(end + 2).trimmed();
        }
    }

    bool check_braces(const GiftPiece& text, std::size_t open, std::size_t close) {
        std::string hint = "write braces that belong to the words as `\\{` and `\\}`";
        auto bad = [&](std::size_t at, const std::string& message, const std::string& advice) {
            report(Mistake::unmatched_brace, place_of(reader_, text.part(at, at + 1)), message, advice);
            return false;
        };
        std::size_t first_close = text.masked().find('}');
        if (first_close < open) {
            return bad(first_close, "this `}` closes nothing", hint);
        }
        if (open != std::string_view::npos && close == std::string_view::npos) {
            return bad(open, "this `{` is never closed", "close it with `}` before the next blank line; " + hint);
        }
        if (open == std::string_view::npos) {
            return true;
        }
        std::size_t second = text.masked().find_first_of("{}", close + 1);
        std::size_t within = text.masked().find('{', open + 1);
        if (within < close) {
            return bad(within, "there is a second `{` inside the braces", hint);
        }
        if (second != std::string_view::npos) {
            return bad(second, "this question has braces already", "divide it in two questions, with a blank line between them; " + hint);
        }
        return true;
    }

    void add_description(const GiftPiece& text, GiftFormat format) {
        Blocks blocks = read_gift_blocks(reader_, text, format);
        description_place_ = place_of(reader_, text);
        if (take_) {
            return take_(quiz_, std::move(blocks), description_place_);
        }
        std::move(blocks.begin(), blocks.end(), std::back_inserter(description_));
    }

    void read_words(Question& question, const GiftQuestion& about, const GiftPiece& before, const GiftPiece& braces,
                    const GiftPiece& after) {
        Lines words = after.is_blank() ? before.lines() : around_braces(about, before, braces, after);
        GiftProse prose = read_gift_prose(reader_, words, about.format);
        question.text = std::move(prose.text);
        question.body = std::exchange(description_, {});
        std::move(prose.rest.begin(), prose.rest.end(), std::back_inserter(question.body));
        if (question.text.empty()) {
            name_wordless(question);
        }
        if (number_gaps(question) != (about.in_text ? 1U : 0U)) {
            report(Mistake::misplaced_form, place_of(reader_, braces.part(0, 1)),
                   "a gap cannot be used in code, an address, a picture or a footnote",
                   "move the braces into the question's own words, outside tags such as `<p>`");
        }
    }

    // Gives a question that is only a picture or a table its title as a heading.
    void name_wordless(Question& question) {
        Inlines title = title_ && !question.body.empty() ? read_gift_prose(reader_, title_->lines(), GiftFormat::plain).text : Inlines();
        if (title.empty()) {
            return report(Mistake::empty_question, question.place, "this question has no text", "write the question before its `{`");
        }
        report(
            Mistake::not_kept, question.place,
            "this question begins without words, so its title `" + plain_text(title) + "`, which other programs hide, is its heading now",
            "look that it does not say the answer");
        question.text = std::move(title);
    }

    // The lines before and after the braces, which are replaced by marks of the same length: of a gap, or of nothing.
    Lines around_braces(const GiftQuestion& about, const GiftPiece& before, const GiftPiece& braces, const GiftPiece& after) {
        Lines lines = before.lines();
        Lines rest = after.lines();
        Line closing = braces.lines().back();
        std::string mark(closing.text.size(), about.in_text ? gap_fill : nothing_mark);
        mark.front() = about.in_text ? gap_begin : nothing_mark;
        std::string head;
        std::string tail;
        if (!lines.empty() && lines.back().number == closing.number) {
            head = lines.back().text;
            closing.column = lines.back().column;
            lines.pop_back();
        }
        if (!rest.empty() && rest.front().number == closing.number) {
            tail = rest.front().text;
            rest.erase(rest.begin());
        }
        std::size_t at = 0;
        char32_t next = tail.empty() ? U'\0' : next_code_point(tail, at);
        if (!about.in_text && (is_space(next) || is_punctuation(next))) {  // `It boils {T}.`: no space before the full stop
            std::fill(head.begin() + static_cast<std::ptrdiff_t>(head.find_last_not_of(' ') + 1), head.end(), nothing_mark);
        }
        std::string text = head + mark + tail;
        closing.text = reader_.scratch.made.emplace_back(std::move(text));
        lines.push_back(closing);
        lines.insert(lines.end(), rest.begin(), rest.end());
        return lines;
    }

    ProseReader& reader_;
    Quiz& quiz_;
    TakeDescription take_;
    std::deque<GiftText> texts_;
    std::string id_;
    std::optional<GiftPiece> title_;  // of the question that is read
    std::string_view announced_;      // the name of a question that is to come
    Place announced_place_;
    Blocks description_;
    Place description_place_;
};

}  // namespace

Quiz read_gift_part(ProseReader& reader, const Lines& body, Place place, const TakeDescription& take) {
    Quiz quiz;
    quiz.place = place;
    GiftReader(reader, quiz, take).read(body);
    return quiz;
}

Quiz read_gift(ProseReader& reader, const Lines& body, Place fence) {
    Quiz quiz;
    quiz.place = fence;
    std::size_t before = reader.diagnostics.count(Severity::error);
    GiftReader(reader, quiz, {}).read(body);
    if (quiz.questions.empty() && reader.diagnostics.count(Severity::error) == before) {
        reader.diagnostics.add(Mistake::empty_quiz, fence, "this quiz has no question",
                               "write each question with its answers in braces: `{=right ~wrong}`");
    }
    return quiz;
}

}  // namespace hornbook
