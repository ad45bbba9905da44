-- What the menu, gestures and taps do: open quizzes, go on with one, results, flash cards, who is reading, export.
-- parts: screen, store, disk, book (hornbook_book or nil), has_document, has_touch, version, jump(href, back_again), opened(),
-- clock(), day(), decode(json), hash(text), note_setting(name, value).
local Attempt = require("hornbook_attempt")
local Player = require("hornbook_player")
local Queue = require("hornbook_review_app")
local code = require("hornbook_code")
local codes = require("hornbook_codes")
local export = require("hornbook_export")
local glossary_app = require("hornbook_glossary_app")
local place = require("hornbook_place")
local results_app = require("hornbook_results_app")
local test_mode = require("hornbook_test_mode")
local who = require("hornbook_who")
local words = require("hornbook_words")

local App = {}
App.__index = App

-- Two more of the parts are the queue's: path (of the open book's file, or nil) and exists(path).
function App.of(parts)
    local self = setmetatable(parts, App)
    self.queue = Queue.of(self)
    return self
end

-- The book's quizzes, or nil after telling why there are none. quiet: tells only of a book that is Hornbook's.
function App:quizzes(quiet)
    local book, why = nil, "absent"
    if self.book then
        book, why = self.book:quizzes()
    end
    if not book and (why == "version" or why == "broken") then
        self.screen.message(words.get(why == "version" and "newer_version" or "broken_data"))
    elseif not book and not quiet then
        self.screen.message(words.get(self.has_document and "no_quizzes" or "no_book_open"))
    end
    return book
end

-- ---- keeping ----

-- done, why: what the store said of a save. What could not be kept is told at once, at each save again; and when it is kept at last.
function App:tell(done, why)
    local troubles = self.store:troubles()
    if not done then
        self.is_unkept = true
        self.screen.soon(words.get(why == "newer" and "newer_data" or "not_kept"))
    elseif self.is_unkept then
        self.is_unkept = nil
        self.screen.soon(words.get("kept_again"))
    elseif troubles then
        self.screen.soon(words.get(troubles.newer and "newer_data" or troubles.unreadable and "unreadable_data" or "damaged_data"))
    end
    return done
end

function App:keep()
    return self:tell(self.store:save())
end

-- When the book closes or the device goes to sleep.
function App:keep_at_leaving()
    self.screen.keep_drafts()
    local done = self:tell(self.store:save_if_loaded())
    test_mode.note_leaving(self)
    return done
end

-- ---- who is reading ----

function App:choose_pupil(after)
    who.choose(self, after)
end

-- While a test is going on, by the teacher's leave alone.
function App:change_pupil()
    local function choose()
        self:choose_pupil(function() end)
    end
    if not self:is_in_test() then
        choose()
    elseif self.store:pin("teacher") then
        self:with_teacher(choose)
    else
        test_mode.bars(self)
    end
end

function App:is_in_test()
    return test_mode.is_going(self)
end

function App:note_other_pupil()
    test_mode.note_other_pupil(self)
end

function App:with_pupil(run)
    who.with_pupil(self, run)
end

function App:with_teacher(run)
    who.with_teacher(self, run)
end

function App:pupil_name()
    return who.name_of(self.store:pupil())
end

-- Closes the quiz that is open; what opens it again, or nil.
function App:leave_quiz()
    self.screen.leave_input()
    self.opened()
    local player, quiz = self.player, self.open_again
    self.player, self.open_again = nil, nil
    if player and player:is_shown() then
        player:stop()
        self:keep()
        return quiz
    end
end

-- ---- quizzes ----

function App:play(book, quiz, kept, question)
    local attempt = Attempt.open(book, quiz, kept, self.clock)
    if not attempt then
        return self.screen.message(words.get("questions_gone"))
    end
    if question and not kept.finished then
        attempt:go_to(question)
    end
    attempt.on_checked = function(checked, record) self.queue:note_question(book, checked, record) end
    self.opened()
    self.store:note_place(book, quiz)
    self:keep()
    if not kept.finished then
        test_mode.note_begun(self, book)
    end
    self.open_again = function() self:open_quiz(book, quiz) end
    self.player = Player.start({
        screen = self.screen,
        attempt = attempt,
        save = function() return self:keep_answers(book, kept) end,
        is_kept = function() return not self.is_unkept end,
        jump = self.jump,
        picture = function(href) return self.book:content(href) end,
        again = function(only) self:play(book, quiz, self.store:begin(book, quiz, self.day(), only)) end,
        code = function() return self:code_of(book, quiz, kept) end,
        show_codes = function() codes.quiz(self, book, quiz) end,
        ended = function() who.ask_anew(self) end,
    })
end

function App:keep_answers(book, kept)
    local done = self:keep()
    if kept.sealed then
        test_mode.note_handed_in(self, book)
    else
        test_mode.note_sign(self)
    end
    return done
end

function App:code_of(book, quiz, kept)
    local head = {book = book.book, edition = book.edition, pupil = self.store:pupil()}
    local digits = export.code_of(head, quiz.id, kept)
    return digits and code.show(digits)
end

