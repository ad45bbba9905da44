#include "results/frames.h"

#include <libdeflate.h>

#include <array>
#include <charconv>
#include <map>
#include <memory>
#include <optional>
#include <tuple>

#include "base/memory.h"
#include "base/text.h"
#include "results/read_results.h"

namespace hornbook {
namespace {

constexpr std::size_t most_frames = 9999;
constexpr std::size_t most_named = 8;  // of frames that are missing

constexpr std::string_view base45_signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

struct Frame {
    std::size_t index = 0;  // from 1
    std::size_t count = 0;
    std::string sum;
    std::string pupils;
    std::string body;
};

struct FrameSet {
    std::string file;                           // of the first of its frames that was read
    std::map<std::size_t, std::string> bodies;  // by index
    bool is_torn = false;                       // one frame was read in two ways
};

std::optional<std::size_t> frame_number(std::string_view digits) {
    std::size_t number = 0;
    auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    bool is_fine = error == std::errc{} && end == digits.data() + digits.size() && number >= 1 && number <= most_frames;
    return is_fine ? std::optional(number) : std::nullopt;
}

std::optional<std::string> from_hexadecimal(std::string_view digits) {
    std::string bytes;
    for (std::size_t at = 0; at < digits.size(); at += 2) {
        unsigned value = 0;
        std::string_view pair = digits.substr(at, 2);
        auto [end, error] = std::from_chars(pair.data(), pair.data() + pair.size(), value, 16);
        if (pair.size() != 2 || error != std::errc{} || end != pair.data() + 2) {
            return std::nullopt;
        }
        bytes += static_cast<char>(value);
    }
    return bytes;
}

// The bytes of base45 (RFC 9285): two bytes in three signs, a last one in two; none where it is damaged.
std::optional<std::string> from_base45(std::string_view text) {
    std::string bytes;
    for (std::size_t at = 0; at < text.size(); at += 3) {
        std::string_view group = text.substr(at, 3);
        std::size_t value = 0;
        for (std::size_t i = group.size(); i > 0; --i) {
            std::size_t digit = base45_signs.find(group[i - 1]);
            if (digit == std::string_view::npos) {
                return std::nullopt;
            }
            value = 45 * value + digit;
        }
        if (group.size() == 1 || value > (group.size() == 3 ? 0xFFFFU : 0xFFU)) {
            return std::nullopt;
        }
        if (group.size() == 3) {
            bytes += static_cast<char>(value >> 8U);
        }
        bytes += static_cast<char>(value & 0xFFU);
    }
    return bytes;
}

std::optional<Frame> frame_in(std::string_view text) {
    if (!text.starts_with(frame_mark)) {
        return std::nullopt;
    }
    text.remove_prefix(frame_mark.size());
    std::array<std::string_view, 4> fields;
    for (std::string_view& field : fields) {
        std::size_t end = text.find('/');
        if (end == std::string_view::npos) {
            return std::nullopt;
        }
        field = text.substr(0, end);
        text.remove_prefix(end + 1);
    }
    std::optional<std::size_t> index = frame_number(fields[0]);
    std::optional<std::size_t> count = frame_number(fields[1]);
    std::optional<std::string> sum = from_hexadecimal(fields[2]);
    std::optional<std::string> pupils = from_hexadecimal(fields[3]);
    if (!index || !count || *index > *count || !sum || sum->size() != 4 || !pupils || !is_valid_utf8(*pupils)) {
        return std::nullopt;
    }
    return Frame{*index, *count, std::move(*sum), std::move(*pupils), std::string(text)};
}

// The deflated text (RFC 1951); none where it is damaged or becomes larger than a file of results may be.
std::optional<std::string> unpacked_frames(std::string_view packed) {
    std::string text(results_file_bytes, '\0');
    std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> unpacker(if_made(libdeflate_alloc_decompressor()),
                                                                                               &libdeflate_free_decompressor);
    std::size_t size = 0;
    if (libdeflate_deflate_decompress(unpacker.get(), packed.data(), packed.size(), text.data(), text.size(), &size) !=
        LIBDEFLATE_SUCCESS) {
        return std::nullopt;
    }
    text.resize(size);
    return text;
}

bool has_sum(std::string_view text, std::string_view sum) {
    std::uint32_t expected = 0;
    for (char byte : sum) {
        expected = expected << 8U | static_cast<unsigned char>(byte);
    }
    return libdeflate_crc32(0, text.data(), text.size()) == expected;
}

std::string whose(const std::string& pupils) {
    return pupils == "?" ? "a reader who gave no number" : (pupils.find(',') == std::string::npos ? "pupil " : "pupils ") + pupils;
}

std::string missing_in_words(const std::vector<std::size_t>& missing, std::size_t count, const std::string& pupils) {
    std::vector<std::string> named;
    for (std::size_t i = 0; i < missing.size() && i < most_named; ++i) {
        named.push_back(std::to_string(missing[i]));
    }
    bool is_one = missing.size() == 1;
    std::string more = missing.size() > most_named ? " and " + std::to_string(missing.size() - most_named) + " more" : "";
    return (is_one ? "picture " : "pictures ") + join(named, ", ") + more + " of " + std::to_string(count) + " of " + whose(pupils) +
           (is_one ? " is missing: show it again and photograph it" : " are missing: show them again and photograph them") +
           (is_one ? "; without it the others do not count" : "; without them the others do not count");
}

using SetKey = std::tuple<std::string, std::size_t, std::string>;  // sum, count, pupils

class FramesReader {
public:
    FramesReading read(const std::vector<FoundCode>& codes) {
        for (const FoundCode& code : codes) {
            add(code);
        }
        for (const SetKey& key : order_) {
            finish(key, sets_[key]);
        }
        return std::move(reading_);
    }

private:
    void refuse(const std::string& file, const std::string& text) {
        reading_.remarks.push_back({Weight::refusal, file, 0, text});
    }

