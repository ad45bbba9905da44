// Test: the quizzes of a chapter as an assessmentTest of QTI 2.1, a section for each.
#pragma once

#include <string>
#include <vector>

#include "formats/qti/write_item.h"
#include "model/book.h"

namespace hornbook {

struct QtiTest {
    std::string identifier;
    std::string title;
    std::string language;
    std::string file;
    std::vector<QtiItem> items;  // of all its sections, in order
};

std::string qti_test_document(const QtiTest& test, const Chapter& chapter);

}  // namespace hornbook
