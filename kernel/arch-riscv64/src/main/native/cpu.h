/*
 * What RISC-V needs and Java cannot say: control registers and single instructions, calls of the
 * firmware, the addresses of linker and assembly symbols, and the layout of the per-CPU block, which
 * is shared with the assembly files. Reached from Java through edgex.kernel.arch.Instructions.
 */
#ifndef EDGEX_CPU_H
#define EDGEX_CPU_H

/* Where the image is linked, whatever its physical address. */
#define KERNEL_BASE 0xffffffff80000000
/* The first 128 GiB of physical memory are mapped from here on: virtual = physical + this. */
#define DIRECT_MAP 0xffffffc000000000
#define DIRECT_MAP_GIGABYTES 128

/* The per-CPU block. While in the kernel tp points to it; in user mode sscratch does. */
#define CPU_CONTEXT 0    /* the Context of the thread that runs, 0: idle */
#define CPU_STACK_TOP 8  /* where each entry starts its stack */
#define CPU_SCRATCH 16   /* the user's stack pointer for the first instructions of an entry */
#define CPU_BLOCK_BYTES 64

/* What kernel_fault saves: registers x0 to x31, then cause, value and instruction pointer. */
#define FRAME_BYTES (35 * 8)

#ifndef __ASSEMBLER__

#include <stdint.h>

#define CPU_CONTROL_REGISTER(name)                                                   \
    static inline int64_t cpu_read_##name(void) {                                    \
        int64_t value;                                                               \
        __asm__ volatile("csrr %0, " #name : "=r"(value) : : "memory");              \
        return value;                                                                \
    }                                                                                \
    static inline void cpu_write_##name(int64_t value) {                             \
        __asm__ volatile("csrw " #name ", %0" : : "rK"(value) : "memory");           \
    }                                                                                \
    static inline void cpu_set_##name(int64_t bits) {                                \
        __asm__ volatile("csrs " #name ", %0" : : "rK"(bits) : "memory");            \
    }                                                                                \
    static inline void cpu_clear_##name(int64_t bits) {                              \
        __asm__ volatile("csrc " #name ", %0" : : "rK"(bits) : "memory");            \
    }

CPU_CONTROL_REGISTER(sstatus)
CPU_CONTROL_REGISTER(sie)
CPU_CONTROL_REGISTER(sip)
CPU_CONTROL_REGISTER(satp)
CPU_CONTROL_REGISTER(scounteren)

/* stimecmp, by number: the assembler knows it only with the Sstc extension. */
static inline void cpu_write_stimecmp(int64_t value) {
    __asm__ volatile("csrw 0x14d, %0" : : "r"(value) : "memory");
}

/* Whether stimecmp can be written: firmware may not have opened it. */
int64_t probe_stimecmp(void);

static inline int64_t cpu_read_time(void) {
    int64_t value;
    __asm__ volatile("rdtime %0" : "=r"(value) : : "memory");
    return value;
}

static inline void cpu_flush_all(void) {
    __asm__ volatile("sfence.vma" : : : "memory");
}

static inline void cpu_flush_space(int64_t tag) {
    __asm__ volatile("sfence.vma zero, %0" : : "r"(tag) : "memory");
}

static inline void cpu_flush_page(int64_t address, int64_t tag) {
    __asm__ volatile("sfence.vma %0, %1" : : "r"(address), "r"(tag) : "memory");
}

/* Code that was written as data can be executed after this. */
static inline void cpu_flush_instructions(void) {
    __asm__ volatile("fence.i" : : : "memory");
}

static inline void cpu_halt_forever(void) {
    for (;;) {
        __asm__ volatile("csrci sstatus, 2; csrw sie, zero; wfi" : : : "memory");
    }
}

/*
 * A call of the firmware (RISC-V SBI 1.0, chapter 3). Gives its error, 0 for success; the value is
 * given by the second function, 0 where there was an error.
 */
static inline int64_t cpu_firmware_call(
        int64_t extension, int64_t function, int64_t argument0, int64_t argument1) {
    register int64_t a0 __asm__("a0") = argument0;
    register int64_t a1 __asm__("a1") = argument1;
    register int64_t a6 __asm__("a6") = function;
    register int64_t a7 __asm__("a7") = extension;
    __asm__ volatile("ecall" : "+r"(a0), "+r"(a1) : "r"(a6), "r"(a7) : "memory");
    return a0;
}

