// AES and its counter mode by the processor's instructions, eight registers at a time. The including
// file defines
//   VECTOR                 a register of BLOCKS blocks, with the operator ^
//   LOAD(p), STORE(p, v)   from and to memory at any address
//   SHUFFLE(v, order)      in every block, the bytes of v at the places that order has, 0 to 15
//   ROUND_KEY(p)           16 bytes in every block of a register
//   ROUND(v, k), LAST_ROUND(v, k), BACK_ROUND(v, k), LAST_BACK_ROUND(v, k)
//                          the rounds of the cipher and of the equivalent inverse cipher (FIPS 197, 5.3.5)
// and for one block
//   SUBSTITUTE(v)          the last round with a key of zeros
//   INVERSE_MIX(k)         a round key for BACK_ROUND
//
// A schedule holds the round keys of the cipher from its byte 0 on, those of the inverse cipher, in the
// order in which they are used, from byte 256 on.
enum { AES_BLOCK = 16, AES_BACK = 256, AES_BATCH = 8, AES_BATCH_BYTES = AES_BATCH * BLOCKS * AES_BLOCK };

// The compiler may not drop this.
static inline void aes_wipe(void *memory, int bytes) {
    memset(memory, 0, bytes);
    __asm__ volatile("" : : "r"(memory) : "memory");
}

static inline __attribute__((always_inline)) void aes_rounds(
    VECTOR v[AES_BATCH], const uint8_t *keys, int rounds) {
    VECTOR key = ROUND_KEY(keys);
    for (int i = 0; i < AES_BATCH; i++) {
        v[i] ^= key;
    }
    for (int round = 1; round < rounds; round++) {
        key = ROUND_KEY(keys + AES_BLOCK * round);
        for (int i = 0; i < AES_BATCH; i++) {
            v[i] = ROUND(v[i], key);
        }
    }
    key = ROUND_KEY(keys + AES_BLOCK * rounds);
    for (int i = 0; i < AES_BATCH; i++) {
        v[i] = LAST_ROUND(v[i], key);
    }
}

static void aes_batch(const uint8_t *keys, int rounds, const uint8_t *input, uint8_t *output) {
    VECTOR v[AES_BATCH];
    for (int i = 0; i < AES_BATCH; i++) {
        v[i] = LOAD(input + i * sizeof v[0]);
    }
    aes_rounds(v, keys, rounds);
    for (int i = 0; i < AES_BATCH; i++) {
        STORE(output + i * sizeof v[0], v[i]);
    }
}

static void aes_batch_back(const uint8_t *keys, int rounds, const uint8_t *input, uint8_t *output) {
    VECTOR v[AES_BATCH];
    VECTOR key = ROUND_KEY(keys);
    for (int i = 0; i < AES_BATCH; i++) {
        v[i] = LOAD(input + i * sizeof v[0]) ^ key;
    }
    for (int round = 1; round < rounds; round++) {
        key = ROUND_KEY(keys + AES_BLOCK * round);
        for (int i = 0; i < AES_BATCH; i++) {
            v[i] = BACK_ROUND(v[i], key);
        }
    }
    key = ROUND_KEY(keys + AES_BLOCK * rounds);
    for (int i = 0; i < AES_BATCH; i++) {
        STORE(output + i * sizeof v[0], LAST_BACK_ROUND(v[i], key));
    }
}

// Blocks that do not fill a batch are computed in one that zeros fill.
static inline __attribute__((always_inline)) void aes_blocks(
    void (*batch)(const uint8_t *, int, const uint8_t *, uint8_t *), const uint8_t *keys, int rounds,
    const uint8_t *input, uint8_t *output, int blocks) {
    int bytes = blocks * AES_BLOCK;
    for (; bytes >= AES_BATCH_BYTES; bytes -= AES_BATCH_BYTES) {
        batch(keys, rounds, input, output);
        input += AES_BATCH_BYTES;
        output += AES_BATCH_BYTES;
    }
    if (bytes > 0) {
        uint8_t rest[AES_BATCH_BYTES] = {0};
        memcpy(rest, input, bytes);
        batch(keys, rounds, rest, rest);
        memcpy(output, rest, bytes);
        aes_wipe(rest, sizeof rest);
    }
}

