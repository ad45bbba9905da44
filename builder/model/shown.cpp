#include "model/shown.h"

#include "base/cases.h"

namespace hornbook {
namespace {

template <class Shown, class AnswerT>
std::vector<Shown*> texts_shown(AnswerT& answer) {
    std::vector<Shown*> shown;
    std::visit(Cases{
                   [&](OneOf<Select> auto& select) {
                       for (auto& choice : select.choices) {
                           shown.push_back(&choice.text);
                       }
                   },
                   [&](OneOf<Match> auto& match) {
                       for (auto& left : match.lefts) {
                           shown.push_back(&left.text);
                       }
                       for (std::size_t right : match.shown) {
                           shown.push_back(&match.rights[right]);
                       }
                   },
                   [&](OneOf<Arrange> auto& arrange) {
                       for (std::size_t item : arrange.shown) {
                           shown.push_back(&arrange.items[item].text);
                       }
                   },
                   [](OneOf<Fill, Essay> auto&) {},
               },
               answer);
    return shown;
}

}  // namespace

std::vector<Inlines*> shown_in(Answer& answer) {
    return texts_shown<Inlines>(answer);
}

std::vector<const Inlines*> shown_in(const Answer& answer) {
    return texts_shown<const Inlines>(answer);
}

}  // namespace hornbook
