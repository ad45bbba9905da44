-- Flash cards in five boxes. A card of box n comes up again after 1, 2, 4, 8 or 16 rounds; rounds are counted instead of
-- days, since the clock of an e-reader stops with its battery.
local cards = {}

local last_box = 5
cards.round_size = 12

-- The pupil's state of one book's cards: {round, boxes = {[key] = {box, due}}}. Anything else is made anew.
function cards.state(kept)
    local state = {round = 0, boxes = {}}
    if type(kept) == "table" and type(kept.round) == "number" and type(kept.boxes) == "table" then
        state.round = kept.round
        for key, value in pairs(kept.boxes) do
            local box, due = type(value) == "table" and value.box, type(value) == "table" and value.due
            if type(key) == "string" and type(box) == "number" and type(due) == "number" then
                state.boxes[key] = {box = math.max(1, math.min(last_box, math.floor(box))), due = due}
            end
        end
    end
    return state
end

local function key_of(entry, way)
    return entry.id .. "|" .. way
end

local function due_and_fresh(state, entries, ways)
    local due, fresh, next_due = {}, {}, nil
    for i, entry in ipairs(entries) do
        for _, way in ipairs(ways) do
            local kept = state.boxes[key_of(entry, way)]
            if not kept and entry.definition ~= "" then
                fresh[#fresh + 1] = {entry = entry, way = way}
            elseif kept and kept.due <= state.round then
                due[#due + 1] = {entry = entry, way = way, due = kept.due, order = i}
            elseif kept then
                next_due = math.min(next_due or kept.due, kept.due)
            end
        end
    end
    return due, fresh, next_due
end

-- The cards of a new round, those longest overdue first, new ones after them; when none is due, the rounds in which none
-- would be are skipped. ways: {"term"}, {"meaning"} or both: what is shown first.
function cards.begin(state, entries, ways)
    state.round = state.round + 1
    local due, fresh, next_due = due_and_fresh(state, entries, ways)
    if #due == 0 and #fresh == 0 and next_due then
        state.round = next_due
        due = due_and_fresh(state, entries, ways)
    end
    table.sort(due, function(a, b)
        if a.due ~= b.due then
            return a.due < b.due
        elseif a.order ~= b.order then
            return a.order < b.order
        end
        return a.way > b.way
    end)
    local round = {}
    for _, group in ipairs({due, fresh}) do
        for _, card in ipairs(group) do
            if #round < cards.round_size then
                round[#round + 1] = card
            end
        end
    end
    return round
end

-- A card that was known goes up a box, one that was not goes back to the first.
function cards.answer(state, card, known)
    local key = key_of(card.entry, card.way)
    local kept = state.boxes[key]
    local box = known and math.min(last_box, (kept and kept.box or 1) + 1) or 1
    state.boxes[key] = {box = box, due = state.round + (known and 2 ^ (box - 1) or 1)}
end

-- How many cards are in each box; box 0 holds the new ones.
function cards.count(state, entries, ways)
    local counts = {[0] = 0}
    for box = 1, last_box do
        counts[box] = 0
    end
    for _, entry in ipairs(entries) do
        for _, way in ipairs(ways) do
            local kept = state.boxes[key_of(entry, way)]
            local box = kept and kept.box or 0
            counts[box] = counts[box] + 1
        end
    end
    return counts
end

-- Entries whose term or other name holds the words looked for, in any case; an exact name comes first.
function cards.find(entries, sought, fold)
    local wanted, exact, others = fold(sought), {}, {}
    for _, entry in ipairs(entries) do
        local best = 0
        local names = {entry.term}
        for _, name in ipairs(entry.also) do
            names[#names + 1] = name
        end
        for _, name in ipairs(names) do
            local folded = fold(name)
            best = math.max(best, folded == wanted and 2 or folded:find(wanted, 1, true) and 1 or 0)
        end
        if best > 0 and wanted ~= "" then
            table.insert(best == 2 and exact or others, entry)
        end
    end
    for _, entry in ipairs(others) do
        exact[#exact + 1] = entry
    end
    return exact
end

return cards
