// Array access in fewer instructions than TeaVM's core.h and exceptions.h take; included after them.
#pragma once

// Every object is aligned to 8 bytes, the largest element, so the first element's distance from the
// header is a constant: no rounding of the address at each access.
#undef TEAVM_ARRAY_DATA
#define TEAVM_ARRAY_DATA(array, type) \
    ((type*) ((char*) (array) + (sizeof(TeaVM_Array) + sizeof(type) - 1) / sizeof(type) * sizeof(type)))

// One unsigned comparison finds the negative index too.
inline static int32_t edgex_check_bounds(int32_t index, void* array) {
    if (__builtin_expect((uint32_t) index >= (uint32_t) TEAVM_ARRAY_LENGTH(array), 0)) {
        teavm_throwArrayIndexOutOfBoundsException();
        TEAVM_UNREACHABLE
    }
    return index;
}
#define teavm_checkBounds edgex_check_bounds
