-- The plugin's entry in KOReader's menu.
local codes = require("hornbook_codes")
local test_mode = require("hornbook_test_mode")
local who = require("hornbook_who")
local words = require("hornbook_words")

local menu = {}

local function entry(key, run, separator)
    return {text_func = function() return words.get(key) end, callback = run, keep_menu_open = false, separator = separator}
end

-- A setting changes with the teacher's leave alone, where there is a PIN; then the open menu shows it.
local function changing(app, change)
    return function(touch_menu)
        app:with_teacher(function()
            change()
            if touch_menu and touch_menu.updateItems then
                touch_menu:updateItems()
            end
        end)
    end
end

local function switch(key, app, setting, is_on_by_default)
    local function is_on()
        local value = app:setting(setting)
        if value == nil then
            return is_on_by_default
        end
        return value
    end
    return {
        text_func = function() return words.get(key) end,
        checked_func = is_on,
        callback = changing(app, function() app:set_setting(setting, not is_on()) end),
    }
end

local function one_of(app, setting, value, label, usual)
    return {
        text_func = label,
        radio = true,
        checked_func = function() return (app:setting(setting) or usual) == value end,
        callback = changing(app, function() app:set_setting(setting, value) end),
    }
end

local function way(key, app, value)
    return one_of(app, "cards_way", value, function() return words.get(key) end, "both")
end

local function pauses(app)
    local items = {}
    for i, minutes in ipairs({2, 5, 10, 20}) do
        items[i] = one_of(app, "ask_after", minutes, function() return words.get("minutes", minutes) end, 10)
    end
    return items
end

local function settings(app, guard)
    local entries = {
        switch("remind_me", app, "reminder", false),
        switch("word_opens_meaning", app, "word_opens_meaning", true),
        {text_func = function() return words.get("cards_show_first") end, sub_item_table = {
            way("cards_term", app, "term"),
            way("cards_meaning", app, "meaning"),
            way("cards_both", app, "both"),
        }},
        switch("shared_device", app, "shared", false),
        {text_func = function() return words.get("ask_after") end, sub_item_table = pauses(app),
         enabled_func = function() return app:setting("shared") == true end},
        entry("my_pin", guard(function() who.set_my_pin(app) end)),
        entry("teachers_pin", guard(function() who.set_teachers_pin(app) end)),
    }
    if app.has_touch then
        table.insert(entries, 1, switch("tap_opens_quiz", app, "tap_opens_quiz", true))
    end
    return entries
end

local function results(app, guard)
    local items = {
        entry("my_results", guard(function() app:results() end)),
        entry("export_mine", guard(function() app:export({app.store:data()}) end)),
        entry("export_all", guard(function() app:export_all() end), true),
        entry("show_mine", guard(function() codes.mine(app) end)),
        entry("show_all", guard(function() codes.everybody(app) end), true),
        entry("class_table", guard(function() app:class_table() end), true),
        entry("test_again", guard(function() app:allow_again() end)),
        entry("delete_mine", guard(function() app:delete_mine() end)),
        entry("delete_all", guard(function() app:delete_all() end)),
    }
    if app.book and not app.store:test() then
        table.insert(items, 7, entry("start_test", guard(function() app:start_test() end)))
    end
    return items
end

local function reading(app, guard)
    return {
        text_func = function() return words.get("who", app:pupil_name()) end,
        callback = guard(function() app:change_pupil() end),
    }
end

-- What there is while a test is going on: its quizzes, where its book is open, and the teacher's way out.
local function items_of_test(app, guard)
    local title = app.store:test().title
    local items = {{text_func = function() return words.get("test_now", title) end, enabled_func = function() return false end}}
    if app.book then
        items[2] = entry("quizzes_of_book", guard(function() app:all_quizzes() end))
        items[3] = entry("go_on", guard(function() app:go_on() end), true)
    end
    items[#items + 1] = reading(app, guard)
    items[#items + 1] = entry("my_results", guard(function() app:results() end))
    items[#items + 1] = entry("end_test", guard(function() app:end_test() end))
    return items
end

-- The entries; those about a book only while one is open. Ten of them fill a small screen.
function menu.items(app, guard)
    if test_mode.is_barred(app) then
        return items_of_test(app, guard)
    end
    local items = {}
    if app.book then
        items = {
            entry("quizzes_of_book", guard(function() app:all_quizzes() end)),
            entry("quiz_of_chapter", guard(function() app:chapter_quiz() end)),
            entry("go_on", guard(function() app:go_on() end), true),
            entry("flash_cards", guard(function() app:flash_cards() end)),
            entry("look_up", guard(function() app:look_up() end)),
            entry("whole_glossary", guard(function() app:show_glossary() end), true),
        }
    end
    items[#items + 1] = {
        text_func = function() return app.queue:label() end,
        callback = guard(function() app:review() end),
        separator = true,
    }
    items[#items + 1] = reading(app, guard)
    items[#items + 1] = {text_func = function() return words.get("results") end, sub_item_table = results(app, guard)}
    items[#items + 1] = app.store:test() and entry("end_test", guard(function() app:end_test() end)) or nil
    items[#items + 1] = {text_func = function() return words.get("settings") end, sub_item_table = settings(app, guard)}
    return items
end

return menu
