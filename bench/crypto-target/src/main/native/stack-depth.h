// How deep the stack below the caller has been used: it is painted before and looked at afterwards.
#pragma once
#include <stdint.h>

void edgex_bench_paint_stack(void);
int32_t edgex_bench_painted_over(void);
