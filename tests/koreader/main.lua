-- Runs the tests of the KOReader plugin.
-- Usage: luajit tests/koreader/main.lua GRADING-CASES BOOK BUNDLED-BOOK [QUIZ.json...]
-- BOOK is the one in the folder book/ here, whose words the tests know; of the bundled book they know none. Of each there is a folder with
-- its editions student/ and test/, unpacked, and with results/, which is empty: what pupils did is written there. The quizzes of other
-- books are played, too.
local here = arg[0]:match("^(.*)/") or "."
PLUGIN = here .. "/../../plugin/koreader/hornbook.koplugin"
package.path = here .. "/?.lua;" .. PLUGIN .. "/?.lua;" .. package.path
GRADING_CASES, BOOK, BUNDLED_BOOK = arg[1], arg[2], arg[3]
STUDENT_BOOK, TEST_BOOK = BOOK .. "/student", BOOK .. "/test"
OTHER_QUIZZES = {unpack(arg, 4)}

local check = require("check")
local text = require("hornbook_text")
text.use_unicode(require("unicode")(text))

-- The first forks, so it goes first, while there is little to copy.
local tests = {"storage_test", "grading_test", "data_test", "attempt_test", "results_test", "cards_test", "schedule_test",
               "review_test", "book_test", "widget_test", "handling_test", "page_test", "drawing_test", "bank_test", "menu_test",
               "keeping_test", "copying_test", "older_test", "sharing_test", "codes_test", "glossary_test", "queue_test", "pins_test",
               "test_mode_test", "class_test"}
for _, name in ipairs(tests) do
    require(name)
end
check.finish()
