// A robot: a thread of a process under test that does what its box says, one routine after the
// other. This code is copied into such processes, so it refers to nothing outside of itself.
//
//   box:  0 routine   8 arguments 0 to 6   64 result   72 registers of a message call (96 bytes)
//       168 wake      176 done     184 address of the ticket counter   192 ticket
//       200 progress  208 stop     216 number of threadExit
//
// A routine gets argument 0 in x8, where system calls have their number, and the others from x0 on;
// x28 is the box; it returns through x30 and gives a result in x0.

#include "robot-box.h"

        .section .text.edgex_robot, "ax", @progbits
        .balign 64
        .globl  edgex_robot_code
edgex_robot_code:

// x0: the box. Waits to be woken, calls the routine, draws a ticket, says that it is done.
robot:
        mov     x28, x0
1:      mov     x8, #CALL_WAIT
        ldr     x0, [x28, #BOX_WAKE]
        mov     x1, #0
        mov     x11, #-1
        svc     #0
        tbnz    x0, #63, 2f
        ldr     x16, [x28, #BOX_ROUTINE]
        ldp     x8, x0, [x28, #BOX_ARGUMENTS]
        ldp     x1, x2, [x28, #BOX_ARGUMENTS + 16]
        ldp     x3, x4, [x28, #BOX_ARGUMENTS + 32]
        ldr     x5, [x28, #BOX_ARGUMENTS + 48]
        blr     x16
        str     x0, [x28, #BOX_RESULT]
        ldr     x1, [x28, #BOX_TICKETS]
3:      ldaxr   x0, [x1]
        add     x2, x0, #1
        stlxr   w3, x2, [x1]
        cbnz    w3, 3b
        str     x0, [x28, #BOX_TICKET]
        mov     x8, #CALL_SIGNAL
        ldr     x0, [x28, #BOX_DONE]
        svc     #0
        b       1b
2:      ldr     x8, [x28, #BOX_THREAD_EXIT]     // the suite took the notification away
        svc     #0
        udf     #0

// A slow system call: the robot has loaded its registers.
slow_call:
        svc     #0
        ret

// A message call: number in x8, everything else in the box.
message_call:
        add     x13, x28, #BOX_MESSAGE
        ldp     x0, x1, [x13]
        ldp     x2, x3, [x13, #16]
        ldp     x4, x5, [x13, #32]
        ldp     x6, x7, [x13, #48]
        ldp     x9, x10, [x13, #64]
        ldr     x11, [x13, #80]
        svc     #0
        str     x1, [x13, #8]
        stp     x2, x3, [x13, #16]
        stp     x4, x5, [x13, #32]
        stp     x6, x7, [x13, #48]
        stp     x9, x10, [x13, #64]
        str     x12, [x13, #88]
        ret

// Loads the word at the address in argument 1.
load:
        ldr     x0, [x0]
        ret

// Stores argument 2 at the address in argument 1.
store:
        str     x1, [x0]
        mov     x0, #0
        ret

// Copies argument 3 bytes to argument 1 from argument 2.
copy:
        cbz     x2, 2f
1:      ldrb    w3, [x1], #1
        strb    w3, [x0], #1
        subs    x2, x2, #1
        b.ne    1b
2:      mov     x0, #0
        ret

// Counts the progress up until told to stop; gives the count.
spin:
        mov     x0, #0
1:      add     x0, x0, #1
        str     x0, [x28, #BOX_PROGRESS]
        ldr     x1, [x28, #BOX_STOP]
        cbz     x1, 1b
        ret

// Appends argument 2 to the log at argument 1 (a count, then entries) and yields, argument 3 times.
// Argument 4: the number of threadYield.
log_turns:
        mov     x13, x0
        mov     x8, x3
1:      ldaxr   x4, [x13]
        add     x5, x4, #1
        stlxr   w6, x5, [x13]
        cbnz    w6, 1b
        add     x5, x13, x4, lsl #3
        str     x1, [x5, #8]
        svc     #0
        subs    x2, x2, #1
        b.ne    1b
        ret

// Fills the vector and control registers with values made of argument 1 and looks, argument 2 times,
// whether they are still there; gives the number of times that they were not.
floating_point:
        mov     x2, #0
        and     x3, x0, #3
        lsl     x3, x3, #22             // rounding mode of FPCR
        msr     fpcr, x3
        and     x7, x0, #0xf
        msr     fpsr, x7
        .irp    n, 0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31
        add     x4, x0, #\n
        fmov    d\n, x4
        fmov    v\n\().d[1], x4
        .endr
1:      .irp    n, 0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31
        add     x4, x0, #\n
        fmov    x5, d\n
        fmov    x6, v\n\().d[1]
        cmp     x4, x5
        ccmp    x4, x6, #0, eq
        b.ne    2f
        .endr
        mrs     x4, fpcr
        mrs     x5, fpsr
        cmp     x4, x3
        ccmp    x5, x7, #0, eq
        b.eq    3f
2:      add     x2, x2, #1
3:      subs    x1, x1, #1
        b.ne    1b
        msr     fpcr, xzr
        mov     x0, x2
        ret

// Calls the address in argument 1.
jump:
        br      x0

// What a user process may not do; each must end as a fault.
halt:
        wfi
        ret
disable_interrupts:
        msr     daifset, #2
        ret
write_page_table_base:
        msr     ttbr0_el1, x0
        ret
read_model_register:
        mrs     x0, sctlr_el1
        ret
write_model_register:
        msr     sctlr_el1, x0
        ret
load_descriptor_table:
        msr     vbar_el1, x0
        ret
invalid_instruction:
        udf     #0
        ret
breakpoint:
        brk     #0
        mov     x0, #77
        ret
software_interrupt:
        hvc     #0
        ret
// An address between the halves.
load_not_canonical:
        mov     x0, #0x0080000000000000
        ldr     x0, [x0]
        ret
overflow_stack:
        str     x0, [sp, #-16]!
        b       overflow_stack
// Sets odd flags and enters the kernel, which must not work with them.
call_with_flags:
        mov     x1, #0xf0000000
        msr     nzcv, x1
        svc     #0
        mrs     x2, nzcv                // and they are the caller's own
        cmp     x1, x2
        cinc    x0, x0, ne
        ret
        .globl  edgex_robot_code_end
edgex_robot_code_end:

        .section .rodata.edgex_robot, "a", @progbits
        .balign 8
        .globl  edgex_robot_routines
// -1 where ARM has no such thing: it has no ports, and a division by zero gives zero.
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
