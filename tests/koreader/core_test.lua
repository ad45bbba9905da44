-- The core: data that is not trusted, attempts, what is kept, what leaves the device.
local Attempt = require("hornbook_attempt")
local Store = require("hornbook_store")
local books = require("books")
local check = require("check")
local cards = require("hornbook_cards")
local code = require("hornbook_code")
local export = require("hornbook_export")
local files = require("files")
local json = require("hornbook_json")
local model = require("hornbook_model")
local place = require("hornbook_place")
local pupils = require("hornbook_pupils")
local question_view = require("hornbook_question")
local text = require("hornbook_text")
local words = require("hornbook_words")

local test = check.test

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
    check.equal(why(changed(function(data) data.version = 2 end)), "version")
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
    ["no marks"] = function(q) q.marks = 0 end,
    ["marks that are no number"] = function(q) q.marks = 0 / 0 end,
    ["an id of markup"] = function(q) q.id = "quiz-<b>" end,
    ["a place outside"] = function(q) q.see = "../../etc/passwd" end,
    ["a foreign place"] = function(q) q.href = "https://example.org/" end,
    ["a long text"] = function(q) q.text = ("x"):rep(60000) end,
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
    for i = 3, 60 do
        choices[i] = {id = "quiz-one-a--" .. i, text = "c" .. i, right = false}
    end
    local book = model.read_quizzes(data)
    local _, columns = question_view.buttons(Attempt.open(book, book.quizzes[1], Attempt.fresh(book.quizzes[1], 1)))
    check.that(60 / columns <= 6)
    choices[61] = {id = "quiz-one-a--61", text = "one too many", right = false}
    check.that(model.read_quizzes(data).broken["quiz-one"])
end)

test("size and depth are looked at before decoding", function()
    local function never()
        error("decoded")
    end
    check.equal({model.decode(("["):rep(100000), never)}, {nil, "broken"})
    check.equal({model.decode(("x"):rep(model.most_bytes + 1), never)}, {nil, "broken"})
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
    check.equal(part("/div[2]/ol/li[1]/a/text().0"), {"choice", 2})
    check.equal(part("/div[2]/p[1]/text().0"), {})
    check.equal({place.part_of_quiz("/body/DocFragment[4]/body/section/section[21]/h2", quiz)}, {})
end)

-- ---- attempts ----

local function open(data, number)
    local book = model.read_quizzes(data)
    local quiz = book.quizzes[number]
    local kept = Attempt.fresh(quiz, 1)
    return Attempt.open(book, quiz, kept), kept, book
end

test("no answer is picked beforehand, and none can be checked", function()
    local attempt = open(books.small(), 1)
    check.equal(attempt:answer(), nil)
    check.that(not attempt:is_answered())
    check.equal(attempt:check(), nil)
end)

test("a checked answer stays", function()
    local attempt = open(books.small(), 1)
    attempt:set_answer("quiz-one-a--a")
    attempt:set_answer("quiz-one-a--b")
    check.equal(attempt:check().verdict, "right")
    check.that(not attempt:set_answer("quiz-one-a--a"))
    check.equal(attempt:answer(), "quiz-one-a--b")
end)

test("the score counts what a person does not mark", function()
    local attempt, kept = open(books.small(), 2)
    attempt:go_to_question("quiz-two-f")
    attempt:set_answer({"1938"})
    attempt:check()
    attempt:go_to_question("quiz-two-w")
    attempt:set_answer("Because.")
    attempt:check()
    local summary = attempt:summary()
    check.equal({summary.score, summary.of, summary.by_hand, summary.open, summary.unmarked}, {1, 5, 8, 2, 1})
    attempt:finish()
    check.that(kept.finished)
    check.equal(kept.score, 1)
end)

test("finishing checks what was answered", function()
    local attempt = open(books.small(), 1)
    attempt:set_answer("quiz-one-a--a")
    attempt:finish()
    check.equal(attempt:summary().wrong, 1)
    check.equal(attempt:summary().wrong_ids, {["quiz-one-a"] = true})
end)

test("a hint is noted, and is no answer", function()
    local attempt, kept = open(books.small(), 1)
    attempt:note_hint()
    check.that(not attempt:is_answered())
    attempt:set_answer("quiz-one-a--b")
    check.that(kept.answers["quiz-one-a"].hint)
end)

test("time counts, but not a long pause nor a clock that jumps", function()
    local now = 1000
    local book = model.read_quizzes(books.small())
    local kept = Attempt.fresh(book.quizzes[2], 1)
    local attempt = Attempt.open(book, book.quizzes[2], kept, function() return now end)
    now = 1030
    attempt:go_to(2)
    now = 900000
    attempt:go_to(3)
    now = 5
    attempt:go_to(1)
    check.equal(kept.seconds, 630)
end)

