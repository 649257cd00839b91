// The loops once more, compiled for processors with AVX2.
#pragma GCC target("avx2,bmi,bmi2")
#define SIDE_BY_SIDE 4
#define KERNELS edgex_crypto_avx2_kernels
#include "../kernels-body.h"
