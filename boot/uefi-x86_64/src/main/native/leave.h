/* The way out of the loader (leave.S), for Java. */
#ifndef EDGEX_LEAVE_H
#define EDGEX_LEAVE_H

#include <stdint.h>

extern char edgex_leave_start[], edgex_leave_end[];

static inline int64_t leave_code(void) {
    return (int64_t) edgex_leave_start;
}

static inline int64_t leave_code_bytes(void) {
    return edgex_leave_end - edgex_leave_start;
}

static inline void leave_enter(
    int64_t code, int64_t entry, int64_t staged, int64_t place, int64_t sizeBytes, int64_t information) {
    ((void (*)(int64_t, int64_t, int64_t, int64_t, int64_t)) code)(entry, staged, place, sizeBytes, information);
}

#endif
