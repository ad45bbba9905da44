// What libFuzzer calls.
#include "harness.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    hornbook::fuzz({reinterpret_cast<const char*>(data), size});
    return 0;
}
