/*
 * The last steps of the loader: what a kernel for ARM64 expects (Linux, Documentation/arm64/booting.rst)
 * is an MMU and data caches that are off, its image in memory rather than in a cache, and x0 = device
 * tree. UEFI maps memory at its physical address, so that execution goes on without the MMU.
 */
    .equ CONTROL_OFF, 1 << 0 | 1 << 2 | 1 << 12 /* MMU, data cache, instruction cache */
    .equ SMALLEST_LINE, 16

/* Writes [\from, \to) back to memory. */
    .macro clean from, to
1:  dc civac, \from
    add \from, \from, #SMALLEST_LINE
    cmp \from, \to
    b.lo 1b
    .endm

    .text
    .globl edgex_leave
    .hidden edgex_leave
/* edgex_leave(entry, kernel, its end, device tree, its end) */
edgex_leave:
    msr daifset, #0xf
    mov x9, x3
    clean x1, x2
    clean x3, x4
    adr x5, edgex_leave
    adr x6, leave_end
    clean x5, x6
    dsb sy
    mov x6, #CONTROL_OFF
    mrs x5, CurrentEL
    cmp x5, #2 << 2
    b.eq 2f
    mrs x5, sctlr_el1
    bic x5, x5, x6
    msr sctlr_el1, x5
    b 3f
2:  mrs x5, sctlr_el2
    bic x5, x5, x6
    msr sctlr_el2, x5
3:  isb
    ic iallu
    dsb sy
    isb
    mov x4, x0
    mov x0, x9
    mov x1, xzr
    mov x2, xzr
    mov x3, xzr
    br x4
leave_end:

    .section .note.GNU-stack, "", @progbits
