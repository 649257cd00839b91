// The slow system calls: number in a7, up to six arguments in a0 to a5, the result in a0.
#pragma once
#include <stdint.h>

// a0 is written whether it was an argument or not; the kernel leaves zeros in the temporaries.
#define EDGEX_TRAP(...) \
    register int64_t a7 __asm__("a7") = number; \
    __asm__ volatile("ecall" : "+r"(r0) : "r"(a7) __VA_ARGS__ \
                     : "t0", "t1", "t2", "t3", "t4", "t5", "t6", "memory"); \
    return r0;

#define EDGEX_ARGUMENT(index) \
    register int64_t r##index __asm__("a" #index) = a##index;

static inline int64_t edgex_call0(int32_t number) {
    register int64_t r0 __asm__("a0") = 0;
    EDGEX_TRAP()
}

static inline int64_t edgex_call1(int32_t number, int64_t a0) {
    EDGEX_ARGUMENT(0)
    EDGEX_TRAP()
}

static inline int64_t edgex_call2(int32_t number, int64_t a0, int64_t a1) {
    EDGEX_ARGUMENT(0)
    EDGEX_ARGUMENT(1)
    EDGEX_TRAP(, "r"(r1))
}

static inline int64_t edgex_call3(int32_t number, int64_t a0, int64_t a1, int64_t a2) {
    EDGEX_ARGUMENT(0)
    EDGEX_ARGUMENT(1)
    EDGEX_ARGUMENT(2)
    EDGEX_TRAP(, "r"(r1), "r"(r2))
}

static inline int64_t edgex_call4(
        int32_t number, int64_t a0, int64_t a1, int64_t a2, int64_t a3) {
    EDGEX_ARGUMENT(0)
    EDGEX_ARGUMENT(1)
    EDGEX_ARGUMENT(2)
    EDGEX_ARGUMENT(3)
    EDGEX_TRAP(, "r"(r1), "r"(r2), "r"(r3))
}

static inline int64_t edgex_call5(
        int32_t number, int64_t a0, int64_t a1, int64_t a2, int64_t a3, int64_t a4) {
    EDGEX_ARGUMENT(0)
    EDGEX_ARGUMENT(1)
    EDGEX_ARGUMENT(2)
    EDGEX_ARGUMENT(3)
    EDGEX_ARGUMENT(4)
    EDGEX_TRAP(, "r"(r1), "r"(r2), "r"(r3), "r"(r4))
}

static inline int64_t edgex_call6(
        int32_t number, int64_t a0, int64_t a1, int64_t a2, int64_t a3, int64_t a4, int64_t a5) {
    EDGEX_ARGUMENT(0)
    EDGEX_ARGUMENT(1)
    EDGEX_ARGUMENT(2)
    EDGEX_ARGUMENT(3)
    EDGEX_ARGUMENT(4)
    EDGEX_ARGUMENT(5)
    EDGEX_TRAP(, "r"(r1), "r"(r2), "r"(r3), "r"(r4), "r"(r5))
}
