-- Prose: what is shown in two forms, as plain text, and as XHTML where that says more. A piece of prose is a string, or {text, xhtml};
-- a page is a list of them, each a paragraph of its own, and "" is room between two. XHTML that is empty says: only plain text needs this.
local text = require("hornbook_text")
local xhtml = require("hornbook_xhtml")

local prose = {}

-- A property of a question, a choice, …; nil where there is none. A picture without words has XHTML alone.
function prose.of(part, name)
    local drawn = part.xhtml and part.xhtml[name]
    return drawn and {text = part[name] or "", xhtml = drawn} or part[name]
end

function prose.text(piece)
    return type(piece) == "table" and piece.text or piece
end

local function within_line(piece)
    return type(piece) == "table" and piece.xhtml or text.with_stress(xhtml.of_text(piece), "<b>", "</b>")
end

-- Pieces in a line.
function prose.join(...)
    local plain, drawn, is_drawn = {}, {}, false
    for i, piece in ipairs({...}) do
        plain[i], drawn[i] = prose.text(piece), within_line(piece)
        is_drawn = is_drawn or type(piece) == "table"
    end
    plain = table.concat(plain)
    return is_drawn and {text = plain, xhtml = table.concat(drawn)} or plain
end

-- A sentence of the plugin's with a piece in it: fill(function(sign) return words.get(key, sign) end, piece).
function prose.fill(sentence, piece)
    if type(piece) ~= "table" then
        return sentence(piece)
    end
    local before, after = sentence("\1"):match("^(.-)\1(.*)$")
    return prose.join(before, piece, after)
end

-- Where some of its words are stressed, the others are not.
function prose.strong(piece)
    if type(piece) ~= "table" then
        return text.strong(piece)
    end
    local has_stress = piece.xhtml:find("<strong>", 1, true) or piece.xhtml:find("<b>", 1, true)
    return {text = text.strong(piece.text), xhtml = has_stress and piece.xhtml or "<b>" .. piece.xhtml .. "</b>"}
end

function prose.plain(pieces)
    local lines = {}
    for i, piece in ipairs(pieces) do
        lines[i] = prose.text(piece)
    end
    return table.concat(lines, "\n")
end

local function paragraph(line, is_apart)
    local indent, words = line:match("^(%s*)(.-)%s*$")
    local class = (is_apart and "apart" or "") .. (#indent > 2 and " within" or "")
    return '<p class="' .. class .. '">' .. within_line(words) .. "</p>"
end

-- The page as XHTML; nil where plain text says all of it.
function prose.xhtml(pieces)
    local drawn, is_apart, says_more = {}, false, false
    for _, piece in ipairs(pieces) do
        if type(piece) == "table" then
            if piece.xhtml ~= "" then
                drawn[#drawn + 1] = '<div class="' .. (is_apart and "apart" or "") .. '">' .. piece.xhtml .. "</div>"
                is_apart = false
            end
            says_more = true
        else
            for line in (piece .. "\n"):gmatch("([^\n]*)\n") do
                if line ~= "" then
                    drawn[#drawn + 1] = paragraph(line, is_apart)
                end
                is_apart = line == ""
            end
        end
    end
    return says_more and table.concat(drawn, "\n") or nil
end

return prose
