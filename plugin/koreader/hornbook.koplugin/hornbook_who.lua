-- Who is reading, on a device of one pupil or of a class: asked with one tap on the numbers used here, proved by a PIN where the pupil
-- has one; and what only the teacher may do. app: hornbook_app.
local moments = require("hornbook_moments")
local pins = require("hornbook_pins")
local pupils = require("hornbook_pupils")
local words = require("hornbook_words")

local who = {}

local most_buttons = 6  -- pupils; more of them make a list that pages
local usual_pause = 10  -- minutes

local function name_of(pupil)
    return pupil == nil and words.get("nobody_in_particular") or tostring(pupil)
end
who.name_of = name_of

-- ---- PINs ----

-- Of the keys those that have a PIN which may be tried now; where there is none, the seconds until then.
local function keys_open(app, keys)
    local now, open, least = moments.now(app.clock, app.disk.steady), {}, nil
    for _, key in ipairs(keys) do
        local tries = app.store:tries(key)
        local wait, is_new = pins.wait(tries, now)
        if is_new then
            app.store:set_tries(key, {count = tries.count, since = now})
        end
        if app.store:pin(key) and wait == 0 then
            open[#open + 1] = key
        elseif app.store:pin(key) then
            least = math.min(least or wait, wait)
        end
    end
    return open, least
end

-- Whether nothing may be tried now; then it is told how long.
local function must_wait(app, keys)
    local open, least = keys_open(app, keys)
    if #open == 0 then
        app.screen.message(words.get("wait_pin", least or 0))
    end
    return #open == 0, open
end

-- Whether what was typed fits. A wrong one is kept before it is told, so that nothing makes it untried.
local function try_pin(app, keys, typed)
    local is_too_early, open = must_wait(app, keys)
    if is_too_early then
        return false
    end
    local pin = pins.read(typed)
    if not pin then
        app.screen.message(words.get("wrong_pin"))
        return false
    end
    for _, key in ipairs(open) do
        if pins.fits(app.store:pin(key), pin, app.hash) then
            app.store:set_tries(key, nil)
            return true
        end
    end
    for _, key in ipairs(open) do
        app:tell(app.store:set_tries(key, pins.after_wrong(app.store:tries(key), moments.now(app.clock, app.disk.steady))))
    end
    if not must_wait(app, keys) then
        app.screen.message(words.get("wrong_pin"))
    end
    return false
end

-- Asks for a PIN until it is that of one of the keys. After three wrong ones each has to wait for the next. otherwise(): called, where it
-- is given, when none may be tried now or none was typed.
local function ask_pin(app, title, keys, run, otherwise)
    local open, least = keys_open(app, keys)
    if #open == 0 then
        if otherwise then
            otherwise()
        end
        return app.screen.message(words.get("wait_pin", least or 0))
    end
    app.screen.input({
        title = title,
        secret = true,
        done = function(typed) return try_pin(app, keys, typed) end,
        after = run,
        left = otherwise,
    })
end

-- A new PIN, or none.
local function set_pin(app, key, title)
    local done
    app.screen.input({
        title = title,
        description = words.get("pin_hint"),
        secret = true,
        done = function(typed)
            local pin = pins.read(typed)
            if not pin and typed:match("%S") then
                app.screen.message(words.get("pin_hint"))
                return false
            end
            done = pin and "pin_set" or "pin_removed"
            app:tell(app.store:set_pin(key, pin and pins.make(pin, app.hash, app.disk.random)))
        end,
        after = function() app.screen.message(words.get(done)) end,
    })
end

-- Runs what only a teacher may do: at once where no PIN is set.
function who.with_teacher(app, run)
    if not app.store:pin("teacher") then
        return run()
    end
    ask_pin(app, words.get("teachers_pin"), {"teacher"}, run)
end

-- The same for what a pupil without the PIN may not even where none is set.
function who.with_teacher_only(app, run)
    if not app.store:pin("teacher") then
        return app.screen.message(words.get("needs_teachers_pin"))
    end
    who.with_teacher(app, run)
end

function who.set_teachers_pin(app)
    who.with_teacher(app, function() set_pin(app, "teacher", words.get("teachers_pin")) end)
end

-- The teacher's PIN opens what a forgotten one closed.
local function with_pupils_pin(app, pupil, run, otherwise)
    local key = pupils.key(pupil)
    if not app.store:pin(key) then
        return run()
    end
    ask_pin(app, words.get("pin_of", name_of(pupil)), {key, "teacher"}, run, otherwise)
end

function who.set_my_pin(app)
    who.with_pupil(app, function()
        local pupil = app.store:pupil()
        with_pupils_pin(app, pupil, function() set_pin(app, pupils.key(pupil), words.get("pin_of", name_of(pupil))) end)
    end)
end

-- ---- who is reading ----

local function take(app, pupil, after)
    with_pupils_pin(app, pupil, function()
        app:leave_quiz()
        app:tell(app.store:choose_pupil(pupil))
        app:note_other_pupil()
        app.seen_at = app.clock()
        after()
    end, function() who.choose(app, after) end)
end

local function ask_number(app, after)
    local pupil
    app.screen.input({
        title = words.get("who_is_reading"),
        description = words.get("number_or_nickname"),
        hint = words.get("pupil_hint"),
        done = function(typed)
            pupil = pupils.read(typed)
            if not pupil then
                app.screen.message(words.get("no_such_pupil"))
                return false
            end
        end,
        after = function() take(app, pupil, after) end,
    })
end

-- Asks who is reading; after: called once somebody is chosen.
function who.choose(app, after)
    local rows = {}
    for i, pupil in ipairs(app.store:known_pupils()) do
        rows[i] = {label = tostring(pupil), tap = function() take(app, pupil, after) end}
    end
    local show = #rows > most_buttons and app.screen.list or app.screen.choose
    rows[#rows + 1] = {label = words.get("number_or_nickname_short"), tap = function() ask_number(app, after) end}
    rows[#rows + 1] = {label = words.get("nobody_in_particular"), tap = function() take(app, nil, after) end}
    show(words.get("who_is_reading"), rows)
end

-- Minutes after which a device that is shared asks again.
function who.pause(app)
    local minutes = app:setting("ask_after")
    return type(minutes) == "number" and minutes or usual_pause
end

local function was_left(app)
    return app.store:setting("shared") == true and app.seen_at ~= nil and app.clock() - app.seen_at > 60 * who.pause(app)
end

function who.with_pupil(app, run)
    if app.store:has_pupil() and (app:is_in_test() or not was_left(app)) then
        app.seen_at = app.clock()
        return run()
    end
    who.choose(app, run)
end

-- The next one may be somebody else. Whoever was in the middle of a quiz finds it again by saying so.
function who.ask_anew(app)
    if app.store:setting("shared") ~= true then
        return
    end
    local before, quiz = app.store:pupil(), app:leave_quiz()
    local had = app.store:has_pupil()
    app.screen.close_all()
    if app:is_in_test() then
        return  -- it stays with whoever is taking it
    end
    app:tell(app.store:forget_pupil())
    if not app.book then
        return  -- no book is open; the next thing that needs to know asks
    end
    who.choose(app, function()
        if quiz and had and app.store:pupil() == before then
            quiz()
        end
    end)
end

-- A page was turned.
function who.note_turn(app)
    if was_left(app) then
        who.ask_anew(app)
    end
    app.seen_at = app.clock()
end

return who
