/*
 * A guest for tests of the machine: entered by QEMU as a PVH kernel, in 32-bit protected mode. It
 * does what the last character of its command line says:
 *   e  writes "hello" to COM1, an exit record to COM2, and powers off
 *   m  the same, for a machine that panicked
 *   h  writes "hello" to COM1 and hangs
 *   r  resets the machine
 */
#define COM1 0x3f8
#define COM2 0x2f8
#define POWER_PORT 0x604
#define POWER_OFF 0x2000
#define RESET_PORT 0xcf9
#define RESET 6
#define COMMAND_LINE 24

    .code32
    .section .note.pvh, "a", @note
    .long 4, 4, 18
    .asciz "Xen"
    .long start

    .text
    .globl start
start:
    mov $stack_end, %esp
    mov COMMAND_LINE(%ebx), %esi
last:
    lodsb
    test %al, %al
    jz choose
    mov %al, %cl
    jmp last
choose:
    cmp $'r', %cl
    je reset
    mov $hello, %esi
    mov $COM1, %dx
    call write
    cmp $'h', %cl
    je hang
    mov $exit_record, %esi
    cmp $'m', %cl
    jne report
    mov $panic_record, %esi
report:
    mov $COM2, %dx
    call write
    mov $POWER_PORT, %dx
    mov $POWER_OFF, %ax
    outw %ax, %dx
hang:
    hlt
    jmp hang
reset:
    mov $RESET_PORT, %dx
    mov $RESET, %al
    outb %al, %dx
    jmp hang
write:
    lodsb
    test %al, %al
    jz written
    outb %al, %dx
    jmp write
written:
    ret

    .section .rodata
hello:
    .asciz "hello\n"
exit_record:
    .asciz "EDGEX 1 file 3 352441c2 /tmp/abc\nabc\nEDGEX 1 missing /tmp/none\nEDGEX 1 exit 7\n"
panic_record:
    .asciz "EDGEX 1 panic\n"

    .bss
    .skip 256
stack_end:
