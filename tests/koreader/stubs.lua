-- KOReader as the plugin's widget layer sees it: every widget knows its fields, and a field that KOReader's own does not
-- have fails. What is shown lies on a stack, as in KOReader; a test taps buttons by their words.
local check = require("check")
local files = require("files")
local place = require("hornbook_place")
local memory = require("memory")
local text = require("hornbook_text")
local values = require("hornbook_values")

local stubs = {shown = {}, actions = {}, zones = {}, events = {}, saved = {}, menu_items = {}, dirty = {}, scheduled = {},
               now = 0, has_touch = true, has_keys = false, dpi = 167}

local function set(list)
    local result = {}
    for name in list:gmatch("%S+") do
        result[name] = true
    end
    return result
end

-- The widgets' fields, by their names in KOReader v2024.07 and later.
local fields = {
    ButtonDialog = set "title title_align buttons dismissable width width_factor tap_close_callback rows_per_page use_info_style",
    ConfirmBox = set "text ok_text cancel_text ok_callback cancel_callback dismissable icon other_buttons flush_events_on_show",
    InfoMessage = set "text timeout icon show_icon width height dismiss_callback alignment",
    InputDialog = set ("title input input_hint description buttons input_type text_type allow_newline fullscreen para_direction_rtl "
        .. "auto_para_direction lang condensed use_available_height cursor_at_end add_nav_bar"),
    Menu = set ("title subtitle item_table is_borderless is_popout covers_fullscreen width height multilines_show_more_text "
        .. "items_max_lines items_per_page single_line onMenuSelect onMenuHold close_callback title_bar_left_icon"),
    TextViewer = set ("title text show_menu para_direction_rtl auto_para_direction buttons_table add_default_buttons width height "
        .. "justified text_type text_types title_multilines alignment lang page_turn_callback_next page_turn_callback_prev"),
    FrameContainer = set "bordersize radius padding padding_left padding_right margin background color width height",
    TextWidget = set "text face max_width bold fgcolor lang padding",
    TextBoxWidget = set "text face width height line_height for_measurement_only bold lang alignment justified",
    ButtonTable = set "width buttons zero_sep show_parent",
    ScrollHtmlWidget = set ("html_body is_xhtml css default_font_size width height dialog highlight_text_selection "
        .. "html_link_tapped_callback html_resource_directory scroll_bar_width text_scroll_span on_clear_search"),
    Return = set "ui words",
    QRWidget = set "text width height",
    CenterContainer = set "dimen",
    VerticalGroup = set "align",
    GestureRange = set "ges range",
}
local button_fields = set ("text text_func id align enabled enabled_func callback hold_callback checked_func font_bold font_face "
    .. "font_size is_enter_default icon width height background lang vsync no_vertical_sep")

