-- What leaves the device, and the plugin's words.
local check = require("check")
local code = require("hornbook_code")
local export = require("hornbook_export")
local json = require("hornbook_json")
local words = require("hornbook_words")

local test = check.test

-- ---- what leaves the device ----

test("the check code", function()
    local digits = code.make("urn:uuid:1", "quiz-one", 7, {score = 7.5, of = 9})
    check.equal(digits:sub(5, 9), "07083")
    check.that(code.is_right(digits))
    for at = 1, 11 do
        for digit = 0, 9 do
            local other = digits:sub(1, at - 1) .. digit .. digits:sub(at + 1)
            check.that(other == digits or not code.is_right(other), other)
        end
        if at < 11 then
            local turned = digits:sub(1, at - 1) .. digits:sub(at + 1, at + 1) .. digits:sub(at, at) .. digits:sub(at + 2)
            check.that(turned == digits or not code.is_right(turned), turned)
        end
    end
    check.equal(code.make("b", "q", "Fox", {answered = 3}):sub(5, 9), "00903")
    check.equal(code.make("b", "q", nil, {score = 0, of = 0}):sub(5, 9), "00000")
    check.equal(code.make("b", "q", nil, {score = 4.02, of = 4}):sub(5, 9), "00100")
    check.equal(code.show("12345678901"), "1234 56 789 01")
end)

test("cells that a spreadsheet would run", function()
    check.equal(export.cell('=HYPERLINK("x")'), '"\'=HYPERLINK(""x"")"')
    check.equal(export.cell(" +1"), '"\' +1"')
    check.equal(export.cell("-2"), '"\'-2"')
    check.equal(export.cell("@x"), '"\'@x"')
    check.equal(export.cell("\tx"), '"\'\tx"')
    check.equal(export.cell("＝1"), '"\'＝1"')
    check.equal(export.cell("'=1"), '"\'\'=1"')
    check.equal(export.cell(" ＝1"), '"\' ＝1"')
    check.equal(export.cell("'tis"), '"\'tis"')
    check.equal(export.cell("a=b"), '"a=b"')
    check.equal(export.cell(nil), '""')
end)

test("JSON", function()
    local written = json.write(json.object({{"a", 'x"\\\n\1'}, {"b", nil}, {"c", {1, 2.5, true, json.null}}, {"d", {}}}))
    check.equal(written, '{\n "a": "x\\"\\\\\\n\\u0001",\n "c": [\n  1,\n  2.5,\n  true,\n  null\n ],\n "d": []\n}\n')
end)

test("every language has every word, with the same blanks", function()
    local english = require("hornbook_words_en")
    for _, language in ipairs(words.languages) do
        local theirs = require("hornbook_words_" .. language)
        for key, pattern in pairs(english) do
            local own, other = {}, {}
            for blank in pattern:gmatch("%%%d") do
                own[blank] = true
            end
            for blank in (theirs[key] or ""):gmatch("%%%d") do
                other[blank] = true
            end
            check.that(theirs[key], language .. "." .. key .. " is there")
            check.equal(other, own, language .. "." .. key)
        end
        for key in pairs(theirs) do
            local is_own = key == "between_sentences"
            check.that(english[key] or is_own, language .. "." .. key)
        end
    end
    words.use("de_DE")
    check.equal(words.get("score", 2.5, 3), "Ergebnis: 2,5 von 3")
    local backs = {pt_BR = "Voltar", zh_CN = "返回", zh_TW = "返回", nl_NL = "Terug", pl = "Wstecz", tr = "Geri", hi = "पीछे", ja = "戻る"}
    for setting, back in pairs(backs) do
        words.use(setting)
        check.equal(words.get("back"), back)
    end
    words.use("ja")
    check.equal(words.sentences("正解", "得点：1／1"), "正解。得点：1／1")
    words.use("pl")
    check.equal(words.get("score", 2.5, 3), "Punkty: 2,5 z 3")
    words.use("ar")
    check.equal(words.backward("back"):sub(1, #"▸"), "▸")
    words.use("xx")
    check.equal(words.forward("next"), "Next ▸")
    check.equal(words.get("score", 2.5, 3), "Score: 2.5 of 3")
    words.use(nil)
end)
