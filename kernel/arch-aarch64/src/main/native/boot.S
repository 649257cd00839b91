/*
 * From firmware to C. The boot loader enters with the MMU off in EL2 or EL1, x0 = physical address of
 * the device tree (Linux, Documentation/arm64/booting.rst). The image may lie at any multiple of
 * 2 MiB below 512 GiB.
 *
 * Goes to EL1, builds the first page tables and calls Java on the upper-half stack:
 *
 *   TTBR0           the GiB of the image at its physical address, until the jump to the upper half
 *   TTBR1 slot 0    that GiB and the device tree's at DIRECT_MAP, no execute, the image's text and
 *                   constants read-only; Java extends it to all RAM
 *   TTBR1 slot 511  the image at KERNEL_BASE in 4 KiB pages: text r-x, constants r--, data rw-
 */
#include "cpu.h"

#define TABLE 0x003
#define PAGE_DATA 0x60000000000703  /* normal memory, shareable, accessed; EL1 rw-, EL0 --- */
#define PAGE_CONSTANT 0x60000000000783
#define PAGE_TEXT 0x40000000000783
#define BLOCK_DATA 0x60000000000701
#define BLOCK_TEXT 0x40000000000781

#define MEMORY_TYPES 0x04ff /* MAIR: 0 normal write-back, 1 device nGnRE */
/* TCR: 48-bit halves, 4 KiB pages, walks cached and shareable. */
#define TRANSLATION 0xb5103510
#define TRANSLATION_SIZE_SHIFT 32
#define TRANSLATION_WIDE_TAGS_SHIFT 36
#define LARGEST_SIZE 5 /* 48 bits; larger ones need another format of entries */
/* SCTLR: MMU, caches, stack alignment, WXN; EL0 may use CTR_EL0 and DC ZVA, not WFI; reserved ones. */
#define CONTROL_ON 0x305cd99d
#define CONTROL_OFF 0x30500980

#define HYPERVISOR_CONTROL 0x30080000000 /* EL1 is 64-bit and may authenticate pointers */
#define PROCESSOR_STATE_EL1 0x3c5

    .macro address register, symbol
    adrp \register, \symbol
    add \register, \register, :lo12:\symbol
    .endm

