// The collector's hooks: nothing is traced. A full heap ends the process with status 3, the JVM's
// status under ExitOnOutOfMemoryError.
#include "heaptrace.h"
#include "log.h"
#include "memory.h"
#include <stdint.h>
#include <stdlib.h>
#include <uchar.h>

#define EDGEX_EXIT_OUT_OF_MEMORY 3
#define EDGEX_HEAP_UNIT_BYTES 4096

// The runtime of a process replaces this: its creator may allow less than was compiled in.
__attribute__((weak)) int64_t edgex_heap_limit(int64_t compiledLimitBytes) {
    return compiledLimitBytes;
}

void edgex_init_heap(int64_t minimumBytes, int64_t maximumBytes) {
    int64_t limit = edgex_heap_limit(maximumBytes) & -EDGEX_HEAP_UNIT_BYTES;
    if (limit < EDGEX_HEAP_UNIT_BYTES) {
        limit = EDGEX_HEAP_UNIT_BYTES;
    }
    teavm_initHeap(minimumBytes < limit ? minimumBytes : limit, limit);
}

static void edgex_print_decimal(uint64_t value) {
    char16_t digits[21];
    size_t start = sizeof digits / sizeof digits[0];
    digits[--start] = 0;
    do {
        digits[--start] = (char16_t) (u'0' + value % 10);
        value /= 10;
    } while (value != 0);
    teavm_printString(digits + start);
}

void teavm_outOfMemory() {
    teavm_printString(u"out of memory: heap limit ");
    edgex_print_decimal((uint64_t) teavm_gc_maxAvailableBytes);
    teavm_printString(u" bytes\n");
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
