// Quizzes as XHTML that needs no script: every choice leads to its feedback by a link. What an edition shows in its place is decided here.
#pragma once

#include "rendering/xhtml.h"

namespace hornbook {

void render_quiz(XmlWriter& xml, const Quiz& quiz, const Page& page);

// Writes the part of the student edition's answers page that belongs to one question.
// Whether the answers page has anything about the question; an essay may have neither key nor feedback.
bool has_answer(const Question& question);
void render_answers(XmlWriter& xml, const Question& question, std::size_t number, const Page& page);

// Writes what is right in words: choices, accepted answers, pairs, order, model answer.
void render_key(XmlWriter& xml, const Question& question, const Page& page);

// Writes the feedback of one choice: a verdict, then the author's words.
void render_feedback(XmlWriter& xml, const Choice& choice, const Page& page);

std::string letter(std::size_t index);                                     // A, B, … Z, AA, AB, … as lists of HTML have it
const std::string& instruction(const Answer& answer, const Words& words);  // "Choose one."
// The marks as the book's language writes numbers, since its words are beside them: "1,5" in German.
std::string marks_in_digits(double marks, const Book& book);
std::string marks_in_words(double marks, const Book& book);
std::string credit_in_words(double credit, const Book& book);
// " (50% of the marks)" for a credit that is neither all nor nothing; else empty.
std::string credit_in_brackets(const std::optional<double>& credit, const Book& book);
// The indices of the choices that earn marks: the right ones, then those that earn a part of what these do.
std::vector<std::size_t> choices_with_marks(const Select& select);
std::string feedback_id(const std::string& choice);
std::string answer_id(const Question& question);
std::string hint_id(const Question& question);

}  // namespace hornbook
