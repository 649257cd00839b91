/*
 * What ARM64 needs and Java cannot say: single processor instructions, ordered memory access, the
 * addresses of linker and assembly symbols, and the layout of the per-CPU block, which is shared with
 * the assembly files. Reached from Java through edgex.kernel.arch.Instructions.
 */
#ifndef EDGEX_CPU_H
#define EDGEX_CPU_H

/* All RAM is mapped from here on: virtual = physical + this (TTBR1, slot 0 of the top table). */
#define DIRECT_MAP 0xffff000000000000

/* The per-CPU block, the address in TPIDR_EL1. */
#define CPU_CONTEXT 0   /* the Context of the thread that runs, 0: idle */
#define CPU_STACK_TOP 8 /* where each entry starts its stack */
#define CPU_BLOCK_BYTES 64

#ifndef __ASSEMBLER__

#include <stdint.h>

#define CPU_READ(function, name)                                                    \
    static inline int64_t cpu_read_##function(void) {                               \
        int64_t value;                                                              \
        __asm__ volatile("mrs %0, " name : "=r"(value) : : "memory");               \
        return value;                                                               \
    }

/* A write takes effect before the next instruction. */
#define CPU_WRITE(function, name)                                                   \
    static inline void cpu_write_##function(int64_t value) {                        \
        __asm__ volatile("msr " name ", %0; isb" : : "r"(value) : "memory");        \
    }

CPU_READ(control, "sctlr_el1")
CPU_WRITE(control, "sctlr_el1")
CPU_WRITE(fpu_access, "cpacr_el1")
CPU_WRITE(user_table, "ttbr0_el1")
CPU_READ(fault_address, "far_el1")
CPU_READ(thread_pointer, "tpidr_el0")
CPU_WRITE(thread_pointer, "tpidr_el0")
CPU_READ(processor_identity, "mpidr_el1")
CPU_READ(processor_features, "id_aa64pfr0_el1")
CPU_READ(memory_features0, "id_aa64mmfr0_el1")
CPU_READ(memory_features1, "id_aa64mmfr1_el1")
CPU_READ(debug_features, "id_aa64dfr0_el1")
CPU_READ(interrupt_status, "isr_el1")
CPU_READ(counter_frequency, "cntfrq_el0")
CPU_WRITE(timer_control, "cntv_ctl_el0")
CPU_WRITE(timer_compare, "cntv_cval_el0")
CPU_WRITE(counter_access, "cntkctl_el1")
CPU_WRITE(monitor_control, "pmcr_el0")
CPU_WRITE(monitor_enable, "pmcntenset_el0")
CPU_WRITE(monitor_filter, "pmccfiltr_el0")
CPU_WRITE(monitor_access, "pmuserenr_el0")
CPU_READ(interrupt_acknowledge, "icc_iar1_el1")
CPU_WRITE(interrupt_end, "icc_eoir1_el1")
CPU_READ(interrupt_interface, "icc_sre_el1")
CPU_WRITE(interrupt_interface, "icc_sre_el1")
CPU_WRITE(interrupt_priority, "icc_pmr_el1")
CPU_WRITE(interrupt_group, "icc_igrpen1_el1")

/* The counter, not read before what precedes it is done. */
static inline int64_t cpu_read_counter(void) {
    int64_t value;
    __asm__ volatile("isb; mrs %0, cntvct_el0" : "=r"(value) : : "memory");
    return value;
}

/* PSTATE.PAN = 1 (MSR PAN, #1; older assemblers do not know it). */
static inline void cpu_deny_user_access(void) {
    __asm__ volatile(".inst 0xd500419f" : : : "memory");
}

#define CPU_INVALIDATE(function, operation)                                         \
    static inline void cpu_invalidate_##function(int64_t operand) {                 \
        __asm__ volatile("dsb ishst; tlbi " operation ", %0; dsb ish; isb"          \
                         : : "r"(operand) : "memory");                              \
    }

CPU_INVALIDATE(page, "vae1is")
CPU_INVALIDATE(space, "aside1is")
CPU_INVALIDATE(kernel_page, "vaae1is")

static inline void cpu_invalidate_all(void) {
    __asm__ volatile("dsb ishst; tlbi vmalle1is; dsb ish; isb" : : : "memory");
}

/* Table walks see the entries that were written. */
static inline void cpu_publish_tables(void) {
    __asm__ volatile("dsb ishst" : : : "memory");
}

/* Instruction fetches see what was written to these bytes (Arm ARM, B2.4.4). */
static inline void cpu_publish_code(int64_t address, int64_t size_bytes) {
    int64_t type, at;
    __asm__ volatile("mrs %0, ctr_el0" : "=r"(type));
    int64_t data_line = INT64_C(4) << (type >> 16 & 15);
    int64_t code_line = INT64_C(4) << (type & 15);
    for (at = address; at < address + size_bytes; at += data_line) {
        __asm__ volatile("dc cvau, %0" : : "r"(at) : "memory");
    }
    __asm__ volatile("dsb ish" : : : "memory");
    for (at = address; at < address + size_bytes; at += code_line) {
        __asm__ volatile("ic ivau, %0" : : "r"(at) : "memory");
    }
    __asm__ volatile("dsb ish; isb" : : : "memory");
}

