// A robot: a thread of a process under test that does what its box says, one routine after the
// other. This code is copied into such processes, so it refers to nothing outside of itself.
// s0 = the box (robot-box.h), a7 and a0 to a5 = arguments 0 to 6, the result in a0.

#include "robot-box.h"

        .option norelax
        .section .text.edgex_robot, "ax", @progbits
        .balign 64
        .globl  edgex_robot_code
edgex_robot_code:

// a0: the box. Waits to be woken, calls the routine, draws a ticket, says that it is done.
robot:
        mv      s0, a0
1:      li      a7, CALL_WAIT
        ld      a0, BOX_WAKE(s0)
        li      a1, 0
        li      a2, -1
        ecall
        bltz    a0, 2f
        ld      a7, BOX_ARGUMENTS(s0)
        ld      a0, BOX_ARGUMENTS+8(s0)
        ld      a1, BOX_ARGUMENTS+16(s0)
        ld      a2, BOX_ARGUMENTS+24(s0)
        ld      a3, BOX_ARGUMENTS+32(s0)
        ld      a4, BOX_ARGUMENTS+40(s0)
        ld      a5, BOX_ARGUMENTS+48(s0)
        ld      t0, BOX_ROUTINE(s0)
        jalr    t0
        sd      a0, BOX_RESULT(s0)
        ld      t0, BOX_TICKETS(s0)
        li      t1, 1
        amoadd.d.aqrl t1, t1, (t0)
        sd      t1, BOX_TICKET(s0)
        li      a7, CALL_SIGNAL
        ld      a0, BOX_DONE(s0)
        ecall
        j       1b
2:      ld      a7, BOX_THREAD_EXIT(s0)         // the suite took the notification away
        ecall
        unimp

// A slow system call: the robot has loaded its registers.
slow_call:
        ecall
        ret

// A message call: number in a7, everything else in the box.
message_call:
        ld      a0, BOX_MESSAGE(s0)
        ld      a1, BOX_MESSAGE+8(s0)
        ld      a3, BOX_MESSAGE+16(s0)
        ld      a4, BOX_MESSAGE+24(s0)
        ld      a5, BOX_MESSAGE+32(s0)
        ld      a6, BOX_MESSAGE+40(s0)
        ld      s2, BOX_MESSAGE+48(s0)
        ld      s3, BOX_MESSAGE+56(s0)
        ld      s4, BOX_MESSAGE+64(s0)
        ld      s5, BOX_MESSAGE+72(s0)
        ld      a2, BOX_MESSAGE+80(s0)
        ecall
        sd      a1, BOX_MESSAGE+8(s0)
        sd      a3, BOX_MESSAGE+16(s0)
        sd      a4, BOX_MESSAGE+24(s0)
        sd      a5, BOX_MESSAGE+32(s0)
        sd      a6, BOX_MESSAGE+40(s0)
        sd      s2, BOX_MESSAGE+48(s0)
        sd      s3, BOX_MESSAGE+56(s0)
        sd      s4, BOX_MESSAGE+64(s0)
        sd      s5, BOX_MESSAGE+72(s0)
        sd      a2, BOX_MESSAGE+88(s0)
        ret

// Loads the word at the address in argument 1.
load:
        ld      a0, 0(a0)
        ret

// Stores argument 2 at the address in argument 1.
store:
        sd      a1, 0(a0)
        li      a0, 0
        ret

// Copies argument 3 bytes to argument 1 from argument 2.
copy:
        beqz    a2, 1f
        lb      t0, 0(a1)
        sb      t0, 0(a0)
        addi    a0, a0, 1
        addi    a1, a1, 1
        addi    a2, a2, -1
        j       copy
1:      fence.i                         // what was copied may be code
        li      a0, 0
        ret

// Counts the progress up until told to stop; gives the count.
spin:
        li      a0, 0
1:      addi    a0, a0, 1
        sd      a0, BOX_PROGRESS(s0)
        ld      t0, BOX_STOP(s0)
        beqz    t0, 1b
        ret

// Appends argument 2 to the log at argument 1 (a count, then entries) and yields, argument 3 times.
// Argument 4: the number of threadYield.
log_turns:
        mv      s2, a0
        mv      s3, a1
        mv      s4, a2
        mv      a7, a3
1:      li      t0, 1
        amoadd.d.aqrl t0, t0, (s2)
        slli    t0, t0, 3
        add     t0, t0, s2
        sd      s3, 8(t0)
        ecall
        addi    s4, s4, -1
        bnez    s4, 1b
        ret

// Fills the floating-point and control registers with values made of argument 1 and looks, argument
// 2 times, whether they are still there; gives the number of times that they were not.
floating_point:
        mv      t3, a0
        mv      t4, a1
        li      a0, 0
        andi    t5, t3, 3
        slli    t5, t5, 5               // rounding mode of fcsr
        ori     t5, t5, 0x15            // some of its flags
        fscsr   t5
        .irp    n, 0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31
        addi    t0, t3, \n
        fmv.d.x f\n, t0
        .endr
1:      .irp    n, 0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31
        fmv.x.d t0, f\n
        addi    t1, t3, \n
        bne     t0, t1, 2f
        .endr
        frcsr   t0
        beq     t0, t5, 3f
2:      addi    a0, a0, 1
3:      addi    t4, t4, -1
        beqz    t4, 4f
        j       1b
4:      fscsr   zero
        ret

// Calls the address in argument 1.
jump:
        jr      a0

// What a user process may not do; each must end as a fault.
halt:
        wfi
        ret
disable_interrupts:
        csrci   sstatus, 2
        ret
write_page_table_base:
        csrw    satp, zero
        ret
read_model_register:
        csrr    a0, sscratch
        ret
write_model_register:
        csrw    sscratch, zero
        ret
load_descriptor_table:
        csrw    stvec, zero
        ret
invalid_instruction:
        unimp
        ret
breakpoint:
        li      a0, 77
        ebreak
        ret
software_interrupt:
        csrsi   sip, 2
        ret
// An address that no page table reaches.
load_not_canonical:
        li      a0, 1
        slli    a0, a0, 63
        ld      a0, 0(a0)
        ret
overflow_stack:
        addi    sp, sp, -8
        sd      a0, 0(sp)
        j       overflow_stack
// There are no flags that a user could set for the kernel.
call_with_flags:
        ecall
        ret
        .globl  edgex_robot_code_end
edgex_robot_code_end:

        .section .rodata.edgex_robot, "a", @progbits
        .balign 8
        .globl  edgex_robot_routines
// -1 where RISC-V has no such thing: it has no ports, and a division by zero gives -1.
edgex_robot_routines:
        .irp    routine, robot, slow_call, message_call, load, store, copy, spin, log_turns, \
                floating_point, jump, halt, disable_interrupts
        .quad   \routine - edgex_robot_code
        .endr
        .quad   -1
        .quad   -1
        .irp    routine, write_page_table_base, read_model_register, write_model_register, \
                load_descriptor_table, invalid_instruction
        .quad   \routine - edgex_robot_code
        .endr
        .quad   -1
        .irp    routine, breakpoint, software_interrupt, load_not_canonical, overflow_stack, \
                call_with_flags
        .quad   \routine - edgex_robot_code
        .endr

        .section .note.GNU-stack, "", @progbits
