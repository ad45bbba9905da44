return {
    fullname = "Hornbook",
    description = "Quizzes and glossary cards of books made with Hornbook.",
}
