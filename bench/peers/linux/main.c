/*
 * The first process of the Linux guest: measures the kernel under it and powers the machine off.
 * Every line it prints starts with PREFIX, so that the host can tell them from the kernel's own:
 *
 *   @peer release RELEASE              the running kernel
 *   @peer calibration EXPECTED ACTUAL  instructions of a loop of known length; actual = counted
 *   @peer result NAME UNIT VALUE...    one value for each sample
 *   @peer error TEXT                   nothing that follows may be used
 *   @peer end                          all was measured
 */
#include <errno.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/reboot.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

#include "peer.h"

#define PREFIX "@peer "

enum { CALIBRATION_TURNS = 100000 };

uint64_t counter_overhead;

static uint64_t samples[SAMPLES];

void fail(const char *what) {
  printf(PREFIX "error %s: %s\n", what, strerror(errno));
  fflush(stdout);
  if (getpid() != 1) {
    _exit(1);
  }
  reboot(RB_POWER_OFF);
  abort();
}

void note_sample(int round, uint64_t start, uint64_t end) {
  if (end < start + counter_overhead) {
    errno = ERANGE;
    fail("the counter ran backwards, or a partner did not run");
  }
  if (round >= WARM_UP) {
    samples[round - WARM_UP] = end - start - counter_overhead;
  }
}

void report_samples(const char *name) {
  printf(PREFIX "result %s instructions", name);
  for (int sample = 0; sample < SAMPLES; sample++) {
    printf(" %llu", (unsigned long long)samples[sample]);
  }
  printf("\n");
  memset(samples, 0, sizeof samples);
}

void report_single(const char *name, const char *unit, uint64_t value) {
  printf(PREFIX "result %s %s %llu\n", name, unit, (unsigned long long)value);
}

void set_priority(int priority) {
  struct sched_param parameters = {.sched_priority = priority};
  if (sched_setscheduler(0, SCHED_FIFO, &parameters) != 0) {
    fail("sched_setscheduler");
  }
}

static uint64_t least(uint64_t left, uint64_t right) { return left < right ? left : right; }

/* Counts a loop of 1 + 2 * CALIBRATION_TURNS instructions; an interrupt can only make it longer. */
static void calibrate(void) {
  uint64_t counted = UINT64_MAX;
  counter_overhead = UINT64_MAX;
  for (int round = 0; round < ROUNDS; round++) {
    uint64_t start = read_counter();
    uint64_t end = read_counter();
    counter_overhead = least(counter_overhead, end - start);
  }
  for (int round = 0; round < ROUNDS; round++) {
    uint64_t start = read_counter();
    __asm__ volatile(
        "mov %0, %%ecx\n"
        "0: dec %%ecx\n"
        "jnz 0b\n"
        :
        : "i"(CALIBRATION_TURNS)
        : "rcx", "cc", "memory");
    uint64_t end = read_counter();
    counted = least(counted, end - start - counter_overhead);
  }
  printf(PREFIX "calibration %d %llu\n", 1 + 2 * CALIBRATION_TURNS, (unsigned long long)counted);
}

/* A real-time thread may use the whole processor: no pause of 50 ms in each second. */
static void forbid_throttling(void) {
  FILE *file = fopen("/proc/sys/kernel/sched_rt_runtime_us", "w");
  if (file == NULL || fputs("-1", file) < 0 || fclose(file) != 0) {
    fail("switch real-time throttling off");
  }
}

static void measure_all(void) {
  set_priority(PRIORITY_MEASURING);
  calibrate();
  measure_processes();
  measure_memory();
  measure_messages();
  measure_threads();
}

int main(void) {
  uint64_t booted = read_counter();
  int status = -1;
  struct utsname name;
  if (getpid() != 1) {
    fprintf(stderr, "this is the first process of a guest; it would switch this machine off\n");
    return 2;
  }
  if (mount("proc", "/proc", "proc", 0, NULL) != 0 || uname(&name) != 0) {
    fail("mount /proc");
  }
  setvbuf(stdout, NULL, _IOLBF, BUFSIZ);
  printf(PREFIX "release %s\n", name.release);
  report_single("linux.boot_to_init", "nanoseconds", booted);
  measure_shell();
  forbid_throttling();
  pid_t child = fork();
  if (child == 0) {
    measure_all();
    exit(0);
  }
  if (child < 0 || waitpid(child, &status, 0) != child || status != 0) {
    fail("the measuring process did not end well");
  }
  printf(PREFIX "end\n");
  fflush(stdout);
  reboot(RB_POWER_OFF);
  fail("power off");
}
