// The slow system calls: number in x8, up to six arguments in x0 to x5, the result in x0.
#pragma once
#include <stdint.h>

#define EDGEX_TRAP(...) \
    register int64_t x8 __asm__("x8") = number; \
    __asm__ volatile("svc #0" : "+r"(x0) : "r"(x8) __VA_ARGS__ : "memory"); \
    return x0;

static inline int64_t edgex_call0(int32_t number) {
    register int64_t x0 __asm__("x0") = 0;
    EDGEX_TRAP()
}

static inline int64_t edgex_call1(int32_t number, int64_t a0) {
    register int64_t x0 __asm__("x0") = a0;
    EDGEX_TRAP()
}

static inline int64_t edgex_call2(int32_t number, int64_t a0, int64_t a1) {
    register int64_t x0 __asm__("x0") = a0;
    register int64_t x1 __asm__("x1") = a1;
    EDGEX_TRAP(, "r"(x1))
}

static inline int64_t edgex_call3(int32_t number, int64_t a0, int64_t a1, int64_t a2) {
    register int64_t x0 __asm__("x0") = a0;
    register int64_t x1 __asm__("x1") = a1;
    register int64_t x2 __asm__("x2") = a2;
    EDGEX_TRAP(, "r"(x1), "r"(x2))
}

static inline int64_t edgex_call4(
        int32_t number, int64_t a0, int64_t a1, int64_t a2, int64_t a3) {
    register int64_t x0 __asm__("x0") = a0;
    register int64_t x1 __asm__("x1") = a1;
    register int64_t x2 __asm__("x2") = a2;
    register int64_t x3 __asm__("x3") = a3;
    EDGEX_TRAP(, "r"(x1), "r"(x2), "r"(x3))
}

static inline int64_t edgex_call5(
        int32_t number, int64_t a0, int64_t a1, int64_t a2, int64_t a3, int64_t a4) {
    register int64_t x0 __asm__("x0") = a0;
    register int64_t x1 __asm__("x1") = a1;
    register int64_t x2 __asm__("x2") = a2;
    register int64_t x3 __asm__("x3") = a3;
    register int64_t x4 __asm__("x4") = a4;
    EDGEX_TRAP(, "r"(x1), "r"(x2), "r"(x3), "r"(x4))
}

static inline int64_t edgex_call6(
        int32_t number, int64_t a0, int64_t a1, int64_t a2, int64_t a3, int64_t a4, int64_t a5) {
    register int64_t x0 __asm__("x0") = a0;
    register int64_t x1 __asm__("x1") = a1;
    register int64_t x2 __asm__("x2") = a2;
    register int64_t x3 __asm__("x3") = a3;
    register int64_t x4 __asm__("x4") = a4;
    register int64_t x5 __asm__("x5") = a5;
    EDGEX_TRAP(, "r"(x1), "r"(x2), "r"(x3), "r"(x4), "r"(x5))
}
