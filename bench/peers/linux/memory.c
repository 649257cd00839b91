/* Page faults: one that the kernel answers with a page, one that it hands to the process. */
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <ucontext.h>

#include "peer.h"

enum { PAGE_BYTES = 4096 };

static void measure_touch(const char *name) {
  for (int round = 0; round < ROUNDS; round++) {
    uint64_t start = read_counter();
    char *page = mmap(NULL, PAGE_BYTES, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (page == MAP_FAILED) {
      fail("mmap");
    }
    *(volatile char *)page = 1;
    munmap(page, PAGE_BYTES);
    uint64_t end = read_counter();
    note_sample(round, start, end);
  }
  report_samples(name);
}

/*
 * Twice: in an empty part of the address space, where each mapping brings its page tables and takes
 * them away again, and beside a page that stays, where the tables stay too. The neighbour is shared
 * so that the kernel keeps the two mappings apart.
 */
static void measure_touches(void) {
  measure_touch("linux.mmap_fault_munmap");
  char *neighbour =
      mmap(NULL, PAGE_BYTES, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (neighbour == MAP_FAILED) {
    fail("mmap the neighbour");
  }
  *(volatile char *)neighbour = 1;
  measure_touch("linux.mmap_fault_munmap.neighbour");
  munmap(neighbour, PAGE_BYTES);
}

/* Where the faulting load of measure_segv ends: the handler goes on there. */
extern char after_faulting_load[];

/* The least that a handler can do to get the process going again, as seL4's fault handler does. */
static void skip_faulting_load(int signal, siginfo_t *information, void *context) {
  (void)signal;
  (void)information;
  ((ucontext_t *)context)->uc_mcontext.gregs[REG_RIP] = (greg_t)after_faulting_load;
}

static __attribute__((noinline)) void load_from(const char *address) {
  __asm__ volatile(
      "movb (%0), %%al\n"
      ".globl after_faulting_load\n"
      "after_faulting_load:\n"
      :
      : "r"(address)
      : "rax", "memory");
}

static void measure_segv(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = skip_faulting_load;
  action.sa_flags = SA_SIGINFO;
  char *page = mmap(NULL, PAGE_BYTES, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (page == MAP_FAILED || sigaction(SIGSEGV, &action, NULL) != 0) {
    fail("set up SIGSEGV");
  }
  for (int round = 0; round < ROUNDS; round++) {
    uint64_t start = read_counter();
    load_from(page);
    uint64_t end = read_counter();
    note_sample(round, start, end);
  }
  signal(SIGSEGV, SIG_DFL);
  munmap(page, PAGE_BYTES);
  report_samples("linux.sigsegv.roundtrip");
}

void measure_memory(void) {
  measure_touches();
  measure_segv();
}
