#include <algorithm>
#include <array>
#include <cstdint>

#include "pictures/gif_blocks.h"
#include "pictures/program/damage.h"

namespace hornbook {
namespace {

// Reader of the LZW codes in a chain of sub-blocks.
class CodeReader {
public:
    CodeReader(std::string_view bytes, std::size_t at) : bytes_(bytes), at_(at) {}

    bool read(unsigned width, unsigned& code) {
        while (count_ < width) {
            if (left_ == 0) {
                left_ = byte_at(bytes_, at_++);
                if (left_ == 0) {
                    return false;
                }
            }
            bits_ |= byte_at(bytes_, at_++) << count_;
            count_ += 8;
            --left_;
        }
        code = bits_ & ((1U << width) - 1);
        bits_ >>= width;
        count_ -= width;
        return true;
    }

private:
    std::string_view bytes_;
    std::size_t at_;
    unsigned left_ = 0;  // bytes of this sub-block
    std::uint32_t bits_ = 0;
    unsigned count_ = 0;
};

// Unpacker that only counts: the number of pixels for each code of the growing table.
class Unpacker {
public:
    explicit Unpacker(unsigned width) : clear_(1U << width), first_width_(width + 1) {
        std::fill_n(lengths_.begin(), clear_, 1U);
        reset();
    }

    // Whether the codes make `wanted` pixels; a code that is not in the table is damage.
    bool makes(CodeReader codes, std::size_t wanted) {
        std::size_t made = 0;
        for (unsigned code = 0; made < wanted && codes.read(width_, code);) {
            if (code == clear_) {
                reset();
                continue;
            }
            if (code == clear_ + 1 || code > next_ || (code == next_ && (!has_previous_ || next_ == lengths_.size()))) {
                return false;
            }
            std::uint32_t longer = has_previous_ ? lengths_.at(previous_) + 1 : 0;
            made += code < next_ ? lengths_.at(code) : longer;
            if (has_previous_ && next_ < lengths_.size()) {
                lengths_.at(next_++) = longer;
                width_ += next_ == (1U << width_) && width_ < 12 ? 1 : 0;
            }
            previous_ = code;
            has_previous_ = true;
        }
        return made >= wanted;
    }

private:
    void reset() {
        next_ = clear_ + 2;
        width_ = first_width_;
        has_previous_ = false;
    }

    unsigned clear_, first_width_;
    std::array<std::uint32_t, 4096> lengths_{};
    unsigned next_ = 0, width_ = 0, previous_ = 0;
    bool has_previous_ = false;
};

bool is_whole_frame(std::string_view bytes, std::size_t frame) {
    auto pair = [&](std::size_t at) { return std::size_t{byte_at(bytes, at)} | std::size_t{byte_at(bytes, at + 1)} << 8U; };
    std::size_t data = frame_data(bytes, frame);
    unsigned width = byte_at(bytes, data);
    return width >= 1 && width <= 8 && Unpacker(width).makes(CodeReader(bytes, data + 1), pair(frame + 5) * pair(frame + 7));
}

}  // namespace

std::string damage_in_gif(std::string_view bytes) {
    for (std::size_t at = 13 + colour_table_size(byte_at(bytes, 10)); at < bytes.size() && byte_at(bytes, at) != 0x3B;) {
        bool is_frame = byte_at(bytes, at) == 0x2C;
        if (is_frame && !is_whole_frame(bytes, at)) {
            return "the frame at byte " + std::to_string(at) + " has too few pixels";
        }
        at = after_sub_blocks(bytes, is_frame ? frame_data(bytes, at) + 1 : at + 2);
    }
    return "";
}

}  // namespace hornbook
