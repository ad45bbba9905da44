#include "model/truth.h"

#include "base/text.h"
#include "model/plain_text.h"

namespace hornbook {

bool says_true(const Choice& choice, const Words& words) {
    return fold_case(collapse_spaces(plain_text(choice.text))) == fold_case(words.true_word);
}

}  // namespace hornbook
