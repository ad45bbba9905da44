-- The record of one pupil and book: what is sound in it, and what stays of it when its results are deleted. hornbook_store tells its form.
local device = require("hornbook_device")

local record_of = {}

local function table_of(value)
    return type(value) == "table" and value or {}
end

local function is_sound(attempt)
    if type(attempt) ~= "table" or type(attempt.questions) ~= "table" or type(attempt.answers) ~= "table" then
        return false
    end
    for id, answer in pairs(attempt.answers) do
        if type(id) ~= "string" or type(answer) ~= "table" then
            return false
        end
    end
    attempt.device = device.is_id(attempt.device) and attempt.device or nil
    return true
end

-- Attempts of which nothing is left hold their place, so that the others keep theirs.
local function mend_attempts(attempts)
    local last = 0
    for index in pairs(attempts) do
        if type(index) == "number" and index == math.floor(index) and index > last and index < 1e6 then
            last = index
        end
    end
    for index = 1, last do
        if not is_sound(attempts[index]) then
            attempts[index] = {number = index, questions = {}, answers = {}, lost = true}
        end
    end
end

-- The times at which a test was left: those that are sound.
local function mend_left(left)
    local sound = {}
    for _, time in ipairs(table_of(left)) do
        if type(time) == "table" then
            sound[#sound + 1] = {at = type(time.at) == "string" and time.at:match("^20%d%d%-%d%d%-%d%d %d%d:%d%d$") or nil,
                                 seconds = type(time.seconds) == "number" and time.seconds >= 0 and math.floor(time.seconds) or nil,
                                 device = device.is_id(time.device) and time.device or nil}
        end
    end
    return #sound > 0 and sound or nil
end

local function mend_deleted(deleted)
    if type(deleted) ~= "table" then
        return nil
    end
    local elsewhere = {}
    for letters, counts in pairs(table_of(deleted.elsewhere)) do
        elsewhere[letters] = device.is_id(letters) and type(counts) == "table" and counts or nil
    end
    deleted.elsewhere = next(elsewhere) and elsewhere or nil
    return deleted
end

-- What the disk holds is not trusted: parts that are no tables where tables must be are left out.
function record_of.mend(record)
    record.editions = table_of(record.editions)
    for name, edition in pairs(record.editions) do
        if type(edition) ~= "table" then
            record.editions[name] = nil
        else
            edition.quizzes = table_of(edition.quizzes)
            edition.left = mend_left(edition.left)
            edition.deleted = mend_deleted(edition.deleted)
            for quiz, kept in pairs(edition.quizzes) do
                if type(kept) ~= "table" or type(kept.attempts) ~= "table" then
                    edition.quizzes[quiz] = nil
                else
                    mend_attempts(kept.attempts)
                end
            end
        end
    end
    return record
end

-- What an older plugin kept of a book goes into its journal, but for what is there already.
function record_of.add_older(journal, id, record)
    for name, value in pairs(record) do
        if name ~= "editions" and journal.data[name] == nil then
            journal.data[name] = value
        end
    end
    for name, edition in pairs(record.editions) do
        for quiz, kept in pairs(edition.quizzes) do
            local there = table_of(table_of(journal.data.editions[name]).quizzes)[quiz]
            if not there then
                journal:set({"editions", name, "identifier"}, edition.identifier or id)
                journal:set({"editions", name, "quizzes", quiz}, kept)
            end
        end
    end
end

function record_of.has_answer(answer)
    return answer ~= nil and (answer.paper or answer.answer ~= nil) and true or false
end

-- An attempt that was opened and left without an answer is none. is_graded: only what was checked is told.
function record_of.is_worth_telling(attempt, is_graded)
    if attempt.finished or attempt.lost then
        return not attempt.lost
    end
    for _, id in ipairs(attempt.questions) do
        local answer = attempt.answers[id]
        if record_of.has_answer(answer) and (answer.checked or not is_graded) then
            return true
        end
    end
    return false
end

local function answered_in(kept)
    local answered = 0
    for _, id in ipairs(kept.questions) do
        local record = kept.answers[id]
        answered = answered + (record and (record.checked or record.paper or record.answer) and 1 or 0)
    end
    return answered
end

-- {attempts, best = {score, of}, first = {score, of}, answered, count, unfinished, sealed}. count: the quiz's questions.
function record_of.progress(attempts, count)
    local progress = {attempts = 0, count = count, answered = 0}
    for _, kept in ipairs(attempts) do
        if kept.lost then
            progress.unfinished = nil
        elseif kept.sealed or not kept.finished then
            progress.sealed, progress.unfinished = kept.sealed or nil, not kept.sealed or nil
            progress.answered, progress.count = answered_in(kept), #kept.questions
        elseif not kept.retry then
            local score = {score = kept.score or 0, of = kept.of or 0}
            progress.attempts = progress.attempts + 1
            progress.first = progress.first or score
            local best = progress.best
            if not best or score.score * best.of > best.score * score.of then
                progress.best = score
            end
        end
    end
    return progress
end

-- ---- deleting ----

local function count(value)
    return type(value) == "number" and value > 0 and math.floor(value) or 0
end

-- What was deleted before, counted; room for more.
local function counts_in(before)
    before = table_of(before)
    return {attempts = count(before.attempts), sealed = count(before.sealed), last = before.last}
end

local function deleted_of(edition, is_graded, day)
    local before = table_of(edition.deleted)
    local deleted, elsewhere, has_any = counts_in(before), {}, false
    deleted.quizzes = {}
    for quiz in pairs(table_of(before.quizzes)) do
        deleted.quizzes[quiz] = true
    end
    for letters, counts in pairs(table_of(before.elsewhere)) do
        elsewhere[letters], has_any = counts_in(counts), true
    end
    for quiz, kept in pairs(edition.quizzes) do
        for _, attempt in ipairs(kept.attempts) do
            local sum = deleted
            if attempt.device then
                elsewhere[attempt.device] = elsewhere[attempt.device] or counts_in()
                sum = elsewhere[attempt.device]
            end
            if record_of.is_worth_telling(attempt, is_graded) then
                sum.attempts, sum.last, has_any = sum.attempts + 1, day or sum.last, true
            end
            if attempt.sealed then
                sum.sealed, deleted.quizzes[quiz] = sum.sealed + 1, true
            end
        end
    end
    deleted.elsewhere = next(elsewhere) and elsewhere or nil
    return (has_any or deleted.attempts > 0) and deleted or nil
end

-- What stays: how many attempts and sealed tests were deleted, and the last day; nil when there was nothing to delete.
function record_of.deleted(record, day)
    local rest = {title = record.title, language = record.language, editions = {}}
    for name, edition in pairs(record.editions) do
        local deleted = deleted_of(edition, name ~= "test", day)
        if deleted then
            rest.editions[name] = {identifier = edition.identifier, deleted = deleted, left = edition.left, quizzes = {}}
        end
    end
    return next(rest.editions) and rest or nil
end

return record_of
