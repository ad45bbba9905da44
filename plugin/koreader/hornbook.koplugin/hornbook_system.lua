-- System calls for files; nothing else of the plugin speaks to the C library. Each gives its value, or nil and the reason: nothing is
-- taken for done because it did not complain. Tests hand in others that fail.
local ffi = require("ffi")

-- KOReader may have declared them already.
for _, declaration in ipairs({"int open(const char *, int, ...);", "ssize_t write(int, const void *, size_t);", "int fsync(int);",
                              "int close(int);", "long lseek(int, long, int);"}) do
    pcall(ffi.cdef, declaration)
end
local C = ffi.C

local system = {}

local interrupted, input_output_error, not_there = 4, 5, 2
local invalid = {[22] = true, [38] = true, [78] = true, [95] = true}

local is_mac = ffi.os == "OSX"
local write_only, create = 1, is_mac and 0x200 or 0x40
local modes = {wb = write_only + create + (is_mac and 0x400 or 0x200), ab = write_only + create + (is_mac and 8 or 0x400)}
local rights = ffi.cast("int", 420)  -- 0644
local seek_end = 2

local function failed(what)
    return nil, what .. " failed with error " .. ffi.errno()
end

local File = {}
File.__index = File

-- Lua's own files are not used: where LuaJIT compiles file:flush(), it calls one that failed a second time, and then the C library has
-- forgotten what it could not write.
function File:write(content)
    local bytes, left = ffi.cast("const char *", content), #content
    while left > 0 do
        local count = tonumber(C.write(self.handle, bytes, left))
        if count > 0 then
            bytes, left = bytes + count, left - count
        elseif count == 0 or ffi.errno() ~= interrupted then
            return failed("write")
        end
    end
    return true
end

function File:size()
    return tonumber(C.lseek(self.handle, 0, seek_end))
end

function File:close()
    if C.close(self.handle) ~= 0 then
        return failed("close")
    end
    return true
end

-- A file to write with write, size and close; mode: "wb" or "ab".
function system.open(path, mode)
    local handle = C.open(path, modes[mode], rights)
    if handle < 0 then
        return failed("open")
    end
    return setmetatable({handle = handle}, File)
end

system.rename = os.rename

function system.remove(path)
    local done, why, code = os.remove(path)
    return done or code == not_there or nil, why
end

-- nil and "absent" when there is no such file.
function system.read(path)
    local file, why, code = io.open(path, "rb")
    if not file then
        return nil, code == not_there and "absent" or why
    end
    local content, reason = file:read("*a")
    file:close()
    return content, reason
end

-- Waits until what was written lies on the storage; a file system that cannot promise it is believed.
function system.sync(file)
    if C.fsync(file.handle) == 0 or invalid[ffi.errno()] then
        return true
    end
    return failed("fsync")
end

-- The same for names in a folder; many file systems refuse it, so only a broken storage counts.
function system.sync_folder(path)
    local folder = C.open(path, 0)
    if folder < 0 then
        return true
    end
    local is_broken = C.fsync(folder) ~= 0 and ffi.errno() == input_output_error
    C.close(folder)
    if is_broken then
        return nil, "fsync failed"
    end
    return true
end

-- Names in a folder, in order; none when there is no folder.
function system.list(path)
    local names = {}
    local ok, lfs = pcall(require, "libs/libkoreader-lfs")
    if ok and lfs.attributes(path, "mode") == "directory" then
        for name in lfs.dir(path) do
            names[#names + 1] = name
        end
    end
    table.sort(names)
    return names
end

function system.make_folder(path)
    return require("util").makePath(path)
end

-- What tells one switching-on of the device from another, and the seconds since, those of sleep too; nil where the system hides them.
function system.steady()
    local boot, up = system.read("/proc/sys/kernel/random/boot_id"), system.read("/proc/uptime")
    up = up and tonumber(up:match("^[%d.]+"))
    if boot and up then
        return boot:match("^%S+"), up
    end
end

-- "file", "directory" or nil.
function system.kind(path)
    local ok, lfs = pcall(require, "libs/libkoreader-lfs")
    return ok and lfs.attributes(path, "mode") or nil
end

function system.random(count)
    local source = io.open("/dev/urandom", "rb")
    local bytes = source and source:read(count)
    if source then
        source:close()
    end
    return bytes and #bytes == count and bytes or nil
end

return system
