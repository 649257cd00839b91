/*
 * From reset to C: the PVH entry point, which the loader enters in 32-bit protected mode without
 * paging, ebx = physical address of the start information (Xen's hvm_start_info).
 *
 * Builds the first page tables, enters long mode and calls Java on the higher-half stack:
 *
 *   PML4[0]    first GiB at its physical address, until Java drops it
 *   PML4[256]  first GiB at DIRECT_MAP, no execute; Java extends it to all RAM
 *   PML4[511]  the image at KERNEL_OFFSET in 4 KiB pages: text r-x, constants r--, data rw-
 */
#include "cpu.h"

#define PHYSICAL(symbol) ((symbol) - KERNEL_OFFSET)

#define PAGE_PRESENT 0x001
#define PAGE_WRITE 0x002
#define PAGE_LARGE 0x080
#define PAGE_GLOBAL 0x100
#define PAGE_NO_EXECUTE_HIGH 0x80000000 /* bit 63, in the entry's upper half */

#define MSR_EFER 0xc0000080
#define EFER_SYSTEM_CALL 0x001
#define EFER_LONG_MODE 0x100
#define EFER_NO_EXECUTE 0x800
#define CR0_WRITE_PROTECT 0x00010000
#define CR0_PAGING 0x80000000
#define CR0_PROTECTED 0x11 /* with the bit that is always set */
#define CR4_PHYSICAL_EXTENSION 0x20
#define CR4_GLOBAL_PAGES 0x80
#define CPUID_LONG_MODE (1 << 29)
#define CPUID_NO_EXECUTE (1 << 20)

#define SERIAL_DATA 0x3f8
#define SERIAL_LINE_STATUS 0x3fd
#define SERIAL_SPACE 0x20
#define RESET_PORT 0xcf9
#define RESET_FULL 0x06

/* The note that tells a PVH loader where to enter (XEN_ELFNOTE_PHYS32_ENTRY = 18). */
    .section .note.pvh, "a", @note
    .balign 4
    .long 4, 8, 18
    .asciz "Xen"
    .quad PHYSICAL(pvh_entry)

/* Fills the entries of the image's page table for [from, to). */
.macro map_image from, to, low, high
    mov $PHYSICAL(\from), %eax
    or $\low, %eax
1:  cmp $PHYSICAL(\to), %eax
    jae 2f
    mov %eax, %ebx
    shr $12, %ebx
    and $511, %ebx
    mov %eax, PHYSICAL(kernel_table)(, %ebx, 8)
    movl $\high, PHYSICAL(kernel_table) + 4(, %ebx, 8)
    add $4096, %eax
    jmp 1b
2:
.endm

.macro set_entry table, index, target, low, high=0
    movl $PHYSICAL(\target) + (\low), PHYSICAL(\table) + 8 * (\index)
    movl $\high, PHYSICAL(\table) + 8 * (\index) + 4
.endm

    .text
    .code32
    .globl pvh_entry
pvh_entry:
    cli
    cld
    mov %ebx, %ebp
    mov $PHYSICAL(bss_start), %edi
    mov $PHYSICAL(image_end), %ecx
    sub %edi, %ecx
    shr $2, %ecx
    xor %eax, %eax
    rep stosl
    mov %ebp, PHYSICAL(start_information)
    mov $PHYSICAL(kernel_stack_top), %esp

    mov $0x80000000, %eax
    cpuid
    cmp $0x80000001, %eax
    jb too_old
    mov $0x80000001, %eax
    cpuid
    and $(CPUID_LONG_MODE | CPUID_NO_EXECUTE), %edx
    cmp $(CPUID_LONG_MODE | CPUID_NO_EXECUTE), %edx
    jne too_old

    map_image image_start, text_end, PAGE_PRESENT | PAGE_GLOBAL, 0
    map_image text_end, rodata_end, PAGE_PRESENT | PAGE_GLOBAL, PAGE_NO_EXECUTE_HIGH
    map_image rodata_end, image_end, PAGE_PRESENT | PAGE_GLOBAL | PAGE_WRITE, PAGE_NO_EXECUTE_HIGH
    set_entry kernel_directory, 5, kernel_table, PAGE_PRESENT | PAGE_WRITE
    set_entry kernel_directory, 511, device_table, PAGE_PRESENT | PAGE_WRITE, PAGE_NO_EXECUTE_HIGH
    set_entry kernel_pointers, 510, kernel_directory, PAGE_PRESENT | PAGE_WRITE
    set_entry direct_pointers, 0, direct_directory, PAGE_PRESENT | PAGE_WRITE
    set_entry top_table, 0, direct_pointers, PAGE_PRESENT | PAGE_WRITE
    set_entry top_table, 256, direct_pointers, PAGE_PRESENT | PAGE_WRITE, PAGE_NO_EXECUTE_HIGH
    set_entry top_table, 511, kernel_pointers, PAGE_PRESENT | PAGE_WRITE

    mov $(PAGE_PRESENT | PAGE_WRITE | PAGE_LARGE), %eax
    mov $PHYSICAL(direct_directory), %edi