static void aes_encrypt(
    const uint64_t *schedule, int rounds, const uint8_t *input, uint8_t *output, int blocks) {
    aes_blocks(aes_batch, (const uint8_t *) schedule, rounds, input, output, blocks);
}

static void aes_decrypt(
    const uint64_t *schedule, int rounds, const uint8_t *input, uint8_t *output, int blocks) {
    aes_blocks(
        aes_batch_back, (const uint8_t *) schedule + AES_BACK, rounds, input, output, blocks);
}

typedef uint32_t aes_words __attribute__((vector_size(sizeof(VECTOR))));
typedef uint8_t aes_bytes __attribute__((vector_size(sizeof(VECTOR))));

// Adds key stream to a batch, or to its first bytes; returns the counters of the batch after it. In
// them the word that counts is a number of the processor.
static inline __attribute__((always_inline)) aes_words aes_stream_batch(
    const uint8_t *keys, int rounds, aes_words counters, aes_words step, aes_bytes order,
    const uint8_t *input, uint8_t *output) {
    VECTOR v[AES_BATCH];
    for (int i = 0; i < AES_BATCH; i++) {
        v[i] = SHUFFLE((VECTOR) counters, (VECTOR) order);
        counters += step;
    }
    aes_rounds(v, keys, rounds);
    for (int i = 0; i < AES_BATCH; i++) {
        STORE(output + i * sizeof v[0], LOAD(input + i * sizeof v[0]) ^ v[i]);
    }
    return counters;
}

static inline __attribute__((always_inline)) void aes_stream(
    const uint8_t *keys, int rounds, const uint32_t first[4], int word, aes_bytes order,
    const uint8_t *input, uint8_t *output, int bytes) {
    aes_words counters, step = {0};
    for (int block = 0; block < BLOCKS; block++) {
        for (int i = 0; i < 4; i++) {
            counters[4 * block + i] = first[i] + (i == word ? block : 0);
        }
        step[4 * block + word] = BLOCKS;
    }
    for (; bytes >= AES_BATCH_BYTES; bytes -= AES_BATCH_BYTES) {
        counters = aes_stream_batch(keys, rounds, counters, step, order, input, output);
        input += AES_BATCH_BYTES;
        output += AES_BATCH_BYTES;
    }
    if (bytes > 0) {
        uint8_t rest[AES_BATCH_BYTES] = {0};
        memcpy(rest, input, bytes);
        aes_stream_batch(keys, rounds, counters, step, order, rest, rest);
        memcpy(output, rest, bytes);
        aes_wipe(rest, sizeof rest);
    }
}

// See AesPrimitive.addStream: at place 0 the first word counts, at place 1 the last one, whose bytes
// are the other way round.
static void aes_add_stream(
    const uint64_t *schedule, int rounds, uint8_t *counter, int place, const uint8_t *input,
    uint8_t *output, int blocks) {
    const uint8_t *keys = (const uint8_t *) schedule;
    uint32_t first[4];
    memcpy(first, counter, AES_BLOCK);
    aes_bytes order;
    for (int i = 0; i < (int) sizeof order; i++) {
        int byte = i % AES_BLOCK;
        order[i] = place == 1 && byte >= 12 ? byte ^ 3 : byte;
    }
    if (place == 1) {
        first[3] = __builtin_bswap32(first[3]);
        aes_stream(keys, rounds, first, 3, order, input, output, blocks * AES_BLOCK);
        first[3] = __builtin_bswap32(first[3] + blocks);
    } else {
        aes_stream(keys, rounds, first, 0, order, input, output, blocks * AES_BLOCK);
        first[0] += blocks;
    }
    memcpy(counter, first, AES_BLOCK);
}
