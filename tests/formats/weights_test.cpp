#include "formats/weights.h"

#include "catch.h"
#include "formats/answers.h"
#include "formats/asked_blank.h"

namespace hornbook {

TEST_CASE("weights are those that Moodle knows, in its spelling") {
    CHECK(in_percent(nearest_weight(1)) == "100");
    CHECK(in_percent(nearest_weight(1.0 / 3)) == "33.33333");
    CHECK(in_percent(nearest_weight(0.33)) == "33.33333");
    CHECK(in_percent(nearest_weight(-1.0 / 7)) == "-14.28571");
    CHECK(in_percent(nearest_weight(0.125)) == "12.5");
    CHECK(in_percent(nearest_weight(-0.01)) == "0");
}

TEST_CASE("right choices make 100 together, however many there are") {
    for (std::size_t count = 1; count <= 26; ++count) {
        std::vector<std::pair<bool, std::optional<double>>> rows(count, {true, std::nullopt});
        rows.emplace_back(false, std::nullopt);
        Weights weights = moodle_weights(choices(true, rows));
        double sum = 0;
        for (double percent : weights.percent) {
            sum += percent > 0 ? percent : 0;
        }
        CAPTURE(count);
        CHECK(std::abs(sum - 100) < 0.001);
        CHECK(weights.exact == (count <= 10 || count == 20));
        CHECK(weights.percent.back() <= 0);
    }
}

TEST_CASE("the author's credits are kept where Moodle knows them, else the nearest that make the whole") {
    Weights kept = moodle_weights(choices(true, {{true, 0.75}, {true, 0.25}, {false, -1.0}, {false, 0.0}}));
    CHECK(kept.percent == std::vector<double>{75, 25, -100, 0});
    CHECK(kept.exact);
    Weights changed = moodle_weights(choices(true, {{true, 0.45}, {true, 0.55}, {false, 0.0}}));
    CHECK(changed.percent == std::vector<double>{50, 50, 0});
    CHECK_FALSE(changed.exact);
    Weights one = moodle_weights(choices(false, {{true, 1.0}, {false, 0.5}, {false, {}}}));
    CHECK(one.percent == std::vector<double>{100, 50, 0});
}

TEST_CASE("a weight that is only near is told where it gives other marks, to the hundredth") {
    Select third = choices(false, {{true, 1.0}, {false, 0.33}});
    CHECK(moodle_weights(third).exact);
    CHECK_FALSE(moodle_weights(third, 3).exact);
    CHECK(moodle_weights(choices(true, {{true, {}}, {true, {}}, {true, {}}, {false, {}}}), 100).exact);
    Diagnostics told;
    Losses losses("gift", told);
    tell_weights_of_answers(losses, asked({{word("rain"), word("snow", 0.5), word("hail", 0.45)}, {}}, "en"), 1);
    CHECK(told.all().size() == 1);
    CHECK(told.all().at(0).message == "`gift` has no weight of 45%, so `hail` has the nearest that Moodle knows, 50%");
}

}  // namespace hornbook
