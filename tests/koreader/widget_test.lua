-- The widget layer against KOReader's stubs: links, taps, the whole of a quiz with each kind of question.
local Folder = require("hornbook_folder")
local Store = require("hornbook_store")
local answers = require("answers")
local check = require("check")
local reader = require("reader")
local stubs = require("stubs")

local test = check.test
local first = reader.first_quiz

test("opening a book reads nothing of it", function()
    local _, ui = reader.open_book(STUDENT_BOOK)
    check.equal(ui.document.opened, {})
    check.equal(#stubs.shown, 0)
end)

test("a choice opens its question; who is reading is asked once", function()
    local plugin, ui = reader.open_book(STUDENT_BOOK)
    local quiz = plugin:app().book:quizzes().quizzes[1]
    reader.tap_link(ui, "#_doc_fragment_20_ feedback-" .. quiz.questions[2].choices[1].id)
    check.equal(stubs.top().title, "Who is reading?")
    reader.choose_pupil("0")
    check.contains(stubs.top().text, "1 to 40")
    stubs.dismiss()
    stubs.type("7")
    check.contains(stubs.top().title, "2 of 7")
    check.contains(stubs.top().text, quiz.questions[2].text)
    check.equal(ui.followed, {})
    stubs.top():onClose()
    reader.tap_link(ui, "#_doc_fragment_3_ " .. quiz.id)
    check.contains(stubs.top().title, "2 of 7")
end)

test("other links are KOReader's", function()
    local plugin, ui = reader.open_book(STUDENT_BOOK)
    local quiz = plugin:app().book:quizzes().quizzes[1]
    local pointers = {"#_doc_fragment_3_ early-trials", "https://example.org/", "#_doc_fragment_20_ hint-" .. quiz.questions[1].id,
                      "#_doc_fragment_3_ " .. quiz.questions[1].id, "#_doc_fragment_3_ quiz-of-another-book"}
    for _, pointer in ipairs(pointers) do
        reader.tap_link(ui, pointer)
    end
    check.equal(ui.followed, pointers)
    check.equal(#stubs.shown, 0)
    check.equal(ui.link.onGoBackLink(ui.link), "koreader")
end)

test("a gap opens its question, the answer beside it does not", function()
    local plugin, ui = reader.with_pupil(STUDENT_BOOK)
    local question = plugin:app().book:quizzes().quizzes[1].questions[3]
    reader.tap_link(ui, "#_doc_fragment_20_ answer-" .. question.id,
                    "/body[1]/DocFragment[4]/body[1]/section[1]/section[1]/div[3]/p[1]/a[1]")
    check.equal(#ui.followed, 1)
    reader.tap_link(ui, "#_doc_fragment_20_ answer-" .. question.id,
                    "/body[1]/DocFragment[4]/body[1]/section[1]/section[1]/div[3]/h3[1]/a[1]/span[1]")
    check.contains(stubs.top().text, "Lenin died in (1)____")
end)

test("a finger on the page", function()
    local _, ui = reader.with_pupil(TEST_BOOK)
    local zone = stubs.zones.hornbook_tap
    local quiz = "/body[1]/DocFragment[4]/body[1]/section[1]/section[1]"
    local function touch(path, x, y)
        return zone.handler({pos = {word = path, x = x or 120, y = y or 210}})
    end
    check.equal(touch(nil), false)
    check.equal(touch("/body[1]/DocFragment[4]/body[1]/section[1]/p[2]/text()[1].7"), false)
    check.equal(touch(quiz .. "/div[2]/p/text().7"), false)
    check.equal(touch(quiz .. "/div[2]/ol/li[1]/span/text().7", 590), false, "in the margin")
    check.equal(touch(quiz .. "/div[2]/ol/li[1]/span/text().7", 120, 400), false, "far below")
    check.equal(touch(quiz .. "/div[2]/ol/li[1]/span/text().7"), true)
    check.contains(stubs.top().title, "2 of 7")
    stubs.top():onClose()
    check.equal(touch(quiz .. "/h2/text().7", 90), true)
    stubs.top():onClose()
    ui.document.at = "/body[1]/DocFragment[2]/body[1]/p[1]/text()[1].0"
    check.equal(touch("/body[1]/DocFragment[2]/body[1]/section[1]/section[1]/h2[1]/text()[1].7"), false)
end)

local function play(quiz, make)
    for _, question in ipairs(quiz.questions) do
        local _, button = stubs.has_button("Check")
        check.equal(button.enabled, false)
        reader.answer(question, make(question))
        _, button = stubs.has_button("Check")
        check.equal(button.enabled, true)
        stubs.tap("Check")
        check.that(not stubs.has_button("Check"))
        stubs.tap(stubs.has_button("Next") and "Next" or "Summary")
    end
end

test("every quiz of the book, through the buttons", function()
    local plugin = reader.with_pupil(STUDENT_BOOK)
    local app = plugin:app()
    local book = app.book:quizzes()
    for _, quiz in ipairs(book.quizzes) do
        app:open_quiz(book, quiz)
        play(quiz, answers.right)
        local progress = app.store:progress(book, quiz)
        check.contains(stubs.top().text, "Score: " .. progress.best.of .. " of " .. progress.best.of)
        check.contains(stubs.top().text, "Check code: ")
        check.that(not stubs.has_button("wrong"))
        stubs.tap("Close")
        check.equal(#stubs.shown, 0)
    end
end)

test("wrong answers, tried again", function()
    local plugin = reader.with_pupil(STUDENT_BOOK)
    local app = plugin:app()
    local book = app.book:quizzes()
    local quiz = book.places[first].quiz
    app:open_quiz(book, quiz)
    play(quiz, function(question)
        return question.kind == "write" and "Text." or answers.wrong(question)
    end)
    check.contains(stubs.top().text, "Score: 0 of ")
    stubs.tap("Try the wrong ones again")
    check.contains(stubs.top().title, "1 of 6")
    stubs.top():onClose()
    plugin:onHornbookContinue()
    check.contains(stubs.top().title, "1 of 6")
end)

test("each answer is on the disk before the next tap", function()
    local plugin, ui = reader.with_pupil(STUDENT_BOOK)
    reader.tap_link(ui, "#_doc_fragment_3_ " .. first)
    local quiz = plugin:app().book:quizzes().places[first].quiz
    reader.answer(quiz.questions[1], answers.right(quiz.questions[1]))
    local store = Store.open(Folder.of(require("hornbook_system"), "/settings/hornbook"))  -- nothing but what was written
    local kept = store:open_attempt(plugin:app().book:quizzes(), quiz)
    check.equal(kept.answers[quiz.questions[1].id].answer, answers.right(quiz.questions[1]))
end)

test("the passage, and back to the quiz", function()
    local _, ui = reader.with_pupil(STUDENT_BOOK)
    reader.tap_link(ui, "#_doc_fragment_3_ " .. first)
    local home = ui.document.at
    stubs.tap("Read the passage")
    check.equal(#stubs.shown, 0)
    check.equal(ui.document.at, "#_doc_fragment_3_ early-trials")
    check.equal(ui.link.onGoBackLink(ui.link), true)
    check.equal(ui.document.at, home)
    check.contains(stubs.top().title, "1 of 7")
    stubs.top():onClose()
    check.equal(ui.link.onGoBackLink(ui.link), "koreader")
end)

test("the strip at the foot of the page", function()
    local plugin, ui = reader.with_pupil(STUDENT_BOOK)
    reader.tap_link(ui, "#_doc_fragment_3_ " .. first)
    stubs.tap("Read the passage")
    local zone = stubs.zones.hornbook_return
    local function touch(y)
        return zone.handler({pos = {intersectWith = function(_, strip) return y >= strip.y and y < strip.y + strip.h end}})
    end
    check.that(not touch(770), "not painted yet")
    plugin.way_back:paintTo(nil, 0, 0)
    check.that(not touch(500))
    check.equal(touch(770), true)
    check.contains(stubs.top().title, "1 of 7")
    check.that(not touch(770), "there is nothing to come back to any more")
end)

test("a hint", function()
    local plugin, ui = reader.with_pupil(STUDENT_BOOK)
    reader.tap_link(ui, "#_doc_fragment_3_ " .. first)
    stubs.tap("Hint")
    check.equal(stubs.top().text, plugin:app().book:quizzes().places[first].quiz.questions[1].hint)
end)

test("a test is handed in and sealed", function()
    local plugin = reader.with_pupil(TEST_BOOK)
    local app = plugin:app()
    local book = app.book:quizzes()
    local quiz = book.places[first].quiz
    app:open_quiz(book, quiz)
    check.that(not stubs.has_button("Check"))
    check.that(not stubs.has_button("Hint"))
    reader.answer(quiz.questions[1], quiz.questions[1].choices[2].id)
    for _ = 1, #quiz.questions - 1 do
        stubs.tap("Next")
    end
    stubs.tap("Summary")
    check.contains(stubs.top().text, "Answered: 1 of 7")
    stubs.tap("Hand in")
    stubs.top().ok_callback()
    check.contains(stubs.top().text, "sealed")
    check.that(not stubs.has_button("again"))
    stubs.clear()
    app:open_quiz(book, quiz)
    check.contains(stubs.top().text, "sealed")
    check.equal(#app.store:data().books[book.book].editions.test.quizzes[first].attempts, 1)
end)

local function spoilt(change)
    local plugin, ui = reader.with_pupil(STUDENT_BOOK)
    ui.document.spoil = function(name, content)
        return name == "EPUB/quiz.json" and change(content) or content
    end
    reader.tap_link(ui, "#_doc_fragment_3_ " .. first)
    return plugin, ui
end

test("a broken book falls back to KOReader's jump, with a message", function()
    local changes = {
        ["newer version"] = function(content) return (content:gsub('"version": %d', '"version": 9', 1)) end,
        ["data is damaged"] = function(content) return content:sub(1, 5000) end,
        ["This quiz is damaged"] = function(content) return (content:gsub('"choose%-one"', '"choose-none"', 1)) end,
    }
    for message, change in pairs(changes) do
        local _, ui = spoilt(change)
        check.equal(#ui.followed, 1)
        check.contains(stubs.top() and stubs.top().text or "", message)
    end
end)

test("a book of another kind", function()
    local plugin, ui = reader.open_book("/nowhere")
    check.equal(stubs.zones.hornbook_tap.handler({pos = {}}), false)
    reader.tap_link(ui, "#_doc_fragment_3_ quiz-x")
    check.equal(#ui.followed, 1)
    plugin:onHornbookQuizzes()
    check.contains(stubs.top().text, "no Hornbook quizzes")
    plugin.ui.document.provider = "mupdf"
    local _, pdf = reader.open_book("/nowhere")
    pdf.document.provider = "mupdf"
    reader.Hornbook:new{ui = pdf}:onPageUpdate(1)
end)
