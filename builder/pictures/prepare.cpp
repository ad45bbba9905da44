#include "pictures/prepare.h"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <thread>

#include "base/parallel.h"
#include "base/text.h"
#include "model/mistakes.h"
#include "model/picture_names.h"
#include "pictures/decoder.h"
#include "pictures/drawn_cover.h"
#include "pictures/prepare_one.h"

namespace hornbook {
namespace {

constexpr double cover_side = 1600;  // pixels of the longer side of a rasterised cover

// The limit of Send to Kindle by e-mail, 50 MB; from its web page or apps it is 200 MB (Amazon's help pages, 2026).
constexpr std::size_t most_by_mail = 50'000'000;
constexpr std::size_t most_by_web = 200'000'000;

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

// Adds an SVG cover as PNG too, for reading systems that draw no SVG.
void rasterise_cover(Book& book, Decoder& decoder, Diagnostics& diagnostics) {
    if (book.cover == no_index || book.pictures[book.cover].media_type != "image/svg+xml") {
        return;
    }
    Picture raster = book.pictures[book.cover];
    double scale = cover_side / std::max<double>({1, static_cast<double>(raster.width), static_cast<double>(raster.height)});
    auto pixels = [&](unsigned n) { return std::max(1L, std::lround(n * scale)); };
    Decoded drawn = decoder.raster(raster.source, raster.bytes, pixels(raster.width), pixels(raster.height), book.picture_rules.grey);
    if (!drawn.problem.empty()) {
        diagnostics.add(Mistake::broken_picture, raster.place, "the picture `" + raster.source + "` cannot be used: " + drawn.problem,
                        "save it as plain SVG in a picture editor");
        return;
    }
    raster.media_type = std::move(drawn.media_type);
    raster.width = drawn.width;
    raster.height = drawn.height;
    raster.bytes = std::move(drawn.bytes);
    book.cover_raster = book.pictures.size();
    book.pictures.push_back(std::move(raster));
}

// The number of threads. Each starts a program to decode its pictures, which takes as long as a megabyte of them, so more threads are used
// for more megabytes, but no more than there are cores.
unsigned threads_for(const Book& book, unsigned jobs) {
    constexpr std::size_t worth_a_thread = 4'000'000;  // bytes
    std::size_t bytes = 0;
    for (const Picture& picture : book.pictures) {
        bytes += picture.bytes.size();
    }
    unsigned cores = std::max(1U, std::thread::hardware_concurrency());
    return static_cast<unsigned>(std::min<std::size_t>(jobs != 0 ? std::min(jobs, cores) : cores, 1 + bytes / worth_a_thread));
}

// Warns of a book that is too big. Pictures do not compress further, so their bytes are the book's.
void weigh(const Book& book, Diagnostics& diagnostics) {
    std::size_t bytes = 0;
    for (const Picture& picture : book.pictures) {
        bytes += picture.media_type == "image/svg+xml" ? 0 : picture.bytes.size();
    }
    if (bytes <= most_by_mail) {
        return;
    }
    bool is_too_big = bytes > most_by_web;
    unsigned width = book.picture_rules.width;
    std::string smaller =
        width > 1000 ? "make its pictures smaller: `[pictures] width = 1000` in book.toml" : "leave some of its pictures out";
    diagnostics.add(Mistake::big_book, {},
                    "the pictures of this book are " + std::to_string(bytes / 1'000'000) + " MB; Send to Kindle takes at most " +
                        (is_too_big ? "200 MB" : "50 MB by e-mail"),
                    smaller + (is_too_big ? "" : ", or send it from Amazon's web page, which takes 200 MB"));
}

}  // namespace

void prepare_pictures(Book& book, const PicturesRequest& request, Diagnostics& diagnostics) {
    give_cover(book);
    Decoder decoder(request.program, request.limits, request.programs);
    std::vector<Diagnostics> found(book.pictures.size());
    std::mutex guard;
    std::size_t done = 0;
    for_each_in_parallel(book.pictures.size(), threads_for(book, request.jobs), [&](std::size_t i) {
        prepare_picture(book.pictures[i], book.picture_rules, decoder, found[i]);
        std::scoped_lock lock(guard);
        ++done;
        if (request.progress) {
            request.progress(done, found.size());
        }
    });
    std::for_each(found.begin(), found.end(), [&](Diagnostics& each) { diagnostics.append(std::move(each)); });
    if (request.shows_cover) {
        rasterise_cover(book, decoder, diagnostics);
    }
    decoder.finish();
    weigh(book, diagnostics);
    name_pictures(book.pictures);
}

}  // namespace hornbook
