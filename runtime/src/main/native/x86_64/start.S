// The first instructions of a process and of its further threads, and the message calls.

        .text

// Entry of a process (linked with -e edgex_entry: musl's own one wants a Linux stack). rdi: address of the start block, or of the root process's message page.
        .globl  edgex_entry
        .type   edgex_entry, @function
edgex_entry:
        xorl    %ebp, %ebp              // ends the chain of frames
        andq    $-16, %rsp
        call    edgex_start
        ud2
        .size   edgex_entry, . - edgex_entry

// Entry of a worker thread. rdi: its struct edgex_worker.
        .globl  edgex_worker_entry
        .type   edgex_worker_entry, @function
edgex_worker_entry:
        xorl    %ebp, %ebp
        andq    $-16, %rsp
        call    edgex_worker_run
        ud2
        .size   edgex_worker_entry, . - edgex_worker_entry

// int64_t edgex_message_call(int32_t number, struct edgex_message_block* block)
// Loads the registers of a message call from the block, traps, and stores what came back.
        .globl  edgex_message_call
        .type   edgex_message_call, @function
edgex_message_call:
        pushq   %rbx
        pushq   %rbp
        pushq   %r12
        pushq   %r13
        pushq   %r14
        pushq   %r15
        movq    %rsi, %rbp
        movl    %edi, %eax
        movq    0(%rbp), %rdi           // handle word
        movq    8(%rbp), %rsi           // information
        movq    16(%rbp), %rdx          // words 0 to 7
        movq    24(%rbp), %r10
        movq    32(%rbp), %r8
        movq    40(%rbp), %r9
        movq    48(%rbp), %r12
        movq    56(%rbp), %r13
        movq    64(%rbp), %r14
        movq    72(%rbp), %r15
        movq    80(%rbp), %rbx          // time-out
        syscall
        movq    %rsi, 8(%rbp)
        movq    %rdx, 16(%rbp)
        movq    %r10, 24(%rbp)
        movq    %r8, 32(%rbp)
        movq    %r9, 40(%rbp)
        movq    %r12, 48(%rbp)
        movq    %r13, 56(%rbp)
        movq    %r14, 64(%rbp)
        movq    %r15, 72(%rbp)
        movq    %rdi, 88(%rbp)          // badge
        popq    %r15
        popq    %r14
        popq    %r13
        popq    %r12
        popq    %rbp
        popq    %rbx
        ret
        .size   edgex_message_call, . - edgex_message_call

        .section .note.GNU-stack, "", @progbits
