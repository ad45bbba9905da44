-- What the menu, gestures and taps do: open quizzes, go on with one, results, flash cards, who is reading, export.
-- parts: screen, store, disk, book (hornbook_book or nil), has_document, has_touch, version, jump(href, back_again), opened(),
-- clock(), day(), hash(text), note_setting(name, value).
local Attempt = require("hornbook_attempt")
local Player = require("hornbook_player")
local Queue = require("hornbook_review_app")
local code = require("hornbook_code")
local export = require("hornbook_export")
local glossary_app = require("hornbook_glossary_app")
local place = require("hornbook_place")
local text = require("hornbook_text")
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
    return self:tell(self.store:save_if_loaded())
end

-- ---- who is reading ----

function App:choose_pupil(after)
    who.choose(self, after)
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
    self.open_again = function() self:open_quiz(book, quiz) end
    self.player = Player.start({
        screen = self.screen,
        attempt = attempt,
        save = function() return self:keep() end,
        is_kept = function() return not self.is_unkept end,
        jump = self.jump,
        again = function(only) self:play(book, quiz, self.store:begin(book, quiz, self.day(), only)) end,
        code = function() return self:code_of(book, quiz, kept) end,
        ended = function() who.ask_anew(self) end,
    })
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
    self:with_pupil(open)
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

local function progress_note(progress)
    if progress.sealed then
        return words.get("handed_in_short")
    elseif progress.best then
        return words.get("best_short", progress.best.score, progress.best.of)
    elseif progress.unfinished then
        return words.get("answered_short", progress.answered, progress.count)
    end
    return words.get("questions_short", progress.count)
end

function App:list_quizzes(book, quizzes)
    local items = {}
    for i, quiz in ipairs(quizzes) do
        local progress = self.store:progress(book, quiz)
        local label = quiz.chapter == "" and quiz.title or quiz.chapter .. ": " .. quiz.title
        items[i] = {
            label = (progress.unfinished and "▸ " or "") .. label,
            note = progress_note(progress),
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
    for _, quiz in ipairs(book and self.book:quizzes_in(file) or {}) do
        local progress = self.store:progress(book, quiz)
        if progress.attempts == 0 and not progress.sealed then
            self.screen.confirm(words.get("reminder", quiz.title), words.get("yes"), function() self:open_quiz(book, quiz) end)
            return true
        end
    end
    return false
end

-- ---- results ----

-- Of a quiz that was never taken there is nothing to tell.
local function lines_of_result(progress)
    local lines = {}
    if progress.best then
        lines[1] = words.get("first_and_best", progress.first.score, progress.first.of, progress.best.score, progress.best.of)
        lines[2] = words.get("attempts", progress.attempts)
    end
    if progress.sealed or (progress.unfinished and progress.answered > 0) then
        local now = {sealed = progress.sealed, unfinished = true, answered = progress.answered, count = progress.count}
        lines[#lines + 1] = progress_note(now)
    end
    return lines
end

function App:results()
    local book = self:quizzes()
    if not book then
        return
    end
    local lines = {words.get("who", self:pupil_name()), ""}
    for _, quiz in ipairs(book.quizzes) do
        local result = lines_of_result(self.store:progress(book, quiz))
        if #result > 0 then
            lines[#lines + 1] = text.strong(quiz.chapter == "" and quiz.title or quiz.chapter .. ": " .. quiz.title)
            lines[#lines + 1] = table.concat(result, "\n") .. "\n"
        end
    end
    if #lines == 2 then
        lines[3] = words.get("nothing_to_export")
    end
    local page
    page = self.screen.page({
        title = words.get("results"),
        text = table.concat(lines, "\n"),
        rows = {{
            {label = words.get("export_mine"), tap = function() self:export({self.store:data()}) end},
            {label = words.get("close"), tap = function() page:close() end},
        }},
    })
end

-- everyone: a list of pupils' data.
function App:export(everyone)
    local files = {}
    for _, data in ipairs(everyone) do
        for _, file in ipairs(export.files(data)) do
            files[#files + 1] = file
        end
    end
    if #files == 0 then
        return self.screen.message(words.get("nothing_to_export"))
    end
    local folder = self.disk.write_results(files)
    self.screen.message(folder and words.get("exported", #files, folder) or words.get("not_exported", self.disk.results_folder()))
end

function App:export_all()
    self:with_teacher(function() self:export(self.store:everybody()) end)
end

function App:delete(question, delete)
    self:with_teacher(function()
        self.screen.confirm(question, words.get("delete"), function()
            self:leave_quiz()
            self.screen.message(words.get(delete() and "deleted" or "not_deleted"))
        end)
    end)
end

function App:delete_mine()
    self:delete(words.get("delete_mine_sure", self:pupil_name()), function() return self.store:delete_mine(self.day()) end)
end

function App:delete_all()
    self:delete(words.get("delete_all_sure"), function() return self.store:delete_all(self.day()) end)
end

-- The tests that this pupil has handed in, also those whose results were deleted: the teacher gives one free.
function App:allow_again()
    local book = self:quizzes()
    if not book then
        return
    end
    local items = {}
    for _, quiz in ipairs(book.quizzes) do
        if self.store:is_locked(book, quiz) or self.store:progress(book, quiz).sealed then
            items[#items + 1] = {label = quiz.title, tap = function()
                who.with_teacher_only(self, function()
                    if self:tell(self.store:unlock(book, quiz)) then
                        self.screen.message(words.get("test_again_done"))
                    end
                end)
            end}
        end
    end
    if #items == 0 then
        return self.screen.message(words.get("no_sealed_tests"))
    end
    self.screen.list(words.get("test_again") .. "  ·  " .. self:pupil_name(), items)
end

-- ---- glossary and review ----

App.flash_cards, App.look_up, App.show_glossary = glossary_app.flash_cards, glossary_app.look_up, glossary_app.show_all
App.jump_to_word = glossary_app.jump_to_word

-- Questions that went wrong and terms of flash cards, of all books.
function App:review()
    self.queue:open()
end

return App
