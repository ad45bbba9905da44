-- Flash cards: boxes, directions, order, and what is told of them.
local books = require("books")
local boxes = require("hornbook_boxes")
local cards = require("hornbook_cards")
local cards_view = require("hornbook_cards_view")
local check = require("check")
local model = require("hornbook_model")
local shuffle = require("hornbook_shuffle")
local text = require("hornbook_text")

local test = check.test
local both = {"term", "meaning"}

local function small_entries()
    return model.read_glossary(books.glossary()).entries
end

local function many_entries(count)
    local entries = {}
    for i = 1, count do
        entries[i] = {id = string.format("g-%02d", i), term = "term " .. i, definition = "meaning", also = {}, href = "g.xhtml#g"}
    end
    return entries
end

local function names(round)
    local result = {}
    for i, card in ipairs(round) do
        result[i] = card.entry.id .. " " .. card.way
    end
    return result
end

test("boxes", function()
    local box, waits = nil, {}
    for i = 1, 7 do
        local wait
        box, wait = boxes.after(box, boxes.good)
        waits[i] = wait
    end
    check.equal(waits, {2, 4, 8, 16, 16, 16, 16})
    check.equal({boxes.after(4, boxes.again)}, {1, 1})
    check.equal({boxes.after(3, boxes.helped)}, {3, 4})
    check.equal({boxes.after(nil, boxes.helped)}, {1, 1})
end)

test("what was known comes later, what was not at once", function()
    local entries, state = small_entries(), cards.state(nil, 1)
    local round = cards.begin(state, entries, {"term"})
    check.equal(#round, 3)
    local missed = round[1]
    for _, card in ipairs(round) do
        cards.answer(state, card, card ~= missed)
    end
    check.equal(cards.count(state, entries, {"term"}), {new = 0, learning = 1, nearly = 2, well = 0})
    check.equal(names(cards.begin(state, entries, {"term"})), {missed.entry.id .. " term"})
    cards.answer(state, missed, true)
    check.equal(#cards.begin(state, entries, {"term"}), 2)
end)

test("the other direction comes only after the first was known, and in another round", function()
    local entries, state = small_entries(), cards.state(nil, 5)
    local known = {}
    for _ = 1, 30 do
        local seen = {}
        for _, card in ipairs(cards.begin(state, entries, both)) do
            check.that(not seen[card.entry.id], "one card of an entry in a round")
            seen[card.entry.id] = true
            check.that(card.way == "term" or known[card.entry.id], card.entry.id .. " was not known yet")
            local knows = card.entry.id ~= "g-raven"
            known[card.entry.id] = known[card.entry.id] or (knows and card.way == "term")
            cards.answer(state, card, knows)
        end
    end
    check.that(state.boxes["g-nkvd|meaning"], "the other direction came")
    check.equal(state.boxes["g-raven|meaning"], nil)
end)

test("cards are shuffled, in an order that outlives a restart", function()
    local entries = many_entries(40)
    local function order(seed)
        return names(cards.begin(cards.state(nil, seed), entries, {"term"}))
    end
    local alphabetical = {}
    for i = 1, 12 do
        alphabetical[i] = string.format("g-%02d term", i)
    end
    check.that(table.concat(order(1)) ~= table.concat(alphabetical))
    check.that(table.concat(order(1)) ~= table.concat(order(2)))
    local state = cards.state(nil, 1)
    local round = cards.begin(state, entries, {"term"})
    check.equal(names(cards.begin(cards.state(state, 99), entries, {"term"})), names(round))
    for i = 1, 3 do
        cards.answer(state, round[i], true)
    end
    local rest = names(cards.begin(cards.state(state, 99), entries, {"term"}))
    for i = 4, 12 do
        check.equal(rest[i - 3], names(round)[i])
    end
end)

test("a seed from a file is a number", function()
    for _, value in ipairs({"x", {}, 0 / 0, 1e300}) do
        check.equal(shuffle.seed(value, 7), 7)
    end
    check.equal(shuffle.seed(12, 7), 12)
end)

test("terms of chapters that were read come first", function()
    local entries = many_entries(30)
    local met = {["g-05"] = true, ["g-17"] = true, ["g-29"] = true}
    local round = cards.begin(cards.state(nil, 3), entries, {"term"}, met)
    local first = {round[1].entry.id, round[2].entry.id, round[3].entry.id}
    table.sort(first)
    check.equal(first, {"g-05", "g-17", "g-29"})
    check.equal(#round, 12)
end)

test("when no card is due, the rounds till one is are skipped", function()
    local entries = {{id = "g-a", definition = "x", also = {}}}
    local state = cards.state({round = 3, boxes = {["g-a|term"] = {box = 5, due = 17}}}, 1)
    check.equal(#cards.begin(state, entries, {"term"}), 1)
    check.equal(state.round, 17)
    local spoilt = {round = 1, boxes = {x = 3, y = {box = "a"}}}
    check.equal(cards.state(spoilt, 4), {seed = 4, round = 1, played = true, reached = 0, boxes = {}})
end)

test("looking a word up", function()
    local entries = small_entries()
    local function fold(s)
        return text.fold(s, "en")
    end
    check.equal(cards.find(entries, "nkvd", fold)[1].id, "g-nkvd")
    check.equal(cards.find(entries, "SECRET police", fold)[1].id, "g-nkvd")
    check.equal(#cards.find(entries, "", fold), 0)
    check.equal(#cards.find(entries, "zebra", fold), 0)
end)

-- A finger that is faster than the screen presses a button of a page that is no longer there.
test("a second press of the same button does nothing", function()
    local pages, answers = {}, {}
    local screen = {page = function(page)
        pages[#pages + 1] = page
        return {close = function() end}
    end}
    local entry = small_entries()[1]
    cards_view.ask({screen = screen, title = "1 of 1", entry = entry, way = "term", jump = function() end,
                    answered = function(is_known) answers[#answers + 1] = is_known end})
    local turn_over = pages[1].rows[1][1].tap
    turn_over()
    turn_over()
    check.equal(#pages, 2)
    check.equal(answers, {})
    local rows = pages[2].rows
    rows[1][1].tap()
    rows[1][1].tap()
    rows[1][2].tap()
    check.equal(answers, {false})
end)
