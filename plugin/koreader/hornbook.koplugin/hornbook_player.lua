-- Plays an attempt: one question at a time, back and forward, check, feedback, the summary. Told where it stands by the
-- attempt alone, so it can stop at any page and go on later.
local feedback = require("hornbook_feedback")
local gaps = require("hornbook_gaps")
local prose = require("hornbook_prose")
local question_view = require("hornbook_question")
local summary_view = require("hornbook_summary")
local words = require("hornbook_words")

local Player = {}
Player.__index = Player

-- context: screen, attempt, save(), is_kept(), jump(href, back_again), again(ids of questions, or nil for all), code(), show_codes(): the
-- results as codes for a camera, ended(): the pupil leaves a quiz that is finished. Where the questions are part of something else, title
-- says of what, and after_last() is called instead of the summary. picture(href): the bytes of one of the book's, or nil.
function Player.start(context)
    local self = setmetatable({
        screen = context.screen,
        attempt = context.attempt,
        save = context.save,
        is_kept = context.is_kept or function() return true end,
        jump = context.jump,
        picture = context.picture,
        again = context.again,
        code = context.code,
        show_codes = context.show_codes,
        after_last = context.after_last,
        fixed_title = context.title,
        ended = context.ended or function() end,
        book = context.attempt.book,
    }, Player)
    if self.attempt.kept.finished then
        self:show_summary()
    else
        self:show()
    end
    return self
end

function Player:turn(page)
    if self.page then
        self.page:close()
    end
    self.page = self.screen.page(page)
end

function Player:stop()
    if self.page then
        self.page:close()
        self.page = nil
    end
end

function Player:is_shown()
    return self.page ~= nil
end

function Player:closed()
    self.page = nil
    self.attempt:tick()
    self.save()
    if self.attempt.kept.finished then
        self.ended()
    end
end

function Player:title()
    return self.fixed_title or words.get("position", self.attempt.position, self.attempt:count()) .. "  ·  " .. self.attempt.quiz.title
end

function Player:go(step)
    local target = self.attempt.position + step
    if target > self.attempt:count() then
        return self:show_summary()
    end
    self.attempt:go_to(target)
    self.save()
    self:show()
end

function Player:visit(href)
    self:stop()
    self.attempt:tick()
    self.save()
    self.jump(href, function() self:show() end)
end

-- ---- a question ----

