-- The plugin on the page of the book: the strip that leads back, links that count as help, the page of results.
local reader = require("reader")  -- the first, since it puts KOReader's stubs in place
local check = require("check")
local stubs = require("stubs")

local test = check.test
local first = reader.first_quiz

test("the strip covers no line of the page", function()
    local plugin, ui = reader.with_pupil(STUDENT_BOOK)
    reader.tap_link(ui, "#_doc_fragment_3_ " .. first)
    stubs.tap("Read the passage")
    local function strip_over(lines)
        ui.document.lines, ui.document.at = lines, ui.document.at .. "x"
        plugin.way_back:paintTo(nil, 0, 0)
        return plugin.way_back.frame.dimen
    end
    local strip = strip_over({{x = 20, y = 30, w = 560, h = 20}, {x = 20, y = 750, w = 560, h = 20}})
    check.that(strip.y >= 770 and strip.y + strip.h <= 800, "below the last line: " .. strip.y)
    check.that(plugin.way_back:reach().h >= 38, "a finger meets it")
    strip = strip_over({{x = 20, y = 40, w = 560, h = 20}, {x = 20, y = 780, w = 560, h = 20}})
    check.that(strip.y >= 0 and strip.y + strip.h <= 40, "above the first line: " .. strip.y)
    strip = strip_over({{x = 20, y = 40, w = 560, h = 20}, {x = 20, y = 80, w = 560, h = 20}, {x = 20, y = 810, w = 560, h = 20}})
    check.that(strip.y >= 740 and strip.h <= 47, "no larger than it need be: " .. strip.y)
end)

test("the page's own hint and answer count as help while the quiz is open", function()
    local plugin, ui = reader.with_pupil(STUDENT_BOOK)
    local app = plugin:app()
    local book = app.book:quizzes()
    local quiz = book.places[first].quiz
    local function help(i)
        local attempt = app.store:open_attempt(book, quiz)
        local record = attempt and attempt.answers[quiz.questions[i].id]
        return record and record.hint
    end
    reader.tap_link(ui, "#_doc_fragment_20_ hint-" .. quiz.questions[1].id)
    check.equal(help(1), nil, "no quiz is open")
    app:open_quiz(book, quiz)
    stubs.top():onClose()
    reader.tap_link(ui, "#_doc_fragment_20_ hint-" .. quiz.questions[1].id)
    reader.tap_link(ui, "#_doc_fragment_20_ answer-" .. quiz.questions[2].id)
    check.equal(#ui.followed, 3)
    check.equal({help(1), help(2)}, {true, true})
    check.equal(help(3), nil)
    app:open_quiz(book, quiz)
    check.contains(stubs.top().title, "1 of 7")
end)

test("the book's page of results leads to the plugin's own", function()
    local plugin, ui = reader.with_pupil(STUDENT_BOOK)
    local spine = plugin:app().book:spine()
    for i, file in ipairs(spine) do
        if file == "results.xhtml" then
            reader.tap_link(ui, "#_doc_fragment_" .. i - 1)
            check.equal(stubs.top().title, "Results")
            stubs.clear()
            ui.document.at = "/body[1]/DocFragment[" .. i .. "]/body[1]/section[1]/h1[1]/text()[1].0"
        end
    end
    check.equal(ui.followed, {})
    local touch = stubs.zones.hornbook_tap.handler
    check.equal(touch({pos = {word = ui.document.at, x = 120, y = 400}}), false, "far below its words")
    check.equal(touch({pos = {word = ui.document.at, x = 120, y = 210}}), true)
    check.equal(stubs.top().title, "Results")
    check.contains(stubs.top().text, "no results yet")
    check.that(not stubs.top().text:find("questions:"), "quizzes never taken are not told")
    stubs.clear()
    reader.tap_link(ui, "#_doc_fragment_2")
    check.equal(#ui.followed, 1)
end)
