#include "formats/cartridge/write_items.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "base/cases.h"
#include "base/entities.h"
#include "base/text.h"
#include "formats/asked_blank.h"
#include "formats/cartridge/in_moodle.h"
#include "formats/general_feedback.h"
#include "formats/package_names.h"
#include "formats/question_names.h"
#include "formats/shown_words.h"
#include "grading/spellings.h"
#include "model/marks.h"
#include "model/passage.h"
#include "model/plain_text.h"
#include "model/truth.h"
#include "rendering/fragment.h"
#include "rendering/pages/plan.h"

namespace hornbook {
namespace {

constexpr int least_weighting = 1;
constexpr int most_weighting = 99;

class ItemMaker {
public:
    ItemMaker(const Book& book, std::size_t chapter, const Question& question, Losses& losses)
        : book_(book), chapter_(chapter), question_(question), losses_(losses) {}

    std::vector<Item> make() {
        std::visit([&](const auto& answer) { add(answer); }, question_.answer);
        if (items_.size() > 1) {
            for (std::size_t i = 0; i < items_.size(); ++i) {
                items_[i].ident += "--" + std::to_string(i + 1);
                items_[i].title += " (" + std::to_string(i + 1) + "/" + std::to_string(items_.size()) + ")";
            }
        }
        for (const Item& made : items_) {
            tell_in_moodle(made);
        }
        return std::move(items_);
    }

private:
    void tell_in_moodle(const Item& made) {
        bool typed = made.form == ItemForm::fill_in_blank;  // whose answers are no HTML
        tell_html_in_moodle(losses_, made.text, question_.place);
        tell_html_in_moodle(losses_, made.feedback, question_.place);
        for (const ItemAnswer& answer : made.answers) {
            tell_html_in_moodle(losses_, typed ? "" : answer.text, question_.place);
            tell_html_in_moodle(losses_, answer.feedback, question_.place);
        }
    }

    FragmentForm form() const {
        auto href = [this](std::size_t picture) {
            losses_.say_once(question_.place, "keeps pictures of questions as files, which Moodle does not show; give Moodle `moodle-xml`");
            return std::string(place_in_cartridge) + "/" + picture_file(book_.pictures[picture]);
        };
        return {href, plain_html(), nullptr, true};
    }

    std::string html(const Inlines& inlines) const {
        return fragment(book_, chapter_, inlines, form());
    }
    std::string html(const Blocks& blocks) const {
        return blocks.empty() ? "" : in_direction(fragment(book_, chapter_, blocks, form()));
    }

    std::string in_direction(const std::string& html) const {
        return is_right_to_left(language_of(book_, chapter_)) ? "<div dir=\"rtl\">" + html + "</div>" : html;
    }

    void lose(const std::string& what, const std::string& hint) {
        losses_.say(question_.place, what, hint);
    }

    // more: HTML below the question's own text.
    Item item(ItemForm form, double marks, const std::string& more = "") {
        Item item;
        item.ident = question_.id;
        item.title = short_title(plain_text(question_.text));
        item.form = form;
        item.text = in_direction("<p>" + html(question_.text) + "</p>" + html_without_direction(question_.body) + more);
        item.weighting = weighting(marks);
        item.feedback = html(question_.feedback) +
                        html(passage_in_words(book_, question_));  // in feedback, platforms follow no link into the cartridge
        item.hint = html(question_.hint);
        return item;
    }

    std::string html_without_direction(const Blocks& blocks) const {
        return blocks.empty() ? "" : fragment(book_, chapter_, blocks, form());
    }

    static int whole_marks(double marks) {
        return std::clamp(static_cast<int>(std::lround(marks)), least_weighting, most_weighting);
    }

    int weighting(double marks) {
        int whole = whole_marks(marks);
        if (whole != question_.marks && marks == question_.marks) {  // else it was told that the question was divided
            lose("knows whole marks from 1 to 99 only, so this question counts " + std::to_string(whole),
                 "write `marks: " + std::to_string(whole) + "`, or use `moodle-xml`, which keeps the marks");
        }
        return whole;
    }

