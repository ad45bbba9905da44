-- Several pupils and one device: who is reading is asked again, PINs, what only the teacher may do; and what is typed is not lost.
local check = require("check")
local reader = require("reader")
local stubs = require("stubs")
local who = require("hornbook_who")

local test = check.test
local first = reader.first_quiz

local function open_quiz(plugin)
    local app = plugin:app()
    local book = app.book:quizzes()
    app:open_quiz(book, book.places[first].quiz)
    return app, book.places[first].quiz
end

test("one tap changes who is reading, and the quiz of the last one is closed", function()
    local plugin = reader.with_pupil(STUDENT_BOOK)
    local app = open_quiz(plugin)
    app:choose_pupil(function() end)
    reader.choose_pupil("12")
    check.equal(app.store:pupil(), 12)
    check.equal(#stubs.shown, 0)
    app:choose_pupil(function() end)
    stubs.tap("7")
    check.equal(app.store:pupil(), 7)
end)

test("a device that is shared asks when a book opens, after a pause, a sleep and a quiz; others never", function()
    local plugin = reader.with_pupil(STUDENT_BOOK)
    local app, now = plugin:app(), 1000
    app.clock = function() return now end
    plugin:onResume()
    check.equal(#stubs.shown, 0)
    app:set_setting("shared", true)
    check.equal(stubs.preferences.hornbook_shared, true)

    local again = reader.open_book(STUDENT_BOOK)
    check.equal(stubs.top().title, "Who is reading?")
    check.equal(again:app().store:has_pupil(), false)
    stubs.clear()

    app:choose_pupil(function() end)
    stubs.tap("7")
    open_quiz(plugin)
    check.contains(stubs.top().title, "1 of 7")
    plugin:onSuspend()
    plugin:onResume()
    check.equal(#stubs.shown, 1)
    check.equal(stubs.top().title, "Who is reading?")
    stubs.tap("7")
    check.contains(stubs.top().title, "1 of 7", "the same one goes on")

    now = now + 11 * 60
    plugin:onPageUpdate(1)
    check.equal(stubs.top().title, "Who is reading?")
    stubs.tap("Number or nickname")
    stubs.type("12")
    check.equal(#stubs.shown, 0, "another one does not")
    plugin:onPageUpdate(2)
    check.equal(#stubs.shown, 0)

    local _, quiz = open_quiz(plugin)
    app.player:finish()
    check.contains(stubs.top().title, quiz.title)
    stubs.tap("Close")
    check.equal(stubs.top().title, "Who is reading?")
end)

test("when a shared device wakes every window closes, without a book too, and what was typed stays a draft", function()
    local plugin = reader.with_pupil(STUDENT_BOOK)
    local app = plugin:app()
    local ways = {
        function() app:all_quizzes() end,
        function() app:results() end,
        function() app:flash_cards() end,
        function() app:show_glossary() end,
        function() app:look_up() end,
        function() app:change_pupil() end,
        function()
            open_quiz(plugin)
            app.player:finish()
        end,
        function() app.screen.message("A hint") end,
        function() app.screen.confirm("Delete?", "Delete", function() end) end,
    }
    for i, open in ipairs(ways) do
        app:set_setting("shared", false)
        stubs.clear()
        app:choose_pupil(function() end)
        stubs.tap("7")
        open()
        check.that(#stubs.shown > 0, i)
        app:set_setting("shared", true)
        plugin:onSuspend()
        plugin:onResume()
        check.equal(#stubs.shown, 1, i)
        check.equal(stubs.top().title, "Who is reading?", i)
    end
    app:set_setting("shared", true)
    local without = reader.Hornbook:new{ui = {menu = {registerToMainMenu = function() end}}}
    without:init()
    stubs.clear()
    without:app():choose_pupil(function() end)
    stubs.tap("7")
    without:app():review()
    without:app().screen.list("A list", {})
    without:onResume()
    for _, shown in ipairs(stubs.shown) do
        check.equal(shown.kind, "InfoMessage")
    end
    check.equal(without:app().store:has_pupil(), false)
    app:set_setting("shared", false)
    stubs.clear()
end)

local function give_pin(set, pin)
    set()
    stubs.type(pin)
end

test("a pupil's PIN", function()
    local plugin = reader.with_pupil(STUDENT_BOOK)
    local app = plugin:app()
    give_pin(function() who.set_my_pin(app) end, "12")
    check.contains(stubs.top().text, "Four digits")
    stubs.dismiss()
    stubs.type("1234")
    check.contains(stubs.top().text, "is set")
    stubs.clear()
    for path, content in pairs(stubs.saved) do
        check.that(not content:find("1234", 1, true), path)
    end
    app:choose_pupil(function() end)
    reader.choose_pupil("12")
    app:choose_pupil(function() end)
    stubs.tap("7")
    check.equal(stubs.top().text_type, "password")
    stubs.type("4321")
    check.contains(stubs.top().text, "not right")
    check.equal(app.store:pupil(), 12)
    stubs.dismiss()
    stubs.type("1234")
    check.equal(app.store:pupil(), 7)
    give_pin(function() who.set_my_pin(app) end, "1234")
    stubs.type("")
    check.contains(stubs.top().text, "no PIN")
    check.equal(app.store:pin("pupil-07"), nil)
end)

test("a teacher's PIN stands before deleting, everybody's export, settings and a test taken again", function()
    local plugin = reader.with_pupil(TEST_BOOK)
    local app, quiz = open_quiz(plugin)
    local book = app.book:quizzes()
    reader.answer(quiz.questions[1], quiz.questions[1].choices[2].id)
    app.player:finish()
    stubs.clear()
    app:allow_again()
    stubs.top().item_table[1].callback()
    check.contains(stubs.top().text, "teacher's PIN")
    stubs.clear()
    give_pin(function() who.set_teachers_pin(app) end, "9999")
    stubs.clear()
    local guarded = {
        function() app:export_all() end,
        function() app:delete_all() end,
        function() app:delete_mine() end,
        function() who.set_teachers_pin(app) end,
        function() app:with_teacher(function() end) end,
    }
    for _, run in ipairs(guarded) do
        run()
        check.equal(stubs.top().title, "Teacher's PIN")
        stubs.type("1111")
        check.contains(stubs.top().text, "not right")
        stubs.clear()
        app.store:set_tries("teacher", nil)
    end
    app:delete_mine()
    stubs.type("9999")
    stubs.top().ok_callback()
    check.contains(stubs.top().text, "Deleted")
    stubs.clear()
    app:choose_pupil(function() end)
    reader.choose_pupil("7")
    app:open_quiz(book, quiz)
    check.contains(stubs.top().text, "Only your teacher")
    stubs.clear()
    app:allow_again()
    stubs.top().item_table[1].callback()
    stubs.type("9999")
    check.contains(stubs.top().text, "can be taken again")
    stubs.clear()
    app:open_quiz(book, quiz)
    check.contains(stubs.top().title, "1 of 7")
end)

test("what could not be kept is told, and nothing says that it was", function()
    local plugin = reader.with_pupil(STUDENT_BOOK)
    local app, quiz = open_quiz(plugin)
    local system = require("hornbook_system")
    system.calls, system.fail_from = 0, 1
    reader.answer(quiz.questions[1], quiz.questions[1].choices[1].id)
    check.contains(stubs.top().text, "could not be kept")
    stubs.dismiss()
    app.player:show_summary()
    check.contains(stubs.top().text, "could not be kept")
    system.fail_from = nil
    app.player:look_back()
    reader.answer(quiz.questions[1], quiz.questions[1].choices[2].id)
    check.contains(stubs.top().text, "kept now")
end)

test("what is typed is kept while typing, at sleep and at Cancel, which asks", function()
    local plugin = reader.with_pupil(STUDENT_BOOK)
    local app = plugin:app()
    local book, quiz, index = app.book:quizzes(), nil, nil
    for _, other in ipairs(book.quizzes) do
        for i, question in ipairs(other.questions) do
            if question.kind == "write" then
                quiz, index = other, i
            end
        end
    end
    local question = quiz.questions[index]
    local function draft()
        return app.player.attempt:draft_of(question)
    end
    app:open_quiz(book, quiz, index)
    stubs.tap("Write here")
    stubs.wait()
    check.equal(draft(), nil, "nothing was typed")
    stubs.top().typed = "Half"
    stubs.wait()
    check.equal(draft(), "Half")
    stubs.top().typed = "Half a"
    plugin:onSuspend()
    check.equal(draft(), "Half a")
    stubs.top().typed = "Half a sen"
    stubs.tap("Cancel")
    check.equal(draft(), "Half a sen")
    check.contains(stubs.top().text, "Throw away")
    local confirm = stubs.top()
    stubs.dismiss()
    confirm.other_buttons[1][1].callback()
    check.contains(stubs.top().title, quiz.title)
    stubs.tap("Write here")
    check.equal(stubs.top().input, "Half a sen")
    check.contains(stubs.top().description, "wrote this before")
    stubs.type("A sentence.")
    check.equal(draft(), nil)
    check.equal(app.player.attempt:answer(), "A sentence.")
    stubs.tap("Change your text")
    stubs.top().typed = "x"
    stubs.tap("Cancel")
    stubs.top().ok_callback()
    check.equal(draft(), nil)
    check.equal(app.player.attempt:answer(), "A sentence.")
end)
