-- The table of a class on the device: a row for each pupil, a column for each quiz, so many columns abreast as a small screen holds.
local class = require("hornbook_class")
local text = require("hornbook_text")
local words = require("hornbook_words")

local class_view = {}

local columns_abreast = 5
local figure_space = "\226\128\135"  -- as wide as a digit, so that numbers stand below each other

local function name_of(book)
    local edition = book.edition == "test" and "edition_test" or "edition_teacher"
    return book.title .. (book.edition == "student" and "" or "  ·  " .. words.get(edition))
end

-- "5", "5 + ?", "3 …", "?" of a test, "–".
local function in_cell(book, cell)
    if not cell then
        return "–"
    end
    local attempt = cell.best
    local unfinished = attempt.is_finished and "" or "…"
    if book.edition == "test" then
        return attempt.is_finished and "?" or "…"
    end
    return words.number(attempt.score) .. (attempt.has_written and "+?" or "") .. unfinished
end

local function total_of(pupil)
    local total = 0
    for _, cell in pairs(pupil.cells) do
        total = total + (cell.best.score or 0)
    end
    return words.number(total)
end

local function padded(written, width)
    return figure_space:rep(width - text.length(written)) .. written
end

-- ---- one pupil ----

local function lines_of_quiz(book, quiz, cell)
    local lines = {text.strong(quiz.title)}
    if not cell then
        lines[2] = "–"
    elseif book.edition == "test" then
        local attempt = cell.best
        lines[2] = (attempt.is_finished and words.get("handed_in_short") .. "  ·  " or "… ")
            .. words.get("answered_short", attempt.answered, attempt.questions)
    else
        lines[2] = words.get("first_and_best", cell.first.score, quiz.of, cell.best.score, quiz.of)
            .. (cell.best.has_written and " + ?" or "") .. (cell.best.is_finished and "" or " …")
    end
    return lines
end

local function show_pupil(context, book, pupil)
    local lines, page = {}, nil
    if pupil.left.times > 0 then
        lines = {words.get("test_left", pupil.left.times, math.ceil(pupil.left.seconds / 60)), ""}
    end
    for _, quiz in ipairs(book.quizzes) do
        for _, line in ipairs(lines_of_quiz(book, quiz, pupil.cells[quiz.id])) do
            lines[#lines + 1] = line
        end
        lines[#lines + 1] = ""
    end
    page = context.screen.page({
        title = pupil.label .. "  ·  " .. name_of(book),
        text = table.concat(lines, "\n"),
        rows = {{{label = words.get("close"), tap = function() page:close() end}}},
    })
end

-- ---- the table ----

local function widths_of(book, from, to)
    local widths = {}
    for i = from, to do
        local width = text.length(tostring(i))
        for _, pupil in ipairs(book.pupils) do
            width = math.max(width, text.length(in_cell(book, pupil.cells[book.quizzes[i].id])))
        end
        widths[i] = width
    end
    return widths
end

local function show_columns(context, book, from)
    local to = math.min(from + columns_abreast - 1, #book.quizzes)
    local widths, items, head = widths_of(book, from, to), {}, {}
    for i = from, to do
        head[#head + 1] = padded(tostring(i), widths[i])
    end
    items[1] = {label = words.get("class_pupils", #book.pupils), note = table.concat(head, "  "), bold = true, stay = true,
                tap = function() end}
    for _, pupil in ipairs(book.pupils) do
        local cells = {}
        for i = from, to do
            cells[#cells + 1] = padded(in_cell(book, pupil.cells[book.quizzes[i].id]), widths[i])
        end
        local total = book.edition ~= "test" and "  (" .. total_of(pupil) .. ")" or ""
        items[#items + 1] = {label = pupil.label .. total .. (pupil.left.times > 0 and "  !" or ""), note = table.concat(cells, "  "),
                             stay = true, tap = function() show_pupil(context, book, pupil) end}
    end
    for i = from, to do
        local quiz = book.quizzes[i]
        items[#items + 1] = {label = i .. ".  " .. quiz.title, note = book.edition ~= "test" and words.number(quiz.of) or nil, stay = true,
                             tap = function() end}
    end
    items[#items + 1] = {label = words.get("class_legend"), stay = true, tap = function() end}
    if to < #book.quizzes then
        items[#items + 1] = {label = words.forward("next"), tap = function() show_columns(context, book, to + 1) end}
    end
    if from > 1 then
        items[#items + 1] = {label = words.backward("back"), tap = function() show_columns(context, book, from - columns_abreast) end}
    end
    context.screen.list(words.get("class_table") .. "  ·  " .. name_of(book), items)
end

local why_words = {broken = "class_broken", newer = "class_newer", other = "class_other", csv = "class_csv"}

local function show_left_out(context, left_out)
    local items = {}
    for i, file in ipairs(left_out) do
        items[i] = {label = file.name, note = words.get(why_words[file.why]), stay = true, tap = function() end}
    end
    context.screen.list(words.get("class_left_out", #left_out), items)
end

-- Files do not tell chapters; of the open book they are known, and the order of its quizzes.
local function put_in_order_of(open, book)
    local places = {}
    for i, quiz in ipairs(open.quizzes) do
        places[quiz.id] = i
    end
    for _, quiz in ipairs(book.quizzes) do
        local known = open.quizzes[places[quiz.id]]
        if known and known.chapter ~= "" then
            quiz.title = known.chapter .. ": " .. known.title
        end
    end
    table.sort(book.quizzes, function(a, b)
        local x, y = places[a.id] or math.huge, places[b.id] or math.huge
        return x < y or (x == y and a.id < b.id)
    end)
end

-- context: screen, disk, decode, open = the open book's quizzes or nil. Asks for the book where there are several.
function class_view.show(context)
    local found = class.collect(context.disk, context.decode)
    local items = {}
    for _, book in ipairs(found.books) do
        if context.open and context.open.book == book.book then
            put_in_order_of(context.open, book)
        end
    end
    for i, book in ipairs(found.books) do
        items[i] = {label = name_of(book), note = words.get("class_pupils", #book.pupils), stay = true,
                    tap = function() show_columns(context, book, 1) end}
    end
    if #found.left_out > 0 then
        items[#items + 1] = {label = words.get("class_left_out", #found.left_out), stay = true,
                             tap = function() show_left_out(context, found.left_out) end}
    end
    if found.is_more then
        items[#items + 1] = {label = words.get("class_more", class.most_files), stay = true, tap = function() end}
    end
    if #items == 0 then
        return context.screen.message(words.get("class_empty", context.disk.results_folder()))
    elseif #found.books == 1 and #items == 1 then
        return show_columns(context, found.books[1], 1)
    end
    context.screen.list(words.get("class_table"), items)
end

return class_view
