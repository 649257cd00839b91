/*
 * What gcc calls where the processor has no instruction for it (the Zbb extension); the compiler's
 * own library is built for the floating-point calling convention, which the kernel does not have.
 */
#include <stdint.h>

/* A cyclic sequence of 64 bits in which every group of 6 comes once (de Bruijn). */
#define SEQUENCE UINT64_C(0x03f79d71b4cb0a89)

/* Leading zeros of the number 2^n - 1 whose product with the sequence has that group on top. */
static const uint8_t leading_zeros[64] = {
    63, 16, 62, 7,  15, 36, 61, 3,  6,  14, 22, 26, 35, 47, 60, 2,
    9,  5,  28, 11, 13, 21, 42, 19, 25, 31, 34, 40, 46, 52, 59, 1,
    17, 8,  37, 4,  23, 27, 48, 10, 29, 12, 43, 20, 32, 41, 53, 18,
    38, 24, 49, 30, 44, 33, 54, 39, 50, 45, 55, 51, 56, 57, 58, 0,
};

/* Leading zeros of a number that is not 0. */
int __clzdi2(uint64_t value) {
    value |= value >> 1;
    value |= value >> 2;
    value |= value >> 4;
    value |= value >> 8;
    value |= value >> 16;
    value |= value >> 32;
    return leading_zeros[value * SEQUENCE >> 58];
}
