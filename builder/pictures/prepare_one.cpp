#include "pictures/prepare_one.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "base/base64.h"
#include "base/text.h"
#include "model/limits.h"
#include "model/mistakes.h"
#include "pictures/formats.h"
#include "pictures/svg_file.h"
#include "xml/svg.h"

namespace hornbook {
namespace {

// Width for a picture inside an SVG, which draws it at a size of its own.
constexpr unsigned any_width = 10'000'000;

constexpr std::string_view save_again = "copy it anew, or open it in a picture editor and save it again";
constexpr std::string_view save_as_svg = "save it as plain SVG in a picture editor";

std::string too_many_pixels(const PictureFacts& facts) {
    return "it is too big: " + std::to_string(facts.width) + " × " + std::to_string(facts.height) + " pixels";
}

bool must_be_converted(const PictureFacts& facts, const PictureRules& rules) {
    return !facts.for_readers || facts.orientation > 1 || facts.width > rules.width || (rules.grey && !facts.is_grey);
}

class OnePicture {
public:
    OnePicture(Picture& picture, const PictureRules& rules, Decoder& decoder, Diagnostics& diagnostics)
        : picture_(picture), rules_(rules), decoder_(decoder), diagnostics_(diagnostics) {}

    void prepare() {
        std::string problem;
        std::optional<std::string> svg = svg_text(picture_.bytes, problem);
        if (!problem.empty()) {
            return cannot_be_used(problem, save_again);
        }
        if (svg) {
            return prepare_svg(*svg);
        }
        PictureFacts facts = examine_picture(picture_.bytes);
        if (facts.media_type.empty()) {
            return report(Mistake::unknown_picture, "is not in a format that Hornbook reads", "save it as PNG, JPEG, GIF or SVG");
        }
        Decoded made = raster_of(picture_.bytes, facts, rules_);
        if (!made.problem.empty()) {
            bool is_big = made.problem.starts_with("it is too big");
            return cannot_be_used(made.problem, is_big ? "make it smaller; 2,000 pixels on its longer side are plenty" : save_again);
        }
        picture_.media_type = std::move(made.media_type);
        picture_.width = made.width;
        picture_.height = made.height;
        picture_.bytes = std::move(made.bytes);
    }

private:
    void report(Mistake mistake, const std::string& what, std::string_view hint) {
        diagnostics_.add(mistake, picture_.place, "the picture `" + picture_.source + "` " + what, std::string(hint));
    }

    void cannot_be_used(const std::string& problem, std::string_view hint) {
        report(Mistake::broken_picture, "cannot be used: " + problem, hint);
    }

    // The picture as it goes into the book: its own bytes without private notes where e-readers show them, else converted.
    Decoded raster_of(std::string_view bytes, const PictureFacts& facts, const PictureRules& rules) const {
        if (!facts.problem.empty()) {
            return {.problem = facts.problem};
        }
        if (std::size_t{facts.width} * facts.height > limits::picture_pixels) {
            return {.problem = too_many_pixels(facts)};
        }
        if (must_be_converted(facts, rules)) {
            return decoder_.convert(picture_.source, bytes, rules.width, rules.grey);
        }
        if (std::string problem = decoder_.verify(picture_.source, bytes); !problem.empty()) {
            return {.problem = std::move(problem)};
        }
        std::string kept;
        std::for_each(facts.kept.begin(), facts.kept.end(), [&](std::string_view part) { kept += part; });
        return {facts.media_type, facts.width, facts.height, std::move(kept), {}};
    }

    // The href to write for a picture inside the SVG, which is verified and converted like any other.
    std::string embedded(std::string_view href, std::string& problem) const {
        std::optional<std::string> bytes = from_base64(href.substr(href.find(',') + 1));
        PictureFacts facts = bytes ? examine_picture(*bytes) : PictureFacts{};
        Decoded made = facts.media_type.empty() ? Decoded{.problem = "it is not in a format that Hornbook reads"}
                                                : raster_of(*bytes, facts, {any_width, rules_.grey});
        if (!made.problem.empty()) {
            problem = problem.empty() ? "a picture inside it cannot be used: " + made.problem : problem;
            return {};
        }
        return "data:" + made.media_type + ";base64," + to_base64(made.bytes);
    }

    void prepare_svg(const std::string& text) {
        std::string problem;
        std::string problem_inside;
        std::optional<CleanSvg> clean = clean_svg(text, problem, [&](std::string_view href) { return embedded(href, problem_inside); });
        if (!clean) {
            return cannot_be_used(problem, save_as_svg);
        }
        if (!problem_inside.empty()) {
            return cannot_be_used(problem_inside, "put it into the drawing anew, and save that as plain SVG");
        }
        if (!clean->removed.empty()) {
            report(Mistake::svg_cleaned, "goes into the book without " + join(clean->removed, ", "),
                   "save it as plain SVG, with everything it shows inside it");
        }
        picture_.bytes = std::move(clean->svg);
        picture_.media_type = "image/svg+xml";
        bool is_sized = clean->width > 0 && clean->height > 0;  // CSS 2.2, 10.3.2: else 300 by 150
        picture_.width = static_cast<unsigned>(std::clamp(std::lround(is_sized ? clean->width : 300), 1L, 100000L));
        picture_.height = static_cast<unsigned>(std::clamp(std::lround(is_sized ? clean->height : 150), 1L, 100000L));
    }

    Picture& picture_;
    const PictureRules& rules_;
    Decoder& decoder_;
    Diagnostics& diagnostics_;
};

}  // namespace

void prepare_picture(Picture& picture, const PictureRules& rules, Decoder& decoder, Diagnostics& diagnostics) {
    OnePicture(picture, rules, decoder, diagnostics).prepare();
}

}  // namespace hornbook
