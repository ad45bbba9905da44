-- A plain value as one line of text, and back: JSON, but that a number may be a key, and that tables are lists or not by what they
-- hold. Reading runs nothing and refuses whatever else it meets.
local bit = require("bit")
local json = require("hornbook_json")

local values = {}

local deepest = 60

local function number(value)
    if value ~= value or value == math.huge or value == -math.huge then
        return "null"
    end
    return value == math.floor(value) and math.abs(value) < 2 ^ 53 and string.format("%d", value) or string.format("%.17g", value)
end

local function sorted_keys(value)
    local keys = {}
    for key in pairs(value) do
        keys[#keys + 1] = key
    end
    table.sort(keys, function(a, b)
        if type(a) ~= type(b) then
            return type(a) == "number"
        end
        return a < b
    end)
    return keys
end

local function write(value, parts)
    local kind = type(value)
    if kind == "string" then
        parts[#parts + 1] = json.quote(value)
    elseif kind == "number" then
        parts[#parts + 1] = number(value)
    elseif kind == "boolean" then
        parts[#parts + 1] = tostring(value)
    elseif kind ~= "table" then
        parts[#parts + 1] = "null"
    else
        local keys = sorted_keys(value)
        local is_list = #keys > 0 and keys[#keys] == #keys
        parts[#parts + 1] = is_list and "[" or "{"
        for i, key in ipairs(keys) do
            parts[#parts + 1] = i > 1 and "," or ""
            if not is_list then
                parts[#parts + 1] = (type(key) == "number" and number(key) or json.quote(key)) .. ":"
            end
            write(value[key], parts)
        end
        parts[#parts + 1] = is_list and "]" or "}"
    end
end

function values.write(value)
    local parts = {}
    write(value, parts)
    return table.concat(parts)
end

local escapes = {b = "\b", f = "\f", n = "\n", r = "\r", t = "\t"}

local function unescape(s)
    s = s:gsub("\\(u?)(.)(%x?%x?%x?)", function(u, first, rest)
        if u == "u" then
            return string.char(tonumber(first .. rest, 16))
        end
        return (escapes[first] or first) .. rest
    end)
    return s
end

-- A string that begins at the quotation mark at `at`, and the place behind it.
local function read_string(s, at)
    local from = at + 1
    local stop = s:find('["\\]', from)
    while stop and s:byte(stop) == 92 do
        stop = s:find('["\\]', stop + 2)
    end
    if not stop then
        error("cut short")
    end
    local written = s:sub(from, stop - 1)
    return written:find("\\", 1, true) and unescape(written) or written, stop + 1
end

local constants = {t = {"true", true}, f = {"false", false}, n = {"null", nil}}
local read

local function read_table(s, at, depth, close)
    local result, index = {}, 0
    if s:sub(at + 1, at + 1) == close then
        return result, at + 2
    end
    repeat
        local key
        index = index + 1
        if close == "]" then
            key = index
        else
            key, at = read(s, at + 1, depth)
            if s:sub(at, at) ~= ":" or (type(key) ~= "string" and type(key) ~= "number") then
                error("no key")
            end
        end
        result[key], at = read(s, at + 1, depth)
        local sign = s:sub(at, at)
        if sign ~= "," and sign ~= close then
            error("no end")
        end
    until sign == close
    return result, at + 1
end

function read(s, at, depth)
    local first = s:sub(at, at)
    if first == '"' then
        return read_string(s, at)
    elseif first == "{" or first == "[" then
        if depth == 0 then
            error("too deep")
        end
        return read_table(s, at, depth - 1, first == "{" and "}" or "]")
    elseif constants[first] then
        local word = constants[first][1]
        if s:sub(at, at + #word - 1) ~= word then
            error("no value")
        end
        return constants[first][2], at + #word
    end
    local digits = s:match("^%-?[%d.]+[eE]?[+-]?%d*", at)
    local value = digits and tonumber(digits)
    if not value then
        error("no value")
    end
    return value, at + #digits
end

-- The value, or nil and true when the text is none.
function values.read(s)
    local ok, value, after = pcall(read, s, 1, deepest)
    if not ok or after ~= #s + 1 then
        return nil, true
    end
    return value
end

local remainders = {}
for i = 0, 255 do
    local value = i
    for _ = 1, 8 do
        value = bit.bxor(bit.rshift(value, 1), bit.band(value, 1) == 1 and 0xEDB88320 or 0)
    end
    remainders[i] = value
end

-- CRC-32 as in ISO 3309, eight hexadecimal digits.
function values.checksum(s)
    local sum = -1
    for i = 1, #s do
        sum = bit.bxor(bit.rshift(sum, 8), remainders[bit.band(bit.bxor(sum, s:byte(i)), 255)])
    end
    return bit.tohex(bit.bnot(sum))
end

return values
