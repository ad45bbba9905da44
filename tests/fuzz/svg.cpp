// A picture in SVG, packed or not -> a picture that is safe.
#include "xml/svg.h"

#include "harness.h"
#include "pictures/svg_file.h"

void hornbook::fuzz(std::string_view bytes) {
    std::string problem;
    std::optional<std::string> text = svg_text(bytes, problem);
    if (!text) {
        return;
    }
    auto same = [](std::string_view href) { return std::string(href); };
    std::optional<CleanSvg> clean = clean_svg(*text, problem, same);
    if (!clean) {
        return promise(!problem.empty(), "picture.svg", "it is refused without a reason", *text);
    }
    promise_well_formed("picture.svg", clean->svg);
    std::optional<CleanSvg> again = clean_svg(clean->svg, problem, same);
    promise(again && again->removed.empty(), "picture.svg", "what is clean is not clean", clean->svg);
}
