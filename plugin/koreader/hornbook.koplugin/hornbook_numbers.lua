-- Numbers as pupils write them, read by the rules of the book's language; the builder reads an author's numbers likewise.
local text = require("hornbook_text")

local numbers = {}

local with_point = {en = true, zh = true, ja = true, ko = true, he = true, hi = true, th = true, ar = true, ms = true}

local function decimal_mark(language)
    local base = (language or ""):match("^[^-]*")
    local point
    if base == "de" then
        point = language == "de-CH"
    else
        point = with_point[base] or false
    end
    return point and 0x2E or 0x2C
end

-- Spaces, apostrophes and the other separator stand only between groups of three digits.
local function plain_digits(codes, decimal)
    local result, since_group, grouped, fraction = {}, 0, false, false
    for i, code in ipairs(codes) do
        if code >= 0x30 and code <= 0x39 then
            result[#result + 1] = string.char(code)
            since_group = since_group + 1
        elseif (code == 0x2D or code == 0x2B) and i == 1 then
            result[#result + 1] = code == 0x2D and "-" or ""
        elseif (code == decimal or code == 0x066B) and not fraction and (not grouped or since_group == 3) then
            result[#result + 1] = "."
            fraction = true
        else
            local separator = code == 0x20 or code == 0x27 or code == 0x066C or (decimal == 0x2E and code == 0x2C)
                or (decimal == 0x2C and code == 0x2E)
            local wrong_group = since_group == 0 or (grouped and since_group ~= 3) or since_group > 3
            if not separator or fraction or wrong_group then
                return nil
            end
            grouped, since_group = true, 0
        end
    end
    if grouped and not fraction and since_group ~= 3 then
        return nil
    end
    return table.concat(result)
end

-- The value of a folded answer, or nil when it is no number.
function numbers.read(folded, language)
    local digits = plain_digits(text.code_points(folded), decimal_mark(language))
    if not digits or not digits:match("^%-?%d*%.?%d*$") or not digits:match("%d") then
        return nil
    end
    return tonumber(digits)
end

return numbers
