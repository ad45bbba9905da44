-- Answers to any question, made from its key: one that is right and one that is wrong. And a test of books.lua, handed in.
local Attempt = require("hornbook_attempt")
local grading = require("hornbook_grading")

local answers = {}

-- A right choice, or the one that earns most where the author gives credits.
local function best_choice(question)
    local best, worth
    for _, choice in ipairs(question.choices) do
        local credit = choice.credit or (choice.right and 1 or 0)
        if not best or credit > worth then
            best, worth = choice.id, credit
        end
    end
    return best
end

function answers.right(question)
    local answer = {}
    if question.kind == "choose-one" or question.kind == "true-false" then
        return best_choice(question)
    elseif question.kind == "choose-all" then
        for _, choice in ipairs(question.choices) do
            if choice.right then
                answer[#answer + 1] = choice.id
            end
        end
    elseif question.kind == "fill" then
        for i, blank in ipairs(question.blanks) do
            local accepted = grading.best_accepted(blank)
            answer[i] = accepted.low and accepted.low ~= accepted.high and tostring(accepted.high) or accepted.text
        end
    elseif question.kind == "match" then
        for i, left in ipairs(question.lefts) do
            answer[i] = left.right
        end
    elseif question.kind == "arrange" then
        for _, item in ipairs(question.items) do
            answer[item.position] = item.id
        end
    else
        return "My answer."
    end
    return answer
end

function answers.wrong(question)
    local answer = {}
    if question.kind == "choose-one" or question.kind == "true-false" then
        for _, choice in ipairs(question.choices) do
            if not choice.right then
                return choice.id
            end
        end
    elseif question.kind == "choose-all" then
        for _, choice in ipairs(question.choices) do
            if not choice.right then
                answer[#answer + 1] = choice.id
            end
        end
    elseif question.kind == "fill" then
        for i in ipairs(question.blanks) do
            answer[i] = "no such answer"
        end
    elseif question.kind == "match" then
        for i, left in ipairs(question.lefts) do
            answer[i] = (left.right + 1) % #question.rights
        end
    elseif question.kind == "arrange" then
        for _, item in ipairs(question.items) do
            answer[#question.items + 1 - item.position] = item.id
        end
    else
        return ""
    end
    return answer
end

-- Whether all was kept.
function answers.hand_in(store, exam)
    local attempt = Attempt.open(exam, exam.quizzes[2], store:begin(exam, exam.quizzes[2], "2026-11-28"))
    attempt:go_to_question("quiz-two-f")
    attempt:set_answer({"1938"})
    attempt:finish()
    return store:save()
end

return answers
