-- Writes JSON with its keys in the order given, so that the same results are the same bytes.
local json = {null = {}}

local escapes = {['"'] = '\\"', ["\\"] = "\\\\", ["\b"] = "\\b", ["\f"] = "\\f", ["\n"] = "\\n", ["\r"] = "\\r", ["\t"] = "\\t"}

-- With quotation marks, control characters escaped.
function json.quote(s)
    return '"' .. s:gsub('[%c"\\\127]', function(c)
        return escapes[c] or string.format("\\u%04x", c:byte())
    end) .. '"'
end

local function number(value)
    return value == math.floor(value) and string.format("%d", value) or (string.format("%.2f", value):gsub("0+$", ""))
end

-- An object is a list of {key, value}; one without a value is left out.
function json.object(pairs_in_order)
    return {object = pairs_in_order}
end

-- indent: a line end and spaces, or empty: all on one line.
local function write(value, indent, parts)
    local inner = indent == "" and "" or indent .. " "
    local function lines(list, open, close, each)
        parts[#parts + 1] = open
        local first = true
        for i = 1, list.n or #list do
            if each(list[i], first and inner or "," .. inner) then
                first = false
            end
        end
        parts[#parts + 1] = (first and "" or indent) .. close
    end
    if value == json.null then
        parts[#parts + 1] = "null"
    elseif type(value) == "string" then
        parts[#parts + 1] = json.quote(value)
    elseif type(value) == "number" then
        parts[#parts + 1] = number(value)
    elseif type(value) == "boolean" then
        parts[#parts + 1] = tostring(value)
    elseif value.object then
        lines(value.object, "{", "}", function(pair, before)
            if pair[2] ~= nil then
                parts[#parts + 1] = before .. json.quote(pair[1]) .. (indent == "" and ":" or ": ")
                write(pair[2], inner, parts)
                return true
            end
        end)
    else
        lines(value, "[", "]", function(element, before)
            parts[#parts + 1] = before
            write(element, inner, parts)
            return true
        end)
    end
end

function json.write(value)
    local parts = {}
    write(value, "\n", parts)
    return table.concat(parts) .. "\n"
end

-- The same on one line, without a space that no text holds.
function json.write_line(value)
    local parts = {}
    write(value, "", parts)
    return table.concat(parts) .. "\n"
end

return json
