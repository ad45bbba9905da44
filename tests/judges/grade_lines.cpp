// The builder's grader for tests/judges/graders.mjs: for each line of JSON one line of what it earns, or of how a language writes numbers.
#include <cstdio>
#include <iostream>

#include "base/number_style.h"
#include "grading/shared_cases.h"

namespace {

using namespace hornbook;

void answer(const nlohmann::json& row) {
    if (row.contains("style")) {
        NumberStyle style = number_style(row["style"].get<std::string>());
        std::printf("%c %s\n", style.decimal_mark, style.has_groups_of_two ? "2" : "3");
        return;
    }
    GivenAnswer given = given_from(row["answer"], row["question"]["kind"]);
    Grade earned = grade(question_from(row["question"]), given, row["language"].get<std::string>());
    std::printf("%.17g %s %s\n", earned.marks, std::string(word_for(earned.verdict)).c_str(), is_answered(given) ? "answered" : "blank");
}

}  // namespace

int main() {
    for (std::string line; std::getline(std::cin, line);) {
        answer(nlohmann::json::parse(line));
    }
}
