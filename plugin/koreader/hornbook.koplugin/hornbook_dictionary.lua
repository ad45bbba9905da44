-- Binds a book's glossary to KOReader's dictionary: a word that is held is looked for in the glossary, too, and a glossary word that is
-- tapped shows its meaning in the same window. That window has a button of its own that follows the link.
local lookup = require("hornbook_lookup")
local place = require("hornbook_place")

local Dictionary = {}
Dictionary.__index = Dictionary

-- Whether a link of KOReader's leads to an id as entries have them; anything else shall cost nothing.
function Dictionary.may_be_word(link)
    local id = type(link) == "table" and place.link_id(link.xpointer)
    return id ~= nil and id ~= false and id:match("^g%-") ~= nil
end

-- glossary(): of the open book, or nil; read at the first word.
function Dictionary.of(glossary)
    return setmetatable({glossary = glossary}, Dictionary)
end

local function entries_for(self, word)
    local glossary = self.glossary()
    if not glossary then
        return {}
    end
    self.index = self.index or lookup.index(glossary)
    return lookup.find(self.index, glossary, word)
end

-- A copy that is followed, whatever a tap on it would show.
local function to_be_followed(link)
    local copy = {hornbook_jump = true}
    for key, value in pairs(link) do
        copy[key] = value
    end
    return copy
end

local function entry_of_link(self, link)
    local target = type(link) == "table" and (link.link or link)
    local glossary = Dictionary.may_be_word(target) and self.glossary()
    local entry = glossary and lookup.entry(glossary, place.link_id(target.xpointer))
    return entry and entry.definition ~= "" and entry
end

-- The results for a word; none when it is not in the glossary. A word within a link to an entry means that entry, in whatever form it
-- stands there.
local function results_for(self, word)
    local linked = self.linked and self.linked.word == word and self.linked.entry
    local entries = linked and {linked} or entries_for(self, word)
    return #entries > 0 and lookup.results(self.glossary(), entries) or {}
end

-- reader_dictionary: KOReader's, of the open book. tried(run): calls it, and gives false after a fault. KOReader asks other programs in
-- startSdcv and shows the window in showDict; without any dictionary it comes to the second alone. true when it was bound.
function Dictionary:wrap(reader_dictionary, tried)
    local look_up, ask, show = reader_dictionary.onLookupWord, reader_dictionary.startSdcv, reader_dictionary.showDict
    if type(look_up) ~= "function" or type(ask) ~= "function" or type(show) ~= "function" then
        return false
    end
    self.reader_dictionary, self.show = reader_dictionary, show
    reader_dictionary.onLookupWord = function(this, word, is_sane, boxes, highlight, link, ...)
        self.linked = tried(function()
            local entry = entry_of_link(self, link)
            return entry and {word = this:cleanSelection(word, is_sane), entry = entry}
        end)
        return look_up(this, word, is_sane, boxes, highlight, self.linked and to_be_followed(link) or link, ...)
    end
    local function with_ours(word, results)
        return tried(function()
            local ours = results_for(self, word)
            return #ours > 0 and lookup.merged(ours, results)
        end) or results
    end
    reader_dictionary.startSdcv = function(this, word, ...)
        return with_ours(word, ask(this, word, ...))
    end
    reader_dictionary.showDict = function(this, word, results, ...)
        return show(this, word, results and results[1] and with_ours(word, results) or results, ...)
    end
    return true
end

-- A link was tapped on the page: true when its entry is shown. Not for a link within the glossary, and not for one that leads to the
-- glossary from a chapter which has a note of its own on the word: whoever taps that wants to go there. files: of the spine; from: the
-- file of the link; has_place(pointer).
function Dictionary:follow(link, files, from, has_place)
    local entry = not link.hornbook_jump and entry_of_link(self, link)
    if not entry then
        return false
    end
    local home = place.file(entry.href)
    local note = place.pointer(files, from .. "#" .. entry.id)
    local leads_home = link.xpointer == place.pointer(files, entry.href)
    if from == home or (leads_home and note and has_place(note)) then
        return false
    end
    self.reader_dictionary.highlight = nil
    self.show(self.reader_dictionary, entry.term, lookup.results(self.glossary(), {entry}), nil, to_be_followed(link))
    return true
end

return Dictionary
