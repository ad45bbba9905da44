-- The end of a quiz: score, check code, and what comes next.
local words = require("hornbook_words")

local summary_view = {}

local function score_lines(summary)
    local lines = {words.get("score", summary.score, summary.of), ""}
    local function count(key, value)
        if value > 0 then
            lines[#lines + 1] = words.get(key, value)
        end
    end
    count("count_right", summary.right)
    count("count_partly", summary.partly)
    count("count_wrong", summary.wrong)
    count("count_open", summary.open)
    count("count_by_hand", summary.by_hand)
    return lines
end

local function text_of(player, summary)
    local finished = player.attempt.kept.finished
    local lines
    if player.book.graded then
        lines = score_lines(summary)
        if player.attempt.kept.retry then
            table.insert(lines, 1, words.get("retry_counts_apart"))
        end
    elseif finished then
        lines = {words.get("handed_in"), "", words.get("answered_of", summary.answered, summary.count)}
    else
        lines = {words.get("answered_of", summary.answered, summary.count), "", words.get("before_hand_in")}
    end
    if not player.is_kept() then
        lines = {words.get("not_kept"), "", unpack(lines)}
    end
    local code = finished and player.code()
    if code then
        lines[#lines + 1] = ""
        lines[#lines + 1] = words.get("check_code", code)
    end
    return table.concat(lines, "\n")
end

-- What a check of the whole, or handing in, would find empty.
local function open_questions(player, summary)
    return player.book.graded and summary.open or summary.count - summary.answered
end

local function ask_first(player, summary)
    local open = open_questions(player, summary)
    if player.book.graded and open == 0 then
        return player:finish()
    end
    local question = player.book.graded and words.get("finish_with_open", open) or words.get("hand_in_now", summary.answered, summary.count)
    player.screen.confirm(question, words.get(player.book.graded and "finish" or "hand_in"), function() player:finish() end)
end

-- Where the next press is expected: what is open comes before the end, and the end before leaving.
local function expected(player, summary)
    if player.attempt.kept.finished then
        return "close"
    end
    return open_questions(player, summary) > 0 and "look" or "finish"
end

function summary_view.show(player)
    local attempt = player.attempt
    if player.after_last then
        player:stop()
        return player.after_last()
    end
    local summary = attempt:summary()
    if player.book.graded and summary.open == 0 and not attempt.kept.finished then
        attempt:finish()
        player.save()
    end
    local rows = {}
    if not attempt.kept.finished then
        local label = words.get(player.book.graded and "finish" or "hand_in")
        rows[1] = {{label = label, id = "finish", bold = true, tap = function() ask_first(player, summary) end}}
    elseif player.book.graded then
        if next(summary.wrong_ids) then
            rows[1] = {{label = words.get("retry_wrong"), bold = true, tap = function() player:restart(summary.wrong_ids) end}}
        end
        rows[#rows + 1] = {{label = words.get("start_again"), tap = function() player:restart(nil) end}}
    end
    if attempt.kept.finished and player.show_codes then
        rows[#rows + 1] = {{label = words.get("show_code"), tap = player.show_codes}}
    end
    rows[#rows + 1] = {{label = words.get("close"), id = "close", tap = function()
        player:stop()
        player:closed()
    end}}
    if not attempt.kept.sealed then
        table.insert(rows[#rows], 1, {label = words.backward("look_at_questions"), id = "look", tap = function() player:look_back() end})
    end
    player:turn({
        title = words.get("summary") .. "  ·  " .. attempt.quiz.title,
        text = text_of(player, summary),
        rows = rows,
        focus = expected(player, summary),
        turn = not attempt.kept.sealed and function(step) player:leaf_back(step) end or nil,
        closed = function() player:closed() end,
    })
end

return summary_view
