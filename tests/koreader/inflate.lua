-- Unpacks what hornbook_deflate packs: one block of fixed codes (RFC 1951, 3.2.6), read bit by bit as the standard says.
local lengths = {3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258}
local length_bits = {0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0}
local distances = {1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193,
                   12289, 16385, 24577}

return function(bytes)
    local at = 0
    local function bit()
        local byte = bytes:byte(math.floor(at / 8) + 1)
        local value = math.floor(byte / 2 ^ (at % 8)) % 2
        at = at + 1
        return value
    end
    local function number(count)
        local value = 0
        for i = 0, count - 1 do
            value = value + bit() * 2 ^ i
        end
        return value
    end
    local function code(count, value)
        for _ = 1, count do
            value = 2 * value + bit()
        end
        return value
    end
    local function symbol()
        local value = code(7, 0)
        if value < 24 then
            return 256 + value
        end
        value = code(1, value)
        if value < 192 then
            return value - 48
        elseif value < 200 then
            return 280 + value - 192
        end
        return 144 + code(1, value) - 400
    end
    assert(number(1) == 1 and number(2) == 1)
    local out = {}
    while true do
        local value = symbol()
        if value == 256 then
            assert(math.ceil(at / 8) == #bytes, "nothing stands behind the end")
            return table.concat(out)
        elseif value < 256 then
            out[#out + 1] = string.char(value)
        else
            local length = lengths[value - 256] + number(length_bits[value - 256])
            local far = code(5, 0)
            local back = distances[far + 1] + number(far < 4 and 0 or math.floor(far / 2) - 1)
            for _ = 1, length do
                out[#out + 1] = assert(out[#out + 1 - back])
            end
        end
    end
end
