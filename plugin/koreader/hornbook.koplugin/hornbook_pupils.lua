-- Who is reading: a number from 1 to 40 or a nickname, or nobody in particular. Never a name.
local text = require("hornbook_text")

local pupils = {highest = 40, longest = 20}

-- What a pupil typed, as a number or a nickname; nil when it is neither.
function pupils.read(typed)
    local written = text.trim(typed)
    if written:match("^%d+$") then
        local number = tonumber(written)
        return number >= 1 and number <= pupils.highest and number or nil
    end
    local length = text.length(written)
    if length < 1 or length > pupils.longest or written:match("%c") or not written:match("[^%d%s%p]") then
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
