-- A table that is kept by lines added to a file: each save adds one line with what changed, so it costs the same however much is kept.
-- A line is a checksum and a list of {path, value}; a value that is missing takes what is at the path away. The first line says whose
-- journal it is, and an {"end"} line closes what was written in one go by hornbook_files. When more was added than that, it is written
-- anew at the next opening, and one older copy stays beside it.
-- Not compiled: what LuaJIT 2.1 of 2022 made of this file read freed memory; and waiting for the storage takes longer by far.
jit.off(true, true)

local files = require("hornbook_files")
local values = require("hornbook_values")

local Journal = {}
Journal.__index = Journal

Journal.version = 1
local longest_line = 4096  -- bytes, about, of a value that is still written as one, not part by part
Journal.most_added = 65536  -- bytes that are added, beyond the size of what was written in one go

-- ---- lines ----

local function line_of(value)
    local payload = values.write(value)
    return values.checksum(payload) .. " " .. payload .. "\n"
end

local function extended(path, key)
    local longer = {unpack(path)}
    longer[#longer + 1] = key
    return longer
end

-- What is left of so many bytes when a value is written, about; it stops below nothing, so that a large value costs no more than a line.
local function room_behind(value, room)
    if type(value) ~= "table" then
        return room - (type(value) == "string" and #value + 3 or 6)
    end
    for key, inner in pairs(value) do
        room = room_behind(inner, room - #tostring(key) - 3)
        if room < 0 then
            break
        end
    end
    return room
end

local function add_lines(lines, path, value)
    if #path > 0 and (type(value) ~= "table" or next(value) == nil or room_behind(value, longest_line) >= 0) then
        lines[#lines + 1] = line_of({{path, value}})
        return
    end
    local keys = {}
    for key in pairs(value) do
        keys[#keys + 1] = key
    end
    table.sort(keys, function(a, b) return tostring(a) < tostring(b) end)
    for _, key in ipairs(keys) do
        add_lines(lines, extended(path, key), value[key])
    end
end

local function whole(about, data)
    local head = {hornbook = "journal", version = Journal.version}
    for key, value in pairs(about) do
        head[key] = value
    end
    local lines = {line_of(head)}
    add_lines(lines, {}, data)
    lines[#lines + 1] = line_of({["end"] = #lines})
    return table.concat(lines)
end

-- {head, changes, has_end, bad, torn, written}: what a file holds, as far as its lines are sound.
local function read_lines(content)
    local found = {changes = {}, bad = 0, written = 0}
    local at = 1
    while at <= #content do
        local stop = content:find("\n", at, true)
        if not stop then
            found.torn = true
            break
        end
        local sum, payload = content:sub(at, stop - 1):match("^(%x%x%x%x%x%x%x%x) (.*)$")
        local value = sum and values.checksum(payload) == sum and values.read(payload)
        if type(value) ~= "table" then
            found.bad = found.bad + (stop > at and 1 or 0)
        elseif value.hornbook == "journal" then
            found.head = value
        elseif value["end"] then
            found.has_end, found.written = true, stop
        else
            found.changes[#found.changes + 1] = value
        end
        at = stop + 1
    end
    return found
end

local function put(root, path, value)
    local node = root
    for i = 1, #path - 1 do
        if type(node[path[i]]) ~= "table" then
            node[path[i]] = {}
        end
        node = node[path[i]]
    end
    node[path[#path]] = value
end

local function apply(data, found)
    for _, changes in ipairs(found.changes) do
        for _, change in ipairs(changes) do
            local path = type(change) == "table" and change[1]
            if type(path) == "table" and #path > 0 then
                put(data, path, change[2])
            end
        end
    end
end

-- What a journal's first line says; nil when it cannot be read, and "newer"
-- when it is of a newer plugin.
function Journal.about(system, path)
    for _, name in ipairs({path, path .. ".old"}) do
        local content = system.read(name)
        local found = content and read_lines(content:match("^[^\n]*\n") or "")
        if found and found.head then
            if found.head.version ~= Journal.version then
                return nil, "newer"
            end
            return found.head
        end
    end
end

-- ---- opening ----

local function has_about(found)
    return found.head and found.head.version == Journal.version
end

-- The older copy, where there is a sound one.
local function read_older(self)
    local content = self.system.read(self.path .. ".old")
    local found = content and read_lines(content)
    if found and has_about(found) then
        apply(self.data, found)
        self.about = found.head
        return true
    end
end

local function restore(self, content, found)
    read_older(self)
    apply(self.data, found)
    if has_about(found) then
        self.about = found.head
    end
    if #content == 0 or files.put_aside(self.system, self.path, content) then
        self:write_anew()
    end
end

local function load(self)
    local content, why = self.system.read(self.path)
    if not content then
        self.is_new = why == "absent"
        self.state = not self.is_new and "unreadable" or nil
        self.was_damaged = self.is_new and read_older(self)
        return
    end
    local found = read_lines(content)
    if found.head and found.head.version ~= Journal.version then
        self.state, self.about = "newer", found.head
    elseif not found.head or not found.has_end or found.bad > 0 then
        self.was_damaged, self.is_unclean = true, true
        restore(self, content, found)
    else
        apply(self.data, found)
        self.about, self.is_unclean = found.head, found.torn
        if found.torn or #content - found.written > found.written + Journal.most_added then
            if files.write(self.system, self.path .. ".old", content) then
                self:write_anew()
            end
        end
    end
end

-- about: {key = value} for the first line of a new journal. The journal's data, state ("newer", "unreadable" or nil: it can be
-- written) and was_damaged are there to be read.
function Journal.open(system, path, about)
    local self = setmetatable({system = system, path = path, about = about or {}, data = {}, pending = {}, watched = {}}, Journal)
    load(self)
    return self
end

-- ---- changes ----

-- The value as it is now, whatever becomes of its table.
local function note(self, path, value)
    self.pending[#self.pending + 1] = {path, values.read(values.write(value))}
end

local function at_path(root, path)
    local node = root
    for i = 1, #path do
        if type(node) ~= "table" then
            return nil
        end
        node = node[path[i]]
    end
    return node
end

-- Puts a value at a path, unless it is there.
function Journal:set(path, value)
    if at_path(self.data, path) ~= value then
        put(self.data, path, value)
        note(self, path, value)
    end
end

-- A part as it is now, at a cost that does not make each tap dear where there are a thousand: only tables within it are written out.
local function copy_of(value)
    if type(value) ~= "table" then
        return value
    end
    local copy = {}
    for key, inner in pairs(value) do
        copy[key] = type(inner) == "table" and values.write(inner) or inner
    end
    return copy
end

local function is_as_seen(seen, value)
    if type(seen) ~= "table" or type(value) ~= "table" then
        return seen == value
    end
    for key, inner in pairs(value) do
        if seen[key] ~= inner and (type(inner) ~= "table" or seen[key] ~= values.write(inner)) then
            return false
        end
    end
    for key in pairs(seen) do
        if value[key] == nil then
            return false
        end
    end
    return true
end

local function snapshot(value, depth, except)
    if depth == 0 or type(value) ~= "table" then
        return copy_of(value)
    end
    local parts = {}
    for key, inner in pairs(value) do
        if not (except and except[key]) then
            parts[key] = snapshot(inner, depth - 1)
        end
    end
    return parts
end

-- What is below a path may be changed by whoever holds the table; keep() finds what did. depth: how far down it looks for parts that
-- changed; except: keys at the path that it leaves alone; is_replaced: at that depth a table never changes, another takes its place.
function Journal:watch(path, depth, except, is_replaced)
    local watch = {path = path, depth = depth, except = except, settled = is_replaced and setmetatable({}, {__mode = "k"}),
                   seen = snapshot(at_path(self.data, path), depth, except)}
    self.watched[#self.watched + 1] = watch
    return watch
end

-- Whether a part at the last depth is as it was; one that never changes is looked at once.
local function is_unchanged(watch, seen, part)
    local settled = watch.settled
    if settled and settled[part] and type(seen) == "table" then
        return true
    elseif not is_as_seen(seen, part) then
        return false
    elseif settled and type(part) == "table" then
        settled[part] = true
    end
    return true
end

local function compare(self, watch, seen, value, depth, path)
    if depth == 0 and is_as_seen(seen, value) or type(value) ~= "table" and seen == value then
        return seen
    elseif depth == 0 or type(value) ~= "table" or type(seen) ~= "table" then
        note(self, path, value)
        return snapshot(value, depth)
    end
    local except = path == watch.path and watch.except or nil
    for key, inner in pairs(value) do
        if not (except and except[key]) and not (depth == 1 and is_unchanged(watch, seen[key], inner)) then
            seen[key] = compare(self, watch, seen[key], inner, depth - 1, extended(path, key))
        end
    end
    for key in pairs(seen) do
        if value[key] == nil then
            note(self, extended(path, key), nil)
            seen[key] = nil
        end
    end
    return seen
end

local function collect(self, watch)
    watch.seen = compare(self, watch, watch.seen, at_path(self.data, watch.path), watch.depth, watch.path)
end

-- Looks a last time at what was watched.
function Journal:unwatch(watch)
    for i, other in ipairs(self.watched) do
        if other == watch then
            collect(self, watch)
            table.remove(self.watched, i)
            return
        end
    end
end

-- ---- writing ----

-- The whole as it is now, in a new file. true, or nil and the reason.
function Journal:write_anew()
    if self.state then
        return nil, self.state
    end
    local done, why = files.write(self.system, self.path, whole(self.about, self.data))
    if done then
        self.is_new, self.is_unclean, self.pending = false, false, {}
    end
    return done, why
end

-- Writes what changed. true when all of it lies on the storage; else nil and the reason, and the next call tries again.
function Journal:keep()
    for _, watch in ipairs(self.watched) do
        collect(self, watch)
    end
    if #self.pending == 0 then
        return true
    elseif self.state then
        return nil, self.state
    elseif self.is_new then
        return self:write_anew()
    elseif self.is_unclean and self:write_anew() then
        return true  -- without the line that was torn, so that nothing looks damaged at the next opening
    end
    local line = (self.is_unclean and "\n" or "") .. line_of(self.pending)
    local done, why = files.append(self.system, self.path, line)
    if why == "absent" then
        return self:write_anew()
    end
    self.is_unclean = not done
    if done then
        self.pending = {}
    end
    return done, why
end

return Journal
