-- System calls over a table of files, for tests. As in the worst of devices, what was not synced is not there; and each call can fail.
local memory = {}

local Handle = {}
Handle.__index = Handle

function Handle:write(content)
    if self.system.fails("write") then
        self.content = self.content .. content:sub(1, math.floor(#content / 2))
        return nil, "no space"
    end
    self.content = self.content .. content
    return true
end

function Handle:size()
    return #self.content
end

function Handle:close()
    if self.system.fails("close") then
        return nil, "no space"
    end
    return true
end

-- kept(): the table of files, path -> content. The system counts its calls in `calls` and the bytes that were written in `bytes`; from
-- `fail_from` calls on, all of them fail (reading does not).
function memory.system(kept)
    local system = {calls = 0, bytes = 0, seed = 7}

    function system.fails(call)
        system.calls = system.calls + 1
        system.last = call
        return system.fail_from and system.calls >= system.fail_from
    end
    function system.open(path, mode)
        if system.fails("open") then
            return nil, "read only"
        end
        local before = mode == "ab" and kept()[path] or ""
        kept()[path] = before
        return setmetatable({system = system, path = path, content = before}, Handle)
    end
    function system.sync(file)
        system.bytes = system.bytes + #file.content - #kept()[file.path]
        kept()[file.path] = file.content
        return not system.fails("sync") or nil, "no space"
    end
    function system.rename(from, to)
        if system.fails("rename") then
            return nil, "no space"
        end
        kept()[from], kept()[to] = nil, kept()[from]
        return true
    end
    function system.remove(path)
        if system.fails("remove") then
            return nil, "read only"
        end
        kept()[path] = nil
        return true
    end
    function system.read(path)
        return kept()[path], not kept()[path] and "absent" or nil
    end
    function system.sync_folder()
        return not system.fails("sync_folder") or nil, "no space"
    end
    function system.list(path)
        local names, seen = {}, {}
        for name in pairs(kept()) do
            local first = name:sub(1, #path + 1) == path .. "/" and name:sub(#path + 2):match("^[^/]+")
            if first and not seen[first] then
                names[#names + 1], seen[first] = first, true
            end
        end
        table.sort(names)
        return names
    end
    function system.kind(path)
        if kept()[path] then
            return "file"
        end
        return #system.list(path) > 0 and "directory" or nil
    end
    -- What tests say of the seconds since the device was switched on.
    function system.steady()
        if system.boot then
            return system.boot, system.up
        end
    end
    function system.make_folder()
        return true
    end
    function system.random(count)
        local bytes = {}
        for i = 1, count do
            system.seed = (system.seed * 69069 + 1) % 2 ^ 32
            bytes[i] = string.char(math.floor(system.seed / 2 ^ 24))
        end
        return table.concat(bytes)
    end
    return system
end

return memory
