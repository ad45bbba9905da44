-- The review queue of one pupil over all books: questions once answered wrongly or with help, and terms that flash cards have shown.
-- Days are those of hornbook_review_days, boxes those of hornbook_boxes.
--   state = {version, seed, days, done = {day, count}, items = {[key] = {book, id, kind, box, due, last, known}}}
--   kind: "question" or "term"; known: on how many days an item was known. Items lie in one table, so that a save of one is a small one.
local boxes = require("hornbook_boxes")
local days = require("hornbook_review_days")
local shuffle = require("hornbook_shuffle")

local review = {a_day = 20}

review.most_items = 4000

local function number(value, otherwise)
    return type(value) == "number" and value == value and value or otherwise
end

local function key_of(book, id)
    return book .. "\n" .. id
end

local function read_item(item)
    local is_sound = type(item) == "table" and (item.kind == "question" or item.kind == "term") and type(item.book) == "string"
        and type(item.id) == "string"
    if not is_sound then
        return nil
    end
    return {book = item.book, id = item.id, kind = item.kind, box = boxes.read(item.box), due = number(item.due, 1),
            last = number(item.last, 0), known = number(item.known, 0)}
end

-- seed: of the order, for a state that is made anew.
function review.read(kept, seed)
    kept = type(kept) == "table" and kept or {}
    local done = type(kept.done) == "table" and kept.done or {}
    local state = {version = 1, seed = shuffle.seed(kept.seed, seed), days = days.read(kept.days), items = {},
                   done = {day = number(done.day, 0), count = number(done.count, 0)}}
    for _, value in pairs(type(kept.items) == "table" and kept.items or {}) do
        local item = read_item(value)
        if item then
            state.items[key_of(item.book, item.id)] = item
        end
    end
    return state
end

function review.today(state, now, is_new_session)
    local day = days.today(state.days, now, is_new_session)
    if state.done.day ~= day then
        state.done = {day = day, count = 0}
    end
    return day
end

local function size(items)
    local count = 0
    for _ in pairs(items) do
        count = count + 1
    end
    return count
end

-- Whether nothing new comes in any more.
function review.is_full(state)
    return size(state.items) >= review.most_items
end

local function make_item(state, book, id, kind)
    if review.is_full(state) then
        return nil
    end
    local item = {book = book, id = id, kind = kind, due = 0, last = 0, known = 0}
    state.items[key_of(book, id)] = item
    return item
end

function review.item(state, book, id)
    return state.items[key_of(book, id)]
end

-- Notes an answer, given in a quiz, with flash cards or in the queue: true when the state changed. A question joins the queue
-- when it went wrong or needed help; a term when it was asked at all. Once a day counts: what is known again on the day on which
-- it was learnt is practice.
function review.note(state, book, id, kind, grade, day)
    local item = review.item(state, book, id)
    if not item and (kind == "term" or grade ~= boxes.good) then
        item = make_item(state, book, id, kind)
    end
    if not item or (item.last == day and grade ~= boxes.again) then
        return false
    end
    local wait
    if item.last ~= day and item.last > 0 then
        state.done.count = state.done.count + 1
    end
    item.known = item.known + (grade == boxes.good and 1 or 0)
    item.box, wait = boxes.after(item.box, grade)
    item.last, item.due = day, day + wait
    days.note_use(state.days)
    return true
end

-- A question that went wrong before there was a queue: it is due at once.
function review.take_in(state, book, id, day)
    local item = not review.item(state, book, id) and make_item(state, book, id, "question")
    if item then
        item.box, item.due = 1, day
    end
    return item and true or false
end

-- How a checked answer counts.
function review.grade_of(record)
    if record.verdict == "right" then
        return record.hint and boxes.helped or boxes.good
    end
    return boxes.again
end

-- All that is due and can be asked, longest due first. part_of(book, id): {chapter, at} where the item stands in its book and what is
-- needed to ask it; nil while the book is not there.
function review.due(state, day, part_of)
    local due = {}
    for key, item in pairs(state.items) do
        local part = item.due <= day and part_of(item.book, item.id)
        if part then
            local rank = shuffle.rank(state.seed, key .. item.last)
            due[#due + 1] = {book = item.book, id = item.id, item = item, part = part, rank = rank}
        end
    end
    table.sort(due, function(a, b)
        if a.item.due ~= b.item.due then
            return a.item.due < b.item.due
        end
        return a.rank < b.rank or (a.rank == b.rank and a.id < b.id)
    end)
    return due
end

-- How many of a day's share are left.
function review.left(state)
    return math.max(0, review.a_day - state.done.count)
end

local function in_order_of_book(a, b)
    if a.book ~= b.book then
        return a.book < b.book
    end
    return a.part.at < b.part.at or (a.part.at == b.part.at and a.id < b.id)
end

-- From each chapter in turn, so that neighbours are of different chapters as long as there are several.
local function mixed(turns)
    local chapters, order, result = {}, {}, {}
    for _, turn in ipairs(turns) do
        local chapter = turn.book .. "\n" .. turn.part.chapter
        if not chapters[chapter] then
            chapters[chapter] = {}
            order[#order + 1] = chapter
        end
        table.insert(chapters[chapter], turn)
    end
    while #result < #turns do
        for _, chapter in ipairs(order) do
            result[#result + 1] = table.remove(chapters[chapter], 1)
        end
    end
    return result
end

-- The next round of what is due, of at most so many: first what was never known yet, chapter by chapter; then the rest, mixed.
function review.round(due, most)
    local new, known = {}, {}
    for i = 1, math.min(most, #due) do
        table.insert(due[i].item.known == 0 and new or known, due[i])
    end
    table.sort(new, in_order_of_book)
    for _, turn in ipairs(mixed(known)) do
        new[#new + 1] = turn
    end
    return new
end

return review
