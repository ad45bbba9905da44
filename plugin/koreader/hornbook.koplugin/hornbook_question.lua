-- What a question shows: its text, what can be tapped, and after checking what was right. No widgets here.
local prose = require("hornbook_prose")
local text = require("hornbook_text")
local words = require("hornbook_words")

local question_view = {}

local most_rows = 6       -- buttons below each other that leave room for the question

-- The plain rule where nothing can be measured: fifty letters to a button on a six-inch screen.
local function fit_by_count(labels)
    for _, label in ipairs(labels) do
        if text.length(label) > 50 then
            return false
        end
    end
    return #labels <= most_rows
end

local rows_fit = fit_by_count

-- fits(labels): whether buttons with these labels, one below another, leave room for their question; nil: the plain rule.
function question_view.use_measure(fits)
    rows_fit = fits or fit_by_count
end

-- is_drawn(): whether this KOReader draws XHTML.
local is_drawn = function() return false end

function question_view.use_drawing(draws)
    is_drawn = draws
end

local function any_has(parts, name)
    for _, part in ipairs(parts or {}) do
        if part.xhtml and part.xhtml[name] then
            return true
        end
    end
    return false
end

-- Whether the XHTML of a question shows what its plain text does not.
local function is_question_drawn(question)
    return is_drawn() and (question.xhtml ~= nil or any_has(question.choices, "text") or any_has(question.items, "text")
        or any_has(question.lefts, "text"))
end

