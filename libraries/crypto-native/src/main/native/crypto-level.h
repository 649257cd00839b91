// For tests and measurements: how much of the processor the loops may use.
#pragma once
#include <stdint.h>

enum {
    CRYPTO_PORTABLE = 0,  // portable C, and Java where there is none
    CRYPTO_NARROW = 1,    // registers of 256 bits at most
    CRYPTO_WIDE = 2,      // all that there is, as in every other program
};

void edgex_crypto_limit(int32_t level);
