-- Files and JSON for the tests; the plugin itself is handed both by KOReader.
local json = require("dkjson")

local files = {null = setmetatable({}, {__tostring = function() return "null" end})}

function files.read(path)
    local file = assert(io.open(path, "rb"))
    local content = file:read("*a")
    file:close()
    return content
end

function files.write(path, content)
    local file = assert(io.open(path, "wb"))
    assert(file:write(content))
    file:close()
end

function files.decode(content)
    local value, _, message = json.decode(content, 1, files.null, nil, nil)
    return value, message
end

function files.encode(value)
    return json.encode(value)
end

function files.read_json(path)
    return assert(files.decode(files.read(path)))
end

-- Paths of a folder's files with one ending, in order.
function files.list(folder, ending)
    local paths = {}
    local listing = assert(io.popen('ls "' .. folder .. '"'))
    for name in listing:lines() do
        if name:match("%." .. ending .. "$") then
            paths[#paths + 1] = folder .. "/" .. name
        end
    end
    listing:close()
    return paths
end

-- A pupil's answer as the plugin keeps it: JSON's null within one is false there.
function files.answer(answer)
    if answer == files.null then
        return nil
    end
    if type(answer) == "table" then
        for i, value in ipairs(answer) do
            answer[i] = value ~= files.null and value
        end
    end
    return answer
end

return files
