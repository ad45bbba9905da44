-- XHTML of a question's prose: what of it is taken from a file that is not trusted, its pictures, and plain text made into it.
local xhtml = {}

local function set(list)
    local result = {}
    for name in list:gmatch("%S+") do
        result[name] = true
    end
    return result
end

-- What the builder writes; nothing among it can run, lead anywhere or bring its own style.
local elements = set("b bdi blockquote br caption cite code dd del dfn div dl dt em h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q "
    .. "rp rt ruby s samp small span strong sub sup table tbody td th thead tr u ul var")
local voids = set("br hr img")
local attributes = set("alt colspan dir height lang reversed rowspan src start type value width")

local function is_picture(href)
    return href:match("^[a-z0-9_/.-]+$") and not href:find("..", 1, true) and href:sub(1, 1) ~= "/"
end

local function has_sound_attributes(written)
    local rest = written:gsub('%s+([a-z]+)="([^"<]*)"', function(name, value)
        local is_sound = attributes[name] and (name ~= "src" or is_picture(value))
        return is_sound and "" or nil
    end)
    return rest:match("^%s*/?$") ~= nil
end

-- Whether it is well-formed and holds nothing but these elements and attributes.
function xhtml.is_sound(content)
    local open, at = {}, 1
    while true do
        local first, last, slash, name, rest = content:find("<(/?)([a-z0-9]+)([^<>]*)>", at)
        if content:sub(at, (first or 0) - 1):find("[<>]") then
            return false
        elseif not first then
            return #open == 0
        elseif not elements[name] or #open > 50 then
            return false
        elseif slash == "/" then
            if table.remove(open) ~= name or rest ~= "" then
                return false
            end
        elseif not has_sound_attributes(rest) then
            return false
        elseif not voids[name] then
            open[#open + 1] = name
        end
        at = last + 1
    end
end

function xhtml.of_text(s)
    return (s:gsub("[&<>]", {["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;"}))
end

-- Each picture's place is what source(href) says; where it says nothing its words stand there.
function xhtml.with_pictures(content, source)
    return (content:gsub("<img[^<>]*>", function(tag)
        local place = source(tag:match('src="([^"]*)"') or "")
        if place then
            return (tag:gsub('src="[^"]*"', function() return 'src="' .. place .. '"' end))
        end
        local alt = tag:match('alt="([^"]*)"') or ""
        return alt == "" and "" or "[" .. alt .. "]"
    end))
end

-- Rows of tables the other way round, for what runs from right to left: MuPDF begins them all on the left.
function xhtml.with_rows_turned(content)
    return (content:gsub("<tr>(.-)</tr>", function(row)
        local cells = {}
        for cell in row:gmatch("<t[dh].-</t[dh]>") do
            table.insert(cells, 1, cell)
        end
        return not row:find("<tr", 1, true) and "<tr>" .. table.concat(cells) .. "</tr>" or nil
    end))
end

-- Lists with their marks as words: MuPDF puts all marks on the left, which for what runs from right to left is the far end of the line.
function xhtml.with_marks_typed(content)
    local lists = {}
    local typed = content:gsub("<(/?)([oul][li])([^<>]*)>", function(slash, name, attributes_of_it)
        local list = lists[#lists]
        if slash == "/" then
            lists[#lists] = name == "li" and list or nil
        elseif name ~= "li" then
            lists[#lists + 1] = {is_numbered = name == "ol", number = tonumber(attributes_of_it:match('start="(%-?%d+)"')) or 1}
        elseif list then
            local number = tonumber(attributes_of_it:match('value="(%-?%d+)"')) or list.number
            list.number = number + 1
            return "<li>\2" .. (list.is_numbered and number .. ". " or "• ") .. "\2"
        end
    end)
    return (typed:gsub("\2([^\2]*)\2(%s*<p>)", "%2%1"):gsub("\2", ""))
end

local left_to_right = "\226\128\142"  -- U+200E

-- Code, and paragraphs of Latin letters alone, from left to right up to their last bracket within what runs the other way: MuPDF obeys
-- neither bdi nor dir within a line, but this mark.
function xhtml.with_latin_held(content)
    local held = content:gsub("(<code>)(.-)(</code>)", "%1" .. left_to_right .. "%2" .. left_to_right .. "%3")
    return (held:gsub("(<p[^<>]*>)(.-)(</p>)", function(open, words, close)
        local is_latin = words:gsub("<[^<>]*>", ""):find("%a") and not words:find("[\214-\221]")  -- what Hebrew and Arabic begin with
        return is_latin and open .. words .. left_to_right .. close or nil
    end))
end

return xhtml
