-- The table of a class on the device: what files of this device and others tell, and which of them do not count.
local check = require("check")
local class = require("hornbook_class")
local class_view = require("hornbook_class_view")
local code = require("hornbook_code")
local files = require("files")
local json = require("dkjson")
local reader = require("reader")
local stubs = require("stubs")
local who = require("hornbook_who")

local test = check.test

local function attempt(number, score, more)
    local kept = {number = number, finished = true, questions = 2, score = score, of = 4, day = "2026-11-2" .. number,
                  answers = {{question = "quiz-a-1", kind = "choose-one", answer = "x", verdict = "partly", marks = score, of = 4}}}
    for key, value in pairs(more or {}) do
        kept[key] = value
    end
    return kept
end

local function export(pupil, device, attempts, more)
    local head = {schema = "hornbook-results", version = 3, book = "urn:1", identifier = "urn:1", edition = "student", title = "Rain",
                  language = "en", pupil = pupil or json.null, device = device,
                  quizzes = {{id = "quiz-a", title = "First", attempts = attempts}}}
    for key, value in pairs(more or {}) do
        head[key] = value
    end
    for _, kept in ipairs(attempts) do
        local result = head.edition == "test" and {answered = #kept.answers} or {score = kept.score, of = kept.of}
        kept.code = kept.finished and not kept.retry and (kept.code or code.make("urn:1", "quiz-a", pupil, result)) or nil
    end
    return json.encode(head)
end

local function collect(contents)
    local names = {}
    for name in pairs(contents) do
        names[#names + 1] = name
    end
    table.sort(names)
    return class.collect({result_names = function() return names, false, {} end, read_result = function(name) return contents[name] end},
                         files.decode)
end

local function count(values)
    local number = 0
    for _ in pairs(values) do
        number = number + 1
    end
    return number
end

local function cell(found, label)
    for _, pupil in ipairs(found.books[1].pupils) do
        if pupil.label == label then
            return pupil.cells["quiz-a"]
        end
    end
end

test("first and best are over all devices, and a round that repeats counts nowhere", function()
    local found = collect({
        ["a.json"] = export(7, "aaaaaa", {attempt(2, 1), attempt(3, 4, {retry = true}), attempt(4, 2)}),
        ["b.json"] = export(7, "bbbbbb", {attempt(1, 3)}),
        ["c.json"] = export("Fox", "bbbbbb", {attempt(1, 4, {finished = false})}),
        ["d.json"] = export(nil, "bbbbbb", {attempt(1, 0)}),
        ["e.json"] = export(nil, "cccccc", {attempt(1, 0)}),
    })
    check.equal(#found.left_out, 0)
    check.equal(found.files, 5)
    check.equal(#found.books, 1)
    check.equal(found.books[1].quizzes[1].of, 4)
    local labels = {}
    for i, pupil in ipairs(found.books[1].pupils) do
        labels[i] = pupil.label
    end
    check.equal(labels, {"7", "Fox", "? (bbbbbb)", "? (cccccc)"})
    check.equal({cell(found, "7").first.score, cell(found, "7").best.score}, {3, 3})
    check.equal(cell(found, "Fox").best.is_finished, false)
end)

test("an older export of the same device counts once, as the newer tells it", function()
    local found = collect({
        ["a.json"] = export(7, "aaaaaa", {attempt(1, 2)}),
        ["b.json"] = export(7, "aaaaaa", {attempt(1, 1, {finished = false}), attempt(2, 0)}),
    })
    check.equal(cell(found, "7").first.score, 2)
end)

test("what was cut, changed or is something else does not count, and is named with its reason", function()
    local whole = export(7, "aaaaaa", {attempt(1, 2)})
    local reasons = {}
    for name, content in pairs({
        broken = whole:sub(1, #whole - 20), empty = "", number = "3", changed = whole:gsub('"score":2', '"score":3'),
        code = whole:gsub('"code":"%d', '"code":"x'), newer = export(7, "aaaaaa", {}, {version = 4}), other = '{"schema": "else"}',
        device = export(7, {}, {}), nobody = export(41, "aaaaaa", {}), half = export(7.5, "aaaaaa", {}),
        twice = export(7, "aaaaaa", {}, {quizzes = {{id = "q", title = "q", attempts = {}}, {id = "q", title = "q", attempts = {}}}}),
        right = whole:gsub('"partly"', '"right"'), written = whole:gsub('"choose%-one"', '"write"'),
        few = whole:gsub('"questions":2', '"questions":0'),
        unsealed = export(7, "aaaaaa", {attempt(1, nil, {of = json.null})}, {edition = "test"}),
        order = export(7, "aaaaaa", {attempt(2, 2), attempt(1, 2)}), list = '{"schema": "hornbook-results", "version": 3, "quizzes": 7}',
    }) do
        reasons[name] = select(2, class.read(content, files.decode))
    end
    check.equal({reasons.newer, reasons.other}, {"newer", "other"})
    for name, reason in pairs(reasons) do
        check.equal(reason, (name == "newer" or name == "other") and name or "broken", name)
    end
    check.equal(count(reasons), 17)
    check.that(class.read(whole, files.decode))
    check.equal(class.read(nil, files.decode), nil)
end)

-- ---- on the screen ----

local function with_files(contents)
    local plugin = reader.with_pupil(STUDENT_BOOK)
    local app = plugin:app()
    who.set_teachers_pin(app)
    stubs.type("9999")
    stubs.clear()
    for name, content in pairs(contents) do
        stubs.saved["/home/hornbook-results/" .. name] = content
    end
    app:class_table()
    check.equal(stubs.top().title, "Teacher's PIN")
    stubs.type("9999")
    return app
end

local function rows()
    local found = {}
    for i, item in ipairs(stubs.top().item_table) do
        found[i] = item.text .. " | " .. (item.mandatory or "")
    end
    return found
end

test("the teacher sees pupils and quizzes, folder by folder, with the PIN alone", function()
    local app = with_files({
        ["a.json"] = export(7, "aaaaaa", {attempt(1, 3)}),
        ["reader 2/hornbook-results/b.JSON"] = export(12, "bbbbbb", {attempt(1, 4, {finished = false})}),
        ["reader 2/c.json"] = "{",
        ["reader 2/c.csv"] = "title",
        ["reader 2/d.csv"] = "title",
        [".hidden/d.json"] = "{",
    })
    check.equal(rows(), {"Rain | Pupils: 2", "Files that do not count: 2 | "})
    local overview = stubs.top()
    overview.item_table[2].callback()
    check.equal(rows(), {"reader 2/c.json | damaged or changed", "reader 2/d.csv | only .csv, which is not read here"})
    stubs.dismiss()
    overview.item_table[1].callback()
    local wide = "\226\128\135"
    check.equal(rows(), {"Pupils: 2 | " .. wide .. "1", "7  (3) | " .. wide .. "3", "12  (4) | 4…", "1.  First | 4",
                         "– nothing, … not finished, ? for you to mark | "})
    stubs.top().item_table[2].callback()
    check.contains(stubs.top().text, "First: 3 of 4. Best: 3 of 4.")
    stubs.clear()
    app.store:set_pin("teacher", nil)
    app:class_table()
    check.contains(stubs.top().text, "needs a teacher's PIN")
end)

test("of the open book the quizzes stand in its order, with their chapters", function()
    local app = reader.with_pupil(STUDENT_BOOK):app()
    local book = app.book:quizzes()
    local quizzes = {}
    for i, number in ipairs({2, 1}) do
        quizzes[i] = {id = book.quizzes[number].id, title = "Old title", attempts = {attempt(1, 1, {finished = false})}}
    end
    quizzes[3] = {id = "quiz-00-gone", title = "Gone", attempts = {}}
    local disk = {result_names = function() return {"a.json"}, false, {} end,
                  read_result = function() return export(7, "aaaaaa", {}, {book = book.book, quizzes = quizzes}) end}
    class_view.show({screen = app.screen, disk = disk, decode = files.decode, open = book})
    for i = 1, 2 do
        check.contains(rows()[2 + i], i .. ".  " .. book.quizzes[i].chapter .. ": " .. book.quizzes[i].title)
    end
    check.contains(rows()[5], "3.  Gone")
    stubs.clear()
end)

test("a test is unmarked, and says how often it was left", function()
    local left = {{at = "2026-11-24 10:05", ["for"] = 61}, {at = json.null, ["for"] = json.null}}
    with_files({["a.json"] = export(7, "aaaaaa", {attempt(1, nil, {sealed = true, of = json.null})}, {edition = "test", left = left})})
    check.equal(stubs.top().title, "Class table  ·  Rain  ·  test")
    check.equal(rows()[2], "7  ! | ?")
    stubs.top().item_table[2].callback()
    check.contains(stubs.top().text, "Test left, times: 2; minutes: 2")
    check.contains(stubs.top().text, "handed in")
    stubs.clear()
end)

test("many quizzes stand on several pages, and an empty folder is told", function()
    local quizzes = {}
    for i = 1, 12 do
        quizzes[i] = {id = "quiz-" .. string.format("%02d", i), title = "Q" .. i, attempts = {attempt(1, 1, {finished = false})}}
    end
    with_files({["a.json"] = export(7, "aaaaaa", {}, {quizzes = quizzes})})
    check.equal(rows()[8], stubs.top().item_table[8].text .. " | ")
    check.contains(rows()[9], "Next")
    stubs.top().item_table[9].callback()
    check.contains(rows()[3], "6.  Q6")
    stubs.clear()
    with_files({})
    check.contains(stubs.top().text, "no exported results in /home/hornbook-results")
    stubs.clear()
end)
