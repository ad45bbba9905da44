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
local apostrophes = set(0x2018, 0x2019, 0x201A, 0x201B, 0x2039, 0x203A, 0x02B9, 0x02BC, 0x2032, 0x60, 0xB4, 0x05F3, 0x3008, 0x3009)
local quotation_marks = set(0x201C, 0x201D, 0x201E, 0x201F, 0x300A, 0x300B, 0x300C, 0x300D, 0x300E, 0x300F, 0xAB, 0xBB, 0x2033, 0x05F4,
                            0xFF62, 0xFF63)
local slashes = set(0x2044, 0x2215)
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
    if code >= 0x2080 and code <= 0x208E then
        return ("0123456789+-=()"):byte(code - 0x2080 + 1)
    elseif apostrophes[code] then
        return 0x27
    elseif quotation_marks[code] then
        return 0x22
    elseif hyphens[code] or (code >= 0x2010 and code <= 0x2015) then
        return 0x2D
    elseif slashes[code] then
        return 0x2F
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

-- So may quotation marks or apostrophes around the whole, which hold no others of their kind.
local function without_quotes(codes)
    local first = codes[1]
    if #codes < 3 or (first ~= 0x22 and first ~= 0x27) or codes[#codes] ~= first then
        return codes
    end
    local inside = filtered(codes, function(code) return code ~= first end)
    local trimmed = tidy(inside)
    return #inside == #codes - 2 and #trimmed > 0 and without_full_stop(trimmed) or codes
end

local raised = {[0xB9] = "1", [0xB2] = "2", [0xB3] = "3", [0x2070] = "0", [0x2071] = "i", [0x2074] = "4", [0x2075] = "5", [0x2076] = "6",
                [0x2077] = "7", [0x2078] = "8", [0x2079] = "9", [0x207A] = "+", [0x207B] = "-", [0x207C] = "=", [0x207D] = "(",
                [0x207E] = ")", [0x207F] = "n"}
local fractions = {[0xBC] = "1/4", [0xBD] = "1/2", [0xBE] = "3/4", [0x2150] = "1/7", [0x2151] = "1/9", [0x2152] = "1/10",
                   [0x2153] = "1/3", [0x2154] = "2/3", [0x2155] = "1/5", [0x2156] = "2/5", [0x2157] = "3/5", [0x2158] = "4/5",
                   [0x2159] = "1/6", [0x215A] = "5/6", [0x215B] = "1/8", [0x215C] = "3/8", [0x215D] = "5/8", [0x215E] = "7/8"}

-- Scripts and fractions as one types them: a raised 2 is ^2, 3 and a half 3 1/2.
local function typed(codes)
    local result, was_raised = {}, false
    for _, code in ipairs(codes) do
        local written = raised[code] and (was_raised and "" or "^") .. raised[code] or fractions[code]
        local last = result[#result]
        if fractions[code] and last and last >= 0x30 and last <= 0x39 then
            written = " " .. written
        end
        for i = 1, written and #written or 0 do
            result[#result + 1] = written:byte(i)
        end
        result[#result + 1] = not written and code or nil
        was_raised = raised[code] ~= nil
    end
    return result
end

local signs_without_room = {"=", "%+", "%-", "<", ">", "/", "×", "÷", "±", "→", "≈", "≠", "≤", "≥"}
local products = {"×", "%*", "·", "⋅", "∙", "x", "X", "х", "Х"}  -- the last two are Cyrillic

-- Ca^2+ is Ca2+, a + b is a+b, 5 % is 5%; between numbers or brackets every sign of multiplication is x.
local function arithmetic(codes)
    local s = text.from_code_points(codes) .. " "
    s = s:gsub("%^(%d*[+-])([ )])", "%1%2"):sub(1, -2)
    for _, sign in ipairs(signs_without_room) do
        s = s:gsub(" ?(" .. sign .. ") ?", "%1")
    end
    s = s:gsub(" (%%)", "%1"):gsub(" (‰)", "%1"):gsub(" (°)", "%1")
    for _, sign in ipairs(products) do
        s = s:gsub("([%d)]) ?" .. sign .. " ?%f[%d(]", "%1x")
    end
    return text.code_points(s)
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
    local codes = tidy(typed(without_points(in_plain_signs(text.code_points(unicode.compose(s))))))
    codes = without_quotes(without_full_stop(arithmetic(codes)))
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

-- The same with other signs around what is stressed.
function text.with_stress(s, before, after)
    return (s:gsub(bold_begins, function() return before end):gsub(bold_ends, function() return after end))
end

function text.formatted(s)
    return s:find(bold_begins, 1, true) and has_marks .. s or s
end

return text
