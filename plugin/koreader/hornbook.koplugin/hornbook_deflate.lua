-- Packs bytes as RFC 1951 (deflate) has it, with the fixed codes of its section 3.2.6: KOReader's zlib is not the same on all devices, and
-- what is packed here is small.
local deflate = {}

local shortest, longest, furthest = 3, 258, 32768
local most_tries = 64  -- earlier places that are compared with one
local far = 4096       -- from here on, the shortest match takes more bits than its bytes

-- The first value and the number of extra bits of each length and distance code (section 3.2.5).
local function bands(first, extra_of, count)
    local result, value = {}, first
    for code = 0, count - 1 do
        result[code + 1] = {first = value, extra = extra_of(code)}
        value = value + 2 ^ extra_of(code)
    end
    return result
end

local lengths = bands(3, function(code) return code < 8 and 0 or math.floor(code / 4) - 1 end, 28)
lengths[29] = {first = longest, extra = 0}
local distances = bands(1, function(code) return code < 4 and 0 or math.floor(code / 2) - 1 end, 30)

local function band_of(list, value)
    local low, high = 1, #list
    while low < high do
        local middle = math.ceil((low + high) / 2)
        if list[middle].first <= value then
            low = middle
        else
            high = middle - 1
        end
    end
    return low - 1, list[low]
end

-- Huffman codes are written from their highest bit, all else from the lowest.
local function reversed(value, count)
    local result = 0
    for _ = 1, count do
        result = 2 * result + value % 2
        value = math.floor(value / 2)
    end
    return result
end

local symbols = {}
for symbol = 0, 285 do
    local code, count
    if symbol < 144 then
        code, count = 48 + symbol, 8
    elseif symbol < 256 then
        code, count = 400 + symbol - 144, 9
    elseif symbol < 280 then
        code, count = symbol - 256, 7
    else
        code, count = 192 + symbol - 280, 8
    end
    symbols[symbol] = {code = reversed(code, count), count = count}
end

local function writer()
    local bytes, held, count = {}, 0, 0
    local function put(value, width)
        held, count = held + value * 2 ^ count, count + width
        while count >= 8 do
            bytes[#bytes + 1] = string.char(held % 256)
            held, count = math.floor(held / 256), count - 8
        end
    end
    local function finish()
        put(0, (8 - count) % 8)
        return table.concat(bytes)
    end
    return put, finish
end

local function length_of_match(s, a, b, most)
    local length = 0
    while length < most and s:byte(a + length) == s:byte(b + length) do
        length = length + 1
    end
    return length
end

-- The longest match of what begins at `at` with what stands before it: its length and how far back it is. before: for each place the
-- earlier one that begins with the same three bytes.
local function best_match(s, at, candidate, before)
    local most, length, back = math.min(longest, #s - at + 1), 0, 0
    for _ = 1, most_tries do
        if not candidate or at - candidate > furthest then
            break
        end
        local found = length_of_match(s, candidate, at, most)
        if found > length then
            length, back = found, at - candidate
        end
        candidate = before[candidate]
    end
    if length < shortest or (length == shortest and back > far) then
        return 0
    end
    return length, back
end

function deflate.pack(s)
    local put, finish = writer()
    local last, before = {}, {}
    local function symbol(value)
        put(symbols[value].code, symbols[value].count)
    end
    local function note(at)
        local key = s:sub(at, at + shortest - 1)
        before[at], last[key] = last[key], at
    end
    put(1, 1)  -- the last block
    put(1, 2)  -- of fixed codes
    local at = 1
    while at <= #s do
        local length, back = best_match(s, at, last[s:sub(at, at + shortest - 1)], before)
        if length == 0 then
            symbol(s:byte(at))
            length = 1
        else
            local code, band = band_of(lengths, length)
            symbol(257 + code)
            put(length - band.first, band.extra)
            code, band = band_of(distances, back)
            put(reversed(code, 5), 5)
            put(back - band.first, band.extra)
        end
        for each = at, math.min(at + length - 1, #s - shortest + 1) do
            note(each)
        end
        at = at + length
    end
    symbol(256)
    return finish()
end

return deflate
