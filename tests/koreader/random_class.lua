-- A class answers random books by the plugin's own code: all rightly, all wrongly or by chance, strange texts among it. What leaves the
-- devices is written as JSON and as CSV.
-- Usage: luajit random_class.lua FOLDER SEED, where FOLDER/book-N.json and FOLDER/book-N-test.json are quizzes of books
local here = arg[0]:match("^(.*)/") or "."
package.path = here .. "/?.lua;" .. here .. "/../../plugin/koreader/hornbook.koplugin/?.lua;" .. package.path
local folder, seed = arg[1], tonumber(arg[2])
math.randomseed(seed)

local text = require("hornbook_text")
text.use_unicode(require("unicode")(text))

local Attempt = require("hornbook_attempt")
local Store = require("hornbook_store")
local answers = require("answers")
local books = require("books")
local export = require("hornbook_export")
local files = require("files")
local model = require("hornbook_model")

local strange = {
    "=1+1", "'=1+1", "''-5", "'", "-5", "+x", "@y", "\tx", "x\ty", "two\nlines", "a | b", "|", "||", " | ", "| |x|", "\"quoted\"",
    "a,b;c", "｡", "。", "\204\129", "َ", "ـ", "\194\133x", "１２", "٣", "३", "5.", "5,0", "1e3", "−4", "İI", "", "   ", "＝1", " ＝1",
    "\194\160", "\\|", "\1", ("long "):rep(300), "<b>&amp;</b>", "\226\128\174x",
}

local function by_chance(question)
    local kind = question.kind
    if kind == "choose-one" or kind == "true-false" then
        return question.choices[math.random(#question.choices)].id
    end
    local answer = {}
    if kind == "choose-all" then
        for _, choice in ipairs(question.choices) do
            if math.random(2) == 1 then
                answer[#answer + 1] = choice.id
            end
        end
    elseif kind == "fill" then
        for i, blank in ipairs(question.blanks) do
            local accepted = blank.accepted
            answer[i] = accepted and math.random(2) == 1 and accepted[math.random(#accepted)].text or strange[math.random(#strange)]
        end
    elseif kind == "match" then
        for i = 1, #question.lefts do
            answer[i] = math.random(4) > 1 and math.random(#question.rights) - 1 or false
        end
    elseif kind == "arrange" then
        for i, item in ipairs(question.items) do
            table.insert(answer, math.random(i), item.id)
        end
    else
        return strange[math.random(#strange)]
    end
    return answer
end

local ways = {answers.right, answers.wrong, by_chance, by_chance, by_chance}

local function play(book, store, quiz, way)
    local attempt = Attempt.open(book, quiz, store:begin(book, quiz, "2026-11-24"), os.time)
    for i = 1, attempt:count() do
        attempt:go_to(i)
        if math.random(10) == 1 then
            attempt:note_hint()
        end
        if math.random(12) > 1 then
            attempt:set_answer(way(attempt:question()))
            if math.random(2) == 1 then
                attempt:check()
            end
        end
    end
    if math.random(6) > 1 then
        attempt:finish()
    end
end

local played = 0
for _, path in ipairs(files.list(folder, "json")) do
    local name = path:match("([^/]+)%.json$")
    local book = assert(model.read_quizzes(assert(model.decode(files.read(path), files.decode))))
    assert(next(book.broken) == nil, path .. ": a quiz was left out")
    local class = folder .. "/" .. name:match("^book%-%d+") .. "/exports"
    os.execute("mkdir -p " .. class .. "/json " .. class .. "/csv")
    for pupil = 1, 8 do
        local store = Store.open(books.disk())
        store:choose_pupil(({7, 12, "Fox", "Ёж", nil, 40, "=x y", "مها"})[pupil])
        for _, quiz in ipairs(book.quizzes) do
            for _ = 1, book.graded and math.random(2) or 1 do
                play(book, store, quiz, book.graded and ways[(pupil - 1) % #ways + 1] or by_chance)
                played = played + 1
            end
        end
        store:save()
        for _, data in ipairs(store:everybody()) do
            for _, file in ipairs(export.files(data)) do
                files.write(class .. "/" .. file.name:match("%.(%w+)$") .. "/" .. file.name, file.content)
            end
        end
    end
end
print("attempts played: " .. played)
