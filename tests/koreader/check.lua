-- A small frame for tests: each check counts, failures are named, and the last line says how many.
local check = {passed = 0, failed = 0, name = ""}

local function show(value)
    if type(value) ~= "table" then
        return type(value) == "string" and string.format("%q", value) or tostring(value)
    end
    local parts = {}
    for key, inner in pairs(value) do
        parts[#parts + 1] = tostring(key) .. "=" .. show(inner)
    end
    table.sort(parts)
    return "{" .. table.concat(parts, ", ") .. "}"
end

local function record(passed, message)
    if passed then
        check.passed = check.passed + 1
    else
        check.failed = check.failed + 1
        print("FAIL: " .. check.name .. ": " .. message)
        print((debug.traceback("", 3):gsub("^%s*stack traceback:%s*", "  at ")))
    end
    return passed
end

function check.equal(actual, expected, what)
    return record(show(actual) == show(expected), (what or "") .. " is " .. show(actual) .. ", expected " .. show(expected))
end

function check.that(condition, what)
    return record(condition and true or false, what or "is not true")
end

function check.contains(whole, part)
    local found = type(whole) == "string" and whole:find(part, 1, true)
    return record(found, show(part) .. " is not in " .. show(whole))
end

-- A test runs to its end or fails; the others go on.
function check.test(name, run)
    check.name = name
    local ok, message = xpcall(run, debug.traceback)
    if not ok then
        record(false, message)
    end
end

function check.finish()
    print(string.format("plugin: %d checks passed, %d failed", check.passed, check.failed))
    os.exit(check.failed == 0 and check.passed > 0 and 0 or 1)
end

return check
