// The loops for every processor of the architecture, and what chooses between these and faster ones.
// With EDGEX_CRYPTO_SMALL defined there is no choice: the linker keeps the loops that the program calls
// and no others, which is for boot loaders.
#include "crypto-calls.h"
// Every x86_64 has vectors of two; other processors rotate so well that scalars are faster.
#ifdef __SSE2__
#define SIDE_BY_SIDE 2
#else
#define SIDE_BY_SIDE 1
#endif
#define KERNELS edgex_crypto_portable_kernels
#include "kernels-body.h"

#ifdef EDGEX_CRYPTO_SMALL
#define KERNEL(name) name
static const struct crypto_kernels *kernels(void) {
    return &edgex_crypto_portable_kernels;
}
#else
#define KERNEL(name) kernels()->name
static struct crypto_kernels chosen;
static int is_chosen;

static void choose(int level) {
    chosen = edgex_crypto_portable_kernels;
    if (edgex_crypto_choose && level > CRYPTO_PORTABLE) {
        edgex_crypto_choose(&chosen, level);
    }
    is_chosen = 1;
}

void edgex_crypto_limit(int32_t level) {
    choose(level);
}

static inline const struct crypto_kernels *kernels(void) {
    if (!is_chosen) {
        choose(CRYPTO_WIDE);
    }
    return &chosen;
}
#endif

void edgex_crypto_keccak_absorb(
    void *state, int32_t rounds, int32_t rate_bytes, void *input, int32_t blocks) {
    KERNEL(keccak_absorb)(state, rounds, rate_bytes, input, blocks);
}

void edgex_crypto_keccak_squeeze(
    void *states, int32_t count, int32_t rounds, int32_t rate_bytes, void *output,
    int32_t stride_bytes, int32_t blocks) {
    KERNEL(keccak_squeeze)(states, count, rounds, rate_bytes, output, stride_bytes, blocks);
}

void edgex_crypto_keccak_permute(
    void *state, int32_t rounds) {
    KERNEL(keccak_permute)(state, rounds);
}

void edgex_crypto_sha256(
    void *state, void *input, int32_t blocks) {
    KERNEL(sha256)(state, input, blocks);
}

void edgex_crypto_sha512(
    void *state, void *input, int32_t blocks) {
    KERNEL(sha512)(state, input, blocks);
}

void edgex_crypto_kem_transform(
    void *p) {
    KERNEL(kem_transform)(p);
}

void edgex_crypto_kem_inverse_transform(
    void *p) {
    KERNEL(kem_inverse_transform)(p);
}

void edgex_crypto_kem_multiply(
    void *result, void *a, void *b, int32_t count) {
    KERNEL(kem_multiply)(result, a, b, count);
}

void edgex_crypto_kem_reduce(
    void *p, int32_t count) {
    KERNEL(kem_reduce)(p, count);
}

void edgex_crypto_kem_scale_and_add(
    void *p, void *addend) {
    KERNEL(kem_scale_and_add)(p, addend);
}

void edgex_crypto_kem_add(
    void *p, void *addend) {
    KERNEL(kem_add)(p, addend);
}

void edgex_crypto_kem_subtract_from(
    void *p, void *minuend) {
    KERNEL(kem_subtract_from)(p, minuend);
}

int32_t edgex_crypto_kem_sample_uniform(
    void *input, int32_t length, void *p, int32_t filled) {
    return KERNEL(kem_sample_uniform)(input, length, p, filled);
}

void edgex_crypto_kem_sample_binomial(
    void *input, int32_t eta, void *p) {
    KERNEL(kem_sample_binomial)(input, eta, p);
}

void edgex_crypto_kem_encode(
    void *p, int32_t bits, void *output) {
    KERNEL(kem_encode)(p, bits, output);
}

void edgex_crypto_kem_decode(
    void *input, int32_t bits, void *p) {
    KERNEL(kem_decode)(input, bits, p);
}

void edgex_crypto_dsa_transform(
    void *p) {
    KERNEL(dsa_transform)(p);
}

void edgex_crypto_dsa_inverse_transform(
    void *p) {
    KERNEL(dsa_inverse_transform)(p);
}

