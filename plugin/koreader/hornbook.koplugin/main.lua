-- Hornbook's plugin for KOReader: quizzes, flash cards and results of the books that Hornbook makes. This file binds
-- KOReader's events to hornbook_app; nothing of a book is read before the pupil asks for it.
local Dispatcher = require("dispatcher")
local Device = require("device")
local UIManager = require("ui/uimanager")
local WidgetContainer = require("ui/widget/container/widgetcontainer")
local App = require("hornbook_app")
local Book = require("hornbook_book")
local Dictionary = require("hornbook_dictionary")
local Return = require("hornbook_return")
local Store = require("hornbook_store")
local disk = require("hornbook_disk")
local drawing = require("hornbook_drawing")
local lfs = require("libs/libkoreader-lfs")
local menu = require("hornbook_menu")
local place = require("hornbook_place")
local question_view = require("hornbook_question")
local screen = require("hornbook_screen")
local sizes = require("hornbook_sizes")
local test_mode = require("hornbook_test_mode")
local text = require("hornbook_text")
local who = require("hornbook_who")
local words = require("hornbook_words")

local Hornbook = WidgetContainer:extend{
    name = "hornbook",
    is_doc_only = false,
}

local actions = {
    {name = "quizzes", event = "HornbookQuizzes", words = "quizzes_of_book", run = "all_quizzes"},
    {name = "chapter_quiz", event = "HornbookChapterQuiz", words = "quiz_of_chapter", run = "chapter_quiz"},
    {name = "continue", event = "HornbookContinue", words = "go_on", run = "go_on"},
    {name = "review", event = "HornbookReview", words = "review", run = "review", needs_no_book = true},
    {name = "flash_cards", event = "HornbookFlashCards", words = "flash_cards", run = "flash_cards"},
    {name = "look_up", event = "HornbookLookUp", words = "look_up", run = "look_up"},
    {name = "results", event = "HornbookResults", words = "my_results", run = "results"},
}

local function use_unicode()
    local ok, library = pcall(require, "ffi/utf8proc")
    if ok and library.lowercase_dumb and library.normalize_NFC then
        text.use_unicode({lower = library.lowercase_dumb, compose = library.normalize_NFC})
    end
end

local function decode(content)
    return (require("rapidjson").decode(content))
end

-- The day by the device's clock; nil when the clock has plainly lost it.
local function day()
    local today = os.date("%Y-%m-%d")
    return today >= "2024" and today or nil
end

-- KOReader puts plugins that it does not know behind all that stands in Tools, which is its second page. Who has set an order of
-- the menu keeps it.
local function stand_first_in_tools()
    for _, name in ipairs({"reader", "filemanager"}) do
        local ok, order = pcall(require, "ui/elements/" .. name .. "_menu_order")
        if ok and type(order.tools) == "table" and order.tools[1] ~= "hornbook" then
            table.insert(order.tools, 1, "hornbook")
        end
    end
end

function Hornbook:init()
    words.use(G_reader_settings:readSetting("language"))
    use_unicode()
    question_view.use_measure(sizes.rows_fit)
    question_view.use_drawing(drawing.can_draw)
    stand_first_in_tools()
    self.onDispatcherRegisterActions()
    self.ui.menu:registerToMainMenu(self)
end

function Hornbook.onDispatcherRegisterActions()
    for _, action in ipairs(actions) do
        Dispatcher:registerAction("hornbook_" .. action.name, {
            category = "none",
            event = action.event,
            title = "Hornbook: " .. words.get(action.words),
            reader = not action.needs_no_book,
            general = action.needs_no_book,
        })
    end
end

