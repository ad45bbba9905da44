#include "formats/qti/write_item.h"

#include <utility>
#include <vector>

#include "base/cases.h"
#include "formats/qti/names.h"
#include "formats/qti/write_declarations.h"
#include "formats/qti/write_processing.h"
#include "formats/qti/write_prose.h"
#include "formats/shown_words.h"
#include "model/answer_kind.h"
#include "model/passage.h"
#include "model/plain_text.h"
#include "model/room_to_write.h"
#include "rendering/fragment.h"

namespace hornbook {
namespace {

struct Feedback {
    std::string name;
    std::string title;
    Blocks blocks;
};

class FeedbackList {
public:
    FeedbackList(const Book& book, const Question& question, Losses& losses) : book_(book), question_(question), losses_(losses) {}

    std::vector<Feedback> take() {
        general_ = question_.feedback;
        std::visit([&](const auto& answer) { collect(answer); }, question_.answer);
        Blocks passage = passage_in_words(book_, question_);
        general_.insert(general_.end(), passage.begin(), passage.end());
        add(general_feedback_name, "", general_);
        if (!question_.hint.empty() && !is_marked_by_person(question_.answer)) {
            losses_.add(question_.hint.front().place, "hints before an answer", "this one is shown after an answer that is not all right",
                        "`moodle-xml` has hints");
            add(hint_feedback_name, book_.words.hint, question_.hint);
        }
        return std::move(list_);
    }

private:
    void add(std::string name, const std::string& title, const Blocks& blocks) {
        if (!blocks.empty()) {
            list_.push_back({std::move(name), title, blocks});
        }
    }

    const std::string& verdict(double credit) const {
        return credit >= 1 ? book_.words.right : credit > 0 ? book_.words.partly_right : book_.words.not_right;
    }

    void collect(const Select& select) {
        for (std::size_t i = 0; i < select.choices.size(); ++i) {
            const Choice& choice = select.choices[i];
            add(choice_name(i), verdict(choice.right ? 1 : choice.credit.value_or(0)), choice.feedback);
        }
    }

    void collect(const Fill& fill) {
        for (std::size_t i = 0; i < fill.blanks.size(); ++i) {
            for (std::size_t k = 0; k < fill.blanks[i].accepted.size(); ++k) {
                const Accepted& accepted = fill.blanks[i].accepted[k];
                add(feedback_name(i, k), verdict(accepted.credit.value_or(1)), accepted.feedback);
            }
        }
    }

    void collect(const Match& match) {
        collect_parts(match.lefts);
    }

    void collect(const Arrange& arrange) {
        collect_parts(arrange.items);
    }

    void collect(const Essay&) {}

    // Writes feedback on pairs and items as the answers page of a book does: each with its feedback.
    template <class Parts>
    void collect_parts(const Parts& parts) {
        DefinitionList list;
        for (const auto& part : parts) {
            if (!part.feedback.empty()) {
                list.items.push_back({{part.text}, {part.feedback}});
            }
        }
        if (!list.items.empty()) {
            losses_.add(question_.place, "feedback on one pair or one step", "theirs is in the feedback on the whole question");
            general_.push_back({std::move(list), question_.place});
        }
    }

    const Book& book_;
    const Question& question_;
    Losses& losses_;
    Blocks general_;
    std::vector<Feedback> list_;
};

class QtiItemWriter {
public:
    QtiItemWriter(const Book& book, std::size_t chapter, const Question& question, QtiItem& item)
        : book_(book),
          chapter_(chapter),
          question_(question),
          item_(item),
          form_{[this](std::size_t picture) { return href_of(picture); }, qti_html(),
                [this](XmlWriter& xml, std::size_t blank) { text_entry(xml, blank); }} {}

    void write(const std::vector<Feedback>& feedback, Losses& losses) {
        item_.has_style = is_right_to_left(item_.language);
        item_.has_feedback = !feedback.empty();
        xml_.declaration();
        xml_.open("assessmentItem", {{"xmlns", qti_name::document},
                                     {"identifier", item_.identifier},
                                     {"title", item_.title},
                                     {"xml:lang", item_.language},
                                     {"toolName", "Hornbook"},
                                     {"adaptive", "false"},
                                     {"timeDependent", "false"}});
        xml_.line_break();
        declare_responses(xml_, question_, item_.language);
        declare_outcomes(xml_, question_, item_.has_feedback);
        if (item_.has_style) {
            xml_.empty("stylesheet", {{"href", std::string("../") + right_to_left_style}, {"type", "text/css"}});
            xml_.line_break();
        }
        body(losses);
        std::set<std::string> names;
        for (const Feedback& each : feedback) {
            names.insert(each.name);
        }
        write_processing(xml_, question_, names, item_.language);
        for (const Feedback& each : feedback) {
            modal_feedback(each);
        }
        xml_.line_break();
        xml_.close();
        xml_.line_break();
        item_.bytes = xml_.take();
    }

private:
    std::string_view style_class() const {
        return item_.has_style ? "right-to-left" : "";
    }

    std::string href_of(std::size_t picture) {
        item_.pictures.insert(picture);
        return "../" + picture_path(book_.pictures[picture]);
    }

    void text_entry(XmlWriter& xml, std::size_t blank) const {
        const Fill* fill = blanks_of(question_.answer);
        if (fill == nullptr || blank >= fill->blanks.size()) {
            return xml.text("______");
        }
        BlankNames names = blank_names(*fill, blank);
        bool both = !names.number.empty() && !names.words.empty();
        xml.empty(qti_name::text_entry, {{"responseIdentifier", names.number.empty() ? names.words : names.number},
                                         {"stringIdentifier", both ? names.words : ""}});
    }

