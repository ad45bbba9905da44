-- Small books and a disk in memory for the tests.
local Folder = require("hornbook_folder")
local files = require("files")
local memory = require("memory")

local books = {}

local small = [[{
 "schema": "hornbook-quiz-data", "version": 1, "book": "urn:uuid:1", "identifier": "urn:uuid:1", "edition": "student",
 "title": "Small", "language": "en-GB", "direction": "ltr",
 "quizzes": [
  {"id": "quiz-one", "title": "One", "chapter": "First", "href": "a.xhtml#quiz-one", "questions": [
   {"id": "quiz-one-a", "kind": "choose-one", "href": "a.xhtml#quiz-one-a", "text": "When?", "marks": 1, "hint": "Late.",
    "see": "a.xhtml#passage", "choices": [
     {"id": "quiz-one-a--a", "text": "1929", "right": false, "feedback": "Too early."},
     {"id": "quiz-one-a--b", "text": "1934", "right": true, "feedback": "Yes."}]}]},
  {"id": "quiz-two", "title": "Two", "chapter": "Second", "href": "b.xhtml#quiz-two", "questions": [
   {"id": "quiz-two-m", "kind": "match", "href": "b.xhtml#quiz-two-m", "text": "Match.", "marks": 2,
    "lefts": [{"text": "Kirov", "right": 1}, {"text": "Trotsky", "right": 0}], "rights": ["Mexico", "Leningrad", "Paris"]},
   {"id": "quiz-two-o", "kind": "arrange", "href": "b.xhtml#quiz-two-o", "text": "Order.", "marks": 2, "items": [
    {"id": "quiz-two-o--2", "text": "then", "position": 2}, {"id": "quiz-two-o--1", "text": "first", "position": 1}]},
   {"id": "quiz-two-f", "kind": "fill", "href": "b.xhtml#quiz-two-f", "text": "Tried in ____.", "marks": 1,
    "blanks": [{"accepted": [{"text": "1938", "low": 1938, "high": 1938}]}]},
   {"id": "quiz-two-w", "kind": "write", "href": "b.xhtml#quiz-two-w", "text": "Why?", "marks": 8, "lines": 5, "key": "Reasons."}]}
 ]
}]]

local keys = {"hint", "see", "feedback", "key", "right", "accepted", "position"}

local function without_key(value)
    if type(value) ~= "table" then
        return
    end
    for _, key in ipairs(keys) do
        value[key] = nil
    end
    for _, inner in pairs(value) do
        without_key(inner)
    end
end

-- The same without its key.
function books.as_test(data)
    data.edition = "test"
    without_key(data)
    return data
end

-- Decoded anew each time; edition "test" has no key.
function books.small(edition)
    local data = files.decode(small)
    data.edition = edition or data.edition
    return edition == "test" and books.as_test(data) or data
end

function books.glossary()
    return files.decode([[{
     "schema": "hornbook-glossary-data", "version": 1, "book": "urn:uuid:1", "title": "Small", "language": "en-GB", "direction": "ltr",
     "entries": [
      {"id": "g-gulag", "href": "glossary.xhtml#g-gulag", "term": "Gulag", "definition": "Camps."},
      {"id": "g-nkvd", "href": "glossary.xhtml#g-nkvd", "term": "NKVD", "definition": "Police.",
       "also": ["secret police"], "say": "en-kah"},
      {"id": "g-raven", "href": "glossary.xhtml#g-raven", "term": "black raven", "definition": "A van.", "kind": "term"}]}]])
end

-- A disk in memory; its files are in disk.files. kept: files that are there, path -> content, or nil.
function books.disk(kept)
    kept = kept or {}
    local system = memory.system(function() return kept end)
    local disk = Folder.of(system, "/settings", "/results")
    disk.files, disk.system = kept, system
    -- What lies on the storage alone is there, as after the power went.
    function disk.restart()
        disk.open = {}
        return disk
    end
    return disk
end

return books