local function check_fields(kind, options)
    for name in pairs(options) do
        check.that(type(name) == "number" or fields[kind][name], kind .. " has no field " .. tostring(name))
    end
    for _, row in ipairs(options.buttons or options.buttons_table or {}) do
        check.that(#row > 0, kind .. " has an empty row")
        for _, button in ipairs(row) do
            for name in pairs(button) do
                check.that(button_fields[name], "a button has no field " .. tostring(name))
            end
            check.equal(type(button.text), "string")
            check.equal(type(button.callback), "function")
            check.that(button.height == nil or button.height >= 30, "a row for a finger")
        end
    end
end

local Widget = {}
Widget.__index = Widget

function Widget:extend(class)
    class.__index = class
    return setmetatable(class, {__index = self})
end

function Widget:new(options)
    return setmetatable(options or {}, self)
end

local function widget(kind, methods)
    local class = setmetatable(methods or {}, Widget)
    class.__index, class.kind = class, kind
    function class.new(_, options)
        check_fields(kind, options)
        return setmetatable(options, class)
    end
    return class
end

-- ---- widgets ----

local UIManager = {}

-- What was shown is drawn before the next event.
function UIManager.show(_, shown)
    table.insert(stubs.shown, shown)
    if shown.paintTo then
        shown:paintTo({}, 0, 0)
    end
    if shown.onShow then
        shown:onShow()
    end
end

function UIManager.close(_, closed)
    for i = #stubs.shown, 1, -1 do
        if stubs.shown[i] == closed then
            table.remove(stubs.shown, i)
            local within = closed.textw and closed.textw[1]  -- it hears of it first
            if within and within.onCloseWidget then
                within:onCloseWidget()
            end
            if closed.onCloseWidget then
                closed:onCloseWidget()
            end
        end
    end
end

function UIManager.isWidgetShown(_, other)
    for _, shown in ipairs(stubs.shown) do
        if shown == other then
            return true
        end
    end
    return false
end

function UIManager.setDirty(_, _, mode)
    mode = type(mode) == "function" and mode() or mode
    check.that(mode == "ui" or mode == "fast", "no flicker, but " .. tostring(mode))
end

function UIManager.nextTick(_, run)
    run()
end

-- Runs when the test lets time pass.
function UIManager.scheduleIn(_, seconds, run)
    check.equal(type(seconds), "number")
    table.insert(stubs.scheduled, run)
end

local pages = require("stub_pages")(stubs, widget, UIManager)
local ScrollHtmlWidget, mupdf = require("stub_drawing")(stubs, widget)

local InputDialog = widget("InputDialog", {paintTo = function() end})

function InputDialog:getInputText()
    return self.typed or self.input
end

function InputDialog:setInputText(written)
    self.typed = written
end

function InputDialog:onShowKeyboard()
    self.keyboard = true
end

local FrameContainer = widget("FrameContainer")

function FrameContainer:getSize()
    return {w = 200, h = self[1].face.size + 4 + 2 * (self.bordersize + self.padding)}
end

function FrameContainer:paintTo(_, x, y)
    self.dimen = {x = x, y = y, w = self:getSize().w, h = self:getSize().h}
end

-- ---- KOReader's other parts ----

local Device = {
    home_dir = "/home",
    screen = {
        getWidth = function() return 600 end,
        getHeight = function() return 800 end,
        getDPI = function() return stubs.dpi end,
        scaleBySize = function(_, size) return size end,
    },
    input = {group = {PgFwd = {"RPgFwd"}, PgBack = {"RPgBack"}, Back = {"Back"}}},
    isTouchDevice = function() return stubs.has_touch end,
    hasKeys = function() return stubs.has_keys end,
    getDeviceScreenDPI = function() return stubs.dpi end,
}

local TextWidget = widget("TextWidget")

function TextWidget.getFontSizeToFitHeight(_, _, height)
    return height - 4
end

local function modules()
    return {
        device = Device,
        datastorage = {getSettingsDir = function() return "/settings" end, getFullDataDir = function() return "/data" end,
                       getDataDir = function() return "/data" end},
        dispatcher = {registerAction = function(_, name, action) stubs.actions[name] = action end},
        logger = {info = function() end, warn = function(...) check.that(false, table.concat({...}, " ")) end},
        ["libs/libkoreader-lfs"] = {attributes = function(path, what)
            check.equal(what, "mode")
            return not (stubs.gone and stubs.gone[path]) and "file" or nil
        end},
        hornbook_system = memory.system(function() return stubs.saved end),
        ["ffi/sha2"] = {sha256 = function(content) return values.checksum(content) .. values.checksum("again " .. content) end},
        rapidjson = {decode = files.decode},
        ["ffi/utf8proc"] = (function()
            local unicode = require("unicode")(text)
            return {lowercase_dumb = unicode.lower, normalize_NFC = unicode.compose}
        end)(),
        ["ffi/blitbuffer"] = {COLOR_WHITE = {}},
        ["ui/bidi"] = {mirroredUILayout = function() return stubs.mirrored or false end},
        ["ui/uimanager"] = UIManager,
        ["ui/event"] = {new = function(_, name, ...) return {name = name, args = {...}} end},
        ["ui/font"] = {getFace = function(_, name, size) return {name = name, size = size or 24} end},
        ["ui/geometry"] = {new = function(_, rectangle)
            function rectangle.area()
                return rectangle.w * rectangle.h
            end
            return rectangle
        end},
        ["ui/size"] = {border = {window = 2}, radius = {window = 5}, margin = {small = 2}, line = {medium = 1},
                       span = {vertical_default = 2}, padding = {small = 2, button = 2, buttontable = 4, default = 5, large = 10}},
        ["ui/time"] = {now = function() return stubs.now end, ms = function(milliseconds) return milliseconds * 1000 end},
        ["ui/elements/reader_menu_order"] = stubs.menu_orders.reader,
        ["ui/elements/filemanager_menu_order"] = stubs.menu_orders.filemanager,
        ["ui/widget/widget"] = Widget,
        ["ui/widget/container/widgetcontainer"] = Widget,
        ["ui/widget/container/framecontainer"] = FrameContainer,
        ["ui/widget/container/inputcontainer"] = pages.InputContainer,
        ["ui/widget/container/centercontainer"] = widget("CenterContainer"),
        ["ui/widget/verticalgroup"] = widget("VerticalGroup"),
        ["ui/widget/qrwidget"] = widget("QRWidget"),
        ["ui/gesturerange"] = widget("GestureRange"),
        ["ui/widget/textwidget"] = TextWidget,
        ["ui/widget/textboxwidget"] = pages.TextBoxWidget,
        ["ui/widget/buttontable"] = pages.ButtonTable,
        ["ui/widget/buttondialog"] = widget("ButtonDialog", {movable = {dimen = {}}, paintTo = function() end}),
        ["ui/widget/confirmbox"] = widget("ConfirmBox"),
        ["ui/widget/infomessage"] = widget("InfoMessage"),
        ["ui/widget/inputdialog"] = InputDialog,
        ["ui/widget/menu"] = widget("Menu"),
        ["ui/widget/textviewer"] = pages.TextViewer,
        ["ui/widget/scrollhtmlwidget"] = ScrollHtmlWidget,
        ["ffi/mupdf"] = mupdf,
    }
end

function stubs.install()
    stubs.menu_orders = {reader = {tools = {"read_timer", "more_tools"}}, filemanager = {tools = {"read_timer", "more_tools"}}}
    for name, module in pairs(modules()) do
        package.loaded[name] = module
    end
    stubs.preferences = {}
    G_reader_settings = {
        readSetting = function(_, name) return stubs.preferences[name] end,
        saveSetting = function(_, name, value) stubs.preferences[name] = value end,
        flush = function() end,
        isTrue = function(_, name) return stubs.preferences[name] == true end,
    }
end

-- ---- a reader with a book ----

local function document_of(folder)
    local document = {provider = "crengine", file = folder .. ".epub", opened = {},
                      at = "/body[1]/DocFragment[4]/body[1]/section[1]/p[1]/text()[1].0"}
    function document.getDocumentFormat()
        return "EPUB"
    end
    function document.getDocumentFileContent(_, name)
        document.opened[#document.opened + 1] = name
        local file = io.open(folder .. "/" .. name, "rb")
        if not file then
            return nil
        end
        local content = file:read("*a")
        file:close()
        return document.spoil and document.spoil(name, content) or content
    end
    local function read(name)
        local file = io.open(folder .. "/EPUB/" .. name, "rb")
        local content = file and file:read("*a") or ""
        return content, file and file:close()
    end
    function document.isXPointerInDocument(_, pointer)
        local id, number = place.link_id(pointer), pointer:match("^#_doc_fragment_(%d+)_")
        document.spine = document.spine or place.spine((read("package.opf")))
        local file = number and document.spine[number + 1]
        return not (document.missing and document.missing[pointer]) and (not file or (read(file)):find('id="' .. id .. '"', 1, true) ~= nil)
    end
    function document.getXPointer()
        return document.at
    end
    function document.getNormalizedXPointer(_, pointer)
        return "/body[1]/DocFragment[" .. (pointer:match("%d+") + 1) .. "]/body[1]/section[1]/section[1]"
    end
    function document.getTextFromPositions(_, position, other)
        if position.x == 0 and position.y == 0 and other.x == 600 and other.y == 800 then
            return {text = "", pos0 = "", pos1 = "", sboxes = document.lines}
        end
        return position.word and {pos0 = position.word, pos1 = position.word}
    end
    function document.getScreenBoxesFromPositions()
        return {{x = 100, y = 200, w = 50, h = 20}}
    end
    return document
end

function stubs.reader(folder)
    local ui = {document = document_of(folder), followed = {}}
    ui.menu = {registerToMainMenu = function(_, plugin) plugin:addToMainMenu(stubs.menu_items) end}
    ui.view = {registerViewModule = function() end}
    ui.link = {
        onGotoLink = function(_, link)
            ui.followed[#ui.followed + 1] = link.xpointer
            return true
        end,
        onGoBackLink = function() return "koreader" end,
        addCurrentLocationToStack = function() end,
    }
    ui.dictionary = require("stub_dictionary")(stubs, ui)
    function ui.registerTouchZones(_, zones)
        for _, zone in ipairs(zones) do
            stubs.zones[zone.id] = zone
        end
    end
    function ui.handleEvent(_, event)
        stubs.events[#stubs.events + 1] = event
        if event.name == "GotoXPointer" then
            ui.document.at = event.args[1]
        end
    end
    return ui
end

-- ---- the pupil's fingers ----

function stubs.top()
    return stubs.shown[#stubs.shown]
end

local function buttons_of(shown)
    return shown and (shown.buttons or shown.buttons_table) or {}
end

-- Presses the topmost widget's button that holds these words, a second after the last; in_time: milliseconds. Without one the test ends.
function stubs.tap(label, in_time)
    stubs.now = stubs.now + (in_time or 1000) * 1000
    local found, button = stubs.has_button(label)
    if not found then
        error("there is no button " .. label, 2)
    end
    check.that(button.enabled ~= false, label .. " is enabled")
    return button.callback()
end

function stubs.has_button(label)
    for _, row in ipairs(buttons_of(stubs.top())) do
        for _, button in ipairs(row) do
            if button.text:find(label, 1, true) then
                return true, button
            end
        end
    end
    return false
end

-- Presses the key for the focused button of the topmost page, or a page key (1 or -1).
function stubs.key(step)
    local shown = stubs.top()
    stubs.now = stubs.now + 1000000
    if step then
        return shown:onScrollOrNavigate(step)
    end
    local button = shown.button_table:getFocusItem()
    check.that(button, "the focus stands on a button")
    check.that(button.enabled ~= false, button.text .. " is enabled")
    return button.entry.callback()
end

function stubs.type(written, button)
    stubs.top().typed = written
    stubs.tap(button or "OK")
end

-- What was put off is done now.
function stubs.wait()
    local due = stubs.scheduled
    stubs.scheduled = {}
    for _, run in ipairs(due) do
        run()
    end
end

function stubs.dismiss()
    table.remove(stubs.shown)
end

function stubs.clear()
    stubs.shown = {}
end

return stubs
