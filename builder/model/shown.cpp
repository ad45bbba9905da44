#include "model/shown.h"

#include "base/cases.h"

namespace hornbook {

std::vector<const Inlines*> shown_in(const Answer& answer) {
    std::vector<const Inlines*> shown;
    std::visit(Cases{
                   [&](const Select& select) {
                       for (const Choice& choice : select.choices) {
                           shown.push_back(&choice.text);
                       }
                   },
                   [&](const Match& match) {
                       for (const MatchLeft& left : match.lefts) {
                           shown.push_back(&left.text);
                       }
                       for (std::size_t right : match.shown) {
                           shown.push_back(&match.rights[right]);
                       }
                   },
                   [&](const Arrange& arrange) {
                       for (std::size_t item : arrange.shown) {
                           shown.push_back(&arrange.items[item].text);
                       }
                   },
                   [](const Fill&) {},
                   [](const Write&) {},
               },
               answer);
    return shown;
}

}  // namespace hornbook