test("a new edition of the book: answers stay by the ids of their questions", function()
    local _, kept = open(books.small(), 2)
    local data = books.small()
    local book = model.read_quizzes(data)
    local attempt = Attempt.open(book, book.quizzes[2], kept)
    attempt:go_to_question("quiz-two-o")
    attempt:set_answer({"quiz-two-o--1", "quiz-two-o--2"})
    attempt:go_to_question("quiz-two-f")
    attempt:set_answer({"1938"})
    attempt:check()
    local questions = data.quizzes[2].questions
    table.remove(questions, 1)                                   -- match is gone
    questions[1].items[1].id = "quiz-two-o--9"                   -- an item was reworded
    questions[#questions + 1] = books.small().quizzes[1].questions[1]
    local newer = model.read_quizzes(data)
    local again = Attempt.open(newer, newer.quizzes[2], kept)
    check.equal(again:count(), 4)
    check.equal(kept.answers["quiz-two-o"], nil, "the unchecked answer that fits no more")
    check.equal(kept.answers["quiz-two-f"].verdict, "right")
    check.equal(again:question().id, "quiz-two-f")
    check.equal(again:summary().of, 4)
end)

-- ---- what is kept ----

test("pupils are numbers or nicknames", function()
    check.equal(pupils.read(" 07 "), 7)
    check.equal(pupils.read("41"), nil)
    check.equal(pupils.read("0"), nil)
    check.equal(pupils.read(" Fox "), "Fox")
    check.equal(pupils.read("Лиса"), "Лиса")
    check.equal(pupils.read(""), nil)
    check.equal(pupils.read("--"), nil)
    check.equal(pupils.read("a\nb"), nil)
    check.equal(pupils.read(("x"):rep(21)), nil)
    check.equal(pupils.key("FOX"), pupils.key("fox"))
    check.that(pupils.key("7th") ~= pupils.key(7))
    check.that(pupils.key("../up"):match("^[a-z0-9-]+$"))
end)

test("attempts go on after a flat battery, and readers are apart", function()
    local disk = books.disk()
    local store = Store.open(disk)
    local book = model.read_quizzes(books.small())
    store:choose_pupil(7)
    local attempt = Attempt.open(book, book.quizzes[1], store:begin(book, book.quizzes[1], "2026-11-24"))
    attempt:set_answer("quiz-one-a--b")
    store:note_place(book, book.quizzes[1])
    store:save()

    local later = Store.open(disk)  -- nothing but what the disk holds
    check.equal(later:pupil(), 7)
    check.equal(later:quiz_to_continue(book).id, "quiz-one")
    check.equal(later:progress(book, book.quizzes[1]).answered, 1)
    later:choose_pupil("Fox")
    check.equal(later:progress(book, book.quizzes[1]).answered, 0)
    check.equal(later:quiz_to_continue(book), nil)
    check.equal(later:data().books[book.book].editions, {}, "looking leaves no trace")
    check.equal(#later:everybody(), 2)
end)

test("best and first, and a retry that counts for neither", function()
    local store = Store.open(books.disk())
    local book = model.read_quizzes(books.small())
    local quiz = book.quizzes[1]
    for _, choice in ipairs({"a", "b", "a"}) do
        local attempt = Attempt.open(book, quiz, store:begin(book, quiz))
        attempt:set_answer("quiz-one-a--" .. choice)
        attempt:finish()
    end
    local retry = Attempt.open(book, quiz, store:begin(book, quiz, nil, {["quiz-one-a"] = true}))
    retry:finish()
    local progress = store:progress(book, quiz)
    check.equal({progress.attempts, progress.first.score, progress.best.score}, {3, 0, 1})
    check.equal(store:open_attempt(book, quiz), nil)
end)

test("delete mine, delete all", function()
    local disk = books.disk()
    local store = Store.open(disk)
    local book = model.read_quizzes(books.small())
    for _, pupil in ipairs({7, "Fox"}) do
        store:choose_pupil(pupil)
        store:begin(book, book.quizzes[1])
        store:save()
    end
    store:delete_mine()
    check.equal(store:has_pupil(), false)
    check.equal(#store:everybody(), 1)
    check.equal(disk.load(pupils.key("Fox")), nil)
    store:delete_all()
    check.equal(#store:everybody(), 0)
    check.equal(disk.names(), {"register"})
end)

test("what the disk holds is not trusted either", function()
    local spoilt = {editions = {student = {quizzes = {q = 1}}}}
    for _, content in ipairs({false, 7, "x", {books = 3}, {books = {x = 4}}, {books = {x = spoilt}}}) do
        local disk = books.disk()
        disk.save("pupil-07", content)
        disk.save("register", content)
        local store = Store.open(disk)
        store:choose_pupil(7)
        local book = model.read_quizzes(books.small())
        check.equal(store:progress(book, book.quizzes[1]).attempts, 0)
    end
end)

test("a test is recorded without marks and sealed once handed in", function()
    local store = Store.open(books.disk())
    local book = model.read_quizzes(books.small("test"))
    local quiz = book.quizzes[2]
    check.that(not book.graded)
    store:choose_pupil(12)
    local kept = store:begin(book, quiz)
    local attempt = Attempt.open(book, quiz, kept)
    attempt:go_to_question("quiz-two-f")
    attempt:set_answer({"1937"})
    check.equal(attempt:check(), nil)
    attempt:set_answer({"1938"})
    attempt:finish()
    check.that(kept.sealed)
    check.that(not attempt:set_answer({"1939"}))
    check.equal(kept.answers["quiz-two-f"], {kind = "fill", answer = {"1938"}})
    check.equal(store:open_attempt(book, quiz), kept)
    check.that(store:progress(book, quiz).sealed)
end)

-- ---- flash cards ----

test("boxes", function()
    local entries = model.read_glossary(books.glossary()).entries
    local state = cards.state(nil)
    local round = cards.begin(state, entries, {"term", "meaning"})
    check.equal(#round, 6)
    for i, card in ipairs(round) do
        cards.answer(state, card, i > 1)
    end
    check.equal(cards.count(state, entries, {"term", "meaning"}), {[0] = 0, 1, 5, 0, 0, 0})
    local due = {1, 5, 2, 1, 1}  -- box 1 comes again at once, box 2 after two rounds, box 3 after four
    for i, expected in ipairs(due) do
        round = cards.begin(state, entries, {"term", "meaning"})
        check.equal(#round, expected, "round " .. i + 1)
        for _, card in ipairs(round) do
            cards.answer(state, card, card.entry.id ~= "g-raven" or card.way == "term")
        end
    end
end)

test("when no card is due, the rounds till one is are skipped", function()
    local entries = {{id = "g-a", definition = "x", also = {}}}
    local state = cards.state({round = 3, boxes = {["g-a|term"] = {box = 5, due = 17}}})
    check.equal(#cards.begin(state, entries, {"term"}), 1)
    check.equal(state.round, 17)
    check.equal(cards.state({round = 1, boxes = {x = 3, y = {box = "a"}}}), {round = 1, boxes = {}})
end)

test("looking a word up", function()
    local entries = model.read_glossary(books.glossary()).entries
    local function fold(s)
        return text.fold(s, "en")
    end
    check.equal(cards.find(entries, "nkvd", fold)[1].id, "g-nkvd")
    check.equal(cards.find(entries, "SECRET police", fold)[1].id, "g-nkvd")
    check.equal(#cards.find(entries, "", fold), 0)
    check.equal(#cards.find(entries, "zebra", fold), 0)
end)

-- ---- what leaves the device ----

test("the check code", function()
    local digits = code.make("urn:uuid:1", "quiz-one", 7, {score = 7.5, of = 9})
    check.equal(digits:sub(5, 9), "07083")
    check.that(code.is_right(digits))
    for at = 1, 11 do
        for digit = 0, 9 do
            local other = digits:sub(1, at - 1) .. digit .. digits:sub(at + 1)
            check.that(other == digits or not code.is_right(other), other)
        end
        if at < 11 then
            local turned = digits:sub(1, at - 1) .. digits:sub(at + 1, at + 1) .. digits:sub(at, at) .. digits:sub(at + 2)
            check.that(turned == digits or not code.is_right(turned), turned)
        end
    end
    check.equal(code.make("b", "q", "Fox", {answered = 3}):sub(5, 9), "00903")
    check.equal(code.make("b", "q", nil, {score = 0, of = 0}):sub(5, 9), "00000")
    check.equal(code.show("12345678901"), "1234 56 789 01")
end)

test("cells that a spreadsheet would run", function()
    check.equal(export.cell('=HYPERLINK("x")'), '"\'=HYPERLINK(""x"")"')
    check.equal(export.cell(" +1"), '"\' +1"')
    check.equal(export.cell("-2"), '"\'-2"')
    check.equal(export.cell("@x"), '"\'@x"')
    check.equal(export.cell("\tx"), '"\'\tx"')
    check.equal(export.cell("＝1"), '"\'＝1"')
    check.equal(export.cell("a=b"), '"a=b"')
    check.equal(export.cell(nil), '""')
end)

test("JSON", function()
    local written = json.write(json.object({{"a", 'x"\\\n\1'}, {"b", nil}, {"c", {1, 2.5, true, json.null}}, {"d", {}}}))
    check.equal(written, '{\n "a": "x\\"\\\\\\n\\u0001",\n "c": [\n  1,\n  2.5,\n  true,\n  null\n ],\n "d": []\n}\n')
end)

test("every language has every word, with the same blanks", function()
    local english = require("hornbook_words_en")
    for _, language in ipairs(words.languages) do
        local theirs = require("hornbook_words_" .. language)
        for key, pattern in pairs(english) do
            local own, other = {}, {}
            for blank in pattern:gmatch("%%%d") do
                own[blank] = true
            end
            for blank in (theirs[key] or ""):gmatch("%%%d") do
                other[blank] = true
            end
            check.equal(other, own, language .. "." .. key)
        end
        for key in pairs(theirs) do
            check.that(english[key] or key == "decimal_mark" or key == "right_to_left", language .. "." .. key)
        end
    end
    words.use("de_DE")
    check.equal(words.get("score", 2.5, 3), "Ergebnis: 2,5 von 3")
    words.use("ar")
    check.equal(words.backward("back"):sub(1, #"▸"), "▸")
    words.use("xx")
    check.equal(words.forward("next"), "Next ▸")
    check.equal(words.get("score", 2.5, 3), "Score: 2.5 of 3")
    words.use(nil)
end)
