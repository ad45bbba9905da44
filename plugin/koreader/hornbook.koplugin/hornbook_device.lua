-- What tells one device from another: six letters and digits, made once. It says nothing of who owns the device. They lie in a file that
-- may be copied to another device, so checksums of what is built into this one lie beside them.
local values = require("hornbook_values")

local device = {}

-- Without signs that look alike.
local letters = "23456789abcdefghjkmnpqrstuvwxyz"

function device.is_id(value)
    return type(value) == "string" and #value == 6 and value:match("^[a-z0-9]+$") ~= nil
end

-- random: count -> that many bytes, or nil where there is no source of chance; then the clock and addresses in memory must do.
function device.new_id(random)
    local id, salt = "", tonumber(tostring({}):match("0x(%x+)") or "0", 16) + os.time()
    while #id < 6 do
        local bytes = random(1)
        salt = (salt * 69069 + 1) % 2 ^ 32
        local byte = bytes and bytes:byte() or math.floor(salt / 2 ^ 24)
        if byte < 8 * #letters then
            id = id .. letters:sub(byte % #letters + 1, byte % #letters + 1)
        end
    end
    return id
end

-- ---- what is built into a device ----

-- The first word of a file, as a list.
local function word_in(system, path)
    local word = (system.read(path) or ""):match("^%s*(%w%S*)")
    return {word}
end

-- Numbers of what is soldered in; where nothing is, of the first card, which Kobos of old boot from. Other cards change hands.
local function storage(system)
    local soldered, first = {}, {}
    for _, name in ipairs(system.list("/sys/block")) do
        local at = name:match("^mmcblk%d+$") and "/sys/block/" .. name .. "/device/"
        local number = at and word_in(system, at .. "cid")[1]
        if number and word_in(system, at .. "type")[1] == "MMC" then
            soldered[#soldered + 1] = number
        elseif number and name == "mmcblk0" then
            first[1] = number
        end
    end
    return #soldered > 0 and soldered or first
end

-- Addresses that a maker gave: neither made up by the system nor of many.
local function addresses(system)
    local found = {}
    for _, name in ipairs(system.list("/sys/class/net")) do
        local address = word_in(system, "/sys/class/net/" .. name .. "/address")[1]
        if address and address:match("^%x[048cC]:[%x:]+$") and address:match("[1-9a-fA-F]") then
            found[#found + 1] = address
        end
    end
    return found
end

-- The surest comes first. A machine's id is the last, since makers have shipped many machines with one.
local kinds = {
    {"serial", function(system) return word_in(system, "/proc/usid") end},  -- of Kindles
    {"storage", storage},
    {"network", addresses},
    {"machine", function(system) return word_in(system, "/etc/machine-id") end},
}

-- {[kind] = {[mark] = true}}, of what this system lets be read; Android shows none of it.
function device.marks(system)
    local marks = {}
    for _, kind in ipairs(kinds) do
        local name, look = unpack(kind)
        for _, mark in ipairs(look(system)) do
            marks[name] = marks[name] or {}
            marks[name][values.checksum(mark)] = true
        end
    end
    return marks
end

local function have_one_in_common(a, b)
    for mark in pairs(a) do
        if b[mark] then
            return true
        end
    end
    return false
end

-- Whether marks that were kept are of another device than those that were found; by the first kind that both have.
function device.is_another(kept, found)
    for _, kind in ipairs(kinds) do
        local before, now = kept[kind[1]], found[kind[1]]
        if type(before) == "table" and now then
            return not have_one_in_common(before, now)
        end
    end
    return false
end

-- What is kept from now on, and whether it is more than before: what is switched off today may be found tomorrow.
function device.with_marks(kept, found)
    local has_more = false
    for name, marks in pairs(found) do
        kept[name] = type(kept[name]) == "table" and kept[name] or {}
        for mark in pairs(marks) do
            has_more = has_more or not kept[name][mark]
            kept[name][mark] = true
        end
    end
    return kept, has_more
end

return device
