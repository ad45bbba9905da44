-- A mixed order that is the same after a restart: each thing has a rank by a seed that is kept and by its own name.
local shuffle = {}

local modulus = 94906249  -- a prime whose square still is a whole number of Lua's

function shuffle.rank(seed, name)
    local rank = seed % modulus
    for i = 1, #name do
        rank = (rank * rank + name:byte(i) + i) % modulus
    end
    return rank
end

-- Sorts by rank; name_of(thing) tells whose.
function shuffle.sort(things, seed, name_of)
    local ranks = {}
    for _, thing in ipairs(things) do
        ranks[thing] = shuffle.rank(seed, name_of(thing))
    end
    table.sort(things, function(a, b)
        return ranks[a] < ranks[b] or (ranks[a] == ranks[b] and name_of(a) < name_of(b))
    end)
    return things
end

-- A seed from a file, or a new one.
function shuffle.seed(kept, fresh)
    return type(kept) == "number" and kept == kept and math.abs(kept) < 2 ^ 53 and math.floor(kept) or fresh
end

return shuffle
