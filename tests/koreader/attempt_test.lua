-- Attempts at a quiz, and what is kept of them.
local Attempt = require("hornbook_attempt")
local Store = require("hornbook_store")
local books = require("books")
local check = require("check")
local feedback = require("hornbook_feedback")
local model = require("hornbook_model")
local pupils = require("hornbook_pupils")
local values = require("hornbook_values")

local test = check.test

-- ---- attempts ----

local function open(data, number)
    local book = model.read_quizzes(data)
    local quiz = book.quizzes[number]
    local kept = Attempt.fresh(quiz, 1)
    return Attempt.open(book, quiz, kept), kept, book
end

test("no answer is picked beforehand, and none can be checked", function()
    local attempt = open(books.small(), 1)
    check.equal(attempt:answer(), nil)
    check.that(not attempt:is_answered())
    check.equal(attempt:check(), nil)
end)

test("a checked answer stays", function()
    local attempt = open(books.small(), 1)
    attempt:set_answer("quiz-one-a--a")
    attempt:set_answer("quiz-one-a--b")
    check.equal(attempt:check().verdict, "right")
    check.that(not attempt:set_answer("quiz-one-a--a"))
    check.equal(attempt:answer(), "quiz-one-a--b")
end)

test("a number is read by the language of its chapter", function()
    local data = books.small()
    data.quizzes[2].language = "de"
    for _, question in ipairs(data.quizzes[2].questions) do
        if question.id == "quiz-two-f" then
            question.blanks = {{accepted = {{text = "3,4..3,6", low = 3.4, high = 3.6}}}}
        end
    end
    local attempt = open(data, 2)
    attempt:go_to_question("quiz-two-f")
    attempt:set_answer({"3,5"})
    check.equal(attempt:check().verdict, "right")
    local again = open(data, 2)
    again:go_to_question("quiz-two-f")
    again:set_answer({"4"})
    check.equal(again:check().verdict, "wrong")
    check.contains(table.concat(feedback.checked_page(again), "\n"), "3,4–3,6")
end)

test("the score counts what a person does not mark", function()
    local attempt, kept = open(books.small(), 2)
    attempt:go_to_question("quiz-two-f")
    attempt:set_answer({"1938"})
    attempt:check()
    attempt:go_to_question("quiz-two-w")
    attempt:set_answer("Because.")
    attempt:check()
    local summary = attempt:summary()
    check.equal({summary.score, summary.of, summary.by_hand, summary.open, summary.unmarked}, {1, 5, 8, 2, 1})
    attempt:finish()
    check.that(kept.finished)
    check.equal(kept.score, 1)
end)

test("finishing checks what was answered", function()
    local attempt = open(books.small(), 1)
    attempt:set_answer("quiz-one-a--a")
    attempt:finish()
    check.equal(attempt:summary().wrong, 1)
    check.equal(attempt:summary().wrong_ids, {["quiz-one-a"] = true})
end)

test("a hint is noted, and is no answer", function()
    local attempt, kept = open(books.small(), 1)
    attempt:note_hint()
    check.that(not attempt:is_answered())
    attempt:set_answer("quiz-one-a--b")
    check.that(kept.answers["quiz-one-a"].hint)
end)

test("time counts, but not a long pause nor a clock that jumps", function()
    local now = 1000
    local book = model.read_quizzes(books.small())
    local kept = Attempt.fresh(book.quizzes[2], 1)
    local attempt = Attempt.open(book, book.quizzes[2], kept, function() return now end)
    now = 1030
    attempt:go_to(2)
    now = 900000
    attempt:go_to(3)
    now = 5
    attempt:go_to(1)
    check.equal(kept.seconds, 630)
end)

