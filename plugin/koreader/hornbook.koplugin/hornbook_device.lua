-- What tells one device from another: six letters and digits, made once. It says nothing of who owns the device.
local device = {}

-- Without signs that look alike.
local letters = "23456789abcdefghjkmnpqrstuvwxyz"

function device.is_id(value)
    return type(value) == "string" and #value == 6 and value:match("^[a-z0-9]+$") ~= nil
end

-- random: count -> that many bytes, or nil where there is no source of chance; then the clock and addresses in memory must do.
function device.new_id(random)
    local id, salt = "", tonumber(tostring({}):match("0x(%x+)") or "0", 16) + os.time()
    while #id < 6 do
        local bytes = random(1)
        salt = (salt * 69069 + 1) % 2 ^ 32
        local byte = bytes and bytes:byte() or math.floor(salt / 2 ^ 24)
        if byte < 8 * #letters then
            id = id .. letters:sub(byte % #letters + 1, byte % #letters + 1)
        end
    end
    return id
end

return device
