-- The review queue without widgets: days, what comes in, what is due, in which order.
local books = require("books")
local boxes = require("hornbook_boxes")
local Cache = require("hornbook_review_cache")
local check = require("check")
local days = require("hornbook_review_days")
local files = require("files")
local model = require("hornbook_model")
local review = require("hornbook_review")

local test = check.test
local a_day = 24 * 60 * 60
local noon = 20000 * a_day + a_day / 2

-- ---- days ----

test("days of a clock that is right", function()
    local kept = days.read(nil)
    check.equal(days.today(kept, noon), 1)
    check.equal(days.today(kept, noon + 3600), 1)
    check.equal(days.today(kept, noon + a_day), 2)
    check.equal(days.today(days.read(kept), noon + 31 * a_day), 32)
end)

test("a clock that starts in 1970 counts days of use", function()
    local kept = days.read(nil)
    check.equal(days.today(kept, 60), 1)
    days.note_use(kept)
    check.equal(days.today(kept, 300), 1, "the same session")
    check.equal(days.today(kept, 50), 2, "started anew")
    check.equal(days.today(kept, 30), 2, "nothing was answered since")
    days.note_use(kept)
    check.equal(days.today(kept, a_day + 5), 3, "it ran over midnight")
    check.equal(days.today(kept, a_day + 50), 3)
    days.note_use(kept)
    check.equal(days.today(kept, a_day + 90, true), 4, "KOReader was started anew, however long after the device")
end)

test("with a clock that is right, KOReader may be started as often as it likes", function()
    local kept = days.read(nil)
    days.today(kept, noon, true)
    days.note_use(kept)
    check.equal(days.today(kept, noon + 60, true), 1)
    check.equal(days.today(kept, noon - 60, true), 1)
end)

test("a clock that is set counts one day, and none while nothing was answered", function()
    local kept = days.read(nil)
    check.equal(days.today(kept, 60), 1)
    check.equal(days.today(kept, noon), 1)
    days.note_use(kept)
    check.equal(days.today(kept, noon + 3000 * a_day), 2, "years ahead")
    days.note_use(kept)
    check.equal(days.today(kept, noon + a_day), 3, "and back")
    days.note_use(kept)
    check.equal(days.today(kept, 60), 4, "a flat battery")
    days.note_use(kept)
    check.equal(days.today(kept, noon + 2 * a_day), 5, "and set again")
    check.equal(days.today(kept, noon + 3 * a_day), 6)
end)

test("days of a spoilt file", function()
    for _, kept in ipairs({"x", {day = "x"}, {day = 0 / 0}, {day = -3, clock = {}}}) do
        check.equal(days.today(days.read(kept), noon), 1)
    end
end)

-- ---- what comes in ----

local function part_everywhere(_, id)
    return {chapter = id:sub(1, 1), at = tonumber(id:match("%d+$"))}
end

local function ids(turns)
    local result = {}
    for i, turn in ipairs(turns) do
        result[i] = turn.id
    end
    return result
end

