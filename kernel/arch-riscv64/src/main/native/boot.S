/*
 * From firmware to C. OpenSBI enters in supervisor mode without paging, a0 = number of this hart,
 * a1 = physical address of the device tree (RISC-V boot requirements; Linux, Documentation/riscv).
 * The image may lie anywhere in the first 128 GiB, on a page boundary.
 *
 * Builds the first page tables (Sv39) and calls Java on the upper-half stack:
 *
 *   root_table[256 ...]  physical memory at DIRECT_MAP in pages of 1 GiB, no execute
 *   root_table[509]      device registers, filled by Java
 *   root_table[510]      the image at KERNEL_BASE in 4 KiB pages: text r-x, constants r--, data rw-
 */
#include "cpu.h"

#define PAGE_PRESENT 0x01
#define PAGE_READ 0x02
#define PAGE_WRITE 0x04
#define PAGE_EXECUTE 0x08
#define PAGE_GLOBAL 0x20
#define PAGE_ACCESSED 0x40
#define PAGE_DIRTY 0x80
#define PAGE_KERNEL (PAGE_PRESENT | PAGE_READ | PAGE_GLOBAL | PAGE_ACCESSED)

#define SATP_SV39 8
#define SATP_MODE_SHIFT 60
#define STATUS_INTERRUPTS 0x2
#define DIRECT_SLOT 256
#define DEVICE_SLOT 509
#define IMAGE_SLOT 510

/* Fills the entries of the image's page table for [from, to); s2 = physical image_start. */
.macro map_image from, to, flags
    lla t0, \from
    lla t1, \to
    lla t2, image_table
    sub t3, t0, s2
    srli t3, t3, 12
    slli t3, t3, 3
    add t2, t2, t3
1:  bgeu t0, t1, 2f
    srli t3, t0, 2
    ori t3, t3, \flags
    sd t3, 0(t2)
    addi t2, t2, 8
    li t3, 4096
    add t0, t0, t3
    j 1b
2:
.endm

.macro set_table table, index, target
    lla t0, \target
    srli t0, t0, 2
    ori t0, t0, PAGE_PRESENT
    lla t1, \table
    li t2, 8 * \index
    add t1, t1, t2
    sd t0, 0(t1)
.endm

    .section .text.boot, "ax", @progbits
    .globl boot_entry
boot_entry:
    csrw sie, zero
    csrci sstatus, STATUS_INTERRUPTS
    mv s0, a0
    mv s1, a1
    lla s2, image_start
    lla t0, bss_start
    lla t1, image_end
1:  bgeu t0, t1, 2f
    sd zero, 0(t0)
    addi t0, t0, 8
    j 1b
2:
    map_image image_start, text_end, PAGE_KERNEL | PAGE_EXECUTE
    map_image text_end, rodata_end, PAGE_KERNEL
    map_image rodata_end, image_end, PAGE_KERNEL | PAGE_WRITE | PAGE_DIRTY
    set_table image_directory, 0, image_table
    set_table root_table, IMAGE_SLOT, image_directory
    set_table root_table, DEVICE_SLOT, device_directory

    lla t1, root_table + 8 * DIRECT_SLOT
    li t0, PAGE_KERNEL | PAGE_WRITE | PAGE_DIRTY
    li t2, 1 << 28 /* 1 GiB as an entry holds it */
    li t3, DIRECT_MAP_GIGABYTES
3:  sd t0, 0(t1)
    add t0, t0, t2
    addi t1, t1, 8
    addi t3, t3, -1
    bnez t3, 3b

    /* Once paging is on, the next instruction is no longer there: its fault leads to the upper half. */
    li s3, KERNEL_BASE
    lla t0, higher_half
    sub t0, t0, s2
    add t0, t0, s3
    csrw stvec, t0
    lla t0, root_table
    srli t0, t0, 12
    li t1, SATP_SV39
    slli t1, t1, SATP_MODE_SHIFT
    or t0, t0, t1
    sfence.vma
    csrw satp, t0
    nop

/* Finds the heap behind the image and runs Java: boot_heap_end(device tree, heap start). */
    .balign 4
higher_half:
    lla t0, trap_entry
    csrw stvec, t0
    csrw sscratch, zero
    lla tp, cpu_block
    lla sp, kernel_stack_top
    sd sp, CPU_STACK_TOP(tp)
    sd s0, boot_hart, t0
    sd s1, boot_device_tree, t0
    sd s2, image_physical, t0
    lla s4, image_end
    sub s4, s4, s3
    add s4, s4, s2
    mv a0, s1
    mv a1, s4
    call boot_heap_end
    sub a1, a0, s4
    li a0, DIRECT_MAP
    add a0, a0, s4
    call edgex_kernel_main
4:  wfi
    j 4b

    .text
/* int64_t probe_stimecmp(void): 1 when the register can be written, for ever far away. */
    .globl probe_stimecmp
    .balign 4
probe_stimecmp:
    csrr t0, stvec
    lla t1, 5f
    csrw stvec, t1
    li a0, 0
    li t2, -1
    csrw 0x14d, t2
    li a0, 1
    .balign 4
5:  csrw stvec, t0
    ret

    .bss
.macro page_aligned name, bytes
    .balign 4096
    .globl \name
\name:
    .skip \bytes
.endm
    page_aligned top_table, 4096
    page_aligned root_table, 4096
    page_aligned image_directory, 4096
    page_aligned image_table, 4096
    page_aligned device_directory, 4096
/* One page that Java unmaps, then the stack: running over its end is a fault, not silence. */
    page_aligned kernel_stack_guard, 4096
    .skip 16384
    .globl kernel_stack_top
kernel_stack_top:
/* The stack of a fault in the kernel, whose own stack may be the reason. */
    .skip 4096
    .globl fault_stack_top
fault_stack_top:
    .balign 64
cpu_block:
    .skip CPU_BLOCK_BYTES
    .globl boot_hart, boot_device_tree, image_physical
boot_hart:
    .skip 8
boot_device_tree:
    .skip 8
image_physical:
    .skip 8

    .section .note.GNU-stack, "", @progbits
