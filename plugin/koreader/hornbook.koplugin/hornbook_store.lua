-- What is kept: a register of pupils and settings, and for each pupil and book a journal, opened when it is first needed. Results hang
-- on the book's identifier (common to its editions and to new versions of it) and on the ids of quizzes and questions.
--   record   = {title, language, last, cards, editions = {[edition] = {identifier, deleted, left = {{at, seconds}}, quizzes = {[quiz id] =
--               {title, number, attempts = {}}}}}}
--   deleted  = {attempts, sealed, last = day, quizzes = {[quiz id] = true}, elsewhere = {[letters] = {attempts, sealed, last}}}: what was
--              deleted; its quizzes were sealed tests.
-- A journal's first line names the device by its letters. An attempt, a time and a deletion of a device with other letters bear these: the
-- journal was copied from one device to another, and each exports under the letters of whoever did it.
local Attempt = require("hornbook_attempt")
local device = require("hornbook_device")
local pupils = require("hornbook_pupils")
local record_of = require("hornbook_record")
local register_of = require("hornbook_register")
local values = require("hornbook_values")

local Store = {}
Store.__index = Store

local function table_of(value)
    return type(value) == "table" and value or {}
end

-- Without a register: who is known, and the device, by the first lines of the journals.
local function recover(self)
    for _, name in ipairs(self.disk.names()) do
        local about = self.disk.about(name)
        local key = about and about.book and name:match("^(pupil%-[^.]+)%.")
        if key then
            self.register.pupils[key] = about.pupil or false
            self.register.device = self.register.device or about.device
        end
    end
end

-- What was copied here from another device gets letters of its own; true: the register must be written.
local function settle_device(self)
    local register, found = self.register, self.disk.marks()
    local is_another = device.is_another(register.marks, found)
    if is_another or not device.is_id(register.device) then
        register.device, register.marks = device.new_id(self.disk.random), {}
    end
    local has_more
    register.marks, has_more = device.with_marks(register.marks, found)
    return is_another or has_more
end

-- disk: as hornbook_folder gives it. Each save reaches the storage before it returns true.
function Store.open(disk)
    local self = setmetatable({disk = disk, journals = {}}, Store)
    local kept = table_of(disk.load("register"))
    self.register = register_of.read(kept)
    if kept.version == nil then
        recover(self)
    end
    if type(self.register.current) ~= "string" or self.register.pupils[self.register.current] == nil then
        self.register.current = nil
    end
    if settle_device(self) and kept.version ~= nil then
        self:save_register()
    end
    return self
end

register_of.add_to(Store)

-- ---- pupils ----

function Store:has_pupil()
    return self.register.current ~= nil
end

-- The key of who is reading; nil: nobody has said.
function Store:current_key()
    return self.register.current
end

-- The number or nickname of who is reading; nil: nobody in particular.
function Store:pupil()
    return self.register.pupils[self.register.current or ""] or nil
end

function Store:choose_pupil(pupil)
    local key = pupils.key(pupil)
    if self.register.pupils[key] == nil then
        self.register.pupils[key] = pupil or false
    end
    self.disk.rest()
    self.register.current, self.journals = key, {}
    return self:save_register()
end

-- Nobody has said yet who is reading.
function Store:forget_pupil()
    self.disk.rest()
    self.register.current, self.journals = nil, {}
    return self:save_register()
end

