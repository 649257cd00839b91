// The slow system calls: number in rax, up to six arguments, the result in rax.
#pragma once
#include <stdint.h>

#define EDGEX_TRAP(...) \
    int64_t result; \
    __asm__ volatile("syscall" : "=a"(result) : "a"((int64_t) number) __VA_ARGS__ \
                     : "rcx", "r11", "memory"); \
    return result;

static inline int64_t edgex_call0(int32_t number) {
    EDGEX_TRAP()
}

static inline int64_t edgex_call1(int32_t number, int64_t a0) {
    EDGEX_TRAP(, "D"(a0))
}

static inline int64_t edgex_call2(int32_t number, int64_t a0, int64_t a1) {
    EDGEX_TRAP(, "D"(a0), "S"(a1))
}

static inline int64_t edgex_call3(int32_t number, int64_t a0, int64_t a1, int64_t a2) {
    EDGEX_TRAP(, "D"(a0), "S"(a1), "d"(a2))
}

static inline int64_t edgex_call4(
        int32_t number, int64_t a0, int64_t a1, int64_t a2, int64_t a3) {
    register int64_t r10 __asm__("r10") = a3;
    EDGEX_TRAP(, "D"(a0), "S"(a1), "d"(a2), "r"(r10))
}

static inline int64_t edgex_call5(
        int32_t number, int64_t a0, int64_t a1, int64_t a2, int64_t a3, int64_t a4) {
    register int64_t r10 __asm__("r10") = a3;
    register int64_t r8 __asm__("r8") = a4;
    EDGEX_TRAP(, "D"(a0), "S"(a1), "d"(a2), "r"(r10), "r"(r8))
}

static inline int64_t edgex_call6(
        int32_t number, int64_t a0, int64_t a1, int64_t a2, int64_t a3, int64_t a4, int64_t a5) {
    register int64_t r10 __asm__("r10") = a3;
    register int64_t r8 __asm__("r8") = a4;
    register int64_t r9 __asm__("r9") = a5;
    EDGEX_TRAP(, "D"(a0), "S"(a1), "d"(a2), "r"(r10), "r"(r8), "r"(r9))
}
