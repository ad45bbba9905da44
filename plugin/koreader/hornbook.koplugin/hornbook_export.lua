-- Results as they leave the device: JSON by plugin/results.schema.json, and CSV that a spreadsheet can open safely.
local code = require("hornbook_code")
local json = require("hornbook_json")
local record_of = require("hornbook_record")
local text = require("hornbook_text")

local export = {}

local most_leaves = 10000

local function minutes(attempt)
    return math.floor((attempt.seconds or 0) / 60 + 0.5)
end

-- JSON's null for a left without a partner.
local function plain_answer(record)
    if record.kind ~= "match" then
        return record.answer
    end
    local answer = {}
    for i, right in ipairs(record.answer) do
        answer[i] = right == false and json.null or right
    end
    return answer
end

local function answer_object(id, record, graded)
    local marked = graded and record.checked
    return json.object({
        {"question", id},
        {"kind", record.kind},
        {"answer", plain_answer(record)},
        {"verdict", marked and record.verdict or nil},
        {"marks", marked and record.marks or nil},
        {"of", marked and record.of or nil},
        {"hint", graded and record.hint or nil},
        {"paper", record.paper},
    })
end

-- Of an attempt with marks only what was checked goes out: the rest may still change.
local function answers_of(attempt, graded)
    local answers = {}
    for _, id in ipairs(attempt.questions) do
        local record = attempt.answers[id]
        if record_of.has_answer(record) and (record.checked or not graded) then
            answers[#answers + 1] = {id, record}
        end
    end
    return answers
end

-- The check code's digits, or nil for an attempt that has none.
function export.code_of(head, quiz_id, attempt)
    if not attempt.finished or attempt.retry then
        return nil
    end
    local graded = head.edition ~= "test"
    local result = graded and {score = attempt.score or 0, of = attempt.of or 0} or {answered = #answers_of(attempt, false)}
    return code.make(head.book, quiz_id, head.pupil, result)
end

local function attempt_object(head, quiz_id, attempt)
    local graded = head.edition ~= "test"
    local answers = answers_of(attempt, graded)
    for i, pair in ipairs(answers) do
        answers[i] = answer_object(pair[1], pair[2], graded)
    end
    local sealed  -- of a test alone, and then in any case
    if not graded then
        sealed = attempt.sealed or false
    end
    return json.object({
        {"number", attempt.number},
        {"retry", attempt.retry},
        {"day", attempt.day},
        {"minutes", minutes(attempt)},
        {"finished", attempt.finished or false},
        {"sealed", sealed},
        {"score", graded and (attempt.score or 0) or nil},
        {"of", graded and (attempt.of or 0) or nil},
        {"questions", #attempt.questions},
        {"code", export.code_of(head, quiz_id, attempt)},
        {"answers", answers},
    })
end

local function sorted_keys(values)
    local keys = {}
    for key in pairs(values) do
        keys[#keys + 1] = key
    end
    table.sort(keys)
    return keys
end

local function attempts_worth_telling(attempts, graded, is_theirs)
    local result = {}
    for _, attempt in ipairs(attempts) do
        if is_theirs(attempt) and record_of.is_worth_telling(attempt, graded) then
            result[#result + 1] = attempt
        end
    end
    return result
end

local function quizzes_with_attempts(edition, graded, is_theirs)
    local result = {}
    for _, id in ipairs(sorted_keys(edition.quizzes)) do
        local attempts = attempts_worth_telling(edition.quizzes[id].attempts, graded, is_theirs)
        if #attempts > 0 then
            result[#result + 1] = {id = id, title = edition.quizzes[id].title or id, attempts = attempts}
        end
    end
    return result
end

local function deleted_object(deleted)
    return deleted and json.object({{"attempts", deleted.attempts}, {"sealed", deleted.sealed}, {"last", deleted.last}})
end

-- When a test was left, and for how long; null is what the clock did not tell.
local function left_object(left)
    local times = {}
    for i = 1, math.min(#left, most_leaves) do
        times[i] = json.object({{"at", left[i].at or json.null}, {"for", left[i].seconds or json.null}})
    end
    return times
end

-- Version 1 knew no device and nothing of what was deleted, 2 neither the plugin's version nor when a test was left.
local function results_object(head, quizzes)
    local objects = {}
    for i, quiz in ipairs(quizzes) do
        local attempts = {}
        for j, attempt in ipairs(quiz.attempts) do
            attempts[j] = attempt_object(head, quiz.id, attempt)
        end
        objects[i] = json.object({{"id", quiz.id}, {"title", quiz.title}, {"attempts", attempts}})
    end
    return json.object({
        {"schema", "hornbook-results"},
        {"version", head.device and 3 or 1},
        {"book", head.book},
        {"identifier", head.identifier},
        {"edition", head.edition},
        {"title", head.title},
        {"language", head.language},
        {"pupil", head.pupil == nil and json.null or head.pupil},
        {"device", head.device},
        {"plugin", head.device and head.plugin},
        {"deleted", head.device and deleted_object(head.deleted)},
        {"left", head.device and head.left and left_object(head.left)},
        {"quizzes", objects},
    })
end

-- What a spreadsheet would take for a formula, once apostrophes before it are gone; so one more can be taken away again by who reads.
local function would_run(s)
    local bare = s:match("^'*(.*)$")
    if bare:match("^%s*[=+@-]") or bare:match("^[\t\r\n]") then
        return true
    end
    for _, sign in ipairs({"＝", "＋", "－", "＠"}) do
        if bare:match("^%s*" .. sign) then
            return true
        end
    end
    return false
end

-- Quoted always; an apostrophe goes before what would run.
function export.cell(value)
    local s = value == nil and "" or tostring(value)
    if would_run(s) then
        s = "'" .. s
    end
    return '"' .. s:gsub('"', '""') .. '"'
end

local function row(cells, count)
    local parts = {}
    for i = 1, count do
        parts[i] = export.cell(cells[i])
    end
    return table.concat(parts, ",") .. "\r\n"
end

local columns = {"title", "edition", "pupil", "quiz", "attempt", "retry", "day", "minutes", "finished", "score", "of", "code",
                 "question", "kind", "answer", "verdict", "marks", "marks_of", "hint", "paper"}

local function yes(value)
    return value and "yes" or ""
end

-- Parts stand apart by " | "; a stroke within one is doubled.
local function written(answer)
    if type(answer) ~= "table" then
        return answer or ""
    end
    local parts = {}
    for i, part in ipairs(answer) do
        parts[i] = part == false and "" or tostring(part):gsub("|", "||")
    end
    return table.concat(parts, " | ")
end

local function to_csv(head, quizzes)
    local parts = {"\239\187\191", row(columns, #columns)}
    local graded = head.edition ~= "test"
    for _, quiz in ipairs(quizzes) do
        for _, attempt in ipairs(quiz.attempts) do
            local front = {head.title, head.edition, head.pupil, quiz.id, attempt.number, yes(attempt.retry), attempt.day,
                           minutes(attempt), yes(attempt.finished), attempt.score, attempt.of, export.code_of(head, quiz.id, attempt)}
            local answers = answers_of(attempt, graded)
            for i = 1, math.max(1, #answers) do
                local cells, pair = {unpack(front, 1, 12)}, answers[i]
                if pair then
                    local id, record = pair[1], pair[2]
                    local marked = graded and record.checked
                    local back = {id, record.kind, written(record.answer), marked and record.verdict or nil,
                                  marked and record.marks or nil, marked and record.of or nil, yes(record.hint), yes(record.paper)}
                    for column = 1, 8 do
                        cells[12 + column] = back[column]
                    end
                end
                parts[#parts + 1] = row(cells, #columns)
            end
        end
    end
    return table.concat(parts)
end

local function checksum(s)
    local hash = 0
    for _, byte in ipairs({s:byte(1, -1)}) do
        hash = (31 * hash + byte) % 9973
    end
    return string.format("%04d", hash)
end

-- A name that every file system takes; a checksum keeps apart what looks the same without its letters.
local function safe_name(s, whole)
    local name = text.fold(s, ""):gsub("[^a-z0-9]+", "-"):gsub("^%-+", ""):gsub("%-+$", ""):sub(1, 30)
    return (name == "" and "" or name .. "-") .. checksum(whole)
end

local function pupil_name(pupil)
    if type(pupil) == "number" then
        return string.format("pupil-%02d", pupil)
    end
    return pupil == nil and "pupil-none" or "pupil-" .. safe_name(pupil, text.fold(pupil, ""))
end

-- What of an edition bears these letters, own: what bears none does too.
local function part_of(edition, letters, is_own, graded)
    local function is_theirs(made)
        return made.device == letters or (is_own and not made.device)
    end
    local deleted, left = is_own and edition.deleted or nil, {}
    if not is_own then
        deleted = edition.deleted and edition.deleted.elsewhere and edition.deleted.elsewhere[letters]
    end
    for _, time in ipairs(edition.left or {}) do
        left[#left + 1] = is_theirs(time) and time or nil
    end
    return {quizzes = quizzes_with_attempts(edition, graded, is_theirs), left = #left > 0 and left or nil,
            deleted = deleted and deleted.attempts > 0 and deleted or nil}
end

-- The letters of all devices on which something of an edition was done; own: of what bears none.
local function letters_in(edition, own)
    local letters = {[own] = true}
    local function add(made)
        letters[made.device or own] = true
    end
    for _, kept in pairs(edition.quizzes) do
        for _, attempt in ipairs(kept.attempts) do
            add(attempt)
        end
    end
    for _, time in ipairs(edition.left or {}) do
        add(time)
    end
    for elsewhere in pairs(edition.deleted and edition.deleted.elsewhere or {}) do
        letters[elsewhere] = true
    end
    return sorted_keys(letters)
end

-- What there is of one pupil to tell: {head, quizzes} for each device, edition and book with results, or with some that were deleted.
local function parts_of(data)
    local parts = {}
    for _, id in ipairs(sorted_keys(data.books)) do
        local record, own = data.books[id], data.devices and data.devices[id] or data.device or ""
        for _, name_of_edition in ipairs(sorted_keys(record.editions)) do
            local edition = record.editions[name_of_edition]
            for _, letters in ipairs(letters_in(edition, own)) do
                local part = part_of(edition, letters, letters == own, name_of_edition ~= "test")
                local head = {book = id, identifier = edition.identifier or id, edition = name_of_edition, title = record.title or id,
                              language = record.language or "en", pupil = data.pupil, device = letters ~= "" and letters or nil,
                              plugin = data.plugin, deleted = part.deleted, left = name_of_edition == "test" and part.left or nil}
                if #part.quizzes > 0 or (head.device and (head.deleted or head.left)) then
                    parts[#parts + 1] = {head = head, quizzes = part.quizzes}
                end
            end
        end
    end
    return parts
end

-- The files of one pupil: {name, content}, two for each device, edition and book.
function export.files(data)
    local files = {}
    for _, part in ipairs(parts_of(data)) do
        local head, quizzes = part.head, part.quizzes
        local name = safe_name(head.title, head.book) .. "-" .. head.edition .. "-" .. pupil_name(data.pupil)
            .. (head.device and "-" .. head.device or "")
        files[#files + 1] = {name = name .. ".json", content = json.write(results_object(head, quizzes))}
        files[#files + 1] = {name = name .. ".csv", content = to_csv(head, quizzes)}
    end
    return files
end

-- The same as documents for hornbook_frames, JSON on one line each. only: {book, edition, quiz}, ids of the one quiz to tell; nil: all.
function export.documents(data, only)
    local documents = {}
    for _, part in ipairs(parts_of(data)) do
        local quizzes = {}
        for _, quiz in ipairs(part.quizzes) do
            if not only or (only.book == part.head.book and only.edition == part.head.edition and only.quiz == quiz.id) then
                quizzes[#quizzes + 1] = quiz
            end
        end
        if not only or #quizzes > 0 then
            documents[#documents + 1] = {pupil = data.pupil, content = json.write_line(results_object(part.head, quizzes))}
        end
    end
    return documents
end

return export
