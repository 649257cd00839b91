/* Memory that boot.S fills and Java completes: page tables, descriptor tables, per-CPU data. */
#include "cpu.h"

/* The kernel is compiled as a whole program; these are reached by assembly, too. */
#define VISIBLE __attribute__((externally_visible))
#define PAGE VISIBLE __attribute__((aligned(4096)))
#define CACHE_LINE VISIBLE __attribute__((aligned(64)))
#define FAULT_STACKS 3
#define FAULT_STACK_BYTES 2048

char top_table[4096] PAGE;
char kernel_pointers[4096] PAGE;
char kernel_directory[4096] PAGE;
char kernel_table[4096] PAGE;
char device_table[4096] PAGE;
char direct_pointers[4096] PAGE;
char direct_directory[4096] PAGE;
char direct_table[4096] PAGE;
char interrupt_table[4096] PAGE;

/* Stacks of the faults that come at any time: NMI, double fault, machine check. */
char fault_stacks[FAULT_STACKS * FAULT_STACK_BYTES] CACHE_LINE;
char task_state[104] CACHE_LINE;
char cpu_block[CPU_BLOCK_BYTES] CACHE_LINE;
