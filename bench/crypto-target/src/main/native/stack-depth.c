#include "stack-depth.h"
#include <string.h>

enum { PAINTED_BYTES = 256 << 10, PAINT = 0xA5 };

static uint8_t *painted;

__attribute__((noinline)) void edgex_bench_paint_stack(void) {
    uint8_t area[PAINTED_BYTES];
    memset(area, PAINT, sizeof area);
    uint8_t *start = area;
    // Hides from the compiler that the address outlives the area.
    __asm__ volatile("" : "+r"(start) : : "memory");
    painted = start;
}

int32_t edgex_bench_painted_over(void) {
    int32_t untouched = 0;
    while (untouched < PAINTED_BYTES && painted[untouched] == PAINT) {
        untouched++;
    }
    return PAINTED_BYTES - untouched;
}
