#include "model/marks.h"

#include <cmath>

namespace hornbook {

double rounded_marks(double marks) {
    return std::floor(marks * 100 + 0.5 + 1e-6) / 100;
}

bool has_two_decimals(double marks) {
    return std::fabs(rounded_marks(marks) - marks) < 1e-9;
}

std::string shown_marks(double marks) {
    auto hundredths = std::llround(rounded_marks(marks) * 100);
    std::string digits = std::to_string(hundredths / 100);
    if (hundredths % 100 != 0) {
        digits += "." + std::to_string(hundredths % 100 / 10) + (hundredths % 10 != 0 ? std::to_string(hundredths % 10) : "");
    }
    return digits;
}

}  // namespace hornbook
