-- What a question shows after it was checked: the verdict first, then what was right and what should have been done, then the
-- question again. No widgets here.
local grading = require("hornbook_grading")
local prose = require("hornbook_prose")
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
    return prose.join(is_right and "✓  " or is_missing and "–  " or "✗  ", line)
end

local function right_answer(piece)
    return prose.fill(function(answer) return words.get("right_answer", answer) end, piece)
end

local function add_feedback(lines, part)
    add(lines, prose.of(part, "feedback"))
end

local reviews = {}

-- One choice: the one taken and what it is worth knowing about it, then the right one.
local function review_one(lines, question, answer)
    local right
    local names = question_view.names_of(question)
    for i, choice in ipairs(question.choices) do
        if choice.id == answer then
            add(lines, mark_line(choice.right, prose.fill(function(name) return words.get("your_answer", name) end, names[i])))
            if prose.of(choice, "feedback") then
                add(lines, "")
            end
            add_feedback(lines, choice)
        end
        right = right or (choice.right and names[i])
        if choice.right and choice.id == answer then
            return
        end
    end
    add(lines, "", right_answer(right or "–"))
end

-- Several choices: each with what was made of it, and what should have been made of it.
local function review_several(lines, question, answer)
    local names = question_view.names_of(question)
    for i, choice in ipairs(question.choices) do
        local chosen, is_right = place_in(answer, choice.id), choice.right or (choice.credit or 0) > 0
        if chosen and is_right then
            add(lines, prose.join("✓  ", names[i]))
        elseif chosen then
            add(lines, prose.join("✗  ", names[i]), "     " .. words.get("should_not_choose"))
        elseif choice.right then
            add(lines, prose.join("+  ", names[i]), "     " .. words.get("should_choose"))
        else
            add(lines, prose.join("–  ", names[i]))
        end
        if chosen or choice.right then
            add_feedback(lines, choice)
        end
        add(lines, "")
    end
end

function reviews.select(lines, question, answer)
    local review = type(answer) == "table" and review_several or review_one
    review(lines, question, answer)
end

-- A range as it is printed, 20–30, and not as authors write it.
local function in_print(accepted)
    local is_range = accepted.low ~= nil and accepted.low ~= accepted.high
    return is_range and (accepted.text:gsub("%s*%.%.%s*", "–", 1)) or accepted.text
end

function reviews.fill(lines, question, answer, language)
    for i, blank in ipairs(question.blanks) do
        local accepted, credit = grading.accepted_for(blank, answer[i], language)
        local written = answer[i] or ""
        local line = (#question.blanks > 1 and "(" .. i .. ") " or "") .. (written ~= "" and written or words.get("not_answered"))
        add(lines, mark_line(credit > 0, line, written == ""))
        if credit < 1 then
            add(lines, words.get("right_answer", in_print(grading.best_accepted(blank))))
        end
        add_feedback(lines, accepted or {})
        add(lines, "")
    end
end

function reviews.match(lines, question, answer)
    for i, left in ipairs(question.lefts) do
        local given = answer[i]
        local partner = given and question_view.right_of(question, given + 1) or "…"
        add(lines, mark_line(given == left.right, prose.join(prose.of(left, "text"), " → ", partner), not given))
        if given ~= left.right then
            add(lines, right_answer(question_view.right_of(question, left.right + 1)))
        end
        add_feedback(lines, left)
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
        add(lines, mark_line(given == position, prose.join(position .. ".  ", prose.of(item, "text"), note), not given))
        add_feedback(lines, item)
    end
end

function reviews.write(lines, question, answer)
    add(lines, answer ~= "" and words.get("your_text") .. "\n" .. answer or words.get("on_paper"))
    if question.key then
        add(lines, "", words.get("marking_notes"), prose.of(question, "key"))
    end
end

function feedback.verdict(record)
    local line = marks[record.verdict] .. " " .. words.get("verdict_" .. record.verdict)
    if record.verdict == "unmarked" then
        return line
    end
    return words.sentences(line, words.get("marks_earned", record.marks, record.of))
end

-- A question that was checked: the verdict first, then what was right, then the question again: a page of prose.
function feedback.checked_page(attempt)
    local question = attempt:question()
    local record = attempt:record_of(question)
    local lines = {text.strong(feedback.verdict(record)), ""}
    local review = reviews[question.choices and "select" or question.kind]
    local answer = record.kind == question.kind and record.answer or grading.blank_answer(question)
    review(lines, question, answer, attempt:language())
    if lines[#lines] == "" then
        lines[#lines] = nil
    end
    if prose.of(question, "feedback") then
        add(lines, "")
    end
    add_feedback(lines, question)
    add(lines, "", "―――――", "")
    add(lines, unpack(question_view.task(question)))
    return lines
end

return feedback
