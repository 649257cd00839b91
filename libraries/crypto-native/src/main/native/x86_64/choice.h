// What the files of this folder offer to choice.c.
#pragma once
#include "../kernels.h"

extern const struct crypto_kernels edgex_crypto_avx2_kernels;
extern const struct crypto_kernels edgex_crypto_avx512_kernels;
void edgex_crypto_choose_sha256(struct crypto_kernels *kernels);
void edgex_crypto_choose_narrow_aes(struct crypto_kernels *kernels);
void edgex_crypto_choose_wide_aes(struct crypto_kernels *kernels);
