// The measured loops, where they lie in this program (they are copied into processes: see stubs.S),
// and the counter that they read.
#pragma once
#include <stdint.h>
#include "counter.h"

extern const char edgex_stub_code[];
extern const char edgex_stub_code_end[];
extern const int64_t edgex_stub_offsets[];

static inline int64_t edgex_stub_code_address(void) {
    return (int64_t) edgex_stub_code;
}

static inline int64_t edgex_stub_code_size(void) {
    return edgex_stub_code_end - edgex_stub_code;
}

// Offset of a stub from the start of the code; the index is that of edgex.bench.kernel.target.Stub.
static inline int64_t edgex_stub_offset(int32_t index) {
    return edgex_stub_offsets[index];
}
