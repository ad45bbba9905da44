// Decoder: the second program, hornbook-pictures, which answers many requests, with limits for each, so that its crash concerns one picture
// only.
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
    std::string problem = {};  // not empty: why there is no picture, in words for the author
};

// Starter of programs: none before the first picture, then one for each thread that has pictures to decode. Thread-safe.
class Decoder {
public:
    // `program` is the path of hornbook-pictures; the limits hold for each picture. Where others answer, each request is asked of them by
    // itself: its words are the arguments, the answer is a line, as that program gives it without the number of bytes, and bytes.
    Decoder(std::string program, const ProcessLimits& limits, Programs programs = {});

    // For each of these, `name` is the picture's, for messages. They throw Trouble when the program cannot be started, or fails for a
    // reason other than the picture, such as a lack of memory.

    // The picture made fit for e-readers: upright, at most so wide, of at most limits::picture_pixels.
    Decoded convert(const std::string& name, std::string_view bytes, unsigned most_width, bool grey);
    // A clean SVG drawn on white.
    Decoded raster(const std::string& name, std::string_view svg, long width, long height, bool grey);
    // The damage to a PNG, JPEG or GIF, in words for the author; empty: it has all of its pixels.
    std::string verify(const std::string& name, std::string_view bytes);

    // Lets the programs end by themselves; throws Trouble when one of them fails. Without this call they are killed.
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
