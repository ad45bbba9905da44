-- Results as codes for a camera: documents of hornbook_export become sets of frames, each the text of one QR code. Their form is told in
-- plugin/results-codes.md. Only signs that a QR code holds in its alphanumeric mode are used.
local deflate = require("hornbook_deflate")
local values = require("hornbook_values")

local frames = {}

local letters_in_frame = 667  -- version 14, level L: 73 modules a side, seven pixels each on a screen of 600
local bytes_in_set = 24000    -- of JSON, about eight frames; a longer document is a set of its own
local bytes_of_names = 40

local alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"

local function sign(value)
    return alphabet:sub(value + 1, value + 1)
end

-- RFC 9285.
function frames.base45(bytes)
    local parts = {}
    for at = 1, #bytes, 2 do
        local high, low = bytes:byte(at, at + 1)
        local value = low and high * 256 + low or high
        parts[#parts + 1] = sign(value % 45) .. sign(math.floor(value / 45) % 45) .. (low and sign(math.floor(value / 2025)) or "")
    end
    return table.concat(parts)
end

local function hexadecimal(s)
    return (s:gsub(".", function(byte) return string.format("%02X", byte:byte()) end))
end

-- "7, 12, Fox"; as many as there is room for, and then "…".
local function names_of(documents)
    local names = {}
    for _, document in ipairs(documents) do
        local name = document.pupil == nil and "?" or tostring(document.pupil)
        if names[#names] ~= name then
            names[#names + 1] = name
        end
    end
    local written = names[1]
    for i = 2, #names do
        if #written + #names[i] > bytes_of_names then
            return written .. ", …"
        end
        written = written .. ", " .. names[i]
    end
    return written
end

local function frames_of_set(documents)
    local texts = {}
    for i, document in ipairs(documents) do
        texts[i] = document.content
    end
    local content = table.concat(texts)
    local body, names = frames.base45(deflate.pack(content)), names_of(documents)
    local sum, pupils = values.checksum(content):upper(), hexadecimal(names)
    local room = letters_in_frame - #("HB1/9999/9999///") - #sum - #pupils
    room = room - room % 3
    local count, result = math.ceil(#body / room), {}
    for i = 1, count do
        result[i] = {
            names = names, index = i, count = count,
            text = table.concat({"HB1", i, count, sum, pupils, body:sub((i - 1) * room + 1, i * room)}, "/"),
        }
    end
    return result
end

-- documents: {pupil, content}, each content JSON on one line. Gives {names, index, count, text} in the order in which they are shown.
function frames.of(documents)
    local result, set, size = {}, {}, 0
    local function close()
        for _, frame in ipairs(#set > 0 and frames_of_set(set) or {}) do
            result[#result + 1] = frame
        end
        set, size = {}, 0
    end
    for _, document in ipairs(documents) do
        if size + #document.content > bytes_in_set then
            close()
        end
        set[#set + 1], size = document, size + #document.content
    end
    close()
    return result
end

return frames