-- Who was reading on this device: numbers in their order, then nicknames.
function Store:known_pupils()
    local known = {}
    for _, pupil in pairs(self.register.pupils) do
        if pupil then
            known[#known + 1] = pupil
        end
    end
    return pupils.in_order(known)
end

local function key_of(self)
    return self.register.current or pupils.key(nil)
end

-- ---- journals ----

local function open_journal(self, key, id)
    local pupil = self.register.pupils[key] or nil
    local name = key .. "." .. values.checksum(id)
    local journal = self.disk.journal(name, {pupil = pupil, book = id, device = self.register.device})
    if not journal.is_mended then
        journal.is_mended = true
        record_of.mend(journal.data)
        journal:watch({}, 3, {editions = true})
    end
    return journal, name
end

-- An older plugin kept all books of a pupil in one file: what is not yet in the journals goes there. Asked again until it is all kept.
local function take_over(self, key)
    local old = table_of(self.disk.old_settings(key))
    local has_old, is_kept = false, true
    for id, record in pairs(table_of(old.books)) do
        if type(id) == "string" and type(record) == "table" then
            has_old = true
            record_of.add_older(open_journal(self, key, id), id, record_of.mend(record))
            is_kept = self.disk.keep() and is_kept
        end
    end
    if has_old and is_kept then
        self.disk.retire_settings(key)
    end
end

-- The journal of who is reading for a book.
local function journal_of(self, id)
    local key = key_of(self)
    if self.taken ~= key then
        self.taken = key
        take_over(self, key)
    end
    self.journals[id] = self.journals[id] or open_journal(self, key, id)
    return self.journals[id]
end

-- Writes what changed. true when all of it lies on the storage; else nil and the reason, and the next save tries again.
function Store:save()
    if not self.register.current then
        self.register.current = pupils.key(nil)
        self.register.pupils[self.register.current] = false
        self:save_register()
    end
    return self.disk.keep()
end

function Store:save_if_loaded()
    if next(self.journals) and self.register.current then
        return self:save()
    end
    return true
end

-- What went wrong at opening: {damaged, newer, unreadable = true}, told once.
function Store:troubles()
    local found
    for _, journal in pairs(self.disk.open) do
        local trouble = journal.state or (journal.was_damaged and "damaged")
        if trouble and not journal.is_told then
            journal.is_told, found = true, found or {}
            found[trouble] = true
        end
    end
    return found
end

-- All books of a pupil: {version, pupil, device, books = {[id] = record}, devices = {[id] = letters of what in a record bears none}}.
local function data_of(self, key)
    take_over(self, key)
    local data = {version = 1, pupil = self.register.pupils[key] or nil, device = self.register.device, books = {}, devices = {}}
    for _, name in ipairs(self.disk.names()) do
        local about = name:sub(1, #key + 1) == key .. "." and self.disk.about(name)
        if about and type(about.book) == "string" then
            local journal = open_journal(self, key, about.book)
            data.books[about.book], data.devices[about.book] = journal.data, journal.about.device
            data.pupil = data.pupil or about.pupil
        end
    end
    for name, journal in pairs(self.disk.open) do
        if name:sub(1, #key + 1) == key .. "." and journal.is_mended and journal.about.book then
            data.books[journal.about.book], data.devices[journal.about.book] = journal.data, journal.about.device
        end
    end
    return data
end

function Store:data()
    return data_of(self, key_of(self))
end

local function keys_of_all(self)
    local seen, keys = {}, {}
    local function add(key)
        if not seen[key] then
            seen[key] = true
            keys[#keys + 1] = key
        end
    end
    for key in pairs(self.register.pupils) do
        add(key)
    end
    for _, name in ipairs(self.disk.names()) do
        local key = name:match("^(pupil%-[^.]+)")
        if key then
            add(key)
        end
    end
    table.sort(keys)
    return keys
end

-- Everybody's data, for the export alone: {pupil's data, …} in the order of the keys.
function Store:everybody()
    local result = {}
    for i, key in ipairs(keys_of_all(self)) do
        result[i] = data_of(self, key)
    end
    return result
end

-- ---- books and quizzes ----

-- The pupil's record of a book, made at need. book: as the model gives it, or a glossary with only its identifier.
function Store:book(book)
    local record = journal_of(self, book.book).data
    record.title, record.language = book.title or record.title, book.language or record.language
    return record
end

-- The attempts there are; looking makes no record.
local function attempts_at(self, book, quiz)
    local edition = table_of(journal_of(self, book.book).data.editions[book.edition])
    return table_of(table_of(edition.quizzes)[quiz.id]).attempts or {}
end

-- The letters that something new in a journal bears; nil: those of the journal.
local function letters_for(self, journal)
    return journal.about.device ~= self.register.device and self.register.device or nil
end

local function path_to(book, quiz, ...)
    return {"editions", book.edition, "quizzes", quiz.id, ...}
end

-- The attempt that is changed from now on.
local function follow(self, book, quiz, index)
    local journal = journal_of(self, book.book)
    if journal.followed then
        journal:unwatch(journal.followed)
    end
    journal.followed = journal:watch(path_to(book, quiz, "attempts", index), 2, nil, true)
end

-- day: "2026-11-24" or nil where the clock cannot be trusted; only: ids of the questions to ask again.
function Store:begin(book, quiz, day, only)
    self:book(book)
    local journal = journal_of(self, book.book)
    local index = #attempts_at(self, book, quiz) + 1
    local record = table_of(table_of(journal.data.editions[book.edition]).quizzes)[quiz.id] or {}
    journal:set({"editions", book.edition, "identifier"}, book.identifier)
    journal:set(path_to(book, quiz, "title"), quiz.title)
    journal:set(path_to(book, quiz, "number"), (record.number or index - 1) + 1)
    local attempt = Attempt.fresh(quiz, journal.data.editions[book.edition].quizzes[quiz.id].number, only)
    attempt.day, attempt.device = day, letters_for(self, journal)
    journal:set(path_to(book, quiz, "attempts", index), attempt)
    follow(self, book, quiz, index)
    return attempt
end

-- The attempt to go on with: the last one when it is not finished, or a test that was handed in.
local function open_attempt(self, book, quiz)
    local attempts = attempts_at(self, book, quiz)
    local attempt = attempts[#attempts]
    if attempt and not attempt.lost and (not attempt.finished or attempt.sealed) then
        return attempt, #attempts
    end
end

function Store:open_attempt(book, quiz)
    local attempt, index = open_attempt(self, book, quiz)
    if attempt then
        follow(self, book, quiz, index)
        if not attempt.finished then
            attempt.device = letters_for(self, journal_of(self, book.book))  -- whoever goes on with it
        end
    end
    return attempt
end

function Store:note_place(book, quiz)
    self:book(book).last = {edition = book.edition, quiz = quiz.id}
end

-- The quiz that was open last and is not finished, else the first unfinished one.
function Store:quiz_to_continue(book)
    local last = table_of(journal_of(self, book.book).data.last)
    local first
    for _, quiz in ipairs(book.quizzes) do
        local attempt = open_attempt(self, book, quiz)
        if attempt and not attempt.finished then
            if last.edition == book.edition and last.quiz == quiz.id then
                return quiz
            end
            first = first or quiz
        end
    end
    return first
end

-- What a list of quizzes tells, as hornbook_record makes it.
function Store:progress(book, quiz)
    return record_of.progress(attempts_at(self, book, quiz), #quiz.questions)
end

-- A test was left by the pupil of this key. left: {at = day and time or nil, seconds or nil: not known}, and is kept.
function Store:note_left(key, book, left)
    local journal = open_journal(self, key, book)
    local edition = table_of(journal.data.editions.test)
    left.device = letters_for(self, journal)
    journal:set({"editions", "test", "left", #table_of(edition.left) + 1}, left)
    return self.disk.keep()
end

-- ---- deleting ----

-- Leaves of a pupil's books no more than how much was deleted. false when something could not be written or deleted.
local function delete_results(self, key, day)
    local done, rests = true, {}
    for id, record in pairs(data_of(self, key).books) do
        local rest = record_of.deleted(record, day)
        if rest then
            local _, name = open_journal(self, key, id)
            rests[name] = true
            done = self.disk.replace(name, rest) and done
        end
    end
    for _, name in ipairs(self.disk.names()) do
        if name:sub(1, #key + 1) == key .. "." and not rests[name] then
            local _, why = self.disk.about(name)
            done = why ~= "newer" and self.disk.remove(name) and done
        end
    end
    done = self.disk.remove(key) and done  -- what an older plugin kept
    self.register.pupils[key], self.register.pins[key], self.taken = nil, nil, nil
    return done
end

-- day: for the record of what was deleted, or nil. true when all is gone.
function Store:delete_mine(day)
    local done = delete_results(self, key_of(self), day)
    self.register.current, self.journals = nil, {}
    return self:save_register() and done
end

function Store:delete_all(day)
    local done = true
    for _, key in ipairs(keys_of_all(self)) do
        done = delete_results(self, key, day) and done
    end
    self.register.pupils, self.register.current, self.journals = {}, nil, {}
    return self:save_register() and done
end

-- Whether a test was handed in here and its results were deleted: it is not taken again but with the teacher's leave.
function Store:is_locked(book, quiz)
    local edition = table_of(journal_of(self, book.book).data.editions[book.edition])
    return table_of(table_of(edition.deleted).quizzes)[quiz.id] == true
end

-- The teacher lets a test be taken again, or lets the pupil go on with one that was handed in. What was deleted stays counted.
function Store:unlock(book, quiz)
    if self:is_locked(book, quiz) then
        journal_of(self, book.book):set({"editions", book.edition, "deleted", "quizzes", quiz.id}, nil)
    end
    local attempt = self:open_attempt(book, quiz)
    if attempt then
        attempt.sealed, attempt.finished = nil, nil
    end
    return self:save()
end

return Store
