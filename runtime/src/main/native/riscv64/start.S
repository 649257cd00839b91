// The first instructions of a process and of its further threads, and the message calls.

        .text

// What the linker made shorter by counting from gp must find it there.
        .macro  load_global_pointer
        .option push
        .option norelax
        lla     gp, __global_pointer$
        .option pop
        .endm

// Entry of a process (linked with -e edgex_entry: musl's own one wants a Linux stack). a0: address
// of the start block, or of the root process's message page.
        .globl  edgex_entry
        .type   edgex_entry, @function
edgex_entry:
        load_global_pointer
        li      ra, 0                   // ends the chain of frames
        li      s0, 0
        andi    sp, sp, -16
        call    edgex_start
        unimp
        .size   edgex_entry, . - edgex_entry

// Entry of a worker thread. a0: its struct edgex_worker.
        .globl  edgex_worker_entry
        .type   edgex_worker_entry, @function
edgex_worker_entry:
        load_global_pointer
        li      ra, 0
        li      s0, 0
        andi    sp, sp, -16
        call    edgex_worker_run
        unimp
        .size   edgex_worker_entry, . - edgex_worker_entry

// int64_t edgex_message_call(int32_t number, struct edgex_message_block* block)
// Loads the registers of a message call from the block, traps, and stores what came back.
        .globl  edgex_message_call
        .type   edgex_message_call, @function
edgex_message_call:
        addi    sp, sp, -48
        sd      s0, 0(sp)
        sd      s2, 8(sp)
        sd      s3, 16(sp)
        sd      s4, 24(sp)
        sd      s5, 32(sp)
        mv      s0, a1
        mv      a7, a0
        ld      a0, 0(s0)               // handle word
        ld      a1, 8(s0)               // information
        ld      a3, 16(s0)              // words 0 to 7
        ld      a4, 24(s0)
        ld      a5, 32(s0)
        ld      a6, 40(s0)
        ld      s2, 48(s0)
        ld      s3, 56(s0)
        ld      s4, 64(s0)
        ld      s5, 72(s0)
        ld      a2, 80(s0)              // time-out
        ecall
        sd      a1, 8(s0)
        sd      a3, 16(s0)
        sd      a4, 24(s0)
        sd      a5, 32(s0)
        sd      a6, 40(s0)
        sd      s2, 48(s0)
        sd      s3, 56(s0)
        sd      s4, 64(s0)
        sd      s5, 72(s0)
        sd      a2, 88(s0)              // badge
        ld      s0, 0(sp)
        ld      s2, 8(sp)
        ld      s3, 16(sp)
        ld      s4, 24(sp)
        ld      s5, 32(sp)
        addi    sp, sp, 48
        ret
        .size   edgex_message_call, . - edgex_message_call

        .section .note.GNU-stack, "", @progbits
