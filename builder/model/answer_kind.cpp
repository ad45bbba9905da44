#include "model/answer_kind.h"

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
                          [](const Write&) -> std::string_view { return "write"; },
                      },
                      answer);
}

}  // namespace hornbook
