-- A test that a teacher has started on this device with the test edition of a book: until a pupil has handed it in, nothing but its
-- quizzes opens. The device cannot be locked, so each time at which the test is left is noted for whoever was taking it.
--   store:test() = {book, title, going = key of the pupil who is taking it, done = {[key] = true: has handed it in},
--                   away = moment at which it was left, seen = moment of the last sign of life}
-- app: hornbook_app.
local moments = require("hornbook_moments")
local who = require("hornbook_who")
local words = require("hornbook_words")

local test_mode = {}

local seconds_between_signs = 30

local function now(app)
    return moments.now(app.clock, app.disk.steady)
end

local function save(app, test)
    return app:tell(app.store:set_test(test))
end

local function is_the_test(test, book)
    return test ~= nil and book ~= nil and book.edition == "test" and book.book == test.book
end

-- Whether somebody is in the middle of the test; it was theirs when the device went to sleep, and is theirs when it wakes.
function test_mode.is_going(app)
    local test = app.store:test()
    return test ~= nil and test.going ~= nil
end

-- Whether what is asked for has to wait; book: which it is of, or nil.
function test_mode.is_barred(app, book)
    local test = app.store:test()
    if not test or is_the_test(test, book) then
        return false
    end
    return not test.done[app.store:current_key() or ""]
end

-- The same, and tells it.
function test_mode.bars(app, book)
    if not test_mode.is_barred(app, book) then
        return false
    end
    app.screen.message(words.get("test_bars", app.store:test().title))
    return true
end

-- ---- the teacher ----

local function begin(app, book)
    app:leave_quiz()
    if app.store:setting("shared") == true then
        app:tell(app.store:forget_pupil())
    end
    local is_begun = app.store:has_pupil() and app.store:quiz_to_continue(book)
    save(app, {book = book.book, title = book.title, done = {}, going = is_begun and app.store:current_key() or nil, seen = now(app)})
    app.note_setting("test", true)
    app.screen.message(words.get("test_started"))
end

function test_mode.start(app)
    local book = app:quizzes()
    if not book then
        return
    elseif book.edition ~= "test" then
        return app.screen.message(words.get("needs_test_edition"))
    end
    who.with_teacher(app, function()
        local warning = app.store:pin("teacher") and "" or "\n\n" .. words.get("test_no_pin")
        app.screen.confirm(words.get("test_start_sure", book.title) .. warning, words.get("start"), function() begin(app, book) end)
    end)
end

-- Who left it and has not come back is noted now.
function test_mode.stop(app)
    who.with_teacher(app, function()
        test_mode.note_return(app)
        save(app, nil)
        app.note_setting("test", false)
        app.screen.message(words.get("test_ended"))
    end)
end

-- ---- the pupil ----

-- A quiz of the test was opened, to be answered.
function test_mode.note_begun(app, book)
    local test = app.store:test()
    if is_the_test(test, book) then
        test.going, test.seen = app.store:current_key(), now(app)
        test.done[test.going] = nil
        save(app, test)
    end
end

-- A quiz of the test was handed in: with the last that was begun the test is over for this pupil.
function test_mode.note_handed_in(app, book)
    local test = app.store:test()
    if is_the_test(test, book) and test.going and not app.store:quiz_to_continue(book) then
        test.done[test.going] = true
        test.going, test.away, test.seen = nil, nil, nil
        save(app, test)
    end
end

-- Somebody else reads, by the teacher's leave.
function test_mode.note_other_pupil(app)
    local test = app.store:test()
    if test and test.going and test.going ~= app.store:current_key() then
        test.going, test.away, test.seen = nil, nil, nil
        save(app, test)
    end
end

-- ---- leaving ----

-- A page was turned or an answer given. Should KOReader be killed, the test was left after this.
function test_mode.note_sign(app)
    local test = app.store:test()
    if test and test.going and not test.away then
        local moment, seen = now(app), moments.read(test.seen)
        local passed = seen and moments.between(seen, moment)
        if not passed or passed >= seconds_between_signs then
            test.seen = moment
            save(app, test)
        end
    end
end

-- The book closes, or the device goes to sleep.
function test_mode.note_leaving(app)
    local test = app.store:test()
    if test and test.going and not test.away then
        test.away = now(app)
        save(app, test)
    end
end

-- The test is open again, or over.
function test_mode.note_return(app)
    local test = app.store:test()
    local left = test and test.going and moments.read(test.away)
    if left then
        local moment = now(app)
        app:tell(app.store:note_left(test.going, test.book, {at = moments.written(left), seconds = moments.between(left, moment)}))
        test.away, test.seen = nil, moment
        save(app, test)
    end
end

-- A book was opened while there is a test. Where nobody noted that the test was left, KOReader ended without a word.
function test_mode.meet_book(app)
    local test = app.store:test()
    local book = test and app.book and app.book:quizzes()
    if is_the_test(test, book) then
        test.away = test.away or test.seen
        test_mode.note_return(app)
    elseif test and test.going then
        app.screen.soon(words.get("test_elsewhere", test.title))
    end
end

return test_mode
