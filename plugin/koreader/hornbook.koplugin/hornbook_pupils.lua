-- Who is reading: a number from 1 to 40 or a nickname, or nobody in particular. Never a name.
local text = require("hornbook_text")

local pupils = {highest = 40, longest = 20}

local function is_between(first, code, last)
    return first <= code and code <= last
end

-- Signs that nobody sees, and that turn or break what follows; `hornbook results` takes the same ones off. Those that join letters stay.
local function is_hidden(code)
    return code == 0xAD or code == 0x061C or code == 0x180E or code == 0x200B or code == 0xFEFF or is_between(0x80, code, 0x9F)
        or is_between(0x200E, code, 0x200F) or is_between(0x2028, code, 0x202E) or is_between(0x2060, code, 0x206F)
        or is_between(0xFFF9, code, 0xFFFB)
end

-- A nickname without what hides in it.
function pupils.plain(name)
    local codes = {}
    for _, code in ipairs(text.code_points(name)) do
        codes[#codes + 1] = not is_hidden(code) and code or nil
    end
    return text.from_code_points(codes)
end

-- Whether there is something to be seen that is neither a digit nor a sign.
local function has_letter(name)
    local seen = text.code_points(name:gsub("[%d%s%p]", ""))
    for _, code in ipairs(seen) do
        if not is_between(0x200C, code, 0x200D) and not text.is_space(code) then
            return true
        end
    end
    return false
end

-- What a pupil typed, as a number or a nickname; nil when it is neither.
function pupils.read(typed)
    local written = text.trim(pupils.plain(typed))
    if written:match("^%d+$") then
        local number = tonumber(written)
        return number >= 1 and number <= pupils.highest and number or nil
    end
    local length = text.length(written)
    if length < 1 or length > pupils.longest or written:match("%c") or not has_letter(written) then
        return nil
    end
    return written
end

-- A name for files: the same for "Fox" and "fox", and never one that a file system refuses.
function pupils.key(pupil)
    if type(pupil) == "number" then
        return string.format("pupil-%02d", pupil)
    elseif pupil == nil then
        return "pupil-none"
    end
    return "pupil-x" .. text.fold(pupil, ""):gsub(".", function(byte) return string.format("%02x", byte:byte()) end)
end

-- Numbers first, each kind in its order.
function pupils.in_order(list)
    table.sort(list, function(a, b)
        if type(a) ~= type(b) then
            return type(a) == "number"
        end
        return a < b
    end)
    return list
end

return pupils
