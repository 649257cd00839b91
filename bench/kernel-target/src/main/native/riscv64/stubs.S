// The measured loops. Each is a routine of a robot (tests/harness: robot.S), called with
//   a7 number of the system call   a0, a1, a2 handles and information   a3 samples
//   a4 rounds   a5 a shared word                                        s0 the robot's box
// and copied into the processes that measure, so it refers to nothing outside of itself. The samples
// are 32-bit differences of the counter. A robot expects nothing of s1 to s11, which system calls
// preserve but for the words of a message in s2 to s5.

#define CALL_CALL 1
#define CALL_RECEIVE 3
#define CALL_REPLY_RECEIVE 4
#define CALL_WAIT 6
#define CALL_SIGNAL 7

#define BOX_STOP 208

        .option norelax
        .section .text.edgex_stubs, "ax", @progbits
        .balign 64
        .globl  edgex_stub_code
edgex_stub_code:

// Writes the difference of t1 and the counter in s11 as the next sample.
        .macro  sample
        sub     t1, t1, s11
        sw      t1, 0(s6)
        addi    s6, s6, 4
        addi    s7, s7, -1
        .endm

// Arguments to registers that stay.
        .macro  keep_arguments
        mv      s1, a7
        mv      s8, a0
        mv      s9, a1
        mv      s10, a2
        mv      s6, a3
        mv      s7, a4
        .endm

// Two neighbouring readings: what a reading itself takes.
overhead:
        keep_arguments
1:      rdinstret s11
        rdinstret t1
        sample
        bnez    s7, 1b
        li      a0, 0
        ret

// 200,001 instructions between the two readings, for the check of the counter.
calibration:
        keep_arguments
        li      t2, 100000
        rdinstret s11
        nop
1:      addi    t2, t2, -1
        bnez    t2, 1b
        rdinstret t1
        sample
        li      a0, 0
        ret

// a7: the number.
null_call:
        keep_arguments
1:      rdinstret s11
        mv      a7, s1
        ecall
        rdinstret t1
        sample
        bnez    s7, 1b
        li      a0, 0
        ret

// a0: the endpoint, a1: information of the message. The words of the message are whatever the
// registers hold; loading them is the business of who has something to say, and one of them is.
caller:
        keep_arguments
1:      rdinstret s11
        li      a7, CALL_CALL
        mv      a0, s8
        mv      a1, s9
        li      a2, -1
        ecall
        rdinstret t1
        sample
        bnez    s7, 1b
        li      a0, 0
        ret

// a0: endpoint and reply object, a1: information of the replies. Serves until the endpoint goes.
server:
        keep_arguments
        li      a2, -1
        li      a7, CALL_RECEIVE
        ecall
1:      bltz    a0, 2f
        li      a7, CALL_REPLY_RECEIVE
        mv      a0, s8
        mv      a1, s9
        li      a2, -1
        ecall
        j       1b
2:      li      a0, 0
        ret

// a0: the notification to wait for, a5: where the signaller has put the counter.
waiter:
        keep_arguments
        mv      s9, a5
1:      li      a7, CALL_WAIT
        mv      a0, s8
        li      a1, 0
        li      a2, -1
        ecall
        rdinstret t1
        lw      s11, 0(s9)
        sample
        bnez    s7, 1b
        li      a0, 0
        ret

// a0: the notification to signal, a5: where the counter goes.
signaller:
        keep_arguments
        mv      s9, a5
1:      li      a1, 0
        mv      a0, s8
        li      a2, -1
        li      a7, CALL_SIGNAL
        rdinstret t1
        sw      t1, 0(s9)
        ecall
        addi    s7, s7, -1
        bnez    s7, 1b
        li      a0, 0
        ret

// a7: the number of threadYield, a5: where the other one has put the counter. Two robots take turns.
yielder:
        keep_arguments
        mv      s9, a5
1:      rdinstret t1
        sw      t1, 0(s9)
        mv      a7, s1
        ecall
        rdinstret t1
        lw      s11, 0(s9)
        sample
        bnez    s7, 1b
        li      a0, 0
        ret

// a5: where the counter goes, again and again until the robot is told to stop.
clock_writer:
1:      rdinstret t1
        sw      t1, 0(a5)
        ld      t2, BOX_STOP(s0)
        beqz    t2, 1b
        li      a0, 0
        ret

// a0: fault endpoint and reply object. Every reply says "go on", the thread faults again: what lies
// between two messages is one round trip.
fault_handler:
        keep_arguments
        li      a7, CALL_RECEIVE
        li      a1, 0
        li      a2, -1
        ecall
1:      rdinstret s11
        li      a7, CALL_REPLY_RECEIVE
        mv      a0, s8
        li      a1, 0
        li      a2, -1
        ecall
        rdinstret t1
        sample
        bnez    s7, 1b
        li      a0, 0
        ret

// Where the thread of a process starts that has nothing to do but to exit. a0: the number of
// processExit.
exit_at_once:
        mv      a7, a0
        li      a0, 0
        ecall
        unimp
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
