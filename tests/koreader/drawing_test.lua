-- Questions that hold more than plain words: tables, pictures, stress and scripts are drawn in the question's window; where KOReader
-- cannot draw them, the text stands there and the page is a tap away.
local reader = require("reader")  -- the first, since it puts KOReader's stubs in place
local Attempt = require("hornbook_attempt")
local books = require("books")
local check = require("check")
local files = require("files")
local model = require("hornbook_model")
local prose = require("hornbook_prose")
local question_view = require("hornbook_question")
local stubs = require("stubs")
local xhtml = require("hornbook_xhtml")

local test = check.test
local first = reader.first_quiz
local picture = "pictures/" .. files.list(STUDENT_BOOK .. "/EPUB/pictures", "%a+")[1]:match("[^/]+$")
local table_of_rain = "<table><thead><tr><th>year</th></tr></thead><tbody><tr><td>1934</td></tr></tbody></table>"

-- The book whose first question is changed.
local function open_changed(change)
    local plugin, ui = reader.with_pupil(STUDENT_BOOK)
    local data = files.read_json(STUDENT_BOOK .. "/EPUB/quiz.json")
    data.version = 2
    change(data.quizzes[1].questions[1], data)
    ui.document.spoil = function(name, content)
        return name == "EPUB/quiz.json" and "{}" or content
    end
    package.loaded.rapidjson.decode = function() return data end
    reader.tap_link(ui, "#_doc_fragment_3_ " .. first)
    package.loaded.rapidjson.decode = files.decode
    return plugin, ui
end

local function with_table(question)
    question.body, question.page, question.xhtml = "year\n1934", true, {body = table_of_rain}
end

local function drawn()
    return stubs.top().scroll_widget.html_body
end

local function pictures_kept()
    local count = 0
    for path in pairs(stubs.saved) do
        count = count + (path:find("hornbook-pictures", 1, true) and 1 or 0)
    end
    return count
end

test("XHTML is taken when it is well-formed and holds nothing that runs, leads out or styles", function()
    for _, sound in ipairs({"plain &amp; simple", "<p>a<br/>b</p>", '<img src="pictures/a.png" alt="x"/>', '<td colspan="2">a</td>'}) do
        check.that(xhtml.is_sound(sound), sound)
    end
    local faults = {"<p>", "</p>", "<p></b></p>", "<script>x</script>", '<p onclick="x">a</p>', '<p style="x">a</p>', "a < b", "a > b",
                    "<p",
                    '<img src="http://x/a.png" alt=""/>', '<img src="../a.png" alt=""/>', '<img src="/etc/a.png" alt=""/>', "<!-- a -->",
                    '<a href="x">a</a>', '<p lang=x>a</p>', ("<b>"):rep(60) .. ("</b>"):rep(60)}
    for _, fault in ipairs(faults) do
        check.that(not xhtml.is_sound(fault), fault)
    end
end)

test("what is not sound is left out, and its text stays", function()
    local data = books.small()
    data.version = 2
    local question = data.quizzes[1].questions[1]
    question.xhtml = {text = "<b>When?</b>", body = "<script>x</script>", hint = 7}
    question.choices[1].xhtml, question.choices[2].xhtml = {text = "<i>1929</i>", feedback = "<b>"}, "none"
    local read = model.read_quizzes(data).quizzes[1].questions[1]
    check.equal(read.xhtml, {text = "<b>When?</b>"})
    check.equal(read.choices[1].xhtml, {text = "<i>1929</i>"})
    check.equal(read.choices[2].xhtml, nil)
    check.equal(model.read_kept_question(read), read, "a copy is read again")
end)

test("a test edition takes no XHTML of a key", function()
    local data = books.small("test")
    data.quizzes[1].questions[1].xhtml = {text = "<b>When?</b>", feedback = "<b>Never</b>", key = "<b>x</b>"}
    data.quizzes[1].questions[1].choices[1].xhtml = {text = "<i>1929</i>", feedback = "<b>No</b>"}
    local read = model.read_quizzes(data).quizzes[1].questions[1]
    check.equal(read.xhtml, {text = "<b>When?</b>"})
    check.equal(read.choices[1].xhtml, {text = "<i>1929</i>"})
end)

