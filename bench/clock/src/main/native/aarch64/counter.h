// The cycle counter: under QEMU's -icount shift=0 it counts instructions since the reset.
#pragma once
#include <stdint.h>

static inline int64_t edgex_counter(void) {
    int64_t count;
    __asm__ volatile("mrs %0, pmccntr_el0" : "=r"(count) : : "memory");
    return count;
}
