return {
    fullname = "Hornbook",
    description = "Quizzes and glossary cards of books made with Hornbook.",
    version = "0.1.0",  -- Hornbook's own, of CMakeLists.txt
}
