// All loops, and their table under the name KERNELS. A file per instruction set includes this, with
// SIDE_BY_SIDE defined as how many 64-bit numbers a fast vector has, or 1.
#include "kernels.h"
#include "reveal.h"
#include "tables.h"
#include <string.h>
#include "keccak.h"
#include "sha2.h"
#include "mlkem.h"
#include "mldsa.h"

const struct crypto_kernels KERNELS = {
    .keccak_absorb = keccak_absorb,
    .keccak_squeeze = keccak_squeeze,
    .keccak_permute = keccak_permute,
    .sha256 = sha256,
    .sha512 = sha512,
    .kem_transform = kem_transform,
    .kem_inverse_transform = kem_inverse_transform,
    .kem_multiply = kem_multiply,
    .kem_reduce = kem_reduce,
    .kem_scale_and_add = kem_scale_and_add,
    .kem_add = kem_add,
    .kem_subtract_from = kem_subtract_from,
    .kem_sample_uniform = kem_sample_uniform,
    .kem_sample_binomial = kem_sample_binomial,
    .kem_encode = kem_encode,
    .kem_decode = kem_decode,
    .dsa_transform = dsa_transform,
    .dsa_inverse_transform = dsa_inverse_transform,
    .dsa_multiply = dsa_multiply,
    .dsa_multiply_and_add = dsa_multiply_and_add,
    .dsa_add = dsa_add,
    .dsa_subtract = dsa_subtract,
    .dsa_reduce = dsa_reduce,
    .dsa_normalise = dsa_normalise,
    .dsa_shift_left = dsa_shift_left,
    .dsa_reaches = dsa_reaches,
    .dsa_power_to_round = dsa_power_to_round,
    .dsa_decompose = dsa_decompose,
    .dsa_make_hint = dsa_make_hint,
    .dsa_use_hint = dsa_use_hint,
    .dsa_sample_uniform = dsa_sample_uniform,
    .dsa_sample_small = dsa_sample_small,
    .dsa_pack = dsa_pack,
    .dsa_unpack = dsa_unpack,
};
