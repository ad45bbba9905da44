#include "base/memory.h"

#include <cstdlib>
#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#endif

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

void prepare_heap() {
#ifdef __GLIBC__
    constexpr std::size_t large_page = std::size_t{2} << 20U;
    constexpr int size = 256 << 20;  // of addresses, not of memory
    constexpr int usual_pad = 128 << 10;
    rlimit limit = {};
    if (getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur != RLIM_INFINITY) {
        return;  // addresses are dear
    }
    auto end_of_heap = [] { return static_cast<char*>(sbrk(0)); };
    char* begin = end_of_heap();
    mallopt(M_TRIM_THRESHOLD, 2 * size);  // else what was asked for is given back at once
    mallopt(M_TOP_PAD, size);
    std::array<void*, 4> pieces = {};  // until what the heap has already does not do
    for (void*& piece : pieces) {
        piece = end_of_heap() == begin ? std::malloc(usual_pad / 2) : nullptr;
    }
    std::for_each(pieces.begin(), pieces.end(), std::free);
    mallopt(M_TOP_PAD, usual_pad);
    std::size_t unaligned = reinterpret_cast<std::uintptr_t>(begin) % large_page;
    char* first = begin + (large_page - unaligned) % large_page;
    if (end_of_heap() > first + large_page) {
        madvise(first, static_cast<std::size_t>(end_of_heap() - first) / large_page * large_page, MADV_HUGEPAGE);
    }
#endif
}

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
