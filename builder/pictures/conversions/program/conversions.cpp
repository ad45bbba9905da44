#include "pictures/conversions/program/conversions.h"

#include <vips/vips.h>

#include <memory>
#include <string_view>

namespace hornbook {
namespace {

struct Unref {
    void operator()(VipsImage* image) const {
        g_object_unref(image);
    }
};
using ImagePointer = std::unique_ptr<VipsImage, Unref>;

// The first line of libvips' error.
std::string vips_reason() {
    std::string text = vips_error_buffer();
    return text.empty() ? "decoding it failed" : text.substr(0, text.find('\n'));
}

Answer refused(std::string problem = vips_reason()) {
    return {.problem = std::move(problem)};
}

// Calls a libvips operation from image to image.
template <typename Operation>
bool change(ImagePointer& image, Operation operation) {
    VipsImage* out = nullptr;
    if (operation(image.get(), &out) != 0) {
        return false;
    }
    image.reset(out);
    return true;
}

enum class Kind { exact, photograph, moving };

struct Source {
    double pixels = 0;
    int width = 0;
    int height = 0;  // of one frame
    Kind kind = Kind::exact;
    bool has_profile = false;
    std::string options = "fail_on=error";  // for the loader
};

// Whether the reason is only padding: some cameras write a few bytes more than there are pixels, which libjpeg calls corrupt.
bool is_only_padding(std::string_view reason) {
    std::size_t at = reason.find(" extraneous bytes before marker");
    if (at == std::string_view::npos) {
        return false;
    }
    std::size_t digits = reason.rfind(' ', at - 1) + 1;
    return at - digits == 1 || (at - digits == 2 && reason[digits] < '6');
}

// Whether a WebP is lossless: it has a chunk VP8L (WebP Container Specification).
bool is_lossless_webp(std::string_view bytes) {
    auto number = [&](std::size_t at) {
        std::size_t n = 0;
        for (std::size_t i = 4; i > 0; --i) {
            n = n << 8U | static_cast<unsigned char>(bytes[at + i - 1]);
        }
        return n;
    };
    for (std::size_t at = 12; at + 8 <= bytes.size(); at += 8 + number(at + 4) + number(at + 4) % 2) {
        if (bytes.substr(at, 4) == "VP8L") {
            return true;
        }
    }
    return false;
}

bool examine(const std::string& input, Source& source) {
    ImagePointer header(vips_image_new_from_buffer(input.data(), input.size(), "", nullptr));
    if (!header) {
        return false;
    }
    const char* loader = "";
    vips_image_get_string(header.get(), VIPS_META_LOADER, &loader);
    std::string_view name(loader);
    bool is_photograph = name.starts_with("jpeg") || name.starts_with("heif") || (name.starts_with("webp") && !is_lossless_webp(input));
    int frames = vips_image_get_n_pages(header.get());
    source.width = vips_image_get_width(header.get());
    source.height = vips_image_get_height(header.get());
    source.has_profile = vips_image_get_typeof(header.get(), VIPS_META_ICC_NAME) != 0;
    source.kind = is_photograph ? Kind::photograph : Kind::exact;
    if (frames > 1 && (name.starts_with("gif") || name.starts_with("webp"))) {
        source.kind = Kind::moving;
        source.options = "n=-1,fail_on=error";
    }
    source.pixels = static_cast<double>(source.width) * source.height * (source.kind == Kind::moving ? frames : 1);
    if (name.starts_with("jpeg")) {
        source.options = "fail_on=warning";  // libjpeg goes on after any damage, and only warns
    }
    return true;
}

// Drops an alpha channel that is opaque throughout; returns false on failure.
bool drop_needless_alpha(ImagePointer& image) {
    if (vips_image_hasalpha(image.get()) == 0) {
        return true;
    }
    ImagePointer whole(vips_image_copy_memory(image.get()));
    if (!whole) {
        return false;
    }
    image = std::move(whole);
    int bands = vips_image_get_bands(image.get());
    VipsImage* out = nullptr;
    double least = 0;
    if (vips_extract_band(image.get(), &out, bands - 1, nullptr) != 0) {
        return false;
    }
    ImagePointer alpha(out);
    if (vips_min(alpha.get(), &least, nullptr) != 0) {
        return false;
    }
    return least < 255 ||
           change(image, [&](VipsImage* in, VipsImage** made) { return vips_extract_band(in, made, 0, "n", bands - 1, nullptr); });
}

bool settle_colours(ImagePointer& image, bool grey) {
    VipsInterpretation space = grey || vips_image_get_bands(image.get()) < 3 ? VIPS_INTERPRETATION_B_W : VIPS_INTERPRETATION_sRGB;
    return change(image, [&](VipsImage* in, VipsImage** out) { return vips_colourspace(in, out, space, nullptr); }) &&
           change(image, [](VipsImage* in, VipsImage** out) { return vips_cast_uchar(in, out, nullptr); });
}

Answer saved(VipsImage* image, Kind kind) {
    void* bytes = nullptr;
    std::size_t size = 0;
    bool as_jpeg = kind == Kind::photograph && vips_image_hasalpha(image) == 0;
    int failed = kind == Kind::moving ? vips_gifsave_buffer(image, &bytes, &size, nullptr)
                 : as_jpeg            ? vips_jpegsave_buffer(image, &bytes, &size, "strip", TRUE, "Q", 90, "optimize_coding", TRUE, nullptr)
                                      : vips_pngsave_buffer(image, &bytes, &size, "strip", TRUE, "compression", 9, nullptr);
    if (failed != 0) {
        return refused();
    }
    Answer answer;
    answer.media_type = kind == Kind::moving ? "image/gif" : as_jpeg ? "image/jpeg" : "image/png";
    answer.width = vips_image_get_width(image);
    answer.height = kind == Kind::moving ? vips_image_get_page_height(image) : vips_image_get_height(image);
    answer.bytes.assign(static_cast<const char*>(bytes), size);
    g_free(bytes);
    return answer;
}

Answer converted(const std::string& input, const Source& source, const Wanted& wanted) {
    VipsImage* out = nullptr;
    if (vips_thumbnail_buffer(const_cast<char*>(input.data()), input.size(), &out, wanted.most_width, "height", VIPS_MAX_COORD, "size",
                              VIPS_SIZE_DOWN, "option_string", source.options.c_str(),
                              // pictures without a profile are sRGB already, and would be darkened
                              source.has_profile ? "export_profile" : nullptr, "srgb", nullptr) != 0) {
        return refused();
    }
    ImagePointer image(out);
    bool is_settled = settle_colours(image, wanted.grey) && (source.kind == Kind::moving || drop_needless_alpha(image));
    return is_settled ? saved(image.get(), source.kind) : refused();
}

template <typename Work>
Answer with_padding_allowed(Source source, Work work) {
    Answer answer = work(source);
    if (is_only_padding(answer.problem)) {
        vips_error_clear();
        source.options = "fail_on=error";
        answer = work(source);
    }
    return answer;
}

}  // namespace

Answer convert(const std::string& input, const Wanted& wanted) {
    Source source;
    if (!examine(input, source)) {
        return refused();
    }
    if (source.pixels > wanted.most_pixels) {
        return refused("it is too big: " + std::to_string(source.width) + " × " + std::to_string(source.height) + " pixels" +
                       (source.kind == Kind::moving ? " in each of its frames" : ""));
    }
    return with_padding_allowed(source, [&](const Source& each) { return converted(input, each, wanted); });
}

Answer raster(const std::string& svg, int width, int height, bool grey) {
    VipsImage* out = nullptr;
    if (vips_thumbnail_buffer(const_cast<char*>(svg.data()), svg.size(), &out, width, "height", height, "size", VIPS_SIZE_BOTH, nullptr) !=
        0) {
        return refused();
    }
    ImagePointer image(out);
    double white[] = {255, 255, 255};
    VipsArrayDouble* background = vips_array_double_new(white, 3);
    bool is_opaque =
        change(image, [&](VipsImage* in, VipsImage** made) { return vips_flatten(in, made, "background", background, nullptr); });
    vips_area_unref(VIPS_AREA(background));
    return is_opaque && settle_colours(image, grey) ? saved(image.get(), Kind::exact) : refused();
}

}  // namespace hornbook
