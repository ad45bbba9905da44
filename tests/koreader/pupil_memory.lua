-- A pupil's memory for the test of schedules, by a model that is none of theirs: each practice leaves a trace that decays as a
-- power of time, the faster the more active the item was (Pavlik and Anderson, "Practice and forgetting effects on vocabulary
-- memory: an activation-based model of the spacing effect", Cognitive Science 29, 2005, with its parameters).
local memory = {}

local decay_scale, decay_least, threshold, noise = 0.217, 0.177, -0.704, 0.255
local slower_between_sessions = 0.025
local day = 86400 * slower_between_sessions

-- ease: what this pupil and this item add to the activation.
function memory.fresh(ease)
    return {ease = ease, times = {}, decays = {}}
end

local function activation(item, now)
    local sum = 0
    for i, at in ipairs(item.times) do
        sum = sum + math.max(1, (now - at) * day) ^ -item.decays[i]
    end
    return math.log(sum) + item.ease
end

-- now: days, with their parts.
function memory.practise(item, now)
    local active = #item.times > 0 and activation(item, now) or -math.huge
    item.times[#item.times + 1] = now
    item.decays[#item.times] = decay_scale * math.exp(active) + decay_least
end

function memory.recall(item, now)
    return 1 / (1 + math.exp((threshold - activation(item, now)) / noise))
end

return memory
