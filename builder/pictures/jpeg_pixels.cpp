#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "pictures/bytes.h"
#include "pictures/pixels.h"

namespace hornbook {
namespace {

// ITU T.81 annex C: for every 16 bits that may come next, the code they begin with: its length in the high byte, 0 for none.
using CodeTable = std::vector<std::uint16_t>;

std::optional<CodeTable> read_table(std::string_view lengths, std::string_view symbols) {
    CodeTable table(1U << 16U, 0);
    std::size_t at = 0;
    std::size_t symbol = 0;
    for (unsigned length = 1; length <= 16; ++length) {
        for (unsigned n = byte_at(lengths, length - 1); n > 0; --n) {
            std::size_t size = std::size_t{1} << (16 - length);
            if (at + size > table.size()) {
                return std::nullopt;
            }
            auto entry = static_cast<std::uint16_t>(length << 8U | byte_at(symbols, symbol++));
            std::fill_n(table.begin() + static_cast<std::ptrdiff_t>(at), size, entry);
            at += size;
        }
    }
    return table;
}

// The bits of entropy-coded data, up to the next marker; beyond it they are 0, and missing.
class BitReader {
public:
    BitReader(std::string_view bytes, std::size_t at) : bytes_(bytes), at_(at) {}

    unsigned peek_16() {
        while (count_ < 16) {
            fill();
        }
        return static_cast<unsigned>(bits_ >> (count_ - 16)) & 0xFFFFU;
    }
    void skip(unsigned n) {
        while (count_ < n) {
            fill();
        }
        count_ -= n;
    }
    bool is_past_end() const {
        return added_ > count_;
    }
    // RST0 to RST7 at a byte's border; true when it is the one that must come.
    bool pass_restart(unsigned number) {
        bool is_there = !is_past_end() && byte_at(bytes_, at_) == 0xFF && byte_at(bytes_, at_ + 1) == 0xD0 + number;
        at_ += 2;
        bits_ = count_ = added_ = 0;
        return is_there;
    }
    std::size_t position() const {
        return at_;
    }

private:
    void fill() {
        unsigned byte = byte_at(bytes_, at_);
        bool is_marker = at_ >= bytes_.size() || (byte == 0xFF && byte_at(bytes_, at_ + 1) != 0);
        if (is_marker) {
            byte = 0;
            added_ += 8;
        } else {
            at_ += byte == 0xFF ? 2 : 1;
        }
        bits_ = bits_ << 8U | byte;
        count_ += 8;
    }

    std::string_view bytes_;
    std::size_t at_;
    std::uint64_t bits_ = 0;
    unsigned count_ = 0;  // bits read ahead
    unsigned added_ = 0;  // of these, made up beyond the marker
};

struct Component {
    unsigned id = 0, across = 1, down = 1;  // T.81 B.2.2: C, H, V
};
struct ScanComponent {
    Component component;
    const CodeTable* dc = nullptr;
    const CodeTable* ac = nullptr;
};

class ScanWalker {
public:
    explicit ScanWalker(std::string_view bytes) : bytes_(bytes) {}

    Pixels walk() {
        for (std::size_t at = 2; at + 3 < bytes_.size();) {
            unsigned marker = byte_at(bytes_, at + 1);
            if (byte_at(bytes_, at) != 0xFF || marker == 0xFF || marker == 0) {  // between scans: what a scan left unread
                ++at;
                continue;
            }
            if (marker == 0xD9) {
                break;
            }
            std::size_t end = at + 2 + pair_at(bytes_, at + 2);
            std::string_view content = bytes_.substr(at + 4, std::max<std::size_t>(pair_at(bytes_, at + 2), 2) - 2);
            if (marker == 0xC0 || marker == 0xC1) {
                read_frame(content);
            } else if (marker == 0xC2) {
                return Pixels::unknown;  // progressive
            } else if (marker == 0xC4 && !read_tables(content)) {
                return Pixels::damaged;
            } else if (marker == 0xDD) {
                restart_interval_ = pair_at(content, 0);
            } else if (marker == 0xDA) {
                std::optional<std::size_t> after = read_scan(content, end);
                if (!after) {
                    return Pixels::damaged;
                }
                end = *after;
            }
            at = end;
        }
        return has_scan_ ? Pixels::whole : Pixels::damaged;
    }

private:
    void read_frame(std::string_view content) {
        height_ = pair_at(content, 1);
        width_ = pair_at(content, 3);
        frame_.clear();
        for (std::size_t i = 0; i < byte_at(content, 5); ++i) {
            unsigned sampling = byte_at(content, 7 + i * 3);
            frame_.push_back({byte_at(content, 6 + i * 3), std::clamp(sampling >> 4U, 1U, 4U), std::clamp(sampling & 15U, 1U, 4U)});
        }
    }

