// The readers of pictures made of pixels, and what the second program finds among their pixels.
#include "harness.h"
#include "pictures/formats.h"
#include "pictures/program/damage.h"

void hornbook::fuzz(std::string_view bytes) {
    PictureFacts facts = examine_picture(bytes);
    for (std::string_view part : facts.kept) {
        bool within = part.data() >= bytes.data() && part.data() + part.size() <= bytes.data() + bytes.size();
        promise(within || part.size() < 64, "picture", "what is kept lies outside of it", facts.media_type);
    }
    if (facts.problem.empty() && facts.for_readers && std::size_t{facts.width} * facts.height <= 1'000'000) {
        damage_in(bytes);
    }
}
