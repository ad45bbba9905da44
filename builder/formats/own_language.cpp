#include "formats/own_language.h"

#include <iterator>
#include <utility>

#include "base/language_tag.h"
#include "model/words.h"

namespace hornbook {
namespace {

// Whether it is only a frame now.
template <class Part>
bool leave_out(Part& part, std::string_view language) {
    std::string_view direction = is_right_to_left(language) ? "rtl" : "ltr";
    bool is_own = part.language == language && (part.direction.empty() || part.direction == direction);
    if (is_own) {
        part.language.clear();
        part.direction.clear();
    }
    return is_own && part.id.empty() && part.classes.empty();
}

}  // namespace

void leave_out_language(Inlines& words, std::string_view language) {
    Inlines result;
    for (Inline& node : words) {
        auto* part = std::get_if<Styled>(&node.kind);
        if (part != nullptr && leave_out(*part, language) && part->element == "span" && part->title.empty()) {
            Inlines inside = std::move(part->children);
            std::move(inside.begin(), inside.end(), std::back_inserter(result));
        } else {
            result.push_back(std::move(node));
        }
    }
    words = std::move(result);
}

void leave_out_language(Blocks& blocks, std::string_view language) {
    Blocks result;
    for (Block& block : blocks) {
        auto* division = std::get_if<Division>(&block.kind);
        if (auto* paragraph = std::get_if<Paragraph>(&block.kind)) {
            leave_out_language(paragraph->text, language);
        }
        if (division != nullptr && leave_out(*division, language) && division->element == "div") {
            Blocks inside = std::move(division->blocks);
            std::move(inside.begin(), inside.end(), std::back_inserter(result));
        } else {
            result.push_back(std::move(block));
        }
    }
    blocks = std::move(result);
}

}  // namespace hornbook