    void add(const FoundCode& code) {
        std::optional<Frame> frame = frame_in(code.text);
        if (!frame) {
            return refuse(code.file, "the code in it is not one of this plugin's; a newer Hornbook may read it");
        }
        SetKey key{frame->sum, frame->count, frame->pupils};
        auto [set, is_new] = sets_.try_emplace(key, FrameSet{code.file, {}, false});
        if (is_new) {
            order_.push_back(key);
        }
        auto [known, is_first] = set->second.bodies.emplace(frame->index, frame->body);
        set->second.is_torn = set->second.is_torn || (!is_first && known->second != frame->body);
    }

    void finish(const SetKey& key, const FrameSet& set) {
        const auto& [sum, count, pupils] = key;
        std::vector<std::size_t> missing;
        std::string body;
        for (std::size_t index = 1; index <= count; ++index) {
            auto found = set.bodies.find(index);
            if (found == set.bodies.end()) {
                missing.push_back(index);
            } else {
                body += found->second;
            }
        }
        if (!missing.empty()) {
            return refuse(set.file, missing_in_words(missing, count, pupils));
        }
        std::optional<std::string> packed = from_base45(body);
        std::optional<std::string> text = packed ? unpacked_frames(*packed) : std::nullopt;
        if (set.is_torn || !text || !has_sum(*text, sum)) {
            return refuse(set.file, "the codes of " + whose(pupils) + " do not fit together: show them again and photograph them anew");
        }
        for (std::string_view document : split(*text, '\n')) {
            if (!document.empty()) {
                add_document(set.file, document);
            }
        }
    }

    void add_document(const std::string& file, std::string_view document) {
        ResultsReading reading = read_results_json(file, std::string(document));
        if (reading.refusal.empty()) {
            reading.refusal = fault_in_sums(reading.results);
        }
        if (!reading.refusal.empty()) {
            return refuse(file, "what its code holds does not count: " + reading.refusal);
        }
        reading_.results.push_back(std::move(reading.results));
    }

    std::map<SetKey, FrameSet> sets_;
    std::vector<SetKey> order_;  // as they were found
    FramesReading reading_;
};

}  // namespace

FramesReading read_frames(const std::vector<FoundCode>& codes) {
    return FramesReader().read(codes);
}

std::vector<FoundCode> codes_in_text(const std::string& file, std::string_view text) {
    std::vector<FoundCode> codes;
    for (std::string_view line : split(text, '\n')) {
        line.remove_suffix(line.ends_with('\r') ? 1 : 0);
        if (line.starts_with(frame_mark)) {
            codes.push_back({file, std::string(line)});
        }
    }
    return codes;
}

}  // namespace hornbook
