-- The only file that makes KOReader's widgets: pages, choices, input, lists, messages. Every callback is guarded, since
-- an error in a widget's callback would end KOReader. Works with touch and with keys: all of these widgets do.
local ButtonDialog = require("ui/widget/buttondialog")
local ConfirmBox = require("ui/widget/confirmbox")
local Device = require("device")
local InfoMessage = require("ui/widget/infomessage")
local InputDialog = require("ui/widget/inputdialog")
local Menu = require("ui/widget/menu")
local TextViewer = require("ui/widget/textviewer")
local UIManager = require("ui/uimanager")
local logger = require("logger")
local drawing = require("hornbook_drawing")
local focus = require("hornbook_focus")
local press = require("hornbook_press")
local prose = require("hornbook_prose")
local sizes = require("hornbook_sizes")
local text = require("hornbook_text")
local windows = require("hornbook_windows")
local words = require("hornbook_words")

local screen = {}

function screen.message(message)
    windows.show(InfoMessage:new{text = message})
end

-- After what is being drawn now, so that it lies on top; and it stays there when the other windows close.
function screen.soon(message)
    UIManager:nextTick(function() UIManager:show(InfoMessage:new{text = message}) end)
end

-- A fault of ours is told and logged, and reading goes on.
function screen.guard(run)
    return function(...)
        local ok, result = xpcall(run, debug.traceback, ...)
        if not ok then
            logger.warn("hornbook:", result)
            screen.message(words.get("fault"))
            return true
        end
        return result
    end
end

-- rows: {{ {label, tap, id, enabled, align, bold} }}; width: of their table; shown(): the widget that they lie on.
function screen.button_rows(rows, width, shown)
    local result = {}
    for i, row in ipairs(rows) do
        local height = sizes.row_of(row, width)
        result[i] = {}
        for j, button in ipairs(row) do
            result[i][j] = {
                text = button.label,
                id = button.id,
                align = button.align,
                height = height,
                enabled = button.enabled ~= false,
                font_bold = button.bold or false,
                callback = press.once(shown, screen.guard(button.tap)),
            }
        end
    end
    return result
end

local Page = {}
Page.__index = Page

-- Page keys scroll the text, then turn to the neighbour: by KOReader's own callbacks, or in versions that have none by ours.
local function turn_by_keys(viewer, turn)
    viewer.key_events.ShowMenu = nil  -- of a title bar that has no menu here
    if not Device:hasKeys() or viewer.onScrollOrNavigate or not turn then
        return
    end
    viewer.key_events.HornbookForward = {{Device.input.group.PgFwd}, event = "HornbookTurn", args = 1}
    viewer.key_events.HornbookBack = {{Device.input.group.PgBack}, event = "HornbookTurn", args = -1}
    function viewer.onHornbookTurn(_, step)
        turn(step)
        return true
    end
end

