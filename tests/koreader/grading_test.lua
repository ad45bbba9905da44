-- The grading cases that the plugin and the script of the EPUB share.
local check = require("check")
local files = require("files")
local grading = require("hornbook_grading")

local cases = 0
for _, path in ipairs(files.list(GRADING_CASES, "json")) do
    local name = path:match("[^/]+$")
    local data = files.read_json(path)
    check.test(name, function()
        for i, case in ipairs(data.cases or {}) do
            local result = grading.grade(case.question, files.answer(case.answer), case.language)
            local what = name .. " case " .. i .. " (" .. case.language .. ", " .. case.question.kind .. ")"
            check.equal(result.marks .. " " .. result.verdict, case.marks .. " " .. case.verdict, what)
            cases = cases + 1
        end
    end)
end
check.name = "grading"
check.that(cases > 100, "there are grading cases")
