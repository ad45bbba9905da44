-- The plugin's grader for tests/judges/graders.mjs: for each line of JSON one line of what it earns, or of how a language writes numbers.
-- Usage: luajit tests/koreader/grade_lines.lua <LINES
local here = arg[0]:match("^(.*)/") or "."
package.path = here .. "/?.lua;" .. here .. "/../../plugin/koreader/hornbook.koplugin/?.lua;" .. package.path

local files = require("files")
local grading = require("hornbook_grading")
local languages = require("hornbook_languages")
local text = require("hornbook_text")
text.use_unicode(require("unicode")(text))

for line in io.lines() do
    local row = assert(files.decode(line))
    if row.style then
        print(languages.decimal_mark(row.style) .. " " .. (languages.has_groups_of_two(row.style) and "2" or "3"))
    else
        local answer = files.answer(row.answer)
        local result = grading.grade(row.question, answer, row.language)
        local answered = grading.is_answered(answer) and "answered" or "blank"
        print(string.format("%.17g %s %s", result.marks, result.verdict, answered))
    end
end
