-- The plugin's entry in KOReader's menu.
local words = require("hornbook_words")

local menu = {}

local function entry(key, run, separator)
    return {text_func = function() return words.get(key) end, callback = run, keep_menu_open = false, separator = separator}
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
        callback = function() app:set_setting(setting, not is_on()) end,
    }
end

local function way(key, app, value)
    return {
        text_func = function() return words.get(key) end,
        radio = true,
        checked_func = function() return (app:setting("cards_way") or "both") == value end,
        callback = function() app:set_setting("cards_way", value) end,
    }
end

local function settings(app)
    local entries = {
        switch("remind_me", app, "reminder", false),
        {text_func = function() return words.get("cards_show_first") end, sub_item_table = {
            way("cards_term", app, "term"),
            way("cards_meaning", app, "meaning"),
            way("cards_both", app, "both"),
        }},
    }
    if app.has_touch then
        table.insert(entries, 1, switch("tap_opens_quiz", app, "tap_opens_quiz", true))
    end
    return entries
end

local function results(app, guard)
    return {
        entry("my_results", guard(function() app:results() end)),
        entry("export_mine", guard(function() app:export({app.store:data()}) end)),
        entry("export_all", guard(function() app:export_all() end), true),
        entry("delete_mine", guard(function() app:delete_mine() end)),
        entry("delete_all", guard(function() app:delete_all() end)),
    }
end

-- The entries; those about a book only while one is open.
function menu.items(app, guard)
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
        text_func = function() return words.get("who", app:pupil_name()) end,
        callback = guard(function() app:choose_pupil(function() end) end),
    }
    items[#items + 1] = {text_func = function() return words.get("results") end, sub_item_table = results(app, guard)}
    items[#items + 1] = {text_func = function() return words.get("settings") end, sub_item_table = settings(app)}
    return items
end

return menu
