-- Text as answers need it: code points, white space, and the form in which two answers are compared.
-- Lower case and Unicode's composition (NFC) are handed in, since plain Lua has neither. The rule stands in plugin/grading/README.md.
local languages = require("hornbook_languages")
local signs = require("hornbook_rule").signs

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

-- ---- the form in which two answers are compared ----

-- Code points of a list such as "AD 200B-200F", in order.
local function signs_in(ranges)
    local codes = {}
    for first, last in ranges:gmatch("(%x+)%-?(%x*)") do
        for code = tonumber(first, 16), tonumber(last ~= "" and last or first, 16) do
            codes[#codes + 1] = code
        end
    end
    return codes
end

local function set_of(ranges)
    local result = {}
    for _, code in ipairs(signs_in(ranges)) do
        result[code] = true
    end
    return result
end

-- {["'"] = "60 B4"} as {[0x60] = "'", [0xB4] = "'"}.
local function by_sign(classes)
    local result = {}
    for one, ranges in pairs(classes) do
        for _, code in ipairs(signs_in(ranges)) do
            result[code] = one
        end
    end
    return result
end

local spaces, dropped, points, full_stops = set_of(signs.spaces), set_of(signs.dropped), set_of(signs.points), set_of(signs.full_stops)
local raised, fractions, letters = by_sign(signs.raised), by_sign(signs.fractions), by_sign(signs.letters)

-- What each sign stands for by itself.
local plain = {}
for code, one in pairs(by_sign(signs.alike)) do
    plain[code] = one:byte()
end
for code in pairs(spaces) do
    plain[code] = 0x20
end
for _, zero in ipairs(signs_in(signs.zeros)) do
    for digit = 0, 9 do
        plain[zero + digit] = 0x30 + digit
    end
end
for i, code in ipairs(signs_in(signs.full_width)) do
    plain[code] = plain[0x20 + i] or 0x20 + i
end

-- Unicode's White_Space.
function text.is_space(code)
    return spaces[code] or false
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
    local result = filtered(codes, function(code) return not dropped[code] end)
    for i, code in ipairs(result) do
        result[i] = plain[code] or code
    end
    return result
end

-- A vowel point may itself be the answer: where nothing else would be left, all stay.
local function without_points(codes)
    local rest = filtered(codes, function(code) return not points[code] end)
    local others = filtered(rest, function(code) return code ~= 0x20 end)
    return #others > 0 and rest or codes
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

-- The signs of a list, each as a pattern.
local function patterns_of(ranges)
    local patterns = {}
    for i, code in ipairs(signs_in(ranges)) do
        patterns[i] = (code < 0x80 and not text.encode(code):match("%w") and "%" or "") .. text.encode(code)
    end
    return patterns
end

local close_to_both, close_to_the_left = patterns_of(signs.close_to_both), patterns_of(signs.close_to_the_left)
local times = patterns_of(signs.times)

-- Ca^2+ is Ca2+, a + b is a+b, 5 % is 5%; between numbers or brackets every sign of multiplication is x.
local function arithmetic(codes)
    local s = text.from_code_points(codes) .. " "
    s = s:gsub("%^(%d*[+-])([ )])", "%1%2"):sub(1, -2)
    for _, sign in ipairs(close_to_both) do
        s = s:gsub(" ?(" .. sign .. ") ?", "%1")
    end
    for _, sign in ipairs(close_to_the_left) do
        s = s:gsub(" (" .. sign .. ")", "%1")
    end
    for _, sign in ipairs(times) do
        s = s:gsub("([%d)]) ?" .. sign .. " ?%f[%d(]", "%1x")
    end
    return text.code_points(s)
end

-- Every sign of multiplication as x.
function text.with_x(s)
    for _, sign in ipairs(times) do
        s = s:gsub(sign, "x")
    end
    return s
end

function text.is_blank(s)
    return #filtered(text.code_points(s), function(code) return not spaces[code] end) == 0
end

local function lower_case(codes, language)
    local is_dotted = languages.get(language, "dotted_i")
    for i, code in ipairs(codes) do
        if is_dotted then
            codes[i] = code == 0x49 and 0x0131 or code == 0x0130 and 0x69 or code
        else
            codes[i] = (code == 0x0130 or code == 0x0131) and 0x69 or code
        end
    end
    local own, result = by_sign(languages.get(language, "letters") or {}), {}
    for i, code in ipairs(text.code_points(unicode.lower(text.from_code_points(codes)))) do
        result[i] = letters[code] or own[code] or text.encode(code)
    end
    return table.concat(result)
end

-- What two answers must share to be the same.
function text.fold(s, language)
    local codes = tidy(typed(without_points(in_plain_signs(text.code_points(unicode.compose(s))))))
    return lower_case(without_quotes(without_full_stop(arithmetic(codes))), language)
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
