-- How the plugin feels in the hand: what a finger meets, double taps, keys, large letters.
local reader = require("reader")  -- the first, since it puts KOReader's stubs in place
local Attempt = require("hornbook_attempt")
local Player = require("hornbook_player")
local answers = require("answers")
local books = require("books")
local check = require("check")
local gaps = require("hornbook_gaps")
local model = require("hornbook_model")
local press = require("hornbook_press")
local screen = require("hornbook_screen")
local stubs = require("stubs")

local test = check.test
local first = reader.first_quiz

-- Plays one question of a kind of the small book; change: what is different in it.
local function play_alone(kind, change, kept)
    stubs.clear()
    local data = books.small()
    local chosen
    for _, quiz in ipairs(data.quizzes) do
        for _, question in ipairs(quiz.questions) do
            if question.kind == kind and not chosen then
                chosen = question
            end
        end
    end
    if change then
        change(chosen)
    end
    data.quizzes = {{id = "quiz-alone", title = "Alone", chapter = "", href = "a.xhtml#quiz-alone", questions = {chosen}}}
    local book = assert(model.read_quizzes(data))
    local quiz = assert(book.quizzes[1], "the question is sound")
    local attempt = Attempt.open(book, quiz, kept or Attempt.fresh(quiz, 1))
    Player.start({screen = screen, attempt = attempt, save = function() end, jump = function() end, again = function() end,
                  code = function() end})
    return attempt, quiz.questions[1]
end

local function set_of(list)
    local set = {}
    for _, value in ipairs(list) do
        set[value] = true
    end
    return set
end

test("a title under KOReader's menus opens its quiz", function()
    reader.open_book(STUDENT_BOOK)
    local overrides = set_of(stubs.zones.hornbook_tap.overrides)
    for _, zone in ipairs({"readermenu_tap", "readermenu_ext_tap", "readerconfigmenu_tap", "readerconfigmenu_ext_tap", "readerfooter_tap",
                           "readerhighlight_tap"}) do
        check.that(overrides[zone], zone)
    end
end)

-- ---- double taps ----

test("a double tap on Check does not skip the feedback", function()
    local attempt, question = play_alone("choose-one")
    reader.answer(question, answers.wrong(question))
    stubs.tap("Check")
    stubs.tap("Summary", 150)
    check.contains(stubs.top().text, "Not right")
    stubs.tap("Summary")
    check.contains(stubs.top().title, "Summary")
    check.that(attempt.kept.finished)
end)

test("a double tap ticks once; two boxes may be ticked quickly", function()
    local attempt = play_alone("choose-one", function(question)
        question.kind = "choose-all"
        question.choices[3] = {id = "quiz-one-a--c", text = "1953", right = true}
    end)
    stubs.tap("1934")
    stubs.tap("1934", 150)
    check.equal(attempt:answer(), {"quiz-one-a--b"})
    stubs.tap("1953", 200)
    check.equal(attempt:answer(), {"quiz-one-a--b", "quiz-one-a--c"})
end)

test("a double tap on a partner does not press what lay below", function()
    local attempt = play_alone("match")
    stubs.tap("1. Kirov")
    stubs.tap("Leningrad")
    stubs.tap("Summary", 150)
    check.contains(stubs.top().title, "1 of 1")
    check.equal(attempt:answer(), {1, false})
end)

test("buttons wait until their page is drawn", function()
    local shown = press.shown({paintTo = function() return "painted" end})
    local count = 0
    local tap = press.once(function() return shown end, function() count = count + 1 end)
    stubs.now = stubs.now + 1e9
    tap()
    check.equal(count, 0, "taps before it is drawn")
    check.equal(shown:paintTo(), "painted")
    tap()
    stubs.now = stubs.now + 1e6
    tap()
    tap()
    check.equal(count, 1, "taps that count")
end)

-- ---- sizes ----

