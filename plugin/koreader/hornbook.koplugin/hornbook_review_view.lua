-- A round of the review queue: its questions by the player of quizzes, its terms as cards. What was not known is asked once more at
-- the end.
local Attempt = require("hornbook_attempt")
local Player = require("hornbook_player")
local boxes = require("hornbook_boxes")
local cards_view = require("hornbook_cards_view")
local review = require("hornbook_review")
local words = require("hornbook_words")

local review_view = {}

local Round = {}
Round.__index = Round

function Round:title(turn)
    local where = self.context.where(turn)
    return words.get("position", self.at, #self.turns) .. "  ·  " .. words.get("review") .. (where ~= "" and "  ·  " .. where or "")
end

function Round:note(turn, grade)
    if turn.is_repeated then
        return
    end
    self.context.note(turn, grade)
    self.asked = self.asked + 1
    if grade == boxes.good then
        self.known = self.known + 1
    elseif grade == boxes.again then
        local again = {is_repeated = true}
        for key, value in pairs(turn) do
            again[key] = again[key] or value
        end
        self.turns[#self.turns + 1] = again
    end
end

function Round:next()
    self.at = self.at + 1
    local turn = self.turns[self.at]
    if not turn then
        self:finish()
    elseif turn.part.entry then
        self:ask_term(turn)
    else
        self:ask_question(turn)
    end
end

-- Each in turn when the pupil wants both directions, the meaning first only once the term was known.
local function way_of(turn, wanted)
    if wanted ~= "both" then
        return wanted
    end
    return turn.item.known % 2 == 1 and "meaning" or "term"
end

function Round:ask_term(turn)
    cards_view.ask({
        screen = self.context.screen,
        title = self:title(turn),
        rtl = self.context.book(turn).rtl or nil,
        entry = turn.part.entry,
        way = way_of(turn, self.context.way),
        jump = function(entry, back_again) self.context.jump(turn, entry.href, back_again) end,
        answered = function(is_known)
            self:note(turn, is_known and boxes.good or boxes.again)
            self:next()
        end,
    })
end

function Round:ask_question(turn)
    local book, quiz = self.context.question(turn)
    local attempt = Attempt.open(book, quiz, Attempt.fresh(quiz, 1))
    attempt.on_checked = function(_, record) self:note(turn, review.grade_of(record)) end
    Player.start({
        screen = self.context.screen,
        attempt = attempt,
        title = self:title(turn),
        save = function() end,
        jump = function(href, back_again) self.context.jump(turn, href, back_again) end,
        picture = function(href) return self.context.picture(turn, href) end,
        after_last = function() self:next() end,
    })
end

function Round:finish()
    local left, page = self.context.left(), nil
    local lines = {words.get("cards_known", self.known, self.asked)}
    local row = {{label = words.get("close"), tap = function() page:close() end}}
    if left > 0 then
        lines[2], lines[3] = "", words.get("review_left", left)
        table.insert(row, 1, {label = words.get("review_more"), tap = function()
            page:close()
            self.context.more()
        end})
    end
    page = self.context.screen.page({title = words.get("review"), text = table.concat(lines, "\n"), rows = {row}})
end

-- context: screen, turns (hornbook_review), way ("term", "meaning" or "both"), question(turn) -> book and quiz, book(turn), where(turn) ->
-- the chapter or book for the title, note(turn, grade), jump(turn, href, back_again), picture(turn, href) -> its bytes or nil, left() ->
-- how many are still due, more().
function review_view.play(context)
    setmetatable({context = context, turns = context.turns, at = 0, asked = 0, known = 0}, Round):next()
end

return review_view