/* A function of the firmware (SMC calling convention): by HVC or by SMC. */
#define CPU_FIRMWARE(name, instruction)                                             \
    static inline void cpu_call_##name(int64_t function) {                          \
        register int64_t x0 __asm__("x0") = function;                               \
        __asm__ volatile(instruction " #0" : "+r"(x0) : : "x1", "x2", "x3", "memory"); \
    }

CPU_FIRMWARE(hypervisor, "hvc")
CPU_FIRMWARE(secure_monitor, "smc")

static inline void cpu_halt_forever(void) {
    for (;;) {
        __asm__ volatile("msr daifset, #0xf; wfi" : : : "memory");
    }
}

/* factor1 * factor2 / 2^shift, all unsigned, with a 128-bit product. */
static inline int64_t cpu_multiply_shift(int64_t factor1, int64_t factor2, int32_t shift) {
    return (int64_t) (((unsigned __int128) (uint64_t) factor1 * (uint64_t) factor2) >> (shift & 63));
}

/* Device registers: the instruction is as wide as the register, and nothing overtakes it. */
static inline int32_t cpu_read_device32(int64_t address) {
    int32_t value;
    __asm__ volatile("ldr %w0, [%1]; dsb ld" : "=r"(value) : "r"(address) : "memory");
    return value;
}

static inline int64_t cpu_read_device64(int64_t address) {
    int64_t value;
    __asm__ volatile("ldr %0, [%1]; dsb ld" : "=r"(value) : "r"(address) : "memory");
    return value;
}

static inline void cpu_write_device8(int64_t address, int32_t value) {
    __asm__ volatile("dsb st; strb %w0, [%1]" : : "r"(value), "r"(address) : "memory");
}

static inline void cpu_write_device32(int64_t address, int32_t value) {
    __asm__ volatile("dsb st; str %w0, [%1]" : : "r"(value), "r"(address) : "memory");
}

static inline void cpu_write_device64(int64_t address, int64_t value) {
    __asm__ volatile("dsb st; str %0, [%1]" : : "r"(value), "r"(address) : "memory");
}

/* Zeroes whole blocks of DC ZVA, which is how long DCZID_EL0 says; a page is a multiple of any. */
static inline void cpu_zero_page(int64_t address, int32_t size_bytes) {
    int64_t block, end = address + size_bytes;
    __asm__ volatile("mrs %0, dczid_el0" : "=r"(block));
    int64_t step = INT64_C(4) << (block & 15);
    if (block & 16) {
        for (; address < end; address += 16) {
            __asm__ volatile("stp xzr, xzr, [%0]" : : "r"(address) : "memory");
        }
        return;
    }
    for (; address < end; address += step) {
        __asm__ volatile("dc zva, %0" : : "r"(address) : "memory");
    }
}

static inline void cpu_copy_words(int64_t target, int64_t source, int64_t word_count) {
    int64_t *to = (int64_t *) target;
    const int64_t *from = (const int64_t *) source;
    for (; word_count >= 2; word_count -= 2, to += 2, from += 2) {
        int64_t first = from[0], second = from[1];
        to[0] = first;
        to[1] = second;
    }
    if (word_count > 0) {
        *to = *from;
    }
}

static inline int64_t *cpu_current_block(void) {
    int64_t *block;
    __asm__("mrs %0, tpidr_el1" : "=r"(block));
    return block;
}

static inline void cpu_set_context(void *context) {
    cpu_current_block()[CPU_CONTEXT / 8] = (int64_t) context;
}

static inline void *cpu_context(void) {
    return (void *) cpu_current_block()[CPU_CONTEXT / 8];
}

static inline int64_t cpu_stack_pointer(void) {
    int64_t value;
    __asm__ volatile("mov %0, sp" : "=r"(value));
    return value;
}

/* Addresses that the linker script and the assembly files define. */
#define CPU_SYMBOL(name)                       \
    extern char name[];                        \
    static inline int64_t cpu_symbol_##name(void) { return (int64_t) name; }

CPU_SYMBOL(image_start)
CPU_SYMBOL(text_end)
CPU_SYMBOL(rodata_end)
CPU_SYMBOL(image_end)
CPU_SYMBOL(kernel_stack_guard)
CPU_SYMBOL(kernel_stack_top)
CPU_SYMBOL(direct_directory)
CPU_SYMBOL(direct_pointers)
CPU_SYMBOL(empty_table)
CPU_SYMBOL(kernel_table)
CPU_SYMBOL(device_table)
CPU_SYMBOL(symbol_table)

extern int64_t image_offset, device_tree;
static inline int64_t cpu_image_offset(void) {
    return image_offset;
}

static inline int64_t cpu_device_tree(void) {
    return device_tree;
}

void *edgex_kernel_seal_heap(void);
static inline int64_t cpu_seal_heap(void) {
    return (int64_t) edgex_kernel_seal_heap();
}

int64_t boot_probe(int64_t address);
void edgex_fpu_save(int64_t area);
void edgex_fpu_restore(int64_t area);
void enter_user(void) __attribute__((noreturn));

#endif
#endif
