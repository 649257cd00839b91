// Asks the processor what it has, and whether the system saves the registers that it takes.
#include "choice.h"
#include <cpuid.h>

enum { SAVES_AVX = 0x06, SAVES_AVX512 = 0xE6 };

static uint32_t saved_registers(void) {
    uint32_t low, high;
    __asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
    return low;
}

static int has(uint32_t found, uint32_t needed) {
    return (found & needed) == needed;
}

void edgex_crypto_choose(struct crypto_kernels *kernels, int level) {
    uint32_t a, b, d, basic, extended, more;
    if (!__get_cpuid(1, &a, &b, &basic, &d) || !__get_cpuid_count(7, 0, &a, &extended, &more, &d)) {
        return;
    }
    uint32_t saved = has(basic, bit_OSXSAVE) ? saved_registers() : 0;
    uint32_t avx2 = bit_AVX2 | bit_BMI | bit_BMI2;
    uint32_t avx512 = bit_AVX512F | bit_AVX512BW | bit_AVX512DQ | bit_AVX512VL;
    int is_wide = level >= CRYPTO_WIDE && has(extended, avx2 | avx512) && has(saved, SAVES_AVX512);
    int has_aes = has(extended, avx2) && has(saved, SAVES_AVX) && has(basic, bit_AES | bit_PCLMUL);
    if (is_wide) {
        *kernels = edgex_crypto_avx512_kernels;
    } else if (has(extended, avx2) && has(saved, SAVES_AVX)) {
        *kernels = edgex_crypto_avx2_kernels;
    }
    if (has(extended, bit_SHA) && has(basic, bit_SSSE3 | bit_SSE4_1)) {
        edgex_crypto_choose_sha256(kernels);
    }
    if (has_aes) {
        edgex_crypto_choose_narrow_aes(kernels);
    }
    if (has_aes && is_wide && has(more, bit_VAES | bit_VPCLMULQDQ)) {
        edgex_crypto_choose_wide_aes(kernels);
    }
}
