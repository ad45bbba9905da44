#include "results/remark.h"

namespace hornbook {

std::string shown(const Remark& remark) {
    std::string place = remark.file + (remark.line > 0 ? ":" + std::to_string(remark.line) : "");
    return place + (remark.weight == Weight::refusal ? ": not taken: " : ": note: ") + remark.text + "\n";
}

}  // namespace hornbook
