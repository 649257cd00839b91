// Stands in for the EdgeX runtime of a process whose creator allows a small heap.
#include <stdint.h>

int64_t edgex_heap_limit(int64_t compiledLimitBytes) {
    return compiledLimitBytes < 300000 ? compiledLimitBytes : 300000;
}
