// Remark: what a teacher must know about a file that was handed in; results are not the book, so these are no diagnostics of its author.
#pragma once

#include <string>
#include <vector>

namespace hornbook {

enum class Weight { refusal, note };  // refusal: the file or the line does not count

struct Remark {
    Weight weight = Weight::note;
    std::string file;      // empty: it is said of all files
    std::size_t line = 0;  // 0: the whole file
    std::string text;      // in lower case, without a full stop; `it` is the file
};

using Remarks = std::vector<Remark>;

std::string shown(const Remark& remark);  // "FILE:LINE: not taken: TEXT"

// One line for each remark; where more than three files have the same said of them, one line names them all.
struct RemarkLine {
    std::string text;
    std::vector<std::string> files;  // empty: it stands in the text
};
std::vector<RemarkLine> lines_of(const Remarks& remarks);
std::vector<std::string> shown(const Remarks& remarks);  // the same with all names: "4 files: not taken: TEXT: FILE, FILE, …"

}  // namespace hornbook