-- Whether the page shows more: what XHTML cannot hold, pictures, which are larger there, or all that is no plain text where none is drawn.
function question_view.needs_page(question)
    return question.page_only or (question.pictures ~= nil and #question.pictures > 0)
        or (question.page and not is_question_drawn(question)) or false
end

function question_view.letter(index)
    local before = index > 26 and question_view.letter(math.floor((index - 1) / 26)) or ""
    return before .. string.char(65 + (index - 1) % 26)
end
local letter = question_view.letter

local function is_select(question)
    return question.choices ~= nil
end

local function parts_of(question)
    return question.choices or question.items or {}
end

local function labels_of(parts, label)
    local labels = {}
    for i, part in ipairs(parts) do
        labels[i] = label(part, i)
    end
    return labels
end

-- Whether the choices or items have a button each; else the text lists them and the buttons carry letters.
function question_view.has_short_parts(question)
    if is_drawn() and any_has(parts_of(question), "text") then
        return false  -- no button draws XHTML
    end
    return rows_fit(labels_of(parts_of(question), function(part) return "☐  " .. part.text end))
end

-- The choices, each with its letter where the buttons had letters.
function question_view.names_of(question)
    local short = question_view.has_short_parts(question)
    return labels_of(question.choices, function(choice, i)
        return prose.join(short and "" or letter(i) .. ".  ", prose.of(choice, "text"))
    end)
end

-- A partner of a match, by its index from 1.
function question_view.right_of(question, index)
    local drawn = question.xhtml and question.xhtml.rights and question.xhtml.rights[index]
    return drawn and drawn ~= "" and {text = question.rights[index], xhtml = drawn} or question.rights[index]
end

-- Likewise for the partners of a left, and for the lefts.
function question_view.has_short_rights(question)
    if is_drawn() and question.xhtml and question.xhtml.rights then
        return false
    end
    return rows_fit(labels_of(question.rights, function(right, i) return letter(i) .. ".  " .. right end))
end

local function has_short_lefts(question)
    if is_drawn() and any_has(question.lefts, "text") then
        return false
    end
    return rows_fit(labels_of(question.lefts, function(left, i) return i .. ". " .. left.text .. " → W" end))
end

-- How many buttons stand in a row, so that however many there are room stays for the question.
local function columns_for(count, usual)
    return math.max(usual, math.ceil(count / most_rows))
end

-- Of buttons with letters.
function question_view.columns(count)
    return count <= 5 and count or columns_for(count, 4)
end

-- ---- answering ----

-- Where an id stands in an answer that is a list.
function question_view.place_in(answer, id)
    for i, value in ipairs(answer or {}) do
        if value == id then
            return i
        end
    end
end

local place_in = question_view.place_in

local function toggled(answer, id)
    local result, at = {}, place_in(answer, id)
    for _, value in ipairs(answer) do
        if value ~= id then
            result[#result + 1] = value
        end
    end
    if not at then
        result[#result + 1] = id
    end
    return result
end

local function in_order_of(parts, ids)
    local result = {}
    for _, part in ipairs(parts) do
        if place_in(ids, part.id) then
            result[#result + 1] = part.id
        end
    end
    return result
end

-- A choice or an item was tapped. Items are numbered in the order in which they are tapped; a second tap takes one out.
function question_view.tap(attempt, id)
    local question, answer = attempt:question(), attempt:answer()
    if question.kind == "choose-all" then
        return attempt:set_answer(in_order_of(question.choices, toggled(answer, id)))
    elseif question.kind == "arrange" then
        return attempt:set_answer(toggled(answer, id))
    end
    return attempt:set_answer(id)
end

local function with_part(answer, index, value)
    local result = {}
    for i, part in ipairs(answer) do
        result[i] = part
    end
    result[index] = value
    return result
end

function question_view.fill(attempt, index, written)
    return attempt:set_answer(with_part(attempt:answer(), index, text.trim(written)))
end

-- right: index from 0, or false.
function question_view.pair(attempt, left, right)
    return attempt:set_answer(with_part(attempt:answer(), left, right))
end

-- How many gaps or pairs of a question that has several are empty.
function question_view.empty_parts(attempt)
    local empty = 0
    if attempt:question().blanks or attempt:question().lefts then
        for _, part in ipairs(attempt:answer()) do
            empty = empty + ((part == "" or part == false) and 1 or 0)
        end
    end
    return empty
end

-- ---- what can be tapped ----

local function mark_of(question, answer, id)
    if question.kind == "arrange" then
        local at = place_in(answer, id)
        return at and at .. "." or "–"
    elseif question.kind == "choose-all" then
        return place_in(answer, id) and "☑" or "☐"
    end
    return answer == id and "●" or "○"
end

local function part_label(question, answer, part, index, short)
    local mark = mark_of(question, answer, part.id)
    return short and mark .. "  " .. part.text or mark .. " " .. letter(index)
end

local function pair_label(question, answer, index, short)
    local right, left = answer[index], question.lefts[index].text
    left = short and left or text.shorten(left, 24)
    return index .. ". " .. left .. " → " .. (right and letter(right + 1) or "…")
end

local function blank_label(answer, index, count)
    local written = answer[index] ~= "" and answer[index] or words.get("type_answer")
    return (count > 1 and "(" .. index .. ") " or "") .. text.shorten(written, 40)
end

-- {kind = "part" | "blank" | "pair" | "write" | "paper", index, id, label}; columns: how many stand in a row.
function question_view.buttons(attempt)
    local question, answer = attempt:question(), attempt:answer()
    local buttons, columns = {}, 1
    if is_select(question) or question.kind == "arrange" then
        local short = question_view.has_short_parts(question)
        columns = short and 1 or question_view.columns(#parts_of(question))
        for i, part in ipairs(parts_of(question)) do
            buttons[i] = {kind = "part", index = i, id = part.id, label = part_label(question, answer, part, i, short)}
        end
    elseif question.kind == "fill" then
        columns = columns_for(#question.blanks, #question.blanks > 4 and 2 or 1)
        for i in ipairs(question.blanks) do
            buttons[i] = {kind = "blank", index = i, id = "blank" .. i, label = blank_label(answer, i, #question.blanks)}
        end
    elseif question.kind == "match" then
        local short = has_short_lefts(question)
        columns = short and 1 or columns_for(#question.lefts, #question.lefts > 5 and 2 or 1)
        for i in ipairs(question.lefts) do
            buttons[i] = {kind = "pair", index = i, id = "pair" .. i, label = pair_label(question, answer, i, short)}
        end
    else
        local record = attempt:record_of(question)
        buttons[1] = {kind = "write", id = "write", label = words.get(answer ~= "" and "change_text" or "write_here")}
        buttons[2] = {kind = "paper", id = "paper", label = (record and record.paper and "☑" or "☐") .. "  " .. words.get("on_paper")}
    end
    return buttons, columns
end

local function first_open(parts, after, is_open)
    for step = 1, #parts do
        local index = (after + step - 1) % #parts + 1
        if is_open(index) then
            return index
        end
    end
end

-- The id of the button on which a pupil with keys goes on: the next part that is open, then Check, then Next.
-- pressed: the button just used, nil when the question comes up.
function question_view.expected(attempt, pressed)
    local question, answer = attempt:question(), attempt:answer()
    local done = attempt.book.graded and "check" or "next"
    if not attempt:is_open() then
        return "next"
    elseif question.kind == "choose-all" then
        return pressed and pressed.id or (#answer > 0 and done) or question.choices[1].id
    elseif question.kind == "arrange" then
        local function is_out(i)
            return not place_in(answer, question.items[i].id)
        end
        local index = first_open(question.items, pressed and pressed.index or 0, is_out)
        return index and question.items[index].id or done
    elseif question.blanks or question.lefts then
        local function is_empty(i)
            return (answer[i] or "") == ""
        end
        local index = first_open(question.blanks or question.lefts, pressed and pressed.index or 0, is_empty)
        return index and (question.blanks and "blank" or "pair") .. index or done
    elseif attempt:is_answered() then
        return done
    end
    return question.choices and question.choices[1].id or "write"
end

-- ---- the text ----

local instructions = {["choose-one"] = "choose_one", ["choose-all"] = "choose_all", ["true-false"] = "true_or_false",
                      match = "match_pairs", arrange = "put_in_order", write = "write_answer"}

-- before: how many gaps come before these words.
local function numbered_gaps(s, before, count)
    local number = before
    if count < 2 then
        return s
    end
    return (s:gsub("____", function()
        number = number + 1
        return number <= count and "(" .. number .. ")____" or nil
    end))
end

local function add(lines, ...)
    for _, line in ipairs({...}) do
        lines[#lines + 1] = line
    end
end

-- The gaps of XHTML have their numbers.
local function numbered(piece, first, count)
    local plain = numbered_gaps(prose.text(piece), first, count)
    return type(piece) == "table" and {text = plain, xhtml = piece.xhtml} or plain
end

-- No line ends within it, nor beside a Chinese or Japanese sign: U+2060 holds these.
local function in_one_piece(s)
    return (s:gsub(" ", "\194\160"):gsub("[\227-\233][\128-\191][\128-\191]", "\226\129\160%0"))
end

-- What is asked, with its marks: a page of prose. Where pictures are drawn, their words are not said beside them.
function question_view.task(question)
    local lines, blanks = {}, #(question.blanks or {})
    local whole = question.text .. (question.body or "")
    add(lines, prose.strong(numbered(prose.of(question, "text"), 0, blanks)))
    local body = prose.of(question, "body")
    if body then
        local _, before = question.text:gsub("____", "")
        add(lines, "", numbered(body, before, blanks))
    end
    for _, picture in ipairs(question.pictures or {}) do
        local said = words.get("picture", picture.alt)
        add(lines, "", is_question_drawn(question) and {text = said, xhtml = ""} or said)
    end
    local instruction = instructions[question.kind] or (not whole:find("____", 1, true) and "fill_answer")
        or (blanks == 1 and "fill_gap" or "fill_gaps")
    add(lines, "", words.get(instruction) .. " " .. in_one_piece(words.get("marks_of_question", question.marks)))
    return lines
end

local function list_parts(lines, question)
    if (is_select(question) or question.kind == "arrange") and not question_view.has_short_parts(question) then
        for i, part in ipairs(parts_of(question)) do
            add(lines, "", prose.join(letter(i) .. ".  ", prose.of(part, "text")))
        end
    elseif question.kind == "match" then
        add(lines, "")
        if not has_short_lefts(question) then
            for i, left in ipairs(question.lefts) do
                add(lines, prose.join(i .. ".  ", prose.of(left, "text")))
            end
            add(lines, "")
        end
        for i in ipairs(question.rights) do
            add(lines, prose.join(letter(i) .. ".  ", question_view.right_of(question, i)))
        end
    end
end

-- A question that can still be answered: a page of prose.
function question_view.open_page(attempt)
    local question, answer = attempt:question(), attempt:answer()
    local lines = question_view.task(question)
    list_parts(lines, question)
    if question.kind == "write" and answer ~= "" then
        add(lines, "", words.get("your_text"), answer)
    end
    return lines
end

return question_view
