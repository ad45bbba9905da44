-- The plugin's table of a class, of the files in a folder, for tests/judges/class_scale.mjs. A line is a pupil in a quiz, cells apart by
-- tabs: title, edition, pupil, quiz, first, best, seconds that a test was left; or "left out", name, why.
-- Usage: luajit class_table.lua FOLDER
local here = arg[0]:match("^(.*)/") or "."
package.path = here .. "/?.lua;" .. here .. "/../../plugin/koreader/hornbook.koplugin/?.lua;" .. package.path
local folder = arg[1]

local text = require("hornbook_text")
text.use_unicode(require("unicode")(text))

local class = require("hornbook_class")
local files = require("files")

local function names()
    local list = {}
    local listing = assert(io.popen('cd "' .. folder .. '" && find . -name "*.json" | LC_ALL=C sort'))
    for name in listing:lines() do
        list[#list + 1] = name:sub(3)
    end
    listing:close()
    return list
end

local function result_names()
    return names(), false, {}
end

local disk = {result_names = result_names, read_result = function(name) return files.read(folder .. "/" .. name) end}

local function row(...)
    print(table.concat({...}, "\t"))
end

local found = class.collect(disk, files.decode)
for _, book in ipairs(found.books) do
    for _, pupil in ipairs(book.pupils) do
        for _, quiz in ipairs(book.quizzes) do
            local cell = pupil.cells[quiz.id]
            if cell then
                row(book.title, book.edition, pupil.label, quiz.title, tostring(cell.first.score or "?"), tostring(cell.best.score or "?"),
                    pupil.left.seconds)
            end
        end
    end
end
for _, file in ipairs(found.left_out) do
    row("left out", file.name, file.why)
end
