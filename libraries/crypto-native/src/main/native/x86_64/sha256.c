// SHA-256 by the SHA extensions. Their registers hold words a, b, e, f and c, d, g, h of the state.
#pragma GCC target("sha,sse4.1,ssse3")
#include "../kernels.h"
#include "../tables.h"
#include "choice.h"
#include <immintrin.h>

static inline __m128i load(const void *memory) {
    return _mm_loadu_si128((const __m128i *) memory);
}

// Four constants: the upper halves of those of SHA-512.
static inline __m128i constants(int first) {
    __m128 low = _mm_castsi128_ps(load(SHA2_CONSTANTS + first));
    __m128 high = _mm_castsi128_ps(load(SHA2_CONSTANTS + first + 2));
    return _mm_castps_si128(_mm_shuffle_ps(low, high, 0xDD));
}

// The next four words of the schedule take the place of those of 16 words ago.
static inline __m128i schedule(__m128i w16, __m128i w12, __m128i w8, __m128i w4) {
    __m128i sum = _mm_add_epi32(_mm_sha256msg1_epu32(w16, w12), _mm_alignr_epi8(w4, w8, 4));
    return _mm_sha256msg2_epu32(sum, w4);
}

static void sha256(uint32_t *state, const uint8_t *input, int blocks) {
    const __m128i big_endian = _mm_set_epi64x(0x0C0D0E0F08090A0B, 0x0405060700010203);
    __m128i badc = _mm_shuffle_epi32(load(state), 0xB1);
    __m128i hgfe = _mm_shuffle_epi32(load(state + 4), 0x1B);
    __m128i abef = _mm_alignr_epi8(badc, hgfe, 8);
    __m128i cdgh = _mm_blend_epi16(hgfe, badc, 0xF0);
    for (int block = 0; block < blocks; block++, input += 64) {
        __m128i abef_before = abef, cdgh_before = cdgh;
        __m128i w[4];
#pragma GCC unroll 16
        for (int i = 0; i < 16; i++) {
            w[i & 3] = i < 4 ? _mm_shuffle_epi8(load(input + 16 * i), big_endian)
                             : schedule(w[i & 3], w[(i + 1) & 3], w[(i + 2) & 3], w[(i + 3) & 3]);
            __m128i sum = _mm_add_epi32(w[i & 3], constants(4 * i));
            cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sum);
            abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(sum, 0x0E));
        }
        abef = _mm_add_epi32(abef, abef_before);
        cdgh = _mm_add_epi32(cdgh, cdgh_before);
    }
    __m128i feba = _mm_shuffle_epi32(abef, 0x1B);
    __m128i dchg = _mm_shuffle_epi32(cdgh, 0xB1);
    _mm_storeu_si128((__m128i *) state, _mm_blend_epi16(feba, dchg, 0xF0));
    _mm_storeu_si128((__m128i *) (state + 4), _mm_alignr_epi8(dchg, feba, 8));
}

void edgex_crypto_choose_sha256(struct crypto_kernels *kernels) {
    kernels->sha256 = sha256;
}
