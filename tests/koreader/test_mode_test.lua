-- A test that a teacher starts on the device: what opens meanwhile, what is noted when it is left, and that no answer lies on the device.
local check = require("check")
local files = require("files")
local moments = require("hornbook_moments")
local reader = require("reader")
local stubs = require("stubs")
local who = require("hornbook_who")

local test = check.test
local first = reader.first_quiz
local noon = 20000 * 24 * 60 * 60 + 43200

local clock

local function with_clock(plugin)
    plugin:app().clock = function() return clock end
    return plugin
end

local function system()
    return require("hornbook_system")
end

local function set_steady(boot, up)
    system().boot, system().up = boot, up
end

-- Pupil 7 in the test edition; there is a teacher's PIN.
local function prepared()
    clock = noon
    stubs.preferences.hornbook_shared, stubs.preferences.hornbook_test = nil, nil
    local plugin = with_clock((reader.with_pupil(TEST_BOOK)))
    set_steady("boot", 100)
    who.set_teachers_pin(plugin:app())
    stubs.type("9999")
    stubs.clear()
    return plugin
end

local function start(plugin)
    plugin:app():start_test()
    stubs.type("9999")
    stubs.top().ok_callback()
    stubs.clear()
end

local function quizzes_of(plugin)
    local book = plugin:app().book:quizzes()
    return book, book.places[first].quiz
end

local function begin(plugin)
    local book, quiz = quizzes_of(plugin)
    plugin:app():open_quiz(book, quiz)
    reader.answer(quiz.questions[1], quiz.questions[1].choices[2].id)
    return book, quiz
end

local function started()
    local plugin = prepared()
    start(plugin)
    begin(plugin)
    return plugin
end

local function reopen(folder)
    return with_clock((reader.open_book(folder or TEST_BOOK)))
end

local function restart(folder)
    package.loaded.hornbook_disk = nil
    reader.Hornbook = reader.load_plugin()
    return reopen(folder)
end

local function left_by(plugin, pupil)
    for _, data in ipairs(plugin:app().store:everybody()) do
        for _, record in pairs(data.books) do
            if data.pupil == pupil and record.editions.test then
                return record.editions.test.left or {}
            end
        end
    end
    return {}
end

local function pass(seconds)
    clock, system().up = clock + seconds, system().up + seconds
end

test("a test begins with plain words about what it cannot do, behind the teacher's PIN where there is one", function()
    local plugin = prepared()
    plugin:app():start_test()
    check.equal(stubs.top().title, "Teacher's PIN")
    stubs.type("9999")
    check.contains(stubs.top().text, "The device itself cannot be locked.")
    check.that(not stubs.top().text:find("No teacher's PIN", 1, true))
    stubs.top().ok_callback()
    check.contains(stubs.top().text, "has begun")
    check.equal(stubs.preferences.hornbook_test, true)

    local free = with_clock((reader.with_pupil(TEST_BOOK)))
    free:app():start_test()
    check.contains(stubs.top().text, "anybody can end the test")
    stubs.clear()
    local student = with_clock((reader.with_pupil(STUDENT_BOOK)))
    student:app():start_test()
    check.contains(stubs.top().text, "test edition")
end)

local function barred(app)
    return {
        function() app:flash_cards() end,
        function() app:look_up() end,
        function() app:show_glossary() end,
        function() app:review() end,
        function() app:export_all() end,
        function() app:delete_mine() end,
        function() app:delete_all() end,
        function() app:class_table() end,
    }
end

