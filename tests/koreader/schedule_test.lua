-- Which schedule asks least for the same recall: simulated pupils over 200 days, who skip days, with two models of memory, on devices
-- with a right clock, one that starts in 1970 whenever the device does, and one that jumps. The table is printed.
local boxes = require("hornbook_boxes")
local check = require("check")
local days = require("hornbook_review_days")
local models = require("pupil_memory")
local schedulers = require("schedulers")

local length, most_items, bound, pupils = 200, 60, 20, 6
local a_day = 24 * 60 * 60

-- Numbers between 0 and 1 by Park and Miller's generator: the same on every machine.
local function random_source(seed)
    local state = seed * 7919 % 2147483647
    return function()
        state = state * 48271 % 2147483647
        return state / 2147483647
    end
end

local function normal(random)
    return math.sqrt(-2 * math.log(random())) * math.cos(2 * math.pi * random())
end

local function right_clock(day)
    return (20000 + day) * a_day + 50000
end

local clocks = {
    {name = "right clock", seconds = right_clock},
    {name = "1970", seconds = function(_, random) return math.floor(random() * 600) end},
    {name = "jumps", seconds = function(day, random)
        local jump = random()
        return right_clock(day) + (jump < 0.03 and 400 * a_day or jump < 0.06 and -300 * a_day or 0)
    end},
}

-- Most weekends, some days and now and then a week are missed.
local function attendance(random)
    local away_until = 0
    return function(day)
        if random() < 0.02 then
            away_until = day + 7
        end
        return random() < (day % 7 >= 5 and 0.3 or 0.85) and day >= away_until
    end
end

-- Asks an item, and what was not known once more at the end of the round: how often it was asked.
local function ask(model, item, plan, today, now, random)
    local knows = random() < model.recall(item.memory, now)
    model.practise(item.memory, now, knows, random)
    plan(item, knows and boxes.good or boxes.again, today)
    if not knows then
        model.practise(item.memory, now + 0.01, true, random)
    end
    return knows and 1 or 2
end

local function due_items(items, today)
    local due = {}
    for _, item in ipairs(items) do
        if item.due <= today then
            due[#due + 1] = item
        end
    end
    table.sort(due, function(a, b)
        return a.due < b.due or (a.due == b.due and a.number < b.number)
    end)
    return due
end

-- One pupil's 200 days: reviews for each item, and the mean chance of recall since the items were met.
local function live(model, scheduler, knob, clock, seed)
    local random, answers, ticks = random_source(seed), random_source(seed + 2000), random_source(seed + 1000)
    local comes, ability, kept = attendance(random_source(seed + 3000)), model.mean_ease + 0.4 * normal(random), days.read(nil)
    local items, reviews, recall, looks = {}, 0, 0, 0
    local function plan(item, grade, today)
        scheduler.answer(item, grade, today, knob)
    end
    for day = 1, length do
        if comes(day) then
            local today = days.today(kept, clock.seconds(day, ticks), true)
            for i, item in ipairs(due_items(items, today)) do
                reviews = reviews + (i <= bound and ask(model, item, plan, today, day + i * 0.0002, answers) or 0)
            end
            if #items < most_items then
                local item = {number = #items, memory = model.fresh(ability + 0.2 * normal(random))}
                model.practise(item.memory, day + 0.01, false, random)
                plan(item, boxes.again, today)
                items[#items + 1] = item
            end
            days.note_use(kept)
        end
        for _, item in ipairs(day % 5 == 0 and items or {}) do
            recall, looks = recall + model.recall(item.memory, day + 0.9), looks + 1
        end
    end
    return reviews / #items, recall / looks
end

-- What each setting of the knob costs and brings, cheapest first.
local function curve(model, scheduler, clock)
    local points = {}
    for i, knob in ipairs(scheduler.knobs) do
        local point = {reviews = 0, recall = 0}
        for pupil = 1, pupils do
            local reviews, recall = live(model, scheduler, knob, clock, pupil)
            point.reviews, point.recall = point.reviews + reviews / pupils, point.recall + recall / pupils
        end
        points[i] = point
    end
    table.sort(points, function(a, b) return a.reviews < b.reviews end)
    return points
end

-- The least number of reviews that brings a recall, on the lines between the settings; nil where no setting reaches it.
local function cost_of(points, recall)
    if points[1].recall >= recall then
        return points[1].reviews
    end
    for i = 2, #points do
        local a, b = points[i - 1], points[i]
        if b.recall >= recall then
            return a.reviews + (b.reviews - a.reviews) * (recall - a.recall) / (b.recall - a.recall)
        end
    end
end

-- What a schedule can keep up differs with the model; these are levels of recall that are worth the while.
local recalls = {traces = {0.6, 0.65, 0.7, 0.75}, pools = {0.93, 0.94, 0.95, 0.96}}
local names = {"leitner", "sm2", "fsrs"}
local uncertainty = 1.05  -- of so few pupils

local function costs_of(model, clock)
    local costs = {}
    for _, name in ipairs(names) do
        local points = curve(model, schedulers[name], clock)
        costs[name] = {}
        for i, recall in ipairs(recalls[model.name]) do
            costs[name][i] = cost_of(points, recall) or false
        end
    end
    return costs
end

local function show(costs)
    local shown = {}
    for i, cost in ipairs(costs) do
        shown[i] = cost and string.format("%5.1f", cost) or "    -"
    end
    return table.concat(shown, " ")
end

check.test("at the same recall Leitner's boxes ask no more often than SM-2 and FSRS", function()
    for _, model in ipairs(models) do
        print("reviews of an item in 200 days for a mean recall of " .. table.concat(recalls[model.name], ", ") .. ": " .. model.name)
        for _, clock in ipairs(clocks) do
            local costs = costs_of(model, clock)
            for _, name in ipairs(names) do
                print(string.format("  %-12s %-9s %s", clock.name, schedulers[name].name, show(costs[name])))
            end
            for i, recall in ipairs(recalls[model.name]) do
                for _, other in ipairs({"sm2", "fsrs"}) do
                    local ours, theirs = costs.leitner[i], costs[other][i]
                    check.that(ours and (not theirs or ours <= uncertainty * theirs), clock.name .. ": " .. other .. " at " .. recall)
                end
            end
        end
    end
end)
