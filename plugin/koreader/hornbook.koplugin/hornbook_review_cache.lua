-- What the review queue keeps of books, so that their questions can be asked while another book is open: for each book one table with
-- the parts that are in the queue. A part is {chapter, at, quiz, question} or {chapter, at, entry}; quiz has no questions of its own.
local model = require("hornbook_model")
local question_view = require("hornbook_question")
local text = require("hornbook_text")

local Cache = {}
Cache.__index = Cache

local version = 1
Cache.most = {parts = 1000, bytes = 64 * 1024}  -- of a book; of a part's texts

-- disk: load(name), save(name, table); exists(path): whether the file is on the device.
function Cache.of(disk, exists)
    return setmetatable({disk = disk, exists = exists, books = {}, sound = {}}, Cache)
end

-- A name for files, of letters and digits alone; the end tells apart what looks the same.
local function name_of(book)
    local sum = 7
    for i = 1, #book do
        sum = (sum * 31 + book:byte(i)) % 2147483647
    end
    return "questions-" .. book:gsub("[^%w]+", "-"):sub(1, 60):lower() .. "-" .. string.format("%08x", sum)
end

local function read(kept, book)
    if type(kept) == "table" and kept.version == version and kept.book == book and type(kept.parts) == "table" then
        return kept
    end
    return {version = version, book = book, parts = {}}
end

-- What is kept of a book: {version, book, path, title, language, rtl, parts}.
function Cache:book(book)
    self.books[book] = self.books[book] or read(self.disk.load(name_of(book)), book)
    return self.books[book]
end

function Cache:save(book)
    return self.disk.save(name_of(book), self:book(book))
end

local function bytes_of(value)
    if type(value) == "string" then
        return #value
    end
    local bytes = 0
    for _, inner in pairs(type(value) == "table" and value or {}) do
        bytes = bytes + bytes_of(inner)
    end
    return bytes
end

local function count(parts)
    local number = 0
    for _ in pairs(parts) do
        number = number + 1
    end
    return number
end

-- Whether no more parts of a book are kept.
function Cache:is_full(book)
    return count(self:book(book).parts) >= Cache.most.parts
end

-- Keeps a part; false for one beyond the limits.
local function put(kept, id, part)
    if bytes_of(part) > Cache.most.bytes or (not kept.parts[id] and count(kept.parts) >= Cache.most.parts) then
        return false
    end
    kept.parts[id] = part
    return true
end

local function head(kept, source, path)
    kept.path, kept.title, kept.language, kept.rtl = path, source.title or kept.title, source.language or kept.language, source.rtl or false
end

local function question_part(book, id)
    local found = book.places[id]
    local question = found and found.question and found.quiz.questions[found.question]
    if not question or question.id ~= id then
        return nil
    end
    local quiz = found.quiz
    local number = 0
    for i, other in ipairs(book.quizzes) do
        number = other == quiz and i or number
    end
    return {chapter = quiz.chapter, at = number * 10000 + found.question, question = question,
            quiz = {id = quiz.id, title = quiz.title, chapter = quiz.chapter, href = quiz.href, language = quiz.language}}
end

local function entry_part(glossary, id)
    for i, entry in ipairs(glossary.entries) do
        if entry.id == id then
            return {chapter = "", at = i, entry = entry}
        end
    end
end

-- source: the open book's quizzes or its glossary, as the model gives them. false when the item cannot be kept.
function Cache:keep(source, path, id)
    local kept = self:book(source.book)
    if kept.parts[id] and kept.path == path then
        return true
    end
    local part = (source.quizzes and question_part or entry_part)(source, id)
    if not part or not put(kept, id, part) then
        return false
    end
    head(kept, source, path)
    self:save(source.book)
    return true
end

-- Takes the parts anew from an open book, which may be a new edition: what is no longer in it is not asked.
function Cache:refresh(source, path)
    local kept = self:book(source.book)
    local has_questions = source.quizzes ~= nil
    for id, part in pairs(kept.parts) do
        if (part.question ~= nil) == has_questions then
            kept.parts[id] = nil
            local now = (has_questions and question_part or entry_part)(source, id)
            if now then
                put(kept, id, now)
            end
        end
    end
    head(kept, source, path)
    if next(kept.parts) then
        self:save(source.book)
    end
end

-- A part as the disk gave it, which is not trusted: made anew of what is sound, or nil.
local function sound_part(part)
    if type(part) ~= "table" or type(part.chapter) ~= "string" or type(part.at) ~= "number" then
        return nil
    end
    local sound = {chapter = part.chapter, at = part.at}
    if part.entry ~= nil then
        sound.entry = model.read_kept_entry(part.entry)
        return sound.entry and sound
    end
    local quiz = part.quiz
    local has_quiz = type(quiz) == "table" and type(quiz.id) == "string" and type(quiz.title) == "string" and type(quiz.href) == "string"
    sound.question, sound.quiz = has_quiz and model.read_kept_question(part.question) or nil, quiz
    return sound.question and sound
end

-- The part of an item, while its book is on the device.
function Cache:part(book, id)
    local kept = self:book(book)
    local part = kept.parts[id]
    if not part or type(kept.path) ~= "string" or not self.exists(kept.path) then
        return nil
    end
    if self.sound[part] == nil then
        self.sound[part] = sound_part(part) or false
    end
    return self.sound[part] or nil
end

-- Whether a question cannot be understood without its page, to which the player then has a button of its own.
function Cache.needs_page(part)
    return part.question ~= nil and question_view.needs_page(part.question)
end

-- The book of one part, as an attempt needs it, and the quiz with that question alone.
function Cache:question(book, part)
    local kept = self:book(book)
    local question = {}
    for key, value in pairs(part.question) do
        question[key] = value
    end
    question.see = question.see or (not Cache.needs_page(part) and question.href) or nil
    local quiz = {questions = {question}}
    for key, value in pairs(part.quiz) do
        quiz[key] = value
    end
    return {book = book, title = kept.title, language = kept.language, rtl = kept.rtl, graded = true, edition = "student"}, quiz
end

function Cache:title(book)
    return text.shorten(self:book(book).title or "", 80)
end

return Cache
