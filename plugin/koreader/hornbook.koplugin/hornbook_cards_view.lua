-- A round of flash cards, and the glossary's entries to look up.
local cards = require("hornbook_cards")
local text = require("hornbook_text")
local words = require("hornbook_words")

local cards_view = {}

local function facts(entry)
    local lines = {}
    if entry.kind then
        lines[#lines + 1] = entry.kind
    end
    if entry.say then
        lines[#lines + 1] = words.get("say", entry.say)
    end
    if #entry.also > 0 then
        lines[#lines + 1] = words.get("also_called", table.concat(entry.also, ", "))
    end
    return #lines > 0 and table.concat(lines, "\n") .. "\n\n" or ""
end

local function name_of(entry)
    return entry.term .. (entry.say and "\n(" .. words.get("say", entry.say) .. ")" or "")
end

-- context: screen, glossary, state, save(), jump(href).
function cards_view.show_entry(context, entry)
    local page
    page = context.screen.page({
        title = entry.term,
        text = facts(entry) .. entry.definition,
        rtl = context.glossary.rtl or nil,
        rows = {{
            {label = words.get("see_page"), tap = function()
                page:close()
                context.jump(entry.href)
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

-- ---- a round ----

local Round = {}
Round.__index = Round

function Round:turn(page)
    if self.page then
        self.page:close()
    end
    page.rtl = self.context.glossary.rtl or nil
    self.page = self.context.screen.page(page)
end

function Round:title()
    return words.get("position", self.at, #self.cards) .. "  ·  " .. words.get("flash_cards")
end

function Round:front()
    local card = self.cards[self.at]
    self:turn({
        title = self:title(),
        text = card.way == "term" and name_of(card.entry) or card.entry.definition,
        rows = {{{label = words.get("turn_over"), bold = true, tap = function() self:back() end}}},
    })
end

function Round:back()
    local entry = self.cards[self.at].entry
    self:turn({
        title = self:title(),
        text = name_of(entry) .. "\n\n" .. entry.definition,
        rows = {{
            {label = "✗ " .. words.get("did_not_know"), tap = function() self:answer(false) end},
            {label = "✓ " .. words.get("knew_it"), tap = function() self:answer(true) end},
        }},
    })
end

function Round:answer(known)
    cards.answer(self.context.state, self.cards[self.at], known)
    self.context.save()
    self.known = self.known + (known and 1 or 0)
    self.at = self.at + 1
    if self.at <= #self.cards then
        return self:front()
    end
    self:finish()
end

function Round:finish()
    local counts = cards.count(self.context.state, self.context.glossary.entries, self.context.ways)
    local lines = {words.get("cards_known", self.known, #self.cards), "", words.get("box_new", counts[0])}
    for box = 1, 5 do
        lines[#lines + 1] = words.get("box", box, counts[box])
    end
    self:turn({
        title = words.get("flash_cards"),
        text = table.concat(lines, "\n"),
        rows = {{
            {label = words.get("another_round"), tap = function()
                self.page:close()
                cards_view.play(self.context)
            end},
            {label = words.get("close"), tap = function() self.page:close() end},
        }},
    })
end

-- context.ways: {"term"}, {"meaning"} or both: what is shown first.
function cards_view.play(context)
    local round = cards.begin(context.state, context.glossary.entries, context.ways)
    context.save()
    if #round == 0 then
        return context.screen.message(words.get("no_cards_due"))
    end
    setmetatable({context = context, cards = round, at = 1, known = 0}, Round):front()
end

return cards_view
