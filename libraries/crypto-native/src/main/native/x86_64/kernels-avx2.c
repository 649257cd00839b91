// The loops once more, compiled for processors with AVX2.
#pragma GCC target("avx2,bmi,bmi2")
#define WIDE_LANES 1
#define KERNELS edgex_crypto_avx2_kernels
#include "../kernels-body.h"
#include <cpuid.h>

// Whether the system saves the upper halves of the registers, too, which XGETBV tells.
static int saves_wide_registers(void) {
    uint32_t low, high;
    __asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
    return (low & 6) == 6;
}

const struct crypto_kernels *edgex_crypto_fast_kernels(void) {
    uint32_t a, b, c, d;
    if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & bit_OSXSAVE) || !saves_wide_registers()) {
        return 0;
    }
    if (!__get_cpuid_count(7, 0, &a, &b, &c, &d)) {
        return 0;
    }
    uint32_t needed = bit_AVX2 | bit_BMI | bit_BMI2;
    return (b & needed) == needed ? &edgex_crypto_avx2_kernels : 0;
}
