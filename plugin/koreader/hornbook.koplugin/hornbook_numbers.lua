-- Numbers as pupils write them, read by the rules of their language; the builder reads an author's numbers likewise.
local text = require("hornbook_text")

local numbers = {}

local function set(list)
    local result = {}
    for tag in list:gmatch("%S+") do
        result[tag] = true
    end
    return result
end

-- How languages write numbers: the table of builder/base/number_style.cpp.
local with_point = set("am ar as bn ckb cy dv en fa fil ga gd gu ha he hi ig iw ja km kn ko ks mg mi ml mn mr ms mt my ne om or pa qu"
    .. " sd si sn so sw ta te th ti tl to ug ur xh yi yo yue zh zu de-ch de-li es-419 es-br es-bz es-cu es-do es-gt es-hn es-mx es-ni es-pa"
    .. " es-pe es-pr es-sv es-us it-ch")
local with_comma = set("ar-dz ar-lb ar-ly ar-ma ar-mr ar-tn en-at en-be en-cz en-de en-dk en-ee en-es en-fi en-fr en-ge en-hu en-id"
    .. " en-it en-lt en-lv en-nl en-no en-pl en-pt en-ro en-se en-si en-sk en-ua en-za ms-bn ms-id qu-bo sw-cd")
local with_groups_of_two = set("as bn gu hi kn ml mr ne or pa si ta te ur en-bd en-in en-lk en-np en-pk")

-- "zh-Hant-TW" -> "zh-tw"; without a region the language alone.
local function with_region(language)
    local first, rest = (language or ""):lower():match("^([^-]*)(.*)$")
    for subtag in rest:gmatch("-([^-]*)") do
        if #subtag < 2 then
            break
        elseif #subtag == 2 or subtag:match("^%d%d%d$") then
            return first .. "-" .. subtag
        end
    end
    return first
end

function numbers.decimal_mark(language)
    local tag, alone = with_region(language), text.base_language(language)
    return (with_point[tag] or (with_point[alone] and not with_comma[tag])) and "." or ","
end

function numbers.has_groups_of_two(language)
    return with_groups_of_two[with_region(language)] or with_groups_of_two[text.base_language(language)] or false
end

-- In ASCII: `x` for all signs of multiplication (the last is Cyrillic), the language's own mark for the Arabic one.
local function in_ascii(folded, mark)
    local plain = {["×"] = "x", ["*"] = "x", ["·"] = "x", ["⋅"] = "x", ["х"] = "x", ["٫"] = mark, ["٬"] = " "}
    return (folded:gsub("[%z\1-\127\194-\244][\128-\191]*", plain))
end

-- Spaces, apostrophes and the other mark stand only between groups: all of three digits, or two and at last three.
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

-- The value of a folded answer, or nil when it is no number: "40,000" in English, "1,5" in German, "6.02 x 10^23", "1e5", "- 3".
function numbers.read(folded, language)
    local mark = numbers.decimal_mark(language)
    local sign, rest = in_ascii(folded, mark):match("^([+-]?) ?(.*)$")
    local written, tens = with_power(rest)
    local whole, fraction = mantissa(written, mark, numbers.has_groups_of_two(language))
    local digits = whole and #whole + #fraction or 0
    if digits == 0 or digits > 40 or #tens:gsub("[+-]", "") > 3 or math.abs(tonumber(tens)) > 200 then
        return nil
    end
    return tonumber((sign == "-" and "-" or "") .. "0" .. whole .. "." .. fraction .. "0e" .. tens)
end

return numbers
