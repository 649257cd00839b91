// Registers in device memory, which the kernel maps so that accesses keep their order and their width.
#pragma once
#include <stdint.h>

#define EDGEX_DEVICE_ACCESS(bits) \
    static inline int32_t edgex_device_read##bits(int64_t address) { \
        return (int32_t) *(volatile uint##bits##_t*) address; \
    } \
    static inline void edgex_device_write##bits(int64_t address, int32_t value) { \
        *(volatile uint##bits##_t*) address = (uint##bits##_t) value; \
    }

EDGEX_DEVICE_ACCESS(8)
EDGEX_DEVICE_ACCESS(16)
EDGEX_DEVICE_ACCESS(32)
