#include "base/memory.h"

#include <cstdlib>

namespace hornbook {
namespace {

void* if_given(void* memory) {
    if (memory != nullptr) {
        return memory;
    }
    if (std::new_handler handler = std::get_new_handler()) {
        handler();
    }
    std::abort();
}

}  // namespace

void* give_memory(std::size_t bytes) {
    return if_given(std::malloc(bytes > 0 ? bytes : 1));
}

void* give_zeroed_memory(std::size_t count, std::size_t bytes) {
    return if_given(std::calloc(count > 0 ? count : 1, bytes > 0 ? bytes : 1));
}

void* give_more_memory(void* before, std::size_t bytes) {
    return if_given(std::realloc(before, bytes > 0 ? bytes : 1));
}

}  // namespace hornbook
