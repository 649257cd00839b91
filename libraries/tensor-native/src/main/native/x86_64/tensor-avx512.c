// AVX-512 as servers and laptops have had it since 2019, with the byte products of VNNI.
#pragma GCC target("avx512f,avx512bw,avx512dq,avx512vl,avx512vnni,avx2,fma")
#define LANES 16
#define ROWS 8
#define VECTORS 3
#define BYTE_GROUP 4
#define KERNELS edgex_kernels_avx512
#include "instruction-set.h"
