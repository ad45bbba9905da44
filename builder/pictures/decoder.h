// Decoder: what the second program, hornbook-pictures, makes of pictures. It answers many requests and runs with limits for each: its crash
// is an answer too, unless it crashes over any picture.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

#include "base/process.h"
#include "base/worker.h"

namespace hornbook {

struct Decoded {
    std::string media_type = {};
    unsigned width = 0;  // pixels
    unsigned height = 0;
    std::string bytes = {};
    std::string problem = {};  // set: why there is no picture, in words for the author
};

// Thread-safe. Nothing is started before the first picture; then one program for each thread that has pictures to decode.
class Decoder {
public:
    // `program` is the path of hornbook-pictures; the limits hold for each picture. Where others answer, each request is asked of them by
    // itself: its words are the arguments, the answer is a line, as that program gives it without the number of bytes, and bytes.
    Decoder(std::string program, const ProcessLimits& limits, Programs programs = {});

    // Of these, `name` is the picture's, for a message. They throw Trouble when the program cannot be started, or fails for a reason that
    // does not lie in the picture: a machine's lack of memory is no mistake of the author's.

    // Made fit for e-readers: upright, at most so wide, of at most limits::picture_pixels.
    Decoded convert(const std::string& name, std::string_view bytes, unsigned most_width, bool grey);
    // An SVG that is clean, drawn on white.
    Decoded raster(const std::string& name, std::string_view svg, long width, long height, bool grey);
    // Why a PNG, JPEG or GIF has not all of its pixels, in words for the author; empty: it has.
    std::string verify(const std::string& name, std::string_view bytes);

    // Lets the programs end by themselves. Throws Trouble when one of them cannot; without finish() they are killed.
    void finish();

private:
    struct Seat {
        std::unique_ptr<Worker> worker;  // none: not yet started, or it ended over a picture
        bool is_new = true;              // it has had no picture before it
    };
    Seat& seat_of_this_thread();
    Decoded decode(const std::string& name, std::string_view request, std::string_view bytes);
    WorkerAnswer ask(Seat& seat, std::string_view request, std::string_view bytes, std::size_t most_output);
    WorkerAnswer ask_worker(Seat& seat, std::string_view request, std::string_view bytes, std::size_t most_output);
    WorkerAnswer ask_others(std::string_view request, std::string_view bytes, std::size_t most_output) const;
    bool works(Seat& seat);
    Decoded judged(Seat& seat, const std::string& name, WorkerAnswer answer);

    std::string program_;
    ProcessLimits limits_;
    Programs programs_;
    std::mutex guard_;
    std::map<std::thread::id, Seat> seats_;  // the kernel ends a program with the thread that started it: nobody works with another's
};

}  // namespace hornbook
