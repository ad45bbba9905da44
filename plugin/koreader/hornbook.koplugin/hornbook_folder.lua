-- The folder where the plugin keeps things: a journal for each name, and files of results that leave the device.
local Journal = require("hornbook_journal")
local device = require("hornbook_device")
local files = require("hornbook_files")

local Folder = {}

local ending = ".journal"
local deepest = 8  -- folders in which results are looked for

-- LuaSettings' files, in which plugins of 2025 and 2026 kept things: Lua that gives a table. It runs where nothing is in reach.
local function read_settings(system, path)
    local content, why = system.read(path)
    local run = content and content:byte(1) ~= 27 and loadstring(content, "=" .. path)
    local ok, data = false, nil
    if run then
        jit.off(run, true)  -- once is not worth compiling; and LuaJIT has crashed on it
        ok, data = pcall(setfenv(run, {}))
    end
    if ok and type(data) == "table" then
        return data
    end
    return nil, why ~= "absent" and content or nil
end

-- system: as hornbook_system; path, results_path: folders, which are made at the first writing.
function Folder.of(system, path, results_path)
    local folder = {open = {}}

    local function path_of(name)
        return path .. "/" .. name
    end

    -- The journal of a name, the same one each time. about: what its first line says when it is made.
    function folder.journal(name, about)
        folder.open[name] = folder.open[name] or Journal.open(system, path_of(name) .. ending, about)
        return folder.open[name]
    end

    -- What the journal's first line says, or nil.
    function folder.about(name)
        return Journal.about(system, path_of(name) .. ending)
    end

    -- Writes what changed in all open journals; true, or nil and the reason of the first that could not be.
    function folder.keep()
        local done, why = true, nil
        system.make_folder(path)
        for _, journal in pairs(folder.open) do
            local kept, reason = journal:keep()
            if not kept then
                done, why = nil, why or reason
            end
        end
        return done, why
    end

    -- Forgets journals that have nothing left to write.
    function folder.rest()
        for name, journal in pairs(folder.open) do
            if journal:keep() then
                folder.open[name] = nil
            end
        end
    end

    -- A small table under a name; what changes in it is found by save.
    function folder.load(name)
        local journal = folder.journal(name)
        if #journal.watched == 0 then
            journal:watch({}, 2)
        end
        if journal.is_new and next(journal.data) == nil then
            for key, value in pairs(folder.old_settings(name) or {}) do
                journal.data[key], journal.took_over = value, true
            end
        end
        return journal.data
    end

    -- true, or nil and the reason; the next save or keep tries again.
    function folder.save(name, data)
        folder.load(name)
        local journal = folder.journal(name)
        if type(data) == "table" then
            journal.data = data
        end
        system.make_folder(path)
        local done, why = journal:keep()
        if done and journal.took_over then
            folder.retire_settings(name)
            journal.took_over = nil
        end
        return done, why
    end

    -- The table of an older plugin's file. One that cannot be read is put aside, and its older copy is used.
    function folder.old_settings(name)
        local file = path_of(name) .. ".lua"
        local data, unread = read_settings(system, file)
        if unread then
            files.put_aside(system, file, unread)
        end
        return data or (read_settings(system, file .. ".old"))
    end

    -- What it held is kept in journals now.
    function folder.retire_settings(name)
        local file = path_of(name) .. ".lua"
        if system.read(file) then
            system.rename(file, file .. ".taken-over")
        end
        system.remove(file .. ".old")
    end

    -- The names of all journals and older plugins' files, in order.
    function folder.names()
        local names, seen = {}, {}
        for _, file in ipairs(system.list(path)) do
            local name = file:match("^(.+)%.journal$") or file:match("^(.+)%.journal%.old$") or file:match("^(.+)%.lua$")
                or file:match("^(.+)%.lua%.old$")
            if name and not seen[name] then
                seen[name] = true
                names[#names + 1] = name
            end
        end
        return names
    end

    -- Deletes all that stands under a name, with older copies; of a newer plugin's, too: it is the pupil who asks for it.
    function folder.remove(name)
        folder.open[name] = nil
        local done = true
        for _, file in ipairs(system.list(path)) do
            if file:sub(1, #name + 9) == name .. ending .. "." or file == name .. ending or file:sub(1, #name + 5) == name .. ".lua."
                or file == name .. ".lua" then
                done = system.remove(path_of(file)) and done
            end
        end
        return done
    end

    -- Writes a journal anew and leaves nothing of what it held before.
    function folder.replace(name, data)
        local journal = folder.open[name]
        local before, watched = journal.data, journal.watched
        journal.data, journal.watched, journal.pending = data, {}, {}
        if not journal:write_anew() then
            journal.data, journal.watched = before, watched
            return nil
        end
        folder.open[name] = nil
        for _, file in ipairs(system.list(path)) do
            if file:sub(1, #name + 9) == name .. ending .. "." then
                system.remove(path_of(file))
            end
        end
        return true
    end

    folder.random, folder.steady = system.random, system.steady

    function folder.marks()
        return device.marks(system)
    end

    function folder.results_folder()
        return results_path
    end

    -- Names of the JSON files in the folder of results and in folders below it, in order, at most so many; whether there are more of them,
    -- or deeper ones; and names of CSV files without a JSON file beside them.
    function folder.result_names(most)
        local names, is_more, lone = {}, false, {}
        local function look(below, depth)
            for _, name in ipairs(system.list(results_path .. below)) do
                local at = below .. "/" .. name
                local kind = name:sub(1, 1) ~= "." and system.kind(results_path .. at)
                if kind == "directory" and depth == deepest then
                    is_more = true
                elseif kind == "directory" then
                    look(at, depth + 1)
                elseif kind == "file" and name:lower():match("%.json$") then
                    is_more = is_more or #names == most
                    names[#names + 1] = #names < most and at:sub(2) or nil
                elseif kind == "file" and name:lower():match("%.csv$") then
                    local is_alone = system.kind(results_path .. at:sub(1, -4) .. "json") ~= "file"
                    lone[#lone + 1] = is_alone and #lone < most and at:sub(2) or nil
                end
            end
        end
        look("", 1)
        return names, is_more, lone
    end

    function folder.read_result(name)
        return system.read(results_path .. "/" .. name)
    end

    -- results: {name, content}. The folder, or nil when one could not be written.
    function folder.write_results(results)
        system.make_folder(results_path)
        for _, file in ipairs(results) do
            if not files.write(system, results_path .. "/" .. file.name, file.content) then
                return nil
            end
        end
        return results_path
    end

    return folder
end

return Folder
