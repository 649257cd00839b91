// Comes first in the kernel's unit. The kernel never collects, so a reference store needs no card
// marking: the barrier of core.h is renamed away and replaced by nothing.
#pragma once
// Nor has it floating-point numbers. A few methods of TeaVM's fibers, which nothing in a kernel
// calls, return some; a compiler that may not use the registers for them refuses even that.
#define double long
#define float int
#define teavm_gc_writeBarrier edgex_unused_write_barrier
#include "runtime.h"
#undef teavm_gc_writeBarrier
#define teavm_gc_writeBarrier(object) ((void) 0)
#include "arrays.h"
