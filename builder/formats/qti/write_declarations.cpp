#include "formats/qti/write_declarations.h"

#include <algorithm>

#include "base/cases.h"
#include "base/decimal.h"
#include "base/text.h"
#include "formats/qti/names.h"
#include "grading/spellings.h"
#include "model/answer_kind.h"

namespace hornbook {
namespace {

class Declarations {
public:
    Declarations(XmlWriter& xml, const Question& question, const std::string& language)
        : xml_(xml), question_(question), language_(language) {}

    void responses() {
        std::visit([&](const auto& answer) { responses(answer); }, question_.answer);
    }

    // Writes declarations of places and runs; see write_processing.cpp.
    void outcomes() {
        outcome(qti_name::score, "float", "0");
        outcome(qti_name::most_score, "float", plain_decimal(question_.marks));
        if (const Arrange* arrange = order_of(question_.answer)) {
            for (std::size_t i = 1; i <= arrange->items.size(); ++i) {
                outcome("PLACE_" + std::to_string(i), "integer", "0");
                outcome("RUN_" + std::to_string(i), "integer", "1");
            }
        }
    }

private:
    void open_response(const std::string& name, std::string_view cardinality, std::string_view type) {
        xml_.open("responseDeclaration", {{"identifier", name}, {"cardinality", cardinality}, {"baseType", type}});
    }

    void close() {
        xml_.close();
        xml_.line_break();
    }

    void correct(const std::vector<std::string>& values) {
        xml_.open("correctResponse");
        for (const std::string& value : values) {
            xml_.element("value", {}, value);
        }
        xml_.close();
    }

    void entry(const std::string& key, double marks, std::string_view case_sensitive = "") {
        xml_.empty("mapEntry", {{"mapKey", key}, {"mappedValue", plain_decimal(marks)}, {"caseSensitive", case_sensitive}});
    }

    void open_mapping() {
        xml_.open("mapping", {{"lowerBound", "0"}, {"upperBound", plain_decimal(question_.marks)}, {"defaultValue", "0"}});
    }

    void responses(const Select& select) {
        open_response(qti_name::response, select.several ? "multiple" : "single", "identifier");
        std::vector<std::string> right;
        for (std::size_t i = 0; i < select.choices.size(); ++i) {
            if (select.choices[i].right && (select.several || right.empty())) {
                right.push_back(choice_name(i));
            }
        }
        correct(right);
        open_mapping();
        for (std::size_t i = 0; i < select.choices.size(); ++i) {
            entry(choice_name(i), marks_for(question_, select, select.choices[i]));
        }
        xml_.close();
        close();
    }

    void responses(const Fill& fill) {
        for (std::size_t i = 0; i < fill.blanks.size(); ++i) {
            BlankNames names = blank_names(fill, i);
            const Accepted* shown = fill.blanks[i].accepted.empty() ? nullptr : &fill.blanks[i].accepted.front();
            if (!names.number.empty()) {
                open_response(names.number, "single", "float");
                if (shown != nullptr && shown->number) {
                    bool is_range = shown->number->low < shown->number->high;
                    correct(
                        {is_range ? plain_decimal(shown->number->low / 2 + shown->number->high / 2) : exact_decimal(shown->number->low)});
                }
                close();
            }
            if (!names.words.empty()) {
                open_response(names.words, "single", "string");
                if (shown != nullptr && (names.number.empty() || !shown->number)) {
                    correct({collapse_spaces(shown->text)});
                }
                map_words(fill, fill.blanks[i], !names.number.empty());
                close();
            }
        }
    }

    void map_words(const Fill& fill, const Blank& blank, bool words_alone) {
        std::vector<std::string> known;
        open_mapping();
        for (std::size_t index : best_first(blank)) {
            const Accepted& accepted = blank.accepted[index];
            for (const std::string& spelling : spellings_of(accepted, language_)) {
                bool is_known = std::find(known.begin(), known.end(), fold_case(spelling)) != known.end();
                if (!is_known && !(words_alone && accepted.number)) {
                    known.push_back(fold_case(spelling));
                    entry(spelling, marks_for(question_, fill, accepted), "false");
                }
            }
        }
        xml_.close();
    }

    void responses(const Match& match) {
        open_response(qti_name::response, "multiple", "directedPair");
        std::vector<std::string> pairs;
        for (std::size_t i = 0; i < match.lefts.size(); ++i) {
            auto at = std::find(match.shown.begin(), match.shown.end(), match.lefts[i].right);
            pairs.push_back(left_name(i) + " " + right_name(static_cast<std::size_t>(at - match.shown.begin())));
        }
        correct(pairs);
        open_mapping();
        for (const std::string& pair : pairs) {
            entry(pair, question_.marks / static_cast<double>(match.lefts.size()));
        }
        xml_.close();
        close();
    }

    void responses(const Arrange& arrange) {
        open_response(qti_name::response, "ordered", "identifier");
        std::vector<std::string> order(arrange.items.size());
        for (std::size_t i = 0; i < arrange.shown.size(); ++i) {
            order[arrange.shown[i]] = item_name(i);
        }
        correct(order);
        close();
    }

    void responses(const Essay&) {
        open_response(qti_name::response, "single", "string");
        close();
    }

    void outcome(const std::string& name, std::string_view type, const std::string& value) {
        xml_.open("outcomeDeclaration", {{"identifier", name}, {"cardinality", "single"}, {"baseType", type}});
        xml_.open("defaultValue");
        xml_.element("value", {}, value);
        xml_.close();
        close();
    }

    XmlWriter& xml_;
    const Question& question_;
    const std::string& language_;
};

}  // namespace

void declare_responses(XmlWriter& xml, const Question& question, const std::string& language) {
    Declarations(xml, question, language).responses();
}

void declare_outcomes(XmlWriter& xml, const Question& question, bool with_feedback) {
    Declarations(xml, question, {}).outcomes();
    if (with_feedback) {
        xml.empty("outcomeDeclaration", {{"identifier", qti_name::feedback}, {"cardinality", "multiple"}, {"baseType", "identifier"}});
        xml.line_break();
    }
}

}  // namespace hornbook
