-- PINs of four digits, kept as salted hashes: enough against a classmate who holds the device, not against somebody who takes its
-- files to a computer, where ten thousand PINs are tried in no time.
local moments = require("hornbook_moments")

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

-- ---- wrong ones ----

local free_tries = 3
local first_wait, longest_wait = 30, 900  -- seconds

-- tries = {count, since = moment of the last wrong one}, or nil. How many seconds nothing more is tried, and whether they begin anew now,
-- since the device was switched on again, or its clock set back. They are never more than fifteen minutes.
function pins.wait(tries, now)
    local count = type(tries) == "table" and type(tries.count) == "number" and tries.count or 0
    if count < free_tries then
        return 0
    end
    local wait = math.min(longest_wait, first_wait * 2 ^ math.min(count - free_tries, 10))
    local since = moments.read(tries.since)
    local is_broken = not since or since.boot ~= now.boot or (now.up or now.clock) < (since.up or since.clock)
    return math.max(0, math.ceil(wait - (is_broken and 0 or moments.waited(since, now)))), is_broken
end

-- The tries after one more that was wrong.
function pins.after_wrong(tries, now)
    local count = type(tries) == "table" and type(tries.count) == "number" and tries.count or 0
    return {count = math.min(count + 1, 1000), since = now}
end

return pins
