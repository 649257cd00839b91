// The measured loops. Each is a routine of a robot (tests/harness: robot.S), called with
//   rax number of the system call   rdi, rsi, rdx handles and information   r10 samples
//   r8 rounds   r9 a shared word                                            rbp the robot's box
// and copied into the processes that measure, so it refers to nothing outside of itself. The samples
// are 32-bit differences of the counter.

#define CALL_CALL 1
#define CALL_RECEIVE 3
#define CALL_REPLY_RECEIVE 4
#define CALL_WAIT 6
#define CALL_SIGNAL 7

        .section .text.edgex_stubs, "ax", @progbits
        .balign 64
        .globl  edgex_stub_code
edgex_stub_code:

        .macro  save_registers
        pushq   %rbx
        pushq   %rbp
        pushq   %r12
        pushq   %r13
        pushq   %r14
        pushq   %r15
        .endm

        .macro  restore_registers
        popq    %r15
        popq    %r14
        popq    %r13
        popq    %r12
        popq    %rbp
        popq    %rbx
        xorl    %eax, %eax
        ret
        .endm

// Two neighbouring readings: what a reading itself takes. Three instructions and the reading.
overhead:
        movq    %rdx, %rdi
1:      rdtsc
        movl    %eax, %ecx
        rdtsc
        subl    %ecx, %eax
        movl    %eax, (%r10)
        addq    $4, %r10
        decq    %r8
        jnz     1b
        xorl    %eax, %eax
        ret

// 200,001 instructions between the two readings, for the check of the counter.
calibration:
        rdtsc
        movl    %eax, %ecx
        movl    $100000, %edx
1:      decl    %edx
        jnz     1b
        rdtsc
        subl    %ecx, %eax
        movl    %eax, (%r10)
        xorl    %eax, %eax
        ret

// rax: the number. The counter's low half is kept in memory: a system call leaves few registers.
null_call:
        pushq   %rbx
        movl    %eax, %ebx
1:      rdtsc
        movl    %eax, %r9d
        movl    %ebx, %eax
        syscall
        rdtsc
        subl    %r9d, %eax
        movl    %eax, (%r10)
        addq    $4, %r10
        decq    %r8
        jnz     1b
        popq    %rbx
        xorl    %eax, %eax
        ret

// rdi: the endpoint, rsi: information of the message. The words of the message are whatever the
// registers hold; loading them is the business of who has something to say, and one of them is.
caller:
        save_registers
        movq    $-1, %rbx
        subq    $48, %rsp
        movq    %rdi, (%rsp)
        movq    %rsi, 8(%rsp)
        movq    %r10, 16(%rsp)
        movq    %r8, 24(%rsp)
1:      rdtsc
        movl    %eax, 32(%rsp)
        movl    $CALL_CALL, %eax
        movq    (%rsp), %rdi
        movq    8(%rsp), %rsi
        syscall
        rdtsc
        subl    32(%rsp), %eax
        movq    16(%rsp), %rdx
        movl    %eax, (%rdx)
        addq    $4, 16(%rsp)
        decq    24(%rsp)
        jnz     1b
        addq    $48, %rsp
        restore_registers

// rdi: endpoint and reply object, rsi: information of the replies. Serves until the endpoint goes.
server:
        save_registers
        movq    $-1, %rbx
        subq    $16, %rsp
        movq    %rdi, (%rsp)
        movq    %rsi, 8(%rsp)
        movl    $CALL_RECEIVE, %eax
        syscall
1:      testq   %rax, %rax
        js      2f
        movl    $CALL_REPLY_RECEIVE, %eax
        movq    (%rsp), %rdi
        movq    8(%rsp), %rsi
        syscall
        jmp     1b
2:      addq    $16, %rsp
        restore_registers

// rdi: the notification to wait for, r9: where the signaller has put the counter.
waiter:
        save_registers
        movq    %rdi, %r12
        movq    %r10, %r13
        movq    %r8, %r14
        movq    %r9, %r15
        subq    $48, %rsp
        movq    %r12, (%rsp)
        movq    %r13, 8(%rsp)
        movq    %r14, 16(%rsp)
        movq    %r15, 24(%rsp)
        movq    $-1, %rbx
1:      movl    $CALL_WAIT, %eax
        movq    (%rsp), %rdi
        xorl    %esi, %esi
        syscall
        rdtsc
        movq    24(%rsp), %rcx
        subl    (%rcx), %eax
        movq    8(%rsp), %rdx
        movl    %eax, (%rdx)
        addq    $4, 8(%rsp)
        decq    16(%rsp)
        jnz     1b
        addq    $48, %rsp
        restore_registers

// rdi: the notification to signal, r9: where the counter goes.
signaller:
        save_registers
        subq    $32, %rsp
        movq    %rdi, (%rsp)
        movq    %r8, 8(%rsp)
        movq    %r9, 16(%rsp)
        movq    $-1, %rbx
1:      movq    16(%rsp), %rcx
        xorl    %esi, %esi
        movq    (%rsp), %rdi
        rdtsc
        movl    %eax, (%rcx)
        movl    $CALL_SIGNAL, %eax
        syscall
        decq    8(%rsp)
        jnz     1b
        addq    $32, %rsp
        restore_registers

// rax: the number of threadYield, r9: where the other one has put the counter. Two robots take turns.
yielder:
        pushq   %rbx
        movl    %eax, %ebx
1:      rdtsc
        movl    %eax, (%r9)
        movl    %ebx, %eax
        syscall
        rdtsc
        subl    (%r9), %eax
        movl    %eax, (%r10)
        addq    $4, %r10
        decq    %r8
        jnz     1b
        popq    %rbx
        xorl    %eax, %eax
        ret

// r9: where the counter goes, again and again until the robot is told to stop (box: 208).
clock_writer:
1:      rdtsc
        movl    %eax, (%r9)
        cmpq    $0, 208(%rbp)
        je      1b
        xorl    %eax, %eax
        ret

// rdi: fault endpoint and reply object. Every reply says "go on", the thread faults again: what lies
// between two messages is one round trip.
fault_handler:
        save_registers
        subq    $32, %rsp
        movq    %rdi, (%rsp)
        movq    %r10, 8(%rsp)
        movq    %r8, 16(%rsp)
        movq    $-1, %rbx
        movl    $CALL_RECEIVE, %eax
        xorl    %esi, %esi
        syscall
1:      rdtsc
        movl    %eax, 24(%rsp)
        movl    $CALL_REPLY_RECEIVE, %eax
        movq    (%rsp), %rdi
        xorl    %esi, %esi
        syscall
        rdtsc
        subl    24(%rsp), %eax
        movq    8(%rsp), %rdx
        movl    %eax, (%rdx)
        addq    $4, 8(%rsp)
        decq    16(%rsp)
        jnz     1b
        addq    $32, %rsp
        restore_registers

// Where the thread of a process starts that has nothing to do but to exit. rdi: the number of
// processExit.
exit_at_once:
        movq    %rdi, %rax
        xorl    %edi, %edi
        syscall
        ud2
        .globl  edgex_stub_code_end
edgex_stub_code_end:

        .section .rodata.edgex_stubs, "a", @progbits
        .balign 8
        .globl  edgex_stub_offsets
edgex_stub_offsets:
        .irp    stub, overhead, calibration, null_call, caller, server, waiter, signaller, \
                yielder, clock_writer, fault_handler, exit_at_once
        .quad   \stub - edgex_stub_code
        .endr

        .section .note.GNU-stack, "", @progbits
