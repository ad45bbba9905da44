-- KOReader's widget for XHTML, and MuPDF beneath it, as the plugin sees them: the widget takes well-formed pieces alone, looks for
-- pictures in one folder, and turns whole pages. A page holds as many letters as fit; a picture counts as a hundred.
local check = require("check")
local text = require("hornbook_text")
local xhtml = require("hornbook_xhtml")

return function(stubs, widget)
    local ScrollHtmlWidget = widget("ScrollHtmlWidget")

    local function check_pictures(this)
        for source in this.html_body:gmatch('<img[^<>]* src="([^"]*)"') do
            local path = (this.html_resource_directory or "?") .. "/" .. source
            check.that(stubs.saved[path], "there is a picture " .. path)
        end
    end

    local new_widget = ScrollHtmlWidget.new
    function ScrollHtmlWidget.new(class, options)
        local this = new_widget(class, options)
        check.that(this.width > 0 and this.height > 0 and this.default_font_size >= 20, "room and letters")
        check.that(this.dialog, "what is drawn anew after scrolling")
        check.equal(type(this.css), "string")
        -- MuPDF: every <br/> becomes an empty line and a division, which may stand where divisions may.
        check.that(xhtml.is_sound((this.html_body:gsub(' class="[a-z ]*"', ""):gsub("<br/>", "&nbsp;<div></div>"))), this.html_body)
        check_pictures(this)
        check.that(not stubs.drawing_fails, "what MuPDF cannot draw is shown as bare words")
        local letters = text.length((this.html_body:gsub("<img[^<>]*>", ("x"):rep(100)):gsub("<[^<>]*>", "")))
        local size = this.default_font_size
        local on_a_page = math.floor(this.width / (size / 2)) * math.floor(this.height / (size * 1.3))
        this.htmlbox_widget = {page_count = math.max(1, math.ceil(letters / on_a_page)), page_number = 1}
        return this
    end

    local function turn(this, step)
        check.that(not this.is_freed, "what is freed is not used")
        local box = this.htmlbox_widget
        if box.page_number + step < 1 or box.page_number + step > box.page_count then
            return nil
        end
        box.page_number = box.page_number + step
        return true
    end

    function ScrollHtmlWidget:onScrollDown()
        return turn(self, 1)
    end

    function ScrollHtmlWidget:onScrollUp()
        return turn(self, -1)
    end

    function ScrollHtmlWidget:free()
        self.is_freed = true
    end

    local mupdf = {}

    function mupdf.openDocumentFromText(html, magic, folder)
        check.equal(magic, "html")
        check.contains(html, "<body>")
        check.that(folder == nil or folder:find("^/data/cache/"), "a folder of the plugin's")
        if stubs.drawing_fails then
            error("MuPDF cannot open document from text")
        end
        return {close = function() end}
    end

    return ScrollHtmlWidget, mupdf
end
