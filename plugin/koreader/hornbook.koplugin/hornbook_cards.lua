-- Flash cards in Leitner's five boxes (hornbook_boxes). A card comes up again after 1, 2, 4, 8 or 16 rounds; rounds are counted
-- here, so that whoever practises a lot in one day always has cards. Days are the review queue's.
local boxes = require("hornbook_boxes")
local shuffle = require("hornbook_shuffle")

local cards = {}

cards.round_size = 12

-- The pupil's state of one book's cards: {seed, round, played, reached, boxes = {[key] = {box, due}}}. Anything else is made anew.
-- played: a card was answered in this round; reached: the furthest chapter; seed: of the order.
function cards.state(kept, seed)
    kept = type(kept) == "table" and kept or {}
    local is_sound = type(kept.round) == "number" and type(kept.boxes) == "table"
    local state = {seed = shuffle.seed(kept.seed, seed or 1), round = is_sound and kept.round or 0, boxes = {},
                   played = is_sound and kept.played ~= false, reached = type(kept.reached) == "number" and kept.reached or 0}
    for key, value in pairs(is_sound and kept.boxes or {}) do
        local due = type(value) == "table" and value.due
        if type(key) == "string" and type(due) == "number" then
            state.boxes[key] = {box = boxes.read(value.box), due = due}
        end
    end
    return state
end

local function key_of(entry, way)
    return entry.id .. "|" .. way
end

local function key_of_card(card)
    return key_of(card.entry, card.way)
end

-- The card of an entry that is its turn: one that is due, else a new one. The second direction comes only after the first was known,
-- and never in the same round, since each card would give away the other.
local function card_of(state, entry, ways)
    local fresh, next_due
    for i, way in ipairs(ways) do
        local kept = state.boxes[key_of(entry, way)]
        if kept and kept.due <= state.round then
            return {entry = entry, way = way, due = kept.due}
        elseif kept then
            next_due = math.min(next_due or kept.due, kept.due)
        elseif not fresh and entry.definition ~= "" then
            local before = i > 1 and state.boxes[key_of(entry, ways[i - 1])]
            fresh = (i == 1 or (before and before.box > 1)) and {entry = entry, way = way} or nil
        end
    end
    return fresh, next_due
end

local function due_and_fresh(state, entries, ways, met)
    local due, first, later, next_due = {}, {}, {}, nil
    for _, entry in ipairs(entries) do
        local card, waits_until = card_of(state, entry, ways)
        if card and card.due then
            due[#due + 1] = card
        elseif card then
            table.insert((not met or met[entry.id]) and first or later, card)
        elseif waits_until then
            next_due = math.min(next_due or waits_until, waits_until)
        end
    end
    return due, shuffle.sort(first, state.seed, key_of_card), shuffle.sort(later, state.seed, key_of_card), next_due
end

local function sorted_by_due(due, state)
    local at = {}
    for i, card in ipairs(shuffle.sort(due, state.seed + state.round, key_of_card)) do
        at[card] = i
    end
    table.sort(due, function(a, b)
        return a.due < b.due or (a.due == b.due and at[a] < at[b])
    end)
    return due
end

-- The cards of a round: those longest overdue first, then new ones, those of chapters already read before the others. When none is
-- due, the rounds in which none would be are skipped. A round of which no card was answered is begun again, in the same order.
-- ways: {"term"}, {"meaning"} or both: what is shown first; met: ids of the entries that were met in the chapters, or nil.
function cards.begin(state, entries, ways, met)
    if state.played or state.round == 0 then
        state.round, state.played = state.round + 1, false
    end
    local due, first, later, next_due = due_and_fresh(state, entries, ways, met)
    if #due + #first + #later == 0 and next_due then
        state.round = next_due
        due = due_and_fresh(state, entries, ways, met)
    end
    local round = {}
    for _, group in ipairs({sorted_by_due(due, state), first, later}) do
        for _, card in ipairs(group) do
            if #round < cards.round_size then
                round[#round + 1] = card
            end
        end
    end
    return round
end

function cards.answer(state, card, known)
    local key = key_of_card(card)
    local kept = state.boxes[key]
    local box, wait = boxes.after(kept and kept.box, known and boxes.good or boxes.again)
    state.boxes[key] = {box = box, due = state.round + wait}
    state.played = true
end

local levels = {"learning", "nearly", "nearly", "well", "well"}  -- by box

-- How many terms are new, learning, nearly known and known well: {new, learning, nearly, well}. A term counts by its weaker card.
function cards.count(state, entries, ways)
    local counts = {new = 0, learning = 0, nearly = 0, well = 0}
    for _, entry in ipairs(entries) do
        local lowest
        for _, way in ipairs(ways) do
            local kept = state.boxes[key_of(entry, way)]
            lowest = kept and math.min(lowest or kept.box, kept.box) or lowest
        end
        local level = lowest and levels[lowest] or "new"
        counts[level] = counts[level] + 1
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
