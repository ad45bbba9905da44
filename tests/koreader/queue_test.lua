-- The review queue against KOReader's stubs: from a wrong answer to the day on which it is known, with the book open and without.
local answers = require("answers")
local check = require("check")
local reader = require("reader")
local stubs = require("stubs")

local test = check.test
local first = reader.first_quiz
local a_day = 24 * 60 * 60
local noon = 20000 * a_day + a_day / 2

local clock = noon

local function with_clock(plugin)
    plugin:app().clock = function() return clock end
    return plugin
end

local function open()
    clock = noon
    stubs.gone = nil
    local plugin, ui = reader.with_pupil(STUDENT_BOOK)
    return with_clock(plugin), ui
end

-- The plugin where no book is open, or another one.
local function without_book()
    stubs.clear()
    local plugin = reader.Hornbook:new{ui = {menu = {registerToMainMenu = function() end}}}
    plugin:init()
    return with_clock(plugin)
end

-- KOReader was started anew: what is not on the disk is gone.
local function restarted()
    package.loaded.hornbook_disk = nil
    reader.Hornbook = dofile(PLUGIN .. "/main.lua")
    return with_clock((reader.open_book(STUDENT_BOOK)))
end

local function remove_from_disk(plugin, name)
    plugin:app().disk.remove(name)
    stubs.saved["/settings/hornbook/" .. name .. ".lua"] = nil
end

local function miss(plugin, count)
    local app = plugin:app()
    local book = app.book:quizzes()
    local quiz = book.places[first].quiz
    app:open_quiz(book, quiz)
    for i = 1, count do
        reader.answer(quiz.questions[i], answers.wrong(quiz.questions[i]))
        stubs.tap("Check")
        stubs.tap("Next")
    end
    stubs.clear()
    return quiz
end

local function label(plugin)
    return plugin:app().queue:label()
end