test("prose in two forms", function()
    local piece = {text = "x^n", xhtml = "x<sup>n</sup>"}
    check.equal(prose.join("A.  ", "a < b"), "A.  a < b")
    check.equal(prose.join("a & ", piece), {text = "a & x^n", xhtml = "a &amp; x<sup>n</sup>"})
    local filled = prose.fill(function(sign) return "Right: " .. sign .. "!" end, piece)
    check.equal(filled, {text = "Right: x^n!", xhtml = "Right: x<sup>n</sup>!"})
    check.equal(prose.xhtml({"plain", "", "alone"}), nil)
    check.equal(prose.xhtml({prose.strong("Why?"), "", piece, "     within\nnext"}),
                '<p class=""><b>Why?</b></p>\n<div class="apart">x<sup>n</sup></div>\n<p class=" within">within</p>\n<p class="">next</p>')
end)

test("a table is drawn in the question's window, as large as it fits", function()
    open_changed(with_table)
    check.contains(drawn(), table_of_rain)
    check.contains(drawn(), "<b>What were the engineers")
    check.that(not stubs.has_button("See the page"))
    check.that(stubs.top().scroll_widget.default_font_size > 20)
    stubs.tap("Spoiling work")
    stubs.tap("Check")
    check.contains(drawn(), "Your answer: Spoiling work")
    check.contains(drawn(), table_of_rain)
end)

