-- What of a question stands above its answer while that is typed: the sentence of a gap, the gap by its number and the others filled as
-- they are; of a long question its end, which says what to do.
local text = require("hornbook_text")

local gaps = {}

local sign = "____"
local here = "\1"          -- stands for the gap being filled
local longest = 160        -- letters that fit above a keyboard
local enders = {". ", "? ", "! ", "。", "！", "？", "। ", "؟ ", "… "}

local function with_answers(s, answer, index)
    local number = 0
    return (s:gsub(sign, function()
        number = number + 1
        local written = answer[number] or ""
        return number == index and here or written ~= "" and written or nil
    end))
end

local function line_of(s)
    for line in s:gmatch("[^\n]+") do
        if line:find(here, 1, true) then
            return line
        end
    end
end

-- The sentences around the gap are left away.
local function sentence_of(line)
    local at, first, last = line:find(here, 1, true), 1, #line
    for _, ender in ipairs(enders) do
        local from = 1
        while from do
            local begins, ends = line:find(ender, from, true)
            if begins and ends < at then
                first = math.max(first, ends + 1)
            elseif begins then
                last = math.min(last, ends)
            end
            from = ends and ends < at and ends + 1 or nil
        end
    end
    return line:sub(first, last)
end

-- What stands near the gap, where even its sentence is long.
local function near(sentence)
    local codes, at = text.code_points(sentence), nil
    for i, code in ipairs(codes) do
        at = at or (code == here:byte() and i)
    end
    local first = math.max(1, at - longest / 2)
    local last = math.min(#codes, at + longest / 2)
    local kept = {unpack(codes, first, last)}
    return (first > 1 and "… " or "") .. text.from_code_points(kept) .. (last < #codes and " …" or "")
end

-- index: of the gap; of a question without a gap in its text, the whole question.
function gaps.sentence(question, answer, index)
    local whole = (question.text .. (question.body and "\n" .. question.body or "")):gsub(here, "")
    local line = line_of(with_answers(whole, answer, index))
    if not line then
        return text.shorten(question.text, 2 * longest)
    end
    if text.length(line) > longest then
        line = sentence_of(line)
    end
    if text.length(line) > longest then
        line = near(line)
    end
    return text.trim((line:gsub(here, #question.blanks > 1 and "(" .. index .. ")" .. sign or sign)))
end

-- As many of the last sentences as there is room for. What goes on with a digit is "No. 5", no sentence.
function gaps.last_sentences(question)
    local whole = text.trim((question.text:gsub("%s+", " ")))
    local first = text.length(whole) > longest and #whole + 1 or 1
    for _, ender in ipairs(enders) do
        local _, ends = whole:find(ender, 1, true)
        while ends do
            local is_near = #whole - ends <= 4 * longest and text.length(whole:sub(ends + 1)) <= longest
            if ends + 1 < first and is_near and not whole:find("^%d", ends + 1) then
                first = ends + 1
            end
            _, ends = whole:find(ender, ends + 1, true)
        end
    end
    if first > #whole then
        return text.shorten(whole, longest)
    end
    return first > 1 and "… " .. whole:sub(first) or whole
end

return gaps
