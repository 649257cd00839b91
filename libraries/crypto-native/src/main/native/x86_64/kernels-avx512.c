// The loops once more, for processors that have the instructions of AVX-512, which rotate and combine
// three operands, also for registers of 256 bits.
#pragma GCC target("avx512f,avx512vl,avx512bw,avx512dq,avx2,bmi,bmi2,prefer-vector-width=256")
#define SIDE_BY_SIDE 4
#define KERNELS edgex_crypto_avx512_kernels
#include "../kernels-body.h"
