/* Memory that boot.S fills and Java completes: page tables, per-CPU data, what firmware said. */
#include "cpu.h"

/* The kernel is compiled as a whole program; these are reached by assembly, too. */
#define VISIBLE __attribute__((externally_visible))
#define PAGE VISIBLE __attribute__((aligned(4096)))

char top_table[4096] PAGE;
char kernel_pointers[4096] PAGE;
char kernel_directory[4096] PAGE;
char kernel_table[4096] PAGE;
char device_table[4096] PAGE;
char direct_pointers[4096] PAGE;
char direct_directory[4096] PAGE;
char direct_table[4096] PAGE;
char boot_table[4096] PAGE;
char boot_pointers[4096] PAGE;
char empty_table[4096] PAGE;

char cpu_block[CPU_BLOCK_BYTES] VISIBLE __attribute__((aligned(64)));

/* Distance of the linked image from its physical address; physical address of the device tree. */
VISIBLE int64_t image_offset, device_tree;
