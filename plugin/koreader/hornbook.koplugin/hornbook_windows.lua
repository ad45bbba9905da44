-- The windows of the plugin that are open: pages, lists, questions. They close together when the device may be in other hands.
local UIManager = require("ui/uimanager")

local windows = {}

local open = {}

local function is_shown(widget)
    return UIManager:isWidgetShown(widget)
end

function windows.show(widget)
    for i = #open, 1, -1 do
        if not is_shown(open[i]) then
            table.remove(open, i)
        end
    end
    open[#open + 1] = widget
    UIManager:show(widget)
end

-- The same with the refresh that never flashes; KOReader's own choice for some of them does, now and then. frame_of(widget): what of it is
-- drawn.
function windows.show_softly(widget, frame_of)
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
    windows.show(widget)
end

-- The last one first. Nobody is told that they closed: nothing goes on.
function windows.close_all()
    local closing = open
    open = {}
    for i = #closing, 1, -1 do
        if is_shown(closing[i]) then
            UIManager:close(closing[i])
        end
    end
end

return windows
