#include "tensor-kernels.h"

const struct edgex_kernels* edgex_tensor_kernels(void) {
#if defined(__x86_64__)
    // Asks for the registers too: the system must save them (XGETBV).
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw")
        && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl")) {
        return &edgex_kernels_avx512;
    }
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
        return &edgex_kernels_avx2;
    }
#endif
    return &edgex_kernels_baseline;
}
