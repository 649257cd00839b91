// Memory that others write too: each access says its order. Java's volatile says nothing here.
#pragma once
#include <stdint.h>
#include <string.h>

static inline int32_t edgex_load_acquire32(int64_t address) {
    return __atomic_load_n((int32_t*) address, __ATOMIC_ACQUIRE);
}

static inline void edgex_store_release32(int64_t address, int32_t value) {
    __atomic_store_n((int32_t*) address, value, __ATOMIC_RELEASE);
}

static inline int64_t edgex_load_acquire64(int64_t address) {
    return __atomic_load_n((int64_t*) address, __ATOMIC_ACQUIRE);
}

static inline void edgex_store_release64(int64_t address, int64_t value) {
    __atomic_store_n((int64_t*) address, value, __ATOMIC_RELEASE);
}

// Full order. Each gives the value from before.
static inline int32_t edgex_exchange32(int64_t address, int32_t value) {
    return __atomic_exchange_n((int32_t*) address, value, __ATOMIC_SEQ_CST);
}

static inline int32_t edgex_compare_exchange32(int64_t address, int32_t expected, int32_t value) {
    __atomic_compare_exchange_n(
            (int32_t*) address, &expected, value, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
    return expected;
}

static inline int32_t edgex_fetch_add32(int64_t address, int32_t value) {
    return __atomic_fetch_add((int32_t*) address, value, __ATOMIC_SEQ_CST);
}

static inline void edgex_fence(void) {
    __atomic_thread_fence(__ATOMIC_SEQ_CST);
}

static inline void edgex_copy(void* target, const void* source, int32_t size) {
    memmove(target, source, (size_t) size);
}