test("a new edition of the book: answers stay by the ids of their questions", function()
    local _, kept = open(books.small(), 2)
    local data = books.small()
    local book = model.read_quizzes(data)
    local attempt = Attempt.open(book, book.quizzes[2], kept)
    attempt:go_to_question("quiz-two-o")
    attempt:set_answer({"quiz-two-o--1", "quiz-two-o--2"})
    attempt:go_to_question("quiz-two-f")
    attempt:set_answer({"1938"})
    attempt:check()
    local questions = data.quizzes[2].questions
    table.remove(questions, 1)                                   -- match is gone
    questions[1].items[1].id = "quiz-two-o--9"                   -- an item was reworded
    questions[#questions + 1] = books.small().quizzes[1].questions[1]
    local newer = model.read_quizzes(data)
    local again = Attempt.open(newer, newer.quizzes[2], kept)
    check.equal(again:count(), 4)
    check.equal(kept.answers["quiz-two-o"], nil, "the unchecked answer that fits no more")
    check.equal(kept.answers["quiz-two-f"].verdict, "right")
    check.equal(again:question().id, "quiz-two-f")
    check.equal(again:summary().of, 4)
end)

-- ---- what is kept ----

test("pupils are numbers or nicknames", function()
    check.equal(pupils.read(" 07 "), 7)
    check.equal(pupils.read("41"), nil)
    check.equal(pupils.read("0"), nil)
    check.equal(pupils.read(" Fox "), "Fox")
    check.equal(pupils.read("Лиса"), "Лиса")
    check.equal(pupils.read(""), nil)
    check.equal(pupils.read("--"), nil)
    check.equal(pupils.read("a\nb"), nil)
    check.equal(pupils.read(("x"):rep(21)), nil)
    check.equal(pupils.read("F\226\128\143o\226\128\174x\226\128\168\194\133"), "Fox")  -- U+200F, U+202E, U+2028, U+0085
    check.equal(pupils.read("\226\128\14307"), 7)
    check.equal(pupils.read("\226\128\143\226\128\141"), nil)
    check.equal(pupils.read("می\226\128\140شود"), "می\226\128\140شود")
    check.equal(pupils.read("🦊"), "🦊")
    check.equal(pupils.key("FOX"), pupils.key("fox"))
    check.that(pupils.key("7th") ~= pupils.key(7))
    check.that(pupils.key("../up"):match("^[a-z0-9-]+$"))
end)

test("attempts go on after a flat battery, and readers are apart", function()
    local disk = books.disk()
    local store = Store.open(disk)
    local book = model.read_quizzes(books.small())
    store:choose_pupil(7)
    local attempt = Attempt.open(book, book.quizzes[1], store:begin(book, book.quizzes[1], "2026-11-24"))
    attempt:set_answer("quiz-one-a--b")
    store:note_place(book, book.quizzes[1])
    store:save()

    local later = Store.open(disk.restart())  -- nothing but what the disk holds
    check.equal(later:pupil(), 7)
    check.equal(later:quiz_to_continue(book).id, "quiz-one")
    check.equal(later:progress(book, book.quizzes[1]).answered, 1)
    later:choose_pupil("Fox")
    check.equal(later:progress(book, book.quizzes[1]).answered, 0)
    check.equal(later:quiz_to_continue(book), nil)
    check.equal(later:data().books[book.book].editions, {}, "looking leaves no trace")
    check.equal(#later:everybody(), 2)
end)

test("best and first, and a retry that counts for neither", function()
    local store = Store.open(books.disk())
    local book = model.read_quizzes(books.small())
    local quiz = book.quizzes[1]
    for _, choice in ipairs({"a", "b", "a"}) do
        local attempt = Attempt.open(book, quiz, store:begin(book, quiz))
        attempt:set_answer("quiz-one-a--" .. choice)
        attempt:finish()
    end
    local retry = Attempt.open(book, quiz, store:begin(book, quiz, nil, {["quiz-one-a"] = true}))
    retry:finish()
    local progress = store:progress(book, quiz)
    check.equal({progress.attempts, progress.first.score, progress.best.score}, {3, 0, 1})
    check.equal(store:open_attempt(book, quiz), nil)
end)

test("delete mine, delete all", function()
    local disk = books.disk()
    local store = Store.open(disk)
    local book = model.read_quizzes(books.small())
    for _, pupil in ipairs({7, "Fox"}) do
        store:choose_pupil(pupil)
        store:begin(book, book.quizzes[1])
        store:save()
    end
    store:delete_mine()
    check.equal(store:has_pupil(), false)
    check.equal(#store:everybody(), 1)
    check.equal(store:everybody()[1].pupil, 7)
    store:delete_all()
    check.equal(#store:everybody(), 0)
    check.equal(disk.names(), {"register"})
end)

test("what the disk holds is not trusted either", function()
    local book = model.read_quizzes(books.small())
    local path = {"editions", "student", "quizzes", "quiz-one"}
    for _, spoilt in ipairs({{}, {{{}, 1}}, {{{"editions"}, 7}}, {{path, 1}}, {{path, {attempts = {[3] = {answers = 1}}}}}}) do
        local disk = books.disk()
        local journal = disk.journal("pupil-07." .. values.checksum(book.book), {book = book.book, pupil = 7})
        journal.pending = spoilt
        journal:set({"title"}, "Small")
        journal:write_anew()
        journal:set({"title"}, "Other")
        for _, change in ipairs(spoilt) do
            table.insert(journal.pending, 1, change)
        end
        journal:keep()
        disk.restart()
        disk.save("register", {pupils = 3, settings = "x", current = {}})
        disk.restart()
        local store = Store.open(disk)
        store:choose_pupil(7)
        check.equal(store:progress(book, book.quizzes[1]).attempts, 0)
        check.equal(store:open_attempt(book, book.quizzes[1]), nil)
    end
end)

test("a test is recorded without marks and sealed once handed in", function()
    local store = Store.open(books.disk())
    local book = model.read_quizzes(books.small("test"))
    local quiz = book.quizzes[2]
    check.that(not book.graded)
    store:choose_pupil(12)
    local kept = store:begin(book, quiz)
    local attempt = Attempt.open(book, quiz, kept)
    attempt:go_to_question("quiz-two-f")
    attempt:set_answer({"1937"})
    check.equal(attempt:check(), nil)
    attempt:set_answer({"1938"})
    attempt:finish()
    check.that(kept.sealed)
    check.that(not attempt:set_answer({"1939"}))
    check.equal(kept.answers["quiz-two-f"], {kind = "fill", answer = {"1938"}})
    check.equal(store:open_attempt(book, quiz), kept)
    check.that(store:progress(book, quiz).sealed)
end)