    template <class Prose>
    void prose(const Prose& prose) {
        write_fragment(xml_, book_, chapter_, prose, form_);
    }

    void body(Losses& losses) {
        xml_.open("itemBody", {{"class", style_class()}});
        xml_.line_break();
        notes_for_markers(losses);
        bool in_prompt = question_.body.empty() && blanks_of(question_.answer) == nullptr;
        if (!in_prompt) {
            xml_.open("p");
            prose(question_.text);
            xml_.close();
            xml_.line_break();
            prose(question_.body);
        }
        std::visit([&](const auto& answer) { interaction(answer, in_prompt); }, question_.answer);
        xml_.close();
        xml_.line_break();
    }

    // Writes a rubric for markers. It has the hint of an essay, which would come after the answer and be of no use there.
    void notes_for_markers(Losses& losses) {
        bool has_hint = is_marked_by_person(question_.answer) && !question_.hint.empty();
        if (has_hint) {
            losses.add(question_.hint.front().place, "hints before an answer", "this one is shown to whoever marks it",
                       "put it into the question if all may see it");
        }
        if (question_.key.empty() && !has_hint) {
            return;
        }
        xml_.open("rubricBlock", {{"view", "scorer"}, {"class", style_class()}});
        prose(question_.key);
        if (has_hint) {
            xml_.element("p", {}, book_.words.hint);
            prose(question_.hint);
        }
        xml_.close();
        xml_.line_break();
    }

    void prompt(bool in_prompt) {
        xml_.line_break();
        if (in_prompt) {
            xml_.open("prompt");
            prose(question_.text);
            xml_.close();
            xml_.line_break();
        }
    }

    void open_choice(std::string_view element, const std::string& name, std::string_view most = "") {
        xml_.open(element, {{"identifier", name}, {"matchMax", most}});
    }

    void close_line() {
        xml_.close();
        xml_.line_break();
    }

    // Writes choices in the order of the book, by whose letters the class may call them.
    void interaction(const Select& select, bool in_prompt) {
        item_.interaction = qti_name::choice;
        xml_.open(item_.interaction,
                  {{"responseIdentifier", qti_name::response}, {"shuffle", "false"}, {"maxChoices", select.several ? "0" : "1"}});
        prompt(in_prompt);
        for (std::size_t i = 0; i < select.choices.size(); ++i) {
            open_choice("simpleChoice", choice_name(i));
            prose(select.choices[i].text);
            close_line();
        }
        close_line();
    }

    void interaction(const Fill& fill, bool /*in_prompt*/) {
        item_.interaction = qti_name::text_entry;
        if (!fill.in_text) {
            xml_.open("p");
            text_entry(xml_, 0);
            close_line();
        }
    }

    // Writes pairs. Each right may be taken as often as there are lefts, or one would see which belong to more than one.
    void interaction(const Match& match, bool in_prompt) {
        item_.interaction = qti_name::match;
        xml_.open(
            item_.interaction,
            {{"responseIdentifier", qti_name::response}, {"shuffle", "false"}, {"maxAssociations", std::to_string(match.lefts.size())}});
        prompt(in_prompt);
        xml_.open("simpleMatchSet");
        xml_.line_break();
        for (std::size_t i = 0; i < match.lefts.size(); ++i) {
            open_choice("simpleAssociableChoice", left_name(i), "1");
            prose(match.lefts[i].text);
            close_line();
        }
        close_line();
        xml_.open("simpleMatchSet");
        xml_.line_break();
        for (std::size_t i = 0; i < match.shown.size(); ++i) {
            open_choice("simpleAssociableChoice", right_name(i), "0");
            prose(match.rights[match.shown[i]]);
            close_line();
        }
        close_line();
        close_line();
    }

    void interaction(const Arrange& arrange, bool in_prompt) {
        item_.interaction = qti_name::order;
        xml_.open(item_.interaction, {{"responseIdentifier", qti_name::response}, {"shuffle", "false"}});
        prompt(in_prompt);
        for (std::size_t i = 0; i < arrange.shown.size(); ++i) {
            open_choice("simpleChoice", item_name(i));
            prose(arrange.items[arrange.shown[i]].text);
            close_line();
        }
        close_line();
    }

    void interaction(const Essay& essay, bool in_prompt) {
        item_.interaction = qti_name::extended_text;
        item_.has_solution = false;
        xml_.open(item_.interaction, {{"responseIdentifier", qti_name::response},
                                      {"expectedLines", std::to_string(lines_to_write(essay, usual_lines_on_screen))}});
        prompt(in_prompt);
        close_line();
    }

    void modal_feedback(const Feedback& feedback) {
        xml_.line_break();
        xml_.open(
            "modalFeedback",
            {{"outcomeIdentifier", qti_name::feedback}, {"showHide", "show"}, {"identifier", feedback.name}, {"title", feedback.title}});
        if (item_.has_style) {
            xml_.open("div", {{"class", style_class()}});
        }
        prose(feedback.blocks);
        if (item_.has_style) {
            xml_.close();
        }
        xml_.close();
    }

    const Book& book_;
    std::size_t chapter_;
    const Question& question_;
    QtiItem& item_;
    FragmentForm form_;
    XmlWriter xml_;
};

}  // namespace

std::string picture_path(const Picture& picture) {
    return "pictures/" + picture.name;
}

QtiItem qti_item(const Book& book, std::size_t chapter, const Question& question, std::string file, Losses& losses) {
    QtiItem item;
    item.identifier = question.id;
    item.title = plain_title(question.text);
    item.language = language_of(book, chapter);
    item.file = std::move(file);
    QtiItemWriter(book, chapter, question, item).write(FeedbackList(book, question, losses).take(), losses);
    return item;
}

}  // namespace hornbook
