// Stands in front of the architecture's header: calls go to linux-kernel.c.
#pragma once
#include <stdint.h>

int64_t standin_call(int32_t number, int64_t a0, int64_t a1, int64_t a2, int64_t a3, int64_t a4,
        int64_t a5);

static inline int64_t edgex_call0(int32_t n) { return standin_call(n, 0, 0, 0, 0, 0, 0); }
static inline int64_t edgex_call1(int32_t n, int64_t a) { return standin_call(n, a, 0, 0, 0, 0, 0); }
static inline int64_t edgex_call2(int32_t n, int64_t a, int64_t b) {
    return standin_call(n, a, b, 0, 0, 0, 0);
}
static inline int64_t edgex_call3(int32_t n, int64_t a, int64_t b, int64_t c) {
    return standin_call(n, a, b, c, 0, 0, 0);
}
static inline int64_t edgex_call4(int32_t n, int64_t a, int64_t b, int64_t c, int64_t d) {
    return standin_call(n, a, b, c, d, 0, 0);
}
static inline int64_t edgex_call5(
        int32_t n, int64_t a, int64_t b, int64_t c, int64_t d, int64_t e) {
    return standin_call(n, a, b, c, d, e, 0);
}
static inline int64_t edgex_call6(
        int32_t n, int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, int64_t f) {
    return standin_call(n, a, b, c, d, e, f);
}
