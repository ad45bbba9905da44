-- Books with quizzes of any kind, marks and weights, by chance from a seed; random_class.lua has them answered.
-- Usage: luajit random_books.lua FOLDER SEED COUNT
local folder, seed, count = arg[1], tonumber(arg[2]), tonumber(arg[3])
math.randomseed(seed)

local function one_of(list)
    return list[math.random(#list)]
end

local words = {
    "rain", "river", "Über", "été", "ёлка", "مطر", "गंगा", "雨", "don't", "well-known", "a b", "x²", "Straße", "it's 5", "=1+1", "N.B.",
}
local marks = {"0", "0.5", "0.25", "0.33", "0.07", "1", "2", "3.5", "7.77", "10", "13", "50", "99.99", "1000"}
local languages = {"en-GB", "de", "fr", "ar", "ru", "tr", "ja"}

local lines
local function line(...)
    lines[#lines + 1] = string.format(...)
end

-- Distinct texts, so that no two answers are alike.
local function texts(n)
    local result = {}
    for i = 1, n do
        result[i] = one_of(words) .. " " .. i
    end
    return result
end

local kinds = {}

function kinds.choose_one()
    local weighted = math.random(3) == 1
    for i, text in ipairs(texts(math.random(2, 6))) do
        local weight = weighted and i > 1 and " {" .. one_of({"50", "33.33333", "10", "-25", "0"}) .. "%}" or ""
        line("- [%s] %s%s", i == 1 and "x" or " ", text, weight)
    end
end

-- Several right ones share the marks alike, or 60 and 40 of a hundred; wrong ones may cost more or less than a share.
function kinds.choose_all()
    local rights, wrongs = math.random(2, 7), math.random(0, 6)
    local weighted = rights == 2 and math.random(2) == 1
    for i, text in ipairs(texts(rights + wrongs)) do
        local weight = weighted and " {" .. (i == 1 and "60" or i == 2 and "40" or one_of({"-50", "-12.5", "-100"})) .. "%}" or ""
        line("- [%s] %s%s", i <= rights and "x" or " ", text, weight)
    end
end

function kinds.true_false()
    line("- [x] True")
    line("- [ ] False")
end

function kinds.blank()
    line("= %s", one_of({"17", "4..6", "Moscow", "don't", "0", "1000000", "100 ± 5"}))
    if math.random(2) == 1 then
        line("= nearly {%s%%}", one_of({"50", "33.33333", "66.66667"}))
    end
end

function kinds.match()
    for i = 1, math.random(2, 12) do
        line("- left %d -> %s %d", i, one_of(words), i)
    end
    line("- -> nobody's")
end

function kinds.order()
    for i, text in ipairs(texts(math.random(2, 13))) do
        line("%d. %s", i, text)
    end
end

function kinds.write()
    line("____ lines=%d", math.random(20))
end

local function question(number)
    local kind = one_of({"choose_one", "choose_all", "true_false", "blank", "match", "order", "write", "gaps"})
    if kind == "gaps" then
        local gaps = {}
        for i = 1, math.random(1, 11) do
            gaps[i] = "[[" .. one_of({"rain", "7", "snow|ice", "don't"}) .. "]] and"
        end
        line("## Question %d: %s that is all.", number, table.concat(gaps, " "))
    else
        line("## Question %d of kind %s?", number, kind)
        kinds[kind]()
    end
    if math.random(3) > 1 then
        line("marks: %s", one_of(marks))
    end
    line("")
end

local function write(path, content)
    local file = assert(io.open(path, "wb"))
    file:write(content)
    file:close()
end

for number = 1, count do
    local book = folder .. "/book-" .. number
    os.execute("mkdir -p " .. book .. "/chapters")
    local title, language = one_of({"Rain", "=Rain", "'Rain"}), languages[(number - 1) % #languages + 1]
    write(book .. "/book.toml", string.format('title = "%s %d"\nlanguage = "%s"\ndate = 2026-11-23\n', title, number, language))
    lines = {"# Chapter", ""}
    for quiz = 1, 6 do
        line("~~~quiz")
        line("title: Quiz %d", quiz)
        for i = 1, math.random(1, 14) do
            question(100 * quiz + i)
        end
        line("~~~")
        line("")
    end
    write(book .. "/chapters/01-chapter.md", table.concat(lines, "\n"))
end
