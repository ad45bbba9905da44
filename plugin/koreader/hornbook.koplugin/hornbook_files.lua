-- Files written so that at any moment, whatever fails, the old one or the whole new one is there: a new file, every step checked,
-- fsync, rename, the folder synced. system: as hornbook_system.
local files = {}

local function fill(system, path, mode, content)
    local file, why = system.open(path, mode)
    if not file then
        return nil, why
    end
    local done
    if mode == "ab" and file:size() == 0 then
        file:close()
        return nil, "absent"
    end
    done, why = file:write(content)
    if done then
        done, why = system.sync(file)
    end
    local closed, reason = file:close()
    if not done or not closed then
        return nil, why or reason or "not written"
    end
    return true
end

local function folder_of(path)
    return path:match("^(.*)/[^/]*$") or "."
end

-- Replaces the file; true, or nil and the reason, and then the old file is as it was.
function files.write(system, path, content)
    local done, why = fill(system, path .. ".new", "wb", content)
    if done then
        done, why = system.rename(path .. ".new", path)
    end
    if done then
        done, why = system.sync_folder(folder_of(path))
    else
        system.remove(path .. ".new")
    end
    return done and true or nil, why
end

-- Adds to a file's end; after a failure a part of the content may stand there. nil and "absent": it holds nothing to be added to.
function files.append(system, path, content)
    return fill(system, path, "ab", content)
end

-- A copy under a name that was free, so that nothing overwrites what could not be read; nil when it could not be made.
function files.put_aside(system, path, content)
    for i = 1, 999 do
        local name = path .. ".damaged-" .. i
        local there, why = system.read(name)
        if there == content then
            return name
        elseif not there and why == "absent" then
            return files.write(system, name, content) and name
        end
    end
end

return files
