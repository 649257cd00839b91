/*
 * Switches between two threads of one process, one way: the measuring thread reads the counter,
 * gives the processor away, and the other thread reads the counter when it comes to run.
 */
#include <pthread.h>
#include <sched.h>
#include <sys/eventfd.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include "peer.h"

static volatile uint64_t switch_start, switch_end;
static volatile int finished;
static int event;

static void start_thread(pthread_t *thread, void *(*body)(void *)) {
  finished = 0;
  if (pthread_create(thread, NULL, body, NULL) != 0) {
    fail("pthread_create");
  }
}

static void *wait_for_event(void *unused) {
  set_priority(PRIORITY_WOKEN);
  while (!finished) {
    uint64_t count;
    long bytes = raw_call(SYS_read, event, (long)&count, sizeof count);
    switch_end = read_counter();
    if (bytes != sizeof count) {
      fail("read eventfd");
    }
  }
  return unused;
}

static void measure_event_wake(void) {
  uint64_t one = 1;
  pthread_t waiter;
  event = eventfd(0, 0);
  if (event < 0) {
    fail("eventfd");
  }
  start_thread(&waiter, wait_for_event);
  /* The waiter is of our priority until it has raised its own: let it come to its first wait. */
  sched_yield();
  for (int round = 0; round < ROUNDS; round++) {
    switch_end = 0;
    uint64_t start = read_counter();
    raw_call(SYS_write, event, (long)&one, sizeof one);
    /* The waiter has the higher priority: it has run before the write returns. */
    note_sample(round, start, switch_end);
  }
  finished = 1;
  raw_call(SYS_write, event, (long)&one, sizeof one);
  pthread_join(waiter, NULL);
  close(event);
  report_samples("linux.eventfd.wake");
}

static void *yield_back(void *unused) {
  while (!finished) {
    switch_end = read_counter();
    raw_call(SYS_sched_yield, 0, 0, 0);
  }
  return unused;
}

static void measure_yield(void) {
  pthread_t partner;
  start_thread(&partner, yield_back);
  for (int round = 0; round < ROUNDS; round++) {
    switch_end = 0;
    uint64_t start = read_counter();
    raw_call(SYS_sched_yield, 0, 0, 0);
    note_sample(round, start, switch_end);
  }
  finished = 1;
  pthread_join(partner, NULL);
  report_samples("linux.sched_yield.switch");
}

/* Not a divisor of the kernel's tick of 4 ms, so that few of our interrupts fall together with it. */
enum { TIMER_NANOS = 1300000 };

static void *wait_for_timer(void *unused) {
  struct itimerspec delay = {.it_value = {.tv_nsec = TIMER_NANOS}};
  int timer = timerfd_create(CLOCK_MONOTONIC, 0);
  set_priority(PRIORITY_WOKEN);
  for (int round = 0; round < ROUNDS; round++) {
    uint64_t expirations;
    if (timer < 0 || timerfd_settime(timer, 0, &delay, NULL) != 0) {
      fail("timerfd");
    }
    long bytes = raw_call(SYS_read, timer, (long)&expirations, sizeof expirations);
    switch_end = read_counter();
    if (bytes != sizeof expirations) {
      fail("read timerfd");
    }
    note_sample(round, switch_start, switch_end);
  }
  close(timer);
  finished = 1;
  return unused;
}

/* The interrupted thread reads the counter in a loop: its last reading is when the timer struck. */
static void measure_timer_interrupt(void) {
  pthread_t waiter;
  start_thread(&waiter, wait_for_timer);
  sched_yield();
  while (!finished) {
    switch_start = read_counter();
  }
  pthread_join(waiter, NULL);
  report_samples("linux.timerfd.wake");
}

void measure_threads(void) {
  measure_event_wake();
  measure_yield();
  measure_timer_interrupt();
}
