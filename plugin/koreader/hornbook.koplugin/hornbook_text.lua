-- Text as answers need it: code points, white space, and the form in which two answers are compared.
-- Lower case and Unicode's composition (NFC) are handed in, since plain Lua has neither.
local text = {}

local unicode = {
    lower = string.lower,
    compose = function(s) return s end,
}

-- lower: each code point by itself; compose: NFC. Both take and return UTF-8.
function text.use_unicode(functions)
    unicode.lower = functions.lower or unicode.lower
    unicode.compose = functions.compose or unicode.compose
end

function text.encode(code)
    if code < 0x80 then
        return string.char(code)
    elseif code < 0x800 then
        return string.char(0xC0 + math.floor(code / 0x40), 0x80 + code % 0x40)
    elseif code < 0x10000 then
        return string.char(0xE0 + math.floor(code / 0x1000), 0x80 + math.floor(code / 0x40) % 0x40, 0x80 + code % 0x40)
    end
    return string.char(0xF0 + math.floor(code / 0x40000), 0x80 + math.floor(code / 0x1000) % 0x40,
                       0x80 + math.floor(code / 0x40) % 0x40, 0x80 + code % 0x40)
end

local function continuation(s, at)
    local byte = s:byte(at)
    return byte and byte >= 0x80 and byte < 0xC0 and byte - 0x80
end

-- The code point that begins at a byte, and where the next one begins. A byte that begins none stands for U+FFFD.
function text.code_point(s, at)
    local lead = s:byte(at)
    if lead < 0x80 then
        return lead, at + 1
    end
    local length = lead >= 0xF0 and 4 or lead >= 0xE0 and 3 or lead >= 0xC2 and 2 or 1
    local code = length == 4 and lead - 0xF0 or length == 3 and lead - 0xE0 or lead - 0xC0
    for i = 1, length - 1 do
        local more = continuation(s, at + i)
        if not more then
            return 0xFFFD, at + 1
        end
        code = code * 0x40 + more
    end
    if length == 1 or code > 0x10FFFF or (code >= 0xD800 and code < 0xE000) then
        return 0xFFFD, at + 1
    end
    return code, at + length
end

function text.code_points(s)
    local codes, at = {}, 1
    while at <= #s do
        codes[#codes + 1], at = text.code_point(s, at)
    end
    return codes
end

function text.from_code_points(codes)
    local parts = {}
    for i, code in ipairs(codes) do
        parts[i] = text.encode(code)
    end
    return table.concat(parts)
end

function text.length(s)
    return #text.code_points(s)
end

-- At most so many code points; an ellipsis stands for the rest.
function text.shorten(s, most)
    local codes = text.code_points(s)
    if #codes <= most then
        return s
    end
    for i = #codes, most, -1 do
        codes[i] = nil
    end
    return text.from_code_points(codes):gsub("%s+$", "") .. "…"
end

function text.trim(s)
    return (s:gsub("^%s+", ""):gsub("%s+$", ""))
end

-- Unicode's White_Space.
function text.is_space(code)
    return (code >= 0x09 and code <= 0x0D) or code == 0x20 or code == 0x85 or code == 0xA0 or code == 0x1680
        or (code >= 0x2000 and code <= 0x200A) or code == 0x2028 or code == 0x2029 or code == 0x202F or code == 0x205F
        or code == 0x3000
end

local function set(...)
    local result = {}
    for _, code in ipairs({...}) do
        result[code] = true
    end
    return result
end

local hebrew_points = set(0x05BF, 0x05C1, 0x05C2, 0x05C4, 0x05C5, 0x05C7)
local apostrophes = set(0x2018, 0x2019, 0x201B, 0x02B9, 0x02BC, 0x2032, 0x60, 0xB4, 0x05F3)
local quotation_marks = set(0x201C, 0x201D, 0x201E, 0x201F, 0x2033, 0x05F4)
local hyphens = set(0x2212, 0xFE63, 0x05BE)
local full_stops = set(0x2E, 0x3002, 0x0964, 0x06D4)

-- Invisible signs, the tatweel and vowel points.
local function is_ignored(code)
    return code == 0xAD or (code >= 0x200B and code <= 0x200F) or (code >= 0x202A and code <= 0x202E)
        or (code >= 0x2060 and code <= 0x2069) or code == 0xFEFF or code == 0x0640
        or (code >= 0x064B and code <= 0x0652) or code == 0x0670
        or (code >= 0x0591 and code <= 0x05BD) or hebrew_points[code] or false
end

local function plain(code)
    if code >= 0xFF01 and code <= 0xFF5E then
        code = code - 0xFF01 + 0x21
    elseif code >= 0x0660 and code <= 0x0669 then
        code = code - 0x0660 + 0x30
    elseif code >= 0x06F0 and code <= 0x06F9 then
        code = code - 0x06F0 + 0x30
    elseif code >= 0x0966 and code <= 0x096F then
        code = code - 0x0966 + 0x30
    end
    if apostrophes[code] then
        return 0x27
    elseif quotation_marks[code] then
        return 0x22
    elseif hyphens[code] or (code >= 0x2010 and code <= 0x2015) then
        return 0x2D
    end
    return code
end

local function trim_end(codes)
    while codes[#codes] == 0x20 do
        codes[#codes] = nil
    end
end

-- Runs of white space become one space; one full stop at the end goes, unless nothing else is there.
local function tidy(codes)
    local result = {}
    for _, code in ipairs(codes) do
        if not is_ignored(code) then
            code = plain(code)
            if not text.is_space(code) then
                result[#result + 1] = code
            elseif #result > 0 and result[#result] ~= 0x20 then
                result[#result + 1] = 0x20
            end
        end
    end
    trim_end(result)
    if #result > 1 and full_stops[result[#result]] then
        result[#result] = nil
        trim_end(result)
    end
    return result
end

function text.base_language(language)
    return (language or ""):match("^%a+") and language:match("^%a+"):lower() or ""
end

-- What two answers must share to be the same.
function text.fold(s, language)
    local base = text.base_language(language)
    local dotted = base == "tr" or base == "az"
    local codes = tidy(text.code_points(unicode.compose(s)))
    for i, code in ipairs(codes) do
        if dotted then
            codes[i] = code == 0x49 and 0x0131 or code == 0x0130 and 0x69 or code
        else
            codes[i] = (code == 0x0130 or code == 0x0131) and 0x69 or code
        end
    end
    local lower = unicode.lower(text.from_code_points(codes))
    lower = lower:gsub("ẞ", "ss"):gsub("ß", "ss"):gsub("ς", "σ")
    return base == "ru" and lower:gsub("ё", "е") or lower
end

return text
