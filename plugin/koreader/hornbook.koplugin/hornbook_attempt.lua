-- One attempt at a quiz: its questions in turn, answers, checking, the score. Plain data goes in and is changed in place,
-- so that whoever keeps it has the last state at any moment.
--   attempt = {number, retry, day, device = letters where they are not the journal's, seconds, finished, sealed, score, of,
--              at = question id, questions = {ids},
--              answers = {[question id] = {kind, answer, checked, verdict, marks, of, hint, paper}},  -- each a new table when it changes
--              drafts = {[question id, or with a gap's number] = text}}
local grading = require("hornbook_grading")

local Attempt = {}
Attempt.__index = Attempt

local longest_pause = 600  -- seconds that a question left open counts at most

-- The attempt's questions as they are in the book now: those that went are left out, new ones follow. nil when none is left.
local function questions_now(quiz, kept)
    local by_id, listed, result = {}, {}, {}
    for _, question in ipairs(quiz.questions) do
        by_id[question.id] = question
    end
    for _, id in ipairs(kept.questions) do
        local question = by_id[id]
        if question and not listed[id] then
            listed[id] = true
            result[#result + 1] = question
        end
    end
    if not kept.retry and not kept.finished then
        for _, question in ipairs(quiz.questions) do
            if not listed[question.id] then
                result[#result + 1] = question
            end
        end
    end
    return result
end

function Attempt.fresh(quiz, number, only)
    local ids = {}
    for _, question in ipairs(quiz.questions) do
        if not only or only[question.id] then
            ids[#ids + 1] = question.id
        end
    end
    return {number = number, retry = only and true or nil, seconds = 0, questions = ids, answers = {}}
end

-- kept: the plain data; clock: seconds, or nil where time does not matter.
function Attempt.open(book, quiz, kept, clock)
    local self = setmetatable({book = book, quiz = quiz, kept = kept, clock = clock, position = 1}, Attempt)
    self.questions = questions_now(quiz, kept)
    if #self.questions == 0 then
        return nil
    end
    for i, question in ipairs(self.questions) do
        if question.id == kept.at then
            self.position = i
        end
    end
    if not kept.finished then
        self:meet_new_edition()
    end
    self.since = clock and clock()
    return self
end

local function ids_of(parts)
    local ids = {}
    for _, part in ipairs(parts) do
        ids[part.id] = true
    end
    return ids
end

local function all(values, fits)
    for _, value in ipairs(values) do
        if not fits(value) then
            return false
        end
    end
    return true
end

-- Whether a kept answer still is one to the question, whose choices may have changed with a new edition of the book.
local function fits(question, answer)
    local kind = question.kind
    if kind == "choose-one" or kind == "true-false" then
        return type(answer) == "string" and ids_of(question.choices)[answer] ~= nil
    elseif kind == "write" then
        return type(answer) == "string"
    elseif type(answer) ~= "table" then
        return false
    elseif kind == "choose-all" or kind == "arrange" then
        local ids = ids_of(question.choices or question.items)
        return all(answer, function(id) return ids[id] end)
    elseif kind == "fill" then
        return #answer == #question.blanks and all(answer, function(value) return type(value) == "string" end)
    end
    return #answer == #question.lefts and all(answer, function(value)
        return value == false or (type(value) == "number" and value >= 0 and value < #question.rights)
    end)
end

function Attempt:meet_new_edition()
    self.kept.questions = {}
    for i, question in ipairs(self.questions) do
        self.kept.questions[i] = question.id
        local record = self.kept.answers[question.id]
        local is_given = record and record.answer ~= nil  -- a hint may have been read before there is an answer
        if record and not record.checked and (record.kind ~= question.kind or (is_given and not fits(question, record.answer))) then
            self.kept.answers[question.id] = nil
        end
    end
    self:note_score()
end

-- Of all questions, when the attempt opens; each check then adds its own.
function Attempt:note_score()
    if self.book.graded then
        self.sum = 0
        for _, question in ipairs(self.questions) do
            local record = self:record_of(question)
            self.sum = self.sum + (record and record.checked and record.marks or 0)
        end
        self.kept.score, self.kept.of = grading.round(self.sum), self:summary().of
    end
end

function Attempt:question()
    return self.questions[self.position]
end

function Attempt:count()
    return #self.questions
end

-- Adds the time since the last event.
function Attempt:tick()
    if self.clock then
        local now = self.clock()
        local passed = now - self.since
        if passed > 0 and not self.kept.finished then
            self.kept.seconds = (self.kept.seconds or 0) + math.min(passed, longest_pause)
        end
        self.since = now
    end
end

function Attempt:go_to(position)
    self:tick()
    self.position = math.max(1, math.min(#self.questions, position))
    self.kept.at = self:question().id
end

function Attempt:go_to_question(id)
    for i, question in ipairs(self.questions) do
        if question.id == id then
            self:go_to(i)
            return true
        end
    end
    return false
end

function Attempt:record_of(question)
    return self.kept.answers[question.id]
end

function Attempt:answer()
    local record = self:record_of(self:question())
    if record and record.answer ~= nil then
        return record.answer
    end
    return grading.blank_answer(self:question())
end

function Attempt:is_open()
    local record = self:record_of(self:question())
    return not self.kept.finished and not self.kept.sealed and not (record and record.checked)
end

-- paper: the pupil says it is written on paper.
function Attempt:set_answer(answer, paper)
    if not self:is_open() then
        return false
    end
    self:tick()
    local question = self:question()
    local old = self:record_of(question)
    local record = {kind = question.kind, answer = answer, hint = old and old.hint, paper = paper or nil}
    local given = paper or grading.is_answered(answer)
    if not given then
        record.answer = nil
    end
    self.kept.answers[question.id] = (given or record.hint) and record or nil
    self.kept.at = question.id
    return true
end

local function draft_key(question, index)
    return index and question.id .. " " .. index or question.id
end

-- What was typed and is not yet the answer; nil: there is nothing of the kind any more. index: a gap's number, or nil.
function Attempt:keep_draft(question, text, index)
    if self.kept.finished then
        return
    end
    local drafts = self.kept.drafts or {}
    drafts[draft_key(question, index)] = text
    self.kept.drafts = next(drafts) and drafts or nil
end

function Attempt:draft_of(question, index)
    return self.kept.drafts and self.kept.drafts[draft_key(question, index)]
end

-- A text that was begun counts as the answer where there is no other.
function Attempt:take_drafts()
    for i, question in ipairs(self.questions) do
        local draft = question.kind == "write" and self:draft_of(question)
        if draft and not self:is_answered(question) then
            self.position = i
            self:set_answer(draft)
        end
    end
    self.kept.drafts = nil
end

function Attempt:is_answered(question)
    local record = self:record_of(question or self:question())
    return record ~= nil and (record.paper or (record.answer ~= nil and grading.is_answered(record.answer)))
        or false
end

-- An order is checked when it is complete; the rest when there is an answer at all.
function Attempt:can_be_checked()
    local question = self:question()
    return self:is_answered() and (question.kind ~= "arrange" or #self:answer() == #question.items)
end

function Attempt:note_hint()
    if self:is_open() and self.book.graded then
        local question = self:question()
        local old = self:record_of(question) or {}
        self.kept.answers[question.id] = {kind = question.kind, answer = old.answer, paper = old.paper, hint = true}
    end
end

-- By the rules of its chapter numbers are read, which may speak another language than the book.
function Attempt:language()
    return self.quiz.language or self.book.language
end

-- Marks the answer and closes the question, and tells on_checked(question, record) where that is set. Nothing to check: nil, as in
-- a test.
function Attempt:check()
    if not self.book.graded or not self:is_open() or not self:is_answered() then
        return nil
    end
    self:tick()
    local question = self:question()
    local old = self:record_of(question)
    local result = grading.grade(question, old.answer, self:language())
    local record = {kind = old.kind, answer = old.answer, paper = old.paper, hint = old.hint, checked = true,
                    verdict = result.verdict, marks = result.marks, of = result.of}
    self.kept.answers[question.id] = record
    self.sum = self.sum + record.marks
    self.kept.score = grading.round(self.sum)
    if self.on_checked then
        self.on_checked(question, record)
    end
    return record
end

-- A question of the book that a person marks, or any of a test, has no marks to count here.
function Attempt:summary()
    local summary = {count = #self.questions, answered = 0, open = 0, right = 0, partly = 0, wrong = 0, unmarked = 0,
                     score = 0, of = 0, by_hand = 0, wrong_ids = {}}
    for _, question in ipairs(self.questions) do
        local record = self:record_of(question)
        if self:is_answered(question) then
            summary.answered = summary.answered + 1
        end
        if question.kind == "write" then
            summary.by_hand = summary.by_hand + question.marks
        elseif self.book.graded then
            summary.of = summary.of + question.marks
        end
        local verdict = record and record.checked and record.verdict
        if not verdict then
            summary.open = summary.open + 1
        else
            summary[verdict] = summary[verdict] + 1
            summary.score = summary.score + record.marks
        end
        if verdict == "wrong" or verdict == "partly" then
            summary.wrong_ids[question.id] = true
        end
    end
    summary.score, summary.of = grading.round(summary.score), grading.round(summary.of)
    return summary
end

-- The last look: what is answered but unchecked is marked, and nothing can be changed any more.
function Attempt:finish()
    self:tick()
    local here = self.position
    self:take_drafts()
    for i in ipairs(self.questions) do
        self.position = i
        self:check()
    end
    self.position = here
    self.kept.finished = true
    if not self.book.graded then
        self.kept.sealed = true
    end
end

return Attempt
