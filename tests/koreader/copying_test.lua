-- The plugin's folder copied from one device to another: letters of its own, and nothing that was done before goes out as done there.
local Attempt = require("hornbook_attempt")
local Folder = require("hornbook_folder")
local Store = require("hornbook_store")
local answers = require("answers")
local books = require("books")
local check = require("check")
local device = require("hornbook_device")
local export = require("hornbook_export")
local files = require("files")
local memory = require("memory")
local model = require("hornbook_model")
local values = require("hornbook_values")

local test = check.test

local book = model.read_quizzes(books.small())
local exam = model.read_quizzes(books.small("test"))
local quiz = book.quizzes[2]

local seed = 1

-- A device with what a maker built into it, and a disk with these files; built: path -> content.
local function device_with(built, kept)
    local content = {}
    for _, from in ipairs({kept or {}, built}) do
        for path, bytes in pairs(from) do
            content[path] = bytes
        end
    end
    local system = memory.system(function() return content end)
    seed = seed + 1
    system.seed = seed
    return Folder.of(system, "/settings", "/results"), content
end

-- What is copied: the plugin's folder alone.
local function copied(content)
    local kept = {}
    for path, bytes in pairs(content) do
        kept[path] = path:match("^/settings/") and bytes or nil
    end
    return kept
end

local function network(last)
    return {["/sys/class/net/lo/address"] = "00:00:00:00:00:00\n", ["/sys/class/net/eth0/address"] = "a4:5e:60:00:00:" .. last .. "\n"}
end

local function answer(store, is_to_finish)
    local attempt = Attempt.open(book, quiz, store:open_attempt(book, quiz) or store:begin(book, quiz, "2026-11-28"))
    attempt:go_to_question("quiz-two-f")
    attempt:set_answer({"1938"})
    attempt:check()
    if is_to_finish then
        attempt:finish()
    end
    check.that(store:save())
end

