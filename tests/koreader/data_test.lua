-- The book's data, which is not trusted, and the places of the book.
local Attempt = require("hornbook_attempt")
local books = require("books")
local check = require("check")
local files = require("files")
local model = require("hornbook_model")
local place = require("hornbook_place")
local question_view = require("hornbook_question")

local test = check.test
local here = arg[0]:match("^(.*)/") or "."

-- ---- data ----

local function changed(change)
    local data = books.small()
    change(data)
    return data
end

test("a sound book is read", function()
    local book = model.read_quizzes(books.small())
    check.equal(#book.quizzes, 2)
    check.equal(book.places["quiz-one-a--b"].question, 1)
    check.that(book.graded)
end)

test("another file, another version and no quizzes are told apart", function()
    local function why(data)
        local _, reason = model.read_quizzes(data)
        return reason
    end
    check.equal(why({}), "foreign")
    check.equal(why("text"), "foreign")
    check.equal(why(changed(function(data) data.version = 3 end)), "version")
    check.equal(why(changed(function(data) data.quizzes = {} end)), "broken")
    check.equal(why(changed(function(data) data.quizzes = files.null end)), "broken")
    check.equal(why(changed(function(data) data.edition = "leaked" end)), "broken")
end)

-- Each fault drops its own quiz and no other.
local faults = {
    kind = function(q) q.kind = "guess" end,
    ["kind of a list"] = function(q) q.kind = {} end,
    ["no choices"] = function(q) q.choices = nil end,
    ["a hole"] = function(q) q.choices = {[1] = q.choices[1], [3] = q.choices[2]} end,
    null = function(q) q.text = files.null end,
    ["one choice"] = function(q) q.choices[2] = nil end,
    ["no key"] = function(q) q.choices[1].right = nil end,
    ["the same id twice"] = function(q) q.choices[2].id = q.choices[1].id end,
    ["marks below none"] = function(q) q.marks = -1 end,
    ["marks that are no number"] = function(q) q.marks = 0 / 0 end,
    ["an id of markup"] = function(q) q.id = "quiz-<b>" end,
    ["a place outside"] = function(q) q.see = "../../etc/passwd" end,
    ["a foreign place"] = function(q) q.href = "https://example.org/" end,
    ["a long text"] = function(q) q.text = ("x"):rep(model.most.text + 1) end,
    ["a table for a text"] = function(q) q.hint = {} end,
}
for name, spoil in pairs(faults) do
    test("fault: " .. name, function()
        local book = model.read_quizzes(changed(function(data) spoil(data.quizzes[1].questions[1]) end))
        check.equal(#book.quizzes, 1)
        check.equal(book.quizzes[1].id, "quiz-two")
        check.that(book.broken["quiz-one"])
    end)
end

test("faults of other kinds of question", function()
    local spoilers = {
        function(q) q["quiz-two-m"].lefts[1].right = 3 end,
        function(q) q["quiz-two-m"].lefts[1].right = 0.5 end,
        function(q) q["quiz-two-o"].items[1].position = q["quiz-two-o"].items[2].position end,
        function(q) q["quiz-two-o"].items[1].position = 9 end,
        function(q) q["quiz-two-f"].blanks[1].accepted = {} end,
        function(q) q["quiz-two-f"].blanks[1].accepted[1].high = nil end,
        function(q) q["quiz-two-w"].lines = "many" end,
    }
    for i, spoil in ipairs(spoilers) do
        local book = model.read_quizzes(changed(function(data)
            local by_id = {}
            for _, question in ipairs(data.quizzes[2].questions) do
                by_id[question.id] = question
            end
            spoil(by_id)
        end))
        check.equal(#book.quizzes, 1, "spoiler " .. i)
    end
end)

test("however many parts a question has, its buttons leave room for it", function()
    local data = books.small()
    local choices = data.quizzes[1].questions[1].choices
    for i = 3, 26 do
        choices[i] = {id = "quiz-one-a--" .. i, text = "c" .. i, right = false}
    end
    local book = model.read_quizzes(data)
    local _, columns = question_view.buttons(Attempt.open(book, book.quizzes[1], Attempt.fresh(book.quizzes[1], 1)))
    check.that(26 / columns <= 6)
    choices[27] = {id = "quiz-one-a--27", text = "one too many", right = false}
    check.that(model.read_quizzes(data).broken["quiz-one"])
end)

-- One table of limits, told by the schemas: the builder never makes what the plugin refuses.
test("the plugin takes what the schemas allow", function()
    local quiz = files.read_json(here .. "/../../plugin/quiz-data.schema.json")
    local parts = quiz["$defs"].question.properties
    local bytes_of_letter = 4
    local allowed = {
        quizzes = quiz.properties.quizzes.maxItems, questions = quiz["$defs"].quiz.properties.questions.maxItems,
        choices = parts.choices.maxItems, gaps = parts.blanks.maxItems, pairs = parts.lefts.maxItems, steps = parts.items.maxItems,
        accepted = quiz["$defs"].blank.properties.accepted.maxItems, pictures = parts.pictures.maxItems, marks = parts.marks.maximum,
        text = bytes_of_letter * quiz["$defs"].text.maxLength, name = bytes_of_letter * quiz["$defs"].name.maxLength,
        xhtml = quiz["$defs"].xhtml.maxLength,
    }
    for name, most in pairs(allowed) do
        check.equal(model.most[name], most, name)
    end
    local glossary = files.read_json(here .. "/../../plugin/glossary-data.schema.json")
    check.equal(model.most.entries, glossary.properties.entries.maxItems)
    check.equal(model.most.also, glossary["$defs"].entry.properties.also.maxItems)
end)

test("size and depth are looked at before decoding", function()
    local function never()
        error("decoded")
    end
    check.equal({model.decode(("["):rep(100000), never)}, {nil, "broken"})
    check.equal({model.decode(("x"):rep(model.most.bytes + 1), never)}, {nil, "broken"})
    check.equal({model.decode('"open', never)}, {nil, "broken"})
    check.equal({model.decode(nil, never)}, {nil, "absent"})
    check.that(model.is_shallow('{"a": "[[[[[[[[[[[[[[[[[[\\"[[[[["}'))
    check.equal({model.decode("{]", files.decode)}, {nil, "broken"})
end)

test("a glossary", function()
    local glossary = model.read_glossary(books.glossary())
    check.equal(#glossary.entries, 3)
    local data = books.glossary()
    data.entries[1].term, data.version = {}, 1
    check.equal(#model.read_glossary(data).entries, 2)
    data.version = 9
    check.equal({model.read_glossary(data)}, {nil, "version"})
end)

-- ---- places ----

test("hrefs and KOReader's pointers", function()
    local spine = place.spine('<item id="a" href="a.xhtml"/><item href="b.xhtml" id="b"/><itemref idref="a"/>'
        .. '<itemref idref="b" linear="no"/><itemref idref="c"/>')
    check.equal(spine, {"a.xhtml", "b.xhtml", ""})
    check.equal(place.pointer(spine, "b.xhtml#x"), "#_doc_fragment_1_ x")
    check.equal(place.pointer(spine, "b.xhtml"), "/body/DocFragment[2]")
    check.equal(place.pointer(spine, "z.xhtml#x"), nil)
    check.equal(place.file_at(spine, "/body/DocFragment[2]/body/p/text().0"), "b.xhtml")
    check.equal(place.file_at(spine, "/body[1]/DocFragment[2]/body[1]/p[1]/text()[1].0"), "b.xhtml")
    check.equal(place.file_at({"only.xhtml"}, "/body/DocFragment/body/p/text().0"), "only.xhtml")
    check.equal(place.file_at(spine, "nonsense"), nil)
end)

test("which links ask for a quiz", function()
    check.equal(place.asked_for("#_doc_fragment_3_ quiz-one"), "quiz-one")
    check.equal(place.asked_for("#_doc_fragment_3_ feedback-quiz-one-a--b"), "quiz-one-a--b")
    check.equal(place.asked_for("#_doc_fragment_3_ hint-quiz-one-a"), nil)
    check.equal(place.asked_for("https://example.org/#quiz-one"), nil)
    check.equal(place.asked_for(nil), nil)
end)

test("what of a quiz lies under a finger", function()
    local quiz = "/body/DocFragment[4]/body/section/section[2]"
    local function part(rest)
        return {place.part_of_quiz(quiz .. rest, quiz)}
    end
    check.equal(part("/h2/text().3"), {"title"})
    check.equal(part("/div[3]/h3/text().3"), {"question", 3})
    check.equal(part("/div/h3/span/text().3"), {"question", 1})
    check.equal(part("/div[1]/h3[1]/span[1]/text()[1].3"), {"question", 1})
    check.equal(part("/h2[1]/text()[1].3"), {"title"})
    check.equal(part("/div[2]/ol/li[1]/a/text().0"), {"choice", 2})
    check.equal(part("/div[2]/p[1]/text().0"), {})
    check.equal({place.part_of_quiz("/body/DocFragment[4]/body/section/section[21]/h2", quiz)}, {})
end)

test("past Z letters go on as lists of HTML do", function()
    check.equal(question_view.letter(26), "Z")
    check.equal(question_view.letter(27), "AA")
    check.equal(question_view.letter(702), "ZZ")
    check.equal(question_view.letter(703), "AAA")
end)
