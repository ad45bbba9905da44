-- Days as the review queue counts them, on devices whose clock stands in 1970 after a flat battery, or jumps. The count goes up
-- by the days of a clock that can be believed; else by one for each day of use.
--   kept = {day = the count, from 1, clock = the clock's last day, seconds = its last second, used = something was answered today}
local days = {}

local a_day = 24 * 60 * 60
local first_plausible, last_plausible = 19723, 47482  -- days since 1970: 2024-01-01, 2100-01-01
local longest_gap = 120  -- days; a clock that goes further at once was set, whatever the summer holidays

local function is_plausible(day)
    return day >= first_plausible and day < last_plausible
end

function days.read(kept)
    kept = type(kept) == "table" and kept or {}
    local function number(value)
        return type(value) == "number" and value == value and value or nil
    end
    return {day = number(kept.day) and math.max(1, math.floor(kept.day)) or 1, clock = number(kept.clock),
            seconds = number(kept.seconds), used = kept.used == true}
end

-- By how many days the count goes up. A clock that was set counts as one day, and as none while nothing was answered: whoever
-- only looks for the right time on a new device shall not find all their words due.
local function gone_by(kept, day, now, is_new_session)
    local passed = day - kept.clock
    if is_plausible(day) and is_plausible(kept.clock) then
        if passed >= 0 and passed <= longest_gap then
            return passed
        end
    elseif passed == 0 and now >= kept.seconds and not is_new_session then
        return 0
    end
    return kept.used and 1 or 0
end

-- The number of today, by the seconds that the clock on the wall shows; changes what is kept. is_new_session: KOReader was
-- started since the last call; without a clock that can be believed a session counts as a day.
function days.today(kept, now, is_new_session)
    local day = math.floor(now / a_day)
    local passed = kept.clock and gone_by(kept, day, now, is_new_session) or 0
    if passed > 0 then
        kept.day, kept.used = kept.day + passed, false
    end
    kept.clock, kept.seconds = day, now
    return kept.day
end

-- Something was answered today.
function days.note_use(kept)
    kept.used = true
end

-- The seconds that the clock on the wall shows, of seconds since 1970: days begin at midnight where the pupil is.
function days.on_the_wall(seconds)
    return 2 * seconds - os.time(os.date("!*t", seconds))
end

return days