test("every row is seven millimetres high on the real screen", function()
    for dpi, least in pairs({[167] = 47, [300] = 83}) do
        stubs.dpi = dpi
        play_alone("choose-one")
        for _, row in ipairs(stubs.top().buttons_table) do
            for _, button in ipairs(row) do
                check.that(button.height + 8 >= least, button.text .. " at " .. dpi)
            end
        end
        play_alone("match")
        stubs.tap("1. Kirov")
        check.that(stubs.top().buttons[1][1].height + 8 >= least, "a partner")
        play_alone("fill")
        stubs.tap("Type your")
        check.that(stubs.top().buttons[1][2].height + 8 >= least, "OK")
        local list = screen.list("Quizzes", {{label = "One", tap = function() end}})
        check.equal(list.items_max_lines, nil, "KOReader makes the rows of such a list as high as their letters")
        check.that(list.items_per_page * least <= 800 - 100, "a list at " .. dpi)
    end
    stubs.dpi = 167
end)

test("long choices wrap in their rows while these leave room, else they carry letters", function()
    local long = ("Peasants who had been driven from their homes worked there. "):rep(2)
    local _, question = play_alone("choose-one", function(asked) asked.choices[1].text = long end)
    local _, button = stubs.has_button(long)
    check.that(button and button.height > 50, "its lines have room")
    check.that(not stubs.top().text:find(long, 1, true), "the text does not repeat it")
    reader.answer(question, question.choices[1].id)
    stubs.tap("Check")
    check.contains(stubs.top().text, "Your answer: " .. long)
    play_alone("choose-one", function(asked)
        asked.choices[1].text = long:rep(6)
        asked.choices[2].text = long:rep(5)
    end)
    check.that(not stubs.has_button(long))
    check.contains(stubs.top().text, "A.  " .. long:rep(6))
end)

test("the lefts of a match wrap, too", function()
    local left = "The man who led the Party in Leningrad before he was murdered in 1934"
    play_alone("match", function(question) question.lefts[1].text = left end)
    check.that(stubs.has_button("1. " .. left .. " → …"))
    play_alone("match", function(question) question.lefts[1].text = left:rep(20) end)
    check.that(stubs.has_button("1. The man who led the Par… → …"))
    check.contains(stubs.top().text, "1.  " .. left:rep(20))
end)

test("a short question stands in large letters and bold, a long one as large as it may", function()
    local function size()
        return stubs.top().text_types[stubs.top().text_type].font_size
    end
    play_alone("choose-one")
    check.equal(size(), 30)
    check.contains(stubs.top().text, "\239\191\177\239\191\178When?\239\191\179")
    play_alone("choose-one", function(question) question.body = ("Read this. "):rep(60) end)
    check.that(size() > 20 and size() < 30, "neither")
    play_alone("choose-one", function(question) question.body = ("Read this. "):rep(900) end)
    check.equal(size(), 20)
    stubs.preferences.textviewer_text_types = {general = {font_size = 34}}
    play_alone("choose-one")
    check.equal(size(), 34, "the reader's own size")
    stubs.preferences.textviewer_text_types = nil
end)

test("a page of ours covers the screen, page number and all", function()
    play_alone("choose-one")
    check.equal({stubs.top().width, stubs.top().height, stubs.top().covers_fullscreen}, {600, 800, true})
end)

test("the page is offered where it shows more than plain text can", function()
    play_alone("choose-one")
    check.that(not stubs.has_button("See the page"))
    play_alone("choose-one", function(question) question.page = true end)
    check.that(stubs.has_button("See the page"))
end)

-- ---- asking first, leaving, what should have been done ----

