-- What a question shows after it was checked: the verdict first, then what was right and what should have been done, then the
-- question again. No widgets here.
local grading = require("hornbook_grading")
local question_view = require("hornbook_question")
local text = require("hornbook_text")
local words = require("hornbook_words")

local feedback = {}

local place_in = question_view.place_in

local function add(lines, ...)
    for _, line in ipairs({...}) do
        lines[#lines + 1] = line
    end
end

local marks = {right = "✓", wrong = "✗", partly = "½", unmarked = "…"}

-- What was done rightly, what was done wrongly, and what was not done at all each have a sign of their own.
local function mark_line(is_right, line, is_missing)
    return (is_right and "✓  " or is_missing and "–  " or "✗  ") .. line
end

local reviews = {}

-- One choice: the one taken and what it is worth knowing about it, then the right one.
local function review_one(lines, question, answer)
    local right
    local names = question_view.names_of(question)
    for i, choice in ipairs(question.choices) do
        if choice.id == answer then
            add(lines, mark_line(choice.right, words.get("your_answer", names[i])))
            if choice.feedback then
                add(lines, "", choice.feedback)
            end
        end
        right = right or (choice.right and names[i])
        if choice.right and choice.id == answer then
            return
        end
    end
    add(lines, "", words.get("right_answer", right or "–"))
end

-- Several choices: each with what was made of it, and what should have been made of it.
local function review_several(lines, question, answer)
    local names = question_view.names_of(question)
    for i, choice in ipairs(question.choices) do
        local chosen, is_right = place_in(answer, choice.id), choice.right or (choice.credit or 0) > 0
        if chosen and is_right then
            add(lines, "✓  " .. names[i])
        elseif chosen then
            add(lines, "✗  " .. names[i], "     " .. words.get("should_not_choose"))
        elseif choice.right then
            add(lines, "+  " .. names[i], "     " .. words.get("should_choose"))
        else
            add(lines, "–  " .. names[i])
        end
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
        local written = answer[i] or ""
        local line = (#question.blanks > 1 and "(" .. i .. ") " or "") .. (written ~= "" and written or words.get("not_answered"))
        add(lines, mark_line(credit > 0, line, written == ""))
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
        local partner = given and question.rights[given + 1] or "…"
        add(lines, mark_line(given == left.right, left.text .. " → " .. partner, not given))
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
        add(lines, mark_line(given == position, position .. ".  " .. item.text .. note, not given))
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

function feedback.verdict(record)
    local line = marks[record.verdict] .. " " .. words.get("verdict_" .. record.verdict)
    if record.verdict == "unmarked" then
        return line
    end
    return line .. ". " .. words.get("marks_earned", record.marks, record.of)
end

-- A question that was checked: the verdict first, then what was right, then the question again.
function feedback.checked_text(attempt)
    local question = attempt:question()
    local record = attempt:record_of(question)
    local lines = {text.strong(feedback.verdict(record)), ""}
    local review = reviews[question.choices and "select" or question.kind]
    local answer = record.kind == question.kind and record.answer or grading.blank_answer(question)
    review(lines, question, answer, attempt:language())
    if lines[#lines] == "" then
        lines[#lines] = nil
    end
    if question.feedback then
        add(lines, "", question.feedback)
    end
    add(lines, "", "―――――", "")
    add(lines, unpack(question_view.task(question)))
    return table.concat(lines, "\n")
end

return feedback
