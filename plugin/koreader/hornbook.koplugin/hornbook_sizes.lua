-- How large things are on this screen: rows that a finger meets, choices that wrap in their row, the letters of a page.
-- All in pixels, but for font sizes, which are KOReader's own.
local ButtonTable = require("ui/widget/buttontable")
local Device = require("device")
local Font = require("ui/font")
local Size = require("ui/size")
local TextBoxWidget = require("ui/widget/textboxwidget")
local text = require("hornbook_text")

local sizes = {}

local Screen = Device.screen

local least_row = 7               -- millimetres, as a child's finger needs
local part_for_choices = 0.55     -- of the screen's height at most; the rest is the question's
local wrapped_font = 19           -- KOReader's buttons wrap their text at one less than their usual size
local fonts = {30, 27, 24, 22}    -- of the text of a page, the largest first
local smallest_font = 20
local longest_in_old_rows = 50    -- letters, where KOReader cannot yet be told how high a row is

-- What KOReader adds to the height of a button's text.
local function frame_of_row()
    return 2 * Size.padding.buttontable
end

-- The least height of a button's text, so that its row is seven millimetres high on the real screen.
function sizes.row_text()
    local dpi = Device.getDeviceScreenDPI and Device:getDeviceScreenDPI() or Screen:getDPI()
    local one_line = Screen:scaleBySize(30)
    return math.max(math.ceil(least_row / 25.4 * dpi) - frame_of_row(), one_line)
end

function sizes.page_width()
    return Screen:getWidth() - 2 * Size.padding.default
end

function sizes.dialog_width()
    return math.floor(math.min(Screen:getWidth(), Screen:getHeight()) * 0.9) - 2 * Size.border.window - 2 * Size.padding.button
end

-- The widget draws what its height shows, even to be measured, and drawing costs ten times what finding the lines does: so it shows one.
local function measured(words, face, width, line_height)
    local box = TextBoxWidget:new{text = words, face = face, width = width, line_height = line_height, height = 1,
                                  for_measurement_only = true}
    local height = box:getSize().h + (math.max(1, box:getAllLineCount()) - 1) * box:getLineHeight()
    box:free()
    return height
end

-- Heights of button texts by width and words: a page asks for each of its own several times, and the next page for most of them again.
local known, known_count = {}, 0
local most_known = 500

local function known_height(label, width)
    local key = width .. " " .. label
    if not known[key] then
        if known_count == most_known then
            known, known_count = {}, 0
        end
        known[key], known_count = measured(label, Font:getFace("cfont", wrapped_font), width, 0), known_count + 1
    end
    return known[key]
end

-- The height of a text in a button of this outer width.
local function text_height(label, width, align)
    local beside = 2 * (align == "left" and Size.padding.large or Size.padding.button)
    return math.max(sizes.row_text(), known_height(label, width - beside))
end

-- The height for the texts of one row of buttons {label, align}, in a table of this width.
function sizes.row_of(buttons, width)
    local each, height = math.floor(width / #buttons), 0
    for _, button in ipairs(buttons) do
        height = math.max(height, text_height(button.label, each, button.align))
    end
    return height
end

-- How many entries a list shows at most, so that each is seven millimetres high: KOReader divides the page by this number.
function sizes.list_rows()
    local usual = tonumber(G_reader_settings:readSetting("items_per_page")) or 14
    local around = Screen:scaleBySize(100)  -- the title and the line of page numbers
    return math.max(1, math.min(usual, math.floor((Screen:getHeight() - around) / (sizes.row_text() + frame_of_row()))))
end

-- With what KOReader draws around it.
function sizes.rows_height(rows, width)
    local height = 0
    for _, row in ipairs(rows) do
        height = height + sizes.row_of(row, width) + frame_of_row() + 2 * Size.span.vertical_default + Size.line.medium
    end
    return height
end

-- KOReader before 2025 gives every row the height of one line.
local function has_row_heights()
    if sizes.new_rows == nil then
        local probe = ButtonTable:new{width = 300, buttons = {{{text = "x", height = 77, callback = function() end}}}}
        sizes.new_rows = probe.buttons_layout[1][1].height == 77
    end
    return sizes.new_rows
end

-- Whether buttons with these labels, one below another, leave room for their question.
function sizes.rows_fit(labels)
    local rows = {}
    for i, label in ipairs(labels) do
        if not has_row_heights() and text.length(label) > longest_in_old_rows then
            return false
        end
        rows[i] = {{label = label, align = "left"}}
    end
    return sizes.rows_height(rows, sizes.page_width()) <= part_for_choices * Screen:getHeight()
end

-- The largest letters at which a page's text needs no scrolling above its rows; the reader's own size is the least.
function sizes.font_for(words, rows)
    local own = (G_reader_settings:readSetting("textviewer_text_types") or {}).general
    local least = own and own.font_size or smallest_font
    local title = Screen:scaleBySize(60)
    local around = 2 * (Size.padding.large + Size.margin.small)
    local room = Screen:getHeight() - title - around - sizes.rows_height(rows, sizes.page_width())
    local width = Screen:getWidth() - around - Screen:scaleBySize(6) - Screen:scaleBySize(12)
    for _, size in ipairs(fonts) do
        if size > least and measured(words, Font:getFace("x_smallinfofont", size), width, nil) <= room then
            return size
        end
    end
    return least
end

return sizes
