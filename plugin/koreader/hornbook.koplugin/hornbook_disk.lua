-- Where the plugin keeps things: one file for the register, one for each pupil, each flushed to the disk when saved.
local DataStorage = require("datastorage")
local Device = require("device")
local LuaSettings = require("luasettings")
local util = require("util")

local disk = {}

local function folder()
    return DataStorage:getSettingsDir() .. "/hornbook"
end

local function path_of(name)
    return folder() .. "/" .. name .. ".lua"
end

local open = {}

local function handle(name)
    open[name] = open[name] or LuaSettings:open(path_of(name))
    return open[name]
end

function disk.load(name)
    return handle(name).data
end

function disk.save(name, data)
    util.makePath(folder())
    local file = handle(name)
    file.data = data
    file:flush()
end

function disk.remove(name)
    open[name] = nil
    os.remove(path_of(name))
    os.remove(path_of(name) .. ".old")
end

-- The folder that a computer sees first when the device hangs on its cable.
function disk.results_folder()
    return (Device.home_dir or DataStorage:getFullDataDir()) .. "/hornbook-results"
end

-- files: {name, content}. The folder, or nil when one could not be written.
function disk.write_results(files)
    local target = disk.results_folder()
    util.makePath(target)
    for _, file in ipairs(files) do
        if not util.writeToFile(file.content, target .. "/" .. file.name, true) then
            return nil
        end
    end
    return target
end

return disk
