/*
 * Round trips between two processes: the measuring one sends, its child answers with as many bytes.
 * Both are SCHED_FIFO at the same priority, so each runs until it waits for the other.
 */
#include <errno.h>
#include <linux/futex.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "peer.h"

enum { SMALL_MESSAGE = 32, LARGE_MESSAGE = 512, PAGE_BYTES = 4096 };

static char message[LARGE_MESSAGE];

/* Two one-way channels; for a socket pair both directions are one descriptor each side. */
struct channel {
  int caller_reads, caller_writes, server_reads, server_writes;
};

static void serve(const struct channel *channel, long bytes) {
  while (raw_call(SYS_read, channel->server_reads, (long)message, bytes) == bytes &&
         raw_call(SYS_write, channel->server_writes, (long)message, bytes) == bytes) {
  }
  _exit(0);
}

static void end_partner(pid_t partner) {
  kill(partner, SIGKILL);
  if (waitpid(partner, NULL, 0) != partner) {
    fail("wait for the partner process");
  }
}

static void measure_channel(const char *name, const struct channel *channel, long bytes) {
  pid_t partner = fork();
  if (partner < 0) {
    fail("fork the partner process");
  }
  if (partner == 0) {
    serve(channel, bytes);
  }
  for (int round = 0; round < ROUNDS; round++) {
    uint64_t start = read_counter();
    long sent = raw_call(SYS_write, channel->caller_writes, (long)message, bytes);
    long received = raw_call(SYS_read, channel->caller_reads, (long)message, bytes);
    uint64_t end = read_counter();
    if (sent != bytes || received != bytes) {
      fail(name);
    }
    note_sample(round, start, end);
  }
  end_partner(partner);
  report_samples(name);
}

static void measure_pipe(const char *name, long bytes) {
  int request[2], reply[2];
  if (pipe(request) != 0 || pipe(reply) != 0) {
    fail("pipe");
  }
  struct channel channel = {reply[0], request[1], request[0], reply[1]};
  measure_channel(name, &channel, bytes);
  close(request[0]), close(request[1]), close(reply[0]), close(reply[1]);
}

static void measure_unix_socket(const char *name, long bytes) {
  int pair[2];
  if (socketpair(AF_UNIX, SOCK_STREAM, 0, pair) != 0) {
    fail("socketpair");
  }
  struct channel channel = {pair[0], pair[0], pair[1], pair[1]};
  measure_channel(name, &channel, bytes);
  close(pair[0]), close(pair[1]);
}

/* Waits until *WORD is no longer SEEN. */
static void futex_wait(volatile int *word, int seen) {
  while (*word == seen) {
    long result = raw_call(SYS_futex, (long)word, FUTEX_WAIT, seen);
    if (result != 0 && result != -EAGAIN) {
      fail("futex wait");
    }
  }
}

static void futex_set(volatile int *word, int value) {
  *word = value;
  raw_call(SYS_futex, (long)word, FUTEX_WAKE, 1);
}

/* Shared memory and two futex words: what a careful engineer builds when pipes are too slow. */
static void measure_futex(void) {
  volatile int *words =
      mmap(NULL, PAGE_BYTES, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (words == MAP_FAILED) {
    fail("mmap shared words");
  }
  pid_t partner = fork();
  if (partner < 0) {
    fail("fork the partner process");
  }
  if (partner == 0) {
    for (int turn = 0;; turn++) {
      futex_wait(&words[0], turn);
      futex_set(&words[1], turn + 1);
    }
  }
  for (int round = 0; round < ROUNDS; round++) {
    uint64_t start = read_counter();
    futex_set(&words[0], round + 1);
    futex_wait(&words[1], round);
    uint64_t end = read_counter();
    note_sample(round, start, end);
  }
  end_partner(partner);
  munmap((void *)words, PAGE_BYTES);
  report_samples("linux.futex.roundtrip");
}

void measure_messages(void) {
  measure_pipe("linux.pipe.roundtrip", SMALL_MESSAGE);
  measure_pipe("linux.pipe512.roundtrip", LARGE_MESSAGE);
  measure_unix_socket("linux.unix.roundtrip", SMALL_MESSAGE);
  measure_futex();
}