-- letters -> edition -> {numbers of the attempts, how many were deleted, how often a test was left}.
local function exported(store)
    local found = {}
    for _, data in ipairs(store:everybody()) do
        for _, file in ipairs(export.files(data)) do
            local results = file.name:match("json$") and files.decode(file.content)
            if results then
                check.contains(file.name, "-" .. results.device .. ".json")
                local numbers = {}
                for _, told in ipairs(results.quizzes) do
                    for _, attempt in ipairs(told.attempts) do
                        numbers[#numbers + 1] = attempt.number
                    end
                end
                found[results.device] = found[results.device] or {}
                found[results.device][results.edition] = {numbers, results.deleted and results.deleted.attempts or 0,
                                                          results.left and #results.left or 0}
            end
        end
    end
    return found
end

test("a device that was copied from another gets letters of its own, once", function()
    local disk, content = device_with(network("01"))
    local first = Store.open(disk)
    first:choose_pupil(7)
    first:set_setting("shared", true)
    local letters = first:device()
    local seen = {[letters] = true}
    for _, last in ipairs({"02", "03", "04"}) do
        local copy_disk, copy_content = device_with(network(last), copied(content))
        local copy = Store.open(copy_disk)
        check.that(not seen[copy:device()] and device.is_id(copy:device()), copy:device())
        seen[copy:device()] = true
        check.equal(copy:setting("shared"), true)
        check.equal(copy:known_pupils(), {7})
        check.equal(Store.open(device_with({}, copy_content)):device(), copy:device(), "it is kept at once")
    end
    check.equal(Store.open(device_with({}, content)):device(), letters, "the first keeps its own")
    for path, bytes in pairs(copied(content)) do
        check.that(not bytes:find("a4:5e:60", 1, true), path)
    end
end)

test("what was done before the copying goes out as done where it was done", function()
    local disk, content = device_with(network("01"))
    local first = Store.open(disk)
    first:choose_pupil(7)
    answer(first, true)
    check.that(answers.hand_in(first, exam))
    first:note_left("pupil-07", exam.book, {at = "2026-11-28 10:05", seconds = 30})
    local copy_disk, copy_content = device_with(network("02"), copied(content))
    local copy = Store.open(copy_disk)
    local old, new = first:device(), copy:device()
    check.equal(exported(copy), exported(first))
    answer(copy, true)
    copy:note_left("pupil-07", exam.book, {at = "2026-11-29 10:05", seconds = 30})
    local expected = {[old] = {student = {{1}, 0, 0}, test = {{1}, 0, 1}}, [new] = {student = {{2}, 0, 0}, test = {{}, 0, 1}}}
    check.equal(exported(copy), expected)
    check.equal(exported(Store.open(device_with({}, copy_content))), expected, "all of it is kept")
    answer(first, true)
    check.equal(exported(first)[old].student, {{1, 2}, 0, 0})
    check.equal(exported(first)[new], nil)
    check.that(copy:delete_all("2026-11-30"))
    check.equal(exported(copy), {[old] = {student = {{}, 1, 0}, test = {{}, 1, 1}}, [new] = {student = {{}, 1, 0}, test = {{}, 0, 1}}})
    check.that(copy:is_locked(exam, exam.quizzes[2]) == false, "nobody is chosen")
end)

test("an attempt that was begun before the copying is of whoever goes on with it", function()
    local disk, content = device_with(network("01"))
    local first = Store.open(disk)
    first:choose_pupil(7)
    answer(first, false)
    local copy = Store.open(device_with(network("02"), copied(content)))
    answer(copy, true)
    check.equal(exported(copy), {[copy:device()] = {student = {{1}, 0, 0}}})
    answer(first, true)
    check.equal(exported(first), {[first:device()] = {student = {{1}, 0, 0}}})
end)

test("a device stays the same without its network, with another card, after an update, and where nothing is to be seen", function()
    local built = network("01")
    built["/sys/block/mmcblk0/device/cid"], built["/sys/block/mmcblk0/device/type"] = "d60103\n", "MMC\n"
    local letters, kept
    for i, now in ipairs({built, {}, network("01"), built, {["/sys/block/mmcblk0/device/cid"] = "d60103\n",
                          ["/sys/block/mmcblk0/device/type"] = "MMC\n", ["/sys/block/mmcblk1/device/cid"] = "035344\n",
                          ["/sys/block/mmcblk1/device/type"] = "SD\n", ["/sys/class/net/usb0/address"] = "a4:5e:60:00:00:99\n"}}) do
        local disk, content = device_with(now, kept)
        local store = Store.open(disk)
        store:choose_pupil(7)
        letters, kept = letters or store:device(), copied(content)
        check.equal(store:device(), letters, i)
    end
    local older = {}
    for path, bytes in pairs(kept) do
        older[path] = path:match("register") and nil or bytes
    end
    local disk, content = device_with({}, older)
    disk.save("register", {version = 1, device = "abc234", pupils = {["pupil-07"] = 7}})
    check.equal(Store.open(device_with(built, content)):device(), "abc234", "a plugin before kept no marks")
end)

test("what tells devices apart, and what does not", function()
    local function marks(built)
        return device.marks(memory.system(function() return built end))
    end
    local function count(of)
        local n = 0
        for _ in pairs(of or {}) do
            n = n + 1
        end
        return n
    end
    check.equal(marks({}), {})
    check.equal(marks({["/etc/machine-id"] = "b0f1\n"}).machine, {[values.checksum("b0f1")] = true})
    check.equal(marks({["/sys/class/net/lo/address"] = "00:00:00:00:00:00", ["/sys/class/net/wlan0/address"] = "b2:00:00:00:00:01",
                       ["/sys/class/net/usb0/address"] = "\n"}).network, nil, "made up by the system")
    check.equal(count(marks({["/sys/block/mmcblk0/device/cid"] = "01", ["/sys/block/mmcblk1/device/cid"] = "02"}).storage), 1)
    check.equal(count(marks({["/sys/block/mmcblk0/device/cid"] = "01", ["/sys/block/mmcblk1/device/cid"] = "02",
                             ["/sys/block/mmcblk1/device/type"] = "MMC"}).storage), 1)
    local kindle = {serial = {a = true}, network = {x = true}}
    check.that(device.is_another(kindle, {serial = {b = true}, network = {x = true}}), "the surer counts")
    check.that(not device.is_another(kindle, {machine = {m = true}}))
    check.that(not device.is_another({serial = "spoilt"}, {serial = {a = true}}))
end)
