-- KOReader's dictionary as the plugin sees it: it asks stubs.dictionaries for a word's results, as sdcv would be asked, and shows them.
local check = require("check")

-- A result's, in KOReader v2024.07 and later, and our own mark.
local fields = {}
for name in ("dict word definition is_html css lang rtl_lang ifo_lang images no_result lookup_cancelled hornbook"):gmatch("%S+") do
    fields[name] = true
end

return function(stubs, ui)
    local dictionary = {}
    function dictionary.cleanSelection(_, word, is_sane)
        return is_sane and word or (word:gsub("^%p+", ""):gsub("%p+$", ""):gsub("'s$", ""))
    end
    function dictionary:onLookupWord(word, is_sane, boxes, highlight, link)
        word = self:cleanSelection(word, is_sane)
        self.highlight = highlight
        if not stubs.dictionaries then
            self:showDict(word, {{dict = "Not available", word = word, definition = "no dictionaries", no_result = true}}, boxes, link)
            return true
        end
        local results = self:startSdcv(word, {}, true)
        if results[1].no_result then
            stubs.no_results_for = word
            return true
        end
        for _, found in ipairs(results) do
            found.definition = found.definition:gsub("%b<>", "")
        end
        self:showDict(word, results, boxes, link)
        return true
    end
    function dictionary.startSdcv(_, word)
        local results = {}
        for i, found in ipairs(stubs.dictionaries[word] or {}) do
            results[i] = {dict = found.dict, word = found.word, definition = found.definition}
        end
        results[1] = results[1] or {dict = "Not available", word = word, definition = "No results.", no_result = true}
        return results
    end
    function dictionary:showDict(word, results, boxes, link)
        for _, found in ipairs(results) do
            for name in pairs(found) do
                check.that(fields[name], "a result has no field " .. name)
            end
            check.equal({type(found.dict), type(found.word), type(found.definition)}, {"string", "string", "string"})
        end
        check.that(boxes == nil or type(boxes) == "table")
        local function follow()
            return ui.link:onGotoLink(link.link or link)
        end
        local window = {dictionary = true, word = word, results = results, highlight = self.highlight, follow = link and follow}
        require("ui/uimanager"):show(window)
    end
    return dictionary
end
