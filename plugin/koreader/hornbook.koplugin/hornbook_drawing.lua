-- XHTML in a page of text: KOReader's own widget for it (MuPDF) in the place of the text, with its scrolling. Where that widget is
-- missing or fails, the text stays. Pictures lie in a temporary folder as long as the page is open.
local DataStorage = require("datastorage")
local Device = require("device")
local files = require("hornbook_files")
local logger = require("logger")
local system = require("hornbook_system")
local xhtml = require("hornbook_xhtml")

local drawing = {}

local has_widget, ScrollHtmlWidget = pcall(require, "ui/widget/scrollhtmlwidget")
local smallest_font = 20
local number = 0  -- of the last folder of pictures

-- MuPDF knows no rem and no margin-start; widths are in em so that they grow with the letters.
local style = [[
@page { margin: 0; font-family: 'Noto Sans'; }
body { margin: 0; line-height: 1.3; }
p { margin: 0.15em 0; }
.apart { margin-top: 0.8em; }
.within { margin-left: 1.5em; margin-right: 1.5em; }
ol, ul { margin: 0.2em 0; padding: 0 1.7em; }
.turned ol, .turned ul { list-style-type: none; }
blockquote, dd { margin: 0.2em 1em; }
h2, h3, h4, h5, h6 { font-size: 1em; margin: 0.4em 0 0.2em 0; }
table { margin: 0.4em 0; border-collapse: collapse; }
td, th { border-bottom: 1px solid black; padding: 0.15em 0.4em; text-align: left; }
pre, code, kbd, samp { font-family: monospace; }
pre { margin: 0.4em 0; font-size: 0.85em; white-space: pre-wrap; }
s, del { text-decoration: line-through; }
u, ins { text-decoration: underline; }
]]

-- Whether this KOReader draws XHTML at all.
function drawing.can_draw()
    return has_widget and type(ScrollHtmlWidget) == "table"
end

local function folder_of_pictures()
    return DataStorage:getDataDir() .. "/cache/hornbook-pictures"
end

local function clear(folder)
    for _, name in ipairs(system.list(folder)) do
        if name ~= "." and name ~= ".." then
            clear(folder .. "/" .. name)
        end
    end
    system.remove(folder)
end

-- Pictures of one page, in a folder that is made with the first of them; nothing is left of pages that a crash closed.
local function pictures_of(picture)
    local folder
    local function source(href)
        local content = picture and picture(href)
        if type(content) ~= "string" then
            return nil
        end
        if not folder then
            if number == 0 then
                clear(folder_of_pictures())
            end
            number = number + 1
            folder = folder_of_pictures() .. "/" .. number
            system.make_folder(folder)
        end
        local name = href:gsub("/", "-")
        return files.write(system, folder .. "/" .. name, content) and name or nil
    end
    return source, function() return folder end
end

-- The widget tells nobody when MuPDF fails: it shows the bare words, and less of them than our plain text. So it is tried before.
local function try(body, folder)
    local has_mupdf, mupdf = pcall(require, "ffi/mupdf")
    if has_mupdf then
        local page = "<html><head><style>" .. style .. "</style></head><body>" .. body .. "</body></html>"
        mupdf.openDocumentFromText(page, "html", folder):close()
    end
end

local function widget_of(viewer, plain, body, folder, font)
    return ScrollHtmlWidget:new{
        html_body = body,
        css = style,
        default_font_size = Device.screen:scaleBySize(font),
        width = plain.width,
        height = plain.height,
        dialog = viewer,
        highlight_text_selection = true,
        html_resource_directory = folder,
    }
end

-- As large as it can be read without scrolling, where that is possible: `font` if it fits, else the smallest.
local function fitting(viewer, plain, body, folder, font)
    try(body, folder)
    local widget = widget_of(viewer, plain, body, folder, font)
    if font > smallest_font and widget.htmlbox_widget.page_count > 1 then
        widget:free()
        widget = widget_of(viewer, plain, body, folder, smallest_font)
    end
    return widget
end

local function turned(content)
    return xhtml.with_latin_held(xhtml.with_marks_typed(xhtml.with_rows_turned(content)))
end

-- Puts options.xhtml into the place of a text viewer's text; false where it could not: the text stays.
function drawing.draw(viewer, options, font)
    local plain = viewer.scroll_widget or viewer.scroll_text_w
    local frame = viewer.textw
    if not drawing.can_draw() or not plain or not frame or frame[1] ~= plain then
        return false
    end
    local source, folder = pictures_of(options.picture)
    local body = xhtml.with_pictures(options.rtl and turned(options.xhtml) or options.xhtml, source)
    body = (options.rtl and '<div dir="rtl" class="turned">' or '<div dir="ltr">') .. body .. "</div>"
    local ok, widget = pcall(fitting, viewer, plain, body, folder(), font)
    if not ok or not widget then
        logger.info("hornbook: not drawn:", widget)
        if folder() then
            clear(folder())
        end
        return false
    end
    frame[1] = widget
    viewer.scroll_widget = viewer.scroll_widget and widget
    viewer.scroll_text_w = viewer.scroll_text_w and widget
    viewer.box_widget, viewer.is_txt = widget.htmlbox_widget, false
    plain:free()
    if folder() then
        function widget.onCloseWidget()
            clear(folder())
        end
    end
    return true
end

return drawing