test("a question comes in when it went wrong or needed help, a term when it was asked", function()
    local state = review.read(nil, 1)
    local day = review.today(state, noon)
    check.equal(review.note(state, "b", "q1", "question", boxes.good, day), false)
    check.equal(review.note(state, "b", "q2", "question", boxes.again, day), true)
    check.equal(review.note(state, "b", "q3", "question", boxes.helped, day), true)
    check.equal(review.note(state, "b", "g1", "term", boxes.good, day), true)
    check.equal(review.item(state, "b", "q1"), nil)
    check.equal(#review.due(state, day, part_everywhere), 0)
    check.equal(#review.due(state, day + 1, part_everywhere), 2)
    check.equal(#review.due(state, day + 2, part_everywhere), 3)
    check.equal(review.grade_of({verdict = "right"}), boxes.good)
    check.equal(review.grade_of({verdict = "right", hint = true}), boxes.helped)
    check.equal(review.grade_of({verdict = "partly"}), boxes.again)
end)

test("known again on the same day is practice; another day counts", function()
    local state = review.read(nil, 1)
    review.note(state, "b", "q1", "question", boxes.again, 1)
    check.equal(review.note(state, "b", "q1", "question", boxes.good, 1), false)
    review.note(state, "b", "q1", "question", boxes.good, 2)
    check.equal(review.item(state, "b", "q1"), {book = "b", id = "q1", kind = "question", box = 2, due = 4, last = 2, known = 1})
    review.note(state, "b", "q1", "question", boxes.again, 2)
    check.equal(review.item(state, "b", "q1").due, 3)
end)

test("the queue outlives a restart and a spoilt file", function()
    local state = review.read(nil, 42)
    review.today(state, noon)
    review.note(state, "b", "q1", "question", boxes.again, 1)
    check.equal(review.read(state, 99), state)
    local spoilt = review.read(state, 99)
    spoilt.items.x, spoilt.items.y, spoilt.items.z = {kind = "dream"}, "x", {kind = "term", book = "b"}
    review.item(spoilt, "b", "q1").box, spoilt.seed, spoilt.done = 99, "x", false
    local again = review.read(spoilt, 7)
    check.equal(again.items, {["b\nq1"] = {book = "b", id = "q1", kind = "question", box = 5, due = 2, last = 1, known = 0}})
    check.equal(again.seed, 7)
end)

test("no more than a day's share, and the share begins anew each day", function()
    local state = review.read(nil, 1)
    local day = review.today(state, noon)
    for i = 1, 30 do
        review.note(state, "b", "q" .. i, "question", boxes.again, day)
    end
    check.equal(review.left(state), review.a_day, "what is new is not a review")
    day = review.today(state, noon + a_day)
    local due = review.due(state, day, part_everywhere)
    check.equal(#due, 30)
    for _, turn in ipairs(review.round(due, review.left(state))) do
        review.note(state, "b", turn.id, "question", boxes.good, day)
    end
    check.equal(review.left(state), 0)
    check.equal(#review.due(state, day, part_everywhere), 10)
    review.today(state, noon + 2 * a_day)
    check.equal(review.left(state), review.a_day)
end)

test("chapters are mixed only after a first success", function()
    local state = review.read(nil, 1)
    for _, id in ipairs({"a1", "b2", "a3", "b4", "c5", "a6"}) do
        review.note(state, "b", id, "question", boxes.again, 1)
    end
    check.equal(ids(review.round(review.due(state, 2, part_everywhere), 20)), {"a1", "b2", "a3", "b4", "c5", "a6"})
    for _, id in ipairs({"a1", "b2", "a3", "b4"}) do
        review.note(state, "b", id, "question", boxes.good, 2)
    end
    local order = ids(review.round(review.due(state, 4, part_everywhere), 20))
    check.equal({order[1], order[2]}, {"c5", "a6"})
    check.that(order[3]:sub(1, 1) ~= order[4]:sub(1, 1) and order[4]:sub(1, 1) ~= order[5]:sub(1, 1), table.concat(order, " "))
end)

test("what is longest due comes first when not all can", function()
    local state = review.read(nil, 1)
    review.note(state, "b", "q1", "question", boxes.again, 5)
    review.note(state, "b", "q2", "question", boxes.again, 1)
    review.note(state, "b", "q3", "question", boxes.again, 3)
    check.equal(ids(review.round(review.due(state, 9, part_everywhere), 1)), {"q2"})
end)

test("there are limits", function()
    local state = review.read(nil, 1)
    local most = review.most_items
    review.most_items = 50
    for i = 1, 51 do
        review.note(state, "b", "q" .. i, "question", boxes.again, 1)
    end
    check.equal(#review.due(state, 2, part_everywhere), 50)
    review.most_items = most
end)

-- ---- what is kept of books ----

test("questions of a book that is not open, of one that is gone and of a new edition", function()
    local disk, gone = books.disk(), {}
    local function cache()
        return Cache.of(disk, function(path) return not gone[path] end)
    end
    local book = model.read_quizzes(books.small())
    check.that(cache():keep(book, "/books/a.epub", "quiz-one-a"))
    check.that(cache():keep(model.read_glossary(books.glossary()), "/books/a.epub", "g-nkvd"))
    check.equal(cache():keep(book, "/books/a.epub", "quiz-none"), false)
    check.equal(cache():keep(book, "/books/a.epub", "quiz-one-a--a"), false, "a choice is no question")

    local part = cache():part(book.book, "quiz-one-a")
    local as_book, quiz = cache():question(book.book, part)
    check.equal(quiz.questions[1].choices, book.quizzes[1].questions[1].choices)
    check.equal({quiz.title, as_book.graded, as_book.language}, {"One", true, "en-GB"})
    check.equal(cache():part(book.book, "g-nkvd").entry.term, "NKVD")

    gone["/books/a.epub"] = true
    check.equal(cache():part(book.book, "quiz-one-a"), nil)
    gone["/books/a.epub"] = nil

    local data = books.small()
    data.quizzes[1].questions[1].text = "In which year?"
    cache():refresh(model.read_quizzes(data), "/books/b.epub")
    check.equal(cache():part(book.book, "quiz-one-a").question.text, "In which year?")
    check.that(cache():part(book.book, "g-nkvd"), "the glossary is not asked of quizzes")
    data.quizzes[1].questions[1].id = "quiz-one-other"
    cache():refresh(model.read_quizzes(data), "/books/b.epub")
    check.equal(cache():part(book.book, "quiz-one-a"), nil)
end)

test("a question with a picture needs its page, and one without a passage leads to its own place", function()
    local data = books.small()
    local question = data.quizzes[1].questions[1]
    question.see = nil
    local function kept_question()
        local cache, book = Cache.of(books.disk(), function() return true end), model.read_quizzes(data)
        cache:keep(book, "/a.epub", question.id)
        local part = cache:part(book.book, question.id)
        local _, quiz = cache:question(book.book, part)
        return quiz.questions[1], Cache.needs_page(part)
    end
    local kept, needs_page = kept_question()
    check.equal({kept.see, needs_page}, {kept.href, false})
    question.pictures = {{href = "p.png", alt = "a map"}}
    kept, needs_page = kept_question()
    check.equal({kept.see or "none", needs_page}, {"none", true})
end)

test("what the disk spoilt is not asked", function()
    local spoilers = {
        function(part) part.question.choices[1].text = nil end,
        function(part) part.question.kind = "guess" end,
        function(part) part.question = nil end,
        function(part) part.quiz = "x" end,
        function(part) part.at = nil end,
        function(part) part.entry = {} end,
    }
    for i, spoil in ipairs(spoilers) do
        local disk, book = books.disk(), model.read_quizzes(books.small())
        local function cache()
            return Cache.of(disk, function() return true end)
        end
        cache():keep(book, "/a.epub", "quiz-one-a")
        check.that(cache():part(book.book, "quiz-one-a"))
        local name = disk.names()[1]
        local kept = disk.load(name)
        spoil(kept.parts["quiz-one-a"])
        disk.save(name, kept)
        check.equal(cache():part(book.book, "quiz-one-a"), nil, "spoiler " .. i)
    end
end)

test("every question of the bundled book comes back as it went in", function()
    local disk = books.disk()
    local cache = Cache.of(disk, function() return true end)
    local book = model.read_quizzes(model.decode(files.read(BUNDLED_BOOK .. "/student/EPUB/quiz.json"), files.decode))
    local again = Cache.of(disk, function() return true end)
    for _, quiz in ipairs(book.quizzes) do
        for _, question in ipairs(quiz.questions) do
            check.that(cache:keep(book, "/a.epub", question.id))
        end
    end
    for _, quiz in ipairs(book.quizzes) do
        for _, question in ipairs(quiz.questions) do
            check.equal(again:part(book.book, question.id).question, question)
        end
    end
end)

test("a question of great length is not kept", function()
    local data = books.small()
    data.quizzes[1].questions[1].body = ("x"):rep(Cache.most.bytes)
    check.equal(Cache.of(books.disk(), function() return true end):keep(model.read_quizzes(data), "/a.epub", "quiz-one-a"), false)
end)

test("every part that is kept is one that a file can hold", function()
    local disk = books.disk()
    local cache = Cache.of(disk, function() return true end)
    local book = model.read_quizzes(books.small())
    for id, found in pairs(book.places) do
        if found.question and found.quiz.questions[found.question].id == id then
            cache:keep(book, "/a.epub", id)
        end
    end
    for _, name in ipairs(disk.names()) do
        check.that(name:match("^[a-z0-9-]+$") and #name < 100, name)
    end
end)
