#include "formulas/typeset.h"

#include <algorithm>
#include <map>
#include <vector>

#include "base/text.h"
#include "base/trouble.h"
#include "formulas/tangle.h"
#include "model/limits.h"
#include "model/mistakes.h"
#include "model/walk.h"
#include "xml/mathml.h"

namespace hornbook {
namespace {

struct Use {
    Formula* formula;
    Place place;
    std::size_t row = no_index;  // of those given to the program; equal formulas share one
};

struct Reason {
    std::string why;
    std::string hint;
};

// The reason in plain words for pandoc's, such as `unexpected control sequence \foo`.
Reason in_plain_words(std::string_view unexpected) {
    constexpr std::string_view command = "control sequence ";
    if (unexpected.starts_with(command)) {
        std::string name(trim(unexpected.substr(command.size())));
        return {"`" + name + "` is not known", name == "\\ce" ? "write chemistry with `\\mathrm`, such as `\\mathrm{H_2O}`"
                                                              : "look at its spelling, or say it with other commands"};
    }
    if (unexpected.empty() || unexpected == "eof" || unexpected == "end of input") {
        return {"something in it is not finished", "close each `{` with `}` and each `\\begin` with `\\end`"};
    }
    bool quoted = unexpected.front() == '"' || unexpected.front() == '\'';
    if (quoted && unexpected.size() > 2 && unexpected.back() == unexpected.front()) {
        unexpected = unexpected.substr(1, unexpected.size() - 2);
    }
    return {"`" + std::string(unexpected) + "` is out of place", "look at the braces and commands before it"};
}

// The reasons in pandoc's errors, one for each formula that could not be read, in order.
std::vector<Reason> reasons_in(std::string_view errors) {
    constexpr std::string_view begin = "[WARNING] Could not convert TeX math";
    constexpr std::string_view unexpected = "  unexpected ";
    std::vector<std::string_view> found;
    for (std::string_view line : split(errors, '\n')) {
        if (line.starts_with(begin)) {
            found.emplace_back();
        } else if (line.starts_with(unexpected) && !found.empty() && found.back().empty()) {
            found.back() = trim(line.substr(unexpected.size()));
        }
    }
    std::vector<Reason> reasons;
    std::transform(found.begin(), found.end(), std::back_inserter(reasons), in_plain_words);
    return reasons;
}

class Typesetter {
public:
    Typesetter(Book& book, const FormulasRequest& request, Diagnostics& diagnostics) : request_(request), diagnostics_(diagnostics) {
        walk_book_inlines(book, [&](Inline& node) {
            if (auto* formula = std::get_if<Formula>(&node.kind)) {
                take(*formula, node.place);
            }
        });
    }