    bool read_tables(std::string_view content) {
        while (content.size() >= 17) {
            unsigned which = byte_at(content, 0);
            std::size_t count = 0;
            for (std::size_t i = 1; i <= 16; ++i) {
                count += byte_at(content, i);
            }
            std::optional<CodeTable> table = read_table(content.substr(1, 16), content.substr(17));
            if (!table || count > 256 || content.size() < 17 + count) {
                return false;
            }
            tables_.at((which >> 4U & 1U) * 4 + (which & 3U)) = std::move(*table);
            content.remove_prefix(17 + count);
        }
        return true;
    }

    // The scan's components with their tables; empty when something is missing.
    std::vector<ScanComponent> components_of(std::string_view header) const {
        std::vector<ScanComponent> components;
        for (std::size_t i = 0; i < byte_at(header, 0); ++i) {
            auto found = std::find_if(frame_.begin(), frame_.end(), [&](const Component& c) { return c.id == byte_at(header, 1 + i * 2); });
            unsigned tables = byte_at(header, 2 + i * 2);
            const CodeTable& dc = tables_.at(tables >> 4U & 3U);
            const CodeTable& ac = tables_.at(4 + (tables & 3U));
            if (found == frame_.end() || dc.empty() || ac.empty()) {
                return {};
            }
            components.push_back({*found, &dc, &ac});
        }
        return components;
    }

    // T.81 A.2: how many minimum coded units a scan has. A scan of one component has one block in each.
    std::size_t units_in(std::vector<ScanComponent>& scan) const {
        unsigned most_across = 1;
        unsigned most_down = 1;
        for (const Component& c : frame_) {
            most_across = std::max(most_across, c.across);
            most_down = std::max(most_down, c.down);
        }
        auto up = [](std::size_t n, std::size_t d) { return (n + d - 1) / d; };
        if (scan.size() > 1) {
            return up(width_, std::size_t{8} * most_across) * up(height_, std::size_t{8} * most_down);
        }
        Component& only = scan[0].component;
        std::size_t units =
            up(up(std::size_t{width_} * only.across, most_across), 8) * up(up(std::size_t{height_} * only.down, most_down), 8);
        only.across = only.down = 1;
        return units;
    }

    // Where the scan's data end; nothing when they are damaged.
    std::optional<std::size_t> read_scan(std::string_view header, std::size_t at) {
        std::vector<ScanComponent> scan = components_of(header);
        if (scan.empty()) {
            return std::nullopt;
        }
        has_scan_ = true;
        BitReader bits(bytes_, at);
        std::size_t units = units_in(scan);
        for (std::size_t unit = 0; unit < units; ++unit) {
            if (restart_interval_ != 0 && unit != 0 && unit % restart_interval_ == 0 &&
                !bits.pass_restart((unit / restart_interval_ - 1) % 8)) {
                return std::nullopt;
            }
            for (const ScanComponent& each : scan) {
                for (unsigned block = 0; block < each.component.across * each.component.down; ++block) {
                    if (!pass_block(bits, *each.dc, *each.ac)) {
                        return std::nullopt;
                    }
                }
            }
        }
        constexpr std::size_t padding = 64;  // some cameras write a few bytes more than there are blocks
        std::size_t next = at;
        for (next = bits.position(); next + 1 < bytes_.size() && (byte_at(bytes_, next) != 0xFF || byte_at(bytes_, next + 1) == 0);
             ++next) {
        }
        return next - bits.position() > padding ? std::nullopt : std::optional(next);
    }

    // T.81 F.2.2: a difference, then runs of zeros with the coefficients that end them.
    static bool pass_block(BitReader& bits, const CodeTable& dc, const CodeTable& ac) {
        unsigned code = dc[bits.peek_16()];
        if (code == 0) {
            return false;
        }
        bits.skip(code >> 8U);
        bits.skip(code & 15U);
        for (unsigned k = 1; k < 64;) {
            code = ac[bits.peek_16()];
            if (code == 0) {
                return false;
            }
            bits.skip(code >> 8U);
            unsigned run = code >> 4U & 15U;
            unsigned size = code & 15U;
            if (size == 0 && run != 15) {
                break;
            }
            k += run + 1;
            if (size != 0 && k > 64) {
                return false;
            }
            bits.skip(size);
        }
        return !bits.is_past_end();
    }

    std::string_view bytes_;
    unsigned width_ = 0;
    unsigned height_ = 0;
    std::vector<Component> frame_;
    std::array<CodeTable, 8> tables_;  // 0 to 3 for differences, 4 to 7 for coefficients
    std::size_t restart_interval_ = 0;
    bool has_scan_ = false;
};

}  // namespace

Pixels check_jpeg_pixels(std::string_view bytes) {
    return ScanWalker(bytes).walk();
}

}  // namespace hornbook
