#include "base/number_style.h"

#include "base/grading_data.h"
#include "base/language_tag.h"

namespace hornbook {

NumberStyle number_style(std::string_view language) {
    return {of_language(language, &LanguageRow::decimal_mark, ','), of_language(language, &LanguageRow::groups_of_two)};
}

bool is_of_two_minds(std::string_view language) {
    return number_style(language).decimal_mark == ',' || number_style(first_subtag(language)).decimal_mark == ',';
}

}  // namespace hornbook