-- A page of text that scrolls, with rows of buttons below: {title, text, rows = {{ {label, tap, id, enabled, align, bold} }}, rtl,
-- focus, main, turn(step), closed}. focus: the id of the button on which keys begin; main: of the one to which they come from the
-- rows above; turn: called by page keys at the ends of the text; closed: called when the pupil closes the page, not when we do. A
-- double tap acts once, see hornbook_press.
-- xhtml: the same text where it says more than plain text can, or nil; picture(href): the bytes of a picture in it, or nil where there is
-- none; undrawn(): called when it could not be drawn, gives another page; nil: the plain text is shown.
function screen.page(options)
    local viewer, turn
    local content = text.formatted(options.text)
    local letters = {monospace_font = false, font_size = sizes.font_for(content, options.rows), justified = false}
    local function shown()
        return viewer
    end
    if options.turn then
        local forward = press.once(shown, screen.guard(function() options.turn(1) end))
        local back = press.once(shown, screen.guard(function() options.turn(-1) end))
        turn = function(step) return (step > 0 and forward or back)() end
    end
    viewer = press.shown(TextViewer:new{
        title = options.title,
        text = content,
        width = Device.screen:getWidth(),
        height = Device.screen:getHeight(),
        text_type = "hornbook",
        text_types = {hornbook = letters},
        show_menu = false,
        para_direction_rtl = options.rtl,
        auto_para_direction = options.rtl == nil,
        buttons_table = screen.button_rows(options.rows, sizes.page_width(), shown),
        add_default_buttons = false,
        page_turn_callback_next = turn and function() turn(1) end,
        page_turn_callback_prev = turn and function() turn(-1) end,
    })
    if options.xhtml and not drawing.draw(viewer, options, letters.font_size) and options.undrawn then
        return options.undrawn()
    end
    viewer.covers_fullscreen = true
    viewer.frame.radius = 0
    turn_by_keys(viewer, turn)
    local close = viewer.onClose
    viewer.onClose = function(self, ...)
        local result = close(self, ...)
        if options.closed then
            screen.guard(options.closed)()
        end
        return result
    end
    local page = setmetatable({viewer = viewer}, Page)
    page:focus(options.focus)
    focus.lead_down_to(viewer.button_table, options.main)
    windows.show_softly(viewer, function(widget) return widget.frame end)
    return page
end

function Page:close()
    UIManager:close(self.viewer)
end

function Page:focus(id)
    focus.on(self.viewer.button_table, id)
end

-- Changes a button where it stands: only its own place on the screen is drawn again.
function Page:set_button(id, label, enabled)
    local button = self.viewer.button_table:getButtonById(id)
    if not button or (button.text == label and (enabled == nil or button.enabled == enabled)) then
        return
    end
    button:setText(label, button.width)
    if enabled ~= nil then
        button:enableDisable(enabled)
    end
    if button[1].dimen then
        button:refresh()
    else
        UIManager:setDirty(self.viewer, function()
            return "ui", self.viewer.frame.dimen
        end)
    end
end

-- A few things to choose from; closes before it calls. rows: each {label, tap}.
function screen.choose(title, rows)
    local dialog
    local function closing(tap)
        return function()
            UIManager:close(dialog)
            tap()
        end
    end
    local buttons = {}
    for i, row in ipairs(rows) do
        buttons[i] = {{label = row.label, align = row.align, bold = row.bold, tap = closing(row.tap)}}
    end
    dialog = press.shown(ButtonDialog:new{
        title = title,
        buttons = screen.button_rows(buttons, sizes.dialog_width(), function() return dialog end),
    })
    windows.show_softly(dialog, function(shown) return shown.movable end)
    return dialog
end

-- A few words as a message, more of them as a page that scrolls. note: a piece of prose, with the pictures in it.
function screen.note(title, note, picture)
    local plain, drawn = prose.text(note), prose.xhtml({note})
    if text.length(plain) <= 200 and not drawn then
        return screen.message(plain)
    end
    local page
    local row = {{label = words.get("close"), tap = function() page:close() end}}
    page = screen.page({title = title, text = plain, xhtml = drawn, picture = picture, rows = {row}})
end

local seconds_between_drafts = 15

-- The input that is open: {dialog, draft, before}; its text is kept now and then before it is an answer.
local writing

local function keep_draft(this)
    local written = this.dialog:getInputText()
    if this.draft and written ~= this.before then
        this.before = written
        this.draft(written)
    end
end

local function keep_drafts_of(this)
    UIManager:scheduleIn(seconds_between_drafts, screen.guard(function()
        if writing == this then
            keep_draft(this)
            keep_drafts_of(this)
        end
    end))
end

-- What is being typed is kept, as far as it asked for that.
function screen.keep_drafts()
    if writing then
        keep_draft(writing)
    end
end

local function close_input(this)
    writing = writing ~= this and writing or nil
    UIManager:close(this.dialog)
end

-- Closes the input that is open; a draft stays.
function screen.leave_input()
    if writing then
        keep_draft(writing)
        close_input(writing)
    end
