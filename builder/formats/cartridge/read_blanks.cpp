// Words, numbers and gaps of QTI 1.2.
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/text.h"
#include "formats/cartridge/read_item.h"
#include "formats/numbers.h"
#include "model/plain_text.h"
#include "reading/questions/answer_forms.h"

namespace hornbook::qti1 {

Blank ItemReader::blank_of(const Response& response) {
    Blank blank{{}, question_place()};
    for (const NumberRange& range : rules_.ranges(response.ident)) {
        Accepted row;
        row.number = range;
        std::string_view language = reader_.request.language;
        row.text = number_in_words(range.low, language);
        row.text += range.low < range.high ? ".." + number_in_words(range.high, language) : "";
        add_accepted(blank, std::move(row), 1, {});
    }
    std::vector<std::string> right = rules_.wanted(response.ident);
    for (const std::vector<std::string>& list : {right, rules_.named(response.ident)}) {
        for (const std::string& answer : list) {
            bool wanted = contains(right, answer);
            double earns = earned_of_most(response, answer, wanted);
            Blocks feedback = feedback_on(response, answer);
            if (wanted || !feedback.empty() || earns > 0) {
                add_accepted(blank, words_or_number(answer), earns, std::move(feedback));
            }
        }
    }
    finish_blank(reader_, blank);
    return blank;
}

double ItemReader::earned_of_most(const Response& response, const std::string& answer, bool wanted) const {
    double most = 0;
    for (const std::string& right : rules_.wanted(response.ident)) {
        most = std::max(most, earned(response, {right}));
    }
    return most > 0 ? std::clamp(earned(response, {answer}) / most, -1.0, 1.0) : wanted ? 1 : 0;
}

Accepted ItemReader::words_or_number(const std::string& answer) {
    std::optional<double> number = machine_number(answer);
    if (number && (kind_ == Kind::number || answer.find_first_of("eE.") != std::string::npos)) {
        Accepted row;
        row.number = NumberRange{*number, *number};
        row.text = number_in_words(*number, reader_.request.language);
        return row;
    }
    Place place = question_place();
    return accepted_from(reader_.prose(), {reader_.prose().scratch.made.emplace_back(answer), place.line, place.column});
}

// Adds an accepted answer, unless one that differs in case only, or a range that holds its number, is there already.
void ItemReader::add_accepted(Blank& blank, Accepted row, double credit, Blocks feedback) {
    row.place = question_place();
    row.credit = credit == 1 ? std::nullopt : std::optional(credit);
    row.feedback = std::move(feedback);
    auto covers = [&](const Accepted& other) {
        bool within = other.number && row.number && other.number->low <= row.number->low && other.number->high >= row.number->high;
        return within || fold_case(other.text) == fold_case(row.text);
    };
    auto found = std::find_if(blank.accepted.begin(), blank.accepted.end(), covers);
    if (found == blank.accepted.end()) {
        blank.accepted.push_back(std::move(row));
        return;
    }
    if (found->credit != row.credit) {
        reader_.not_kept(item_.place, "`" + row.text + "` and `" + found->text + "` are one answer here, which earns what the first earns",
                         "keep one of the two");
    }
    std::move(row.feedback.begin(), row.feedback.end(), std::back_inserter(found->feedback));
}

void ItemReader::read_blank(Question& question) {
    read_text(question);
    if (!has_responses(1)) {
        return;
    }
    find_right();
    question.answer = Fill{false, {blank_of(responses_.front())}};
    if (rules_.counts_capitals()) {
        reader_.not_kept(item_.place, "capitals count in this item; here they do not", "say so in the question if they matter");
    }
}

// Reads gaps: Canvas writes `[name]` in place of the response `response_name`; others put the response itself there.
void ItemReader::read_gaps(Question& question) {
    find_right();
    Fill fill;
    fill.in_text = true;
    std::string html = html_;
    bool named = std::all_of(responses_.begin(), responses_.end(), [](const Response& r) { return !r.written; });
    for (std::size_t i = responses_.size(); named && i-- > 0;) {
        html.erase(marks_of_gaps_[i], gap_in_html(i).size());
    }
    for (std::size_t i = 0; i < responses_.size(); ++i) {
        const Response& response = responses_[i];
        fill.blanks.push_back(named ? chosen_blank(response) : blank_of(response));
        if (!named) {
            continue;
        }
        constexpr std::string_view prefix = "response_";
        std::string name = "[" + response.ident.substr(response.ident.starts_with(prefix) ? prefix.size() : 0) + "]";
        std::size_t at = html.find(name);
        std::string gap = gap_in_html(i) + (kind_ == Kind::chosen_gaps ? html_escaped(" (" + choices_in_words(response) + ")") : "");
        if (at == std::string::npos) {
            html += "<p>" + gap + "</p>";
        } else {
            html.replace(at, name.size(), gap);
        }
    }
    if (kind_ == Kind::chosen_gaps) {
        reader_.not_kept(item_.place, "gaps with choices become gaps to write in, with the choices behind them",
                         "look whether a question with choices would do better");
    }
    question.answer = std::move(fill);
    reader_.question_text(text(html), question);
}

// The blank of a gap that Canvas lists words for: all of them are right, though its rules name only the first.
Blank ItemReader::chosen_blank(const Response& response) {
    Blank blank{{}, question_place()};
    for (const Label& label : response.labels) {
        Blocks feedback = feedback_on(response, label.ident);
        bool right = kind_ == Kind::gaps || contains(right_[response.ident], label.ident);
        if (right || !feedback.empty()) {
            std::string words = collapse_spaces(plain_text(reader_.words(text(html_within(*label.node)))));
            add_accepted(blank, words_or_number(words), right ? 1 : 0, std::move(feedback));
        }
    }
    finish_blank(reader_, blank);
    return blank;
}

std::string ItemReader::choices_in_words(const Response& response) {
    std::vector<std::string> words;
    for (const Label& label : response.labels) {
        words.push_back(collapse_spaces(plain_text(reader_.words(text(html_within(*label.node))))));
    }
    std::sort(words.begin(), words.end());  // their order tells nothing
    return join(words, " / ");
}

}  // namespace hornbook::qti1
