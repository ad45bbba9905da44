-- A round of flash cards, and the glossary's entries to look up.
local cards = require("hornbook_cards")
local lookup = require("hornbook_lookup")
local text = require("hornbook_text")
local words = require("hornbook_words")

local cards_view = {}

local function name_of(entry)
    return entry.term .. (entry.say and "\n(" .. words.get("say", entry.say) .. ")" or "")
end

-- context: screen, glossary, jump(href, back_again).
function cards_view.show_entry(context, entry)
    local page
    page = context.screen.page({
        title = entry.term,
        text = lookup.facts(entry) .. entry.definition,
        rtl = context.glossary.rtl or nil,
        rows = {{
            {label = words.get("see_page"), tap = function()
                page:close()
                context.jump(entry.href, nil)
            end},
            {label = words.get("close"), tap = function() page:close() end},
        }},
    })
end

local function entry_items(context, entries)
    local items = {}
    for i, entry in ipairs(entries) do
        items[i] = {label = entry.term, note = entry.kind, stay = true, tap = function() cards_view.show_entry(context, entry) end}
    end
    return items
end

function cards_view.show_all(context)
    context.screen.list(words.get("glossary"), entry_items(context, context.glossary.entries))
end

function cards_view.look_up(context)
    context.screen.input({
        title = words.get("look_up"),
        hint = words.get("word_or_part"),
        rtl = context.glossary.rtl or nil,
        done = function(sought)
            local found = cards.find(context.glossary.entries, sought, function(s) return text.fold(s, context.language) end)
            if #found == 0 then
                context.screen.message(words.get("not_in_glossary", sought))
                return false
            end
            context.found = found
        end,
        after = function()
            if #context.found == 1 then
                cards_view.show_entry(context, context.found[1])
            else
                context.screen.list(words.get("glossary"), entry_items(context, context.found))
            end
        end,
    })
end

-- ---- a card ----

local Card = {}
Card.__index = Card

-- A press acts on the side on which its button lies, and once: a card is not rated before its back was shown, nor twice.
function Card:show(side, rows)
    for _, row in ipairs(rows) do
        for _, button in ipairs(row) do
            local tap = button.tap
            button.tap = function()
                if self.side == side then
                    self.side = nil
                    tap()
                end
            end
        end
    end
    local asked, page = self.asked, self.page
    local entry = asked.entry
    local front = asked.way == "term" and name_of(entry) or entry.definition
    self.side = side
    self.page = asked.screen.page({
        title = asked.title,
        text = side == "front" and front or name_of(entry) .. "\n\n" .. entry.definition,
        rows = rows,
        rtl = asked.rtl,
    })
    if page then
        page:close()
    end
end

function Card:front()
    self:show("front", {{{label = words.get("turn_over"), bold = true, tap = function() self:back() end}}})
end

function Card:back()
    local function rate(is_known)
        return function()
            self.page:close()
            self.asked.answered(is_known)
        end
    end
    self:show("back", {
        {{label = "✗ " .. words.get("did_not_know"), tap = rate(false)}, {label = "✓ " .. words.get("knew_it"), tap = rate(true)}},
        {{label = words.get("see_page"), tap = function() self:visit() end}},
    })
end

function Card:visit()
    self.page:close()
    self.page = nil
    self.asked.jump(self.asked.entry, function() self:back() end)
end

-- asked: screen, title, rtl, entry, way ("term" or "meaning": what is shown first), jump(entry, back_again), answered(is_known).
function cards_view.ask(asked)
    setmetatable({asked = asked}, Card):front()
end

-- ---- a round ----

local Round = {}
Round.__index = Round

function Round:next()
    local card, context = self.cards[self.at], self.context
    if not card then
        return self:finish()
    end
    cards_view.ask({
        screen = context.screen,
        title = words.get("position", self.at, #self.cards) .. "  ·  " .. words.get("flash_cards"),
        rtl = context.glossary.rtl or nil,
        entry = card.entry,
        way = card.way,
        jump = context.jump_to_word,
        answered = function(is_known) self:answer(card, is_known) end,
    })
end

function Round:answer(card, is_known)
    cards.answer(self.context.state, card, is_known)
    self.context.note(card.entry, is_known)
    self.context.save()
    self.known = self.known + (is_known and 1 or 0)
    self.at = self.at + 1
    self:next()
end

function Round:finish()
    local counts = cards.count(self.context.state, self.context.glossary.entries, self.context.ways)
    local lines, page = {words.get("cards_known", self.known, #self.cards), ""}, nil
    for _, level in ipairs({"well", "nearly", "learning", "new"}) do
        lines[#lines + 1] = words.get("cards_" .. level, counts[level])
    end
    page = self.context.screen.page({
        title = words.get("flash_cards"),
        text = table.concat(lines, "\n"),
        rows = {{
            {label = words.get("another_round"), tap = function()
                page:close()
                cards_view.play(self.context)
            end},
            {label = words.get("close"), tap = function() page:close() end},
        }},
    })
end

-- context: screen, glossary, state, save(), jump_to_word(entry, back_again), note(entry, is_known), met() (ids of the entries that were
-- met in the chapters, or nil) and ways: {"term"}, {"meaning"} or both, what is shown first.
function cards_view.play(context)
    local round = cards.begin(context.state, context.glossary.entries, context.ways, context.met())
    context.save()
    if #round == 0 then
        return context.screen.message(words.get("no_cards_due"))
    end
    setmetatable({context = context, cards = round, at = 1, known = 0}, Round):next()
end

return cards_view
