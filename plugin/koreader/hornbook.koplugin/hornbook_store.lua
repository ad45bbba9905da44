-- What is kept, as plain tables: a register of pupils and settings, and one table for each pupil. Results hang on the
-- book's identifier (common to its editions and to new versions of it) and on the ids of quizzes and questions.
--   register = {version, current = key, pupils = {[key] = number or nickname or false}, settings = {}}
--   pupil    = {version, pupil, books = {[book] = {title, language, last, cards, editions = {[edition] = {identifier,
--               quizzes = {[quiz id] = {title, number, attempts = {}}}}}}}}
local Attempt = require("hornbook_attempt")
local pupils = require("hornbook_pupils")

local Store = {}
Store.__index = Store

local function table_of(value)
    return type(value) == "table" and value or {}
end

-- disk: load(name) -> table or nil, save(name, table), remove(name). Each save reaches the disk before it returns.
function Store.open(disk)
    local self = setmetatable({disk = disk}, Store)
    local register = table_of(disk.load("register"))
    self.register = {version = 1, current = register.current, pupils = table_of(register.pupils),
                     settings = table_of(register.settings)}
    if type(self.register.current) ~= "string" or self.register.pupils[self.register.current] == nil then
        self.register.current = nil
    end
    return self
end

function Store:save_register()
    self.disk.save("register", self.register)
end

function Store:setting(name)
    return self.register.settings[name]
end

function Store:set_setting(name, value)
    self.register.settings[name] = value
    self:save_register()
end

-- ---- pupils ----

function Store:has_pupil()
    return self.register.current ~= nil
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
    self.register.current, self.loaded = key, nil
    self:save_register()
end

local function sane(data)
    data = table_of(data)
    local result = {version = 1, pupil = data.pupil, books = {}}
    for id, book in pairs(table_of(data.books)) do
        if type(id) == "string" and type(book) == "table" then
            book.editions = table_of(book.editions)
            for _, edition in pairs(book.editions) do
                edition.quizzes = table_of(edition.quizzes)
                for quiz, kept in pairs(edition.quizzes) do
                    if type(kept) ~= "table" or type(kept.attempts) ~= "table" then
                        edition.quizzes[quiz] = nil
                    end
                end
            end
            result.books[id] = book
        end
    end
    return result
end

function Store:data()
    if not self.loaded then
        local key = self.register.current or pupils.key(nil)
        self.loaded = sane(self.disk.load(key))
        self.loaded.pupil = self:pupil()
    end
    return self.loaded
end

function Store:save()
    local data = self:data()
    if not self.register.current then
        self.register.current = pupils.key(nil)
        self.register.pupils[self.register.current] = false
        self:save_register()
    end
    self.disk.save(self.register.current, data)
end

function Store:save_if_loaded()
    if self.loaded and self.register.current then
        self:save()
    end
end

-- ---- books and quizzes ----

-- The pupil's record of a book, made at need. book: as the model gives it, or a glossary with only its identifier.
function Store:book(book)
    local books = self:data().books
    local record = books[book.book] or {editions = {}}
    books[book.book] = record
    record.title, record.language = book.title or record.title, book.language or record.language
    return record
end

local function edition_of(record, book)
    local edition = record.editions[book.edition] or {quizzes = {}}
    record.editions[book.edition] = edition
    edition.identifier = book.identifier
    return edition
end

local function quiz_record(self, book, quiz)
    local quizzes = edition_of(self:book(book), book).quizzes
    quizzes[quiz.id] = quizzes[quiz.id] or {number = 0, attempts = {}}
    quizzes[quiz.id].title = quiz.title
    return quizzes[quiz.id]
end

-- The attempts there are; looking makes no record.
local function attempts_at(self, book, quiz)
    local record = self:data().books[book.book]
    local edition = record and record.editions[book.edition]
    local kept = edition and edition.quizzes[quiz.id]
    return kept and kept.attempts or {}
end

local function last_of(list)
    return list[#list]
end

-- day: "2026-11-24" or nil where the clock cannot be trusted; only: ids of the questions to ask again.
function Store:begin(book, quiz, day, only)
    local record = quiz_record(self, book, quiz)
    record.number = (record.number or #record.attempts) + 1
    local attempt = Attempt.fresh(quiz, record.number, only)
    attempt.day = day
    record.attempts[#record.attempts + 1] = attempt
    return attempt
end

-- The attempt to go on with: the last one when it is not finished, or a test that was handed in.
function Store:open_attempt(book, quiz)
    local attempt = last_of(attempts_at(self, book, quiz))
    if attempt and (not attempt.finished or attempt.sealed) then
        return attempt
    end
end

function Store:note_place(book, quiz)
    self:book(book).last = {edition = book.edition, quiz = quiz.id}
end

-- The quiz that was open last and is not finished, else the first unfinished one.
function Store:quiz_to_continue(book)
    local last = table_of(self:book(book).last)
    local first
    for _, quiz in ipairs(book.quizzes) do
        local attempt = self:open_attempt(book, quiz)
        if attempt and not attempt.finished then
            if last.edition == book.edition and last.quiz == quiz.id then
                return quiz
            end
            first = first or quiz
        end
    end
    return first
end

local function answered_in(kept)
    local answered = 0
    for _, id in ipairs(kept.questions) do
        local record = kept.answers[id]
        answered = answered + (record and (record.checked or record.paper or record.answer) and 1 or 0)
    end
    return answered
end

-- {attempts, best = {score, of}, first = {score, of}, answered, count, unfinished, sealed}: what a list of quizzes tells.
function Store:progress(book, quiz)
    local progress = {attempts = 0, count = #quiz.questions, answered = 0}
    for _, kept in ipairs(attempts_at(self, book, quiz)) do
        if kept.sealed or not kept.finished then
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

function Store:delete_mine()
    local key = self.register.current or pupils.key(nil)
    self.disk.remove(key)
    self.register.pupils[key] = nil
    self.register.current, self.loaded = nil, nil
    self:save_register()
end

function Store:delete_all()
    for key in pairs(self.register.pupils) do
        self.disk.remove(key)
    end
    self.disk.remove(pupils.key(nil))
    self.register.pupils, self.register.current, self.loaded = {}, nil, nil
    self:save_register()
end

-- Everybody's data, for the export alone: {pupil's data, …} in the order of the keys.
function Store:everybody()
    local keys, result = {}, {}
    for key in pairs(self.register.pupils) do
        keys[#keys + 1] = key
    end
    table.sort(keys)
    for i, key in ipairs(keys) do
        result[i] = sane(self.disk.load(key))
        result[i].pupil = self.register.pupils[key] or nil
    end
    return result
end

return Store
