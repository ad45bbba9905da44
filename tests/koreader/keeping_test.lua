-- Nothing that a pupil did is lost: every call of the system fails once, files are cut and spoilt.
local Attempt = require("hornbook_attempt")
local Folder = require("hornbook_folder")
local Store = require("hornbook_store")
local answers = require("answers")
local books = require("books")
local check = require("check")
local export = require("hornbook_export")
local files = require("files")
local model = require("hornbook_model")
local values = require("hornbook_values")

local test = check.test

local book = model.read_quizzes(books.small())
local exam = model.read_quizzes(books.small("test"))
local quiz = book.quizzes[2]
local journal_name = "/settings/pupil-07." .. values.checksum(book.book) .. ".journal"

-- ---- values ----

test("a value is a line, and comes back", function()
    local strange = {"", "\n", "a\"b\\c", "\\u0041", "\0\1\127", "Ёж \226\128\174", {}, {1, false, "x"}, {[3] = 1, x = {y = {}}}, 0.1, -7,
                     1e300, true}
    for _, value in ipairs(strange) do
        local written = values.write(value)
        check.that(not written:find("\n", 1, true))
        check.equal(values.read(written), value, written)
    end
    for _, text in ipairs({"", "{", "[1,", "nul", "{\"a\"}", "[1]x", "\"a", "os.exit()", ("["):rep(100) .. ("]"):rep(100)}) do
        check.equal({values.read(text)}, {nil, true}, text)
    end
    check.equal(values.checksum("123456789"), "cbf43926")
end)

-- ---- sessions ----

