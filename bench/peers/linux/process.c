/* The null system call, and the life of a process. */
#include "peer.h"

static void measure_getppid(void) {
  for (int round = 0; round < ROUNDS; round++) {
    uint64_t start = read_counter();
    raw_call(SYS_getppid, 0, 0, 0);
    uint64_t end = read_counter();
    note_sample(round, start, end);
  }
  report_samples("linux.getppid");
}

static void measure_fork(void) {
  for (int round = 0; round < ROUNDS; round++) {
    int status = -1;
    uint64_t start = read_counter();
    long child = raw_call(SYS_fork, 0, 0, 0);
    if (child == 0) {
      raw_call(SYS_exit_group, 0, 0, 0);
    }
    long reaped = raw_call(SYS_wait4, child, (long)&status, 0);
    uint64_t end = read_counter();
    if (child < 0 || reaped != child || status != 0) {
      fail("fork + exit + wait");
    }
    note_sample(round, start, end);
  }
  report_samples("linux.fork_exit_wait");
}

void measure_processes(void) {
  measure_getppid();
  measure_fork();
}