function Player:links()
    local question, row = self.attempt:question(), {}
    if question.hint and self.attempt:is_open() then
        row[#row + 1] = {label = words.get("hint"), tap = function() self:show_hint() end}
    end
    if question.see then
        row[#row + 1] = {label = words.get("read_passage"), tap = function() self:visit(question.see) end}
    end
    if question_view.needs_page(question) or (self.undrawn == question and question.page) then
        row[#row + 1] = {label = words.get("see_page"), tap = function() self:visit(question.href) end}
    end
    return row
end

-- A round that repeats what went wrong can be left at any question; what was answered is marked.
function Player:leave_round()
    self.screen.confirm(words.get("leave_round_sure"), words.get("leave_round"), function() self:finish() end)
end

function Player:show_hint()
    self.attempt:note_hint()
    self.save()
    self.screen.note(words.get("hint"), prose.of(self.attempt:question(), "hint"), self.picture)
end

function Player:steps()
    local attempt = self.attempt
    local is_last = attempt.position == attempt:count() and not self.after_last
    local row = {{label = words.backward("back"), id = "back", enabled = attempt.position > 1, tap = function() self:go(-1) end}}
    if self.book.graded and attempt:is_open() then
        row[#row + 1] = {label = words.get("check"), id = "check", bold = true, enabled = attempt:can_be_checked(),
                         tap = function() self:check() end}
    end
    row[#row + 1] = {label = is_last and words.get("summary") or words.forward("next"), id = "next", tap = function() self:go(1) end}
    return row
end

local function in_rows(buttons, columns, align)
    local rows = {}
    for i, button in ipairs(buttons) do
        if (i - 1) % columns == 0 then
            rows[#rows + 1] = {}
        end
        button.align = columns == 1 and align or nil
        table.insert(rows[#rows], button)
    end
    return rows
end

function Player:show()
    local attempt = self.attempt
    local question, rows = attempt:question(), {}
    local pieces = (attempt:is_open() or not self.book.graded) and question_view.open_page(attempt) or self:closed_page()
    if attempt:is_open() then
        local buttons, columns = question_view.buttons(attempt)
        for _, button in ipairs(buttons) do
            button.tap = function() self:tap(button) end
        end
        rows = in_rows(buttons, columns, "left")
    end
    local links = self:links()
    if #links > 0 then
        rows[#rows + 1] = links
    end
    if attempt.kept.retry and not attempt.kept.finished then
        rows[#rows + 1] = {{label = words.get("leave_round"), tap = function() self:leave_round() end}}
    end
    rows[#rows + 1] = self:steps()
    self:turn({
        title = self:title(),
        text = prose.plain(pieces),
        xhtml = self.undrawn ~= question and prose.xhtml(pieces) or nil,
        picture = self.picture,
        undrawn = function() return self:show_undrawn(question) end,
        rows = rows,
        rtl = self.book.rtl or nil,
        focus = question_view.expected(attempt),
        main = "check",
        turn = function(step) self:leaf(step) end,
        closed = function() self:closed() end,
    })
end

-- A question that KOReader could not draw stands there as plain text, with the way to its page.
function Player:show_undrawn(question)
    self.undrawn, self.page = question, nil
    self:show()
    return self.page
end

-- Page keys go to the neighbour; before the first question there is none.
function Player:leaf(step)
    if self.attempt.position + step > 0 then
        self:go(step)
    end
end

function Player:closed_page()
    local record = self.attempt:record_of(self.attempt:question())
    if record and record.checked then
        return feedback.checked_page(self.attempt)
    end
    return {words.get("not_answered"), "", unpack(question_view.open_page(self.attempt))}
end

-- ---- answers ----

function Player:tap(button)
    if button.kind == "part" then
        question_view.tap(self.attempt, button.id)
    elseif button.kind == "blank" then
        return self:ask_blank(button.index)
    elseif button.kind == "pair" then
        return self:ask_pair(button.index)
    elseif button.kind == "write" then
        return self:ask_text()
    else
        local record = self.attempt:record_of(self.attempt:question())
        self.attempt:set_answer(self.attempt:answer(), not (record and record.paper))
    end
    self.save()
    self:mend_buttons(button)
end

-- Brings the buttons of the open page up to date, each where it stands. pressed: the one just used.
function Player:mend_buttons(pressed)
    for _, button in ipairs((question_view.buttons(self.attempt))) do
        self.page:set_button(button.id, button.label)
    end
    if self.book.graded then
        self.page:set_button("check", words.get("check"), self.attempt:can_be_checked())
    end
    self.page:focus(question_view.expected(self.attempt, pressed))
end

-- Keeps what is typed before it is an answer.
function Player:keeper_of_draft(question, index)
    return function(written)
        self.attempt:keep_draft(question, written, index)
        return self.save()
    end
end

function Player:ask_blank(index)
    local question, answer = self.attempt:question(), self.attempt:answer()
    self.screen.input({
        title = #question.blanks > 1 and words.get("gap", index) or words.get("your_answer_title"),
        description = gaps.sentence(question, answer, index),
        input = self.attempt:draft_of(question, index) or answer[index],
        rtl = self.book.rtl or nil,
        draft = self:keeper_of_draft(question, index),
        done = function(written)
            question_view.fill(self.attempt, index, written)
            self.attempt:keep_draft(question, nil, index)
            self.save()
        end,
        after = function() self:mend_buttons({id = "blank" .. index, index = index}) end,
    })
end

function Player:pair(index, right)
    question_view.pair(self.attempt, index, right)
    self.save()
    self:mend_buttons({id = "pair" .. index, index = index})
end

function Player:ask_pair(index)
    local question, rows = self.attempt:question(), {}
    if not question_view.has_short_rights(question) then
        return self:ask_long_pair(index)
    end
    for i, right in ipairs(question.rights) do
        local label = question_view.letter(i) .. ".  " .. right
        rows[i] = {label = label, align = "left", tap = function() self:pair(index, i - 1) end}
    end
    rows[#rows + 1] = {label = words.get("no_partner_yet"), tap = function() self:pair(index, false) end}
    self.screen.choose(question.lefts[index].text, rows)
end

-- Partners that no button holds: a page lists them, and the buttons carry letters.
function Player:ask_long_pair(index)
    local question, buttons, page = self.attempt:question(), {}, nil
    local pieces = {prose.of(question.lefts[index], "text")}
    local function button(label, right)
        buttons[#buttons + 1] = {label = label, tap = function()
            page:close()
            self:pair(index, right)
        end}
    end
    for i in ipairs(question.rights) do
        pieces[#pieces + 1] = ""
        pieces[#pieces + 1] = prose.join(question_view.letter(i) .. ".  ", question_view.right_of(question, i))
        button(question_view.letter(i), i - 1)
    end
    local rows = in_rows(buttons, question_view.columns(#buttons))
    buttons = {}
    button(words.get("no_partner_yet"), false)
    rows[#rows + 1] = buttons
    page = self.screen.page({
        title = words.get("position", index, #question.lefts),
        text = prose.plain(pieces),
        xhtml = prose.xhtml(pieces),
        picture = self.picture,
        rows = rows,
        rtl = self.book.rtl or nil,
    })
end

function Player:ask_text()
    local question = self.attempt:question()
    local record, draft = self.attempt:record_of(question), self.attempt:draft_of(question)
    local asked = gaps.last_sentences(question)
    self.screen.input({
        title = words.get("your_answer_title"),
        description = asked .. (draft and "\n" .. words.get("draft_found") or ""),
        input = draft or self.attempt:answer(),
        long = true,
        rtl = self.book.rtl or nil,
        draft = self:keeper_of_draft(question),
        done = function(written)
            self.attempt:set_answer(written, record and record.paper)
            self.attempt:keep_draft(question, nil)
            self.save()
        end,
        after = function() self:show() end,
    })
end

-- With gaps left empty it asks first: Check closes the question.
function Player:check()
    local empty = question_view.empty_parts(self.attempt)
    local function check()
        if self.attempt:check() then
            self.save()
            self:show()
        end
    end
    if empty == 0 then
        return check()
    end
    self.screen.confirm(words.get("check_with_empty", empty), words.get("check"), check)
end

-- ---- the end ----

function Player:finish()
    self.attempt:finish()
    self.save()
    self:show_summary()
end

Player.show_summary = summary_view.show

-- To the first question that is still open, else to the first.
function Player:look_back()
    local attempt, first = self.attempt, 1
    if not attempt.kept.finished then
        for i, question in ipairs(attempt.questions) do
            local record = attempt:record_of(question)
            if not (record and record.checked) and not (not self.book.graded and attempt:is_answered(question)) then
                first = i
                break
            end
        end
    end
    attempt:go_to(first)
    self:show()
end

-- From the summary the page key back goes to the last question; there is nothing behind it.
function Player:leaf_back(step)
    if step < 0 then
        self.attempt:go_to(self.attempt:count())
        self:show()
    end
end

function Player:restart(only)
    self:stop()
    self.again(only)
end

return Player
