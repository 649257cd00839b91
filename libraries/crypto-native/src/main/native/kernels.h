// The loops of this module as a table, of which there is one an instruction set.
#pragma once
#include "crypto-level.h"
#include <stdint.h>

struct crypto_kernels {
    void (*keccak_absorb)(
        uint64_t *state, int rounds, int rate_bytes, const uint8_t *input, int blocks);
    void (*keccak_squeeze)(
        uint64_t *states, int count, int rounds, int rate_bytes, uint8_t *output, int stride_bytes, int blocks);
    void (*keccak_permute)(uint64_t *state, int rounds);
    void (*sha256)(uint32_t *state, const uint8_t *input, int blocks);
    void (*sha512)(uint64_t *state, const uint8_t *input, int blocks);
    void (*kem_transform)(int16_t *p);
    void (*kem_inverse_transform)(int16_t *p);
    void (*kem_multiply)(int16_t *result, const int16_t *a, const int16_t *b, int count);
    void (*kem_reduce)(int16_t *p, int count);
    void (*kem_scale_and_add)(int16_t *p, const int16_t *addend);
    void (*kem_add)(int16_t *p, const int16_t *addend);
    void (*kem_subtract_from)(int16_t *p, const int16_t *minuend);
    int (*kem_sample_uniform)(const uint8_t *input, int length, int16_t *p, int filled);
    void (*kem_sample_binomial)(const uint8_t *input, int eta, int16_t *p);
    void (*kem_encode)(const int16_t *p, int bits, uint8_t *output);
    void (*kem_decode)(const uint8_t *input, int bits, int16_t *p);
    void (*dsa_transform)(int32_t *p);
    void (*dsa_inverse_transform)(int32_t *p);
    void (*dsa_multiply)(int32_t *result, const int32_t *a, const int32_t *b, int count);
    void (*dsa_multiply_and_add)(int32_t *sum, const int32_t *a, const int32_t *b);
    void (*dsa_add)(int32_t *p, const int32_t *addend);
    void (*dsa_subtract)(int32_t *p, const int32_t *subtrahend);
    void (*dsa_reduce)(int32_t *p, int count);
    void (*dsa_normalise)(int32_t *p, int count);
    void (*dsa_shift_left)(int32_t *p);
    int (*dsa_reaches)(const int32_t *p, int count, int bound);
    void (*dsa_power_to_round)(int32_t *p, int32_t *high);
    void (*dsa_decompose)(int32_t *p, int gamma, int32_t *high);
    int (*dsa_make_hint)(const int32_t *low, int32_t *high, int gamma);
    void (*dsa_use_hint)(int32_t *p, int gamma, const int8_t *hints);
    int (*dsa_sample_uniform)(const uint8_t *input, int length, int32_t *p, int filled);
    int (*dsa_sample_small)(const uint8_t *input, int length, int eta, int32_t *p, int filled);
    void (*dsa_pack)(const int32_t *p, int bits, int base, int sign, uint8_t *output);
    void (*dsa_unpack)(const uint8_t *input, int bits, int base, int sign, int32_t *p);
    // Absent where the processor has no instructions for them: Java takes over.
    void (*aes_expand_key)(const uint8_t *key, int key_bytes, uint64_t *schedule);
    void (*aes_encrypt)(
        const uint64_t *schedule, int rounds, const uint8_t *input, uint8_t *output, int blocks);
    void (*aes_decrypt)(
        const uint64_t *schedule, int rounds, const uint8_t *input, uint8_t *output, int blocks);
    void (*aes_add_stream)(
        const uint64_t *schedule, int rounds, uint8_t *counter, int place, const uint8_t *input,
        uint8_t *output, int blocks);
    void (*ghash_start)(uint64_t *state, const uint8_t *key);
    void (*ghash_update)(uint64_t *state, const uint8_t *input, int blocks);
};

// Replaces portable loops by those of the best instruction set that this processor has and a level
// allows; absent on architectures that have one instruction set only.
void edgex_crypto_choose(struct crypto_kernels *kernels, int level) __attribute__((weak));
