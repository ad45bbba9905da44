-- Numbers as pupils write them, read by the rules of their language; the builder reads an author's numbers likewise.
local languages = require("hornbook_languages")
local text = require("hornbook_text")

local numbers = {}

-- The text in ASCII: `x` for all signs of multiplication, the language's own decimal mark for the Arabic one.
local function in_ascii(folded, mark)
    return (text.with_x(folded):gsub("٫", mark):gsub("٬", " "))
end

-- Whether spaces, apostrophes and the other mark are only between groups: all of three digits, or of two with three at the end.
local function are_groups(whole, mark, in_twos)
    local lengths, at = {}, 1
    while true do
        local digits, separator = whole:match("^(%d*)([ '.,]?)", at)
        lengths[#lengths + 1] = #digits
        at = at + #digits + #separator
        if separator == "" then
            break
        elseif separator == mark then
            return false
        end
    end
    if at <= #whole then
        return false
    elseif #lengths == 1 then
        return true
    end
    local first, last = lengths[1], lengths[#lengths]
    local threes, twos = first >= 1 and first <= 3, in_twos and first >= 1 and first <= 2 and last == 3
    for i = 2, #lengths do
        threes = threes and lengths[i] == 3
        twos = twos and (i == #lengths or lengths[i] == 2)
    end
    return threes or twos
end

-- The digits of "1,234.5" before and after the mark, or nil.
local function mantissa(written, mark, in_twos)
    local whole, fraction = written:match("^(.-)%" .. mark .. "(%d*)$")
    whole = whole or written
    if not are_groups(whole, mark, in_twos) then
        return nil
    end
    return (whole:gsub("[^%d]", "")), fraction or ""
end

-- A number and the power of ten behind it, as they are written; "10^3" is one alone.
local function with_power(written)
    local alone = written:match("^10%^([+-]?%d+)$")
    if alone then
        return "1", alone
    end
    for _, form in ipairs({"^(.-)e([+-]?%d+)$", "^(.-) ?x ?10%^([+-]?%d+)$"}) do
        local number, tens = written:match(form)
        if number then
            return number, tens
        end
    end
    return written, "0"
end

-- The value of a folded answer, or nil when it is no number: "40,000" in English, "1,5" in German, "6.02 x 10^23", "1e5".
function numbers.read(folded, language)
    local mark = languages.decimal_mark(language)
    local sign, rest = in_ascii(folded, mark):match("^([+-]?)(.*)$")
    local written, tens = with_power(rest)
    local whole, fraction = mantissa(written, mark, languages.has_groups_of_two(language))
    local digits = whole and #whole + #fraction or 0
    if digits == 0 or digits > 40 or #tens:gsub("[+-]", "") > 3 or math.abs(tonumber(tens)) > 200 then
        return nil
    end
    return tonumber((sign == "-" and "-" or "") .. "0" .. whole .. "." .. fraction .. "0e" .. tens)
end

return numbers
