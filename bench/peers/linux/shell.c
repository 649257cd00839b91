/*
 * What a user of the machine sees: how long until a BusyBox shell prompts, and how much memory is
 * gone by then. The kernel's own sections are read on the same occasion.
 */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "peer.h"

static const char prompt[] = "edgex-peer-prompt";

/* Starts an interactive BusyBox shell over two pipes and returns when it has prompted. */
static pid_t start_shell(int *shell_input) {
  int input[2], output[2];
  if (pipe(input) != 0 || pipe(output) != 0) {
    fail("pipe for the shell");
  }
  pid_t shell = fork();
  if (shell < 0) {
    fail("fork the shell");
  }
  if (shell == 0) {
    dup2(input[0], 0), dup2(output[1], 1), dup2(output[1], 2);
    close(input[1]), close(output[0]);
    setenv("PS1", prompt, 1);
    execl("/bin/busybox", "sh", "-i", NULL);
    _exit(127);
  }
  close(input[0]), close(output[1]);
  char seen[4096] = "";
  size_t length = 0;
  while (strstr(seen, prompt) == NULL) {
    ssize_t bytes = read(output[0], seen + length, sizeof seen - 1 - length);
    if (bytes <= 0) {
      fail("wait for the prompt of BusyBox");
    }
    length += bytes;
    seen[length] = 0;
  }
  close(output[0]);
  *shell_input = input[1];
  return shell;
}

/* The value in bytes of the line "FIELD:   N kB" of /proc/meminfo. */
static uint64_t memory_field(const char *field) {
  char line[256];
  unsigned long long kibibytes;
  FILE *file = fopen("/proc/meminfo", "r");
  if (file == NULL) {
    fail("open /proc/meminfo");
  }
  while (fgets(line, sizeof line, file) != NULL) {
    if (strncmp(line, field, strlen(field)) == 0 &&
        sscanf(line + strlen(field), ": %llu kB", &kibibytes) == 1) {
      fclose(file);
      return kibibytes * 1024;
    }
  }
  fail(field);
}

/* All RAM of the machine, of which Linux itself shows only what it left over after boot. */
static uint64_t machine_bytes(void) {
  const char *bytes = getenv("MACHINE_BYTES");
  if (bytes == NULL) {
    errno = EINVAL;
    fail("MACHINE_BYTES=N on the kernel's command line");
  }
  return strtoull(bytes, NULL, 10);
}

/* The size of the kernel's section that /proc/iomem calls "Kernel LABEL". */
static uint64_t kernel_section(const char *label) {
  char line[256];
  unsigned long long first, last;
  FILE *file = fopen("/proc/iomem", "r");
  if (file == NULL) {
    fail("open /proc/iomem");
  }
  while (fgets(line, sizeof line, file) != NULL) {
    char *found = strstr(line, label);
    if (found != NULL && sscanf(line, " %llx-%llx", &first, &last) == 2 && last > first) {
      fclose(file);
      return last - first + 1;
    }
  }
  fail(label);
}

void measure_shell(void) {
  int input;
  pid_t shell = start_shell(&input);
  uint64_t prompted = read_counter();
  uint64_t available = memory_field("MemAvailable");
  report_single("linux.boot_to_prompt", "nanoseconds", prompted);
  report_single("linux.ram", "bytes", machine_bytes() - available);
  report_single("linux.kernel.text", "bytes", kernel_section("Kernel code"));
  report_single("linux.kernel.rodata", "bytes", kernel_section("Kernel rodata"));
  report_single("linux.kernel.data", "bytes", kernel_section("Kernel data"));
  report_single("linux.kernel.bss", "bytes", kernel_section("Kernel bss"));
  close(input);
  kill(shell, SIGKILL);
  waitpid(shell, NULL, 0);
}