-- Made at the first need, not when a book opens.
function Hornbook:app()
    if not self.made_app then
        local document = self.ui.document
        local has_book = Book.can_have_quizzes(document)
        self.made_app = App.of({
            screen = screen,
            store = Store.open(disk),
            disk = disk,
            book = has_book and Book.of(document, decode) or nil,
            has_document = document ~= nil,
            version = self.version,  -- KOReader hands over what _meta.lua says
            has_touch = Device:isTouchDevice(),
            jump = function(href, back_again) self:jump(href, back_again) end,
            opened = function() self:forget_way_back() end,
            note_setting = function(name, value)
                G_reader_settings:saveSetting("hornbook_" .. name, value)
                G_reader_settings:flush()
            end,
            clock = os.time,
            day = day,
            decode = decode,
            path = document and document.file,
            exists = function(path) return lfs.attributes(path, "mode") == "file" end,
            hash = function(content) return require("ffi/sha2").sha256(content) end,
        })
    end
    return self.made_app
end

function Hornbook:addToMainMenu(menu_items)
    menu_items.hornbook = {
        text = "Hornbook",
        sorting_hint = "tools",  -- where an order of the reader's own does not name it
        sub_item_table_func = function() return menu.items(self:app(), screen.guard) end,
    }
end

for _, action in ipairs(actions) do
    Hornbook["on" .. action.event] = function(self)
        screen.guard(function()
            local app = self:app()
            app[action.run](app)
        end)()
        return true
    end
end

-- ---- the page ----

function Hornbook:onReaderReady()
    if not Book.can_have_quizzes(self.ui.document) then
        return
    end
    self:wrap_dictionary()
    self:wrap_links()
    if Device:isTouchDevice() then
        self:listen_for_taps()
    end
    if G_reader_settings:isTrue("hornbook_test") then
        UIManager:nextTick(screen.guard(function() test_mode.meet_book(self:app()) end))
    end
    if G_reader_settings:isTrue("hornbook_shared") then
        UIManager:nextTick(screen.guard(function() who.ask_anew(self:app()) end))
    end
end

-- Calls run and gives its answer; false when it failed, so that KOReader does what it would have done.
local function tried(run)
    local answer = false
    screen.guard(function() answer = run() end)()
    return answer
end

-- KOReader's own following of links stays in place for all that is not ours.
function Hornbook:wrap_links()
    local link = self.ui.link
    if type(link.onGotoLink) == "function" then
        local goto_link = link.onGotoLink
        link.onGotoLink = function(this, target, ...)
            local pointer = type(target) == "table" and target.xpointer
            local from = pointer and (target.a_xpointer or target.from_xpointer)
            local may_be_ours = place.link_id(pointer) or place.is_whole_file(pointer)
            if may_be_ours and tried(function() return self:app():follow(pointer, from) end) then
                return true
            end
            return goto_link(this, target, ...)
        end
    end
    if type(link.onGoBackLink) == "function" then
        local go_back = link.onGoBackLink
        link.onGoBackLink = function(this, ...)
            return self.way_back and tried(function() return self.way_back:come_back() end) or go_back(this, ...)
        end
    end
end

-- Glossary words, held and tapped.
function Hornbook:wrap_dictionary()
    self.dictionary = Dictionary.of(function()
        local app = self:app()
        return not test_mode.is_barred(app) and (app.book:glossary()) or nil
    end)
    if not self.ui.dictionary or not self.dictionary:wrap(self.ui.dictionary, tried) then
        return
    end
    local link = self.ui.link
    if type(link.onGotoLink) == "function" then
        local goto_link = link.onGotoLink
        link.onGotoLink = function(this, target, ...)
            return tried(function() return self:shows_meaning(target) end) or goto_link(this, target, ...)
        end
    end
end

function Hornbook:shows_meaning(link)
    if not Dictionary.may_be_word(link) or self:app():setting("word_opens_meaning") == false or test_mode.is_barred(self:app()) then
        return false
    end
    local app, from = self:app(), link.a_xpointer or link.from_xpointer
    local files = app.book:spine()
    local file = from and place.file_at(files, from) or app.book:current_file()
    return file ~= nil and self.dictionary:follow(link, files, file, function(pointer)
        return self.ui.document:isXPointerInDocument(pointer)
    end)
