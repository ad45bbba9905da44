-- The glossary as a dictionary: which entries a word of the page means, and what KOReader's dictionary window shows of them.
local languages = require("hornbook_languages")
local text = require("hornbook_text")
local words = require("hornbook_words")

local lookup = {}

local function add(index, name, entry, language)
    local folded = text.fold(name, language)
    if folded ~= "" and entry.definition ~= "" then
        index[folded] = index[folded] or {}
        table.insert(index[folded], entry)
    end
end

-- Entries that have a definition by their folded names, terms before other names.
function lookup.index(glossary)
    local index = {}
    for _, entry in ipairs(glossary.entries) do
        add(index, entry.term, entry, glossary.language)
    end
    for _, entry in ipairs(glossary.entries) do
        for _, name in ipairs(entry.also) do
            add(index, name, entry, glossary.language)
        end
    end
    return index
end

function lookup.find(index, glossary, word)
    return index[text.fold(word, glossary.language)] or {}
end

function lookup.entry(glossary, id)
    for _, entry in ipairs(glossary.entries) do
        if entry.id == id then
            return entry
        end
    end
end

-- Kind, pronunciation and other names, a line each, and an empty line.
function lookup.facts(entry)
    local lines = {}
    if entry.kind then
        lines[#lines + 1] = entry.kind
    end
    if entry.say then
        lines[#lines + 1] = words.get("say", entry.say)
    end
    if #entry.also > 0 then
        lines[#lines + 1] = words.get("also_called", table.concat(entry.also, ", "))
    end
    return #lines > 0 and table.concat(lines, "\n") .. "\n\n" or ""
end

-- Results as KOReader's ReaderDictionary:showDict takes them. hornbook: marks them as ours.
function lookup.results(glossary, entries)
    local results = {}
    for i, entry in ipairs(entries) do
        results[i] = {
            dict = words.get("glossary_of_book"),
            word = entry.term,
            definition = lookup.facts(entry) .. entry.definition,
            lang = glossary.language and languages.base(glossary.language),
            rtl_lang = glossary.rtl,
            hornbook = true,
        }
    end
    return results
end

-- Ours first, then what other dictionaries found; nothing of theirs when they found nothing.
function lookup.merged(ours, theirs)
    local result = {}
    for _, found in ipairs(ours) do
        result[#result + 1] = found
    end
    for key, found in pairs(theirs or {}) do
        if type(key) ~= "number" then
            result[key] = found  -- such as lookup_cancelled
        end
    end
    for _, found in ipairs(theirs or {}) do
        if not (found.hornbook or found.no_result or found.dict == "") then
            result[#result + 1] = found
        end
    end
    return result
end

return lookup
