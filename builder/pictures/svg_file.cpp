#include "pictures/svg_file.h"

#include <libdeflate.h>

#include <memory>

#include "base/limits.h"
#include "base/memory.h"
#include "base/text.h"

namespace hornbook {
namespace {

// The bytes of a gzip file (RFC 1952), whose last four bytes are the size of its contents.
std::string unpacked(std::string_view bytes, std::string& problem) {
    std::size_t size = 0;
    for (std::size_t i = 1; i <= 4 && i <= bytes.size(); ++i) {
        size = size << 8U | static_cast<unsigned char>(bytes[bytes.size() - i]);
    }
    if (size > limits::unpacked_bytes) {
        problem = "it unpacks to more than " + std::to_string(limits::unpacked_bytes >> 20U) + " MB";
        return {};
    }
    std::string text(size, '\0');
    std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> unpacker(if_made(libdeflate_alloc_decompressor()),
                                                                                               &libdeflate_free_decompressor);
    if (libdeflate_gzip_decompress(unpacker.get(), bytes.data(), bytes.size(), text.data(), text.size(), nullptr) != LIBDEFLATE_SUCCESS) {
        problem = "what is packed in it is damaged";
        return {};
    }
    return text;
}

bool looks_like_xml(std::string_view text) {
    text.remove_prefix(text.starts_with("\xEF\xBB\xBF") ? 3 : 0);
    return trim(text.substr(0, 256)).starts_with('<');
}

}  // namespace

std::optional<std::string> svg_text(std::string_view bytes, std::string& problem) {
    std::string text = bytes.starts_with("\x1F\x8B") ? unpacked(bytes, problem) : is_utf16(bytes) ? from_utf16(bytes) : std::string(bytes);
    return problem.empty() && looks_like_xml(text) ? std::optional(std::move(text)) : std::nullopt;
}

}  // namespace hornbook
