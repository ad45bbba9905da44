-- Wrong PINs: each waits longer, over restarts and with whatever clock, and never for good.
local check = require("check")
local pins = require("hornbook_pins")
local reader = require("reader")
local stubs = require("stubs")
local who = require("hornbook_who")

local test = check.test

local function after(count, now)
    local tries
    for _ = 1, count do
        tries = pins.after_wrong(tries, now)
    end
    return tries
end

test("after three wrong ones each waits longer, up to a quarter of an hour", function()
    local now = {clock = 0, boot = "a", up = 10}
    local waits = {}
    for count = 1, 10 do
        waits[count] = pins.wait(after(count, now), now)
    end
    check.equal(waits, {0, 0, 30, 60, 120, 240, 480, 900, 900, 900})
    check.equal(pins.wait(after(1e4, now), now), 900)
    check.equal(pins.wait(nil, now), 0)
    check.equal(pins.wait({count = "x"}, now), 0)
    check.equal(pins.wait({count = 5}, now), 120)
end)

test("the wait is counted by what nobody can set, where the device tells it", function()
    local tries = after(4, {clock = 1e9, boot = "a", up = 10})
    check.equal(pins.wait(tries, {clock = 2e9, boot = "a", up = 30}), 40)
    check.equal(pins.wait(tries, {clock = 0, boot = "a", up = 70}), 0)
    check.equal({pins.wait(tries, {clock = 2e9, boot = "b", up = 500})}, {60, true}, "switched off and on: it begins anew")
    local without = after(4, {clock = 1000})
    check.equal(pins.wait(without, {clock = 1030}), 30)
    check.equal({pins.wait(without, {clock = 500})}, {60, true}, "a clock that was set back")
end)

local function with_pins()
    local plugin = reader.with_pupil(STUDENT_BOOK)
    local app = plugin:app()
    local system = require("hornbook_system")
    system.boot, system.up = "boot", 10
    who.set_teachers_pin(app)
    stubs.type("9999")
    stubs.clear()
    return app, system
end

test("a wrong PIN leaves nothing behind that must be deleted unseen", function()
    local app = with_pins()
    app:with_teacher(function() app.screen.message("it opens") end)
    local input = stubs.top()
    stubs.type("1111")
    check.contains(stubs.top().text, "not right")
    check.equal(input:getInputText(), "")
end)

local function try(app, pin)
    app:with_teacher(function() app.screen.message("it opens") end)
    if stubs.top().title then
        stubs.type(pin)
    end
    local said = stubs.top().text
    stubs.clear()
    return said
end

test("a guesser waits, also after KOReader was ended, and the teacher gets in", function()
    local app, system = with_pins()
    for _ = 1, 2 do
        check.contains(try(app, "1111"), "not right")
    end
    check.contains(try(app, "1111"), "next try: 30")
    check.contains(try(app, "9999"), "next try: 30", "the right one waits, too")
    package.loaded.hornbook_disk = nil
    reader.Hornbook = reader.load_plugin()
    app = reader.open_book(STUDENT_BOOK):app()
    check.contains(try(app, "9999"), "next try: 30")
    system.up = 41
    check.contains(try(app, "1111"), "next try: 60")
    system.boot, system.up = "switched on again", 3
    check.contains(try(app, "9999"), "next try: 60")
    system.up = 33
    check.contains(try(app, "9999"), "next try: 30", "it does not begin anew at each try")
    system.up = 64
    check.equal(try(app, "9999"), "it opens")
    check.contains(try(app, "1111"), "not right", "all is forgotten then")
end)

test("what is no PIN is no try", function()
    local app = with_pins()
    for _ = 1, 5 do
        check.contains(try(app, "12"), "not right")
    end
    check.equal(try(app, "9999"), "it opens")
end)

test("wrong tries at a pupil's PIN are tries at the teacher's, and leave other pupils alone", function()
    local app = with_pins()
    for _, number in ipairs({"8", "7"}) do
        app:choose_pupil(function() end)
        reader.choose_pupil(number)
        who.set_my_pin(app)
        stubs.type(number:rep(4))
        stubs.clear()
    end
    app:choose_pupil(function() end)
    stubs.tap("8")
    for _ = 1, 3 do
        stubs.type("0000")
        stubs.dismiss()
    end
    stubs.clear()
    check.contains(try(app, "9999"), "next try: 30")
    app:choose_pupil(function() end)
    stubs.tap("7")
    stubs.type("7777")
    check.equal(app.store:pupil(), 7)
end)

test("who is reading is asked again where a PIN must wait or is not typed", function()
    local app = with_pins()
    app:choose_pupil(function() end)
    reader.choose_pupil("8")
    who.set_my_pin(app)
    stubs.type("8888")
    stubs.clear()
    app:choose_pupil(function() end)
    stubs.tap("8")
    stubs.type("0000")
    stubs.dismiss()
    stubs.tap("Cancel")
    check.contains(stubs.top().title, "Who is reading", "the PIN was not typed")
    for _ = 1, 2 do
        stubs.tap("8")
        stubs.type("0000")
        stubs.dismiss()
        stubs.tap("Cancel")
    end
    stubs.tap("8")
    check.contains(stubs.top().text, "next try: 30")
    stubs.dismiss()
    check.contains(stubs.top().title, "Who is reading")
end)
