-- Real files on a real storage: kills at random moments, a storage that is full, one that cannot be written.
local Folder = require("hornbook_folder")
local Journal = require("hornbook_journal")
local check = require("check")
local ffi = require("ffi")
local real = dofile(PLUGIN .. "/hornbook_system.lua")  -- the name may stand for a disk in memory

ffi.cdef[[
int fork(void);
int pipe(int *);
int setitimer(int, const void *, void *);
int waitpid(int, int *, int);
int close(int);
int getpid(void);
long read(int, void *, size_t);
void _exit(int);
]]
local C = ffi.C

local real_time = 0  -- ITIMER_REAL: its signal ends a process that knows nothing of it

local test = check.test

-- As on a device, but for what KOReader's own modules do there.
local system = setmetatable({}, {__index = real})

function system.list(path)
    local names, listing = {}, assert(io.popen("ls -A '" .. path .. "' 2>/dev/null"))
    for name in listing:lines() do
        names[#names + 1] = name
    end
    listing:close()
    return names
end

function system.make_folder(path)
    return os.execute("mkdir -p '" .. path .. "'") == 0
end

local function run(command)
    local status = os.execute(command .. " >/dev/null 2>&1")
    return status == 0 or status == true
end

-- In memory where that is, since a kill loses nothing that a system call took.
local root = (run("test -w /dev/shm") and "/dev/shm" or "/tmp") .. "/hornbook-storage-" .. C.getpid()

local function write_until_killed(folder, out)
    local journal = folder.journal("pupil-07.book", {pupil = 7})
    local from = journal.data.last or 0
    for i = from + 1, from + 100000 do
        journal:set({"last"}, i)
        journal:set({"answers", i % 40 + 1}, "An answer of some length: " .. i)
        if journal:keep() then
            C.write(out, ffi.new("int[1]", i), 4)
        end
    end
end

-- The last number that was told; nil when there is none.
local function last_told(input)
    local buffer, last = ffi.new("int[1024]"), nil
    while true do
        local count = tonumber(C.read(input, buffer, 4096))
        if count < 4 then
            return last
        end
        last = buffer[count / 4 - 1]
    end
end

-- Writes in another process, which the system ends without a word after some time, counted from its beginning or from where the folder is
-- open, which starts a program and may take most of that time; what it last told to be kept, or nil.
local function write_and_be_killed(microseconds, from_beginning)
    local ends = ffi.new("int[2]")
    C.pipe(ends)
    local child = C.fork()
    if child == 0 then
        local function set_timer()
            C.setitimer(real_time, ffi.new("long[4]", 0, 0, 0, microseconds), nil)
        end
        if from_beginning then
            set_timer()
        end
        local folder = Folder.of(system, root)
        if not from_beginning then
            set_timer()
        end
        pcall(write_until_killed, folder, ends[1])
        C._exit(0)
    end
    C.close(ends[1])
    local last = last_told(ends[0])
    C.close(ends[0])
    C.waitpid(child, nil, 0)
    return last
end

test("a thousand kills at random moments: what was told to be kept is there", function()
    local most_added = Journal.most_added
    Journal.most_added = 2000
    system.make_folder(root)
    local told, lost, kill = 0, 0, 0
    math.randomseed(28)
    while kill < 1000 or (told <= 300 and kill < 10000) do
        kill = kill + 1
        local longest = 2500 * math.max(1, kill / 500 - 1)  -- on a busy machine few get as far as writing
        told = math.max(told, write_and_be_killed(math.random(200, math.floor(longest)), kill % 2 == 0) or 0)
        local journal = Folder.of(system, root).journal("pupil-07.book")
        local last = journal.data.last
        if (last or 0) < told or journal.was_damaged
            or (last and journal.data.answers[last % 40 + 1] ~= "An answer of some length: " .. last) then
            lost = lost + 1
            print("after kill " .. kill .. ": " .. tostring(last) .. " of " .. told)
        end
    end
    Journal.most_added = most_added
    print(string.format("killed %d times; %d answers kept, %d times some were lost", kill, told, lost))
    check.equal(lost, 0)
    check.that(told > 300)
    run("rm -rf '" .. root .. "'")
end)

-- A small storage of its own; nil where this machine refuses one.
local function mount_small()
    system.make_folder(root)
    return run("mount -t tmpfs -o size=64k tmpfs '" .. root .. "'")
end

local function keep_until_full(journal)
    local kept = 0
    for i = 1, 5000 do
        journal:set({"answers", i}, ("Some words. "):rep(20) .. i)
        if not journal:keep() then
            return kept
        end
        kept = i
    end
end

test("a full storage is told, loses nothing, and takes all once there is room; one that is read-only the same", function()
    if not mount_small() then
        print("not tried: a storage that is full or read-only, since this machine lets nobody mount one")
        return
    end
    os.execute("head -c 20000 /dev/zero >'" .. root .. "/filler'")
    local folder = Folder.of(system, root .. "/hornbook", root .. "/results")
    system.make_folder(root .. "/hornbook")
    local journal = folder.journal("pupil-07.book", {pupil = 7})
    local kept = keep_until_full(journal)
    check.that(kept and kept > 10)
    local again = Folder.of(system, root .. "/hornbook").journal("pupil-07.book")
    check.that(#again.data.answers >= kept)
    check.that(not folder.write_results({{name = "a.json", content = ("x"):rep(40000)}}))
    check.equal(system.read(root .. "/results/a.json"), nil)
    check.that(not journal:keep())
    os.remove(root .. "/filler")
    check.that(journal:keep())
    again = Folder.of(system, root .. "/hornbook").journal("pupil-07.book")
    check.equal(#again.data.answers, kept + 1)
    check.equal(folder.write_results({{name = "a.json", content = "{}"}}), root .. "/results")

    check.that(run("mount -o remount,ro '" .. root .. "'"))
    journal:set({"answers", kept + 2}, "read-only")
    check.that(not folder.keep())
    check.that(not folder.write_results({{name = "a.json", content = "[]"}}))
    check.that(run("mount -o remount,rw '" .. root .. "'"))
    check.equal(system.read(root .. "/results/a.json"), "{}")
    check.that(folder.keep())
    check.equal(Folder.of(system, root .. "/hornbook").journal("pupil-07.book").data.answers[kept + 2], "read-only")
    check.that(run("umount '" .. root .. "' && rmdir '" .. root .. "'"))
end)

test("the device's own calls", function()
    system.make_folder(root)
    check.equal({system.read(root .. "/none")}, {nil, "absent"})
    check.that(select(2, system.read(root)) ~= "absent")
    check.equal(system.remove(root .. "/none"), true)
    check.that(not system.rename(root .. "/none", root .. "/other"))
    check.equal(#system.random(16), 16)
    check.that(system.random(16) ~= system.random(16))
    check.that(not system.open("/dev/full/x", "wb"))
    local full = system.open("/dev/full", "wb")
    check.that(not full:write("x"))
    full:close()
    check.that(system.sync_folder(root))
    run("rm -rf '" .. root .. "'")
end)
