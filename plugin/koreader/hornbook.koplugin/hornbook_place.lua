-- Places of the book: from the builder's hrefs to KOReader's pointers and back.
local place = {}

local function attribute(tag, name)
    return tag:match("[%s]" .. name .. '%s*=%s*"([^"]*)"') or tag:match("[%s]" .. name .. "%s*=%s*'([^']*)'")
end

-- The files of the spine in reading order, from the package document.
function place.spine(package_document)
    local file_of, files = {}, {}
    for tag in package_document:gmatch("<item%s[^>]*>") do
        local id = attribute(tag, "id")
        if id then
            file_of[id] = attribute(tag, "href")
        end
    end
    for tag in package_document:gmatch("<itemref%s[^>]*>") do
        files[#files + 1] = file_of[attribute(tag, "idref") or ""] or ""
    end
    return files
end

function place.file(href)
    return href:match("^[^#]*")
end

local function index_of(files, file)
    for i, name in ipairs(files) do
        if name == file then
            return i
        end
    end
end

-- KOReader counts the files from 0 in links and from 1 in paths.
function place.pointer(files, href)
    local at = index_of(files, place.file(href))
    local id = href:match("#(.+)$")
    if not at then
        return nil
    elseif id then
        return "#_doc_fragment_" .. (at - 1) .. "_ " .. id
    end
    return "/body/DocFragment[" .. at .. "]"
end

-- The file in which a path of KOReader lies. Its engine counts the first of a kind, too, since August 2026: /body[1]/DocFragment[4]
-- was /body/DocFragment[4] before, and in books that were opened then it still is.
function place.file_at(files, pointer)
    local rest = pointer:match("^/body%[1%]/DocFragment(.*)") or pointer:match("^/body/DocFragment(.*)")
    return rest and files[tonumber(rest:match("^%[(%d+)%]")) or 1]
end

-- The id at the end of a link, as KOReader hands it on.
function place.link_id(pointer)
    return type(pointer) == "string" and pointer:match("^#_doc_fragment_%d+_ ?(.+)$") or nil
end

-- The file that a link leads to, as KOReader hands it on.
function place.linked_file(files, pointer)
    local at = type(pointer) == "string" and pointer:match("^#_doc_fragment_(%d+)")
    return at and files[tonumber(at) + 1] or nil
end

-- Whether a link leads to the top of a file rather than to a place in it.
function place.is_whole_file(pointer)
    return type(pointer) == "string" and pointer:match("^#_doc_fragment_%d+_? ?$") ~= nil
end

-- The id of the question whose hint or answer a link shows.
function place.helps_with(pointer)
    local id = place.link_id(pointer)
    return id and (id:match("^hint%-(quiz%-.+)$") or id:match("^answer%-(quiz%-.+)$"))
end

-- The id of the quiz or choice that a tapped link asks for. Links to hints, answers and passages lead where they say.
function place.asked_for(pointer)
    local id = place.link_id(pointer)
    return id and (id:match("^feedback%-(quiz%-.+)$") or id:match("^quiz%-.+$"))
end

-- Whether a path lies within the element of another.
function place.is_within(path, element)
    return path:sub(1, #element) == element and (#path == #element or path:sub(#element + 1, #element + 1):match("[/.]") ~= nil)
end

-- What of a quiz stands at a path below its element: "title", "question" or "choice" with the question's number.
function place.part_of_quiz(path, quiz_element)
    if not place.is_within(path, quiz_element) then
        return nil
    end
    local rest = path:sub(#quiz_element + 1)
    if rest:match("^/h%d") then
        return "title"
    end
    local number, inner = rest:match("^/div%[?(%d*)%]?/(.*)$")
    if not number then
        return nil
    end
    number = tonumber(number) or 1
    if inner:match("^h%d") then
        return "question", number
    elseif inner:match("^ol[/%[]") then
        return "choice", number
    end
end

return place
