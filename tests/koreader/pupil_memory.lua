-- A pupil's memory for the test of schedules, by two models that are none of theirs:
--   {name, mean_ease, fresh(ease), practise(item, now, knew, random), recall(item, now)}
-- ease: what helps this pupil with this item; now: days, with their parts; knew: whether it was known when it was practised.
local pupil_memory = {}

-- Each practice leaves a trace that decays as a power of time, the faster the more active the item was: Pavlik and Anderson,
-- "Practice and forgetting effects on vocabulary memory: an activation-based model of the spacing effect", Cognitive Science 29,
-- 2005, with its parameters.
local traces = {name = "traces", mean_ease = 0.35}
pupil_memory[1] = traces

local decay_scale, decay_least, threshold, noise = 0.217, 0.177, -0.704, 0.255
local slower_between_sessions = 0.025
local a_day = 86400 * slower_between_sessions

function traces.fresh(ease)
    return {ease = ease, times = {}, decays = {}}
end

local function activation(item, now)
    local sum = 0
    for i, at in ipairs(item.times) do
        sum = sum + math.max(1, (now - at) * a_day) ^ -item.decays[i]
    end
    return math.log(sum) + item.ease
end

function traces.practise(item, now)
    local active = #item.times > 0 and activation(item, now) or -math.huge
    item.times[#item.times + 1] = now
    item.decays[#item.times] = decay_scale * math.exp(active) + decay_least
end

function traces.recall(item, now)
    return 1 / (1 + math.exp((threshold - activation(item, now)) / noise))
end

-- Pools that leak at ever slower rates, each filled by what the faster ones have lost: Mozer, Pashler, Cepeda, Lindsey and Vul,
-- "Predicting the optimal spacing of study: a multiscale context model of memory", NIPS 22, 2009, with parameters fitted to the
-- forgetting of Swahili words in Cepeda and others, 2009. The pools beyond the tenth weigh less than a thousandth.
local pools = {name = "pools", mean_ease = 0}
pupil_memory[2] = pools

local count, known_counts, encoded = 10, 9, 0.937
local lasts, weight, weight_so_far = {}, {}, {}
for i = 1, count do
    lasts[i], weight[i] = 0.98 * 3.719 ^ i, 0.491 ^ i
    weight_so_far[i] = weight[i] + (weight_so_far[i - 1] or 0)
end

function pools.fresh(ease)
    local item = {leak = math.exp(-ease), at = 0, filled = {}}
    for i = 1, count do
        item.filled[i] = 0
    end
    return item
end

-- What is left in each pool, and the mean of each pool and the faster ones.
local function leaked(item, now)
    local left, mean, sum = {}, {}, 0
    for i = 1, count do
        left[i] = item.filled[i] * math.exp(-(now - item.at) * item.leak / lasts[i])
        sum = sum + weight[i] * left[i]
        mean[i] = sum / weight_so_far[i]
    end
    return left, mean
end

function pools.practise(item, now, knew, random)
    local left, mean = leaked(item, now)
    local gain = random() < encoded and (knew and known_counts or 1) or 0
    for i = 1, count do
        item.filled[i] = left[i] + gain * math.max(0, 1 - mean[i])
    end
    item.at = now
end

function pools.recall(item, now)
    local _, mean = leaked(item, now)
    return math.min(1, mean[count])
end

return pupil_memory
