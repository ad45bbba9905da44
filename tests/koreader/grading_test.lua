-- The grading cases that the plugin and the script of the EPUB share.
local check = require("check")
local files = require("files")
local grading = require("hornbook_grading")

-- JSON's null within a match is false in the plugin.
local function answer_of(case)
    local answer = case.answer
    if answer == files.null then
        return nil
    end
    if type(answer) == "table" then
        for i, value in ipairs(answer) do
            answer[i] = value ~= files.null and value
        end
    end
    return answer
end

local cases = 0
for _, path in ipairs(files.list(GRADING_CASES, "json")) do
    local name = path:match("[^/]+$")
    local data = files.read_json(path)
    check.test(name, function()
        for i, case in ipairs(data.cases or {}) do
            local result = grading.grade(case.question, answer_of(case), case.language)
            local what = name .. " case " .. i .. " (" .. case.language .. ", " .. case.question.kind .. ")"
            check.equal(result.marks .. " " .. result.verdict, case.marks .. " " .. case.verdict, what)
            cases = cases + 1
        end
    end)
end
check.name = "grading"
check.that(cases > 100, "there are grading cases")
