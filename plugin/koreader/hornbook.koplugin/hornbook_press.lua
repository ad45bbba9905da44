-- A double tap acts once. On e-ink the second half of one arrives when the next page already lies under the finger: it would skip
-- the feedback, or rate a card unseen. So a page's buttons are dead until it is drawn and the eye has had a moment, the
-- button just pressed is dead for that moment, and so is whatever lies below a dialog that closed.
local time = require("ui/time")

local press = {last = {}}

press.pause = time.ms(400)

-- shown: any widget; from now on its buttons wait until it is drawn.
function press.shown(shown)
    local paint = shown.paintTo
    shown.hornbook_waits = true
    function shown.paintTo(...)
        local result = paint(...)
        if shown.hornbook_waits then
            shown.hornbook_waits, shown.hornbook_drawn = nil, time.now()
        end
        return result
    end
    return shown
end

local function is_soon(at, now)
    return at ~= nil and now - at < press.pause
end

-- Whether a press of a button on a widget counts; one that does is remembered.
function press.counts(shown, button)
    local now, last = time.now(), press.last
    local is_another = last.shown == shown and last.button ~= button
    if shown.hornbook_waits or is_soon(shown.hornbook_drawn, now) or (is_soon(last.at, now) and not is_another) then
        return false
    end
    press.last = {at = now, shown = shown, button = button}
    return true
end

-- A callback that runs once for a double tap. shown(): the widget on which the button lies, or nil while there is none.
function press.once(shown, run)
    local button = {}
    return function(...)
        local where = shown()
        if where and press.counts(where, button) then
            return run(...)
        end
    end
end

return press
