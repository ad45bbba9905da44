-- The check code of a result, to be copied to paper. Its make-up is told in plugin/results.schema.json.
local code = {}

local function quiz_number(book, quiz)
    local hash = 0
    for _, byte in ipairs({(book .. "\n" .. quiz):byte(1, -1)}) do
        hash = (31 * hash + byte) % 9973
    end
    return hash
end

local function with_check_digits(digits)
    return digits .. string.format("%02d", 98 - tonumber(digits) * 100 % 97)
end

-- pupil: a number or anything else; result: {score, of} or, of a test, {answered}.
function code.make(book, quiz, pupil, result)
    local number = type(pupil) == "number" and pupil or 0
    local last
    if result.answered then
        last = math.min(999, 900 + result.answered)
    else
        last = result.of > 0 and math.min(100, math.floor(100 * result.score / result.of + 0.5)) or 0
    end
    return with_check_digits(string.format("%04d%02d%03d", quiz_number(book, quiz), number, last))
end

function code.is_right(digits)
    return digits:match("^%d+$") ~= nil and #digits == 11 and tonumber(digits) % 97 == 1
end

function code.show(digits)
    return digits:sub(1, 4) .. " " .. digits:sub(5, 6) .. " " .. digits:sub(7, 9) .. " " .. digits:sub(10, 11)
end

return code