end

-- In the test and teacher's editions choices are no links, and a quiz's title never is.
function Hornbook:listen_for_taps()
    self.ui:registerTouchZones({{
        id = "hornbook_tap",
        ges = "tap",
        screen_zone = {ratio_x = 0, ratio_y = 0, ratio_w = 1, ratio_h = 1},
        -- KOReader's menus and its footer own the top and the bottom of the page, where a title may stand, too.
        overrides = {"tap_forward", "tap_backward", "readermenu_tap", "readermenu_ext_tap", "readerconfigmenu_tap",
                     "readerconfigmenu_ext_tap", "readerfooter_tap", "readerhighlight_tap"},
        handler = function(gesture) return tried(function() return self:tapped(gesture) end) end,
    }})
end

function Hornbook:tapped(gesture)
    local app = self:app()
    if app.store:setting("tap_opens_quiz") == false or not app.book:quizzes() then
        return false
    end
    local quiz, question = app.book:quiz_at(gesture.pos)
    if quiz then
        app:open_quiz(app.book:quizzes(), quiz, question)
    elseif app.book:is_results_at(gesture.pos) then
        app:results()
    else
        return false
    end
    return true
end

-- back_again: called when the pupil comes back from there; nil: just a jump.
function Hornbook:jump(href, back_again)
    local pointer = self:app().book:pointer(href)
    if not pointer then
        screen.message(words.get("place_not_found"))
        if back_again then
            back_again()
        end
        return
    end
    self.way_back = self.way_back or Return:new{ui = self.ui, words = words.backward("back_to_quiz")}
    if not back_again then
        self.ui.link:addCurrentLocationToStack()
    end
    self.way_back:leave_for(pointer, back_again)
end

function Hornbook:forget_way_back()
    if self.way_back then
        self.way_back.on_return = nil
    end
end

-- ---- the reminder at the end of a chapter ----

function Hornbook:onPageUpdate()
    if self.made_app and G_reader_settings:isTrue("hornbook_test") then
        UIManager:nextTick(screen.guard(function() test_mode.note_sign(self:app()) end))
    end
    if self.made_app and G_reader_settings:isTrue("hornbook_shared") then
        UIManager:nextTick(screen.guard(function() who.note_turn(self:app()) end))
    end
    if G_reader_settings:isTrue("hornbook_reminder") and Book.can_have_quizzes(self.ui.document) then
        UIManager:nextTick(screen.guard(function() self:note_chapter(self:app()) end))
    end
end

function Hornbook:note_chapter(app)
    if not self.ui.document or not app.book:quizzes() then
        return
    end
    local before, now = self.chapter, app.book:current_file()
    self.chapter = now
    local spine = app.book:spine()
    for i, file in ipairs(spine) do
        if file == before and spine[i + 1] == now then
            app:remind(before)
        end
    end
end

function Hornbook:onSetDimensions()
    if self.way_back then
        self.way_back:reset()
    end
end

-- ---- sleep, and the end ----

function Hornbook:onSuspend()
    if self.made_app then
        screen.guard(function() self.made_app:keep_at_leaving() end)()
    end
end

-- Where nobody used the plugin since the book opened, none of its windows is there to be closed.
function Hornbook:onResume()
    if self.made_app and G_reader_settings:isTrue("hornbook_test") then
        UIManager:nextTick(screen.guard(function() test_mode.note_return(self:app()) end))
    end
    if G_reader_settings:isTrue("hornbook_shared") and (self.made_app or Book.can_have_quizzes(self.ui.document)) then
        UIManager:nextTick(screen.guard(function() who.ask_anew(self:app()) end))
    end
end

function Hornbook:onCloseDocument()
    if self.made_app then
        self.made_app:keep_at_leaving()
        screen.close_all()
    end
    self.way_back, self.chapter = nil, nil
end

return Hornbook
