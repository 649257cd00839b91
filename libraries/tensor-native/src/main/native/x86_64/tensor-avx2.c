#pragma GCC target("avx2,fma")
#define LANES 8
#define ROWS 6
#define VECTORS 2
#define BYTE_GROUP 2
#define KERNELS edgex_kernels_avx2
#include "instruction-set.h"
