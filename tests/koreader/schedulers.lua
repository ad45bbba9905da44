-- The schedules that were compared for the review queue, each with one knob that trades reviews for recall, so that they can be
-- held against each other at equal recall: {name, knobs, answer(memory, grade, day, knob)}; memory is an empty table before the
-- first answer, and afterwards says `due`.
local boxes = require("hornbook_boxes")

local schedulers = {}

local function due_in(memory, interval, day)
    memory.last, memory.due = day, day + math.max(1, math.floor(interval + 0.5))
end

-- Leitner's boxes, as the plugin has them. Knob: a factor for the days that a box waits.
schedulers.leitner = {name = "Leitner", knobs = {0.5, 0.75, 1, 1.5, 2.5, 4, 8}}
function schedulers.leitner.answer(memory, grade, day, knob)
    local wait
    memory.box, wait = boxes.after(memory.box, grade)
    due_in(memory, wait * knob, day)
end

-- P. A. Wozniak, "Optimization of learning", 1990: SM-2. Knob: a factor for its intervals.
schedulers.sm2 = {name = "SM-2", knobs = {0.15, 0.3, 0.5, 0.75, 1, 2, 4}}
function schedulers.sm2.answer(memory, grade, day, knob)
    memory.ease = memory.ease or 2.5
    if grade == boxes.again then
        memory.repetitions, memory.interval = 0, 1
    else
        memory.repetitions = memory.repetitions + 1
        memory.interval = ({1, 6})[memory.repetitions] or memory.interval * memory.ease
    end
    due_in(memory, memory.interval * knob, day)
end

-- J. Ye and others, FSRS-4.5 with its published default weights
-- (https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm). Knob: the recall at which an item is due.
schedulers.fsrs = {name = "FSRS-4.5", knobs = {0.7, 0.8, 0.86, 0.9, 0.93, 0.95}}

local w = {[0] = 0.4872, 1.4003, 3.7145, 13.8206, 5.1618, 1.2298, 0.8975, 0.031, 1.6474, 0.1367, 1.0461, 2.1072, 0.0793, 0.3246,
           1.587, 0.2272, 2.8755}
local decay, factor = -0.5, 19 / 81

local function between(value, low, high)
    return math.max(low, math.min(high, value))
end

local function stability_when_known(memory, recall)
    local growth = math.exp(w[8]) * (11 - memory.difficulty) * memory.stability ^ -w[9] * (math.exp(w[10] * (1 - recall)) - 1)
    return memory.stability * (1 + growth)
end

local function stability_when_forgotten(memory, recall)
    local stability = w[11] * memory.difficulty ^ -w[12] * ((memory.stability + 1) ^ w[13] - 1) * math.exp(w[14] * (1 - recall))
    return between(stability, 0.1, memory.stability)
end

function schedulers.fsrs.answer(memory, grade, day, knob)
    if not memory.stability then
        memory.stability = w[grade - 1]
        memory.difficulty = between(w[4] - (grade - 3) * w[5], 1, 10)
    else
        local recall = (1 + factor * (day - memory.last) / memory.stability) ^ decay
        local next_stability = grade == boxes.again and stability_when_forgotten or stability_when_known
        memory.stability = next_stability(memory, recall)
        memory.difficulty = between(w[7] * w[4] + (1 - w[7]) * (memory.difficulty - w[6] * (grade - 3)), 1, 10)
    end
    due_in(memory, memory.stability / factor * (knob ^ (1 / decay) - 1), day)
end

return schedulers