    // The end of a message about a question that was divided, where its parts together are worth more or less than it is.
    std::string worth_of(std::size_t parts) const {
        double sum = whole_marks(question_.marks / static_cast<double>(parts)) * static_cast<double>(parts);
        return sum == question_.marks ? "" : ", which count " + shown_marks(sum) + " together, not " + shown_marks(question_.marks);
    }

    void add(const Select& select) {
        Item made = item(select.several      ? ItemForm::multiple_response
                         : select.true_false ? ItemForm::true_false
                                             : ItemForm::multiple_choice,
                         question_.marks);
        bool partial = select.several;
        for (const Choice& choice : select.choices) {
            bool part = choice.credit && *choice.credit != 0 && *choice.credit != 1;
            partial = partial || part;
            std::string ident = select.true_false ? (says_true(choice, book_.words) ? "true" : "false") : choice.id;
            made.answers.push_back({ident, html(choice.text), choice.right, html(choice.feedback)});
        }
        if (partial) {
            lose("marks a question all right or all wrong, so this one earns its marks only when every choice is right",
                 "`moodle-xml` and `qti` keep parts of the marks");
        }
        bool has_wrong = std::any_of(select.choices.begin(), select.choices.end(), [](const Choice& choice) { return !choice.right; });
        if (select.several && has_wrong) {
            losses_.say_once(question_.place,
                             "tells Moodle nothing of what wrong choices cost, so there whoever ticks every choice earns all the marks; "
                             "give Moodle `moodle-xml`");
        }
        items_.push_back(std::move(made));
    }

    void add(const Fill& fill) {
        std::size_t count = fill.blanks.size();
        if (count > 1) {
            lose("has one gap in a question, so this one became " + std::to_string(count) + " questions" + worth_of(count),
                 "`moodle-xml` and `qti` keep all gaps together");
        }
        for (std::size_t i = 0; i < count; ++i) {
            std::string which = count > 1 ? "<p>" + fill_in(book_.words.gap_number, std::to_string(i + 1)) + ":</p>" : "";
            Item made = item(ItemForm::fill_in_blank, question_.marks / static_cast<double>(count), which);
            add_accepted(made, fill.blanks[i]);
            items_.push_back(std::move(made));
        }
    }

    void add_accepted(Item& made, const Blank& blank) {
        tell_words_compared(losses_, question_.place);
        std::set<std::string> known;
        for (const Accepted& accepted : blank.accepted) {
            double credit = accepted.credit.value_or(1);
            if (credit > 0 && credit < 1) {
                lose("gives all marks or none, so `" + accepted.text + "` earns them all",
                     "`moodle-xml` and `qti` keep parts of the marks");
            }
            for (const std::string& text : texts_of(accepted)) {
                if (known.insert(text).second) {
                    made.answers.push_back({"", text, credit > 0, html(accepted.feedback)});
                }
            }
        }
        tell_answers_in_moodle(made.answers);
    }

    // Reports answers that Moodle changes; other platforms read them as they are, so they cannot be written in another way.
    void tell_answers_in_moodle(const std::vector<ItemAnswer>& answers) {
        auto tell = [&](auto is, const std::string& how) {
            auto found = std::find_if(answers.begin(), answers.end(), [&](const ItemAnswer& each) { return each.right && is(each.text); });
            if (found != answers.end()) {
                lose("is read by Moodle " + fill_in(how, found->text), "give Moodle `moodle-xml`");
            }
        };
        tell([](const std::string& text) { return text == "0"; }, "without answers that are `0`, so there nobody can give this one");
        tell([](const std::string& text) { return text.find('*') != std::string::npos; },
             "with any letters for `*`, so there `{}` is not the only answer that is right");
        tell([](const std::string& text) { return without_references(text) != text; },
             "with its references resolved, so there `{}` is not right as it stands");
    }