/* Entry \index of \table becomes the table \target. Uses x0 to x2. */
    .macro link table, index, target
    address x0, \table
    address x1, \target
    orr x1, x1, #TABLE
    mov x2, #\index
    str x1, [x0, x2, lsl #3]
    .endm

/* Fills entries of the table at x3 from \from, \step bytes each, up to \to. Uses x0, x1. */
    .macro fill from, to, step, flags
    ldr x1, =\flags
    add x0, \from, x1
1:  cmp \from, \to
    b.hs 2f
    str x0, [x3], #8
    add x0, x0, #\step
    add \from, \from, #\step
    b 1b
2:
    .endm

    .section .head, "ax", @progbits
    b boot
    .long 0
    .quad 0                     /* distance from a multiple of 2 MiB */
    .quad image_bytes
    .quad 0xa                   /* little-endian, 4 KiB pages, anywhere in memory */
    .quad 0, 0, 0
    .ascii "ARM\x64"
    .long 0

    .text
boot:
    msr daifset, #0xf
    mov x19, x0
    address x20, image_start
    address x0, bss_start
    address x1, image_end
1:  stp xzr, xzr, [x0], #16
    cmp x0, x1
    b.lo 1b

    mrs x0, CurrentEL
    cmp x0, #2 << 2
    b.ne at_el1
    ldr x0, =HYPERVISOR_CONTROL
    msr hcr_el2, x0
    mov x0, #3                  /* EL1 may read all counters */
    msr cnthctl_el2, x0
    msr cntvoff_el2, xzr
    mov x0, #0x33ff             /* floating point does not trap to EL2 */
    msr cptr_el2, x0
    msr hstr_el2, xzr
    mrs x0, midr_el1
    msr vpidr_el2, x0
    mrs x0, mpidr_el1
    msr vmpidr_el2, x0
    mrs x0, id_aa64dfr0_el1     /* all counters of the performance monitor are EL1's */
    ubfx x0, x0, #8, #4
    cbz x0, 2f
    mrs x0, pmcr_el0
    ubfx x0, x0, #11, #5
2:  msr mdcr_el2, x0
    mrs x0, id_aa64pfr0_el1     /* GICv3's CPU interface is in system registers */
    ubfx x0, x0, #24, #4
    cbz x0, 3f
    mrs x0, icc_sre_el2
    mov x1, #9
    orr x0, x0, x1
    msr icc_sre_el2, x0
    isb
3:  ldr x0, =CONTROL_OFF
    msr sctlr_el1, x0
    mov x0, #PROCESSOR_STATE_EL1
    msr spsr_el2, x0
    address x0, at_el1
    msr elr_el2, x0
    eret

at_el1:
    link kernel_directory, 0, kernel_table
    link kernel_directory, 511, device_table
    link kernel_pointers, 510, kernel_directory
    link top_table, 511, kernel_pointers
    link top_table, 0, direct_pointers
    link boot_table, 0, boot_pointers
    address x3, kernel_table
    mov x4, x20
    address x5, text_end
    fill x4, x5, 4096, PAGE_TEXT
    address x5, rodata_end
    fill x4, x5, 4096, PAGE_CONSTANT
    address x5, image_end
    fill x4, x5, 4096, PAGE_DATA

    address x3, direct_table    /* the image's 2 MiB once more */
    mov x4, x20
    address x5, rodata_end
    fill x4, x5, 4096, PAGE_CONSTANT
    add x5, x20, #0x200000
    fill x4, x5, 4096, PAGE_DATA
    lsr x6, x20, #30            /* its GiB */
    address x3, direct_directory
    lsl x4, x6, #30
    mov x5, #0x40000000
    add x5, x4, x5
    fill x4, x5, 0x200000, BLOCK_DATA
    address x0, direct_directory
    address x1, direct_table
    orr x1, x1, #TABLE
    ubfx x2, x20, #21, #9
    str x1, [x0, x2, lsl #3]
    address x0, direct_pointers
    lsr x2, x19, #30            /* first the device tree's GiB, which may be the same */
    cmp x2, #512
    b.hs 4f
    lsl x1, x2, #30
    ldr x3, =BLOCK_DATA
    orr x1, x1, x3
    str x1, [x0, x2, lsl #3]
4:  address x1, direct_directory
    orr x1, x1, #TABLE
    str x1, [x0, x6, lsl #3]
    address x0, boot_pointers
    lsl x1, x6, #30
    ldr x3, =BLOCK_TEXT
    orr x1, x1, x3
    str x1, [x0, x6, lsl #3]

    address x0, bss_start       /* what caches held of it before is not what memory holds now */
    address x1, image_end
5:  dc ivac, x0
    add x0, x0, #16
    cmp x0, x1
    b.lo 5b
    dsb sy

    mov x0, #MEMORY_TYPES
    msr mair_el1, x0
    mrs x1, id_aa64mmfr0_el1
    and x2, x1, #0xf
    cmp x2, #LARGEST_SIZE
    mov x3, #LARGEST_SIZE
    csel x2, x2, x3, lo
    ldr x0, =TRANSLATION
    orr x0, x0, x2, lsl #TRANSLATION_SIZE_SHIFT
    ubfx x1, x1, #5, #1
    orr x0, x0, x1, lsl #TRANSLATION_WIDE_TAGS_SHIFT
    msr tcr_el1, x0
    address x0, boot_table
    msr ttbr0_el1, x0
    address x0, top_table
    msr ttbr1_el1, x0
    isb
    tlbi vmalle1
    dsb nsh
    isb
    address x21, empty_table
    address x22, image_end
    ldr x0, =CONTROL_ON
    ldr x1, =upper_half
    msr sctlr_el1, x0
    isb
    br x1

/* Finds the heap behind the image and runs Java: boot_heap_end(tree, heap start). */
upper_half:
    msr ttbr0_el1, x21
    isb
    tlbi vmalle1
    dsb nsh
    isb
    address x0, vectors
    msr vbar_el1, x0
    address x0, cpu_block
    msr tpidr_el1, x0
    address x1, kernel_stack_top
    mov sp, x1
    str x1, [x0, #CPU_STACK_TOP]
    address x2, image_start
    sub x2, x2, x20
    address x0, image_offset
    str x2, [x0]
    address x0, device_tree
    str x19, [x0]
    mov x0, x19
    mov x1, x22
    bl boot_heap_end
    address x1, image_offset
    ldr x1, [x1]
    address x2, image_end
    sub x2, x2, x1
    sub x1, x0, x2
    mov x0, #DIRECT_MAP
    add x0, x0, x2
    bl edgex_kernel_main
6:  wfi
    b 6b

    .bss
    .balign 4096
/* One page that Java unmaps, then the stack: running over its end is a fault, not silence. */
    .globl kernel_stack_guard
kernel_stack_guard:
    .skip 4096 + 16384
    .globl kernel_stack_top
kernel_stack_top:
/* The stack on which a fault of the kernel is reported. */
    .skip 4096
    .globl fault_stack_top
fault_stack_top:

    .section .note.GNU-stack, "", @progbits
