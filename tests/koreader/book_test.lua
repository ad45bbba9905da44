-- Books as they were built: every question of them is played, rightly and wrongly, and the results are written where a judge holds them
-- against their schema.
local Attempt = require("hornbook_attempt")
local Store = require("hornbook_store")
local answers = require("answers")
local books = require("books")
local check = require("check")
local export = require("hornbook_export")
local files = require("files")
local frames = require("hornbook_frames")
local model = require("hornbook_model")
local place = require("hornbook_place")
local feedback = require("hornbook_feedback")
local prose = require("hornbook_prose")
local question_view = require("hornbook_question")

local test = check.test

local function read_book(folder)
    return assert(model.read_quizzes(assert(model.decode(files.read(folder .. "/EPUB/quiz.json"), files.decode))))
end

-- Answers every question with what `make` makes, and looks at each page that is shown on the way.
local function play(book, quiz, kept, make, expected)
    local attempt = Attempt.open(book, quiz, kept, os.time)
    for i = 1, attempt:count() do
        attempt:go_to(i)
        local question = attempt:question()
        check.contains(prose.plain(question_view.open_page(attempt)), question.text:match("^[^_]*"))
        check.that(#question_view.buttons(attempt) > 0)
        if attempt:set_answer(make(question)) and book.graded and attempt:is_answered() then
            local record = attempt:check()
            check.equal(record.verdict, question.kind == "write" and "unmarked" or expected, question.id)
            check.contains(prose.plain(feedback.checked_page(attempt)), feedback.verdict(record))
        end
        question_view.buttons(attempt)
    end
    attempt:finish()
    return attempt:summary()
end

-- The codes by which a camera takes documents, one a line.
local function codes_of(documents)
    local texts = {}
    for i, frame in ipairs(frames.of(documents)) do
        texts[i] = frame.text .. "\n"
    end
    return table.concat(texts)
end

-- folder: with the editions student/ and test/, and with results/.
local function play_all(folder)
    local student, exam = read_book(folder .. "/student"), read_book(folder .. "/test")
    local results = folder .. "/results"

    local function of_book(what)
        return student.title .. ": " .. what
    end

    test(of_book("nothing in the book is broken"), function()
        check.equal(student.broken, {})
        check.equal(#student.quizzes, #exam.quizzes)
        check.that(#student.quizzes > 0)
        local glossary = model.read_glossary(model.decode(files.read(folder .. "/student/EPUB/glossary.json"), files.decode))
        check.that(#glossary.entries > 0)
        check.equal(glossary.book, student.book)
    end)

    test(of_book("every place of the book has a pointer"), function()
        local spine = place.spine(files.read(folder .. "/student/EPUB/package.opf"))
        for _, quiz in ipairs(student.quizzes) do
            check.that(place.pointer(spine, quiz.href))
            for _, question in ipairs(quiz.questions) do
                check.that(place.pointer(spine, question.href))
                check.that(not question.see or place.pointer(spine, question.see))
            end
        end
    end)

    local disk = books.disk()
    local store = Store.open(disk)

    test(of_book("all answers right"), function()
        store:choose_pupil(7)
        for _, quiz in ipairs(student.quizzes) do
            local summary = play(student, quiz, store:begin(student, quiz, "2026-11-24"), answers.right, "right")
            check.equal(summary.score, summary.of, quiz.id)
            check.equal(summary.wrong + summary.partly + summary.open, 0)
            store:save()
        end
    end)

    test(of_book("all answers wrong"), function()
        store:choose_pupil("Fox")
        for _, quiz in ipairs(student.quizzes) do
            local summary = play(student, quiz, store:begin(student, quiz), answers.wrong, "wrong")
            check.equal(summary.score, 0, quiz.id)
            check.that(summary.of > 0)
            local retry = store:begin(student, quiz, nil, summary.wrong_ids)
            local again = play(student, quiz, retry, answers.right, "right")
            check.equal(again.count, summary.wrong)
            check.equal(again.score, again.of)
            store:save()
        end
    end)

    test(of_book("the test edition, answered by somebody who has the key"), function()
        store:choose_pupil(12)
        for i, quiz in ipairs(exam.quizzes) do
            local with_key = student.places[quiz.id].quiz
            local by_id = {}
            for _, question in ipairs(with_key.questions) do
                by_id[question.id] = question
            end
            local summary = play(exam, quiz, store:begin(exam, quiz), function(question)
                return answers[i % 2 == 0 and "right" or "wrong"](by_id[question.id])
            end)
            check.equal({summary.score, summary.of}, {0, 0})
            store:save()
        end
    end)

    -- An attempt in the middle, with a hint, on paper, partly answered; and one of nobody in particular.
    test(of_book("odds and ends"), function()
        store:choose_pupil(nil)
        local quiz = student.quizzes[1]
        local attempt = Attempt.open(student, quiz, store:begin(student, quiz))
        attempt:note_hint()
        for i = 1, attempt:count() do
            attempt:go_to(i)
            local question = attempt:question()
            if question.kind == "match" then
                question_view.pair(attempt, 1, question.lefts[1].right)
                check.equal(attempt:check().verdict, "partly")
            elseif question.kind == "arrange" then
                question_view.tap(attempt, question.items[2].id)
                question_view.tap(attempt, question.items[1].id)
                question_view.tap(attempt, question.items[2].id)
                check.equal(attempt:answer(), {question.items[1].id})
            elseif question.kind == "choose-all" then
                question_view.tap(attempt, question.choices[2].id)
                question_view.tap(attempt, question.choices[1].id)
                check.equal(attempt:answer(), {question.choices[1].id, question.choices[2].id})
            elseif question.kind == "write" then
                attempt:set_answer("", true)
                check.equal(attempt:check().verdict, "unmarked")
            elseif question.kind == "fill" then
                question_view.fill(attempt, 1, "  " .. answers.right(question)[1] .. " ")
                attempt:check()
            end
        end
        store:save()
    end)

    test(of_book("a test was left"), function()
        store:note_left("pupil-12", exam.book, {at = "2026-11-24 10:05", seconds = 61})
        store:note_left("pupil-12", exam.book, {})
    end)

    -- What is written comes from the disk alone.
    test(of_book("results are written"), function()
        local names, documents = {}, {}
        for _, data in ipairs(Store.open(disk.restart()):everybody()) do
            data.plugin = "0.1.0"
            for _, document in ipairs(export.documents(data)) do
                documents[#documents + 1] = document
            end
            for _, file in ipairs(export.files(data)) do
                check.that(file.name:match("^[a-z0-9.-]+$"), file.name)
                check.that(not names[file.name], file.name)
                names[file.name] = true
                files.write(results .. "/" .. file.name, file.content)
                if file.name:match("json$") then
                    check.equal(files.decode(file.content).schema, "hornbook-results")
                    check.that(not file.name:match("test") or not file.content:find('"verdict"', 1, true))
                else
                    check.contains(file.content, "\r\n")
                end
            end
        end
        -- One pupil's, and the others' together.
        files.write(results .. "/codes.txt", codes_of({documents[1]}) .. codes_of({unpack(documents, 2)}))
    end)

    test(of_book("everybody's results are there"), function()
        check.equal(#files.list(results, "json"), 4)
        check.equal(#files.list(results, "csv"), 4)
    end)
end

play_all(BOOK)
play_all(BUNDLED_BOOK)

for _, path in ipairs(OTHER_QUIZZES) do
    test(path, function()
        local book = assert(model.read_quizzes(assert(model.decode(files.read(path), files.decode))))
        check.equal(book.broken, {})
        for _, quiz in ipairs(book.quizzes) do
            local others = Store.open(books.disk())
            local summary = book.graded and play(book, quiz, others:begin(book, quiz), answers.right, "right")
            check.equal(summary and summary.score, summary and summary.of, path .. " " .. quiz.id)
        end
    end)
end
