#include "studio/import_bank.h"

#include <algorithm>

#include "base/text.h"
#include "base/trouble.h"
#include "building/build.h"
#include "grading/spellings.h"
#include "importing/give_ids.h"
#include "importing/markdown.h"
#include "importing/package.h"
#include "model/mistakes.h"

namespace hornbook {
namespace {

// The beginning of a path, a number where that name is taken by something else, and the ending. bytes: those of a file that may stay.
std::string free_path(const Session& session, const std::string& beginning, const std::string& ending, const std::string& bytes) {
    std::string path = beginning + ending;
    for (int n = 2;; ++n) {
        std::optional<std::string> there = saved_bytes(session, path);
        if (!there || *there == bytes) {
            return path;
        }
        path = beginning + "-" + std::to_string(n) + ending;
    }
}

std::string stem_of(std::string_view name) {
    name.remove_prefix(std::min(name.rfind('/') + 1, name.size()));
    return std::string(name.substr(0, name.rfind('.')));
}

std::string title_of_bank(const std::string& name) {
    std::string title = stem_of(name);
    std::replace_if(
        title.begin(), title.end(), [](char c) { return c == '_' || c == '-'; }, ' ');
    return title;
}

std::string without_quiz(const std::string& id) {
    constexpr std::string_view prefix = "quiz-";
    return id.starts_with(prefix) ? id.substr(prefix.size()) : id;
}

TakenIds ids_in(const Book& book, const std::string& slug) {
    TakenIds taken{slug, {}};
    for (const Chapter& chapter : book.chapters) {
        for (const Quiz& quiz : chapter.quizzes) {
            taken.ids.insert(without_quiz(quiz.id));
            for (const Question& question : quiz.questions) {
                taken.ids.insert(without_quiz(question.id));
            }
        }
    }
    return taken;
}

std::string write_new(Session& session, const std::string& path, const std::string& bytes) {
    if (saved_bytes(session, path) != bytes && write_of_book(session, path, bytes, std::nullopt)) {
        throw Trouble("`" + path + "` came to be there meanwhile; try again");
    }
    return path;
}

}  // namespace

Imported import_bank(Session& session, const std::string& name, std::string bytes) {
    WovenBook woven = read_woven_book(
        {.folder = session.folder, .jobs = session.jobs, .open = open_book(session), .whole = true, .picture_bytes = false});
    const Book& book = woven.book;
    std::string language = book.metadata.language.empty() ? "en" : book.metadata.language;
    const Words words = book.metadata.language.empty() ? words_for("en") : book.words;
    std::string title = title_of_bank(name);
    Imported imported;
    std::optional<Bank> bank =
        read_bank_or_package({name, std::move(bytes), "", title, language, words, {}, [](const std::string&) { return std::nullopt; }},
                             imported.sources, imported.diagnostics);
    if (bank && bank->chapter.quizzes.empty() && !imported.diagnostics.has_errors()) {
        throw Trouble("there is no question in `" + name + "`");
    }
    if (bank && !bank->chapter.quizzes.empty()) {
        std::string slug = ascii_slug(stem_of(name), "");
        slug += slug.empty() || slug == "glossary" ? "questions" : "";
        std::string path = free_path(session, "chapters/" + slug, ".md", "");
        give_ids(bank->chapter, ids_in(book, stem_of(path)));
        for (Quiz& quiz : bank->chapter.quizzes) {
            for (Question& question : quiz.questions) {
                merge_spellings(question, language);
            }
        }
        std::vector<std::string> addresses;
        for (const BankPicture& picture : bank->pictures) {
            std::size_t dot = std::min(picture.name.rfind('.'), picture.name.size());
            std::string file = free_path(session, "images/" + picture.name.substr(0, dot), picture.name.substr(dot), picture.bytes);
            imported.files.push_back(write_new(session, file, picture.bytes));
            addresses.push_back("../" + file);
        }
        MarkdownText markdown = markdown_of_chapter({bank->chapter, nullptr, addresses});
        for (MarkdownLoss& row : markdown.losses) {
            imported.diagnostics.add(Mistake::not_kept, row.place, std::move(row.message), std::move(row.hint));
        }
        imported.files.insert(imported.files.begin(), write_new(session, path, markdown.text));
    }
    imported.diagnostics.sort();
    return imported;
}

}  // namespace hornbook
