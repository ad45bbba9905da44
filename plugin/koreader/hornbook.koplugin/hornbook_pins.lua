-- PINs of four digits, kept as salted hashes: enough against a classmate who holds the device, not against somebody who takes its
-- files to a computer, where ten thousand PINs are tried in no time.
local pins = {}

local rounds = 100

local function hashed(salt, pin, hash)
    local value = salt .. ":" .. pin
    for _ = 1, rounds do
        value = hash(value)
    end
    return value
end

-- What was typed, as a PIN; nil when it is none.
function pins.read(typed)
    local pin = typed:match("^%s*(%d%d%d%d)%s*$")
    return pin
end

-- hash: text -> text that tells nothing of it; random: count -> bytes or nil.
function pins.make(pin, hash, random)
    local salt = hash((random(16) or "") .. os.time() .. tostring({})):sub(1, 16)
    return {salt = salt, hash = hashed(salt, pin, hash)}
end

-- kept: as pins.make made it.
function pins.fits(kept, pin, hash)
    return type(kept) == "table" and type(kept.salt) == "string" and hashed(kept.salt, pin, hash) == kept.hash
end

return pins
