// AES and GHASH by AES-NI and PCLMULQDQ, a block to a register.
#pragma GCC target("avx2,aes,pclmul")
#include "../kernels.h"
#include "choice.h"
#include <immintrin.h>
#include <string.h>

#define VECTOR __m128i
#define BLOCKS 1
#define LOAD(p) _mm_loadu_si128((const __m128i *) (p))
#define STORE(p, v) _mm_storeu_si128((__m128i *) (p), v)
#define SHUFFLE(v, order) _mm_shuffle_epi8(v, order)
#define ROUND_KEY(p) LOAD(p)
#define ROUND(v, k) _mm_aesenc_si128(v, k)
#define LAST_ROUND(v, k) _mm_aesenclast_si128(v, k)
#define BACK_ROUND(v, k) _mm_aesdec_si128(v, k)
#define LAST_BACK_ROUND(v, k) _mm_aesdeclast_si128(v, k)
#define SUBSTITUTE(v) _mm_aesenclast_si128(v, _mm_setzero_si128())
#define INVERSE_MIX(k) _mm_aesimc_si128(k)
#define MULTIPLY(a, b, halves) _mm_clmulepi64_si128(a, b, halves)
#define MULTIPLY_BLOCK(a, b, halves) _mm_clmulepi64_si128((__m128i) (a), (__m128i) (b), halves)
#define WIDEN(block) ((__m128i) (block))
#define FOLD(v) (v)
#include "../aes.h"
#include "../aes-key.h"
#include "../ghash.h"

void edgex_crypto_choose_narrow_aes(struct crypto_kernels *kernels) {
    kernels->aes_expand_key = aes_expand_key;
    kernels->aes_encrypt = aes_encrypt;
    kernels->aes_decrypt = aes_decrypt;
    kernels->aes_add_stream = aes_add_stream;
    kernels->ghash_start = ghash_start;
    kernels->ghash_update = ghash_update;
}
