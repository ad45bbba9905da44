#include "results/remark.h"

#include <map>
#include <set>

#include "base/terminal.h"
#include "base/text.h"

namespace hornbook {
namespace {

constexpr std::size_t most_named_alone = 3;

std::string weight_in_words(Weight weight) {
    return weight == Weight::refusal ? "not taken: " : "note: ";
}

}  // namespace

std::string shown(const Remark& remark) {
    std::string place = remark.file + (remark.line > 0 ? ":" + std::to_string(remark.line) : "");
    return harmless(place + (place.empty() ? "" : ": ") + weight_in_words(remark.weight) + remark.text);
}

std::vector<RemarkLine> lines_of(const Remarks& remarks) {
    std::map<std::pair<Weight, std::string>, std::vector<std::string>> files;  // by what is said of them
    for (const Remark& remark : remarks) {
        if (remark.line == 0) {
            files[{remark.weight, remark.text}].push_back(harmless(remark.file));
        }
    }
    std::vector<RemarkLine> lines;
    std::set<std::pair<Weight, std::string>> told;
    for (const Remark& remark : remarks) {
        const std::vector<std::string>& same = files[{remark.weight, remark.text}];
        if (remark.line > 0 || same.size() <= most_named_alone) {
            lines.push_back({shown(remark), {}});
        } else if (told.insert({remark.weight, remark.text}).second) {
            lines.push_back({std::to_string(same.size()) + " files: " + weight_in_words(remark.weight) + harmless(remark.text), same});
        }
    }
    return lines;
}

std::vector<std::string> shown(const Remarks& remarks) {
    std::vector<std::string> lines;
    for (const RemarkLine& line : lines_of(remarks)) {
        lines.push_back(line.text + (line.files.empty() ? "" : ": " + join(line.files, ", ")));
    }
    return lines;
}

}  // namespace hornbook
