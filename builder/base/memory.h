// Memory: for libraries in C, which end the process or go astray where there is none.
#pragma once

#include <cstddef>
#include <new>

namespace hornbook {

// As malloc, calloc and realloc, but never null: without memory they call what std::set_new_handler was given, as `new` does, and end the
// process where that is nothing. No exception may pass through a library in C.
void* give_memory(std::size_t bytes);
void* give_zeroed_memory(std::size_t count, std::size_t bytes);
void* give_more_memory(void* before, std::size_t bytes);

// What a library has made, unless it had no memory for it: then bad_alloc.
template <class Thing>
Thing* if_made(Thing* made) {
    if (made == nullptr) {
        throw std::bad_alloc();
    }
    return made;
}

}  // namespace hornbook
