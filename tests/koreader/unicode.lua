-- Lower case and NFC from Debian's libutf8proc, as KOReader's own copy of the same library gives them to the plugin.
local ffi = require("ffi")

ffi.cdef [[
    int32_t utf8proc_tolower(int32_t c);
    uint8_t *utf8proc_NFC(const uint8_t *str);
    void free(void *p);
]]
local library = ffi.load("utf8proc")

return function(text)
    return {
        lower = function(s)
            local codes = text.code_points(s)
            for i, code in ipairs(codes) do
                codes[i] = library.utf8proc_tolower(code)
            end
            return text.from_code_points(codes)
        end,
        compose = function(s)
            local composed = library.utf8proc_NFC(ffi.cast("const uint8_t *", s))
            if composed == nil then
                return s
            end
            local result = ffi.string(composed)
            ffi.C.free(composed)
            return result
        end,
    }
end
