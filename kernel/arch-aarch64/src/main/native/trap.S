/*
 * Ways into and out of the kernel. While a thread runs, SP_EL1 is the address of its Context (a Java
 * object; offsets.h knows its fields), so that every entry from user mode saves all registers there
 * without a spare one; then the CPU's one kernel stack starts afresh. Every way out restores from
 * whatever Context is current then. Nothing is kept on the stack in between: a switch of threads is
 * one store.
 *
 * While in the kernel: interrupts masked, TPIDR_EL1 = the per-CPU block (cpu.h), no FPU instruction.
 */
#include "cpu.h"
#include "offsets.h"

#define CLASS_SYSTEM_CALL 0x15
#define CLASS_SHIFT 26
#define CLASS_BITS 6

#define FRAME_STACK 248
#define FRAME_INSTRUCTION 256
#define FRAME_SYNDROME 272
#define FRAME_BYTES 288

.if CONTEXT_X30 - CONTEXT_X0 != 240 || CONTEXT_STACK_POINTER - CONTEXT_X30 != 8 || CONTEXT_FLAGS - CONTEXT_INSTRUCTION_POINTER != 8
    .error "pairs of registers are not neighbours in Context"
.endif

/* x2 to x29, from and to sp = Context. */
    .macro general operation
    \operation x2, x3, [sp, #CONTEXT_X2]
    \operation x4, x5, [sp, #CONTEXT_X4]
    \operation x6, x7, [sp, #CONTEXT_X6]
    \operation x8, x9, [sp, #CONTEXT_X8]
    \operation x10, x11, [sp, #CONTEXT_X10]
    \operation x12, x13, [sp, #CONTEXT_X12]
    \operation x14, x15, [sp, #CONTEXT_X14]
    \operation x16, x17, [sp, #CONTEXT_X16]
    \operation x18, x19, [sp, #CONTEXT_X18]
    \operation x20, x21, [sp, #CONTEXT_X20]
    \operation x22, x23, [sp, #CONTEXT_X22]
    \operation x24, x25, [sp, #CONTEXT_X24]
    \operation x26, x27, [sp, #CONTEXT_X26]
    \operation x28, x29, [sp, #CONTEXT_X28]
    .endm

/* From user mode: x0 = the Context, x1 to x7 = what they were where they were not needed. */
    .macro enter
    stp x0, x1, [sp, #CONTEXT_X0]
    general stp
    mrs x1, sp_el0
    mrs x2, elr_el1
    mrs x3, spsr_el1
    stp x30, x1, [sp, #CONTEXT_X30]
    stp x2, x3, [sp, #CONTEXT_INSTRUCTION_POINTER]
    mov x0, sp
    mrs x1, tpidr_el1
    ldr x1, [x1, #CPU_STACK_TOP]
    mov sp, x1
    .endm

    .macro vector
    .balign 128
    .endm

    .text
    .balign 2048
    .globl vectors
vectors:
    .rept 4                     /* the kernel never uses SP_EL0 */
    vector
    b kernel_fault
    .endr
    vector                      /* from the kernel: synchronous, IRQ, FIQ, system error */
    b kernel_fault
    vector
    b idle_interrupt
    vector
    b idle_interrupt
    vector
    b kernel_fault
    vector                      /* from user mode */
    enter
    mrs x1, esr_el1
    ubfx x2, x1, #CLASS_SHIFT, #CLASS_BITS
    cmp x2, #CLASS_SYSTEM_CALL
    b.ne user_exception
    mov w1, w8
    bl trap_system_call
    b enter_user
    vector
    enter
    bl trap_interrupt
    b enter_user
    vector
    enter
    bl trap_interrupt
    b enter_user
    vector
    enter
    mrs x1, esr_el1
    b user_exception
    .rept 4                     /* no 32-bit program is ever started */
    vector
    b kernel_fault
    .endr

/* An interrupt ends the idle loop, which alone runs with interrupts on. */
idle_interrupt:
    mrs x1, tpidr_el1
    ldr x1, [x1, #CPU_STACK_TOP]
    mov sp, x1
    bl trap_interrupt
    b enter_user

user_exception:
    bl trap_synchronous

/* Restores the current Context, or idles without one. */
    .globl enter_user
enter_user:
    mrs x0, tpidr_el1
    ldr x1, [x0, #CPU_CONTEXT]
    cbz x1, idle
    mov sp, x1
    ldp x30, x1, [sp, #CONTEXT_X30]
    ldp x2, x3, [sp, #CONTEXT_INSTRUCTION_POINTER]
    msr sp_el0, x1
    msr elr_el1, x2
    msr spsr_el1, x3
    general ldp
    ldp x0, x1, [sp, #CONTEXT_X0]
    eret

/* Waits for an interrupt; its entry starts the stack afresh, so nothing comes back here. */
idle:
    ldr x0, [x0, #CPU_STACK_TOP]
    mov sp, x0
    msr daifclr, #3
1:  wfi
    b 1b

/*
 * Shows the registers and does not come back: trap_fatal(address of x0 to x30, sp, pc, state,
 * syndrome, address). Whatever the stack pointer was, its own stack is good. The user's registers
 * that serve as scratch are not needed any more.
 */
kernel_fault:
    msr tpidr_el0, x0
    msr sp_el0, x1
    mrs x0, elr_el1
    adr x1, probe_read
    cmp x0, x1
    b.eq probe_failed
    mov x0, sp
    adrp x1, fault_stack_top
    add x1, x1, :lo12:fault_stack_top
    sub sp, x1, #FRAME_BYTES
    str x0, [sp, #FRAME_STACK]
    mrs x0, tpidr_el0
    mrs x1, sp_el0
    .irp n, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30
    str x\n, [sp, #8 * \n]
    .endr
    mrs x0, elr_el1
    mrs x1, spsr_el1
    stp x0, x1, [sp, #FRAME_INSTRUCTION]
    mrs x0, esr_el1
    mrs x1, far_el1
    stp x0, x1, [sp, #FRAME_SYNDROME]
    mov x0, sp
    bl trap_fatal
2:  wfi
    b 2b

/* int64_t boot_probe(int64_t address): the 32 bits at a device address, -1 where nothing answers. */
    .globl boot_probe
boot_probe:
probe_read:
    ldr w0, [x0]
    dsb sy
    ret
probe_failed:
    adr x0, probe_nothing
    msr elr_el1, x0
    mrs x1, sp_el0
    eret
probe_nothing:
    mov x0, #-1
    ret

/* void edgex_kernel_failure(const char *reason): what Java code would report by an exception. */
    .globl edgex_kernel_failure
edgex_kernel_failure:
    mov x1, sp
    bl panic_failure
3:  wfi
    b 3b

    .macro registers operation
    .irp n, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31
    \operation q\n, [x0, #16 * \n]
    .endr
    .endm

/* void edgex_fpu_save(int64_t area): all floating-point registers, status and control. */
    .globl edgex_fpu_save
edgex_fpu_save:
    registers str
    mrs x1, fpsr
    mrs x2, fpcr
    add x0, x0, #512
    stp x1, x2, [x0]
    ret

/* void edgex_fpu_restore(int64_t area) */
    .globl edgex_fpu_restore
edgex_fpu_restore:
    registers ldr
    add x0, x0, #512
    ldp x1, x2, [x0]
    msr fpsr, x1
    msr fpcr, x2
    ret

    .section .note.GNU-stack, "", @progbits
