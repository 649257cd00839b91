/*
 * What x86_64 needs and Java cannot say: single processor instructions, ordered memory access, the
 * addresses of linker and assembly symbols, and the layout of the per-CPU block, which is shared with
 * the assembly files. Reached from Java through edgex.kernel.arch.Instructions.
 */
#ifndef EDGEX_CPU_H
#define EDGEX_CPU_H

/* The image is linked at this distance above its physical address. */
#define KERNEL_OFFSET 0xffffffff80000000
/* All RAM is mapped from here on: virtual = physical + this (PML4 slot 256). */
#define DIRECT_MAP 0xffff800000000000

/* The per-CPU block, reached by gs while in the kernel. */
#define CPU_CONTEXT 0    /* the Context of the thread that runs, 0: idle */
#define CPU_STACK_TOP 8  /* where each entry starts its stack */
#define CPU_SCRATCH 16   /* the user's stack pointer for the first instructions of an entry */
#define CPU_SPACE 24     /* the AddressSpace that CR3 has, 0: the kernel's */
#define CPU_FPU_OWNER 32 /* the Context whose floating-point registers these are, 0: nobody's */
#define CPU_THREAD_POINTER 40 /* what FS.base holds */
#define CPU_INDEX 48     /* number of the CPU, 32 bits */
#define CPU_ONLINE 52    /* whether it runs, 32 bits */
#define CPU_BLOCK_BYTES 64
#define MSR_GS_BASE 0xc0000101

#define KERNEL_CODE_SELECTOR 0x08
#define KERNEL_DATA_SELECTOR 0x10
#define USER_DATA_SELECTOR 0x23
#define USER_CODE_SELECTOR 0x2b

/* Entry points of the IDT: one of STUB_BYTES for each vector below STUB_COUNT. */
#define STUB_COUNT 192
#define STUB_BYTES 9

#ifndef __ASSEMBLER__

#include <stdint.h>

static inline int32_t cpu_in8(int32_t port) {
    uint8_t value;
    __asm__ volatile("inb %w1, %0" : "=a"(value) : "Nd"(port));
    return value;
}

static inline int32_t cpu_in16(int32_t port) {
    uint16_t value;
    __asm__ volatile("inw %w1, %0" : "=a"(value) : "Nd"(port));
    return value;
}

static inline int32_t cpu_in32(int32_t port) {
    int32_t value;
    __asm__ volatile("inl %w1, %0" : "=a"(value) : "Nd"(port));
    return value;
}

static inline void cpu_out8(int32_t port, int32_t value) {
    __asm__ volatile("outb %b0, %w1" : : "a"(value), "Nd"(port));
}

static inline void cpu_out16(int32_t port, int32_t value) {
    __asm__ volatile("outw %w0, %w1" : : "a"(value), "Nd"(port));
}

static inline void cpu_out32(int32_t port, int32_t value) {
    __asm__ volatile("outl %0, %w1" : : "a"(value), "Nd"(port));
}

static inline int64_t cpu_read_msr(int32_t number) {
    uint32_t low, high;
    __asm__ volatile("rdmsr" : "=a"(low), "=d"(high) : "c"(number));
    return (int64_t) ((uint64_t) high << 32 | low);
}

static inline void cpu_write_msr(int32_t number, int64_t value) {
    __asm__ volatile("wrmsr" : : "c"(number), "a"((uint32_t) value), "d"((uint32_t) (value >> 32)) : "memory");
}

#define CPU_CONTROL_REGISTER(name)                                                 \
    static inline int64_t cpu_read_##name(void) {                                  \
        int64_t value;                                                             \
        __asm__ volatile("mov %%" #name ", %0" : "=r"(value) : : "memory");        \
        return value;                                                              \
    }                                                                              \
    static inline void cpu_write_##name(int64_t value) {                           \
        __asm__ volatile("mov %0, %%" #name : : "r"(value) : "memory");            \
    }

CPU_CONTROL_REGISTER(cr0)
CPU_CONTROL_REGISTER(cr2)
CPU_CONTROL_REGISTER(cr3)
CPU_CONTROL_REGISTER(cr4)

/* One output register of CPUID: 0 = eax, 1 = ebx, 2 = ecx, 3 = edx. */
static inline int32_t cpu_identify(int32_t leaf, int32_t subleaf, int32_t output) {
    int32_t value[4];
    __asm__ volatile("cpuid"
                     : "=a"(value[0]), "=b"(value[1]), "=c"(value[2]), "=d"(value[3])
                     : "a"(leaf), "c"(subleaf));
    return value[output & 3];
}

static inline void cpu_write_extended_control(int64_t value) {
    __asm__ volatile("xsetbv" : : "c"(0), "a"((uint32_t) value), "d"((uint32_t) (value >> 32)) : "memory");
}

static inline void cpu_save_extended(int64_t area) {
    __asm__ volatile("xsave64 (%0)" : : "r"(area), "a"(-1), "d"(-1) : "memory");
}

/* Both for a switch of threads, with the mask of all components loaded once. */
static inline void cpu_switch_extended(int64_t from, int64_t to) {
    __asm__ volatile("xsaveopt64 (%0)\n\txrstor64 (%1)" : : "r"(from), "r"(to), "a"(-1), "d"(-1) : "memory");
}

static inline void cpu_restore_extended(int64_t area) {
    __asm__ volatile("xrstor64 (%0)" : : "r"(area), "a"(-1), "d"(-1) : "memory");
}

static inline void cpu_save_legacy(int64_t area) {
    __asm__ volatile("fxsave64 (%0)" : : "r"(area) : "memory");
}

static inline void cpu_restore_legacy(int64_t area) {
    __asm__ volatile("fxrstor64 (%0)" : : "r"(area) : "memory");
}

static inline void cpu_invalidate_page(int64_t address) {
    __asm__ volatile("invlpg (%0)" : : "r"(address) : "memory");
}

static inline void cpu_load_interrupt_table(int64_t address, int32_t size_bytes) {
    struct __attribute__((packed)) { uint16_t limit; int64_t base; } pointer = { size_bytes - 1, address };
    __asm__ volatile("lidt %0" : : "m"(pointer));
}

static inline void cpu_load_segment_table(int64_t address, int32_t size_bytes) {
    struct __attribute__((packed)) { uint16_t limit; int64_t base; } pointer = { size_bytes - 1, address };
    __asm__ volatile("lgdt %0" : : "m"(pointer));
}

static inline void cpu_load_task_register(int32_t selector) {
    __asm__ volatile("ltr %w0" : : "r"(selector));
}

/* The time-stamp counter, not read before what precedes it is done. */
static inline int64_t cpu_read_time_stamp(void) {
    uint32_t low, high;
    __asm__ volatile("lfence; rdtsc" : "=a"(low), "=d"(high) : : "memory");
    return (int64_t) ((uint64_t) high << 32 | low);
}

static inline void cpu_halt_forever(void) {
    for (;;) {
        __asm__ volatile("cli; hlt" : : : "memory");
    }
}

/* factor1 * factor2 / 2^shift, all unsigned, with a 128-bit product. */
static inline int64_t cpu_multiply_shift(int64_t factor1, int64_t factor2, int32_t shift) {
    return (int64_t) (((unsigned __int128) (uint64_t) factor1 * (uint64_t) factor2) >> (shift & 63));
}

static inline int32_t cpu_read_device32(int64_t address) {
    return *(volatile int32_t *) address;
}

static inline void cpu_write_device32(int64_t address, int32_t value) {
    *(volatile int32_t *) address = value;
}

static inline int32_t cpu_load_acquire32(int64_t address) {
    return __atomic_load_n((int32_t *) address, __ATOMIC_ACQUIRE);
}

static inline void cpu_store_release32(int64_t address, int32_t value) {
    __atomic_store_n((int32_t *) address, value, __ATOMIC_RELEASE);
}

static inline int32_t cpu_fetch_add32(int64_t address, int32_t addend) {
    return __atomic_fetch_add((int32_t *) address, addend, __ATOMIC_ACQUIRE);
}

static inline void cpu_pause(void) {
    __asm__ volatile("pause" : : : "memory");
}

static inline void cpu_fill_zero(int64_t address, int64_t word_count) {
    __asm__ volatile("rep stosq" : "+D"(address), "+c"(word_count) : "a"((int64_t) 0) : "memory");
}

static inline void cpu_copy_words(int64_t target, int64_t source, int64_t word_count) {
    __asm__ volatile("rep movsq" : "+D"(target), "+S"(source), "+c"(word_count) : : "memory");
}

/* Reads and writes a word of this CPU's block. */
#define CPU_BLOCK_WORD(name, type, offset)                                                  \
    static inline type cpu_##name(void) {                                                   \
        type value;                                                                         \
        __asm__ volatile("mov %%gs:%c1, %0" : "=r"(value) : "i"(offset));                   \
        return value;                                                                       \
    }                                                                                       \
    static inline void cpu_set_##name(type value) {                                         \
        __asm__ volatile("mov %0, %%gs:%c1" : : "r"(value), "i"(offset) : "memory");        \
    }

CPU_BLOCK_WORD(context, void *, CPU_CONTEXT)
CPU_BLOCK_WORD(stack_top, int64_t, CPU_STACK_TOP)
CPU_BLOCK_WORD(space, void *, CPU_SPACE)
CPU_BLOCK_WORD(fpu_owner, void *, CPU_FPU_OWNER)
CPU_BLOCK_WORD(thread_pointer, int64_t, CPU_THREAD_POINTER)
CPU_BLOCK_WORD(index, int32_t, CPU_INDEX)

/* The AddressSpace of another CPU. */
static inline void *cpu_space_of(int64_t block) {
    return *(void **) (block + CPU_SPACE);
}

static inline int64_t cpu_stack_pointer(void) {
    int64_t value;
    __asm__ volatile("mov %%rsp, %0" : "=r"(value));
    return value;
}

/* Addresses that the linker script and the assembly files define. */
#define CPU_SYMBOL(name)                       \
    extern char name[];                        \
    static inline int64_t cpu_symbol_##name(void) { return (int64_t) name; }

CPU_SYMBOL(image_start)
CPU_SYMBOL(text_end)
CPU_SYMBOL(rodata_end)
CPU_SYMBOL(segment_table)
CPU_SYMBOL(interrupt_table)
CPU_SYMBOL(task_state)
CPU_SYMBOL(cpu_block)
CPU_SYMBOL(kernel_stack_guard)
CPU_SYMBOL(fault_stacks)
CPU_SYMBOL(interrupt_stubs)
CPU_SYMBOL(system_call_entry)
CPU_SYMBOL(top_table)
CPU_SYMBOL(direct_directory)
CPU_SYMBOL(direct_table)
CPU_SYMBOL(direct_pointers)
CPU_SYMBOL(kernel_table)
CPU_SYMBOL(device_table)
CPU_SYMBOL(symbol_table)
CPU_SYMBOL(secondary_start)
CPU_SYMBOL(secondary_long)
CPU_SYMBOL(secondary_parameters)

extern int64_t start_information;
static inline int64_t cpu_start_information(void) {
    return start_information;
}

void *edgex_kernel_seal_heap(void);
static inline int64_t cpu_seal_heap(void) {
    return (int64_t) edgex_kernel_seal_heap();
}

void enter_user(void) __attribute__((noreturn));

#endif
#endif
