// Memory: of the heap as it begins, and for libraries in C, which abort or misbehave where an allocation fails.
#pragma once

#include <cstddef>
#include <new>

namespace hornbook {

// Asks for the first part of the heap at once, in large pages where the system has them: a book of megabytes is built of millions of small
// things, and to be given their memory in pages of 4 kB takes a quarter of the time. What is not used costs nothing. To be called once,
// before any thread is started; does nothing where the system refuses.
void prepare_heap();

// Allocators like malloc, calloc and realloc that never return null: without memory they call the handler of std::set_new_handler, as `new`
// does, and end the process where there is none. They throw nothing, since no exception may pass through a library in C.
void* give_memory(std::size_t bytes);
void* give_zeroed_memory(std::size_t count, std::size_t bytes);
void* give_more_memory(void* before, std::size_t bytes);

// The pointer that a library returned; throws std::bad_alloc where it is null.
template <class Thing>
Thing* if_made(Thing* made) {
    if (made == nullptr) {
        throw std::bad_alloc();
    }
    return made;
}

}  // namespace hornbook
