-- Glossary words on the page: a tap shows the meaning in KOReader's dictionary window, a word that is held is found there, too.
local check = require("check")
local reader = require("reader")
local stubs = require("stubs")

local test = check.test
local chapter = 3  -- the file of the first chapter in the spine, from 0
local from = "/body[1]/DocFragment[4]/body[1]/section[1]/p[2]/a[1]/text()[1].0"
local link_to_word = "#_doc_fragment_3_ g-ussr"

local function fragment_of(plugin, file)
    for i, name in ipairs(plugin:app().book:spine()) do
        if name == file then
            return i - 1
        end
    end
end

test("a tap on a glossary word shows its meaning, and a button there follows the link", function()
    local plugin, ui = reader.open_book(STUDENT_BOOK)
    check.equal(fragment_of(plugin, "01-before-1934.xhtml"), chapter)
    reader.tap_link(ui, link_to_word, from)
    local window = stubs.top()
    check.that(window and window.dictionary)
    check.equal(window.results[1].word, "USSR")
    check.equal(window.results[1].dict, "Glossary of this book")
    check.contains(window.results[1].definition, "Union of Soviet Socialist Republics")
    check.equal(ui.followed, {})
    window.follow()
    check.equal(ui.followed, {link_to_word})
    check.equal(#stubs.shown, 1)
end)

test("a link from a note to the glossary, and one within the glossary, lead there", function()
    local plugin, ui = reader.open_book(STUDENT_BOOK)
    local glossary = fragment_of(plugin, "glossary.xhtml")
    local home = "#_doc_fragment_" .. glossary .. "_ g-ussr"
    reader.tap_link(ui, home, from)
    reader.tap_link(ui, home, "/body[1]/DocFragment[" .. (glossary + 1) .. "]/body[1]/dl[1]/dd[1]/a[1]/text()[1].0")
    check.equal(ui.followed, {home, home})
    ui.document.missing = {[link_to_word] = true}
    reader.tap_link(ui, home, from)
    check.that(stubs.top().dictionary, "of a page without notes")
end)

test("a setting leaves glossary words to KOReader", function()
    local plugin, ui = reader.with_pupil(STUDENT_BOOK)
    plugin:app():set_setting("word_opens_meaning", false)
    reader.tap_link(ui, link_to_word, from)
    check.equal(ui.followed, {link_to_word})
    check.equal(#stubs.shown, 0)
end)

test("a word that is held is looked for in the glossary, before other dictionaries", function()
    local _, ui = reader.open_book(STUDENT_BOOK)
    local function hold(word, link)
        stubs.clear()
        ui.dictionary:onLookupWord(word, false, {{x = 1, y = 1, w = 1, h = 1}}, {}, link)
        return stubs.top() and stubs.top().results
    end
    stubs.dictionaries = nil
    check.equal(hold("NKVD,")[1].word, "NKVD")
    check.equal(#hold("NKVD"), 1, "nothing of dictionaries that are not there")
    check.equal(hold("zebra")[1].no_result, true)
    stubs.dictionaries = {archive = {{dict = "Big one", word = "archive", definition = "<b>noun</b>"}}}
    local both = hold("Archive's")
    check.equal(both[1].dict, "Glossary of this book")
    both = hold("archive")
    check.equal({both[1].dict, both[2].dict, #both}, {"Glossary of this book", "Big one", 2})
    check.equal(hold("Lavrenty Beria")[1].word, "Beria", "another name")
    local linked = hold("purged", {xpointer = "#_doc_fragment_3_ g-purge"})
    check.equal({linked[1].dict, #linked}, {"Glossary of this book", 1}, "a form of it within a link")
    stubs.top().follow()
    check.equal(ui.followed, {"#_doc_fragment_3_ g-purge"})
    check.equal(hold("zebra"), nil)
    check.equal(stubs.no_results_for, "zebra")
    stubs.dictionaries = nil
end)

test("signs of markup in a definition are shown as they are", function()
    local _, ui = reader.open_book(STUDENT_BOOK)
    ui.document.spoil = function(name, content)
        return name == "EPUB/glossary.json" and content:gsub('"definition": "Head of', '"definition": "a <b> &amp; Head of', 1) or content
    end
    stubs.dictionaries = {}
    ui.dictionary:onLookupWord("Beria", false, nil, nil, nil)
    check.contains(stubs.top().results[1].definition, "a <b> &amp; Head of")
    stubs.dictionaries = nil
end)

test("a book without a glossary, and a KOReader without a dictionary", function()
    local _, ui = reader.open_book("/nowhere")
    stubs.dictionaries = nil
    ui.dictionary:onLookupWord("NKVD", false)
    check.equal(stubs.top().results[1].no_result, true)
    reader.tap_link(ui, link_to_word, from)
    check.equal(ui.followed, {link_to_word})
    stubs.clear()
    local other = stubs.reader(STUDENT_BOOK)
    other.dictionary = nil
    local plugin = reader.Hornbook:new{ui = other}
    plugin:init()
    plugin:onReaderReady()
    reader.tap_link(other, link_to_word, from)
    check.equal(other.followed, {link_to_word})
end)