end

-- Closes all that is open; what is being typed stays as a draft.
function screen.close_all()
    screen.leave_input()
    windows.close_all()
end

-- Nothing that was typed is thrown away unasked.
local function ask_before_leaving(this, leave)
    keep_draft(this)
    local function throw_away()
        this.draft(nil)
        leave()
    end
    screen.confirm(words.get("leave_text"), words.get("throw_away"), throw_away, nil, {label = words.get("keep_for_later"), tap = leave})
end

-- One line, or with `long` a whole screen to write on, or with `secret` digits that nobody sees. done(text) may return false: the input
-- stays, empty where it was secret, since nobody mends what they do not see. draft(text): keeps what is typed meanwhile; nil: it was
-- thrown away.
function screen.input(options)
    local this = {draft = options.draft, before = options.input or ""}
    local function leave()
        close_input(this)
        if options.left then
            options.left()
        end
    end
    local function cancel()
        if this.draft and this.dialog:getInputText() ~= (options.input or "") then
            return ask_before_leaving(this, leave)
        end
        leave()
    end
    local function save()
        local written = this.dialog:getInputText()
        if options.done(written) ~= false then
            close_input(this)
            if options.after then
                options.after()
            end
        elseif options.secret then
            this.dialog:setInputText("")
        end
    end
    local function once(run)
        return press.once(function() return this.dialog end, screen.guard(run))
    end
    this.dialog = press.shown(InputDialog:new{
        title = options.title,
        description = options.description,
        input = options.input or "",
        input_hint = options.hint,
        input_type = options.secret and "number" or nil,
        text_type = options.secret and "password" or nil,
        allow_newline = options.long or false,
        fullscreen = options.long or false,
        para_direction_rtl = options.rtl,
        auto_para_direction = options.rtl == nil,
        buttons = {{
            {text = words.get("cancel"), id = "close", height = sizes.row_text(), callback = once(cancel)},
            {text = options.ok or words.get("ok"), height = sizes.row_text(), is_enter_default = not options.long, callback = once(save)},
        }},
    })
    writing = this
    windows.show(this.dialog)
    this.dialog:onShowKeyboard()
    if this.draft then
        keep_drafts_of(this)
    end
    return this.dialog
end

-- other: a third button {label, tap}, or nil.
function screen.confirm(message, ok, run, cancelled, other)
    windows.show(ConfirmBox:new{
        text = message,
        ok_text = ok,
        cancel_text = words.get("cancel"),
        flush_events_on_show = true,  -- the second half of a double tap answers nothing
        ok_callback = screen.guard(run),
        cancel_callback = cancelled and screen.guard(cancelled) or nil,
        other_buttons = other and {{{text = other.label, callback = screen.guard(other.tap)}}} or nil,
    })
end

-- A list that pages: items {label, note, tap}. The list closes before it calls, unless the item says `stay`.
function screen.list(title, items)
    local menu
    local rows = {}
    for i, item in ipairs(items) do
        rows[i] = {
            text = item.label,
            mandatory = item.note,
            bold = item.bold,
            callback = screen.guard(function()
                if not item.stay then
                    UIManager:close(menu)
                end
                item.tap()
            end),
        }
    end
    menu = Menu:new{
        title = title,
        item_table = rows,
        is_borderless = true,
        is_popout = false,
        covers_fullscreen = true,
        width = Device.screen:getWidth(),
        height = Device.screen:getHeight(),
        items_per_page = sizes.list_rows(),
        multilines_show_more_text = true,
        onMenuSelect = function(_, item)
            item.callback()
            return true
        end,
        close_callback = function()
            UIManager:close(menu)
        end,
    }
    windows.show(menu)
    return menu
end

-- A whole screen with one code, as hornbook_codes_page has it; screen.close closes it.
function screen.code(options)
    return require("hornbook_codes_page").show(options)
end

function screen.close(widget)
    UIManager:close(widget)
end

return screen
