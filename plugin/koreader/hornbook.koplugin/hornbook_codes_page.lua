-- A whole screen for one code that a camera reads: whose results it holds, the code, what to do, and the way to the next. Beside
-- hornbook_screen it makes KOReader's widgets, among them KOReader's own drawing of QR codes.
local BD = require("ui/bidi")
local Blitbuffer = require("ffi/blitbuffer")
local ButtonTable = require("ui/widget/buttontable")
local CenterContainer = require("ui/widget/container/centercontainer")
local Device = require("device")
local Font = require("ui/font")
local FrameContainer = require("ui/widget/container/framecontainer")
local Geom = require("ui/geometry")
local GestureRange = require("ui/gesturerange")
local InputContainer = require("ui/widget/container/inputcontainer")
local QRWidget = require("ui/widget/qrwidget")
local Size = require("ui/size")
local TextBoxWidget = require("ui/widget/textboxwidget")
local UIManager = require("ui/uimanager")
local VerticalGroup = require("ui/widget/verticalgroup")
local focus = require("hornbook_focus")
local press = require("hornbook_press")
local screen = require("hornbook_screen")
local sizes = require("hornbook_sizes")
local windows = require("hornbook_windows")

-- Around a code stays a border of four of its modules, of which it has 73 at most.
local part_of_code = 0.9

local CodesPage = InputContainer:extend{
    title = nil,    -- what stands above the code
    code = nil,     -- its text
    advice = nil,   -- what stands below it
    rows = nil,     -- of buttons, as screen.page has them
    focus = nil,    -- the id of the button on which keys begin
    turn = nil,     -- turn(step): a tap on the right or left half of the code, and page keys
    closed = nil,   -- closed(): the key that goes back
}

local function lines(words, face, bold)
    return TextBoxWidget:new{text = words, face = face, width = sizes.page_width(), alignment = "center", bold = bold}
end

function CodesPage:init()
    local width, height = Device.screen:getWidth(), Device.screen:getHeight()
    self.dimen = Geom:new{x = 0, y = 0, w = width, h = height}
    self.covers_fullscreen = true
    local title = lines(self.title, Font:getFace("x_smalltfont"), true)
    local advice = lines(self.advice, Font:getFace("xx_smallinfofont"))
    self.button_table = ButtonTable:new{
        width = sizes.page_width(),
        buttons = screen.button_rows(self.rows, sizes.page_width(), function() return self end),
        zero_sep = true,
        show_parent = self,
    }
    focus.on(self.button_table, self.focus)
    local rows = sizes.rows_height(self.rows, sizes.page_width()) + 2 * Size.padding.large
    local square = math.min(width, height - title:getSize().h - advice:getSize().h - rows)
    local side = math.floor(square * part_of_code)
    self[1] = FrameContainer:new{
        bordersize = 0, padding = 0, margin = 0, background = Blitbuffer.COLOR_WHITE, width = width, height = height,
        CenterContainer:new{dimen = self.dimen, VerticalGroup:new{
            align = "center",
            title,
            CenterContainer:new{dimen = Geom:new{w = square, h = square}, QRWidget:new{text = self.code, width = side, height = side}},
            advice,
            self.button_table,
        }},
    }
    if Device:isTouchDevice() then
        self.ges_events.Tap = {GestureRange:new{ges = "tap", range = self.dimen}}
        self.ges_events.Swipe = {GestureRange:new{ges = "swipe", range = self.dimen}}
    end
    if Device:hasKeys() then
        self.key_events.Close = {{Device.input.group.Back}}
        self.key_events.Forward = {{Device.input.group.PgFwd}, event = "Turn", args = 1}
        self.key_events.Backward = {{Device.input.group.PgBack}, event = "Turn", args = -1}
    end
end

function CodesPage:onTurn(step)
    if press.counts(self, step) then
        screen.guard(self.turn)(step)
    end
    return true
end

-- Where people read from the right, the next page lies to the left.
local function towards(is_right)
    return is_right ~= BD.mirroredUILayout() and 1 or -1
end

function CodesPage:onTap(_, gesture)
    return self:onTurn(towards(gesture.pos.x >= self.dimen.w / 2))
end

function CodesPage:onSwipe(_, gesture)
    local direction = gesture.direction
    if direction == "east" or direction == "west" then
        return self:onTurn(towards(direction == "west"))
    end
    return true
end

function CodesPage:onClose()
    screen.guard(self.closed)()
    return true
end

function CodesPage:onShow()
    UIManager:setDirty(self, function() return "ui", self.dimen end)
    return true
end

function CodesPage:onCloseWidget()
    UIManager:setDirty(nil, function() return "ui", self.dimen end)
end

-- options: the fields above. Gives the page, which UIManager closes.
function CodesPage.show(options)
    local page = press.shown(CodesPage:new(options))
    windows.show(page)
    return page
end

return CodesPage
