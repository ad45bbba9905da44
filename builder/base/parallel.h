// Parallel: the same work for each index on all cores.
#pragma once

#include <cstddef>
#include <functional>

namespace hornbook {

// Calls work(i) for every i in [0, count) on up to `jobs` threads (0: as many as there are cores).
// Where the machine starts fewer, those do it all.
// The first exception thrown is rethrown once all threads have stopped. Works in the caller's thread when one job suffices.
void for_each_in_parallel(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& work);

}  // namespace hornbook