-- question: its number, or nil. Whoever is reading is asked once.
function App:open_quiz(book, quiz, question)
    local function open()
        if self.store:is_locked(book, quiz) and not self.store:open_attempt(book, quiz) then
            return self.screen.message(words.get("test_locked"))
        end
        local kept = self.store:open_attempt(book, quiz)
        if kept and not kept.sealed and not Attempt.open(book, quiz, kept) then
            kept = nil
        end
        self:play(book, quiz, kept or self.store:begin(book, quiz, self.day()), question)
    end
    if not test_mode.bars(self, book) then
        self:with_pupil(open)
    end
end

-- The page's own hint or answer is shown: help, when the question is open in a quiz just now.
function App:note_help(id)
    local book = self:quizzes(true)
    local found = book and book.places[id]
    local kept = found and found.question and self.store:has_pupil() and self.store:open_attempt(book, found.quiz)
    local attempt = kept and Attempt.open(book, found.quiz, kept)
    for position, question in ipairs(attempt and attempt.questions or {}) do
        if question.id == id then
            attempt.position = position
            attempt:note_hint()
            self:keep()
        end
    end
end

-- A link was tapped: true when it opened a quiz or the results.
function App:follow(pointer, path)
    if self.book and self.book:is_results_link(pointer) then
        self:results()
        return true
    end
    local id = place.asked_for(pointer)
    local gap = place.link_id(pointer)
    gap = gap and path and path:match("/h%d[/%[]") and gap:match("^answer%-(quiz%-.+)$")
    if not (id or gap) or not self.book then
        if self.book and place.helps_with(pointer) then
            self:note_help(place.helps_with(pointer))
        end
        return false
    end
    local book = self:quizzes(true)
    if not book then
        return false
    end
    local found = book.places[gap or id]
    if not found then
        self:tell_if_broken(book, gap or id)
        return false
    elseif not gap and found.question and found.quiz.questions[found.question].id == id then
        return false  -- back to a question from its answer
    end
    self:open_quiz(book, found.quiz, found.question)
    return true
end

function App:tell_if_broken(book, id)
    for broken in pairs(book.broken) do
        if id:sub(1, #broken) == broken then
            return self.screen.message(words.get("broken_quiz"))
        end
    end
end

function App:list_quizzes(book, quizzes)
    local items = {}
    for i, quiz in ipairs(quizzes) do
        local progress = self.store:progress(book, quiz)
        local label = quiz.chapter == "" and quiz.title or quiz.chapter .. ": " .. quiz.title
        items[i] = {
            label = (progress.unfinished and "▸ " or "") .. label,
            note = results_app.progress_note(progress),
            tap = function() self:open_quiz(book, quiz) end,
        }
    end
    self.screen.list(words.get("quizzes") .. "  ·  " .. self:pupil_name(), items)
end

function App:all_quizzes()
    local book = self:quizzes()
    if book then
        self:list_quizzes(book, book.quizzes)
    end
end

function App:chapter_quiz()
    local book = self:quizzes()
    if not book then
        return
    end
    local here = self.book:quizzes_here()
    if #here == 0 then
        self.screen.message(words.get("no_quiz_here"))
    elseif #here == 1 then
        self:open_quiz(book, here[1])
    else
        self:list_quizzes(book, here)
    end
end

function App:go_on()
    local book = self:quizzes()
    local quiz = book and self.store:quiz_to_continue(book)
    if quiz then
        self:open_quiz(book, quiz)
    elseif book then
        self.screen.message(words.get("nothing_to_continue"))
    end
end

function App:setting(name)
    return self.store:setting(name)
end

-- Two are asked for at every turn of a page: KOReader's own settings, in memory always, know them too.
function App:set_setting(name, value)
    self:tell(self.store:set_setting(name, value))
    if name == "reminder" or name == "shared" then
        self.note_setting(name, value)
    end
end

-- The chapter that was left, when one of its quizzes has not been taken.
function App:remind(file)
    local book = self.book and self.book:quizzes()
    if not book or test_mode.is_barred(self, book) then
        return false
    end
    for _, quiz in ipairs(self.book:quizzes_in(file)) do
        local progress = self.store:progress(book, quiz)
        if progress.attempts == 0 and not progress.sealed then
            self.screen.confirm(words.get("reminder", quiz.title), words.get("yes"), function() self:open_quiz(book, quiz) end)
            return true
        end
    end
    return false
end

-- ---- results ----

for _, name in ipairs({"results", "export", "export_all", "class_table", "delete_mine", "delete_all", "allow_again"}) do
    App[name] = results_app[name]
end

-- ---- glossary and review ----

for name, show in pairs({flash_cards = glossary_app.flash_cards, look_up = glossary_app.look_up, show_glossary = glossary_app.show_all}) do
    App[name] = function(self)
        if not test_mode.bars(self) then
            show(self)
        end
    end
end
App.jump_to_word = glossary_app.jump_to_word

-- Questions that went wrong and terms of flash cards, of all books.
function App:review()
    if not test_mode.bars(self) then
        self.queue:open()
    end
end

-- ---- a test ----

App.start_test, App.end_test = test_mode.start, test_mode.stop

return App
