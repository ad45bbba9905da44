-- What the menu does with the glossary of the open book: flash cards, looking a word up, the whole of it. app: hornbook_app.
local cards = require("hornbook_cards")
local cards_view = require("hornbook_cards_view")
local words = require("hornbook_words")

local glossary_app = {}

local ways = {term = {"term"}, meaning = {"meaning"}, both = {"term", "meaning"}}

-- The glossary, or nil after telling that there is none.
local function glossary_of(app)
    local glossary = app.book and app.book:glossary()
    if not glossary or #glossary.entries == 0 then
        app.screen.message(words.get(app.has_document and "no_glossary" or "no_book_open"))
        return nil
    end
    return glossary
end

-- To the first place in the chapters where a glossary word stands, or else to its entry.
function glossary_app.jump_to_word(app, entry, back_again)
    app.jump(app.book:first_mention(entry) or entry.href, back_again)
end

-- Ids of the words that were met in the chapters up to the furthest that was open when cards were played.
local function words_met(app, state)
    state.reached = math.max(state.reached, app.book:current_chapter())
    return app.book:terms_up_to(state.reached)
end

local function play(app)
    local glossary = glossary_of(app)
    if not glossary then
        return
    end
    local record = app.store:book(glossary)
    record.cards = cards.state(record.cards, app.clock())
    cards_view.play({
        screen = app.screen,
        glossary = glossary,
        state = record.cards,
        ways = ways[app.store:setting("cards_way")] or ways.both,
        met = function() return words_met(app, record.cards) end,
        note = function(entry, is_known) app.queue:note_card(glossary, entry, is_known) end,
        save = function() return app:keep() end,
        jump_to_word = function(entry, back_again) glossary_app.jump_to_word(app, entry, back_again) end,
    })
end

function glossary_app.flash_cards(app)
    app:with_pupil(function() play(app) end)
end

local function show(app, view)
    local glossary = glossary_of(app)
    if glossary then
        view({screen = app.screen, glossary = glossary, language = glossary.language, jump = app.jump})
    end
end

function glossary_app.look_up(app)
    show(app, cards_view.look_up)
end

function glossary_app.show_all(app)
    show(app, cards_view.show_all)
end

return glossary_app
