-- The plugin in a reader with a book, for the tests of its widgets.
local stubs = require("stubs")
stubs.install()

local check = require("check")

local reader = {}

-- As KOReader loads a plugin: what _meta.lua says becomes the plugin's own.
function reader.load_plugin()
    local plugin = dofile(PLUGIN .. "/main.lua")
    for name, value in pairs(dofile(PLUGIN .. "/_meta.lua")) do
        plugin[name] = value
    end
    return plugin
end

reader.Hornbook = reader.load_plugin()

function reader.open_book(folder)
    stubs.clear()
    stubs.zones, stubs.events = {}, {}
    local ui = stubs.reader(folder)
    local plugin = reader.Hornbook:new{ui = ui}
    plugin:init()
    plugin:onReaderReady()
    return plugin, ui
end

reader.first_quiz = "quiz-01-before-1934"

function reader.choose_pupil(number)
    stubs.tap("Number or nickname")
    stubs.type(number)
end

-- Leaves pupil 7 as the one who is reading.
function reader.with_pupil(folder)
    stubs.saved = {}
    package.loaded.hornbook_disk = nil
    reader.Hornbook = reader.load_plugin()
    local plugin, ui = reader.open_book(folder)
    plugin:app():choose_pupil(function() end)
    reader.choose_pupil("7")
    return plugin, ui
end

function reader.tap_link(ui, pointer, from)
    return ui.link.onGotoLink(ui.link, {xpointer = pointer, a_xpointer = from}, false, true)
end

-- Opens a quiz at its first question of a kind, which is given back.
function reader.open_at(app, quiz, kind)
    for i, question in ipairs(quiz.questions) do
        if question.kind == kind then
            app:open_quiz(app.book:quizzes(), quiz, i)
            return question
        end
    end
    error("no question of the kind " .. kind)
end

-- Answers the open question through its buttons.
function reader.answer(question, value)
    if question.kind == "fill" then
        for i, written in ipairs(value) do
            local count = #question.blanks
            stubs.tap(count > 1 and "(" .. i .. ")" or "Type your")
            stubs.type(written)
        end
    elseif question.kind == "match" then
        for i, right in ipairs(value) do
            stubs.tap(i .. ". ")
            check.contains(stubs.top().title .. (stubs.top().text or ""), question.lefts[i].text)
            local label = question.rights[right + 1]
            stubs.tap(stubs.has_button(label) and label or string.char(65 + right))
        end
    elseif question.kind == "write" then
        stubs.tap("Write here")
        stubs.type(value)
    else
        local parts = question.choices or question.items
        for _, id in ipairs(type(value) == "table" and value or {value}) do
            for i, part in ipairs(parts) do
                if part.id == id and not stubs.has_button("  " .. part.text) then
                    stubs.tap(" " .. string.char(64 + i))
                elseif part.id == id then
                    stubs.tap("  " .. part.text)
                end
            end
        end
    end
end

return reader
