#include <algorithm>
#include <utility>

#include "base/text.h"

namespace hornbook {
namespace {

// The distance of optimal string alignment: insertions, deletions, substitutions and swaps of neighbours, by bytes.
std::size_t edits(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1);
    std::vector<std::size_t> above(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        above[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], before[j - 2] + 1);
            }
        }
        before = std::exchange(above, std::exchange(row, before));
    }
    return above[b.size()];
}

}  // namespace

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
    std::string folded = fold_case(word.substr(0, 200));
    std::string_view best;
    std::size_t least = std::max<std::size_t>(1, folded.size() / 3) + 1;
    for (std::string_view candidate : candidates) {
        std::size_t longer = std::max(candidate.size(), folded.size());
        if (longer - std::min(candidate.size(), folded.size()) >= least) {
            continue;
        }
        std::size_t n = edits(folded, fold_case(candidate));
        if (n < least) {
            least = n;
            best = candidate;
        }
    }
    return best;
}

}  // namespace hornbook
