// Comes first in the unit of a process.
#pragma once
#include <locale.h>
#include <stdint.h>
#include "runtime.h"

// Text is UTF-8 whatever the environment says: a program prints the same everywhere.
#define setlocale(category, name) setlocale(category, "C.UTF-8")
#include "arrays.h"

// What the generated main calls in place of teavm_initHeap, see heaptrace.c.
void edgex_init_heap(int64_t minimumBytes, int64_t maximumBytes);

// A byte of System.err, see log.c.
void edgex_log_error(int32_t c);
