// Parallel: the same work for each index on all cores.
#pragma once

#include <cstddef>
#include <functional>

namespace hornbook {

// Calls work(i) once for every i in [0, count), in any order, on up to `jobs` threads (0: as many as there are cores); in the caller's
// thread alone where one job suffices. Returns when all work is done; where the machine starts fewer threads, those do it all. The first
// exception thrown is rethrown once all threads have stopped.
void for_each_in_parallel(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& work);

}  // namespace hornbook
