// The time-stamp counter: under QEMU's -icount shift=0 it counts instructions since the reset.
#pragma once
#include <stdint.h>

static inline int64_t edgex_counter(void) {
    uint32_t low;
    uint32_t high;
    __asm__ volatile("rdtsc" : "=a"(low), "=d"(high) : : "memory");
    return (int64_t) high << 32 | low;
}
