-- Results as codes for a camera: how they are packed, and how they are shown.
local check = require("check")
local codes = require("hornbook_codes")
local deflate = require("hornbook_deflate")
local frames = require("hornbook_frames")
local inflated = require("inflate")
local reader = require("reader")
local stubs = require("stubs")
local values = require("hornbook_values")
local who = require("hornbook_who")

local test = check.test

-- RFC 9285, section 4.3.
test("Base45", function()
    check.equal(frames.base45("AB"), "BB8")
    check.equal(frames.base45("Hello!!"), "%69 VD92EX0")
    check.equal(frames.base45("base-45"), "UJCLQE7W581")
    check.equal(frames.base45(""), "")
end)

local function noise(count, letters)
    local parts = {}
    for i = 1, count do
        parts[i] = string.char(math.random(256 - letters, 255))
    end
    return table.concat(parts)
end

test("what is packed is found again, byte for byte", function()
    math.randomseed(5)
    local texts = {"", "a", "abc", ("a"):rep(258), ("a"):rep(259), ("abc"):rep(20000), noise(5000, 256), noise(70000, 2), noise(40000, 20)}
    for _ = 1, 200 do
        texts[#texts + 1] = noise(math.random(400), math.random(1, 256)) .. noise(math.random(400), math.random(1, 3)):rep(math.random(3))
    end
    for i, text in ipairs(texts) do
        check.that(inflated(deflate.pack(text)) == text, "text " .. i)
    end
    check.that(#deflate.pack(("abc"):rep(20000)) < 400)
end)

local alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"

local function bytes_of(written)
    return (written:gsub("..?.?", function(signs)
        local value = 0
        for i = #signs, 1, -1 do
            value = 45 * value + alphabet:find(signs:sub(i, i), 1, true) - 1
        end
        return (#signs == 3 and string.char(math.floor(value / 256)) or "") .. string.char(value % 256)
    end))
end

local function unpacked(list)
    local bodies, sum = {}, nil
    for i, frame in ipairs(list) do
        local index, count, crc, names, body = frame.text:match("^HB1/(%d+)/(%d+)/(%x+)/(%x*)/(.*)$")
        check.equal({tonumber(index), tonumber(count)}, {i, #list})
        check.that(#frame.text <= 667 and not frame.text:find("[^0-9A-Z $%%*+./:-]"), frame.text)
        check.equal((names:gsub("%x%x", function(digits) return string.char(tonumber(digits, 16)) end)), frame.names)
        check.that(sum == nil or sum == crc)
        bodies[i], sum = body, crc
    end
    local content = inflated(bytes_of(table.concat(bodies)))
    check.equal(values.checksum(content):upper(), sum)
    return content
end

test("documents come in sets of frames, and a long one is cut nowhere", function()
    math.randomseed(6)
    local long = noise(30000, 200) .. "\n"
    local list = frames.of({{pupil = 7, content = "first\n"}, {pupil = 7, content = "second\n"}, {pupil = "Fox", content = "third\n"},
                            {content = long}})
    check.equal({list[1].names, list[1].count, list[1].index, list[2].names, list[2].index}, {"7, Fox", 1, 1, "?", 1})
    check.equal(unpacked({list[1]}), "first\nsecond\nthird\n")
    table.remove(list, 1)
    check.that(#list > 40)
    check.equal(unpacked(list), long)
    local many = {}
    for i = 1, 40 do
        many[i] = {pupil = i, content = "x"}
    end
    check.equal(frames.of(many)[1].names, "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, …")
end)

local function taken()
    local page = stubs.top()
    return page[1][1][1][2][1].text, page
end

test("a finished quiz is shown to a camera, page by page, by buttons, taps and keys", function()
    local plugin = reader.with_pupil(STUDENT_BOOK)
    local app = plugin:app()
    local book = app.book:quizzes()
    local quiz = book.places[reader.first_quiz].quiz
    app:open_quiz(book, quiz)
    check.that(not stubs.has_button("camera"))
    for _, question in ipairs(quiz.questions) do
        if question.kind == "choose-one" then
            reader.answer(question, question.choices[1].id)
            stubs.tap("Check")
        end
        stubs.tap(stubs.has_button("Next") and "Next" or "Summary")
    end
    stubs.tap("Finish")
    stubs.top().ok_callback()
    local below = #stubs.shown
    stubs.has_keys = true
    stubs.tap("camera")
    local first, page = taken()
    check.contains(first, "HB1/1/")
    check.contains(page.title, "7\nPicture 1 of 2")
    stubs.now = stubs.now + 1000000
    page:onTap(nil, {pos = {x = 500, y = 300}})
    check.contains(stubs.top().title, "Picture 2 of 2")
    check.contains(stubs.top().advice, "last")
    stubs.top():onTap(nil, {pos = {x = 500, y = 300}})
    check.contains(stubs.top().title, "Picture 2 of 2", "after the last there is none")
    stubs.now = stubs.now + 1000000
    stubs.top():onTurn(-1)
    check.equal(taken(), first)
    stubs.mirrored = true
    stubs.now = stubs.now + 1000000
    stubs.top():onTap(nil, {pos = {x = 100, y = 300}})
    check.contains(stubs.top().title, "Picture 2 of 2", "in Arabic the next is on the left")
    stubs.now = stubs.now + 1000000
    stubs.top():onSwipe(nil, {direction = "west"})
    stubs.mirrored = false
    check.equal(taken(), first)
    stubs.key()
    check.contains(stubs.top().title, "Picture 2 of 2", "keys begin on Next")
    check.equal(stubs.top().button_table:getFocusItem().id, "close")
    check.equal(#stubs.shown, below + 1)
    stubs.now = stubs.now + 1000000
    stubs.top():onClose()
    check.equal(#stubs.shown, below)
    stubs.has_keys = false
end)

local function take(app, book, pupil, number)
    app.store:choose_pupil(pupil)
    local question = reader.open_at(app, book.quizzes[number], "choose-one")
    reader.answer(question, question.choices[1].id)
    stubs.tap("Check")
    app:leave_quiz()
end

test("a teacher shows everybody's codes of one quiz alone, or all", function()
    local app = reader.with_pupil(STUDENT_BOOK):app()
    local book = app.book:quizzes()
    take(app, book, 7, 1)
    take(app, book, 8, 1)
    take(app, book, 8, 2)
    stubs.clear()
    codes.everybody(app)
    local rows = stubs.top().item_table
    check.equal(#rows, 3)
    check.equal({rows[1].text, rows[2].mandatory, rows[3].mandatory}, {"All results", "Pupils: 2", "Pupils: 1"})
    check.contains(rows[2].text, book.quizzes[1].title)
    local function shown(row)
        row.callback()
        local content = {}
        for i = 1, tonumber(stubs.top().title:match("of (%d+)$")) do
            content[i] = {text = taken(), names = stubs.top().title:match("Reading: (.-)\n")}
            stubs.now = stubs.now + 1000000
            stubs.top():onTurn(1)
        end
        return unpacked(content)
    end
    local one = shown(rows[3])
    check.contains(one, book.quizzes[2].id)
    check.that(not one:find('"' .. book.quizzes[1].id .. '"', 1, true) and not one:find('"pupil":7', 1, true))
    codes.everybody(app)
    local all = shown(stubs.top().item_table[1])
    check.that(all:find(book.quizzes[1].id, 1, true) and all:find(book.quizzes[2].id, 1, true) and all:find('"pupil":7', 1, true))
end)

test("the teacher's PIN stands before everybody's codes", function()
    local plugin = reader.with_pupil(STUDENT_BOOK)
    local app = plugin:app()
    codes.everybody(app)
    check.contains(stubs.top().text, "no results yet")
    stubs.clear()
    who.set_teachers_pin(app)
    stubs.type("9999")
    stubs.clear()
    codes.everybody(app)
    check.equal(stubs.top().title, "Teacher's PIN")
    stubs.type("1111")
    check.contains(stubs.top().text, "not right")
end)
