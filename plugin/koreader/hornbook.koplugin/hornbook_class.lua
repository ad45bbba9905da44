-- The class as the files of results tell it, of this device and of others: what each pupil earned in each quiz. The marks are those that
-- the devices gave; a test, and what is written, is marked elsewhere. What is counted is what `hornbook results` counts.
local code = require("hornbook_code")
local pupils = require("hornbook_pupils")

local class = {}

class.most_files = 5000
local most_bytes = 8 * 1024 * 1024
local newest = 3  -- version of the files

local function is_near(a, b)
    return math.abs(a - b) <= 0.005001
end

local function is_number(value)
    return type(value) == "number" and value == value and value >= 0 and value <= 1e6
end

local function list_of(value)
    return type(value) == "table" and value or {}
end

-- ---- one file ----

-- Whether verdict and marks of an answer fit each other.
local function has_sound_marks(answer)
    local marks, of, verdict = answer.marks, answer.of, answer.verdict
    if not is_number(marks) or not is_number(of) or marks > of + 0.0051 or (answer.kind == "write") ~= (verdict == "unmarked") then
        return false
    end
    local room = 0.005 + of * 1e-4
    return verdict == "partly" or (verdict == "right" and math.abs(marks - of) <= room)
        or ((verdict == "wrong" or verdict == "unmarked") and marks <= room)
end

-- What the answers add up to, and whether some are to be marked by a person; nil when they cannot be of a device.
local function sum_of(attempt, is_graded)
    local sum, has_written, seen = 0, false, {}
    for _, answer in ipairs(attempt.answers) do
        if type(answer) ~= "table" or type(answer.question) ~= "string" or type(answer.kind) ~= "string" or seen[answer.question]
            or (is_graded and not has_sound_marks(answer)) then
            return nil
        end
        seen[answer.question] = true
        has_written = has_written or answer.kind == "write"
        sum = sum + (is_graded and answer.marks or 0)
    end
    return sum, has_written
end

