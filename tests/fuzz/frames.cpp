// Codes that a camera read, one on each line -> results. The sum of a set is put right, since chance would never find it.
#include "results/frames.h"

#include <libdeflate.h>

#include <cstdio>

#include "base/text.h"
#include "harness.h"

namespace {

using namespace hornbook;

// The text as a set of one frame.
std::string with_right_sum(std::string_view text) {
    char sum[9];
    std::snprintf(sum, sizeof sum, "%08X", libdeflate_crc32(0, text.data(), text.size()));
    std::string body;
    constexpr std::string_view signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    // One stored block (RFC 1951, 3.2.4).
    auto size = static_cast<unsigned>(text.size());
    std::string bytes = {'\1', static_cast<char>(size & 255U), static_cast<char>(size >> 8U), static_cast<char>(~size & 255U),
                         static_cast<char>(~size >> 8U & 255U)};
    bytes += text;
    for (std::size_t at = 0; at < bytes.size(); at += 2) {
        bool is_pair = at + 1 < bytes.size();
        unsigned value = static_cast<unsigned char>(bytes[at]);
        value = is_pair ? value * 256 + static_cast<unsigned char>(bytes[at + 1]) : value;
        body += {signs[value % 45], signs[value / 45 % 45]};
        body += is_pair ? std::string(1, signs[value / 2025]) : "";
    }
    return "HB1/1/1/" + std::string(sum) + "/37/" + body;
}

}  // namespace

void hornbook::fuzz(std::string_view bytes) {
    std::vector<FoundCode> codes = codes_in_text("a.txt", bytes);
    if (bytes.starts_with('{') && bytes.size() < 60'000) {
        codes.push_back({"a.txt", with_right_sum(bytes)});
    }
    FramesReading reading = read_frames(codes);
    for (const Remark& remark : reading.remarks) {
        promise(is_valid_utf8(shown(remark)), "remark", "it is no text", bytes);
    }
}
