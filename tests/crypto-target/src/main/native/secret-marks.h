// Secrets for valgrind's memcheck: memory that is marked as undefined. It follows such values through
// every copy and computation, and reports each branch and each address that depends on one. Outside of
// valgrind nothing happens.
#pragma once
#include <stdint.h>
#include <valgrind/memcheck.h>

static inline void edgex_secret_mark(void *memory, int32_t bytes) {
    (void) VALGRIND_MAKE_MEM_UNDEFINED(memory, bytes);
}

static inline void edgex_secret_forget(void *memory, int32_t bytes) {
    (void) VALGRIND_MAKE_MEM_DEFINED(memory, bytes);
}

// Whether a byte is marked, or was computed from one that is.
static inline int32_t edgex_secret_marked(void *memory, int32_t bytes) {
    int32_t marked = 0;
    for (int32_t i = 0; i < bytes; i++) {
        uint8_t undefined_bits = 0;
        (void) VALGRIND_GET_VBITS((uint8_t *) memory + i, &undefined_bits, 1);
        marked |= undefined_bits;
    }
    return marked;
}

static inline int32_t edgex_secret_findings(void) {
    return VALGRIND_COUNT_ERRORS;
}

static inline int32_t edgex_secret_tracked(void) {
    return RUNNING_ON_VALGRIND;
}
