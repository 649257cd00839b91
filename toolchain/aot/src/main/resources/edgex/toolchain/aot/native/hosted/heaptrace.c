// The collector's hooks: nothing is traced. A full heap ends the process with status 3, the JVM's
// status under ExitOnOutOfMemoryError.
#include "heaptrace.h"
#include "log.h"
#include "memory.h"
#include <stdlib.h>

#define EDGEX_EXIT_OUT_OF_MEMORY 3

void teavm_outOfMemory() {
    teavm_printString(u"out of memory: the heap may not grow beyond ");
    teavm_printInt((int32_t) (teavm_gc_maxAvailableBytes / 1024));
    teavm_printString(u" KiB\n");
    exit(EDGEX_EXIT_OUT_OF_MEMORY);
}

void teavm_gc_allocate(void* address, int32_t size) {}
void teavm_gc_free(void* address, int32_t size) {}
void teavm_gc_assertFree(void* address, int32_t size) {}
void teavm_gc_mark(void* address) {}
void teavm_gc_move(void* from, void* to, int32_t size) {}
void teavm_gc_gcStarted(int32_t full) {}
void teavm_gc_markStarted() {}
void teavm_gc_markCompleted() {}
void teavm_gc_sweepStarted() {}
void teavm_gc_sweepCompleted() {}
void teavm_gc_defragStarted() {}
void teavm_gc_defragCompleted() {}
void teavm_gc_gcCompleted() {}
void teavm_gc_heapResized(int64_t newSize) {}
void teavm_gc_reportDirtyRegion(void* address) {}
void teavm_gc_setDumpDirectory(const wchar_t* path) {}
void teavm_gc_writeHeapDump() {}
