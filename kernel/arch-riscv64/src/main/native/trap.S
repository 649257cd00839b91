/*
 * Ways into and out of the kernel. Every entry from user mode saves the registers into the current
 * Context (a Java object; offsets.h knows its fields) and starts the CPU's one kernel stack afresh;
 * every way out restores from whatever Context is current then. Nothing is kept on the stack in
 * between, so a switch of threads is one store.
 *
 * While in the kernel: interrupts off, tp = the per-CPU block (cpu.h), sscratch = 0, no instruction of
 * the FPU. gp is the user's: the kernel is linked without it.
 */
#include "cpu.h"
#include "offsets.h"

#define CAUSE_SYSTEM_CALL 8
#define SYSTEM_CALL_BYTES 4

/* All that a system call preserves or passes, but sp and tp; sd to and ld from sp = Context. */
#define MOVE_PRESERVED(move) \
    move ra, CONTEXT_RA(sp); move gp, CONTEXT_GP(sp); move s0, CONTEXT_S0(sp); \
    move s1, CONTEXT_S1(sp); move a0, CONTEXT_A0(sp); move a1, CONTEXT_A1(sp); \
    move a2, CONTEXT_A2(sp); move a3, CONTEXT_A3(sp); move a4, CONTEXT_A4(sp); \
    move a5, CONTEXT_A5(sp); move a6, CONTEXT_A6(sp); move a7, CONTEXT_A7(sp); \
    move s2, CONTEXT_S2(sp); move s3, CONTEXT_S3(sp); move s4, CONTEXT_S4(sp); \
    move s5, CONTEXT_S5(sp); move s6, CONTEXT_S6(sp); move s7, CONTEXT_S7(sp); \
    move s8, CONTEXT_S8(sp); move s9, CONTEXT_S9(sp); move s10, CONTEXT_S10(sp); \
    move s11, CONTEXT_S11(sp)

/* What it destroys, but t0. */
#define MOVE_TEMPORARIES(move) \
    move t1, CONTEXT_T1(sp); move t2, CONTEXT_T2(sp); move t3, CONTEXT_T3(sp); \
    move t4, CONTEXT_T4(sp); move t5, CONTEXT_T5(sp); move t6, CONTEXT_T6(sp)

/* The user's sp and tp, which the entry has put aside; uses t1. */
.macro save_pointers
    ld t1, CPU_SCRATCH(tp)
    sd t1, CONTEXT_STACK_POINTER(sp)
    csrrw t1, sscratch, zero
    sd t1, CONTEXT_TP(sp)
.endm

    .text
/* The target of every trap: from user mode sscratch is the per-CPU block, in the kernel it is 0. */
    .balign 4
    .globl trap_entry
trap_entry:
    csrrw tp, sscratch, tp
    beqz tp, kernel_fault
    sd sp, CPU_SCRATCH(tp)
    ld sp, CPU_CONTEXT(tp)
    sd t0, CONTEXT_T0(sp)
    csrr t0, scause
    addi t0, t0, -CAUSE_SYSTEM_CALL
    bnez t0, trap_other
    MOVE_PRESERVED(sd)
    csrr t0, sepc
    addi t0, t0, SYSTEM_CALL_BYTES
    sd t0, CONTEXT_INSTRUCTION_POINTER(sp)
    save_pointers
    mv a0, sp
    sext.w a1, a7
    ld sp, CPU_STACK_TOP(tp)
    call trap_system_call

/* Restores the current Context, or idles without one. */
    .globl enter_user
enter_user:
    ld sp, CPU_CONTEXT(tp)
    beqz sp, idle
    ld t1, CONTEXT_INSTRUCTION_POINTER(sp)
    lw t0, CONTEXT_INTERRUPTED(sp)
    csrw sscratch, tp
    bnez t0, interrupt_return
    csrw sepc, t1
    MOVE_PRESERVED(ld)
    ld tp, CONTEXT_TP(sp)
    /* A system call destroys these; what the kernel left in them is not the user's business. */
    .irp number, 0, 1, 2, 3, 4, 5, 6
    li t\number, 0
    .endr
    ld sp, CONTEXT_STACK_POINTER(sp)
    sret

/* A thread that an interrupt or exception stopped, or that starts: all registers are its own. */
interrupt_return:
    csrw sepc, t1
    /* Ends the reservation of an LR that was interrupted: its SC belongs to another thread's. */
    addi t1, sp, CONTEXT_INTERRUPTED
    sc.w t0, zero, (t1)
    sw zero, 0(t1)
    MOVE_PRESERVED(ld)
    ld tp, CONTEXT_TP(sp)
    ld t0, CONTEXT_T0(sp)
    MOVE_TEMPORARIES(ld)
    ld sp, CONTEXT_STACK_POINTER(sp)
    sret

trap_other:
    MOVE_PRESERVED(sd)
    MOVE_TEMPORARIES(sd)
    save_pointers
    csrr t1, sepc
    sd t1, CONTEXT_INSTRUCTION_POINTER(sp)
    li t1, 1
    sw t1, CONTEXT_INTERRUPTED(sp)
    addi a0, t0, CAUSE_SYSTEM_CALL
    csrr a1, stval
    ld sp, CPU_STACK_TOP(tp)
    call trap_enter
    j enter_user

/* Waits with interrupts off: WFI ends when one is pending, and Java then asks for it. */
idle:
    ld sp, CPU_STACK_TOP(tp)
1:  wfi
    csrr a0, sip
    csrr t0, sie
    and a0, a0, t0
    beqz a0, 1b
    call trap_wake
    j enter_user

/* A trap in the kernel is its end: saves the registers and shows them, trap_fatal(address of x0). */
kernel_fault:
    csrrw tp, sscratch, sp
    lla sp, fault_stack_top - FRAME_BYTES
    .irp number, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, \
            25, 26, 27, 28, 29, 30, 31
    sd x\number, 8 * \number(sp)
    .endr
    csrrw t0, sscratch, zero
    sd t0, 8 * 2(sp)
    sd zero, 0(sp)
    csrr t0, scause
    sd t0, 8 * 32(sp)
    csrr t0, stval
    sd t0, 8 * 33(sp)
    csrr t0, sepc
    sd t0, 8 * 34(sp)
    mv a0, sp
    call trap_fatal
2:  wfi
    j 2b

/* void edgex_kernel_failure(const char *reason): what Java code would report by an exception. */
    .globl edgex_kernel_failure
edgex_kernel_failure:
    mv a1, sp
    call panic_failure
3:  wfi
    j 3b

    .option push
    .option arch, +f, +d
    .globl edgex_fpu_save
edgex_fpu_save:
    .irp number, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, \
            24, 25, 26, 27, 28, 29, 30, 31
    fsd f\number, 8 * \number(a0)
    .endr
    frcsr t0
    sd t0, 8 * 32(a0)
    ret

    .globl edgex_fpu_restore
edgex_fpu_restore:
    .irp number, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, \
            24, 25, 26, 27, 28, 29, 30, 31
    fld f\number, 8 * \number(a0)
    .endr
    ld t0, 8 * 32(a0)
    fscsr t0
    ret
    .option pop

    .section .note.GNU-stack, "", @progbits