-- One pupil answers; the answers for which a save was true.
local function answer_some(store, count)
    local kept = {}
    local attempt = Attempt.open(book, quiz, store:open_attempt(book, quiz) or store:begin(book, quiz, "2026-11-28"))
    attempt:go_to_question("quiz-two-w")
    for i = 1, count do
        local text = "Answer " .. i .. (" and more"):rep(i % 4)
        attempt:set_answer(text)
        if store:save() then
            kept[#kept + 1] = text
        end
    end
    return kept, attempt
end

local function answer_on(disk)
    local store = Store.open(disk.restart())
    store:choose_pupil(7)
    local attempt = store:open_attempt(book, quiz)
    local record = attempt and attempt.answers["quiz-two-w"]
    return record and record.answer, store
end

test("each call fails once: what was kept is there, and the rest follows when the calls work again", function()
    local disk = books.disk()
    answer_some(Store.open(disk), 6)
    local calls = disk.system.calls
    check.that(calls > 20)
    for failing = 1, calls do
        disk = books.disk()
        disk.system.fail_from = failing
        local store = Store.open(disk)
        store:choose_pupil(7)
        local kept = answer_some(store, 6)
        local text = answer_on(disk)
        check.that(#kept == 0 or tonumber(text:match("%d+")) >= tonumber(kept[#kept]:match("%d+")), "failing from " .. failing)
        disk = books.disk()
        disk.system.fail_from = failing
        store = Store.open(disk)
        store:choose_pupil(7)
        local attempt = select(2, answer_some(store, 6))
        disk.system.fail_from = nil
        check.that(store:save())
        check.equal(answer_on(disk), attempt:answer(), "failing from " .. failing .. " for a while")
    end
end)

local function copy_of(kept)
    local copy = {}
    for path, content in pairs(kept) do
        copy[path] = content
    end
    return copy
end

local function ten_answers()
    local disk = books.disk()
    local store = Store.open(disk)
    store:choose_pupil(7)
    answer_some(store, 10)
    return disk
end

-- How many answers are told of by whole lines of a journal that was cut.
local function whole_answers(content)
    local last
    for line in content:gmatch("([^\n]*)\n") do
        last = line:match('"answer":"(Answer[^"]*)"') or last
    end
    return last
end

test("a journal cut at every byte", function()
    local disk = ten_answers()
    local content = disk.files[journal_name]
    for cut = 0, #content - 1 do
        local kept = copy_of(disk.files)
        kept[journal_name] = content:sub(1, cut)
        local other = books.disk(kept)
        local text, store = answer_on(other)
        check.equal(text, whole_answers(kept[journal_name]), "cut at " .. cut)
        answer_some(store, 1)
        check.equal((answer_on(other)), "Answer 1 and more", "and goes on, cut at " .. cut)
    end
end)

test("a journal with a wrong byte is put aside, and all its sound lines are used", function()
    local disk = ten_answers()
    local content = disk.files[journal_name]
    for at = 1, #content, 3 do
        local kept = copy_of(disk.files)
        kept[journal_name] = content:sub(1, at - 1) .. string.char((content:byte(at) + 1) % 256) .. content:sub(at + 1)
        local spoilt = kept[journal_name]
        local other = books.disk(kept)
        local text, store = answer_on(other)
        local head = content:find("\n", content:find("\n", 1, true) + 1, true)
        check.that(text ~= nil or at <= head * 2, "at " .. at)
        local troubles = store:troubles()
        check.that(troubles == nil or troubles.damaged or troubles.newer)
        local aside = kept[journal_name .. ".damaged-1"]
        check.that(troubles == nil or aside == spoilt or kept[journal_name] == spoilt, "kept as it was, at " .. at)
    end
end)

test("a line that was cut off when the storage was full damages nothing later", function()
    local disk = ten_answers()
    local kept = copy_of(disk.files)
    kept[journal_name] = kept[journal_name] .. "0123abcd [[[\"edit"
    disk = books.disk(kept)
    disk.system.fail_from = 1
    local store = Store.open(disk)
    store:choose_pupil(7)
    check.equal(answer_some(store, 1), {})
    disk.system.fail_from = nil
    check.that(store:save())
    local text, again = answer_on(disk)
    check.equal(text, "Answer 1 and more")
    check.equal(again:troubles(), nil)
    check.equal(kept[journal_name .. ".damaged-1"], nil)
end)

test("the older copy is used when nothing else can be", function()
    local disk = ten_answers()
    local journal = Folder.of(disk.system, "/settings").journal("pupil-07." .. values.checksum(book.book))
    disk.files[journal_name .. ".old"] = disk.files[journal_name]
    check.that(journal:write_anew())
    for _, garbage in ipairs({"", "garbage", ("\0"):rep(4096), "\n\n", false}) do
        local kept = copy_of(disk.files)
        kept[journal_name] = garbage or nil
        local text, store = answer_on(books.disk(kept))
        check.equal(text, "Answer 10 and more and more")
        check.that(store:troubles().damaged)
    end
end)

test("what grew is written anew at opening, and one older copy stays", function()
    local disk = ten_answers()
    local store = Store.open(disk.restart())
    for _ = 1, 80 do
        answer_some(store, 10)
    end
    local grown = disk.files[journal_name]
    check.that(#grown > 66000)
    check.equal((answer_on(disk)), "Answer 10 and more and more")
    check.that(#disk.files[journal_name] < 2000)
    check.equal(disk.files[journal_name .. ".old"], grown)
end)

test("what a newer plugin kept is left alone, and so is what cannot be read", function()
    local disk = ten_answers()
    local payload = values.write({hornbook = "journal", version = 2, pupil = 7})
    local newer = values.checksum(payload) .. " " .. payload .. "\nsomething else\n"
    disk.files[journal_name] = newer
    local text, store = answer_on(disk)
    check.equal(text, nil)
    check.equal(store:troubles(), {newer = true})
    answer_some(store, 1)
    check.equal({store:save()}, {nil, "newer"})
    check.that(not store:delete_mine())
    check.equal(disk.files[journal_name], newer)

    disk = ten_answers()
    local content, read = disk.files[journal_name], disk.system.read
    function disk.system.read(path)
        if path == journal_name then
            return nil, "Input/output error"
        end
        return read(path)
    end
    text, store = answer_on(disk)
    check.equal(text, nil)
    answer_some(store, 1)
    check.equal({store:save()}, {nil, "unreadable"})
    check.equal(disk.files[journal_name], content)
end)

test("a register lost: who was here, the device and all results are found by the journals", function()
    local disk = ten_answers()
    local store = Store.open(disk)
    store:choose_pupil("Ёж")
    answer_some(store, 1)
    local device = store:device()
    check.that(device:match("^[2-9a-hjkmnp-z]+$") and #device == 6, device)
    for _, spoil in ipairs({false, "garbage"}) do
        local kept = copy_of(disk.files)
        kept["/settings/register.journal"] = spoil or nil
        local other = Store.open(books.disk(kept))
        check.equal(other:device(), device)
        check.equal(other:known_pupils(), {7, "Ёж"})
        check.equal(#other:everybody(), 2)
        check.that(not other:has_pupil())
    end
end)

-- ---- what it costs ----

test("a tap costs the same after 10,000 answers as after ten", function()
    local disk = books.disk()
    local store = Store.open(disk)
    store:choose_pupil(7)
    local function cost()
        local attempt = Attempt.open(book, quiz, store:begin(book, quiz, "2026-11-28"))
        attempt:go_to_question("quiz-two-f")
        store:save()
        disk.system.calls, disk.system.bytes = 0, 0
        attempt:set_answer({"1938"})
        store:save()
        return disk.system.calls, disk.system.bytes
    end
    local function answer_often(times)
        for _ = 1, times do
            local attempt = Attempt.open(book, quiz, store:begin(book, quiz, "2026-11-28"))
            attempt:go_to_question("quiz-two-w")
            attempt:set_answer("Because of many things.")
            attempt:finish()
        end
        store:save()
    end
    answer_often(10)
    local calls, bytes = cost()
    answer_often(10000)
    local later_calls, later_bytes = cost()
    print(string.format("a tap: %d calls and %d bytes after 10 answers, %d and %d after 10,000", calls, bytes, later_calls, later_bytes))
    check.equal(later_calls, calls)
    check.that(later_bytes < bytes + 20)
    check.that(bytes < 600)
    disk.system.reads, disk.system.read = 0, function() disk.system.reads = disk.system.reads + 1 end
    cost()
    check.equal(disk.system.reads, 0)
end)

-- ---- deleting ----

local function exported(store)
    local found = {}
    for _, data in ipairs(store:everybody()) do
        for _, file in ipairs(export.files(data)) do
            local results = file.name:match("json$") and files.decode(file.content)
            if results then
                found[results.edition] = results
                check.that(file.name:match("%-pupil%-07%-" .. store:device() .. "%.json$"), file.name)
            end
        end
    end
    return found
end

test("what is deleted is counted, and a sealed test stays taken", function()
    local disk = books.disk()
    local store = Store.open(disk)
    store:choose_pupil(7)
    answer_some(store, 2)
    answers.hand_in(store, exam)
    check.equal(exported(store).test.version, 3)
    check.equal(exported(store).test.device, store:device())
    check.equal(exported(store).test.deleted, nil)
    for _, delete in ipairs({"delete_mine", "delete_all"}) do
        check.that(store[delete](store, "2026-11-29"))
        store = Store.open(disk.restart())
        check.equal(store:has_pupil(), false)
        check.equal(store:known_pupils(), {})
        store:choose_pupil(7)
        local tests = exported(store).test
        check.equal(tests.deleted, {attempts = 1, sealed = 1, last = "2026-11-29"})
        check.equal(tests.quizzes, {})
        check.equal(store:progress(exam, exam.quizzes[2]).sealed, nil)
        check.that(store:is_locked(exam, exam.quizzes[2]))
        check.that(not store:is_locked(exam, exam.quizzes[1]))
        for path, content in pairs(disk.files) do
            check.that(not content:find("1938", 1, true) and not content:find("Answer 2", 1, true), path)
        end
    end
    check.that(store:unlock(exam, exam.quizzes[2]))
    store = Store.open(disk.restart())
    check.that(not store:is_locked(exam, exam.quizzes[2]))
    answers.hand_in(store, exam)
    check.equal(exported(store).test.deleted.sealed, 1)
    check.that(store:unlock(exam, exam.quizzes[2]))
    store = Store.open(disk.restart())
    check.equal(store:open_attempt(exam, exam.quizzes[2]).sealed, nil)
end)

test("deleting that fails says so", function()
    local disk = books.disk()
    local store = Store.open(disk)
    store:choose_pupil(7)
    answers.hand_in(store, exam)
    disk.system.fail_from = 1
    check.that(not store:delete_mine())
    disk.system.fail_from = nil
    check.that(exported(Store.open(disk.restart())).test)
end)

-- ---- drafts ----

test("a text that was begun is kept, and handed in where there is no other", function()
    local disk = books.disk()
    local store = Store.open(disk)
    store:choose_pupil(7)
    local _, attempt = answer_some(store, 0)
    local write, fill = quiz.questions[4], quiz.questions[3]
    attempt:keep_draft(write, "Half a sen")
    attempt:keep_draft(fill, "19", 1)
    store:save()
    store = Store.open(disk.restart())
    attempt = Attempt.open(book, quiz, store:open_attempt(book, quiz))
    check.equal(attempt:draft_of(write), "Half a sen")
    check.equal(attempt:draft_of(fill, 1), "19")
    check.equal(attempt:is_answered(write), false)
    attempt:keep_draft(fill, nil, 1)
    check.equal(attempt:draft_of(fill, 1), nil)
    attempt:finish()
    check.equal(attempt:record_of(write).answer, "Half a sen")
    check.equal(attempt.kept.drafts, nil)
end)
