-- The plugin's menu and actions against KOReader's stubs: lists, results, flash cards, the reminder, deleting.
local check = require("check")
local files = require("files")
local reader = require("reader")
local stubs = require("stubs")

local test = check.test
local first = reader.first_quiz

test("the list, the chapter's quiz and results", function()
    local plugin = reader.with_pupil(STUDENT_BOOK)
    plugin:onHornbookQuizzes()
    check.equal(#stubs.top().item_table, 3)
    check.equal(stubs.top().item_table[1].mandatory, "questions: 7")
    stubs.top().item_table[2].callback()
    check.contains(stubs.top().title, "1 of ")
    stubs.clear()
    plugin:onHornbookChapterQuiz()
    check.contains(stubs.top().title, "1 of 7")
    stubs.clear()
    plugin:onHornbookResults()
    check.contains(stubs.top().text, "Reading: 7")
    stubs.tap("Export")
    check.contains(stubs.top().text, "no results")
end)

test("export", function()
    local plugin, ui = reader.with_pupil(STUDENT_BOOK)
    reader.tap_link(ui, "#_doc_fragment_3_ " .. first)
    reader.answer(plugin:app().book:quizzes().quizzes[1].questions[1], first .. "-what-were-the-engineers-from-the-donbass-accused-of--a")
    stubs.tap("Check")
    stubs.clear()
    plugin:app():export_all()
    check.contains(stubs.top().text, "/home/hornbook-results")
    local written = 0
    for path, content in pairs(stubs.saved) do
        if path:match("^/home/hornbook%-results/.*json$") then
            written = written + 1
            check.equal(files.decode(content).pupil, 7)
        end
    end
    check.equal(written, 1)
end)

test("flash cards and the glossary", function()
    local plugin = reader.with_pupil(STUDENT_BOOK)
    plugin:onHornbookFlashCards()
    for i = 1, 12 do
        stubs.tap("Turn over")
        stubs.tap(i % 2 == 0 and "I knew it" or "Not yet")
    end
    check.contains(stubs.top().text, "Known: 6 of 12")
    check.contains(stubs.top().text, "Nearly known: 6\nStill learning: 6\nNew words: ")
    stubs.clear()
    plugin:onHornbookLookUp()
    stubs.type("secret police")
    check.contains(stubs.top().title, "NKVD")
    stubs.clear()
    plugin:onHornbookLookUp()
    stubs.type("zebra")
    check.contains(stubs.top().text, "not in the glossary")
end)

-- Every entry of the menu can be touched without a fault.
local function touch_all(items)
    for _, item in ipairs(items) do
        check.that(#item.text_func() > 0)
        if item.checked_func then
            local before = item.checked_func()
            item.callback()
            check.that(item.radio or item.checked_func() ~= before)
        elseif item.sub_item_table then
            touch_all(item.sub_item_table)
        else
            item.callback()
        end
        stubs.clear()
    end
end

test("the menu, with a book and without", function()
    reader.with_pupil(STUDENT_BOOK)
    local items = stubs.menu_items.hornbook.sub_item_table_func()
    check.equal(#items, 10, "one page of a small screen")
    touch_all(items)
    reader.Hornbook:new{ui = {menu = {registerToMainMenu = function(_, plugin) plugin:addToMainMenu(stubs.menu_items) end}}}:init()
    items = stubs.menu_items.hornbook.sub_item_table_func()
    check.equal(#items, 4)
    touch_all(items)
end)

test("the plugin knows its version, which is Hornbook's", function()
    local plugin = reader.with_pupil(STUDENT_BOOK)
    local here = arg[0]:match("^(.*)/") or "."
    local hornbook = files.read(here .. "/../../CMakeLists.txt"):match("project%(hornbook VERSION ([%d.]+)")
    check.equal(plugin:app().version, hornbook)
end)

test("Hornbook stands first in KOReader's Tools, once", function()
    reader.open_book(STUDENT_BOOK)
    reader.open_book(STUDENT_BOOK)
    check.equal(stubs.menu_orders.reader.tools, {"hornbook", "read_timer", "more_tools"})
    check.equal(stubs.menu_orders.filemanager.tools[1], "hornbook")
    check.equal(stubs.menu_items.hornbook.sorting_hint, "tools")
end)

test("without a book, or in one without quizzes, the plugin says which it is", function()
    reader.with_pupil(STUDENT_BOOK)
    local without = reader.Hornbook:new{ui = {menu = {registerToMainMenu = function() end}}}
    for _, action in ipairs({"Quizzes", "ChapterQuiz", "Continue", "FlashCards", "LookUp", "Results"}) do
        stubs.clear()
        without["onHornbook" .. action](without)
        check.contains(stubs.top() and stubs.top().text or "", "No book is open.")
    end
    local plugin = reader.open_book("/nowhere")
    for action, words in pairs({Quizzes = "no Hornbook quizzes", Results = "no Hornbook quizzes", LookUp = "no glossary"}) do
        stubs.clear()
        plugin["onHornbook" .. action](plugin)
        check.contains(stubs.top().text, words)
    end
end)

test("a reminder at the end of a chapter, when it is wanted", function()
    local plugin, ui = reader.with_pupil(STUDENT_BOOK)
    local function turn_to(fragment)
        ui.document.at = "/body[1]/DocFragment[" .. fragment .. "]/body[1]/p[1]/text()[1].0"
        plugin:onPageUpdate(1)
    end
    stubs.preferences.hornbook_reminder = nil
    turn_to(4)
    turn_to(5)
    check.equal(#stubs.shown, 0)
    plugin:app():set_setting("reminder", true)
    turn_to(4)
    check.equal(#stubs.shown, 0)
    turn_to(5)
    check.contains(stubs.top().text, "has a quiz")
    stubs.top().ok_callback()
    check.contains(stubs.top().title, "1 of 7")
end)

test("actions for gestures and keys", function()
    local count = 0
    for name, action in pairs(stubs.actions) do
        count = count + 1
        check.equal(type(reader.Hornbook["on" .. action.event]), "function", name)
    end
    check.equal(count, 7)
end)

test("deleting", function()
    local plugin, ui = reader.with_pupil(STUDENT_BOOK)
    reader.tap_link(ui, "#_doc_fragment_3_ " .. first)
    stubs.clear()
    plugin:app():delete_mine()
    check.contains(stubs.top().text, "7")
    stubs.top().ok_callback()
    check.that(not plugin:app().store:has_pupil())
    plugin:onCloseDocument()
end)

test("with the book its windows close", function()
    local plugin, ui = reader.with_pupil(STUDENT_BOOK)
    stubs.clear()
    reader.tap_link(ui, "#_doc_fragment_3_ " .. first)
    check.equal(#stubs.shown, 1)
    plugin:onCloseDocument()
    check.equal(#stubs.shown, 0)
end)
