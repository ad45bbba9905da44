#include "formats/in_chapters.h"

#include <array>

#include "formats/aiken/aiken.h"
#include "formats/gift/gift.h"

namespace hornbook {

QuizFormats formats_in_chapters() {
    static constexpr std::array<QuizFormat, 2> rows = {{{"gift", read_gift}, {"aiken", read_aiken}}};
    return rows;
}

}  // namespace hornbook
