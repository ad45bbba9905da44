-- Focus: the button that keys are on in a table of buttons.
local focus = {}

local function place_of(layout, button)
    for y, row in ipairs(layout) do
        for x, widget in ipairs(row) do
            if widget == button then
                return x, y
            end
        end
    end
end

-- Keys go on from this button. KOReader leaves an empty row for a menu that the page has not; no key could leave it.
function focus.on(buttons, id)
    local button, layout = id and buttons:getButtonById(id), buttons.layout
    if not layout then
        return  -- a reader without keys for moving
    end
    for y = #layout, 1, -1 do
        if #layout[y] == 0 then
            table.remove(layout, y)
        end
    end
    local x, y = place_of(layout, button)
    if x then
        buttons:moveFocusTo(x, y, buttons.FOCUS_ONLY_ON_NT)
    end
end

-- Makes keys that come down into the row of this button go to it, whatever button they were on above.
function focus.lead_down_to(buttons, id)
    local button, move = id and buttons:getButtonById(id), buttons.onFocusMove
    if not button or not move then
        return
    end
    function buttons.onFocusMove(this, ...)
        local before = this.selected.y
        local is_done = move(this, ...)
        local _, row = place_of(this.layout or {}, button)
        if row and before < row and this.selected.y == row and button.enabled ~= false then
            focus.on(this, id)
        end
        return is_done
    end
end

return focus
