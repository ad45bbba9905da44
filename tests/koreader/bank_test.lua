-- A quiz as large as the limits allow: it opens, is answered, summed up and exported, and a tap costs little more than in a small quiz.
local reader = require("reader")  -- the first, since it puts KOReader's stubs in place
local answers = require("answers")
local books = require("books")
local check = require("check")
local files = require("files")
local model = require("hornbook_model")
local stubs = require("stubs")

local test = check.test

-- A book of one quiz with so many questions, of each kind in turn.
local function bank_of(count, edition)
    local data = books.small()
    local kinds = {}
    for _, quiz in ipairs(data.quizzes) do
        for _, question in ipairs(quiz.questions) do
            kinds[#kinds + 1] = files.encode(question)
        end
    end
    data.quizzes[2] = nil
    data.quizzes[1].questions = {}
    for i = 1, count do
        local question = kinds[(i - 1) % #kinds + 1]:gsub("quiz%-%w+%-", "quiz-one-" .. i .. "-")
        data.quizzes[1].questions[i] = files.decode(question)
    end
    return edition == "test" and books.as_test(data) or data
end

local function open_bank(count, edition)
    local plugin = reader.with_pupil(STUDENT_BOOK)
    local data = bank_of(count, edition)
    package.loaded.rapidjson.decode = function() return data end
    local book = plugin:app().book:quizzes()
    package.loaded.rapidjson.decode = files.decode
    plugin:app():open_quiz(book, book.quizzes[1])
    return plugin:app(), book
end

-- How many thousands of the interpreter's steps a call takes.
local function steps(run)
    local count = 0
    jit.off()
    jit.flush()
    debug.sethook(function() count = count + 1 end, "", 1000)
    run()
    debug.sethook()
    jit.on()
    return count
end

-- Of the first question, when all after it are answered, and checked where that can be: the steps of each tap.
local function cost(count, edition, taps)
    local app = open_bank(count, edition)
    local key, attempt, parts = model.read_quizzes(bank_of(count)).quizzes[1], app.player.attempt, {}
    for i = 2, count do
        attempt:go_to(i)
        attempt:set_answer(answers.right(key.questions[i]))
        attempt:check()
    end
    attempt:go_to(1)
    app.player:show()
    app:keep()
    app:keep()  -- what was kept is not looked at from now on
    for i, label in ipairs(taps) do
        parts[i] = steps(function() stubs.tap(label) end)
    end
    return parts
end

-- A step is some ten nanoseconds, ten times that on an old e-reader; what waits for the storage is told in keeping_test.
local function costs_little_more(edition, taps)
    local small, large = cost(10, edition, taps), cost(model.most.questions, edition, taps)
    print(string.format("%s edition, steps of %s: %s thousand in 10 questions, %s thousand in %d", edition, table.concat(taps, ", "),
                        table.concat(small, ", "), table.concat(large, ", "), model.most.questions))
    for i in ipairs(small) do
        check.that(large[i] <= small[i] + 100, "tap " .. i .. ": " .. small[i] .. " and " .. large[i] .. " thousand steps")
    end
end

test("a tap in a quiz of 1,000 answered questions costs little more than in one of ten", function()
    costs_little_more("student", {"1934", "Check", "Next", "Back"})
end)

test("a tap in a test of 1,000 answered questions costs little more than in one of ten", function()
    costs_little_more("test", {"1934", "1929", "Next", "Back"})
end)

test("a quiz of 1,000 questions is played to its end", function()
    local app, book = open_bank(model.most.questions)
    local player, quiz = app.player, book.quizzes[1]
    check.contains(stubs.top().title, "1 of 1000")
    for i, question in ipairs(quiz.questions) do
        player.attempt:go_to(i)
        player.attempt:set_answer(answers.right(question))
        if i % 100 == 1 then
            player:show()
            stubs.tap("Next")
        end
    end
    player:show()
    stubs.tap("Summary")
    stubs.tap("Finish")
    stubs.top().ok_callback()
    check.contains(stubs.top().text, "Right: 800")
    stubs.tap("Close")
    app:results()
    check.contains(stubs.top().text, "First: ")
    stubs.tap("Export my results")
    local exported = 0
    for path, content in pairs(stubs.saved) do
        exported = exported + (path:find("hornbook-results", 1, true) and #content > 100000 and 1 or 0)
    end
    check.equal(exported, 2)
end)

test("one question more is left to the page", function()
    local data = bank_of(model.most.questions + 1)
    local book = model.read_quizzes(data)
    check.equal(book.quizzes, {})
    check.equal(book.broken, {["quiz-one"] = true})
end)
