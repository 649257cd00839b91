// The measured loops. Each is a routine of a robot (tests/harness: robot.S), called with
//   x8 number of the system call   x0, x1, x2 handles and information   x3 samples
//   x4 rounds   x5 a shared word                                        x28 the robot's box
// and copied into the processes that measure, so it refers to nothing outside of itself. The samples
// are 32-bit differences of the counter. A system call leaves x13 to x30 alone.

#define CALL_CALL 1
#define CALL_RECEIVE 3
#define CALL_REPLY_RECEIVE 4
#define CALL_WAIT 6
#define CALL_SIGNAL 7

#define BOX_STOP 208

        .section .text.edgex_stubs, "ax", @progbits
        .balign 64
        .globl  edgex_stub_code
edgex_stub_code:

        .macro  count register
        mrs     \register, pmccntr_el0
        .endm

// Two neighbouring readings: what a reading itself takes. Two instructions and the reading.
overhead:
1:      count   x13
        count   x14
        sub     x14, x14, x13
        str     w14, [x3], #4
        subs    x4, x4, #1
        b.ne    1b
        mov     x0, #0
        ret

// 200,001 instructions between the two readings, for the check of the counter.
calibration:
        mov     w6, #0x86a0
        movk    w6, #1, lsl #16         // 100,000
        count   x13
        nop
1:      subs    w6, w6, #1
        b.ne    1b
        count   x14
        sub     x14, x14, x13
        str     w14, [x3]
        mov     x0, #0
        ret

// x8: the number.
null_call:
        mov     x19, x3
        mov     x20, x4
1:      count   x13
        svc     #0
        count   x14
        sub     x14, x14, x13
        str     w14, [x19], #4
        subs    x20, x20, #1
        b.ne    1b
        mov     x0, #0
        ret

// x0: the endpoint, x1: information of the message. The words of the message are whatever the
// registers hold; loading them is the business of who has something to say, and one of them is.
caller:
        mov     x19, x3
        mov     x20, x4
        mov     x21, x0
        mov     x22, x1
        mov     x11, #-1
1:      count   x13
        mov     x8, #CALL_CALL
        mov     x0, x21
        mov     x1, x22
        svc     #0
        count   x14
        sub     x14, x14, x13
        str     w14, [x19], #4
        subs    x20, x20, #1
        b.ne    1b
        mov     x0, #0
        ret

// x0: endpoint and reply object, x1: information of the replies. Serves until the endpoint goes.
server:
        mov     x21, x0
        mov     x22, x1
        mov     x11, #-1
        mov     x8, #CALL_RECEIVE
        svc     #0
1:      tbnz    x0, #63, 2f
        mov     x8, #CALL_REPLY_RECEIVE
        mov     x0, x21
        mov     x1, x22
        svc     #0
        b       1b
2:      mov     x0, #0
        ret

// x0: the notification to wait for, x5: where the signaller has put the counter.
waiter:
        mov     x19, x3
        mov     x20, x4
        mov     x21, x0
        mov     x22, x5
        mov     x11, #-1
1:      mov     x8, #CALL_WAIT
        mov     x0, x21
        mov     x1, #0
        svc     #0
        count   x14
        ldr     w13, [x22]
        sub     w14, w14, w13
        str     w14, [x19], #4
        subs    x20, x20, #1
        b.ne    1b
        mov     x0, #0
        ret

// x0: the notification to signal, x5: where the counter goes.
signaller:
        mov     x20, x4
        mov     x21, x0
        mov     x22, x5
        mov     x11, #-1
1:      mov     x0, x21
        mov     x1, #0
        mov     x8, #CALL_SIGNAL
        count   x13
        str     w13, [x22]
        svc     #0
        subs    x20, x20, #1
        b.ne    1b
        mov     x0, #0
        ret

// x8: the number of threadYield, x5: where the other one has put the counter. Two robots take turns.
yielder:
        mov     x19, x3
        mov     x20, x4
        mov     x22, x5
1:      count   x13
        str     w13, [x22]
        svc     #0
        count   x14
        ldr     w13, [x22]
        sub     w14, w14, w13
        str     w14, [x19], #4
        subs    x20, x20, #1
        b.ne    1b
        mov     x0, #0
        ret

// x5: where the counter goes, again and again until the robot is told to stop.
clock_writer:
1:      count   x13
        str     w13, [x5]
        ldr     x14, [x28, #BOX_STOP]
        cbz     x14, 1b
        mov     x0, #0
        ret

// x0: fault endpoint and reply object. Every reply says "go on", the thread faults again: what lies
// between two messages is one round trip.
fault_handler:
        mov     x19, x3
        mov     x20, x4
        mov     x21, x0
        mov     x11, #-1
        mov     x8, #CALL_RECEIVE
        mov     x1, #0
        svc     #0
1:      count   x13
        mov     x8, #CALL_REPLY_RECEIVE
        mov     x0, x21
        mov     x1, #0
        svc     #0
        count   x14
        sub     x14, x14, x13
        str     w14, [x19], #4
        subs    x20, x20, #1
        b.ne    1b
        mov     x0, #0
        ret

// Where the thread of a process starts that has nothing to do but to exit. x0: the number of
// processExit.
exit_at_once:
        mov     x8, x0
        mov     x0, #0
        svc     #0
        udf     #0
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
