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
    if (has(extended, bit_AVX2 | bit_BMI | bit_BMI2) && has(saved, SAVES_AVX)) {
        *kernels = edgex_crypto_avx2_kernels;
        if (has(basic, bit_AES | bit_PCLMUL)) {
            edgex_crypto_choose_narrow_aes(kernels);
        }
    }
    if (has(extended, bit_SHA) && has(basic, bit_SSSE3 | bit_SSE4_1)) {
        edgex_crypto_choose_sha256(kernels);
    }
    uint32_t avx512 = bit_AVX512F | bit_AVX512BW | bit_AVX512DQ | bit_AVX512VL;
    if (level >= CRYPTO_WIDE && has(extended, avx512) && has(saved, SAVES_AVX512)
        && has(more, bit_VAES | bit_VPCLMULQDQ) && kernels->aes_expand_key) {
        edgex_crypto_choose_wide_aes(kernels);
    }
}
