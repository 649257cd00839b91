/*
 * The last steps of the loader, from 64-bit UEFI to what a PVH kernel expects: 32-bit protected mode
 * without paging, ebx = start information. Copied to a place below 4 GiB and called there as
 *
 *   leave(entry, staged kernel, its place, size in bytes, start information)
 *
 * The kernel is moved to its place here: until now firmware had that memory, its page tables perhaps.
 */
    .text
    .globl edgex_leave_start, edgex_leave_end
    .code64
edgex_leave_start:
    cli
    cld
    mov %rdi, %rbp
    mov %rdx, %rdi
    mov %r8, %rbx
    lea segments(%rip), %rax
    mov %rax, segments_pointer + 2(%rip)
    lgdt segments_pointer(%rip)
    lea protected(%rip), %rax
    push $8
    push %rax
    lretq
    .code32
protected:
    mov $16, %eax
    mov %eax, %ds
    mov %eax, %es
    mov %eax, %ss
    mov %cr0, %eax
    and $0x7fffffff, %eax
    mov %eax, %cr0
    rep movsb
    jmp *%ebp

    .balign 8
/* Null, code of 32 bits, data. */
segments:
    .quad 0, 0x00cf9b000000ffff, 0x00cf93000000ffff
segments_pointer:
    .word segments_pointer - segments - 1
    .quad 0
edgex_leave_end:

    .section .note.GNU-stack, "", @progbits
