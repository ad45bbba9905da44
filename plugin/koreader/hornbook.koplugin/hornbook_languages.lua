-- Languages: how each is written, by its tag (RFC 5646), from plugin/grading/languages.json.
local rows = require("hornbook_rule").languages

local languages = {}

function languages.base(language)
    return (language or ""):match("^[^-]*"):lower()
end

-- Language and region of a tag, without its script: "zh-Hant-TW" -> "zh-tw"; the language alone where there is no region.
local function with_region(language)
    local first, rest = (language or ""):lower():match("^([^-]*)(.*)$")
    for subtag in rest:gmatch("-([^-]*)") do
        if #subtag < 2 then
            break
        elseif subtag:match("^%l%l$") or subtag:match("^%d%d%d$") then
            return first .. "-" .. subtag
        end
    end
    return first
end

-- The value that the data gives for a language: that with its region decides before that of the language alone.
function languages.get(language, key)
    local row = rows[with_region(language)]
    if not row or row[key] == nil then
        row = rows[languages.base(language)]
    end
    return row and row[key]
end

function languages.decimal_mark(language)
    return languages.get(language, "decimal_mark") or ","
end

function languages.has_groups_of_two(language)
    return languages.get(language, "groups_of_two") or false
end

return languages
