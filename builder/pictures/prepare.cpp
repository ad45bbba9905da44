#include "pictures/prepare.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "base/limits.h"
#include "base/parallel.h"
#include "base/process.h"
#include "base/text.h"
#include "base/trouble.h"
#include "model/picture_names.h"
#include "pictures/drawn_cover.h"
#include "pictures/formats.h"
#include "xml/svg.h"

namespace hornbook {
namespace {

constexpr double cover_side = 1600;  // pixels of the longer side of a rasterised cover

bool looks_like_xml(std::string_view bytes) {
    bytes.remove_prefix(bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0);
    return trim(bytes.substr(0, 256)).starts_with('<');
}

class PicturePreparer {
public:
    PicturePreparer(const PicturesRequest& request, Diagnostics& diagnostics) : request_(request), diagnostics_(diagnostics) {}

    // Leaves media_type empty when the picture cannot be used; that is reported.
    void prepare(Picture& picture) {
        if (looks_like_xml(picture.bytes)) {
            return prepare_svg(picture);
        }
        PictureFacts facts = examine_picture(picture.bytes);
        if (facts.media_type.empty()) {
            return report(Mistake::unknown_picture, picture, "is in no format that is known here", "save it as PNG, JPEG, GIF or SVG");
        }
        if (!facts.problem.empty()) {
            return broken(picture, facts.problem);
        }
        if (std::size_t{facts.width} * facts.height > limits::picture_pixels) {
            return too_many_pixels(picture, facts.width, facts.height);
        }
        if (!facts.for_readers) {
            return convert(picture);
        }
        picture.media_type = facts.media_type;
        picture.width = facts.width;
        picture.height = facts.height;
    }

    // An SVG cover as PNG, for readers that draw no SVG.
    std::optional<Picture> raster(const Picture& svg) {
        double scale = cover_side / std::max<double>({1, static_cast<double>(svg.width), static_cast<double>(svg.height)});
        auto pixels = [&](unsigned n) { return std::to_string(std::max(1L, std::lround(n * scale))); };
        Picture picture = svg;
        if (!run({"raster", pixels(svg.width), pixels(svg.height)}, picture)) {
            return std::nullopt;
        }
        return picture;
    }

private:
    void report(Mistake mistake, const Picture& picture, const std::string& what, std::string hint) {
        diagnostics_.add(mistake, picture.place, "the picture `" + picture.source + "` " + what, std::move(hint));
    }

    void broken(const Picture& picture, const std::string& problem) {
        report(Mistake::broken_picture, picture, "cannot be used: " + problem,
               "copy it anew, or open it in a picture editor and save it again");
    }

    void too_many_pixels(const Picture& picture, unsigned width, unsigned height) {
        report(Mistake::broken_picture, picture, "is too big: " + std::to_string(width) + " × " + std::to_string(height) + " pixels",
               "make it smaller; 2,000 pixels on its longer side are plenty");
    }

    void prepare_svg(Picture& picture) {
        std::string problem;
        std::optional<CleanSvg> clean = clean_svg(picture.bytes, problem);
        if (!clean) {
            return report(Mistake::broken_picture, picture, "cannot be used: " + problem, "save it as plain SVG in a picture editor");
        }
        if (!clean->removed.empty()) {
            report(Mistake::svg_cleaned, picture, "goes into the book without " + join(clean->removed, ", "),
                   "save it as plain SVG, with everything it shows inside it");
        }
        picture.bytes = std::move(clean->svg);
        picture.media_type = "image/svg+xml";
        picture.width = static_cast<unsigned>(std::clamp(std::lround(clean->width), 1L, 100000L));
        picture.height = static_cast<unsigned>(std::clamp(std::lround(clean->height), 1L, 100000L));
    }

    void convert(Picture& picture) {
        run({"convert", std::to_string(limits::picture_pixels)}, picture);
    }

    // The second program's answer is a line "image/png 600 800", then the picture.
    bool run(std::vector<std::string> arguments, Picture& picture) {
        arguments.insert(arguments.begin(), request_.program);
        ProcessResult result = run_process(arguments, picture.bytes, {});
        if (!result.started) {
            throw Trouble("cannot start `" + request_.program + "`, which decodes pictures; it belongs beside hornbook");
        }
        std::size_t end = result.output.find('\n');
        std::vector<std::string_view> words = split(std::string_view(result.output).substr(0, end == std::string::npos ? 0 : end), ' ');
        if (result.exit_code != 0 || words.size() != 3) {
            std::string_view why = trim(std::string_view(result.errors).substr(0, result.errors.find('\n')));
            broken(picture, why.empty() ? "decoding it failed" : std::string(why));
            return false;
        }
        std::from_chars(words[1].data(), words[1].data() + words[1].size(), picture.width);
        std::from_chars(words[2].data(), words[2].data() + words[2].size(), picture.height);
        picture.media_type = std::string(words[0]);
        picture.bytes = result.output.substr(end + 1);
        return true;
    }

    const PicturesRequest& request_;
    Diagnostics& diagnostics_;
};

void give_cover(Book& book) {
    if (book.cover != no_index || !book.metadata.cover.empty()) {
        return;
    }
    Picture picture;
    picture.source = "cover.svg";
    picture.bytes = drawn_cover(book.metadata);
    if (book.metadata.cover_alt.empty()) {
        book.metadata.cover_alt = drawn_cover_words(book.metadata);
    }
    book.cover = book.pictures.size();
    book.pictures.push_back(std::move(picture));
}

}  // namespace

void prepare_pictures(Book& book, const PicturesRequest& request, Diagnostics& diagnostics) {
    give_cover(book);
    std::vector<Diagnostics> found(book.pictures.size());
    for_each_in_parallel(book.pictures.size(), request.jobs,
                         [&](std::size_t i) { PicturePreparer(request, found[i]).prepare(book.pictures[i]); });
    std::for_each(found.begin(), found.end(), [&](Diagnostics& each) { diagnostics.append(std::move(each)); });
    if (book.cover != no_index && book.pictures[book.cover].media_type == "image/svg+xml") {
        if (std::optional<Picture> raster = PicturePreparer(request, diagnostics).raster(book.pictures[book.cover])) {
            book.cover_raster = book.pictures.size();
            book.pictures.push_back(std::move(*raster));
        }
    }
    name_pictures(book.pictures);
}

}  // namespace hornbook