test("what went wrong comes back on the next day, and is asked once more when it goes wrong again", function()
    local plugin = open()
    local quiz = miss(plugin, 2)
    check.equal(label(plugin), "Review · today: 0")
    plugin:onHornbookReview()
    check.contains(stubs.top().text, "Nothing to review today")
    stubs.clear()

    clock = noon + a_day
    check.equal(label(plugin), "Review · today: 2")
    plugin:onHornbookReview()
    check.contains(stubs.top().title, "1 of 2  ·  Review")
    check.contains(stubs.top().text, quiz.questions[1].text)
    reader.answer(quiz.questions[1], answers.wrong(quiz.questions[1]))
    stubs.tap("Check")
    check.contains(stubs.top().text, "Not right")
    stubs.tap("Next")
    check.contains(stubs.top().title, "2 of 3")
    reader.answer(quiz.questions[2], answers.right(quiz.questions[2]))
    stubs.tap("Check")
    stubs.tap("Next")
    check.contains(stubs.top().text, quiz.questions[1].text)
    reader.answer(quiz.questions[1], answers.right(quiz.questions[1]))
    stubs.tap("Check")
    stubs.tap("Next")
    check.contains(stubs.top().text, "Known: 1 of 2")
    stubs.tap("Close")
    check.equal(#stubs.shown, 0)
    check.equal(label(plugin), "Review · today: 0")
    clock = noon + 2 * a_day
    check.equal(label(plugin), "Review · today: 1")
    clock = noon + 3 * a_day
    check.equal(label(plugin), "Review · today: 2")
end)

test("an answer is kept as soon as it is checked", function()
    local plugin = open()
    local quiz = miss(plugin, 1)
    clock = noon + a_day
    plugin:onHornbookReview()
    reader.answer(quiz.questions[1], answers.right(quiz.questions[1]))
    stubs.tap("Check")
    local again = restarted():app()
    check.equal(again.queue:state().items[again.book:quizzes().book .. "\n" .. quiz.questions[1].id].box, 2)
end)

test("a hint brings a question in", function()
    local plugin = open()
    local app = plugin:app()
    local book = app.book:quizzes()
    local quiz = book.places[first].quiz
    app:open_quiz(book, quiz)
    stubs.tap("Hint")
    stubs.dismiss()
    reader.answer(quiz.questions[1], answers.right(quiz.questions[1]))
    stubs.tap("Check")
    stubs.clear()
    clock = noon + a_day
    check.equal(label(plugin), "Review · today: 1")
end)

test("with another book open a question is asked all the same, and its passage is said to be elsewhere", function()
    local plugin = open()
    local quiz = miss(plugin, 1)
    clock = noon + a_day
    local elsewhere = without_book()
    check.equal(label(elsewhere), "Review · today: 1")
    elsewhere:app():review()
    check.contains(stubs.top().text, quiz.questions[1].text)
    stubs.tap("Read the passage")
    check.contains(stubs.top().text, "another book: The Purges")
    stubs.dismiss()
    check.contains(stubs.top().text, quiz.questions[1].text)
    stubs.gone = {[STUDENT_BOOK .. ".epub"] = true}
    check.equal(label(elsewhere), "Review · today: 0")
    stubs.gone = nil
    check.equal(label(elsewhere), "Review · today: 1")
end)

test("a question about a picture waits until its book is open", function()
    local plugin = open()
    local app = plugin:app()
    local book = app.book:quizzes()
    book.places[first].quiz.questions[1].pictures = {{href = "p.png", alt = "a map"}}
    miss(plugin, 1)
    clock = noon + a_day
    check.equal(label(plugin), "Review · today: 1")
    check.equal(label(without_book()), "Review · today: 0")
end)

test("while a test is open its questions are not reviewed", function()
    miss(open(), 1)
    clock = noon + a_day
    local plugin = with_clock((reader.open_book(TEST_BOOK)))
    plugin:onHornbookReview()
    check.contains(stubs.top().text, "Nothing to review today")
    stubs.clear()
    local elsewhere = without_book()
    elsewhere:app():review()
    check.contains(stubs.top().title, "1 of 1  ·  Review")
end)

test("a session is a day where the clock stands in 1970, for all books that it opens", function()
    local plugin = open()
    clock = 500
    miss(plugin, 1)
    check.equal(label(plugin), "Review · today: 0")
    clock = 20
    check.equal(label(plugin), "Review · today: 1")
    clock = 900
    check.equal(label(with_clock((reader.open_book(STUDENT_BOOK)))), "Review · today: 1")
end)

test("a fault in the queue does not keep the menu from opening", function()
    local plugin = open()
    plugin:app().disk.load = function() error("no disk") end
    check.equal(label(plugin), "Review")
end)

test("with its book open, to the passage and back", function()
    local plugin, ui = open()
    miss(plugin, 1)
    clock = noon + a_day
    plugin:onHornbookReview()
    stubs.tap("Read the passage")
    check.equal(#stubs.shown, 0)
    check.equal(ui.document.at, "#_doc_fragment_3_ early-trials")
    check.equal(ui.link.onGoBackLink(ui.link), true)
    check.contains(stubs.top().title, "1 of 1  ·  Review")
end)

test("words of flash cards come back, too, with a way to their place", function()
    local plugin, ui = open()
    plugin:onHornbookFlashCards()
    local title = stubs.top().text
    stubs.tap("Turn over")
    stubs.tap("Not yet")
    stubs.clear()
    clock = noon + a_day
    check.equal(label(plugin), "Review · today: 1")
    plugin:onHornbookReview()
    check.equal(stubs.top().text, title)
    stubs.tap("Turn over")
    stubs.tap("See the page")
    check.that(ui.document.at:match("^#_doc_fragment_%d+_ r%-"), "the first place in the text, not " .. ui.document.at)
    check.equal(ui.link.onGoBackLink(ui.link), true)
    stubs.tap("I knew it")
    check.contains(stubs.top().text, "Known: 1 of 1")
    stubs.clear()
    clock = noon + 3 * a_day
    plugin:onHornbookReview()
    check.that(stubs.top().text ~= title, "the other direction")
end)

test("flash cards begin with the words of the chapters that were read", function()
    local plugin, ui = open()
    local app = plugin:app()
    local function count()
        app:flash_cards()
        stubs.clear()
        local number, reached = 0, app.store:book(app.book:glossary()).cards.reached
        for _ in pairs(app.book:terms_up_to(reached)) do
            number = number + 1
        end
        return number
    end
    local function go_to(file)
        for i, name in ipairs(app.book:spine()) do
            if name == file then
                ui.document.at = "/body[1]/DocFragment[" .. i .. "]/body[1]/p[1]/text()[1].0"
            end
        end
    end
    go_to("glossary.xhtml")
    check.equal(count(), 0)
    go_to("01-before-1934.xhtml")
    local first_chapter = count()
    check.that(first_chapter > 10)
    go_to("03-show-trials.xhtml")
    local third_chapter = count()
    check.that(third_chapter > first_chapter)
    go_to("01-before-1934.xhtml")
    check.equal(count(), third_chapter)
    go_to("glossary.xhtml")
    check.equal(count(), third_chapter)
end)

test("a day's share, and more when it is wanted", function()
    local plugin = open()
    plugin:app():set_setting("cards_way", "term")
    for _ = 1, 2 do
        plugin:onHornbookFlashCards()
        for _ = 1, 12 do
            stubs.tap("Turn over")
            stubs.tap("I knew it")
        end
        stubs.clear()
    end
    clock = noon + 2 * a_day
    check.equal(label(plugin), "Review · today: 20")
    plugin:onHornbookReview()
    for _ = 1, 20 do
        stubs.tap("Turn over")
        stubs.tap("I knew it")
    end
    check.contains(stubs.top().text, "Still waiting: 4")
    stubs.tap("Close")
    check.equal(label(plugin), "Review · today: 0")
    plugin:onHornbookReview()
    check.contains(stubs.top().text, "share for today")
    stubs.top().ok_callback()
    check.contains(stubs.top().title, "1 of 4")
end)

test("what went wrong before there was a queue is taken in, once", function()
    local plugin = open()
    miss(plugin, 2)
    remove_from_disk(plugin, "pupil-07.review")
    restarted():onHornbookReview()
    check.contains(stubs.top().title, "1 of 2  ·  Review")
end)

test("each pupil has a queue, and deleting takes it away", function()
    local plugin = open()
    miss(plugin, 1)
    clock = noon + a_day
    plugin:app():choose_pupil(function() end)
    reader.choose_pupil("8")
    check.equal(label(plugin), "Review · today: 0")
    plugin:app():choose_pupil(function() end)
    reader.choose_pupil("7")
    check.equal(label(plugin), "Review · today: 1")
    local function reviews()
        return table.concat(plugin:app().disk.names(), " "):match("%S*%.review.*")
    end
    check.contains(reviews(), "pupil-07.review")
    plugin:app():delete_mine()
    stubs.top().ok_callback()
    check.equal(reviews(), nil)
    stubs.clear()
    plugin:app():choose_pupil(function() end)
    reader.choose_pupil("7")
    check.equal(label(plugin), "Review · today: 0")
    miss(plugin, 1)
    check.contains(reviews(), "pupil-07.review")
    plugin:app():delete_all()
    stubs.top().ok_callback()
    check.equal(reviews(), nil)
end)

test("a list that holds no more says so, once", function()
    local review, Cache = require("hornbook_review"), require("hornbook_review_cache")
    local most, parts = review.most_items, Cache.most.parts
    review.most_items = 2
    local plugin = open()
    local quiz = plugin:app().book:quizzes().places[first].quiz
    local told = {}
    local message = plugin:app().screen.soon
    plugin:app().screen.soon = function(said) told[#told + 1] = said end
    miss(plugin, 4)
    check.equal(#told, 1)
    check.contains(told[1], "it holds 2 questions and words")
    review.most_items, Cache.most.parts = most, 2
    plugin:app():play(plugin:app().book:quizzes(), quiz, plugin:app().store:begin(plugin:app().book:quizzes(), quiz))
    for i = 3, 4 do
        plugin:app().player.attempt:go_to(i)
        plugin:app().player.attempt:set_answer(answers.wrong(quiz.questions[i]))
        plugin:app().player.attempt:check()
    end
    check.equal(#told, 2)
    check.contains(told[2], "2 questions and words of this book")
    Cache.most.parts, plugin:app().screen.soon = parts, message
    stubs.clear()
end)
