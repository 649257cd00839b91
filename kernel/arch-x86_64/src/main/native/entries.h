/*
 * The kernel is compiled as one whole program, so that gcc may inline what has one caller and drop
 * what has none. These are the functions that assembly and gcc itself reach from outside.
 */
#ifndef EDGEX_ENTRIES_H
#define EDGEX_ENTRIES_H
#ifndef __ASSEMBLER__

#include <stddef.h>
#include <stdint.h>

#define EDGEX_ENTRY __attribute__((externally_visible))

EDGEX_ENTRY void edgex_kernel_main(void *start, uint64_t sizeBytes);
EDGEX_ENTRY void edgex_offsets(void);
EDGEX_ENTRY int64_t boot_heap_end(int64_t information, int64_t start);
EDGEX_ENTRY void boot_secondary(int64_t block);
EDGEX_ENTRY void trap_system_call(void *context, int32_t number);
EDGEX_ENTRY void trap_enter(int32_t vector, int64_t errorCode);
EDGEX_ENTRY void trap_fatal(int64_t frame);
EDGEX_ENTRY void panic_failure(void *reason, int64_t stackPointer);
EDGEX_ENTRY void *memcpy(void *restrict target, const void *restrict source, size_t size);
EDGEX_ENTRY void *memmove(void *target, const void *source, size_t size);
EDGEX_ENTRY void *memset(void *target, int value, size_t size);
EDGEX_ENTRY int memcmp(const void *first, const void *second, size_t size);

/*
 * The fast path of messages is straight-line code: everything that its two methods call is inlined
 * into them.
 */
#define EDGEX_STRAIGHT __attribute__((flatten))

EDGEX_STRAIGHT int32_t meth_eki_FastPath_call(void *processor, void *caller);
EDGEX_STRAIGHT int32_t meth_eki_FastPath_replyReceive(void *processor, void *server);

#endif
#endif
