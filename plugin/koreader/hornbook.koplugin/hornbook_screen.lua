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
local press = require("hornbook_press")
local sizes = require("hornbook_sizes")
local text = require("hornbook_text")
local words = require("hornbook_words")

local screen = {}

function screen.message(message)
    UIManager:show(InfoMessage:new{text = message})
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

-- Dialogs come and go with the refresh that never flashes; KOReader's own choice for some of them does, now and then.
local function without_flash(widget, frame_of)
    local function refresh(shown)
        UIManager:setDirty(shown, function()
            return "ui", frame_of(widget).dimen
        end)
    end
    function widget.onShow()
        refresh(widget)
        return true
    end
    function widget.onCloseWidget()
        refresh(nil)
    end
    return widget
end

-- rows: {{ {label, tap, id, enabled, align, bold} }}; width: of their table; shown(): the widget that they lie on.
local function button_rows(rows, width, shown)
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
-- focus, turn(step), closed}. focus: the id of the button on which keys begin; turn: called by page keys at the ends of the
-- text; closed: called when the pupil closes the page, not when we do. A double tap acts once, see hornbook_press.
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
        buttons_table = button_rows(options.rows, sizes.page_width(), shown),
        add_default_buttons = false,
        page_turn_callback_next = turn and function() turn(1) end,
        page_turn_callback_prev = turn and function() turn(-1) end,
    })
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
    UIManager:show(without_flash(viewer, function(widget) return widget.frame end))
    return page
end

function Page:close()
    UIManager:close(self.viewer)
end

-- Keys go on from this button. KOReader leaves an empty row for a menu that the page has not; no key could leave it.
function Page:focus(id)
    local buttons = self.viewer.button_table
    local button, layout = id and buttons:getButtonById(id), buttons.layout
    if not layout then
        return  -- a reader without keys for moving
    end
    for y = #layout, 1, -1 do
        if #layout[y] == 0 then
            table.remove(layout, y)
        end
    end
    for y, row in ipairs(layout) do
        for x, widget in ipairs(row) do
            if widget == button then
                buttons:moveFocusTo(x, y, buttons.FOCUS_ONLY_ON_NT)
            end
        end
    end
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
        buttons = button_rows(buttons, sizes.dialog_width(), function() return dialog end),
    })
    UIManager:show(without_flash(dialog, function(shown) return shown.movable end))
    return dialog
end

-- A few words as a message, more of them as a page that scrolls.
function screen.note(title, note)
    if text.length(note) <= 200 then
        return screen.message(note)
    end
    local page
    page = screen.page({title = title, text = note, rows = {{{label = words.get("close"), tap = function() page:close() end}}}})
end

-- One line, or with `long` a whole screen to write on. done(text) may return false: the input stays.
function screen.input(options)
    local dialog
    local function leave()
        UIManager:close(dialog)
        if options.left then
            options.left()
        end
    end
    local function save()
        local written = dialog:getInputText()
        if options.done(written) ~= false then
            UIManager:close(dialog)
            if options.after then
                options.after()
            end
        end
    end
    local function once(run)
        return press.once(function() return dialog end, screen.guard(run))
    end
    dialog = press.shown(InputDialog:new{
        title = options.title,
        description = options.description,
        input = options.input or "",
        input_hint = options.hint,
        allow_newline = options.long or false,
        fullscreen = options.long or false,
        para_direction_rtl = options.rtl,
        auto_para_direction = options.rtl == nil,
        buttons = {{
            {text = words.get("cancel"), id = "close", height = sizes.row_text(), callback = once(leave)},
            {text = options.ok or words.get("ok"), height = sizes.row_text(), is_enter_default = not options.long, callback = once(save)},
        }},
    })
    UIManager:show(dialog)
    dialog:onShowKeyboard()
    return dialog
end

function screen.confirm(message, ok, run, cancelled)
    UIManager:show(ConfirmBox:new{
        text = message,
        ok_text = ok,
        cancel_text = words.get("cancel"),
        flush_events_on_show = true,  -- the second half of a double tap answers nothing
        ok_callback = screen.guard(run),
        cancel_callback = cancelled and screen.guard(cancelled) or nil,
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
        multilines_show_more_text = true,
        items_max_lines = 2,
        onMenuSelect = function(_, item)
            item.callback()
            return true
        end,
        close_callback = function()
            UIManager:close(menu)
        end,
    }
    UIManager:show(menu)
    return menu
end

return screen
