// Waiting for the next fiber's time. TeaVM's own version needs POSIX timers and signals.
#include "fiber.h"
#include <time.h>

void edgex_flush_output(void);

// The runtime of a process replaces these two when it can be woken from outside.
__attribute__((weak)) void edgex_wait(int64_t timeoutMillis) {
    struct timespec rest = {
        .tv_sec = timeoutMillis / 1000,
        .tv_nsec = timeoutMillis % 1000 * 1000000,
    };
    nanosleep(&rest, NULL);
}

__attribute__((weak)) void edgex_wake(void) {}

void teavm_initFiber() {}

void teavm_waitFor(int64_t timeoutMillis) {
    edgex_flush_output();
    edgex_wait(timeoutMillis);
}

void teavm_interrupt() {
    edgex_wake();
}
