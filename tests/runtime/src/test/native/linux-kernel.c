// A kernel for one process, made of Linux: enough of EdgeX's system calls to start a Java program
// with the real start code and the real C library. Memory objects are memfds; what is appended to
// the log is written to standard error. Messages go nowhere: every one is refused. The program's first
// argument, if it has one, is the limit of objects.
#include "edgex.h"
#include <string.h>
#include <sys/syscall.h>

#define LINUX_READ_WRITE 3
#define LINUX_READ 1
#define LINUX_SHARED_FIXED 0x100011
#define LINUX_ANONYMOUS_FIXED 0x100032
#define SET_FS 0x1002
#define SYSTEM_HANDLE 3
#define FIRST_MEMORY_HANDLE 1000
#define INVALID_HANDLE (-1)
#define INVALID_ADDRESS (-5)
#define UNKNOWN_CALL (-11)
#define ALREADY_MAPPED (-13)
#define MESSAGE_PAGE INT64_C(0x7ff0000000)

static int64_t objects;
static int64_t objectsLimit = INT64_MAX;

void edgex_start(const void* argument);

static int64_t linux_call(int64_t n, int64_t a, int64_t b, int64_t c, int64_t d, int64_t e,
        int64_t f) {
    register int64_t r10 __asm__("r10") = d;
    register int64_t r8 __asm__("r8") = e;
    register int64_t r9 __asm__("r9") = f;
    int64_t result;
    __asm__ volatile("syscall" : "=a"(result)
            : "a"(n), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9) : "rcx", "r11", "memory");
    return result;
}

static int64_t memory_create(int64_t size) {
    if (objects == objectsLimit) {
        return EDGEX_QUOTA_EXCEEDED;
    }
    objects++;
    int64_t file = linux_call(SYS_memfd_create, (int64_t) "memory", 0, 0, 0, 0, 0);
    linux_call(SYS_ftruncate, file, size, 0, 0, 0, 0);
    return FIRST_MEMORY_HANDLE + file;
}

static int64_t memory_map(int64_t memory, int64_t address, int64_t offset, int64_t size,
        int64_t protection) {
    if (address % EDGEX_PAGE_BYTES != 0 || size % EDGEX_PAGE_BYTES != 0) {
        return INVALID_ADDRESS;
    }
    if (objects == objectsLimit) {
        return EDGEX_QUOTA_EXCEEDED;
    }
    objects++;
    int64_t mapped = linux_call(SYS_mmap, address, size,
            protection & EDGEX_WRITE ? LINUX_READ_WRITE : LINUX_READ, LINUX_SHARED_FIXED,
            memory - FIRST_MEMORY_HANDLE, offset);
    return mapped == address ? 0 : ALREADY_MAPPED;
}

static int64_t memory_size(int64_t memory) {
    return linux_call(SYS_lseek, memory - FIRST_MEMORY_HANDLE, 0, 2, 0, 0, 0);
}

static int64_t memory_unmap(int64_t address, int64_t size) {
    objects--;
    return linux_call(SYS_munmap, address, size, 0, 0, 0, 0);
}

static int64_t capability_delete(int64_t handle) {
    objects--;
    return linux_call(SYS_close, handle - FIRST_MEMORY_HANDLE, 0, 0, 0, 0, 0);
}

// Pages and capabilities have no limit that could be reached.
static int64_t process_inspect(void) {
    int64_t* words = (int64_t*) (MESSAGE_PAGE + EDGEX_MESSAGE_BYTES_OFFSET);
    words[EDGEX_PROCESS_PAGES_LIMIT] = INT32_MAX;
    words[EDGEX_PROCESS_CAPABILITIES_LIMIT] = INT32_MAX;
    words[EDGEX_PROCESS_CAPABILITIES_USED] = 0;
    words[EDGEX_PROCESS_OBJECTS_LIMIT] = objectsLimit;
    words[EDGEX_PROCESS_OBJECTS_USED] = objects;
    return 0;
}

static int64_t clock_nanos(void) {
    int64_t now[2];
    linux_call(SYS_clock_gettime, 1, (int64_t) now, 0, 0, 0, 0);
    return now[0] * 1000000000 + now[1];
}

static int64_t sleep_nanos(int64_t nanos) {
    int64_t time[2] = {nanos / 1000000000, nanos % 1000000000};
    return linux_call(SYS_nanosleep, (int64_t) time, 0, 0, 0, 0, 0);
}

int64_t standin_call(int32_t number, int64_t a0, int64_t a1, int64_t a2, int64_t a3, int64_t a4,
        int64_t a5) {
    switch (number) {
        case EDGEX_MEMORY_CREATE:
            return memory_create(a1);
        case EDGEX_MEMORY_MAP:
            return memory_map(a1, a2, a3, a4, a5);
        case EDGEX_MEMORY_UNMAP:
            return memory_unmap(a1, a2);
        case EDGEX_MEMORY_SIZE:
            return memory_size(a0);
        case EDGEX_CAPABILITY_DELETE:
            return capability_delete(a0);
        case EDGEX_PROCESS_INSPECT:
            return process_inspect();
        case EDGEX_PROCESS_EXIT:
            return linux_call(SYS_exit_group, a0, 0, 0, 0, 0, 0);
        case EDGEX_THREAD_SET_POINTER:
            return linux_call(SYS_arch_prctl, SET_FS, a0, 0, 0, 0, 0);
        case EDGEX_THREAD_SLEEP:
            return sleep_nanos(a0);
        case EDGEX_CLOCK_NANOS:
            return clock_nanos();
        case EDGEX_LOG_APPEND:
            return a0 == SYSTEM_HANDLE
                    ? linux_call(SYS_write, 2, MESSAGE_PAGE + EDGEX_MESSAGE_BYTES_OFFSET, a1, 0, 0, 0)
                    : INVALID_HANDLE;
        default:
            return UNKNOWN_CALL;
    }
}

int64_t edgex_message_call(int32_t number, struct edgex_message_block* block) {
    (void) number;
    (void) block;
    return INVALID_HANDLE;
}

// The kernel's part before the first instruction of the root process. Linux put the number of
// arguments at the top of the stack, and their addresses above it.
static void start_root(const int64_t* stack) {
    if (stack[0] > 1) {
        objectsLimit = 0;
        for (const char* digit = (const char*) stack[2]; *digit != 0; digit++) {
            objectsLimit = objectsLimit * 10 + (*digit - '0');
        }
    }
    linux_call(SYS_mmap, MESSAGE_PAGE, EDGEX_PAGE_BYTES, LINUX_READ_WRITE, LINUX_ANONYMOUS_FIXED,
            -1, 0);
    int64_t* words = (int64_t*) (MESSAGE_PAGE + EDGEX_MESSAGE_BYTES_OFFSET);
    words[EDGEX_ROOT_PROCESS] = 1;
    words[EDGEX_ROOT_THREAD] = 2;
    words[EDGEX_ROOT_SYSTEM] = SYSTEM_HANDLE;
    words[EDGEX_ROOT_MESSAGE_PAGE] = MESSAGE_PAGE;
    edgex_start((void*) MESSAGE_PAGE);
}

__attribute__((naked)) void edgex_entry(void) {
    __asm__("movq %%rsp, %%rdi\n andq $-16, %%rsp\n call *%0\n ud2" :: "r"(start_root));
}
