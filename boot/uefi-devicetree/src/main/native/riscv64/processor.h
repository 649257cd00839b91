/* RISC-V for the boot loader. */
#ifndef EDGEX_PROCESSOR_H
#define EDGEX_PROCESSOR_H

#include <stdint.h>

#include "uefi.h"

#define ELF_MACHINE_RISCV 243

/* RISCV_EFI_BOOT_PROTOCOL (RISC-V UEFI Protocol Specification 1.0). */
#define BOOT_PROTOCOL_LOW INT64_C(0x4eec6f73ccd15fec)
#define BOOT_PROTOCOL_HIGH ((int64_t) UINT64_C(0xbf40b9e4693e9583))

typedef struct BootProtocol {
    uint64_t revision;
    EfiStatus (*bootHart)(struct BootProtocol *self, EfiCount *number);
} BootProtocol;

static inline int32_t processor_machine(void) {
    return ELF_MACHINE_RISCV;
}

static inline int64_t processor_number(void) {
    BootProtocol *protocol = (BootProtocol *) uefi_any_protocol(BOOT_PROTOCOL_LOW, BOOT_PROTOCOL_HIGH);
    EfiCount number;
    if (protocol == NULL || protocol->bootHart(protocol, &number) != 0) {
        return -1;
    }
    return (int64_t) number;
}

/* As OpenSBI enters a kernel: no paging, a0 = number of this hart, a1 = device tree. */
static inline void processor_enter(
    int64_t entry, int64_t kernel, int64_t sizeBytes, int64_t tree, int64_t treeBytes, int64_t number) {
    (void) kernel, (void) sizeBytes, (void) treeBytes;
    register int64_t a0 __asm__("a0") = number;
    register int64_t a1 __asm__("a1") = tree;
    __asm__ volatile(
        "csrci sstatus, 2\n\tcsrw satp, zero\n\tsfence.vma\n\tfence.i\n\tjr %0"
        :
        : "r"(entry), "r"(a0), "r"(a1)
        : "memory");
    __builtin_unreachable();
}

#endif
