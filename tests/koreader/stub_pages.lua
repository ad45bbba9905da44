-- Pages of text with tables of buttons below, as the plugin's widget layer sees them: how large a text is drawn, where the keys'
-- focus stands, what page keys do.
local check = require("check")
local text = require("hornbook_text")

return function(stubs, widget, UIManager)
    -- A text in letters of a face {name, size}: each letter is half as wide as it is high, and lines break anywhere.
    local TextBoxWidget = widget("TextBoxWidget", {free = function() end})

    function TextBoxWidget:getAllLineCount()
        local lines, letters = 0, math.max(1, math.floor(self.width / (self.face.size / 2)))
        for line in (self.text .. "\n"):gmatch("([^\n]*)\n") do
            lines = lines + math.max(1, math.ceil(text.length(line) / letters))
        end
        return lines
    end

    function TextBoxWidget:getLineHeight()
        return math.floor(self.face.size * (1 + (self.line_height or 0.3)))
    end

    -- A height is that of at least one line; all of it is drawn, which takes long.
    function TextBoxWidget:getSize()
        local line = self:getLineHeight()
        check.that(self.height or not self.for_measurement_only, "a text is drawn whole to be measured")
        return {w = self.width, h = self.height and math.max(self.height, line) or self:getAllLineCount() * line}
    end

    local Button = {}
    Button.__index = Button

    function Button:setText(label, width)
        check.equal(width, self.width)
        self.entry.text, self.text = label, label
    end

    function Button:enableDisable(enabled)
        self.entry.enabled, self.enabled = enabled, enabled
    end

    function Button.refresh()
    end

    local ButtonTable = widget("ButtonTable")
    local new_table = ButtonTable.new
    function ButtonTable.new(class, options)
        local buttons = new_table(class, options)
        buttons.buttons_layout, buttons.selected, buttons.FOCUS_ONLY_ON_NT = {}, {x = 1, y = 1}, 0
        for y, row in ipairs(options.buttons) do
            buttons.buttons_layout[y] = {}
            for x, entry in ipairs(row) do
                local button = {entry = entry, text = entry.text, enabled = entry.enabled, id = entry.id, width = 100,
                                height = entry.height, [1] = {dimen = {}}}
                buttons.buttons_layout[y][x] = setmetatable(button, Button)
            end
        end
        buttons.layout = stubs.has_keys and buttons.buttons_layout or nil
        return buttons
    end

    function ButtonTable:getButtonById(id)
        for _, row in ipairs(self.buttons_layout) do
            for _, button in ipairs(row) do
                if button.id == id then
                    return button
                end
            end
        end
    end

    function ButtonTable:moveFocusTo(x, y)
        check.that(self.layout[y] and self.layout[y][x], "there is a button to focus")
        self.selected = {x = x, y = y}
        return true
    end

    -- A step down or up: over the end to the other end, and in a shorter row to its last button.
    function ButtonTable:onFocusMove(step)
        local y = (self.selected.y + step[2] - 1) % #self.layout + 1
        check.equal(step[1], 0)
        self.selected = {x = math.min(self.selected.x, #self.layout[y]), y = y}
        return true
    end

    -- As in KOReader: nil where the focus stands on nothing, and no key can move it.
    function ButtonTable:getFocusItem()
        return self.layout and self.layout[self.selected.y] and self.layout[self.selected.y][self.selected.x]
    end

    local TextViewer = widget("TextViewer", {paintTo = function() end})

    -- KOReader sends it to what lies within, too.
    function TextViewer.onCloseWidget()
    end

    function TextViewer:onClose()
        UIManager:close(self)
        return true
    end

    -- The text first, as far as it scrolls; then the neighbour.
    function TextViewer:onScrollOrNavigate(direction)
        local text_or_drawing = self.scroll_widget
        if direction > 0 and text_or_drawing:onScrollDown() or direction < 0 and text_or_drawing:onScrollUp() then
            return true
        end
        local turn = direction > 0 and self.page_turn_callback_next or self.page_turn_callback_prev
        if turn then
            turn()
            return true
        end
        return false
    end

    local new_viewer = TextViewer.new
    function TextViewer.new(class, options)
        check.that(options.text_type == nil or options.text_types[options.text_type].font_size, "the text has a size")
        local viewer = new_viewer(class, options)
        viewer.frame = {dimen = {}, radius = 7}
        viewer.scroll_widget = {width = options.width - 24, height = 300, free = function(this) this.is_freed = true end,
                                onScrollDown = function() end, onScrollUp = function() end}
        viewer.textw = {viewer.scroll_widget}
        viewer.key_events = {ShowMenu = {{"Menu"}}}
        viewer.button_table = ButtonTable:new{width = options.width, buttons = options.buttons_table}
        if stubs.has_keys then
            table.insert(viewer.button_table.layout, 1, {})  -- for a menu's button that is not there
        end
        return viewer
    end

    -- Whoever extends it makes its parts in init, and hears of gestures and keys by name.
    local InputContainer = {}
    InputContainer.__index = InputContainer

    function InputContainer:extend(class)
        class.__index = class
        return setmetatable(class, self)
    end

    function InputContainer.new(class, options)
        local made = setmetatable(options, class)
        made.ges_events, made.key_events = {}, {}
        made:init()
        made.buttons = made.button_table.buttons
        return made
    end

    function InputContainer.paintTo()
    end

    return {InputContainer = InputContainer, TextBoxWidget = TextBoxWidget, ButtonTable = ButtonTable, TextViewer = TextViewer}
end
