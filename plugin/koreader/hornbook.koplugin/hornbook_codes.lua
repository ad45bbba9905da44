-- Results shown as codes, one after the other, for whoever collects them with a camera: own ones, or everybody's, of one quiz or of
-- all.
-- app: hornbook_app.
local export = require("hornbook_export")
local frames = require("hornbook_frames")
local test_mode = require("hornbook_test_mode")
local words = require("hornbook_words")

local codes = {}

-- The frame at `index` of all that are shown; turning leads to its neighbours.
local function show(app, list, index)
    local frame, page = list[index], nil
    local function close()
        app.screen.close(page)
    end
    local function turn(step)
        if list[index + step] then
            close()
            show(app, list, index + step)
        end
    end
    page = app.screen.code({
        title = words.get("who", frame.names == "?" and words.get("nobody_in_particular") or frame.names) .. "\n"
            .. words.get("picture_of", frame.index, frame.count),
        code = frame.text,
        advice = words.get(index < #list and "photograph_and_next" or "photograph_last"),
        rows = {{
            {label = words.backward("back"), id = "back", enabled = index > 1, tap = function() turn(-1) end},
            {label = words.get("close"), id = "close", tap = close},
            {label = words.forward("next"), id = "next", enabled = index < #list, tap = function() turn(1) end},
        }},
        focus = index < #list and "next" or "close",
        turn = turn,
        closed = close,
    })
end

-- data: of one pupil. only: as hornbook_export has it.
local function documents_of(app, data, only)
    data.plugin = app.version
    return export.documents(data, only)
end

local function show_documents(app, documents)
    if #documents == 0 then
        return app.screen.message(words.get("nothing_to_export"))
    end
    show(app, frames.of(documents), 1)
end

function codes.mine(app)
    show_documents(app, documents_of(app, app.store:data()))
end

-- All attempts at one quiz.
function codes.quiz(app, book, quiz)
    show_documents(app, documents_of(app, app.store:data(), {book = book.book, edition = book.edition, quiz = quiz.id}))
end

-- Everybody's documents, and of how many pupils they are.
local function documents_of_all(app, everybody, only)
    local all, count = {}, 0
    for _, data in ipairs(everybody) do
        local documents = documents_of(app, data, only)
        count = count + (#documents > 0 and 1 or 0)
        for _, document in ipairs(documents) do
            all[#all + 1] = document
        end
    end
    return all, count
end

-- The quizzes of the open book that somebody has taken: codes of one of them are fewer to photograph.
local function taken_quizzes(app, everybody)
    local book, items = app:quizzes(true), {}
    for _, quiz in ipairs(book and book.quizzes or {}) do
        local only = {book = book.book, edition = book.edition, quiz = quiz.id}
        local documents, count = documents_of_all(app, everybody, only)
        if count > 0 then
            items[#items + 1] = {
                label = quiz.chapter == "" and quiz.title or quiz.chapter .. ": " .. quiz.title,
                note = words.get("class_pupils", count),
                tap = function() show_documents(app, documents) end,
            }
        end
    end
    return items
end

-- What only a teacher may see, where there is a teacher's PIN.
function codes.everybody(app)
    if test_mode.bars(app) then
        return
    end
    app:with_teacher(function()
        local everybody = app.store:everybody()
        local items = taken_quizzes(app, everybody)
        local function show_all()
            show_documents(app, (documents_of_all(app, everybody)))
        end
        if #items == 0 then
            return show_all()
        end
        table.insert(items, 1, {label = words.get("all_results"), tap = show_all})
        app.screen.list(words.get("results"), items)
    end)
end

return codes
