// The four functions that gcc calls without being asked. Weak: an architecture may do better.
// Built with -fno-tree-loop-distribute-patterns, else gcc turns each loop into a call of itself.
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef uint64_t __attribute__((may_alias, aligned(1))) edgex_word;

__attribute__((weak)) void* memcpy(void* restrict target, const void* restrict source, size_t size) {
    char* to = target;
    const char* from = source;
    for (; size >= 8; size -= 8, to += 8, from += 8) {
        *(edgex_word*) to = *(const edgex_word*) from;
    }
    while (size-- > 0) {
        *to++ = *from++;
    }
    return target;
}

__attribute__((weak)) void* memmove(void* target, const void* source, size_t size) {
    char* to = target;
    const char* from = source;
    if (to <= from || to >= from + size) {
        return memcpy(target, source, size);
    }
    while (size-- > 0) {
        to[size] = from[size];
    }
    return target;
}

__attribute__((weak)) void* memset(void* target, int value, size_t size) {
    char* to = target;
    uint64_t word = (uint8_t) value * UINT64_C(0x0101010101010101);
    for (; size >= 8; size -= 8, to += 8) {
        *(edgex_word*) to = word;
    }
    while (size-- > 0) {
        *to++ = (char) value;
    }
    return target;
}

__attribute__((weak)) int memcmp(const void* first, const void* second, size_t size) {
    const unsigned char* a = first;
    const unsigned char* b = second;
    for (size_t i = 0; i < size; i++) {
        if (a[i] != b[i]) {
            return a[i] - b[i];
        }
    }
    return 0;
}
