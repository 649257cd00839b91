// The processor time of the calling thread, in nanoseconds.
#pragma once
#include <stdint.h>

int64_t edgex_bench_thread_nanos(void);
