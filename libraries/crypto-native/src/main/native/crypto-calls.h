// What the twins in Java call. The Java classes of the same names in libraries/crypto document the
// arguments; arrays come as the address of the first element that the function may touch.
#pragma once
#include <stdint.h>

void edgex_crypto_keccak_absorb(
    void *state, int32_t rounds, int32_t rate_bytes, void *input, int32_t blocks);
void edgex_crypto_keccak_squeeze(
    void *states, int32_t count, int32_t rounds, int32_t rate_bytes, void *output,
    int32_t stride_bytes, int32_t blocks);
void edgex_crypto_keccak_permute(void *state, int32_t rounds);

void edgex_crypto_sha256(void *state, void *input, int32_t blocks);
void edgex_crypto_sha512(void *state, void *input, int32_t blocks);

void edgex_crypto_kem_transform(void *p);
void edgex_crypto_kem_inverse_transform(void *p);
void edgex_crypto_kem_multiply(void *result, void *a, void *b, int32_t count);
void edgex_crypto_kem_reduce(void *p, int32_t count);
void edgex_crypto_kem_scale_and_add(void *p, void *addend);
void edgex_crypto_kem_add(void *p, void *addend);
void edgex_crypto_kem_subtract_from(void *p, void *minuend);
int32_t edgex_crypto_kem_sample_uniform(void *input, int32_t length, void *p, int32_t filled);
void edgex_crypto_kem_sample_binomial(void *input, int32_t eta, void *p);
void edgex_crypto_kem_encode(void *p, int32_t bits, void *output);
void edgex_crypto_kem_decode(void *input, int32_t bits, void *p);

void edgex_crypto_dsa_transform(void *p);
void edgex_crypto_dsa_inverse_transform(void *p);
void edgex_crypto_dsa_multiply(void *result, void *a, void *b, int32_t count);
void edgex_crypto_dsa_multiply_and_add(void *sum, void *a, void *b);
void edgex_crypto_dsa_add(void *p, void *addend);
void edgex_crypto_dsa_subtract(void *p, void *subtrahend);
void edgex_crypto_dsa_reduce(void *p, int32_t count);
void edgex_crypto_dsa_normalise(void *p, int32_t count);
void edgex_crypto_dsa_shift_left(void *p);
int32_t edgex_crypto_dsa_reaches(void *p, int32_t count, int32_t bound);
void edgex_crypto_dsa_power_to_round(void *p, void *high);
void edgex_crypto_dsa_decompose(void *p, int32_t gamma, void *high);
int32_t edgex_crypto_dsa_make_hint(void *low, void *high, int32_t gamma);
void edgex_crypto_dsa_use_hint(void *p, int32_t gamma, void *hints);
int32_t edgex_crypto_dsa_sample_uniform(void *input, int32_t length, void *p, int32_t filled);
int32_t edgex_crypto_dsa_sample_small(
    void *input, int32_t length, int32_t eta, void *p, int32_t filled);
void edgex_crypto_dsa_pack(void *p, int32_t bits, int32_t base, int32_t sign, void *output);
void edgex_crypto_dsa_unpack(void *input, int32_t bits, int32_t base, int32_t sign, void *p);

// These return 0, and do nothing, where the processor has no instructions for them.
int32_t edgex_crypto_aes_expand_key(void *key, int32_t key_bytes, void *schedule);
int32_t edgex_crypto_aes_transform(
    int32_t is_inverse, void *schedule, int32_t rounds, void *input, void *output, int32_t blocks);
int32_t edgex_crypto_aes_add_stream(
    void *schedule, int32_t rounds, void *counter, int32_t place, void *input, void *output,
    int32_t blocks);
int32_t edgex_crypto_ghash_start(void *state, void *key);
int32_t edgex_crypto_ghash_update(void *state, void *input, int32_t blocks);