    // The words to accept, since answers are compared as words: of a range of few whole numbers all of them.
    std::vector<std::string> texts_of(const Accepted& accepted) {
        constexpr double most_numbers = 100;
        constexpr double greatest_counted = 1e15;  // above it a double has no room for the next number
        const std::string& language = language_of(book_, chapter_);
        if (!accepted.number || accepted.number->low == accepted.number->high) {
            return spellings_of(accepted, language);
        }
        auto [low, high] = *accepted.number;
        bool is_short = std::floor(low) == low && std::floor(high) == high && high - low <= most_numbers &&
                        std::max(std::abs(low), std::abs(high)) < greatest_counted;
        if (!is_short) {
            lose("accepts words, not ranges of numbers, so of `" + accepted.text + "` only the two ends count as right",
                 "give the number that most will write as an answer of its own");
        }
        std::vector<double> numbers = {low, high};
        if (is_short) {
            numbers.resize(static_cast<std::size_t>(high - low) + 1);
            std::iota(numbers.begin(), numbers.end(), low);
        }
        std::vector<std::string> texts;
        for (double number : numbers) {
            std::vector<std::string> ways = number_spellings(number, language);
            texts.insert(texts.end(), ways.begin(), ways.end());
        }
        return texts;
    }

    // Adds a question for each pair: which of the rights belongs here?
    void add(const Match& match) {
        lose("has no questions that match things, so this one became " + std::to_string(match.lefts.size()) +
                 " questions with one right choice each" + worth_of(match.lefts.size()),
             "`moodle-xml` and `qti` keep it as it is");
        for (const MatchLeft& left : match.lefts) {
            Item made = item(ItemForm::multiple_choice, question_.marks / static_cast<double>(match.lefts.size()),
                             "<p><strong>" + html(left.text) + "</strong></p>");
            for (std::size_t shown = 0; shown < match.shown.size(); ++shown) {
                std::size_t right = match.shown[shown];
                made.answers.push_back({"choice-" + std::to_string(shown + 1), html(match.rights[right]), right == left.right,
                                        right == left.right ? html(left.feedback) : ""});
            }
            items_.push_back(std::move(made));
        }
    }

    // Adds a question for each item, about its place in the order.
    void add(const Arrange& arrange) {
        lose("has no questions that put things in order, so this one became " + std::to_string(arrange.items.size()) +
                 " questions that ask for the place of each" + worth_of(arrange.items.size()),
             "`moodle-xml` and `qti` keep it as it is");
        for (std::size_t shown : arrange.shown) {
            const ArrangeItem& thing = arrange.items[shown];
            Item made = item(ItemForm::multiple_choice, question_.marks / static_cast<double>(arrange.items.size()),
                             "<p><strong>" + html(thing.text) + "</strong></p>");
            for (std::size_t place = 0; place < arrange.items.size(); ++place) {
                std::string number = std::to_string(place + 1);
                made.answers.push_back({"place-" + number, number, place == shown, place == shown ? html(thing.feedback) : ""});
            }
            items_.push_back(std::move(made));
        }
    }

    void add(const Essay& /*essay*/) {
        Item made = item(ItemForm::essay, question_.marks);
        made.solution = html(question_.key);
        items_.push_back(std::move(made));
    }

    const Book& book_;
    std::size_t chapter_;
    const Question& question_;
    Losses& losses_;
    std::vector<Item> items_;
};

}  // namespace

std::vector<Item> items_of(const Book& book, std::size_t chapter, const Quiz& quiz, Losses& losses) {
    std::vector<Item> items;
    for (const Question& question : quiz.questions) {
        std::vector<Item> some = ItemMaker(book, chapter, question, losses).make();
        std::move(some.begin(), some.end(), std::back_inserter(items));
    }
    return items;
}

}  // namespace hornbook
