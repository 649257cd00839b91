// A robot: a thread of a process under test that does what its box says, one routine after the
// other. This code is copied into such processes, so it refers to nothing outside of itself.
//
//   box:  0 routine   8 arguments 0 to 6   64 result   72 registers of a message call (96 bytes)
//       168 wake      176 done     184 address of the ticket counter   192 ticket
//       200 progress  208 stop     216 number of threadExit

#include "robot-box.h"

        .section .text.edgex_robot, "ax", @progbits
        .balign 64
        .globl  edgex_robot_code
edgex_robot_code:

// rdi: the box. Waits to be woken, calls the routine, draws a ticket, says that it is done.
robot:
        movq    %rdi, %rbp
1:      movl    $CALL_WAIT, %eax
        movq    BOX_WAKE(%rbp), %rdi
        xorl    %esi, %esi
        movq    $-1, %rbx
        syscall
        testq   %rax, %rax
        js      2f
        movq    BOX_ARGUMENTS(%rbp), %rax
        movq    BOX_ARGUMENTS+8(%rbp), %rdi
        movq    BOX_ARGUMENTS+16(%rbp), %rsi
        movq    BOX_ARGUMENTS+24(%rbp), %rdx
        movq    BOX_ARGUMENTS+32(%rbp), %r10
        movq    BOX_ARGUMENTS+40(%rbp), %r8
        movq    BOX_ARGUMENTS+48(%rbp), %r9
        call    *BOX_ROUTINE(%rbp)
        movq    %rax, BOX_RESULT(%rbp)
        movq    BOX_TICKETS(%rbp), %rcx
        movl    $1, %eax
        lock xaddq %rax, (%rcx)
        movq    %rax, BOX_TICKET(%rbp)
        movl    $CALL_SIGNAL, %eax
        movq    BOX_DONE(%rbp), %rdi
        syscall
        jmp     1b
2:      movq    BOX_THREAD_EXIT(%rbp), %rax     // the suite took the notification away
        syscall
        ud2

// A slow system call: the robot has loaded its registers.
slow_call:
        syscall
        ret

// A message call: number in rax, everything else in the box.
message_call:
        movq    BOX_MESSAGE(%rbp), %rdi
        movq    BOX_MESSAGE+8(%rbp), %rsi
        movq    BOX_MESSAGE+16(%rbp), %rdx
        movq    BOX_MESSAGE+24(%rbp), %r10
        movq    BOX_MESSAGE+32(%rbp), %r8
        movq    BOX_MESSAGE+40(%rbp), %r9
        movq    BOX_MESSAGE+48(%rbp), %r12
        movq    BOX_MESSAGE+56(%rbp), %r13
        movq    BOX_MESSAGE+64(%rbp), %r14
        movq    BOX_MESSAGE+72(%rbp), %r15
        movq    BOX_MESSAGE+80(%rbp), %rbx
        syscall
        movq    %rsi, BOX_MESSAGE+8(%rbp)
        movq    %rdx, BOX_MESSAGE+16(%rbp)
        movq    %r10, BOX_MESSAGE+24(%rbp)
        movq    %r8, BOX_MESSAGE+32(%rbp)
        movq    %r9, BOX_MESSAGE+40(%rbp)
        movq    %r12, BOX_MESSAGE+48(%rbp)
        movq    %r13, BOX_MESSAGE+56(%rbp)
        movq    %r14, BOX_MESSAGE+64(%rbp)
        movq    %r15, BOX_MESSAGE+72(%rbp)
        movq    %rdi, BOX_MESSAGE+88(%rbp)
        ret

// Loads the word at the address in argument 1.
load:
        movq    (%rdi), %rax
        ret

// Stores argument 2 at the address in argument 1.
store:
        movq    %rsi, (%rdi)
        xorl    %eax, %eax
        ret

// Copies argument 3 bytes to argument 1 from argument 2.
copy:
        movq    %rdx, %rcx
        rep movsb
        xorl    %eax, %eax
        ret

// Counts the progress up until told to stop; gives the count.
spin:
        xorl    %eax, %eax
1:      incq    %rax
        movq    %rax, BOX_PROGRESS(%rbp)
        cmpq    $0, BOX_STOP(%rbp)
        je      1b
        ret

