-- A strip at the foot of the page that leads back to the quiz, while the pupil reads a passage again. It lies on the page
-- like a footer, so pages turn as ever; KOReader's own way back leads to the quiz, too.
local Blitbuffer = require("ffi/blitbuffer")
local Device = require("device")
local Event = require("ui/event")
local Font = require("ui/font")
local FrameContainer = require("ui/widget/container/framecontainer")
local Size = require("ui/size")
local TextWidget = require("ui/widget/textwidget")
local UIManager = require("ui/uimanager")
local Widget = require("ui/widget/widget")

local Return = Widget:extend{
    name = "hornbook_return",
    ui = nil,        -- the reader
    words = nil,     -- what the strip says
    on_return = nil, -- set while the strip is shown
    home = nil,      -- where the pupil came from
}

function Return:strip()
    if not self.frame then
        self.frame = FrameContainer:new{
            bordersize = Size.border.window,
            radius = Size.radius.window,
            padding = Size.padding.large,
            background = Blitbuffer.COLOR_WHITE,
            TextWidget:new{
                text = self.words,
                face = Font:getFace("infofont"),
                max_width = math.floor(Device.screen:getWidth() * 0.8),
            },
        }
    end
    return self.frame
end

function Return:paintTo(bb, x, y)
    if not self.on_return then
        return
    end
    local size = self:strip():getSize()
    local left = x + math.floor((Device.screen:getWidth() - size.w) / 2)
    local top = y + Device.screen:getHeight() - size.h - 2 * Size.padding.large
    self:strip():paintTo(bb, left, top)
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

function Return:set_zones()
    self.ui:registerTouchZones({{
        id = "hornbook_return",
        ges = "tap",
        screen_zone = {ratio_x = 0, ratio_y = 0.75, ratio_w = 1, ratio_h = 0.25},
        overrides = {"tap_link", "hornbook_tap", "readerhighlight_tap", "readerfooter_tap", "readerconfigmenu_ext_tap",
                     "readerconfigmenu_tap", "readermenu_ext_tap", "readermenu_tap", "tap_forward", "tap_backward"},
        handler = function(gesture)
            local strip = self.on_return and self.frame and self.frame.dimen
            if strip and gesture.pos:intersectWith(strip) then
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
