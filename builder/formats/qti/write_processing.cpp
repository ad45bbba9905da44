#include "formats/qti/write_processing.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "base/decimal.h"
#include "formats/qti/names.h"
#include "grading/spellings.h"
#include "model/answer_kind.h"

namespace hornbook {
namespace {

using Expression = std::function<void()>;

class Processing {
public:
    Processing(XmlWriter& xml, const Question& question, const std::set<std::string>& feedback, const std::string& language)
        : xml_(xml), question_(question), feedback_(feedback), language_(language) {}

    void write() {
        bool is_mapped = choices_of(question_.answer) != nullptr || pairs_of(question_.answer) != nullptr;
        if (feedback_.empty() && is_mapped) {  // the standard's own rule for this, which every platform knows
            xml_.empty("responseProcessing",
                       {{"template", std::string("http://www.imsglobal.org/question/qti_v2p1/rptemplates/") + qti_name::map_response}});
            return;
        }
        if (feedback_.empty() && is_marked_by_person(question_.answer)) {
            return;
        }
        xml_.open("responseProcessing");
        xml_.line_break();
        std::visit([&](const auto& answer) { score(answer); }, question_.answer);
        if (feedback_.contains(general_feedback_name)) {
            add_feedback(general_feedback_name);
        }
        if (feedback_.contains(hint_feedback_name)) {
            condition([&] { comparison("lt", qti_name::score, question_.marks * almost_whole); },
                      [&] { add_feedback(hint_feedback_name); });
        }
        xml_.close();
    }

private:
    // ---- expressions ----

    void variable(const std::string& name) {
        xml_.empty("variable", {{"identifier", name}});
    }

    void value(std::string_view type, const std::string& text) {
        xml_.element("baseValue", {{"baseType", type}}, text);
    }

    void comparison(std::string_view operation, const std::string& name, double number) {
        xml_.open(operation);
        variable(name);
        value("float", exact_decimal(number));
        xml_.close();
    }

    void comparison(std::string_view operation, const std::string& name, const std::string& other) {
        xml_.open(operation);
        variable(name);
        variable(other);
        xml_.close();
    }

    // ---- rules ----

    void set(const std::string& name, const Expression& expression) {
        xml_.open("setOutcomeValue", {{"identifier", name}});
        expression();
        xml_.close();
        xml_.line_break();
    }

    // Writer of a <responseCondition>: of its branches the first that holds is carried out.
    class Chain {
    public:
        explicit Chain(Processing& processing) : xml_(processing.xml_) {}

        void add(const Expression& when, const Expression& then) {
            if (!std::exchange(is_open_, true)) {
                xml_.open("responseCondition");
                xml_.open("responseIf");
            } else {
                xml_.open("responseElseIf");
            }
            when();
            then();
            xml_.close();
        }

        void end() {
            if (is_open_) {
                xml_.close();
                xml_.line_break();
            }
        }

    private:
        XmlWriter& xml_;
        bool is_open_ = false;
    };

    void condition(const Expression& when, const Expression& then) {
        Chain chain(*this);
        chain.add(when, then);
        chain.end();
    }

    void add_score(const Expression& marks) {
        set(qti_name::score, [&] {
            xml_.open("sum");
            variable(qti_name::score);
            marks();
            xml_.close();
        });
    }

    void add_feedback(const std::string& name) {
        set(qti_name::feedback, [&] {
            xml_.open("multiple");
            variable(qti_name::feedback);
            value("identifier", name);
            xml_.close();
        });
    }

    // Adds the mapped marks of a response; one without an answer is mapped to nothing, so nothing is added.
    void add_mapped(const std::string& name) {
        condition(
            [&] {
                xml_.open("not");
                xml_.open("isNull");
                variable(name);
                xml_.close();
                xml_.close();
            },
            [&] { add_score([&] {
                      xml_.empty("mapResponse", {{"identifier", name}});
                  }); });
    }

    // ---- answers ----

    // Writes the rules for choices; feedback on a choice has the choice's identifier.
    void score(const Select& select) {
        add_mapped(qti_name::response);
        for (std::size_t i = 0; i < select.choices.size(); ++i) {
            if (feedback_.contains(choice_name(i))) {
                set(qti_name::feedback, [&] {
                    xml_.open("multiple");
                    variable(qti_name::response);
                    xml_.close();
                });
                break;
            }
        }
    }

    void score(const Match&) {
        add_mapped(qti_name::response);
    }