// Appends argument 2 to the log at argument 1 (a count, then entries) and yields, argument 3 times.
// Argument 4: the number of threadYield.
log_turns:
        movl    $1, %eax
        lock xaddq %rax, (%rdi)
        movq    %rsi, 8(%rdi,%rax,8)
        movq    %r10, %rax
        syscall
        decq    %rdx
        jnz     log_turns
        ret

// Fills the x87, SSE and control registers with values made of argument 1 and looks, argument 2
// times, whether they are still there; gives the number of times that they were not.
floating_point:
        pushq   %r12
        subq    $32, %rsp
        xorl    %r12d, %r12d
        movl    %edi, %ecx
        andl    $3, %ecx
        shll    $13, %ecx               // rounding mode of MXCSR
        orl     $0x1f80, %ecx
        movl    %ecx, (%rsp)
        ldmxcsr (%rsp)
        fninit
        movq    %rdi, 8(%rsp)
        fildq   8(%rsp)
        movq    %rdi, %xmm0
        .irp    n, 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15
        leaq    \n(%rdi), %rax
        movq    %rax, %xmm\n
        movlhps %xmm\n, %xmm\n
        .endr
1:      .irp    n, 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15
        movq    %xmm\n, %rax
        subq    %rdi, %rax
        cmpq    $\n, %rax
        jne     2f
        movhlps %xmm\n, %xmm0
        movq    %xmm0, %rax
        subq    %rdi, %rax
        cmpq    $\n, %rax
        jne     2f
        .endr
        stmxcsr 16(%rsp)
        cmpl    %ecx, 16(%rsp)
        jne     2f
        fistpq  16(%rsp)
        fildq   16(%rsp)
        cmpq    %rdi, 16(%rsp)
        je      3f
2:      incq    %r12
3:      decq    %rsi
        jnz     1b
        movl    $0x1f80, (%rsp)
        ldmxcsr (%rsp)
        movq    %r12, %rax
        addq    $32, %rsp
        popq    %r12
        ret

// Calls the address in argument 1.
jump:
        jmp     *%rdi

// What a user process may not do; each must end as a fault.
halt:
        hlt
        ret
disable_interrupts:
        cli
        ret
read_port:
        movl    $0x80, %edx
        inb     %dx, %al
        ret
write_port:
        movl    $0x80, %edx
        outb    %al, %dx
        ret
write_page_table_base:
        movq    %cr3, %rax
        movq    %rax, %cr3
        ret
read_model_register:
        movl    $0xc0000080, %ecx
        rdmsr
        ret
write_model_register:
        movl    $0xc0000080, %ecx
        xorl    %eax, %eax
        xorl    %edx, %edx
        wrmsr
        ret
load_descriptor_table:
        lidt    BOX_MESSAGE(%rbp)
        ret
invalid_instruction:
        ud2
        ret
divide_by_zero:
        xorl    %edx, %edx
        xorl    %ecx, %ecx
        divq    %rcx
        ret
breakpoint:
        int3
        movl    $77, %eax
        ret
software_interrupt:
        int     $0x20
        ret
// An address that is not canonical.
load_not_canonical:
        movabsq $0x8000000000000000, %rax
        movq    (%rax), %rax
        ret
overflow_stack:
        pushq   %rax
        jmp     overflow_stack
// Sets odd flags and enters the kernel, which must not work with them.
call_with_flags:
        pushq   $0x44cd5                // alignment check, nested task, overflow, direction, carry
        popfq
        syscall
        cld
        pushq   $0x202
        popfq
        ret
        .globl  edgex_robot_code_end
edgex_robot_code_end:

        .section .rodata.edgex_robot, "a", @progbits
        .balign 8
        .globl  edgex_robot_routines
edgex_robot_routines:
        .irp    routine, robot, slow_call, message_call, load, store, copy, spin, log_turns, \
                floating_point, jump, halt, disable_interrupts, read_port, write_port, \
                write_page_table_base, read_model_register, write_model_register, \
                load_descriptor_table, invalid_instruction, divide_by_zero, breakpoint, \
                software_interrupt, load_not_canonical, overflow_stack, call_with_flags
        .quad   \routine - edgex_robot_code
        .endr

        .section .note.GNU-stack, "", @progbits
