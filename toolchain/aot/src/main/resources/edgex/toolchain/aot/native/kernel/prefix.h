// Comes first in the kernel's unit. The kernel never collects, so a reference store needs no card
// marking: the barrier of core.h is renamed away and replaced by nothing.
#pragma once
#define teavm_gc_writeBarrier edgex_unused_write_barrier
#include "runtime.h"
#undef teavm_gc_writeBarrier
#define teavm_gc_writeBarrier(object) ((void) 0)
#include "arrays.h"
