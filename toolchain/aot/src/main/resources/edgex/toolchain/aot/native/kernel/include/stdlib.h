// The part of <stdlib.h> that TeaVM's generated code names; a kernel has no C library.
#pragma once
#include <stddef.h>

_Noreturn void edgex_kernel_failure(const char* reason);

static inline void* malloc(size_t size) {
    (void) size;
    edgex_kernel_failure("malloc in the kernel");
}

static inline void free(void* memory) {
    (void) memory;
    edgex_kernel_failure("free in the kernel");
}

static inline void abort(void) {
    edgex_kernel_failure("abort");
}
