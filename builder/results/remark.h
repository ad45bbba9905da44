// Remark: what a teacher must know about a file that was handed in; results are not the book, so these are no diagnostics of its author.
#pragma once

#include <string>
#include <vector>

namespace hornbook {

enum class Weight { refusal, note };  // refusal: the file or the line does not count

struct Remark {
    Weight weight = Weight::note;
    std::string file;
    std::size_t line = 0;  // 0: the whole file
    std::string text;      // in lower case, without a full stop; `it` is the file
};

using Remarks = std::vector<Remark>;

std::string shown(const Remark& remark);  // "FILE:LINE: not taken: TEXT\n"

}  // namespace hornbook
