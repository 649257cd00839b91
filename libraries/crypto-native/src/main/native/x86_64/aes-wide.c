// AES and GHASH by VAES and VPCLMULQDQ, four blocks to a register of AVX-512. Keys are those of
// aes-narrow.c.
#pragma GCC target("avx512f,avx512bw,avx512dq,avx512vl,vaes,vpclmulqdq,aes,pclmul")
#include "../kernels.h"
#include "choice.h"
#include <immintrin.h>
#include <string.h>

#define VECTOR __m512i
#define BLOCKS 4
#define LOAD(p) _mm512_loadu_si512(p)
#define STORE(p, v) _mm512_storeu_si512(p, v)
#define SHUFFLE(v, order) _mm512_shuffle_epi8(v, order)
#define ROUND_KEY(p) _mm512_broadcast_i32x4(_mm_loadu_si128((const __m128i *) (p)))
#define ROUND(v, k) _mm512_aesenc_epi128(v, k)
#define LAST_ROUND(v, k) _mm512_aesenclast_epi128(v, k)
#define BACK_ROUND(v, k) _mm512_aesdec_epi128(v, k)
#define LAST_BACK_ROUND(v, k) _mm512_aesdeclast_epi128(v, k)
#define MULTIPLY(a, b, halves) _mm512_clmulepi64_epi128(a, b, halves)
#define MULTIPLY_BLOCK(a, b, halves) _mm_clmulepi64_si128((__m128i) (a), (__m128i) (b), halves)
#define WIDEN(block) _mm512_zextsi128_si512((__m128i) (block))
#include "../aes.h"

static inline __m128i fold(__m512i v) {
    return _mm512_extracti32x4_epi32(v, 0) ^ _mm512_extracti32x4_epi32(v, 1)
        ^ _mm512_extracti32x4_epi32(v, 2) ^ _mm512_extracti32x4_epi32(v, 3);
}
#define FOLD(v) fold(v)
#include "../ghash.h"

void edgex_crypto_choose_wide_aes(struct crypto_kernels *kernels) {
    kernels->aes_encrypt = aes_encrypt;
    kernels->aes_decrypt = aes_decrypt;
    kernels->aes_add_stream = aes_add_stream;
    kernels->ghash_start = ghash_start;
    kernels->ghash_update = ghash_update;
}
