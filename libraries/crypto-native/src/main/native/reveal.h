// Where a secret may decide what happens next: see RevealPrimitive in libraries/crypto. Nothing but in
// programs that run under valgrind's memcheck with secrets marked as undefined, which are compiled with
// EDGEX_CRYPTO_TRACK_SECRETS: there a revealed value is marked as defined.
#pragma once
#include <stdint.h>
#ifdef EDGEX_CRYPTO_TRACK_SECRETS
#include <valgrind/memcheck.h>
#endif

static inline void edgex_crypto_reveal(void *memory, int32_t bytes) {
#ifdef EDGEX_CRYPTO_TRACK_SECRETS
    (void) VALGRIND_MAKE_MEM_DEFINED(memory, bytes);
#else
    (void) memory;
    (void) bytes;
#endif
}

static inline int32_t edgex_crypto_revealed(int32_t number) {
    edgex_crypto_reveal(&number, sizeof number);
    return number;
}
