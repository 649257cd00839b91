// Where the serial lines of the usual board are: console, then host link. edgex.tests.harness.SerialLineTable names
// the columns.
#pragma once
#include <stdint.h>

static inline int64_t edgex_serial_line_word(int32_t line, int32_t word) {
    static const int64_t table[][8] = {
        {0, 0x3f8, 5, 0x20, 0x20, 0, 0, 4},  // 16550
        {0, 0x2f8, 5, 0x20, 0x20, 0, 0, 3},  // 16550
    };
    return table[line][word];
}
