-- Moments on devices whose clock stands in 1970 after a flat battery, is set back, or jumps: beside the clock they bear the seconds since
-- the device was switched on, which nobody sets.
--   moment = {clock = seconds since 1970, boot = what tells one switching-on from another, up = seconds since}; boot and up are nil on
--   devices that do not tell them
local moments = {}

local first_plausible, last_plausible = 1704067200, 4102444800  -- 2024-01-01, 2100-01-01
local longest = 24 * 60 * 60  -- seconds that two readings of the clock alone are believed to lie apart

-- clock: -> seconds; steady: -> boot and up, or nil; itself nil where there is none.
function moments.now(clock, steady)
    local boot, up
    if steady then
        boot, up = steady()
    end
    return {clock = clock(), boot = boot, up = boot and up}
end

-- What the storage gave back, as a moment; nil when it is none.
function moments.read(value)
    if type(value) ~= "table" or type(value.clock) ~= "number" then
        return nil
    end
    local is_steady = type(value.boot) == "string" and type(value.up) == "number"
    return {clock = value.clock, boot = is_steady and value.boot or nil, up = is_steady and value.up or nil}
end

local function is_plausible(moment)
    return moment.clock >= first_plausible and moment.clock < last_plausible
end

local function is_same_boot(from, to)
    return from.boot ~= nil and from.boot == to.boot and to.up >= from.up
end

-- Whole seconds from one moment to a later one; nil when nothing that can be believed tells them.
function moments.between(from, to)
    if is_same_boot(from, to) then
        return math.floor(to.up - from.up + 0.5)
    end
    local passed = to.clock - from.clock
    if is_plausible(from) and is_plausible(to) and passed >= 0 and passed <= longest then
        return passed
    end
    return nil
end

-- Seconds that have certainly passed, by what cannot be set; 0 when the device was switched off meanwhile. Where nothing else is told,
-- the clock counts as far as it did not go back.
function moments.waited(from, to)
    if is_same_boot(from, to) then
        return to.up - from.up
    elseif from.boot or to.boot then
        return 0
    end
    return math.max(0, to.clock - from.clock)
end

-- Day and time as the device shows them: "2026-11-24 10:05"; nil when the clock had plainly lost them.
function moments.written(moment)
    return is_plausible(moment) and os.date("%Y-%m-%d %H:%M", moment.clock) or nil
end

return moments