void edgex_crypto_dsa_multiply(
    void *result, void *a, void *b, int32_t count) {
    KERNEL(dsa_multiply)(result, a, b, count);
}

void edgex_crypto_dsa_multiply_and_add(
    void *sum, void *a, void *b) {
    KERNEL(dsa_multiply_and_add)(sum, a, b);
}

void edgex_crypto_dsa_add(
    void *p, void *addend) {
    KERNEL(dsa_add)(p, addend);
}

void edgex_crypto_dsa_subtract(
    void *p, void *subtrahend) {
    KERNEL(dsa_subtract)(p, subtrahend);
}

void edgex_crypto_dsa_reduce(
    void *p, int32_t count) {
    KERNEL(dsa_reduce)(p, count);
}

void edgex_crypto_dsa_normalise(
    void *p, int32_t count) {
    KERNEL(dsa_normalise)(p, count);
}

void edgex_crypto_dsa_shift_left(
    void *p) {
    KERNEL(dsa_shift_left)(p);
}

int32_t edgex_crypto_dsa_reaches(
    void *p, int32_t count, int32_t bound) {
    return KERNEL(dsa_reaches)(p, count, bound);
}

void edgex_crypto_dsa_power_to_round(
    void *p, void *high) {
    KERNEL(dsa_power_to_round)(p, high);
}

void edgex_crypto_dsa_decompose(
    void *p, int32_t gamma, void *high) {
    KERNEL(dsa_decompose)(p, gamma, high);
}

int32_t edgex_crypto_dsa_make_hint(
    void *low, void *high, int32_t gamma) {
    return KERNEL(dsa_make_hint)(low, high, gamma);
}

void edgex_crypto_dsa_use_hint(
    void *p, int32_t gamma, void *hints) {
    KERNEL(dsa_use_hint)(p, gamma, hints);
}

int32_t edgex_crypto_dsa_sample_uniform(
    void *input, int32_t length, void *p, int32_t filled) {
    return KERNEL(dsa_sample_uniform)(input, length, p, filled);
}

int32_t edgex_crypto_dsa_sample_small(
    void *input, int32_t length, int32_t eta, void *p, int32_t filled) {
    return KERNEL(dsa_sample_small)(input, length, eta, p, filled);
}

void edgex_crypto_dsa_pack(
    void *p, int32_t bits, int32_t base, int32_t sign, void *output) {
    KERNEL(dsa_pack)(p, bits, base, sign, output);
}

void edgex_crypto_dsa_unpack(
    void *input, int32_t bits, int32_t base, int32_t sign, void *p) {
    KERNEL(dsa_unpack)(input, bits, base, sign, p);
}

// The following return 0, and do nothing, where the processor has no instructions for them.
int32_t edgex_crypto_aes_expand_key(void *key, int32_t key_bytes, void *schedule) {
    if (!kernels()->aes_expand_key) {
        return 0;
    }
    kernels()->aes_expand_key(key, key_bytes, schedule);
    return 1;
}

int32_t edgex_crypto_aes_transform(
    int32_t is_inverse, void *schedule, int32_t rounds, void *input, void *output, int32_t blocks) {
    if (!kernels()->aes_encrypt) {
        return 0;
    }
    if (is_inverse) {
        kernels()->aes_decrypt(schedule, rounds, input, output, blocks);
    } else {
        kernels()->aes_encrypt(schedule, rounds, input, output, blocks);
    }
    return 1;
}

int32_t edgex_crypto_aes_add_stream(
    void *schedule, int32_t rounds, void *counter, int32_t place, void *input, void *output,
    int32_t blocks) {
    if (!kernels()->aes_add_stream) {
        return 0;
    }
    kernels()->aes_add_stream(schedule, rounds, counter, place, input, output, blocks);
    return 1;
}

int32_t edgex_crypto_ghash_start(void *state, void *key) {
    if (!kernels()->ghash_start) {
        return 0;
    }
    kernels()->ghash_start(state, key);
    return 1;
}

int32_t edgex_crypto_ghash_update(void *state, void *input, int32_t blocks) {
    if (!kernels()->ghash_update) {
        return 0;
    }
    kernels()->ghash_update(state, input, blocks);
    return 1;
}
