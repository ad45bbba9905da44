#include "base/number_style.h"

#include <algorithm>
#include <string>

#include "base/language_tag.h"
#include "base/text.h"

namespace hornbook {
namespace {

// A tag of language and region goes before its language alone; what stands nowhere has a comma and groups of three.
constexpr std::string_view with_point =
    " am ar as bn ckb cy dv en fa fil ga gd gu ha he hi ig iw ja km kn ko ks mg mi ml mn mr ms mt my ne om or pa qu sd si sn so sw ta te th"
    " ti tl to ug ur xh yi yo yue zh zu de-ch de-li es-419 es-br es-bz es-cu es-do es-gt es-hn es-mx es-ni es-pa es-pe es-pr es-sv es-us"
    " it-ch ";
constexpr std::string_view with_comma =
    " ar-dz ar-lb ar-ly ar-ma ar-mr ar-tn en-at en-be en-cz en-de en-dk en-ee en-es en-fi en-fr en-ge en-hu en-id en-it en-lt en-lv en-nl"
    " en-no en-pl en-pt en-ro en-se en-si en-sk en-ua en-za ms-bn ms-id qu-bo sw-cd ";
constexpr std::string_view with_groups_of_two = " as bn gu hi kn ml mr ne or pa si ta te ur en-bd en-in en-lk en-np en-pk ";

bool holds(std::string_view list, const std::string& tag) {
    return list.find(" " + tag + " ") != std::string_view::npos;
}

// "zh-Hant-TW" -> "zh-tw"; without a region the language alone.
std::string with_region(std::string_view tag) {
    std::string folded = fold_case(tag);
    std::vector<std::string_view> subtags = split(folded, '-');
    for (std::size_t i = 1; i < subtags.size() && subtags[i].size() > 1; ++i) {
        if (is_region(subtags[i])) {
            return std::string(subtags[0]) + "-" + std::string(subtags[i]);
        }
    }
    return std::string(subtags[0]);
}

NumberStyle found_style(std::string_view language) {
    std::string tag = with_region(language);
    std::string alone = first_subtag(language);
    bool has_point = holds(with_point, tag) || (holds(with_point, alone) && !holds(with_comma, tag));
    return {has_point ? '.' : ',', holds(with_groups_of_two, tag) || holds(with_groups_of_two, alone)};
}

}  // namespace

// The last one is remembered: a book asks for the same language at each of its answers.
NumberStyle number_style(std::string_view language) {
    thread_local std::string last;
    thread_local NumberStyle style = found_style(last);
    if (language != last) {
        last = language;
        style = found_style(last);
    }
    return style;
}

bool is_of_two_minds(std::string_view language) {
    return number_style(language).decimal_mark == ',' || number_style(first_subtag(language)).decimal_mark == ',';
}

}  // namespace hornbook
