/* ARM64 for the boot loader. */
#ifndef EDGEX_PROCESSOR_H
#define EDGEX_PROCESSOR_H

#include <stdint.h>

#define ELF_MACHINE_AARCH64 183

static inline int32_t processor_machine(void) {
    return ELF_MACHINE_AARCH64;
}

/* The kernel reads it from a register. */
static inline int64_t processor_number(void) {
    return 0;
}

void edgex_leave(int64_t entry, int64_t kernel, int64_t kernelEnd, int64_t tree, int64_t treeEnd);

static inline void processor_enter(
    int64_t entry, int64_t kernel, int64_t sizeBytes, int64_t tree, int64_t treeBytes, int64_t number) {
    (void) number;
    edgex_leave(entry, kernel, kernel + sizeBytes, tree, tree + treeBytes);
}

#endif
