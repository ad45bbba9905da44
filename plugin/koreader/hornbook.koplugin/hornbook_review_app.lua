-- The review queue as the menu sees it: whose it is, what comes into it, what is asked today.
-- app: hornbook_app, with its disk, store, tell(), clock, book, path (of the open book's file), exists(path) and jump.
local Cache = require("hornbook_review_cache")
local boxes = require("hornbook_boxes")
local days = require("hornbook_review_days")
local pupils = require("hornbook_pupils")
local review = require("hornbook_review")
local review_view = require("hornbook_review_view")
local words = require("hornbook_words")

local Queue = {}
Queue.__index = Queue

local told_full = {}  -- queues and books of which it was told
local begun = {}  -- queues, by name, that were looked at since KOReader was started

function Queue.of(app)
    return setmetatable({app = app, cache = Cache.of(app.disk, app.exists)}, Queue)
end

function Queue.name(pupil)
    return pupils.key(pupil) .. ".review"
end

-- The queue of whoever is reading. One that was deleted meanwhile is not in the disk's hands any more and begins anew.
function Queue:state()
    local name = Queue.name(self.app.store:pupil())
    local loaded = self.app.disk.load(name)
    if self.name_of_state ~= name or self.loaded ~= loaded then
        self.name_of_state, self.loaded = name, loaded
        self.kept = review.read(loaded, self.app.clock())
        self.has_taken_in = false
    end
    return self.kept
end

function Queue:save()
    self.app:tell(self.app.disk.save(self.name_of_state, self.kept))
    self.loaded = self.app.disk.load(self.name_of_state)
end

-- The number of today. A new day is kept, since the next book that opens in this session does not begin it again.
function Queue:today()
    local state, name = self:state(), self.name_of_state
    local before, is_new_session = state.days.day, not begun[name]
    begun[name] = true
    local day = review.today(state, days.on_the_wall(self.app.clock()), is_new_session)
    if day ~= before and next(state.items) then
        self:save()
    end
    return day
end

-- ---- what comes in ----

-- A pupil's list that holds no more, or a book's part in it, is told once while KOReader runs; what is in it still comes back.
local function tell_full(self, source)
    local state = self:state()
    local most = review.is_full(state) and review.most_items or self.cache:is_full(source.book) and Cache.most.parts
    local told = most and (most == review.most_items and self.name_of_state or source.book)
    if most and not told_full[told] then
        told_full[told] = true
        self.app.screen.soon(words.get(most == review.most_items and "review_full" or "review_full_of_book", most))
    end
end

local function note(self, source, id, kind, grade)
    local state = self:state()
    local is_known = review.item(state, source.book, id) ~= nil
    if not is_known and kind == "question" and grade == boxes.good then
        return
    elseif not is_known and (review.is_full(state) or not self.cache:keep(source, self.app.path, id)) then
        return tell_full(self, source)
    end
    if review.note(state, source.book, id, kind, grade, self:today()) then
        self:save()
    end
end

-- A question of the open book was checked.
function Queue:note_question(book, question, record)
    if book.graded and question.kind ~= "write" then
        note(self, book, question.id, "question", review.grade_of(record))
    end
end

-- A card of the open book's glossary was answered.
function Queue:note_card(glossary, entry, is_known)
    note(self, glossary, entry.id, "term", is_known and boxes.good or boxes.again)
end

-- What went wrong before the plugin had a queue.
local function take_in(self, book)
    local edition = self.app.store:book(book).editions[book.edition]
    for _, kept in pairs(edition and edition.quizzes or {}) do
        for _, attempt in ipairs(kept.attempts) do
            for id, record in pairs(attempt.answers) do
                local found = book.places[id]
                if found and record.checked and record.kind ~= "write" and review.grade_of(record) ~= boxes.good
                    and not review.item(self:state(), book.book, id) and self.cache:keep(book, self.app.path, id) then
                    review.take_in(self:state(), book.book, id, self:today())
                end
            end
        end
    end
end

-- The open book may be a new edition, or hold what was answered before. While a test is open, the answers to its questions are not
-- shown here.
function Queue:meet_open_book()
    local open = self.app.book
    local book, glossary = open and open:quizzes(), open and open:glossary()
    self.tested = book and not book.graded and book.book or nil
    self:state()
    if not self.has_taken_in then
        self.has_taken_in = true
        if book and book.graded then
            self.cache:refresh(book, self.app.path)
            take_in(self, book)
            self:save()
        end
        if glossary then
            self.cache:refresh(glossary, self.app.path)
        end
    end
end

-- ---- what is asked ----

-- A question that needs its page waits until its book is open.
local function part_of(self, book, id)
    local part = self.cache:part(book, id)
    local needs_page = part and Cache.needs_page(part) and self.cache:book(book).path ~= self.app.path
    if part and (needs_page or (part.question and self.tested == book)) then
        return nil
    end
    return part
end

function Queue:due()
    return review.due(self:state(), self:today(), function(book, id) return part_of(self, book, id) end)
end

-- "Review · today: 12"; no number before anybody reads. A fault must not keep KOReader's menu from opening; it is told when the queue is.
function Queue:label()
    local ok, count = pcall(function()
        return self.app.store:has_pupil() and math.min(#self:due(), review.left(self:state()))
    end)
    return ok and count and words.get("review_today", count) or words.get("review")
end

function Queue:is_open(book)
    local open = self.app.book
    local source = open and (open:quizzes() or open:glossary())
    return source ~= nil and source.book == book
end

-- To the place of an item. back_again: called when the pupil comes back, or at once when the book is another one.
function Queue:jump(turn, href, back_again)
    if not self:is_open(turn.book) then
        back_again()
        return self.app.screen.message(words.get("in_other_book", self.cache:title(turn.book)))
    elseif turn.part.entry then
        return self.app:jump_to_word(turn.part.entry, back_again)
    end
    self.app.jump(href, back_again)
end

function Queue:tell_done(is_more_due)
    if is_more_due then
        self.app.screen.confirm(words.get("review_share_done"), words.get("review_more"), function() self:play(true) end)
    else
        self.app.screen.message(words.get("review_nothing"))
    end
end

-- wants_more: than a day's share.
function Queue:play(wants_more)
    local due = self:due()
    local most = wants_more and review.a_day or review.left(self:state())
    if #due == 0 or most == 0 then
        return self:tell_done(#due > 0)
    end
    self.app.opened()
    review_view.play({
        screen = self.app.screen,
        turns = review.round(due, most),
        way = self.app.store:setting("cards_way") or "both",
        question = function(turn) return self.cache:question(turn.book, turn.part) end,
        book = function(turn) return self.cache:book(turn.book) end,
        note = function(turn, grade)
            if review.note(self:state(), turn.book, turn.id, turn.item.kind, grade, self:today()) then
                self:save()
            end
        end,
        where = function(turn) return self:is_open(turn.book) and turn.part.chapter or self.cache:title(turn.book) end,
        jump = function(turn, href, back_again) self:jump(turn, href, back_again) end,
        picture = function(turn, href) return self:is_open(turn.book) and self.app.book:content(href) or nil end,
        left = function() return #self:due() end,
        more = function() self:play(true) end,
    })
end

function Queue:open()
    self.app:with_pupil(function()
        self:meet_open_book()
        self:play(false)
    end)
end

return Queue
