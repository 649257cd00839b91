// Where the serial lines of the usual board are: console, then host link. edgex.tests.harness.SerialLineTable names
// the columns.
#pragma once
#include <stdint.h>

static inline int64_t edgex_serial_line_word(int32_t line, int32_t word) {
    static const int64_t table[][8] = {
        {1, 0x10000000, 5, 0x20, 0x20, 0, 0, 10},  // 16550
        {1, 0x3001000, 5, 0x20, 0x20, 0x30008000, 0x1000, 33},  // 16550 behind PCI
    };
    return table[line][word];
}
