// The counter of retired instructions: under QEMU's -icount shift=0 it counts them since the reset.
#pragma once
#include <stdint.h>

static inline int64_t edgex_counter(void) {
    int64_t value;
    __asm__ volatile("rdinstret %0" : "=r"(value) : : "memory");
    return value;
}
