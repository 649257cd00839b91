/*
 * Ways into and out of the kernel. Every entry from user mode saves all general registers into the
 * current Context (a Java object; offsets.h knows its fields) and starts the CPU's one kernel stack
 * afresh; every way out restores from whatever Context is current then. Nothing is kept on the
 * stack in between, so a switch of threads is one store.
 *
 * While in the kernel: interrupts off, gs = the per-CPU block (cpu.h), no FPU or SSE instruction.
 */
#include "cpu.h"
#include "offsets.h"

#define FLAGS_ALWAYS 2 /* rflags with all clear: interrupts, direction, alignment check (SMAP) */
#define FRAME_CODE_SELECTOR 24
#define PRIVILEGE_MASK 3
#define FIRST_INTERRUPT 32

/* Message registers and all others that a system call preserves, from and to rsp = Context. */
.macro save_preserved
    mov %rax, CONTEXT_RAX(%rsp)
    mov %rdi, CONTEXT_RDI(%rsp)
    mov %rsi, CONTEXT_RSI(%rsp)
    mov %rdx, CONTEXT_RDX(%rsp)
    mov %r10, CONTEXT_R10(%rsp)
    mov %r8, CONTEXT_R8(%rsp)
    mov %r9, CONTEXT_R9(%rsp)
    mov %r12, CONTEXT_R12(%rsp)
    mov %r13, CONTEXT_R13(%rsp)
    mov %r14, CONTEXT_R14(%rsp)
    mov %r15, CONTEXT_R15(%rsp)
    mov %rbx, CONTEXT_RBX(%rsp)
    mov %rbp, CONTEXT_RBP(%rsp)
.endm

.macro restore_preserved
    mov CONTEXT_RAX(%rsp), %rax
    mov CONTEXT_RDI(%rsp), %rdi
    mov CONTEXT_RSI(%rsp), %rsi
    mov CONTEXT_RDX(%rsp), %rdx
    mov CONTEXT_R10(%rsp), %r10
    mov CONTEXT_R8(%rsp), %r8
    mov CONTEXT_R9(%rsp), %r9
    mov CONTEXT_R12(%rsp), %r12
    mov CONTEXT_R13(%rsp), %r13
    mov CONTEXT_R14(%rsp), %r14
    mov CONTEXT_R15(%rsp), %r15
    mov CONTEXT_RBX(%rsp), %rbx
    mov CONTEXT_RBP(%rsp), %rbp
.endm

    .text
/*
 * The target of SYSCALL: rcx = return address, r11 = flags, both free for the kernel; interrupts are
 * off. rsp points to the Context for a few instructions: only NMI, double fault and machine check
 * could come now, and they bring their own stacks.
 */
    .balign 16
    .globl system_call_entry
system_call_entry:
    swapgs
    mov %rsp, %gs:CPU_SCRATCH
    mov %gs:CPU_CONTEXT, %rsp
    mov %rcx, CONTEXT_INSTRUCTION_POINTER(%rsp)
    mov %gs:CPU_SCRATCH, %rcx
    mov %r11, CONTEXT_FLAGS(%rsp)
    mov %rcx, CONTEXT_STACK_POINTER(%rsp)
    save_preserved
    mov %rsp, %rdi
    mov %eax, %esi
    mov %gs:CPU_STACK_TOP, %rsp
    call trap_system_call

/* Restores the current Context, or idles without one. */
    .globl enter_user
enter_user:
    mov %gs:CPU_CONTEXT, %rsp
    test %rsp, %rsp
    jz idle
    cmpl $0, CONTEXT_INTERRUPTED(%rsp)
    jne interrupt_return
    /* SYSRET with a non-canonical rcx would fault in the kernel on the user's stack (CVE-2012-0217).
       Here rcx was stored by SYSCALL itself, and no page at the end of the lower half is ever mapped. */
    mov CONTEXT_INSTRUCTION_POINTER(%rsp), %rcx
    mov CONTEXT_FLAGS(%rsp), %r11
    restore_preserved
    mov CONTEXT_STACK_POINTER(%rsp), %rsp
    swapgs
    sysretq

