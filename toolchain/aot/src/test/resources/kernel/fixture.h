// The processor as the toy kernel sees it.
#pragma once
#include <stdint.h>

int64_t fixture_enter(int64_t value);
int64_t edgex_kernel_heap_used(void);
void* edgex_kernel_seal_heap(void);

static inline void fixture_put(int32_t character) {
    __asm__ volatile ("outb %b0, %w1" : : "a" (character), "d" (0x3f8));
}

// QEMU's isa-debug-exit device ends QEMU with the status 2 * code + 1.
static inline void fixture_exit(int32_t code) {
    __asm__ volatile ("outl %0, %w1" : : "a" (code), "d" (0xf4));
}
