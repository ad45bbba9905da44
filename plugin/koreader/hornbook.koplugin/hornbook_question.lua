-- What a question shows: its text, what can be tapped, and after checking what was right. No widgets here.
local grading = require("hornbook_grading")
local text = require("hornbook_text")
local words = require("hornbook_words")

local question_view = {}

local longest_label = 50  -- code points that a button shows in full on a six-inch screen
local most_rows = 6       -- buttons below each other that leave room for the question

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

local function fits_button(s)
    return text.length(s) <= longest_label and not s:find("\n", 1, true)
end

-- Whether each part fits a button of its own; else the text lists them and the buttons carry letters.
function question_view.has_short_parts(question)
    local parts = parts_of(question)
    for _, part in ipairs(parts) do
        if not fits_button(part.text) then
            return false
        end
    end
    return #parts <= most_rows
end

-- Likewise for the partners of a left.
function question_view.has_short_rights(question)
    for _, right in ipairs(question.rights) do
        if not fits_button(right) then
            return false
        end
    end
    return #question.rights <= 2 * most_rows
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

local function place_in(answer, id)
    for i, value in ipairs(answer or {}) do
        if value == id then
            return i
        end
    end
end

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

local function pair_label(question, answer, index)
    local right = answer[index]
    local left = text.shorten(question.lefts[index].text, 24)
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
        columns = columns_for(#question.lefts, #question.lefts > 5 and 2 or 1)
        for i in ipairs(question.lefts) do
            buttons[i] = {kind = "pair", index = i, id = "pair" .. i, label = pair_label(question, answer, i)}
        end
    else
        local record = attempt:record_of(question)
        buttons[1] = {kind = "write", id = "write", label = words.get(answer ~= "" and "change_text" or "write_here")}
        buttons[2] = {kind = "paper", id = "paper", label = (record and record.paper and "☑" or "☐") .. "  " .. words.get("on_paper")}
    end
    return buttons, columns
end

-- ---- the text ----

local instructions = {["choose-one"] = "choose_one", ["choose-all"] = "choose_all", ["true-false"] = "true_or_false",
                      match = "match_pairs", arrange = "tap_in_order", write = "write_answer"}

local function numbered_gaps(s, count)
    local number = 0
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

local function task(question)
    local lines, blanks = {}, #(question.blanks or {})
    local whole = question.text .. (question.body and "\n\n" .. question.body or "")
    add(lines, numbered_gaps(whole, blanks))
    for _, picture in ipairs(question.pictures or {}) do
        add(lines, "", words.get("picture", picture.alt))
    end
    local instruction = instructions[question.kind] or (whole:find("____", 1, true) and "fill_gaps" or "fill_answer")
    add(lines, "", words.get(instruction) .. " " .. words.get("marks_of_question", question.marks))
    return lines
end

local function list_parts(lines, question)
    if (is_select(question) or question.kind == "arrange") and not question_view.has_short_parts(question) then
        for i, part in ipairs(parts_of(question)) do
            add(lines, "", letter(i) .. ".  " .. part.text)
        end
    elseif question.kind == "match" then
        add(lines, "")
        for i, left in ipairs(question.lefts) do
            add(lines, i .. ".  " .. left.text)
        end
        add(lines, "")
        for i, right in ipairs(question.rights) do
            add(lines, letter(i) .. ".  " .. right)
        end
    end
end

-- A question that can still be answered.
function question_view.open_text(attempt)
    local question, answer = attempt:question(), attempt:answer()
    local lines = task(question)
    list_parts(lines, question)
    if question.kind == "write" and answer ~= "" then
        add(lines, "", words.get("your_text"), answer)
    end
    return table.concat(lines, "\n")
end

local marks = {right = "✓", wrong = "✗", partly = "½", unmarked = "…"}

local function mark_line(is_right, line)
    return (is_right and "✓  " or "✗  ") .. line
end

local reviews = {}

-- With its letter where the buttons had letters.
local function name_of(question, index)
    local short = question_view.has_short_parts(question)
    return (short and "" or letter(index) .. ".  ") .. question.choices[index].text
end

-- One choice: the one taken and what it is worth knowing about it, then the right one.
local function review_one(lines, question, answer)
    local right
    for i, choice in ipairs(question.choices) do
        if choice.id == answer then
            add(lines, mark_line(choice.right, words.get("your_answer", name_of(question, i))))
            if choice.feedback then
                add(lines, "", choice.feedback)
            end
        end
        right = right or (choice.right and name_of(question, i))
        if choice.right and choice.id == answer then
            return
        end
    end
    add(lines, "", words.get("right_answer", right or "–"))
end

-- Several choices: each with what was made of it.
local function review_several(lines, question, answer)
    for i, choice in ipairs(question.choices) do
        local chosen = place_in(answer, choice.id)
        local line = name_of(question, i)
        if chosen then
            line = mark_line(choice.right or (choice.credit or 0) > 0, line)
        elseif choice.right then
            line = mark_line(false, line .. "  (" .. words.get("missed") .. ")")
        else
            line = "–  " .. line
        end
        add(lines, line)
        if choice.feedback and (chosen or choice.right) then
            add(lines, choice.feedback)
        end
        add(lines, "")
    end
end

function reviews.select(lines, question, answer)
    local review = type(answer) == "table" and review_several or review_one
    review(lines, question, answer)
end

function reviews.fill(lines, question, answer, language)
    for i, blank in ipairs(question.blanks) do
        local accepted, credit = grading.accepted_for(blank, answer[i], language)
        local line = (#question.blanks > 1 and "(" .. i .. ") " or "") .. ((answer[i] or "") ~= "" and answer[i] or "____")
        add(lines, mark_line(credit > 0, line))
        if credit < 1 then
            add(lines, words.get("right_answer", grading.best_accepted(blank).text))
        end
        if accepted and accepted.feedback then
            add(lines, accepted.feedback)
        end
        add(lines, "")
    end
end

function reviews.match(lines, question, answer)
    for i, left in ipairs(question.lefts) do
        local given = answer[i]
        add(lines, mark_line(given == left.right, left.text .. " → " .. (given and question.rights[given + 1] or "…")))
        if given ~= left.right then
            add(lines, words.get("right_answer", question.rights[left.right + 1]))
        end
        if left.feedback then
            add(lines, left.feedback)
        end
        add(lines, "")
    end
end

function reviews.arrange(lines, question, answer)
    local at = {}
    for _, item in ipairs(question.items) do
        at[item.position] = item
    end
    add(lines, words.get("right_order"))
    for position, item in ipairs(at) do
        local given = place_in(answer, item.id)
        local note = given ~= position and "  (" .. words.get("your_place", given or "–") .. ")" or ""
        add(lines, mark_line(given == position, position .. ".  " .. item.text .. note))
        if item.feedback then
            add(lines, item.feedback)
        end
    end
end

function reviews.write(lines, question, answer)
    add(lines, answer ~= "" and words.get("your_text") .. "\n" .. answer or words.get("on_paper"))
    if question.key then
        add(lines, "", words.get("marking_notes"), question.key)
    end
end

function question_view.verdict(record)
    local line = marks[record.verdict] .. " " .. words.get("verdict_" .. record.verdict)
    if record.verdict == "unmarked" then
        return line
    end
    return line .. ". " .. words.get("marks_earned", record.marks, record.of)
end

-- A question that was checked: the verdict first, then what was right, then the question again.
function question_view.checked_text(attempt)
    local question = attempt:question()
    local record = attempt:record_of(question)
    local lines = {question_view.verdict(record), ""}
    local review = reviews[is_select(question) and "select" or question.kind]
    local answer = record.kind == question.kind and record.answer or grading.blank_answer(question)
    review(lines, question, answer, attempt:language())
    if lines[#lines] == "" then
        lines[#lines] = nil
    end
    if question.feedback then
        add(lines, "", question.feedback)
    end
    add(lines, "", "―――――", "")
    add(lines, unpack(task(question)))
    return table.concat(lines, "\n")
end

return question_view
