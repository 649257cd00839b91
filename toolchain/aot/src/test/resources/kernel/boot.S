// From QEMU's PVH entry (32-bit protected mode, paging off) to Java in long mode. SSE stays
// disabled, so an SSE instruction in the kernel would be an invalid-opcode fault.
#include "offsets.h"

#define HEAP_BYTES 0x100000

    .section .note.pvh, "a", @note
    .long 4, 4, 18                  // name size, value size, XEN_ELFNOTE_PHYS32_ENTRY
    .asciz "Xen"
    .long boot

    .section .text.boot, "ax"
    .code32
    .global boot
boot:
    movl $page_directory, %edi      // the first GiB, mapped to itself in pages of 2 MiB
    movl $0x83, %eax
    movl $512, %ecx
1:  movl %eax, (%edi)
    addl $0x200000, %eax
    addl $8, %edi
    loop 1b
    movl $page_directory + 3, page_pointers
    movl $page_pointers + 3, page_root
    movl $page_root, %eax
    movl %eax, %cr3
    movl %cr4, %eax
    orl $0x20, %eax                 // PAE
    movl %eax, %cr4
    movl $0xC0000080, %ecx          // EFER
    rdmsr
    orl $0x100, %eax                // long mode
    wrmsr
    movl %cr0, %eax
    orl $0x80000001, %eax           // paging, protection
    movl %eax, %cr0
    lgdt descriptor_table_pointer
    ljmp $8, $long_mode

    .code64
long_mode:
    movl $16, %eax
    movl %eax, %ds
    movl %eax, %es
    movl %eax, %ss
    movq $stack_top, %rsp
    movq $heap, %rdi
    movq $HEAP_BYTES, %rsi
    call edgex_kernel_main
2:  hlt
    jmp 2b

// int64_t fixture_enter(int64_t value): stores value into the current Java object, calls Java.
    .global fixture_enter
fixture_enter:
    movq FIXTURE_CURRENT(%rip), %rax
    movq %rdi, SLOT_VALUE(%rax)
    movl $2, %edi
    subq $8, %rsp
    call fixture_trap
    addq $8, %rsp
    ret

    .section .rodata.boot, "a"
    .balign 8
descriptor_table:
    .quad 0
    .quad 0x00AF9A000000FFFF        // code, 64 bit
    .quad 0x00CF92000000FFFF        // data
descriptor_table_pointer:
    .word descriptor_table_pointer - descriptor_table - 1
    .long descriptor_table

    .section .bss.boot, "aw", @nobits
    .balign 4096
page_root:      .skip 4096
page_pointers:  .skip 4096
page_directory: .skip 4096
    .skip 16384
stack_top:
heap:           .skip HEAP_BYTES
    .section .note.GNU-stack, "", @progbits
