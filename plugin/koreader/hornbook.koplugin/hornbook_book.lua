-- The open book's data, read from the EPUB when it is first asked for and never while a book is opening: KOReader would
-- crash on a document that is not loaded yet, and a book without quizzes shall cost nothing.
local model = require("hornbook_model")
local place = require("hornbook_place")

local Book = {}
Book.__index = Book

local folder = "EPUB/"
local most_chapters = 100  -- that are looked through for glossary words

-- document: KOReader's; decode: JSON text to a value, or nil.
function Book.of(document, decode)
    return setmetatable({document = document, decode = decode, read = {}}, Book)
end

-- Only crengine shows an EPUB as pages with places; MuPDF can open one, too.
function Book.can_have_quizzes(document)
    return document ~= nil and document.provider == "crengine" and type(document.getDocumentFileContent) == "function"
        and document:getDocumentFormat() == "EPUB"
end

local function once(self, name, make)
    if not self.read[name] then
        self.read[name] = {make()}
    end
    return self.read[name][1], self.read[name][2]
end

function Book:content(name)
    local content = self.document:getDocumentFileContent(folder .. name)
    return content
end

function Book:data(name, read)
    return once(self, name, function()
        local data, why = model.decode(self:content(name), self.decode)
        if data == nil then
            return nil, why
        end
        return read(data)
    end)
end

-- nil and why: "absent" or "foreign" (no book of Hornbook's), "version", "broken".
function Book:quizzes()
    return self:data("quiz.json", model.read_quizzes)
end

function Book:glossary()
    return self:data("glossary.json", model.read_glossary)
end

function Book:spine()
    return once(self, "spine", function()
        local package_document = self:content("package.opf")
        return type(package_document) == "string" and #package_document < model.most.bytes and place.spine(package_document) or {}
    end)
end

-- KOReader's pointer for a place of the book, when it is there.
function Book:pointer(href)
    local pointer = place.pointer(self:spine(), href)
    return pointer and self.document:isXPointerInDocument(pointer) and pointer or nil
end

-- Whether a file is the page that adds up results where scripts run. KOReader runs none.
local function is_results_page(self, file)
    return file ~= nil and file ~= "" and once(self, "is results: " .. file, function()
        local content = self:content(file)
        return type(content) == "string" and content:find('id="hornbook-results"', 1, true) ~= nil
    end)
end

function Book:is_results_link(pointer)
    return is_results_page(self, place.is_whole_file(pointer) and place.linked_file(self:spine(), pointer) or nil)
end

function Book:current_file()
    return place.file_at(self:spine(), self.document:getXPointer() or "")
end

function Book:quizzes_in(file)
    local result, book = {}, self:quizzes()
    for _, quiz in ipairs(book and book.quizzes or {}) do
        if place.file(quiz.href) == file then
            result[#result + 1] = quiz
        end
    end
    return result
end

-- The chapter's quizzes; on other pages none.
function Book:quizzes_here()
    return self:quizzes_in(self:current_file())
end

-- ---- glossary words ----

-- The number of the current file in the spine, from 1, when words of the glossary stand in it; 0 for other pages, such as the
-- glossary itself: to look something up at the end of the book is not to have read it.
function Book:current_chapter()
    local here = self:current_file()
    for i, file in ipairs(here and self:spine() or {}) do
        local content = file == here and self:content(file)
        if type(content) == "string" and content:find('id="r-', 1, true) then
            return i
        end
    end
    return 0
end

-- Ids of the glossary's entries to which the files of the spine up to a number link, as a set.
function Book:terms_up_to(last)
    local seen = once(self, "terms", function() return {met = {}, files = 0} end)
    for i = seen.files + 1, math.min(last, #self:spine(), most_chapters) do
        local content = self:content(self:spine()[i])
        for id in (type(content) == "string" and content or ""):gmatch('href="[^"#]*#(g%-[^"]+)"') do
            seen.met[id] = true
        end
        seen.files = i
    end
    return seen.met
end

-- Where a glossary word first stands in the text; nil where no chapter marks it.
function Book:first_mention(entry)
    local mark = entry.id:gsub("^g%-", "#r-")
    for i, file in ipairs(self:spine()) do
        local pointer = i <= most_chapters and self:pointer(file .. mark)
        if pointer then
            return file .. mark
        end
    end
end

-- ---- a finger on the page ----

-- crengine finds the nearest word, however far; a finger means one that it nearly touches.
local function touches(position, boxes)
    for _, box in ipairs(boxes) do
        local beside, above = 1.5 * box.h, 0.25 * box.h
        if position.x >= box.x - beside and position.x <= box.x + box.w + beside
            and position.y >= box.y - above and position.y <= box.y + box.h + above then
            return true
        end
    end
    return false
end

-- The path of the word under a finger; nil where it touched none.
local function word_at(self, position)
    local word = self.document:getTextFromPositions(position, position, true)
    if word and type(word.pos0) == "string"
        and touches(position, self.document:getScreenBoxesFromPositions(word.pos0, word.pos1, true)) then
        return word.pos0
    end
end

-- Whether a finger touched the words of the page of results.
function Book:is_results_at(position)
    return is_results_page(self, self:current_file()) and word_at(self, position) ~= nil
end

-- The quiz and the question's number under a finger, when it touched a title, a question or a choice.
function Book:quiz_at(position)
    local quizzes = self:quizzes_here()
    local word = #quizzes > 0 and word_at(self, position)
    for _, quiz in ipairs(word and quizzes or {}) do
        local pointer = self:pointer(quiz.href)
        local element = pointer and self.document:getNormalizedXPointer(pointer)
        if element then
            local part, number = place.part_of_quiz(word, element)
            if part then
                return quiz, number
            end
        end
    end
end

return Book