/* A thread that an interrupt or exception stopped, or that starts: rcx and r11 are its own. */
interrupt_return:
    movl $0, CONTEXT_INTERRUPTED(%rsp)
    mov %rsp, %rax
    mov %gs:CPU_STACK_TOP, %rsp
    push $USER_DATA_SELECTOR
    push CONTEXT_STACK_POINTER(%rax)
    push CONTEXT_FLAGS(%rax)
    push $USER_CODE_SELECTOR
    push CONTEXT_INSTRUCTION_POINTER(%rax)
    mov %rsp, %gs:CPU_SCRATCH
    mov %rax, %rsp
    mov CONTEXT_RCX(%rsp), %rcx
    mov CONTEXT_R11(%rsp), %r11
    restore_preserved
    mov %gs:CPU_SCRATCH, %rsp
    swapgs
    iretq

/* Waits for an interrupt; its entry starts the stack afresh, so nothing comes back here. */
idle:
    mov %gs:CPU_STACK_TOP, %rsp
    sti
idle_wait:
    hlt
    jmp idle_wait

/*
 * Exceptions and interrupts. A stub for each vector pushes the vector less 128 (one signed byte), and
 * a zero where the CPU pushes no error code. Then on the stack:
 *   0 vector - 128, 8 error code, 16 rip, 24 cs, 32 rflags, 40 rsp, 48 ss
 */
    .balign 16
    .globl interrupt_stubs
interrupt_stubs:
vector = 0
.rept STUB_COUNT
    .if vector == 8 || vector == 10 || vector == 11 || vector == 12 || vector == 13 || vector == 14 || vector == 17 || vector == 21 || vector == 29 || vector == 30
    xchg %ax, %ax
    .else
    push $0
    .endif
    push $(vector - 128)
    .byte 0xe9 /* jmp with a 32-bit distance, so that all stubs have one size */
    .if vector == 2 || vector == 8 || vector == 18
    .long fatal_entry - . - 4
    .else
    .long trap_entry - . - 4
    .endif
vector = vector + 1
.endr

trap_entry:
    testb $PRIVILEGE_MASK, FRAME_CODE_SELECTOR(%rsp)
    jz trap_in_kernel
    swapgs
    mov %rsp, %gs:CPU_SCRATCH
    mov %gs:CPU_CONTEXT, %rsp
    movl $1, CONTEXT_INTERRUPTED(%rsp)
    save_preserved
    mov %rcx, CONTEXT_RCX(%rsp)
    mov %r11, CONTEXT_R11(%rsp)
    mov %rsp, %rax
    mov %gs:CPU_SCRATCH, %rsp
    pop %rdi
    pop %rsi
    pop CONTEXT_INSTRUCTION_POINTER(%rax)
    pop %rcx
    pop CONTEXT_FLAGS(%rax)
    pop CONTEXT_STACK_POINTER(%rax)
trap_dispatch:
    mov %gs:CPU_STACK_TOP, %rsp
    push $FLAGS_ALWAYS
    popfq
    sub $-128, %edi
    call trap_enter
    jmp enter_user

/* An interrupt ends the idle loop; anything else is a fault of the kernel. */
trap_in_kernel:
    cmpq $(FIRST_INTERRUPT - 128), (%rsp)
    jl kernel_fault
    pop %rdi
    pop %rsi
    jmp trap_dispatch

/* NMI, double fault, machine check: perhaps before or after SWAPGS, so ask which gs this is. */
fatal_entry:
    push %rax
    push %rcx
    push %rdx
    mov $MSR_GS_BASE, %ecx
    rdmsr
    test %edx, %edx
    js 1f
    swapgs
1:  pop %rdx
    pop %rcx
    pop %rax

/* Shows the registers below the frame and does not come back: trap_fatal(address of the last). */
kernel_fault:
    .irp name, r15, r14, r13, r12, r11, r10, r9, r8, rbp, rdi, rsi, rdx, rcx, rbx, rax
    push %\name
    .endr
    cld
    mov %rsp, %rdi
    and $-16, %rsp
    call trap_fatal
2:  cli
    hlt
    jmp 2b

/* void edgex_kernel_failure(const char *reason): what Java code would report by an exception. */
    .globl edgex_kernel_failure
edgex_kernel_failure:
    mov %rsp, %rsi
    call panic_failure
3:  cli
    hlt
    jmp 3b

    .section .note.GNU-stack, "", @progbits
