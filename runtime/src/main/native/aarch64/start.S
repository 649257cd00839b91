// The first instructions of a process and of its further threads, and the message calls.

        .text

// Entry of a process (linked with -e edgex_entry: musl's own one wants a Linux stack). x0: address of
// the start block, or of the root process's message page.
        .globl  edgex_entry
        .type   edgex_entry, @function
edgex_entry:
        mov     x29, #0                 // ends the chain of frames
        mov     x30, #0
        mov     x1, sp
        and     sp, x1, #-16
        bl      edgex_start
        udf     #0
        .size   edgex_entry, . - edgex_entry

// Entry of a worker thread. x0: its struct edgex_worker.
        .globl  edgex_worker_entry
        .type   edgex_worker_entry, @function
edgex_worker_entry:
        mov     x29, #0
        mov     x30, #0
        mov     x1, sp
        and     sp, x1, #-16
        bl      edgex_worker_run
        udf     #0
        .size   edgex_worker_entry, . - edgex_worker_entry

// int64_t edgex_message_call(int32_t number, struct edgex_message_block* block)
// Loads the registers of a message call from the block, traps, and stores what came back.
        .globl  edgex_message_call
        .type   edgex_message_call, @function
edgex_message_call:
        mov     w8, w0
        mov     x13, x1
        ldp     x0, x1, [x13]           // handle word, information
        ldp     x2, x3, [x13, #16]      // words 0 to 7
        ldp     x4, x5, [x13, #32]
        ldp     x6, x7, [x13, #48]
        ldp     x9, x10, [x13, #64]
        ldr     x11, [x13, #80]         // time-out
        svc     #0
        str     x1, [x13, #8]
        stp     x2, x3, [x13, #16]
        stp     x4, x5, [x13, #32]
        stp     x6, x7, [x13, #48]
        stp     x9, x10, [x13, #64]
        str     x12, [x13, #88]         // badge
        ret
        .size   edgex_message_call, . - edgex_message_call

        .section .note.GNU-stack, "", @progbits