test("until it is handed in nothing else opens, and nobody else reads", function()
    local plugin = started()
    local app = plugin:app()
    stubs.clear()
    for i, run in ipairs(barred(app)) do
        run()
        check.contains(stubs.top() and stubs.top().text, "A test is going on: ", i)
        check.equal(#stubs.shown, 1)
        stubs.clear()
    end
    check.equal(plugin.dictionary.glossary(), nil)
    check.equal(app:remind("chapter-01.xhtml"), false)
    app:change_pupil()
    check.equal(stubs.top().title, "Teacher's PIN")
    stubs.clear()
    local labels = {}
    for i, item in ipairs(stubs.menu_items.hornbook.sub_item_table_func()) do
        labels[i] = item.text_func()
    end
    check.equal(#labels, 6)
    check.contains(labels[1], "Test: ")
    check.equal(labels[6], "End the test")

    local book, quiz = begin(plugin)
    app.player:finish()
    stubs.clear()
    check.equal(app:is_in_test(), false)
    app:review()
    check.that(not stubs.top().text:find("A test is going on", 1, true), "it is over for this pupil")
    stubs.clear()
    app:open_quiz(book, quiz)
    check.contains(stubs.top().text, "sealed")
    stubs.clear()
    app:change_pupil()
    reader.choose_pupil("8")
    check.equal(app.store:pupil(), 8)
    app:show_glossary()
    check.contains(stubs.top().text, "A test is going on", "it is not over for the next one")
end)

test("the quizzes of another book, or of another edition of the same, do not open", function()
    local plugin = started()
    plugin:onCloseDocument()
    local other = reopen(STUDENT_BOOK)
    check.contains(stubs.top().text, "noted that you left it")
    stubs.clear()
    other:app():open_quiz(quizzes_of(other))
    check.contains(stubs.top().text, "A test is going on")
    check.equal(#stubs.shown, 1)
end)

test("what the teacher ends is ended, with the PIN alone", function()
    local plugin = started()
    local app = plugin:app()
    stubs.clear()
    app:end_test()
    stubs.type("1234")
    check.that(app.store:test(), "not with another one")
    stubs.dismiss()
    stubs.type("9999")
    check.contains(stubs.top().text, "has ended")
    check.equal(app.store:test(), nil)
    check.equal(stubs.preferences.hornbook_test, false)
    stubs.clear()
    app:show_glossary()
    check.that(not (stubs.top().text or ""):find("A test is going on", 1, true))
end)

test("sleep, a closed book and a killed KOReader are noted with their length", function()
    local plugin = started()
    plugin:onSuspend()
    pass(61)
    plugin:onResume()
    check.equal(left_by(plugin, 7), {{at = moments.written({clock = noon}), seconds = 61}})

    pass(100)
    plugin:onCloseDocument()
    local closed = clock
    pass(600)
    plugin = reopen()
    check.equal(left_by(plugin, 7)[2], {at = moments.written({clock = closed}), seconds = 600})

    pass(40)
    plugin:onPageUpdate(3)
    pass(10)
    plugin = restart()  -- nobody was told
    check.equal(#left_by(plugin, 7), 3)
    check.equal(left_by(plugin, 7)[3].seconds, 10)
    check.equal(plugin:app().store:pupil(), 7)

    plugin:onSuspend()
    plugin = restart()  -- a battery that ran flat in sleep
    check.equal(#left_by(plugin, 7), 4)
    check.equal(left_by(plugin, 3), {})
end)

test("whoever had begun before the test was started is in it", function()
    local plugin = prepared()
    begin(plugin)
    stubs.clear()
    start(plugin)
    plugin:onCloseDocument()
    pass(70)
    plugin = reopen()
    check.equal(left_by(plugin, 7)[1].seconds, 70)
end)

test("nothing is noted of who has not begun, or has handed in", function()
    local plugin = prepared()
    start(plugin)
    plugin:onSuspend()
    pass(60)
    plugin:onResume()
    begin(plugin)
    plugin:app().player:finish()
    plugin:onCloseDocument()
    plugin = reopen()
    check.equal(left_by(plugin, 7), {})
end)

test("a clock that cannot be believed is told of, and nothing is made up", function()
    local plugin = started()
    clock = 1000  -- 1970
    plugin:onSuspend()
    pass(90)
    plugin:onResume()
    check.equal(left_by(plugin, 7)[1], {seconds = 90}, "what the device counts itself is known")
    clock = noon
    plugin:onSuspend()
    clock, system().up = noon + 5 * 365 * 86400, system().up + 30
    plugin:onResume()
    check.equal(left_by(plugin, 7)[2].seconds, 30, "a clock that jumped")

    clock = noon
    plugin:onSuspend()
    set_steady("another boot", 5)
    clock = 1000
    plugin:onResume()
    check.equal(left_by(plugin, 7)[3], {at = moments.written({clock = noon})}, "a battery that ran flat")
    set_steady(nil)
    clock = noon
    plugin:onSuspend()
    clock = noon - 50
    plugin:onResume()
    check.equal(left_by(plugin, 7)[4].seconds, nil, "a clock that was set back")

    local app, json = plugin:app(), nil
    app:export({app.store:data()})
    for path, content in pairs(stubs.saved) do
        json = path:match("test%-pupil%-07.*json$") and files.decode(content) or json
    end
    check.equal(json.version, 3)
    check.equal(json.plugin, app.version)
    check.equal(#json.left, 4)
    check.equal(json.left[1], {at = files.null, ["for"] = 90})
    check.equal(json.left[4]["for"], files.null)
end)

test("on a shared device the test stays with whoever takes it, and its windows close in sleep", function()
    local plugin = prepared()
    local app = plugin:app()
    app.store:set_setting("shared", true)
    stubs.preferences.hornbook_shared = true
    start(plugin)
    check.equal(app.store:has_pupil(), false, "each says anew who is reading")
    app:open_quiz(quizzes_of(plugin))
    stubs.tap("7")
    local _, quiz = quizzes_of(plugin)
    reader.answer(quiz.questions[1], quiz.questions[1].choices[2].id)
    plugin:onSuspend()
    pass(3600)
    plugin:onResume()
    check.equal(#stubs.shown, 0)
    check.equal(app.store:pupil(), 7)
    check.equal(#left_by(plugin, 7), 1)
    app:open_quiz(quizzes_of(plugin))
    check.contains(stubs.top().title, "1 of 7", "nobody is asked")
    app.player:finish()
    stubs.tap("Close")
    check.equal(stubs.top().title, "Who is reading?")
    stubs.preferences.hornbook_shared = nil
end)

-- What a book's key says in words of its own, long enough not to be there by chance.
local function texts_of_key(value, found)
    for key, inner in pairs(type(value) == "table" and value or {}) do
        if (key == "feedback" or key == "key" or key == "hint") and type(inner) == "string" and #inner > 12 then
            found[#found + 1] = inner
        end
        texts_of_key(inner, found)
    end
    return found
end

test("no answer of a test lies on the device, whatever was tapped", function()
    local plugin = started()
    local app = plugin:app()
    local book = quizzes_of(plugin)
    stubs.clear()
    for _, quiz in ipairs(book.quizzes) do
        app:open_quiz(book, quiz)
        app.player:finish()
        stubs.clear()
    end
    app:export(app.store:everybody())
    plugin:onCloseDocument()
    local texts = texts_of_key(files.read_json(STUDENT_BOOK .. "/EPUB/quiz.json"), {})
    check.that(#texts > 20)
    local seen = 0
    for path, content in pairs(stubs.saved) do
        seen = seen + 1
        for _, sought in ipairs(texts) do
            check.that(not content:find(sought, 1, true), path .. " holds " .. sought)
        end
        for _, word in ipairs({"verdict", "accepted", "feedback"}) do
            local is_there = content:find('"' .. word .. '": ', 1, true) or content:find(word .. "=", 1, true)
            check.that(not is_there, path .. " has a " .. word)
        end
        check.that(not path:find("questions-", 1, true), "nothing of a test is reviewed")
    end
    check.that(seen >= 4)
end)
