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
local full_stops = set(0x2E, 0x3002, 0xFF61, 0x0964, 0x06D4)

-- The zeros of scripts that have digits of their own; nine digits follow each.
local zeros = {0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6, 0xE50, 0xED0, 0xF20, 0x1040,
               0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0,
               0xA9F0, 0xAA50, 0xABF0}

-- Soft hyphens, zero-width and direction marks.
local function is_invisible(code)
    return code == 0xAD or (code >= 0x200B and code <= 0x200F) or (code >= 0x202A and code <= 0x202E)
        or (code >= 0x2060 and code <= 0x2069) or code == 0xFEFF
end

-- The tatweel and the vowel points of Arabic and Hebrew.
local function is_point(code)
    return code == 0x0640 or (code >= 0x064B and code <= 0x0652) or code == 0x0670
        or (code >= 0x0591 and code <= 0x05BD) or hebrew_points[code] or false
end

local function ascii_digit(code)
    for _, zero in ipairs(zeros) do
        if code >= zero and code <= zero + 9 then
            return 0x30 + code - zero
        end
    end
    return code
end

local function plain(code)
    if code >= 0xFF01 and code <= 0xFF5E then
        code = code - 0xFF01 + 0x21
    elseif code >= zeros[1] then
        code = ascii_digit(code)
    end
    if apostrophes[code] then
        return 0x27
    elseif quotation_marks[code] then
        return 0x22
    elseif hyphens[code] or (code >= 0x2010 and code <= 0x2015) then
        return 0x2D
    elseif text.is_space(code) then
        return 0x20
    end
    return code
end

local function filtered(codes, is_kept)
    local result = {}
    for _, code in ipairs(codes) do
        if is_kept(code) then
            result[#result + 1] = code
        end
    end
    return result
end

local function in_plain_signs(codes)
    local result = filtered(codes, function(code) return not is_invisible(code) end)
    for i, code in ipairs(result) do
        result[i] = plain(code)
    end
    return result
end

-- A vowel point may itself be the answer: where nothing else would be left, all stay.
local function without_points(codes)
    local rest = filtered(codes, function(code) return not is_point(code) end)
    local letters = filtered(rest, function(code) return code ~= 0x20 end)
    return #letters > 0 and rest or codes
end

-- One space for a run of them, none at the ends.
local function tidy(codes)
    local last = 0x20
    local result = filtered(codes, function(code)
        local is_kept = code ~= 0x20 or last ~= 0x20
        last = code
        return is_kept
    end)
    if result[#result] == 0x20 then
        result[#result] = nil
    end
    return result
end

-- So may a full stop.
local function without_full_stop(codes)
    if #codes > 1 and full_stops[codes[#codes]] then
        codes[#codes] = nil
        return tidy(codes)
    end
    return codes
end

function text.is_blank(s)
    return #filtered(text.code_points(s), function(code) return not text.is_space(code) end) == 0
end

function text.base_language(language)
    return (language or ""):match("^[^-]*"):lower()
end

-- What two answers must share to be the same.
function text.fold(s, language)
    local base = text.base_language(language)
    local dotted = base == "tr" or base == "az"
    local codes = without_full_stop(tidy(without_points(in_plain_signs(text.code_points(unicode.compose(s))))))
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

-- ---- how a page shows it ----

-- KOReader's marks for bold in a plain text; a text with marks begins with one of its own.
local bold_begins, bold_ends, has_marks = text.encode(0xFFF2), text.encode(0xFFF3), text.encode(0xFFF1)

function text.strong(s)
    return bold_begins .. s .. bold_ends
end

function text.formatted(s)
    return s:find(bold_begins, 1, true) and has_marks .. s or s
end

return text