3:  mov %eax, (%edi)
    add $8, %edi
    add $0x200000, %eax
    cmp $0x40000000, %eax
    jb 3b

    mov $PHYSICAL(top_table), %eax
    mov %eax, %cr3
    mov $(CR4_PHYSICAL_EXTENSION | CR4_GLOBAL_PAGES), %eax
    mov %eax, %cr4
    mov $MSR_EFER, %ecx
    rdmsr
    or $(EFER_SYSTEM_CALL | EFER_LONG_MODE | EFER_NO_EXECUTE), %eax
    wrmsr
    mov %cr0, %eax
    or $(CR0_PAGING | CR0_WRITE_PROTECT), %eax
    mov %eax, %cr0
    lgdt PHYSICAL(boot_table_pointer)
    ljmp $KERNEL_CODE_SELECTOR, $PHYSICAL(long_mode)

/* No long mode or no page protection: says so on the first serial line and resets the machine. */
too_old:
    mov $PHYSICAL(too_old_text), %esi
4:  mov $SERIAL_LINE_STATUS, %dx
    inb %dx, %al
    test $SERIAL_SPACE, %al
    jz 4b
    lodsb
    test %al, %al
    jz 5f
    mov $SERIAL_DATA, %dx
    outb %al, %dx
    jmp 4b
5:  mov $RESET_PORT, %dx
    mov $RESET_FULL, %al
    outb %al, %dx
    hlt
    jmp 5b

    .code64
long_mode:
    mov $KERNEL_DATA_SELECTOR, %eax
    mov %eax, %ds
    mov %eax, %es
    mov %eax, %ss
    xor %eax, %eax
    mov %eax, %fs
    mov %eax, %gs
    mov $kernel_stack_top, %rsp
    movabs $higher_half, %rax
    jmp *%rax
/* Finds the heap behind the image and runs Java: boot_heap_end(start information, heap start). */
higher_half:
    mov $cpu_block, %rax        /* a panic of the first Java code asks it which CPU this is */
    mov %rsp, CPU_STACK_TOP(%rax)
    mov %rax, %rdx
    shr $32, %rdx
    mov $MSR_GS_BASE, %ecx
    wrmsr
    mov start_information(%rip), %rdi
    mov $image_end - KERNEL_OFFSET, %esi
    call boot_heap_end
    test %rax, %rax
    jz no_memory_map
    mov $image_end - KERNEL_OFFSET, %esi
    sub %rsi, %rax
    movabs $DIRECT_MAP, %rdi
    add %rsi, %rdi
    mov %rax, %rsi
    call edgex_kernel_main
6:  cli
    hlt
    jmp 6b
/*
 * Where the other processors begin, in real mode: Java copies this to a page below 1 MiB and fills in
 * the parameters. They enter long mode at once, on tables that have the page at its own address, and
 * call boot_secondary(per-CPU block) on the stack named there.
 */
#define PARAMETER(offset) (secondary_parameters - secondary_start + (offset))
    .code16
    .globl secondary_start
secondary_start:
    cli
    mov %cs, %ax
    mov %ax, %ds
    lgdtl PARAMETER(18)
    mov PARAMETER(8), %eax
    mov %eax, %cr3
    mov $(CR4_PHYSICAL_EXTENSION | CR4_GLOBAL_PAGES), %eax
    mov %eax, %cr4
    mov $MSR_EFER, %ecx
    rdmsr
    or $(EFER_SYSTEM_CALL | EFER_LONG_MODE | EFER_NO_EXECUTE), %eax
    wrmsr
    mov $(CR0_PAGING | CR0_WRITE_PROTECT | CR0_PROTECTED), %eax
    mov %eax, %cr0
    ljmpl *PARAMETER(12)
    .code64
    .globl secondary_long
secondary_long:
    mov $KERNEL_DATA_SELECTOR, %eax
    mov %eax, %ss
    mov secondary_parameters(%rip), %rdi
    mov CPU_STACK_TOP(%rdi), %rsp
    movabs $boot_secondary, %rax
    call *%rax
    .globl secondary_parameters
secondary_parameters:
    .quad 0                     /* per-CPU block */
    .long 0                     /* top table, physical */
    .long 0                     /* secondary_long, physical */
    .word KERNEL_CODE_SELECTOR
    .word segment_table_end - segment_table - 1
    .long PHYSICAL(segment_table)

no_memory_map:
    lea no_memory_map_text(%rip), %rdi
    call edgex_kernel_failure

    .section .rodata
too_old_text:
    .asciz "EdgeX: this processor has no 64-bit mode or no NX protection\r\n"

no_memory_map_text:
    .asciz "no start information of a PVH boot loader, or no memory behind the kernel"

    .data
    .balign 16
/* Null, kernel code, kernel data, unused (SYSRET counts from it), user data, user code, task state. */
    .globl segment_table
segment_table:
    .quad 0
    .quad 0x00af9b000000ffff
    .quad 0x00cf93000000ffff
    .quad 0
    .quad 0x00cff3000000ffff
    .quad 0x00affb000000ffff
    .quad 0, 0
segment_table_end:
boot_table_pointer:
    .word segment_table_end - segment_table - 1
    .long PHYSICAL(segment_table)

    .globl start_information
    .balign 8
start_information:
    .quad 0

    .bss
    .balign 4096
/* One page that Java unmaps, then the stack: running over its end is a double fault, not silence. */
    .globl kernel_stack_guard
kernel_stack_guard:
    .skip 4096 + 16384
    .globl kernel_stack_top
kernel_stack_top:

    .section .note.GNU-stack, "", @progbits
