-- What the menu does with results: shows them, lets them out as files, deletes them, and shows the teacher the table of a class.
-- app: hornbook_app.
local class_view = require("hornbook_class_view")
local export = require("hornbook_export")
local test_mode = require("hornbook_test_mode")
local text = require("hornbook_text")
local who = require("hornbook_who")
local words = require("hornbook_words")

local results_app = {}

function results_app.progress_note(progress)
    if progress.sealed then
        return words.get("handed_in_short")
    elseif progress.best then
        return words.get("best_short", progress.best.score, progress.best.of)
    elseif progress.unfinished then
        return words.get("answered_short", progress.answered, progress.count)
    end
    return words.get("questions_short", progress.count)
end

-- Of a quiz that was never taken there is nothing to tell.
local function lines_of_result(progress)
    local lines = {}
    if progress.best then
        lines[1] = words.get("first_and_best", progress.first.score, progress.first.of, progress.best.score, progress.best.of)
        lines[2] = words.get("attempts", progress.attempts)
    end
    if progress.sealed or (progress.unfinished and progress.answered > 0) then
        local now = {sealed = progress.sealed, unfinished = true, answered = progress.answered, count = progress.count}
        lines[#lines + 1] = results_app.progress_note(now)
    end
    return lines
end

function results_app.results(app)
    local book = app:quizzes()
    if not book then
        return
    end
    local lines = {words.get("who", app:pupil_name()), ""}
    for _, quiz in ipairs(book.quizzes) do
        local result = lines_of_result(app.store:progress(book, quiz))
        if #result > 0 then
            lines[#lines + 1] = text.strong(quiz.chapter == "" and quiz.title or quiz.chapter .. ": " .. quiz.title)
            lines[#lines + 1] = table.concat(result, "\n") .. "\n"
        end
    end
    if #lines == 2 then
        lines[3] = words.get("nothing_to_export")
    end
    local page
    page = app.screen.page({
        title = words.get("results"),
        text = table.concat(lines, "\n"),
        rows = {{
            {label = words.get("export_mine"), tap = function() app:export({app.store:data()}) end},
            {label = words.get("close"), tap = function() page:close() end},
        }},
    })
end

-- everyone: a list of pupils' data.
function results_app.export(app, everyone)
    local files = {}
    for _, data in ipairs(everyone) do
        data.plugin = app.version
        for _, file in ipairs(export.files(data)) do
            files[#files + 1] = file
        end
    end
    if #files == 0 then
        return app.screen.message(words.get("nothing_to_export"))
    end
    local folder = app.disk.write_results(files)
    app.screen.message(folder and words.get("exported", #files, folder) or words.get("not_exported", app.disk.results_folder()))
end

function results_app.export_all(app)
    if test_mode.bars(app) then
        return
    end
    app:with_teacher(function() app:export(app.store:everybody()) end)
end

local function delete_after_asking(app, question, delete)
    if test_mode.bars(app) then
        return
    end
    app:with_teacher(function()
        app.screen.confirm(question, words.get("delete"), function()
            app:leave_quiz()
            app.screen.message(words.get(delete() and "deleted" or "not_deleted"))
        end)
    end)
end

function results_app.delete_mine(app)
    delete_after_asking(app, words.get("delete_mine_sure", app:pupil_name()), function() return app.store:delete_mine(app.day()) end)
end

function results_app.delete_all(app)
    delete_after_asking(app, words.get("delete_all_sure"), function() return app.store:delete_all(app.day()) end)
end

-- The tests that this pupil has handed in, also those whose results were deleted: the teacher gives one free.
function results_app.allow_again(app)
    local book = app:quizzes()
    if not book then
        return
    end
    local items = {}
    for _, quiz in ipairs(book.quizzes) do
        if app.store:is_locked(book, quiz) or app.store:progress(book, quiz).sealed then
            items[#items + 1] = {label = quiz.title, tap = function()
                who.with_teacher_only(app, function()
                    if app:tell(app.store:unlock(book, quiz)) then
                        app.screen.message(words.get("test_again_done"))
                    end
                end)
            end}
        end
    end
    if #items == 0 then
        return app.screen.message(words.get("no_sealed_tests"))
    end
    app.screen.list(words.get("test_again") .. "  ·  " .. app:pupil_name(), items)
end

-- Of what lies in the folder of results, of this device and others.
function results_app.class_table(app)
    if not test_mode.bars(app) then
        who.with_teacher_only(app, function()
            class_view.show({screen = app.screen, disk = app.disk, decode = app.decode, open = app:quizzes(true)})
        end)
    end
end

return results_app
