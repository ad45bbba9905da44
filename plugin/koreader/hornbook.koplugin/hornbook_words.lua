-- The plugin's own words, in KOReader's language; the words of a book are in the book's. Tables: hornbook_words_XX.lua.
local languages = require("hornbook_languages")

local words = {}

words.languages = {"en", "de", "fr", "es", "ru", "uk", "ar", "pt", "nl", "pl", "tr", "hi", "zh", "ja"}

local english = require("hornbook_words_en")
local current, current_language = english, "en"

-- language: KOReader's setting, such as "de", "pt_BR" or "C".
function words.use(language)
    local base = type(language) == "string" and language:match("^%a%a")
    current, current_language = english, "en"
    for _, known in ipairs(words.languages) do
        if known == base then
            current, current_language = require("hornbook_words_" .. known), known
        end
    end
end

-- The words for a key, with %1, %2, … filled in.
function words.get(key, ...)
    local values = {...}
    local pattern = current[key] or english[key] or key
    return (pattern:gsub("%%(%d)", function(digit)
        local value = values[tonumber(digit)]
        if type(value) == "number" then
            value = words.number(value)
        end
        return value
    end))
end

-- "◂ Back" and "Next ▸": the arrows point where the language reads from and to.
function words.backward(key)
    return (languages.get(current_language, "right_to_left") and "▸ " or "◂ ") .. words.get(key)
end

function words.forward(key)
    return words.get(key) .. (languages.get(current_language, "right_to_left") and " ◂" or " ▸")
end

-- Two sentences without their full stops, one behind the other.
function words.sentences(first, second)
    return first .. (current.between_sentences or ". ") .. second
end

-- A number with at most two decimals and the language's decimal mark.
function words.number(value)
    local written = string.format("%.2f", value):gsub("0+$", ""):gsub("%.$", "")
    return (written:gsub("%.", languages.decimal_mark(current_language)))
end

return words
