// Waits until the standard input ends.
#pragma once
#include <unistd.h>

static inline void edgex_wait_for_end_of_input(void) {
    char ignored;
    while (read(STDIN_FILENO, &ignored, 1) > 0) {
    }
}
