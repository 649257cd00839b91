/*
 * What the measuring files share: the instruction counter, raw system calls, and the list of
 * samples that a measurement fills and prints.
 *
 * Under "-icount shift=0,sleep=off" QEMU's time stamp counter advances by one per guest instruction
 * (and jumps over the time in which the processor sleeps), so a difference of two readings is a
 * number of instructions. calibrate() in main.c proves that before anything else is measured.
 */
#ifndef EDGEX_PEER_H
#define EDGEX_PEER_H

#include <stdint.h>
#include <sys/syscall.h>

/* Operations measured one by one, and operations done before that so that caches and pages exist. */
enum { SAMPLES = 64, WARM_UP = 16, ROUNDS = WARM_UP + SAMPLES };

/* SCHED_FIFO priorities: the measuring thread, its partners, and the thread that it wakes. */
enum { PRIORITY_MEASURING = 10, PRIORITY_WOKEN = 20 };

/* Instructions between two neighbouring readings of the counter; measured by calibrate(). */
extern uint64_t counter_overhead;

static inline uint64_t read_counter(void) {
  uint32_t low, high;
  __asm__ volatile("rdtsc" : "=a"(low), "=d"(high) : : "memory");
  return (uint64_t)high << 32 | low;
}

/* A system call without the C library's wrapper, as EdgeX's own stubs are measured. */
static inline long raw_call(long number, long first, long second, long third) {
  /* Futexes and wait4 take a fourth argument, which is a null pointer wherever we use them. */
  register long fourth __asm__("r10") = 0;
  long result;
  __asm__ volatile("syscall"
                   : "=a"(result)
                   : "a"(number), "D"(first), "S"(second), "d"(third), "r"(fourth)
                   : "rcx", "r11", "memory");
  return result;
}

/* Prints WHAT with errno and ends the process, after which the machine is powered off: a half-made measurement must never look like one. */
void fail(const char *what) __attribute__((noreturn));

/* Notes the cost of round ROUND (0..ROUNDS-1), counter readings taken out; the warm-up is dropped. */
void note_sample(int round, uint64_t start, uint64_t end);

/* Prints the samples noted since the last call as the result NAME in instructions. */
void report_samples(const char *name);

/* Prints a result that exists only once. */
void report_single(const char *name, const char *unit, uint64_t value);

/* Makes the calling thread SCHED_FIFO with this priority. */
void set_priority(int priority);

/* The first process's part: counts until the shell prompts, then looks at the memory. */
void measure_shell(void);

/* The parts of its child. A first process would get a kernel message for each caught SIGSEGV. */
void measure_processes(void);
void measure_memory(void);
void measure_messages(void);
void measure_threads(void);

#endif
