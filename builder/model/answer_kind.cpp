#include "model/answer_kind.h"

#include <algorithm>
#include <utility>

#include "base/cases.h"

namespace hornbook {

std::string_view kind_of(const Answer& answer) {
    return std::visit(Cases{
                          [](const Select& s) -> std::string_view {
                              return s.several ? "choose-all" : s.true_false ? "true-false" : "choose-one";
                          },
                          [](const Fill&) -> std::string_view { return "fill"; },
                          [](const Match&) -> std::string_view { return "match"; },
                          [](const Arrange&) -> std::string_view { return "arrange"; },
                          [](const Essay&) -> std::string_view { return "write"; },
                      },
                      answer);
}

bool is_marked_by_person(const Answer& answer) {
    return std::visit(Cases{
                          [](const Essay&) { return true; },
                          [](const OneOf<Select, Fill, Match, Arrange> auto&) { return false; },
                      },
                      answer);
}

double usual_marks(const Answer& answer) {
    return std::visit(Cases{
                          [](const Fill& fill) { return static_cast<double>(std::max<std::size_t>(1, fill.blanks.size())); },
                          [](const Match& match) { return static_cast<double>(std::max<std::size_t>(1, match.lefts.size())); },
                          [](const OneOf<Select, Arrange, Essay> auto&) { return 1.0; },
                      },
                      answer);
}

const Select* choices_of(const Answer& answer) {
    return std::visit(Cases{
                          [](const Select& select) { return &select; },
                          [](const OneOf<Fill, Match, Arrange, Essay> auto&) -> const Select* { return nullptr; },
                      },
                      answer);
}

const Fill* blanks_of(const Answer& answer) {
    return std::visit(Cases{
                          [](const Fill& fill) { return &fill; },
                          [](const OneOf<Select, Match, Arrange, Essay> auto&) -> const Fill* { return nullptr; },
                      },
                      answer);
}

Fill* blanks_of(Answer& answer) {
    return const_cast<Fill*>(blanks_of(std::as_const(answer)));
}

const Fill* gaps_of(const Answer& answer) {
    const Fill* fill = blanks_of(answer);
    return fill != nullptr && fill->in_text ? fill : nullptr;
}

const Match* pairs_of(const Answer& answer) {
    return std::visit(Cases{
                          [](const Match& match) { return &match; },
                          [](const OneOf<Select, Fill, Arrange, Essay> auto&) -> const Match* { return nullptr; },
                      },
                      answer);
}

const Arrange* order_of(const Answer& answer) {
    return std::visit(Cases{
                          [](const Arrange& arrange) { return &arrange; },
                          [](const OneOf<Select, Fill, Match, Essay> auto&) -> const Arrange* { return nullptr; },
                      },
                      answer);
}

const Essay* essay_of(const Answer& answer) {
    return std::visit(Cases{
                          [](const Essay& essay) { return &essay; },
                          [](const OneOf<Select, Fill, Match, Arrange> auto&) -> const Essay* { return nullptr; },
                      },
                      answer);
}

}  // namespace hornbook
