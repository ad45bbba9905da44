-- The quiz and glossary data of a book, made from a file that is not trusted: every value is checked and copied,
-- and a quiz with a fault is left out by itself. plugin/*.schema.json say what the files hold.
local xhtml = require("hornbook_xhtml")

local model = {}

-- No less than plugin/quiz-data.schema.json and plugin/glossary-data.schema.json allow; text and name count bytes, four to a letter.
model.most = {bytes = 16 * 1024 * 1024, depth = 12, quizzes = 5000, questions = 1000, choices = 26, gaps = 100, pairs = 60, steps = 60,
              accepted = 1000, pictures = 100, entries = 100000, also = 200, text = 400000, name = 4000, marks = 1000, xhtml = 400000}
model.newest = 2  -- version of the quiz data; 2 holds XHTML beside texts
local most = model.most

-- Nothing in the file nests deeper than the schema does; a JSON reader may run out of stack on what does.
function model.is_shallow(content)
    local depth, at = 0, 1
    while true do
        local found = content:find('[%[%]{}"]', at)
        if not found then
            return true
        end
        local sign = content:sub(found, found)
        at = found + 1
        if sign == '"' then
            local close = content:find('["\\]', at)
            while close and content:sub(close, close) == "\\" do
                close = content:find('["\\]', close + 2)
            end
            if not close then
                return false
            end
            at = close + 1
        else
            depth = depth + ((sign == "[" or sign == "{") and 1 or -1)
            if depth > most.depth or depth < 0 then
                return false
            end
        end
    end
end

-- Raised by the readers below and caught in `attempt`.
local fault = {}

local function need(condition)
    if not condition then
        error(fault, 0)
    end
    return condition
end

local function attempt(read, ...)
    local ok, result = pcall(read, ...)
    if ok then
        return result
    elseif result == fault then
        return nil
    end
    error(result, 0)
end

local function words(value, length)
    need(type(value) == "string" and #value <= (length or most.text))
    return value
end

local function optional(value, read, ...)
    if value == nil then
        return nil
    end
    return read(value, ...)
end

local function number(value, low, high)
    need(type(value) == "number" and value == value and value >= low and value <= high)
    return value
end

-- Books once had marks of more decimals, whose sums were not those of their rounded parts.
local function hundredths(value)
    return math.floor(value * 100 + 0.5 + 1e-6) / 100
end

local function whole(value, low, high)
    need(number(value, low, high) == math.floor(value))
    return value
end

local function flag(value)
    need(type(value) == "boolean")
    return value
end

local function identifier(value)
    need(words(value, most.name):match("^quiz%-[a-z0-9-]+$"))
    return value
end

local function href(value)
    need(words(value, most.name):match("^[a-z0-9_/.-]+$") or value:match("^[a-z0-9_/.-]+#[^ #]+$"))
    need(not value:find("..", 1, true) and value:sub(1, 1) ~= "/")
    return value
end

-- A list without holes, each of its values read.
local function list(value, low, high, read, ...)
    need(type(value) == "table" and #value >= low and #value <= high)
    local result = {}
    for i = 1, #value do
        result[i] = read(value[i], ...)
    end
    for key in pairs(value) do
        need(type(key) == "number" and key >= 1 and key <= #result)
    end
    return result
end

local function record(value)
    need(type(value) == "table")
    return value
end

-- XHTML that stands beside texts, by their names. What is not sound is left out: the text says nearly the same.
local function drawn(value, ...)
    local result = {}
    for _, name in ipairs({...}) do
        local content = type(value) == "table" and value[name]
        if type(content) == "string" and #content <= most.xhtml and xhtml.is_sound(content) then
            result[name] = content
        end
    end
    return next(result) and result or nil
end

local function choice(value, graded)
    record(value)
    local right  -- false is kept, so that a copy can be read again
    if graded then
        right = flag(value.right)
    end
    return {
        id = identifier(value.id),
        text = words(value.text),
        right = right,
        credit = graded and optional(value.credit, number, -1, 1) or nil,
        feedback = graded and optional(value.feedback, words) or nil,
        xhtml = drawn(value.xhtml, "text", graded and "feedback"),
    }
end

local function accepted(value)
    record(value)
    need((value.low == nil) == (value.high == nil))
    return {
        text = words(value.text),
        low = optional(value.low, number, -1e300, 1e300),
        high = optional(value.high, number, -1e300, 1e300),
        credit = optional(value.credit, number, -1, 1),
        feedback = optional(value.feedback, words),
        xhtml = drawn(value.xhtml, "feedback"),
    }
end

local function blank(value, graded)
    record(value)
    return {accepted = graded and list(value.accepted, 1, most.accepted, accepted) or nil}
end

local function left(value, graded, rights)
    record(value)
    return {
        text = words(value.text),
        right = graded and whole(value.right, 0, rights - 1) or nil,
        feedback = graded and optional(value.feedback, words) or nil,
        xhtml = drawn(value.xhtml, "text", graded and "feedback"),
    }
end

local function item(value, graded, items)
    record(value)
    return {
        id = identifier(value.id),
        text = words(value.text),
        position = graded and whole(value.position, 1, items) or nil,
        feedback = graded and optional(value.feedback, words) or nil,
        xhtml = drawn(value.xhtml, "text", graded and "feedback"),
    }
end

local function picture(value)
    record(value)
    return {href = href(value.href), alt = words(value.alt)}
end

local function distinct(parts, key)
    local seen = {}
    for _, part in ipairs(parts) do
        need(part[key] == nil or not seen[part[key]])
        seen[part[key] or {}] = true
    end
    return parts
end

local answers = {}

answers["choose-one"] = function(question, value, graded)
    question.choices = distinct(list(value.choices, 2, most.choices, choice, graded), "id")
end
answers["choose-all"] = answers["choose-one"]
answers["true-false"] = answers["choose-one"]

function answers.fill(question, value, graded)
    question.blanks = list(value.blanks, 1, most.gaps, blank, graded)
end

function answers.match(question, value, graded)
    question.rights = list(value.rights, 2, most.pairs, words)
    question.lefts = list(value.lefts, 2, most.pairs, left, graded, #question.rights)
    local rights = type(value.xhtml) == "table" and value.xhtml.rights
    if type(rights) == "table" and #rights == #question.rights then
        local result = {}
        for i = 1, #rights do
            local row = drawn({text = rights[i]}, "text")
            result[i] = row and row.text or ""
        end
        question.xhtml = question.xhtml or {}
        question.xhtml.rights = result
    end
end

function answers.arrange(question, value, graded)
    local count = type(value.items) == "table" and #value.items or 0
    question.items = distinct(distinct(list(value.items, 2, most.steps, item, graded, count), "id"), "position")
end

function answers.write(question, value)
    question.lines = whole(value.lines, 1, 1000)
end

local function read_question(value, graded)
    record(value)
    local question = {
        id = identifier(value.id),
        kind = value.kind,
        href = href(value.href),
        text = words(value.text),
        body = optional(value.body, words),
        pictures = optional(value.pictures, list, 0, most.pictures, picture),
        page = optional(value.page, flag),
        page_only = optional(value.page_only, flag),
        marks = hundredths(number(value.marks, 0, most.marks)),
        xhtml = drawn(value.xhtml, "text", "body", graded and "hint", graded and "feedback", graded and "key"),
    }
    need(type(value.kind) == "string" and answers[value.kind])(question, value, graded)
    if graded then
        for _, key in ipairs({"hint", "feedback", "key"}) do
            question[key] = optional(value[key], words)
        end
        question.see = optional(value.see, href)
    end
    return question
end

local function read_quiz(value, graded)
    record(value)
    return {
        id = identifier(value.id),
        title = words(value.title, most.name),
        chapter = words(value.chapter, most.name),
        href = href(value.href),
        language = optional(value.language, words, 100),
        questions = distinct(list(value.questions, 1, most.questions, read_question, graded), "id"),
    }
end

local function is_known_version(version)
    return version == 1 or version == model.newest
end

local function is_ours(data, schema)
    return type(data) == "table" and data.schema == schema
end

local function read_head(data)
    need(data.edition == "student" or data.edition == "teacher" or data.edition == "test")
    return {
        book = words(data.book, most.name),
        identifier = words(data.identifier, most.name),
        edition = data.edition,
        graded = data.edition ~= "test",
        title = words(data.title, most.name),
        language = words(data.language, 100),
        rtl = data.direction == "rtl",
    }
end

-- Whose id is it? book.places[id] = {quiz, question index} for quizzes (index nil), questions, choices and items.
local function index(book)
    book.places = {}
    for _, quiz in ipairs(book.quizzes) do
        book.places[quiz.id] = {quiz = quiz}
        for i, question in ipairs(quiz.questions) do
            book.places[question.id] = {quiz = quiz, question = i}
            for _, part in ipairs(question.choices or question.items or {}) do
                book.places[part.id] = {quiz = quiz, question = i}
            end
        end
    end
    return book
end

-- The book's quizzes from decoded JSON, or nil and why: "foreign", "version" or "broken". book.broken[id] is true for
-- each quiz that was left out.
function model.read_quizzes(data)
    if not is_ours(data, "hornbook-quiz-data") then
        return nil, "foreign"
    elseif not is_known_version(data.version) then
        return nil, "version"
    end
    local book = attempt(read_head, data)
    local count = type(data.quizzes) == "table" and #data.quizzes or 0
    if not book or count == 0 or count > most.quizzes then
        return nil, "broken"
    end
    book.quizzes, book.broken = {}, {}
    local seen = {}
    for i = 1, count do
        local value = data.quizzes[i]
        local quiz = attempt(read_quiz, value, book.graded)
        if quiz and not seen[quiz.id] then
            seen[quiz.id] = true
            book.quizzes[#book.quizzes + 1] = quiz
        elseif type(value) == "table" and type(value.id) == "string" then
            book.broken[value.id] = true
        end
    end
    return index(book)
end

local function read_entry(value)
    record(value)
    return {
        id = words(value.id, most.name),
        href = href(value.href),
        term = words(value.term, most.name),
        definition = words(value.definition),
        also = optional(value.also, list, 0, most.also, words, most.name) or {},
        say = optional(value.say, words, most.name),
        kind = optional(value.kind, words, most.name),
    }
end

-- The book's glossary from decoded JSON, or nil and why. A faulty entry is left out.
function model.read_glossary(data)
    if not is_ours(data, "hornbook-glossary-data") then
        return nil, "foreign"
    elseif data.version ~= 1 then
        return nil, "version"
    elseif type(data.book) ~= "string" or type(data.entries) ~= "table" or #data.entries > most.entries then
        return nil, "broken"
    end
    local function plain(value)
        return type(value) == "string" and value or nil
    end
    local glossary = {book = data.book, title = plain(data.title), language = plain(data.language), rtl = data.direction == "rtl",
                      entries = {}}
    for i = 1, #data.entries do
        glossary.entries[#glossary.entries + 1] = attempt(read_entry, data.entries[i])
    end
    return glossary
end

-- A question with its key, or an entry, of which a copy was kept; nil when it is not sound any more.
function model.read_kept_question(value)
    return attempt(read_question, value, true)
end

function model.read_kept_entry(value)
    return attempt(read_entry, value)
end

-- decode: JSON to value, or nil. The size is looked at before anything else.
function model.decode(content, decode)
    if type(content) ~= "string" or content == "" then
        return nil, "absent"
    elseif #content > most.bytes or not model.is_shallow(content) then
        return nil, "broken"
    end
    local ok, data = pcall(decode, content)
    if not ok or data == nil then
        return nil, "broken"
    end
    return data
end

return model
