#include "reading/picture_width.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "base/number.h"
#include "base/text.h"

namespace hornbook {
namespace {

struct Unit {
    std::string_view name;
    double pixels;  // CSS Values 3, 6.2; letters are taken as 16 pixels high
};
constexpr std::array<Unit, 9> length_units = {
    {{"", 1}, {"px", 1}, {"in", 96}, {"cm", 96 / 2.54}, {"mm", 96 / 25.4}, {"pt", 96.0 / 72}, {"pc", 16}, {"em", 16}, {"rem", 16}}};
constexpr double most_pixels = 10000;

struct Length {
    double amount = 0;
    std::string_view unit;
};

std::optional<Length> length_of(std::string_view written) {
    written = trim(written);
    std::optional<LeadingNumber> number = leading_number(written);
    return number && number->value > 0 ? std::optional(Length{number->value, trim(written.substr(number->size))}) : std::nullopt;
}

std::optional<int> pixels_of(std::string_view written) {
    std::optional<Length> length = length_of(written);
    auto unit = std::find_if(length_units.begin(), length_units.end(), [&](const Unit& row) { return length && row.name == length->unit; });
    if (unit == length_units.end()) {
        return std::nullopt;
    }
    return static_cast<int>(std::lround(std::clamp(length->amount * unit->pixels, 1.0, most_pixels)));
}

}  // namespace

bool take_width(Image& image, std::string_view written) {
    constexpr double step = 5;
    std::optional<Length> length = length_of(written);
    if (length && length->unit == "%") {
        image.percent = static_cast<int>(std::lround(std::clamp(length->amount, step, 100.0) / step) * std::lround(step));
        return true;
    }
    std::optional<int> pixels = pixels_of(written);
    image.width = pixels.value_or(image.width);
    return pixels.has_value();
}

bool take_height(Image& image, std::string_view written) {
    std::optional<int> pixels = pixels_of(written);
    image.height = pixels.value_or(image.height);
    return pixels.has_value();
}

bool take_size_in_pixels(Image& image, std::string_view written) {
    constexpr std::size_t most_digits = 5;
    std::string_view width = written.substr(0, written.find('x'));
    std::string_view height = width.size() < written.size() ? written.substr(width.size() + 1) : std::string_view();
    auto is_number = [](std::string_view text) {
        return !text.empty() && text.size() <= most_digits && text.find_first_not_of("0123456789") == std::string_view::npos;
    };
    if (!is_number(width) || (width.size() < written.size() && !is_number(height))) {
        return false;
    }
    take_width(image, width);
    take_height(image, height);
    return true;
}

void take_width_in_alt(Image& image) {
    std::size_t bar = image.alt.rfind('|');
    if (bar != std::string::npos && take_size_in_pixels(image, trim(std::string_view(image.alt).substr(bar + 1)))) {
        image.alt = trim(std::string_view(image.alt).substr(0, bar));
    }
}

}  // namespace hornbook
