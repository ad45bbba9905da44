-- Grading: the marks that an answer earns. Answers: choose-one and true-false a choice's id, choose-all ids, fill strings, match indices
-- from 0 or false, arrange item ids, write a string. The rule stands in plugin/grading/README.md.
local numbers = require("hornbook_numbers")
local text = require("hornbook_text")

local grading = {}

local function list(answer)
    return type(answer) == "table" and answer or {}
end

local function clamp(low, value, high)
    return math.max(low, math.min(value, high))
end

-- A share as two whole numbers, earned and all, so that neither the order of additions nor rounding matters.
local credit_units = 1e7 -- an author's weight has seven decimals at most

local function in_units(credit)
    return math.floor(credit * credit_units + 0.5)
end

local function choose_one(question, answer)
    for _, choice in ipairs(question.choices) do
        if choice.id == answer then
            return in_units(choice.credit or (choice.right and 1 or 0)), credit_units
        end
    end
    return 0, credit_units
end

-- Each right choice earns its share and each wrong one loses as much, unless a choice has a credit of its own.
local function choose_all(question, answer)
    local chosen, shares, earned = {}, 0, 0
    for _, id in ipairs(list(answer)) do
        chosen[id] = true
    end
    for _, choice in ipairs(question.choices) do
        shares = shares + (choice.right and 1 or 0)
    end
    shares = math.max(1, shares)
    for _, choice in ipairs(question.choices) do
        if chosen[choice.id] then
            earned = earned + (choice.credit and in_units(choice.credit) * shares or (choice.right and credit_units or -credit_units))
        end
    end
    return earned, credit_units * shares
end

-- The accepted answer that earns most among those that match, and what it earns.
function grading.accepted_for(blank, written, language)
    local folded = type(written) == "string" and text.fold(written, language) or ""
    if folded == "" then
        return nil, 0
    end
    local value = numbers.read(folded, language)
    local best, credit
    for _, accepted in ipairs(blank.accepted or {}) do
        local is_range = accepted.low ~= nil and accepted.low < accepted.high
        local matches = (not is_range and text.fold(accepted.text, language) == folded)
            or (value ~= nil and accepted.low ~= nil and value >= accepted.low and value <= accepted.high)
        if matches and (not best or (accepted.credit or 1) > credit) then
            best, credit = accepted, accepted.credit or 1
        end
    end
    return best, best and clamp(0, credit, 1) or 0
end

-- The accepted answer to show as right: the first of those that earn most.
function grading.best_accepted(blank)
    local best = blank.accepted[1]
    for _, accepted in ipairs(blank.accepted) do
        if (accepted.credit or 1) > (best.credit or 1) then
            best = accepted
        end
    end
    return best
end

local function fill(question, answer, language)
    local earned = 0
    for i, blank in ipairs(question.blanks) do
        local _, credit = grading.accepted_for(blank, list(answer)[i], language)
        earned = earned + in_units(credit)
    end
    return earned, credit_units * math.max(1, #question.blanks)
end

local function match(question, answer)
    local right = 0
    for i, left in ipairs(question.lefts) do
        if list(answer)[i] == left.right then
            right = right + 1
        end
    end
    return right, math.max(1, #question.lefts)
end

-- The share of an order: the steps of its longest right sequence, of all steps.
local function arrange(question, answer)
    local position, longest, best = {}, {}, 1
    for _, item in ipairs(question.items) do
        position[item.id] = item.position
    end
    local given = {}
    for _, id in ipairs(list(answer)) do
        given[#given + 1] = position[id]
    end
    for i = 1, #given do
        longest[i] = 1
        for j = 1, i - 1 do
            if given[j] < given[i] then
                longest[i] = math.max(longest[i], longest[j] + 1)
            end
        end
        best = math.max(best, longest[i])
    end
    return best - 1, math.max(1, #question.items - 1)
end

local shares = {
    ["choose-one"] = choose_one,
    ["true-false"] = choose_one,
    ["choose-all"] = choose_all,
    fill = fill,
    match = match,
    arrange = arrange,
}

function grading.round(marks)
    return math.floor(marks * 100 + 0.5 + 1e-6) / 100
end

-- The share made all or nothing where it is within half a ten-thousandth of either, or beyond: three weights of 33.333 % are the whole.
local function settled(earned, all)
    if earned * 20000 < all then
        return 0
    end
    return (all - earned) * 20000 <= all and all or earned
end

-- The marks for a share, in hundredths; half a hundredth is rounded up.
local function marks_for(earned, all, marks)
    local product = math.floor(marks * 100 + 0.5 + 1e-6) * earned
    local rest = product % all
    return ((product - rest) / all + (2 * rest >= all and 1 or 0)) / 100
end

-- The grade {marks, of, verdict}; verdict: right, partly, wrong, or unmarked where a person marks the answer.
function grading.grade(question, answer, language)
    local share_of = shares[question.kind]
    if not share_of then
        return {marks = 0, of = question.marks, verdict = "unmarked"}
    end
    local earned, all = share_of(question, answer, language)
    earned = settled(earned, all)
    return {
        marks = marks_for(earned, all, question.marks),
        of = question.marks,
        verdict = earned == all and "right" or earned == 0 and "wrong" or "partly",
    }
end

-- Whether a pupil gave any answer at all. What is of another form than the question's answers is one, too.
function grading.is_answered(answer)
    for _, part in ipairs(type(answer) == "string" and {answer} or list(answer)) do
        if part and not (type(part) == "string" and text.is_blank(part)) then
            return true
        end
    end
    return false
end

-- The answer before anything was given: every gap and every left has its place. nil where one choice is all.
function grading.blank_answer(question)
    local answer = {}
    if question.kind == "choose-one" or question.kind == "true-false" then
        return nil
    elseif question.kind == "write" then
        return ""
    end
    for i in ipairs(question.blanks or {}) do
        answer[i] = ""
    end
    for i in ipairs(question.lefts or {}) do
        answer[i] = false
    end
    return answer
end

return grading
