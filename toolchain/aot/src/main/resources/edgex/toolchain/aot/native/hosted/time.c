// Clocks: TeaVM's own nanoTime reads the wall clock, which may jump.
#include "time.h"
#include <time.h>

void teavm_initTime() {}

int64_t teavm_currentTimeMillis() {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return now.tv_sec * INT64_C(1000) + now.tv_nsec / 1000000;
}

int64_t teavm_currentTimeNano() {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * INT64_C(1000000000) + now.tv_nsec;
}

// Minutes west of Greenwich; the device keeps UTC.
int32_t teavm_timeZoneOffset() {
    return 0;
}
