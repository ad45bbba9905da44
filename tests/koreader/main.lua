-- Runs the tests of the KOReader plugin.
-- Usage: luajit tests/koreader/main.lua GRADING-CASES STUDENT-BOOK TEST-BOOK RESULTS [QUIZ.json...]
-- The books are folders: two editions of the bundled book, unpacked. Results are written into an empty folder. The quizzes of
-- other books are played, too.
local here = arg[0]:match("^(.*)/") or "."
PLUGIN = here .. "/../../plugin/koreader/hornbook.koplugin"
package.path = here .. "/?.lua;" .. PLUGIN .. "/?.lua;" .. package.path
GRADING_CASES, STUDENT_BOOK, TEST_BOOK, RESULTS = arg[1], arg[2], arg[3], arg[4]
OTHER_QUIZZES = {unpack(arg, 5)}

local check = require("check")
local text = require("hornbook_text")
text.use_unicode(require("unicode")(text))

-- The first forks, so it goes first, while there is little to copy.
local tests = {"storage_test", "grading_test", "data_test", "attempt_test", "results_test", "cards_test", "schedule_test",
               "review_test", "book_test", "widget_test", "handling_test", "page_test", "menu_test", "keeping_test", "older_test",
               "sharing_test", "glossary_test", "queue_test"}
for _, name in ipairs(tests) do
    require(name)
end
check.finish()
