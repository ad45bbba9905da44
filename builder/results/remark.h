// Remark: a message for the teacher about a file that was handed in, as a diagnostic is one for the author about the book.
#pragma once

#include <string>
#include <vector>

namespace hornbook {

enum class Weight { refusal, note };  // refusal: the file or the line does not count

struct Remark {
    Weight weight = Weight::note;
    std::string file;      // empty: it is about all files
    std::size_t line = 0;  // 0: the whole file
    std::string text;      // in lower case, without a full stop; `it` is the file
};

using Remarks = std::vector<Remark>;

std::string shown(const Remark& remark);  // "FILE:LINE: not taken: TEXT"

// A line for a remark, or for the same remark about more than three files.
struct RemarkLine {
    std::string text;
    std::vector<std::string> files;  // empty: the text names the file
};
std::vector<RemarkLine> lines_of(const Remarks& remarks);
std::vector<std::string> shown(const Remarks& remarks);  // the same with all names: "4 files: not taken: TEXT: FILE, FILE, …"

}  // namespace hornbook
