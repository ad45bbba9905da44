// What Moodle writes and means in GIFT: weights that are rounded, marks, questions left out, divisions.
#include <algorithm>
#include <cmath>

#include "catch.h"
#include "gift_reading.h"
#include "model/plain_text.h"

namespace hornbook {
namespace {

double sum_of_right(const Select& select) {
    double sum = 0;
    auto rights = std::count_if(select.choices.begin(), select.choices.end(), [](const Choice& choice) { return choice.right; });
    for (const Choice& choice : select.choices) {
        sum += choice.right ? choice.credit.value_or(1.0 / static_cast<double>(rights)) : 0;
    }
    return sum;
}

}  // namespace

TEST_CASE("rounded weights of right choices that are plainly meant to be the whole make it") {
    for (std::string rights : {"~%33%a ~%33%b ~%33%c", "~%33.3%a ~%33.3%b ~%33.3%c", "~%66%a ~%33%b", "~%66.6%a ~%16.6%b ~%16.6%c",
                               "~%17%a ~%17%b ~%17%c ~%17%d ~%17%e ~%17%f", "~%14%a ~%14%b ~%14%c ~%14%d ~%14%e ~%14%f ~%14%g",
                               "~%12%a ~%12%b ~%12%c ~%12%d ~%12%e ~%12%f ~%12%g ~%12%h", "~%14.28571%a ~%28.57143%b ~%57.14286%c"}) {
        GiftReading reading("Which? {" + rights + " ~wrong ~%-33%worse}");
        Select select = select_of(reading.gift());
        INFO(rights);
        CHECK(std::abs(sum_of_right(select) - 1) < 0.00001);
        CHECK(choice_named(select, "wrong").credit == 0);
        CHECK(reading.seen().empty());
    }
    GiftReading alike("Which? {~%33%a ~%33%b ~%33%c ~%-33%worse ~wrong}");
    Select select = select_of(alike.gift());
    CHECK(choice_named(select, "a").credit == 0.3333333);
    CHECK(choice_named(select, "worse").credit == -0.3333333);
    GiftReading other("Which? {~%33%a ~%67%b ~%-33%worse ~wrong}");
    CHECK(choice_named(select_of(other.gift()), "a").credit == 0.33);
    GiftReading one("Which? {=a ~%33%nearly}");
    CHECK(choice_named(select_of(one.gift()), "nearly").credit == 0.33);
    GiftReading boxes("## Which?\n- [x] a {33%}\n- [x] b {33%}\n- [x] c {33%}\n- [ ] d\n");
    CHECK(std::abs(sum_of_right(select_of(boxes.quiz())) - 1) < 0.00001);
    CHECK(boxes.seen().empty());
    GiftReading less("Which? {~%40%a ~%40%b ~c}");
    less.gift();
    CHECK(less.seen() == "bad-weight 1:1\n");

    GiftReading spaced("## Which?\n- [x] a {75 %}\n- [x] b {25\u00A0%}\n- [ ] c\n");  // as German and French write it
    Quiz in_parts = spaced.quiz();
    CHECK(select_of(in_parts).choices.at(0).credit == 0.75);
    CHECK(plain_text(select_of(in_parts).choices.at(1).text) == "b");
}

TEST_CASE("each question of GIFT counts one mark, as in Moodle") {
    GiftReading reading("Match. {=a -> 1 =b -> 2 =c -> 3}\n\nIs it? {T}");
    Quiz quiz = reading.gift();
    CHECK(quiz.questions.at(0).marks_set == 1);
    CHECK_FALSE(quiz.questions.at(1).marks_set);
}

TEST_CASE("a question that Moodle leaves out of its GIFT is named, and leaves its id to no other") {
    GiftReading reading(
        "// question: 0  name: Switch category to $course$/top\n\n// question: 7  name: Two gaps\n// [id:gaps]\n\n\n"
        "// question: 8  name: Rain\n::Rain::Is it wet? {T}\n\n// question: 9  name: Last\n// [id:last]\n");
    Quiz quiz = reading.gift();
    CHECK(quiz.questions.size() == 1);
    CHECK(quiz.questions.at(0).name == "");
    CHECK(reading.seen() == "not-kept 3:1\nnot-kept 10:1\n");
}

TEST_CASE("a title of GIFT may end with a colon") {
    GiftReading order("::Put in order:::[html]<p>Order these:</p>{>2 ALL VERTICAL LONGEST_ORDERED_SUBSET SHOW none\none\ntwo\n}");
    CHECK(plain_text(order.gift().questions.at(0).text) == "Order these:");
}

TEST_CASE("what stands within a division of GIFT is words") {
    GiftReading plain("[html]<div>What is <b>wet</b>?</div>{=<div>rain</div> ~<div><p>sand</p></div>#<div>No.</div>}");
    Quiz quiz = plain.gift();
    CHECK(plain_text(quiz.questions.at(0).text) == "What is wet?");
    CHECK(quiz.questions.at(0).body.empty());
    CHECK(choice_named(select_of(quiz), "rain").right);
    CHECK(plain.seen().empty());
    GiftReading french(R"([html]<div lang\="fr"><div><p>Un mot</p><ul><li>a</li></ul></div></div>{T})");
    Question question = french.gift().questions.at(0);
    CHECK(plain_text(question.text) == "Un mot");
    CHECK(std::get<Styled>(question.text.at(0).kind).language == "fr");
    CHECK(std::get<Division>(question.body.at(0).kind).language == "fr");
    CHECK(plain_text(question.body) == "a");
}

TEST_CASE("a text of GIFT in the book's own language does not say so") {
    std::string said =
        "[html]<span lang\\=\"ar\" dir\\=\"rtl\">ماء</span> {=<span lang\\=\"ar\" dir\\=\"rtl\">نعم</span>#<div lang\\=\"ar\" "
        "dir\\=\"rtl\"><p>جيد</p><p>حسن</p></div> ~<span lang\\=\"en\">no <span lang\\=\"ar\">لا</span></span>}";
    GiftReading reading(said, "ar");
    Quiz quiz = reading.gift();
    CHECK(std::holds_alternative<Text>(quiz.questions.at(0).text.front().kind));
    const Choice& right = choice_named(select_of(quiz), "نعم");
    CHECK(std::holds_alternative<Text>(right.text.front().kind));
    CHECK(right.feedback.size() == 2);
    const Choice& other = choice_named(select_of(quiz), "no لا");  // in another language, with words that are again in this one
    const auto& english = std::get<Styled>(other.text.front().kind);
    CHECK(english.language == "en");
    CHECK(std::get<Styled>(english.children.back().kind).language == "ar");
    GiftReading elsewhere(said, "en");
    CHECK(std::get<Styled>(elsewhere.gift().questions.at(0).text.front().kind).language == "ar");
}

}  // namespace hornbook