    void score(const hornbook::Essay&) {}  // a person marks it

    void score(const Fill& fill) {
        for (std::size_t i = 0; i < fill.blanks.size(); ++i) {
            const Blank& blank = fill.blanks[i];
            BlankNames names = blank_names(fill, i);
            if (!names.words.empty()) {
                add_mapped(names.words);
            }
            Chain chain(*this);
            for (std::size_t k : names.number.empty() ? std::vector<std::size_t>() : best_first(blank)) {
                const Accepted& accepted = blank.accepted[k];
                if (accepted.number) {
                    chain.add([&] { is_met(accepted, names); },
                              [&] { add_score([&] { value("float", plain_decimal(marks_for(question_, fill, accepted))); }); });
                }
            }
            chain.end();
            feedback_on(i, blank, names);
        }
    }

    // Writes the rules for feedback on a blank. Answers that earn more come first, even without feedback of their own.
    void feedback_on(std::size_t index, const Blank& blank, const BlankNames& names) {
        auto says = [&](std::size_t k) { return feedback_.contains(feedback_name(index, k)); };
        std::vector<std::size_t> order = best_first(blank);
        while (!order.empty() && !says(order.back())) {
            order.pop_back();
        }
        Chain chain(*this);
        for (std::size_t k : order) {
            chain.add([&] { is_met(blank.accepted[k], names); }, [&] { says(k) ? add_feedback(feedback_name(index, k)) : void(); });
        }
        chain.end();
    }

    void is_met(const Accepted& accepted, const BlankNames& names) {
        if (accepted.number && !names.number.empty()) {
            xml_.open("and");
            comparison("gte", names.number, accepted.number->low);
            comparison("lte", names.number, accepted.number->high);
            xml_.close();
            return;
        }
        xml_.open("or");
        for (const std::string& spelling : spellings_of(accepted, language_)) {
            xml_.open("stringMatch", {{"caseSensitive", "false"}});
            variable(names.words);
            value("string", spelling);
            xml_.close();
        }
        xml_.close();
    }

    // Writes the rules for an order: the score is the steps in the longest right sequence, of all steps. PLACE_k is the right place of the
    // k-th item of the answer, and RUN_k the length of the longest right sequence that ends with it.
    void score(const Arrange& arrange) {
        std::size_t count = arrange.items.size();
        for (std::size_t at = 1; at <= count; ++at) {
            find_place(arrange, at);
            for (std::size_t before = 1; before < at; ++before) {
                lengthen_run(before, at);
            }
        }
        set(qti_name::score, [&] {
            xml_.open("product");
            value("float", plain_decimal(question_.marks / static_cast<double>(std::max<std::size_t>(2, count) - 1)));
            xml_.open("subtract");
            xml_.open("max");
            for (std::size_t at = 1; at <= count; ++at) {
                variable("RUN_" + std::to_string(at));
            }
            xml_.close();
            value("integer", "1");
            xml_.close();
            xml_.close();
        });
    }

    void find_place(const Arrange& arrange, std::size_t at) {
        Chain chain(*this);
        for (std::size_t i = 0; i < arrange.shown.size(); ++i) {
            chain.add(
                [&] {
                    xml_.open("match");
                    xml_.open("index", {{"n", std::to_string(at)}});
                    variable(qti_name::response);
                    xml_.close();
                    value("identifier", item_name(i));
                    xml_.close();
                },
                [&] { set("PLACE_" + std::to_string(at), [&] { value("integer", std::to_string(arrange.shown[i] + 1)); }); });
        }
        chain.end();
    }

    void lengthen_run(std::size_t before, std::size_t at) {
        std::string run = "RUN_" + std::to_string(at);
        std::string run_before = "RUN_" + std::to_string(before);
        condition(
            [&] {
                xml_.open("and");
                comparison("lt", "PLACE_" + std::to_string(before), "PLACE_" + std::to_string(at));
                comparison("gte", run_before, run);
                xml_.close();
            },
            [&] {
                set(run, [&] {
                    xml_.open("sum");
                    variable(run_before);
                    value("integer", "1");
                    xml_.close();
                });
            });
    }

    XmlWriter& xml_;
    const Question& question_;
    const std::set<std::string>& feedback_;
    const std::string& language_;
};

}  // namespace

void write_processing(XmlWriter& xml, const Question& question, const std::set<std::string>& feedback, const std::string& language) {
    Processing(xml, question, feedback, language).write();
}

}  // namespace hornbook