test("a gap is filled in its sentence", function()
    local question = {text = "Kirov died in ____, Trotsky in ____.", blanks = {{}, {}}}
    check.equal(gaps.sentence(question, {"1934", ""}, 2), "Kirov died in 1934, Trotsky in (2)____.")
    check.equal(gaps.sentence(question, {"", ""}, 1), "Kirov died in (1)____, Trotsky in ____.")
    local body = ("He said so. "):rep(30) .. "It was %____ of the 100%. " .. ("So they say. "):rep(30)
    check.equal(gaps.sentence({text = "Fill.", body = "One.\n" .. body, blanks = {{}}}, {""}, 1), "It was %____ of the 100%.")
    local endless = ("und "):rep(200)
    local near = gaps.sentence({text = endless .. "____ " .. endless, blanks = {{}}}, {""}, 1)
    check.that(#near < 200 and near:find("und ____ und", 1, true), near)
    check.equal(gaps.sentence({text = "When?", blanks = {{}}}, {""}, 1), "When?")
    play_alone("fill", function(asked)
        asked.text = "Tried in ____ and shot in ____."
        asked.blanks[2] = asked.blanks[1]
    end)
    stubs.tap("(1)")
    stubs.type("1938")
    stubs.tap("(2)")
    check.equal(stubs.top().description, "Tried in 1938 and shot in (2)____.")
end)

test("one gap is not told as several, and marks stay in one line", function()
    play_alone("fill")
    check.contains(stubs.top().text, "Fill in the gap. [Marks:\194\1601]")
    play_alone("fill", function(asked)
        asked.text = "From ____ to ____."
        asked.blanks[2] = asked.blanks[1]
    end)
    check.contains(stubs.top().text, "Fill in the gaps.")
end)

test("the question stands above what is written to it", function()
    play_alone("write")
    stubs.tap("Write here")
    check.equal(stubs.top().description, "Why?")
    play_alone("write", function(asked) asked.text = ("Why so?\n"):rep(60) end)
    stubs.tap("Write here")
    local asked = stubs.top().description
    check.that(#asked < 170 and asked:find("^… Why so%? Why so%?.*Why so%?$"), asked)
    local told = ("It stands in No. 7, as he says. "):rep(5)
    check.equal(gaps.last_sentences({text = told .. "Explain this!"}), "… " .. told:sub(33) .. "Explain this!")
    check.equal(gaps.last_sentences({text = ("雨が降る"):rep(45) .. "。なぜですか。"}), "… なぜですか。")
    check.that(gaps.last_sentences({text = ("und "):rep(90)}):find("^und .*und…$"))
end)

test("Check with parts left empty asks first", function()
    local attempt = play_alone("match")
    stubs.tap("1. Kirov")
    stubs.tap("Leningrad")
    stubs.tap("Check")
    check.contains(stubs.top().text, "Still empty: 1")
    check.that(attempt:is_open())
    stubs.top().ok_callback()
    check.that(not attempt:is_open())
    local full, question = play_alone("match")
    reader.answer(question, answers.right(question))
    stubs.tap("Check")
    check.that(not full:is_open())
end)

test("feedback tells what should have been done from what should not", function()
    local _, question = play_alone("choose-one", function(asked)
        asked.kind = "choose-all"
        asked.choices[3] = {id = "quiz-one-a--c", text = "1953", right = true}
        asked.choices[4] = {id = "quiz-one-a--d", text = "1961", right = false}
    end)
    reader.answer(question, {question.choices[1].id, question.choices[2].id})
    stubs.tap("Check")
    check.contains(stubs.top().text, "✗  1929\n     You should not have chosen this.")
    check.contains(stubs.top().text, "✓  1934\n")
    check.contains(stubs.top().text, "+  1953\n     You should have chosen this.")
    check.contains(stubs.top().text, "–  1961")
    play_alone("fill", function(asked)
        asked.text = "Tried in ____ and shot in ____."
        asked.blanks[2] = asked.blanks[1]
    end)
    stubs.tap("(1)")
    stubs.type("1929")
    stubs.tap("Check")
    stubs.top().ok_callback()
    check.contains(stubs.top().text, "✗  (1) 1929")
    check.contains(stubs.top().text, "–  (2) Not answered")
end)

test("a round that repeats can be left", function()
    local plugin = reader.with_pupil(STUDENT_BOOK)
    local app = plugin:app()
    local book = app.book:quizzes()
    local quiz = book.places[first].quiz
    app:play(book, quiz, app.store:begin(book, quiz, nil, {[quiz.questions[1].id] = true, [quiz.questions[2].id] = true}))
    check.contains(stubs.top().title, "1 of 2")
    stubs.tap("Leave this round")
    stubs.top().ok_callback()
    stubs.clear()
    app:open_quiz(book, quiz)
    check.contains(stubs.top().title, "1 of 7")
    check.that(not stubs.has_button("Leave"))
end)

-- ---- keys ----

local function with_keys(run)
    stubs.has_keys, stubs.has_touch = true, false
    local ok, message = pcall(run)
    stubs.has_keys, stubs.has_touch = false, true
    assert(ok, message)
end

local function focused()
    local button = stubs.top().button_table:getFocusItem()
    return button and button.text
end

test("down from the choices is Check, as soon as there is something to check", function()
    with_keys(function()
        play_alone("choose-one", function(asked) asked.kind = "choose-all" end)
        local buttons = stubs.top().button_table
        local function down_to_last_row()
            for _ = buttons.selected.y + 1, #buttons.layout do
                buttons:onFocusMove({0, 1})
            end
            return focused()
        end
        check.contains(down_to_last_row(), "Back")
        buttons:onFocusMove({0, 1})
        stubs.key()
        check.equal(down_to_last_row(), "Check")
    end)
end)

test("three presses of keys answer a question", function()
    with_keys(function()
        local attempt = play_alone("choose-one")
        check.equal(focused(), "○  1929")
        stubs.key()
        check.equal(focused(), "Check")
        stubs.key()
        check.equal(focused(), "Summary")
        stubs.key()
        check.that(attempt.kept.finished)
        check.equal(focused(), "Close")
    end)
end)

test("the focus goes to what is still open", function()
    with_keys(function()
        play_alone("match")
        check.equal(focused(), "1. Kirov → …")
        stubs.key()
        stubs.tap("Paris")
        check.equal(focused(), "2. Trotsky → …")
        stubs.key()
        stubs.tap("Mexico")
        check.equal(focused(), "Check")
        local attempt, question = play_alone("arrange")
        stubs.key()
        check.equal(focused(), "–  " .. question.items[2].text)
        stubs.key()
        check.equal(focused(), "Check")
        check.equal(#attempt:answer(), 2)
        play_alone("fill")
        stubs.key()
        stubs.type("1938")
        check.equal(focused(), "Check")
        play_alone("write")
        check.equal(focused(), "Write here")
    end)
end)

test("page keys turn to the next question and back", function()
    with_keys(function()
        local plugin = reader.with_pupil(STUDENT_BOOK)
        local app = plugin:app()
        local book = app.book:quizzes()
        app:open_quiz(book, book.places[first].quiz)
        stubs.key(-1)
        check.contains(stubs.top().title, "1 of 7")
        stubs.key(1)
        check.contains(stubs.top().title, "2 of 7")
        stubs.key(-1)
        check.contains(stubs.top().title, "1 of 7")
        check.equal(stubs.top().key_events.ShowMenu, nil, "a menu that is not there")
        for _ = 1, 7 do
            stubs.key(1)
        end
        check.contains(stubs.top().title, "Summary")
        check.equal(focused(), "◂ Look at the questions")
        stubs.key(1)
        check.contains(stubs.top().title, "Summary")
        stubs.key(-1)
        check.contains(stubs.top().title, "7 of 7")
    end)
end)

test("nothing speaks of tapping where nothing can be tapped", function()
    with_keys(function()
        for _, kind in ipairs({"choose-one", "match", "arrange", "fill", "write"}) do
            play_alone(kind)
            local spoken = stubs.top().text
            for _, row in ipairs(stubs.top().buttons_table) do
                for _, button in ipairs(row) do
                    spoken = spoken .. "\n" .. button.text
                end
            end
            check.that(not spoken:lower():find("tap"), kind)
        end
        reader.open_book(STUDENT_BOOK)
        for _, item in ipairs(stubs.menu_items.hornbook.sub_item_table_func()) do
            for _, inner in ipairs(item.sub_item_table or {}) do
                check.that(not inner.text_func():lower():find("tap"), inner.text_func())
            end
        end
    end)
end)