static inline int64_t cpu_firmware_value(
        int64_t extension, int64_t function, int64_t argument0, int64_t argument1) {
    register int64_t a0 __asm__("a0") = argument0;
    register int64_t a1 __asm__("a1") = argument1;
    register int64_t a6 __asm__("a6") = function;
    register int64_t a7 __asm__("a7") = extension;
    __asm__ volatile("ecall" : "+r"(a0), "+r"(a1) : "r"(a6), "r"(a7) : "memory");
    return a0 == 0 ? a1 : 0;
}

/* factor1 * factor2 / 2^shift, all unsigned, with a 128-bit product. */
static inline int64_t cpu_multiply_shift(int64_t factor1, int64_t factor2, int32_t shift) {
    return (int64_t) (((unsigned __int128) (uint64_t) factor1 * (uint64_t) factor2) >> (shift & 63));
}

/* Device registers, in order with each other and with memory. */
static inline int32_t cpu_read_device32(int64_t address) {
    int32_t value = *(volatile int32_t *) address;
    __asm__ volatile("fence i, rw" : : : "memory");
    return value;
}

static inline void cpu_write_device32(int64_t address, int32_t value) {
    __asm__ volatile("fence rw, o" : : : "memory");
    *(volatile int32_t *) address = value;
}

/* Eight words a round: a loop of single stores would take three times as many instructions. */
static inline void cpu_fill_zero(int64_t address, int64_t word_count) {
    int64_t *at = (int64_t *) address;
    int64_t *end = at + word_count;
    for (; end - at >= 8; at += 8) {
        at[0] = 0;
        at[1] = 0;
        at[2] = 0;
        at[3] = 0;
        at[4] = 0;
        at[5] = 0;
        at[6] = 0;
        at[7] = 0;
    }
    for (; at < end; at++) {
        *at = 0;
    }
}

static inline void cpu_copy_words(int64_t target, int64_t source, int64_t word_count) {
    int64_t *restrict to = (int64_t *) target;
    const int64_t *restrict from = (const int64_t *) source;
    const int64_t *end = from + word_count;
    for (; end - from >= 4; from += 4, to += 4) {
        int64_t first = from[0];
        int64_t second = from[1];
        int64_t third = from[2];
        int64_t fourth = from[3];
        to[0] = first;
        to[1] = second;
        to[2] = third;
        to[3] = fourth;
    }
    for (; from < end; from++, to++) {
        *to = *from;
    }
}

static inline void cpu_set_context(void *context) {
    __asm__ volatile("sd %0, %1(tp)" : : "r"(context), "i"(CPU_CONTEXT) : "memory");
}

static inline void *cpu_context(void) {
    void *context;
    __asm__ volatile("ld %0, %1(tp)" : "=r"(context) : "i"(CPU_CONTEXT));
    return context;
}

static inline int64_t cpu_stack_pointer(void) {
    int64_t value;
    __asm__ volatile("mv %0, sp" : "=r"(value));
    return value;
}

/* Registers f0 to f31 and fcsr, 33 words; FS must not be Off. */
void edgex_fpu_save(int64_t area);
void edgex_fpu_restore(int64_t area);

/* Addresses that the linker script and the assembly files define. */
#define CPU_SYMBOL(name)                       \
    extern char name[];                        \
    static inline int64_t cpu_symbol_##name(void) { return (int64_t) name; }

CPU_SYMBOL(image_start)
CPU_SYMBOL(text_end)
CPU_SYMBOL(rodata_end)
CPU_SYMBOL(kernel_stack_guard)
CPU_SYMBOL(kernel_stack_top)
CPU_SYMBOL(top_table)
CPU_SYMBOL(root_table)
CPU_SYMBOL(image_table)
CPU_SYMBOL(device_directory)
CPU_SYMBOL(symbol_table)

/* What the boot code was entered with, and where the image lies. */
#define CPU_BOOT_VALUE(name)                   \
    extern int64_t name;                       \
    static inline int64_t cpu_##name(void) { return name; }

CPU_BOOT_VALUE(boot_hart)
CPU_BOOT_VALUE(boot_device_tree)
CPU_BOOT_VALUE(image_physical)

void *edgex_kernel_seal_heap(void);
static inline int64_t cpu_seal_heap(void) {
    return (int64_t) edgex_kernel_seal_heap();
}

void enter_user(void) __attribute__((noreturn));

#endif
#endif
