-- What plugins kept before there were journals is taken over, whatever fails meanwhile.
local Store = require("hornbook_store")
local books = require("books")
local check = require("check")
local model = require("hornbook_model")

local test = check.test

local book = model.read_quizzes(books.small())
local quiz = book.quizzes[2]

local function lua_of(value)
    if type(value) ~= "table" then
        return type(value) == "string" and string.format("%q", value) or tostring(value)
    end
    local parts = {}
    for key, inner in pairs(value) do
        parts[#parts + 1] = "[" .. lua_of(key) .. "] = " .. lua_of(inner)
    end
    return "{" .. table.concat(parts, ",\n") .. "}"
end

local function old_files()
    local attempt = {number = 1, seconds = 3, finished = true, score = 1, of = 5, questions = {"quiz-two-f"},
                     answers = {["quiz-two-f"] = {kind = "fill", answer = {"1938"}, checked = true, verdict = "right", marks = 1, of = 1}}}
    local record = {title = "Small", language = "en", last = {edition = "student", quiz = "quiz-two"}, cards = {round = 3, boxes = {}},
                    editions = {student = {identifier = "urn:uuid:1", quizzes = {["quiz-two"] = {title = "Two", number = 1,
                                                                                                 attempts = {attempt}}}}}}
    return {
        ["/settings/register.lua"] = "-- register\nreturn " .. lua_of({version = 1, current = "pupil-07",
            pupils = {["pupil-07"] = 7, ["pupil-none"] = false}, settings = {reminder = true}}),
        ["/settings/pupil-07.lua"] = "-- pupil\nreturn " .. lua_of({version = 1, pupil = 7,
            books = {["urn:uuid:1"] = record, ["urn:uuid:2"] = record}}),
    }
end

local function check_taken_over(disk, what)
    local store = Store.open(disk.restart())
    check.equal(store:pupil(), 7, what)
    check.equal(store:setting("reminder"), true, what)
    check.equal(store:progress(book, quiz).best, {score = 1, of = 5}, what)
    check.equal(store:book(book).cards.round, 3, what)
    check.that(store:data().books["urn:uuid:2"], what)
    return store
end

test("files of older plugins are taken over, whatever fails meanwhile", function()
    local disk = books.disk(old_files())
    local store = check_taken_over(disk, "at once")
    check.that(store:set_setting("tap_opens_quiz", false))
    check.equal(disk.files["/settings/pupil-07.lua"], nil)
    check.that(disk.files["/settings/pupil-07.lua.taken-over"])
    check_taken_over(disk, "from the journals alone")
    check.equal(store:delete_mine(), true)
    check.equal(disk.files["/settings/pupil-07.lua.taken-over"], nil)
    local calls = disk.system.calls
    for failing = 1, calls do
        disk = books.disk(old_files())
        disk.system.fail_from = failing
        check_taken_over(disk, "failing from " .. failing)
        Store.open(disk):save_register()
        disk.system.fail_from = nil
        check_taken_over(disk, "after failing from " .. failing)
    end
end)

test("an older plugin's file that is spoilt is put aside, and its copy is used", function()
    local kept = old_files()
    kept["/settings/pupil-07.lua.old"] = kept["/settings/pupil-07.lua"]
    kept["/settings/pupil-07.lua"] = kept["/settings/pupil-07.lua"]:sub(1, 100)
    local spoilt = kept["/settings/pupil-07.lua"]
    check_taken_over(books.disk(kept), "from the copy")
    check.equal(kept["/settings/pupil-07.lua.damaged-1"], spoilt)
    kept = old_files()
    kept["/settings/register.lua"] = "\27LJ"
    kept["/settings/pupil-07.lua"] = "os.remove('/') return {books = 7}"
    check.equal(#Store.open(books.disk(kept)):everybody(), 1)
end)
