// musl asks for what Linux offers; this is the part of it that an EdgeX process has. Whatever needs
// a capability that the process lacks, or a thing that EdgeX does not have, is ENOSYS.
#include "edgex.h"
#include <errno.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <time.h>

#define NANOS_PER_SECOND INT64_C(1000000000)
#define NANOS_PER_MILLI INT64_C(1000000)

static long map_memory(long size, long protection, long flags) {
    if (!(flags & MAP_ANONYMOUS) || (flags & MAP_FIXED) || (protection & PROT_EXEC)) {
        return -EINVAL;
    }
    long address = edgex_reserve(size);
    if (address < 0 || protection == PROT_NONE) {
        return address;
    }
    long status = edgex_commit(address, size);
    if (status < 0) {
        edgex_release(address, size);
        return status;
    }
    return address;
}

static long protect_memory(long address, long size, long protection) {
    if (protection & PROT_EXEC) {
        return -EACCES;
    }
    return protection == PROT_NONE ? edgex_decommit(address, size) : edgex_commit(address, size);
}

static long write_vector(long file, const struct iovec* parts, long count) {
    long total = 0;
    for (long i = 0; i < count; i++) {
        long written = edgex_write_output((int32_t) file, parts[i].iov_base, (long) parts[i].iov_len);
        if (written < 0) {
            return total > 0 ? total : written;
        }
        total += written;
    }
    return total;
}

static long read_clock(struct timespec* now) {
    int64_t nanos = edgex_call0(EDGEX_CLOCK_NANOS);
    now->tv_sec = nanos / NANOS_PER_SECOND;
    now->tv_nsec = nanos % NANOS_PER_SECOND;
    return 0;
}

static long sleep_for(const struct timespec* time) {
    edgex_call1(EDGEX_THREAD_SLEEP, time->tv_sec * NANOS_PER_SECOND + time->tv_nsec);
    return 0;
}

long edgex_system_call(long number, long a, long b, long c, long d, long e, long f) {
    (void) e;
    (void) f;
    switch (number) {
        case SYS_mmap:
            return map_memory(b, c, d);
        case SYS_munmap:
            return edgex_release(a, b);
        case SYS_mprotect:
            return protect_memory(a, b, c);
        case SYS_madvise:
            return 0;
        case SYS_brk:
            return 0;
        case SYS_write:
            return edgex_write_output((int32_t) a, (const char*) b, c);
        case SYS_writev:
            return write_vector(a, (const struct iovec*) b, c);
        case SYS_ioctl:
            return -ENOTTY;
        case SYS_clock_gettime:
            return read_clock((struct timespec*) b);
        case SYS_nanosleep:
            return sleep_for((const struct timespec*) a);
        case SYS_clock_nanosleep:
            return b == 0 ? sleep_for((const struct timespec*) c) : -ENOSYS;
#ifdef SYS_arch_prctl
        // Only to set the thread pointer, which other architectures do without a call.
        case SYS_arch_prctl:
            return edgex_call1(EDGEX_THREAD_SET_POINTER, b);
#endif
        case SYS_set_tid_address:
        case SYS_gettid:
        case SYS_getpid:
            return 1;
        case SYS_exit:
        case SYS_exit_group:
            return edgex_call1(EDGEX_PROCESS_EXIT, a);
        default:
            return -ENOSYS;
    }
}

// All fibers wait: until the next one's time.
void edgex_wait(int64_t timeoutMillis) {
    edgex_call1(EDGEX_THREAD_SLEEP, timeoutMillis * NANOS_PER_MILLI);
}