test("the text stands there where KOReader has no such widget, or it fails", function()
    stubs.drawing_fails = true
    open_changed(with_table)
    stubs.drawing_fails = nil
    check.equal(stubs.top().scroll_widget.html_body, nil)
    check.contains(stubs.top().text, "1934")
    check.that(stubs.has_button("See the page"))
    check.equal(#stubs.shown, 1)
    stubs.tap("Next")
    stubs.tap("Back")
    check.that(stubs.has_button("See the page"), "it is not tried again and again")
    question_view.use_drawing(function() return false end)
    open_changed(function(question) question.page = true end)
    check.that(stubs.has_button("See the page"))
end)

test("choices that no button can draw stand in the text, their buttons have letters", function()
    open_changed(function(question)
        for _, choice in ipairs(question.choices) do
            choice.xhtml = {text = "x<sup>n</sup>", feedback = "<p>that <em>is</em> it</p>"}
        end
    end)
    check.contains(drawn(), "D.  x<sup>n</sup>")
    stubs.tap("○ D")
    stubs.tap("Check")
    check.contains(drawn(), "Your answer: D.  x<sup>n</sup>")
    check.contains(drawn(), "<p>that <em>is</em> it</p>")
end)

test("partners of a match are drawn where they are chosen", function()
    local plugin = open_changed(function(_, data)
        for _, question in ipairs(data.quizzes[1].questions) do
            if question.kind == "match" then
                question.xhtml = {rights = {}}
                for i in ipairs(question.rights) do
                    question.xhtml.rights[i] = i == 1 and "<i>first</i>" or ""
                end
            end
        end
    end)
    local app = plugin:app()
    local question = reader.open_at(app, app.book:quizzes().quizzes[1], "match")
    check.contains(drawn(), "A.  <i>first</i>")
    check.contains(drawn(), "B.  " .. question.rights[2])
    stubs.tap("1. ")
    check.contains(drawn(), "A.  <i>first</i>")
    stubs.tap("A")
    check.equal(app.player.attempt:answer()[1], 0)
end)

test("where all runs from right to left, a table begins on the right", function()
    local row = '<tr><th>a</th><td colspan="2"><b>b</b></td><td>c</td></tr>'
    local turned = '<tr><td>c</td><td colspan="2"><b>b</b></td><th>a</th></tr>'
    check.equal(xhtml.with_rows_turned("<table>" .. row .. "</table>"), "<table>" .. turned .. "</table>")
    local nested = "<tr><td><table>" .. row .. "</table></td></tr>"
    check.equal(xhtml.with_rows_turned(nested), nested)
    open_changed(function(question, data)
        question.body, question.xhtml, data.direction = "a | b", {body = "<table>" .. row .. "</table>"}, "rtl"
    end)
    check.contains(drawn(), '<div dir="rtl" class="turned">')
    check.contains(drawn(), "<tr><td>c</td>")
end)

local function with_picture(question)
    question.pictures, question.page = {{href = picture, alt = "A map"}}, true
    question.xhtml = {body = '<p><img src="' .. picture .. '" alt="A map"/></p>'}
end

test("pictures lie in a folder as long as the page is open", function()
    local _, ui = open_changed(with_picture)
    check.contains(drawn(), '<img src="' .. picture:gsub("/", "-") .. '"')
    check.equal(pictures_kept(), 1)
    check.that(not drawn():find("Picture: ", 1, true), "its words are not said beside it")
    check.that(stubs.has_button("See the page"), "it is larger there")
    stubs.tap("Next")
    check.equal(pictures_kept(), 0)
    stubs.tap("Back")
    check.equal(pictures_kept(), 1)
    stubs.top():onClose()
    check.equal(pictures_kept(), 0)
    check.equal(ui.document.opened[#ui.document.opened], "EPUB/" .. picture)
end)

test("a picture that is not there is said in words", function()
    open_changed(function(question)
        with_picture(question)
        question.xhtml.body = '<p><img src="pictures/gone.png" alt="A map"/></p>'
    end)
    check.contains(drawn(), "[A map]")
    check.equal(pictures_kept(), 0)
end)

test("code and Latin paragraphs keep their last bracket where lines run from right to left", function()
    local mark = "\226\128\142"
    check.equal(xhtml.with_latin_held('<p class="">C.  print("a")</p>'), '<p class="">C.  print("a")' .. mark .. "</p>")
    check.equal(xhtml.with_latin_held("<p>قل <code>f(x)</code>!</p>"), "<p>قل <code>" .. mark .. "f(x)" .. mark .. "</code>!</p>")
    for _, other in ipairs({"<p>كلمة (DNA)</p>", "<p>―――――</p>", "<p><b>12.</b></p>"}) do
        check.equal(xhtml.with_latin_held(other), other)
    end
end)

test("page keys turn the pages of what is drawn, then go to the next question", function()
    stubs.has_keys = true
    open_changed(function(question)
        question.body, question.xhtml = "long", {body = "<p>" .. ("many words "):rep(300) .. "</p>"}
    end)
    check.equal(stubs.top().scroll_widget.default_font_size, 20)
    local pages = stubs.top().scroll_widget.htmlbox_widget.page_count
    check.that(pages > 1)
    for _ = 2, pages do
        stubs.key(1)
        check.contains(stubs.top().title, "1 of 7")
    end
    stubs.key(1)
    check.contains(stubs.top().title, "2 of 7")
    stubs.has_keys = false
end)

test("a hint with a list and stress is a page", function()
    open_changed(function(question)
        question.hint, question.xhtml = "no", {hint = "<p>Think of <b>coal</b>.</p>"}
    end)
    stubs.tap("Hint")
    check.contains(drawn(), "<b>coal</b>")
    stubs.tap("Close")
    check.contains(stubs.top().title, "1 of 7")
end)

test("what only the page shows leads there even where the rest is drawn", function()
    open_changed(function(question)
        with_table(question)
        question.page_only = true
    end)
    check.contains(drawn(), table_of_rain)
    check.that(stubs.has_button("See the page"))
end)

test("gaps in what is drawn have their numbers, and the next ones count on", function()
    local data = books.small()
    local question = data.quizzes[2].questions[3]
    question.text, question.body = "One ____.", "Two ____."
    question.blanks[2] = question.blanks[1]
    local book = model.read_quizzes(data)
    local attempt = Attempt.open(book, book.quizzes[2], Attempt.fresh(book.quizzes[2], 1))
    attempt:go_to(3)
    local page = prose.plain(question_view.open_page(attempt))
    check.contains(page, "One (1)____.")
    check.contains(page, "Two (2)____.")
end)

test("marks of lists that run from right to left stand as words", function()
    local list = '<ul><li>a<ol start="3"><li>b</li> <li value="7"><p>c</p></li></ol></li> <li>d</li></ul>'
    check.equal(xhtml.with_marks_typed(list),
                '<ul><li>• a<ol start="3"><li>3. b</li> <li><p>7. c</p></li></ol></li> <li>• d</li></ul>')
    check.equal(xhtml.with_marks_typed("<p>plain</p>"), "<p>plain</p>")
end)