    void run() {
        if (rows_.empty()) {
            return;
        }
        ProcessLimits limits;
        limits.clock_seconds = clock_seconds();
        if (request_.progress) {
            request_.progress("formulas, by " + request_.program + ", in " + std::to_string(limits.clock_seconds) + " seconds at most");
        }
        ProcessResult result =
            run_program(request_.programs, {request_.program, "--sandbox", "--from=jats", "--to=html5", "--mathml", "--wrap=preserve"},
                        document(), limits);
        if (!result.started) {
            diagnostics_.add(
                Mistake::no_pandoc, first_, "the book's formulas are shown as their source, since pandoc is not installed",
                "install it (on Debian: `apt install pandoc`) and build again, or write `formulas = false` below `[text]` in book.toml");
            return;
        }
        std::vector<std::string> mathml = clean_mathml(result.output);
        if (result.exit_code != 0 || result.out_of_time || mathml.size() != rows_.size()) {
            throw Trouble("`" + request_.program + "`, at work on the book's formulas, " + how_it_ended(result, limits) + "; try `" +
                          request_.program + " --version`, or do without it: `formulas = false` below `[text]` in book.toml");
        }
        hand_out(mathml, reasons_in(result.errors));
    }

private:
    void take(Formula& formula, Place place) {
        if (formula.tex.size() > limits::formula_bytes) {
            return refuse(place, {"it is longer than " + std::to_string(limits::formula_bytes) + " bytes", "divide it into several"});
        }
        if (nesting_of(formula.tex) > limits::formula_nesting) {
            return refuse(
                place, {"its groups are nested more than " + std::to_string(limits::formula_nesting) + " deep", "nest them less deeply"});
        }
        if (is_unfinished(formula.tex)) {
            return refuse(place, in_plain_words("eof"));
        }
        if (std::string_view command = definition_in(formula.tex); !command.empty()) {
            std::string name(command);
            return refuse(place, {"`" + name + "` defines a command", name == "\\DeclareMathOperator"
                                                                          ? "write `\\operatorname{…}` where the name is used"
                                                                          : "write out what the command stands for where it is used"});
        }
        auto [known, is_new] = known_.try_emplace({formula.tex, formula.display}, rows_.size());
        if (is_new && is_too_tangled(formula.tex)) {
            known_.erase(known);
            return refuse(place, {"it has too many brackets that nothing closes, or indices within indices",
                                  "close each bracket that opens, and divide the formula into several"});
        }
        if (is_new) {
            rows_.push_back(&formula);
        }
        first_ = uses_.empty() ? place : first_;
        uses_.push_back({&formula, place, known->second});
    }

    bool is_too_tangled(std::string_view tex) {
        std::size_t doublings = doublings_of(tex);
        std::size_t tries = (std::size_t{1} << std::min(doublings, most_doublings)) - 1;
        bool fits = doublings <= most_doublings && tries <= tries_left_;
        tries_left_ -= fits ? tries : 0;
        return !fits;
    }

    void refuse(Place place, const Reason& reason) {
        diagnostics_.add(Mistake::unreadable_formula, place, "this formula is shown as its source: " + reason.why, reason.hint);
    }

    // The limit of real time in proportion to the work, for slow machines.
    unsigned clock_seconds() const {
        constexpr std::size_t formulas_in_a_second = 10;
        constexpr std::size_t most_tangled = 240;  // seconds
        std::size_t more = rows_.size() / formulas_in_a_second + (most_tries - tries_left_) * most_tangled / most_tries;
        return request_.least_seconds + static_cast<unsigned>(more);
    }

    // The document for pandoc, in JATS, whose TeX needs no escapes but XML's.
    std::string document() const {
        XmlWriter xml;
        xml.declaration();
        xml.open("article");
        xml.open("body");
        for (const Formula* formula : rows_) {
            xml.open("p");
            xml.open(formula->display ? "disp-formula" : "inline-formula");
            xml.element("tex-math", {}, formula->tex);
            xml.close();
            xml.close();
            xml.line_break();
        }
        xml.close();
        xml.close();
        return xml.take();
    }

    void hand_out(const std::vector<std::string>& mathml, const std::vector<Reason>& reasons) {
        std::vector<Reason> reason_of(mathml.size());
        std::size_t next = 0;
        for (std::size_t row = 0; row < mathml.size(); ++row) {
            if (mathml[row].empty()) {
                reason_of[row] = next < reasons.size() ? reasons[next] : in_plain_words("");
                ++next;
            }
        }
        for (const Use& use : uses_) {
            use.formula->mathml = mathml[use.row];
            if (mathml[use.row].empty()) {
                refuse(use.place, reason_of[use.row]);
            }
        }
    }

    const FormulasRequest& request_;
    Diagnostics& diagnostics_;
    std::vector<Use> uses_;
    std::vector<const Formula*> rows_;
    std::map<std::pair<std::string, bool>, std::size_t> known_;
    Place first_;
    std::size_t tries_left_ = most_tries;
};

}  // namespace

void typeset_formulas(Book& book, const FormulasRequest& request, Diagnostics& diagnostics) {
    Typesetter(book, request, diagnostics).run();
}

}  // namespace hornbook