local function has_right_code(head, quiz, attempt, is_graded)
    if not attempt.finished or attempt.retry then
        return attempt.code == nil
    end
    local result = is_graded and {score = attempt.score, of = attempt.of} or {answered = #attempt.answers}
    return attempt.code == code.make(head.book, quiz.id, head.pupil, result)
end

local function is_sound(head, quiz, attempt, before)
    local is_graded = head.edition ~= "test"
    if type(attempt) ~= "table" or type(attempt.answers) ~= "table" or not is_number(attempt.number) or attempt.number <= before
        or not is_number(attempt.questions) or #attempt.answers > attempt.questions
        or (is_graded and not (is_number(attempt.score) and is_number(attempt.of)))
        or (not is_graded and (attempt.sealed == true) ~= (attempt.finished == true)) then
        return false
    end
    local sum, has_written = sum_of(attempt, is_graded)
    attempt.has_written = has_written
    return sum ~= nil and (not is_graded or (is_near(sum, attempt.score) and attempt.score <= attempt.of + 0.011))
        and has_right_code(head, quiz, attempt, is_graded)
end

local function are_sound(head)
    local seen = {}
    for _, quiz in ipairs(head.quizzes) do
        local before = 0
        if type(quiz) ~= "table" or type(quiz.id) ~= "string" or type(quiz.title) ~= "string" or type(quiz.attempts) ~= "table"
            or seen[quiz.id] then
            return false
        end
        seen[quiz.id] = true
        for _, attempt in ipairs(quiz.attempts) do
            if not is_sound(head, quiz, attempt, before) then
                return false
            end
            before = attempt.number
        end
    end
    return true
end

-- rapidjson and others have values of their own for null.
local function has_sound_head(head)
    local pupil = head.pupil
    if type(pupil) == "number" and (pupil < 1 or pupil > pupils.highest or pupil ~= math.floor(pupil)) then
        return false
    end
    return type(head.book) == "string" and type(head.title) == "string" and type(head.quizzes) == "table"
        and (head.edition == "student" or head.edition == "teacher" or head.edition == "test")
        and (head.version == 1 or type(head.device) == "string")
end

-- A file as the class needs it, or nil and why: "broken", "newer" or "other" (no file of results).
function class.read(content, decode)
    if not content or #content > most_bytes then
        return nil, "broken"
    end
    local ok, head = pcall(decode, content)
    if not ok or type(head) ~= "table" then
        return nil, "broken"
    elseif head.schema ~= "hornbook-results" then
        return nil, "other"
    elseif not is_number(head.version) or head.version > newest then
        return nil, "newer"
    end
    head.pupil = type(head.pupil) == "string" and pupils.plain(head.pupil) or type(head.pupil) == "number" and head.pupil or nil
    head.device = type(head.device) == "string" and head.device or nil
    if not has_sound_head(head) or not are_sound(head) then
        return nil, "broken"
    end
    return head
end

-- ---- the class ----

-- Nobody in particular is somebody else on each device.
local function key_of(head, name)
    return pupils.key(head.pupil) .. (head.pupil == nil and " " .. (head.device or name) or "")
end

local function shown(head, name)
    return head.pupil ~= nil and tostring(head.pupil) or "? (" .. (head.device or name:match("[^/]*$")) .. ")"
end

local function at(root, key, fresh)
    root[key] = root[key] or fresh
    return root[key]
end

-- An attempt that a later file tells again counts as that tells it.
local function add_attempt(attempts, device, attempt)
    for i, known in ipairs(attempts) do
        if known.device == device and known.number == attempt.number then
            if attempt.is_finished and not known.is_finished or attempt.answered > known.answered then
                attempts[i] = attempt
            end
            return
        end
    end
    attempts[#attempts + 1] = attempt
end

local function add(books, head, name)
    local book = at(books, head.book .. "\n" .. head.edition, {book = head.book, title = head.title, edition = head.edition, quizzes = {},
                                                               pupils = {}})
    local pupil = at(book.pupils, key_of(head, name), {pupil = head.pupil, label = shown(head, name), quizzes = {}, left = {}})
    local device = head.device or ""
    for _, quiz in ipairs(head.quizzes) do
        at(book.quizzes, quiz.id, {id = quiz.id, title = quiz.title, of = 0})
        local attempts = at(pupil.quizzes, quiz.id, {})
        for _, attempt in ipairs(quiz.attempts) do
            if head.edition ~= "test" and not attempt.retry then
                book.quizzes[quiz.id].of = math.max(book.quizzes[quiz.id].of, attempt.of)
            end
            add_attempt(attempts, device, {
                device = device, number = attempt.number, day = type(attempt.day) == "string" and attempt.day or "",
                is_retry = attempt.retry == true, is_finished = attempt.finished == true, score = attempt.score,
                answered = #attempt.answers, questions = attempt.questions, has_written = attempt.has_written,
            })
        end
    end
    local left = list_of(head.left)
    if #left > #(pupil.left[device] or {}) then
        pupil.left[device] = left
    end
end

-- Oldest first: by day, and on one device by number, since a clock that lost its battery goes back.
local function in_order(attempts)
    table.sort(attempts, function(a, b)
        return a.device < b.device or (a.device == b.device and a.number < b.number)
    end)
    for i, attempt in ipairs(attempts) do
        local before = attempts[i - 1]
        attempt.counted_day = before and before.device == attempt.device and before.counted_day > attempt.day and before.counted_day
            or attempt.day
        attempt.place = i
    end
    table.sort(attempts, function(a, b)
        return a.counted_day < b.counted_day or (a.counted_day == b.counted_day and a.place < b.place)
    end)
    return attempts
end

-- {first, best}: of the attempts that were finished; where none was, of the others. No round that repeats what went wrong.
local function first_and_best(attempts)
    for _, must_be_finished in ipairs({true, false}) do
        local first, best
        for _, attempt in ipairs(attempts) do
            if not attempt.is_retry and (attempt.is_finished or not must_be_finished) then
                first = first or attempt
                if not best or (attempt.score or 0) > (best.score or 0) + 0.001 then
                    best = attempt
                end
            end
        end
        if first then
            return {first = first, best = best}
        end
    end
end

local function sorted(map, is_before)
    local list = {}
    for key, value in pairs(map) do
        value.key = key
        list[#list + 1] = value
    end
    table.sort(list, is_before)
    return list
end

local function left_of(devices)
    local left = {times = 0, seconds = 0}
    for _, times in pairs(devices) do
        for _, time in ipairs(times) do
            left.times = left.times + 1
            left.seconds = left.seconds + (type(time) == "table" and is_number(time["for"]) and time["for"] or 0)
        end
    end
    return left
end

local function number_first(a, b)
    local x, y = a.pupil, b.pupil
    if type(x) ~= type(y) then
        return type(x) == "number" or (type(x) == "string" and y == nil)
    elseif type(x) == "number" and x ~= y then
        return x < y
    end
    return a.key < b.key
end

-- {books = {{book, title, edition, quizzes = {{id, title, of}}, pupils = {{pupil, label, cells = {[quiz id] = {first, best}},
-- left = {times, seconds}}}}}, left_out = {{name, why}}, files, is_more}. disk: result_names(most), read_result(name). Of an export
-- of which only the .csv came it is told that it is not read.
function class.collect(disk, decode)
    local names, is_more, lone = disk.result_names(class.most_files)
    local books, result = {}, {left_out = {}, files = 0, is_more = is_more}
    for _, name in ipairs(names) do
        local head, why = class.read(disk.read_result(name), decode)
        if head then
            result.files = result.files + 1
            add(books, head, name)
        else
            result.left_out[#result.left_out + 1] = {name = name, why = why}
        end
    end
    for _, name in ipairs(lone) do
        result.left_out[#result.left_out + 1] = {name = name, why = "csv"}
    end
    result.books = sorted(books, function(a, b) return a.title < b.title or (a.title == b.title and a.key < b.key) end)
    for _, book in ipairs(result.books) do
        book.quizzes = sorted(book.quizzes, function(a, b) return a.id < b.id end)
        book.pupils = sorted(book.pupils, number_first)
        for _, pupil in ipairs(book.pupils) do
            pupil.cells = {}
            for id, attempts in pairs(pupil.quizzes) do
                pupil.cells[id] = first_and_best(in_order(attempts))
            end
            pupil.left = left_of(pupil.left)
        end
    end
    return result
end

return class
