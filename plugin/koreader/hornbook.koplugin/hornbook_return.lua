-- A strip at the foot of the page that leads back to the quiz, while the pupil reads a passage again. It lies in the margin
-- like a footer and covers no line, so pages turn as ever; KOReader's own way back leads to the quiz, too.
local Blitbuffer = require("ffi/blitbuffer")
local Device = require("device")
local Event = require("ui/event")
local Font = require("ui/font")
local FrameContainer = require("ui/widget/container/framecontainer")
local Geom = require("ui/geometry")
local Size = require("ui/size")
local TextWidget = require("ui/widget/textwidget")
local UIManager = require("ui/uimanager")
local Widget = require("ui/widget/widget")

local sizes = require("hornbook_sizes")

local largest_font = 24

local function least_height()
    return Device.screen:scaleBySize(18)
end

local function largest_height()
    return sizes.row_text()
end

local Return = Widget:extend{
    name = "hornbook_return",
    ui = nil,        -- the reader
    words = nil,     -- what the strip says
    on_return = nil, -- set while the strip is shown
    home = nil,      -- where the pupil came from
}

-- The height of the page below its last line and above its first: margins, and the footer.
local function free_bands(document)
    local width, height = Device.screen:getWidth(), Device.screen:getHeight()
    local text = document:getTextFromPositions({x = 0, y = 0}, {x = width, y = height}, true)
    local first, last = height, 0
    for _, line in ipairs(text and text.sboxes or {}) do
        if line.y >= 0 and line.y + line.h <= height then
            first, last = math.min(first, line.y), math.max(last, line.y + line.h)
        end
    end
    return height - last, first
end

-- How high the strip may be so that it covers no line, and whether it lies at the head of the page, since there is more room.
function Return:room()
    local below, above = free_bands(self.ui.document)
    local is_above = below < least_height() and above > below
    return math.max(least_height(), math.min(is_above and above or below, largest_height())), is_above
end

local function frame_of(words, height)
    local around = 2 * (Size.border.window + Size.padding.small)
    local size = math.min(largest_font, TextWidget:getFontSizeToFitHeight("infofont", height - around, 0))
    return FrameContainer:new{
        bordersize = Size.border.window,
        radius = Size.radius.window,
        padding = Size.padding.small,
        padding_left = Size.padding.large,
        padding_right = Size.padding.large,
        background = Blitbuffer.COLOR_WHITE,
        TextWidget:new{
            text = words,
            face = Font:getFace("infofont", size),
            padding = 0,
            max_width = math.floor(Device.screen:getWidth() * 0.8),
        },
    }
end

-- Made anew for each page that is shown: its lines end elsewhere.
function Return:strip()
    local page = self.ui.document:getXPointer()
    if not self.frame or self.page ~= page then
        local height, is_above = self:room()
        self.frame, self.page, self.is_above = frame_of(self.words, height), page, is_above
    end
    return self.frame
end

function Return:paintTo(bb, x, y)
    if not self.on_return then
        return
    end
    local size = self:strip():getSize()
    local left = x + math.floor((Device.screen:getWidth() - size.w) / 2)
    self:strip():paintTo(bb, left, y + (self.is_above and 0 or Device.screen:getHeight() - size.h))
end

-- Jumps to a pointer; back_again is called when the pupil returns.
function Return:leave_for(pointer, back_again)
    self.home = self.ui.document:getXPointer()
    self.on_return = back_again
    self.ui.view:registerViewModule(self.name, self)
    if not self.zones_are_set and Device:isTouchDevice() then
        self.zones_are_set = true
        self:set_zones()
    end
    self.ui:handleEvent(Event:new("GotoXPointer", pointer, pointer))
    UIManager:setDirty(self.ui, "ui")
end

-- Where a finger meets the strip: it may be thin, a finger is not.
function Return:reach()
    local strip = self.on_return and self.frame and self.frame.dimen
    if not strip then
        return nil
    end
    local height = math.max(strip.h, sizes.row_text())
    return Geom:new{x = strip.x, y = self.is_above and strip.y or strip.y + strip.h - height, w = strip.w, h = height}
end

function Return:set_zones()
    self.ui:registerTouchZones({{
        id = "hornbook_return",
        ges = "tap",
        screen_zone = {ratio_x = 0, ratio_y = 0, ratio_w = 1, ratio_h = 1},
        overrides = {"tap_link", "hornbook_tap", "readerhighlight_tap", "readerfooter_tap", "readerconfigmenu_ext_tap",
                     "readerconfigmenu_tap", "readermenu_ext_tap", "readermenu_tap", "tap_forward", "tap_backward"},
        handler = function(gesture)
            local reach = self:reach()
            if reach and gesture.pos:intersectWith(reach) then
                return self:come_back()
            end
        end,
    }})
end

-- true when there was a quiz to come back to.
function Return:come_back()
    local back_again = self.on_return
    if not back_again then
        return false
    end
    self.on_return = nil
    if self.home then
        self.ui:handleEvent(Event:new("GotoXPointer", self.home))
    end
    UIManager:setDirty(self.ui, "ui")
    back_again()
    return true
end

-- A new screen size: the strip is made anew.
function Return:reset()
    self.frame = nil
end

return Return
