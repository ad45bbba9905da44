// Weaving is bounded: each book here once took time by the square of its size.
#include <algorithm>

#include "catch.h"
#include "cpu_limit.h"
#include "model/book.h"
#include "model/mistakes.h"
#include "weaving/weave.h"

namespace hornbook {

TEST_CASE("links to ids that are nowhere are each told, and the nearest is looked for a bounded number of times") {
    constexpr std::size_t many = 60'000;
    Book book;
    book.metadata.language = "en";
    Chapter chapter;
    chapter.file = "01.md";
    for (std::size_t i = 0; i < many; ++i) {
        chapter.blocks.push_back({Heading{2, "", "", {{Text{"Rain of day " + std::to_string(i)}, {}}}}, {}});
        Link link{i == 0 ? "#rain-of-day-7x" : "#snow-of-" + std::to_string(i), "", {}, {{Text{"snow"}, {}}}};
        chapter.blocks.push_back({Paragraph{{{std::move(link), {0, static_cast<std::uint32_t>(i + 1), 1, 1}}}}, {}});
    }
    book.chapters.push_back(std::move(chapter));
    Diagnostics diagnostics;
    CpuLimit limit;
    weave(book, 1, diagnostics);
    CHECK(diagnostics.count(Severity::error) == many);
    CHECK(diagnostics.all().front().hint.starts_with("did you mean `#rain-of-day-7"));
}

}  // namespace hornbook
