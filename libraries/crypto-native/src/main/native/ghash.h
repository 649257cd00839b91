// GHASH by multiplication without carries, sixteen blocks to a reduction. The including file defines
//   VECTOR, BLOCKS, LOAD(p), SHUFFLE(v, order)
//                             as for aes.h
//   MULTIPLY(a, b, halves)    in every block, the product of a half of a and a half of b: 0x00 of the
//                             lower ones, 0x11 of the upper ones, 0x10 and 0x01 of one each
//   MULTIPLY_BLOCK            the same for one block
//   WIDEN(block)              a register with a block and zeros above it
//   FOLD(v)                   the sum of the blocks of a register
//
// With the bytes of all blocks in reverse order, and the key times x, the hash is POLYVAL (RFC 8452,
// appendix A), whose product is a b / x^128: the bits need no mirroring, and a reduction takes two
// multiplications. A state is the sum (two words, the lower first), the key, and the 16th to the first
// power of the key times x.
enum { GHASH_BATCH = 16, GHASH_POWERS = 4 };

typedef uint64_t ghash_pair __attribute__((vector_size(16)));
typedef uint8_t ghash_block_bytes __attribute__((vector_size(16)));
typedef uint8_t ghash_bytes __attribute__((vector_size(sizeof(VECTOR))));

// x^128 = x^127 + x^126 + x^121 + 1, of which the upper half is this.
static const uint64_t GHASH_POLYNOMIAL = 0xC200000000000000;

static inline ghash_pair ghash_reduce(ghash_pair low, ghash_pair middle, ghash_pair high) {
    ghash_pair zero = {0};
    ghash_pair polynomial = {GHASH_POLYNOMIAL, GHASH_POLYNOMIAL};
    low ^= __builtin_shuffle(zero, middle, (ghash_pair) {0, 2});
    high ^= __builtin_shuffle(middle, zero, (ghash_pair) {1, 2});
    for (int i = 0; i < 2; i++) {
        ghash_pair product = (ghash_pair) MULTIPLY_BLOCK(low, polynomial, 0x00);
        low = __builtin_shuffle(low, (ghash_pair) {1, 0}) ^ product;
    }
    return low ^ high;
}

static ghash_pair ghash_multiply(ghash_pair a, ghash_pair b) {
    ghash_pair low = (ghash_pair) MULTIPLY_BLOCK(a, b, 0x00);
    ghash_pair high = (ghash_pair) MULTIPLY_BLOCK(a, b, 0x11);
    ghash_pair middle = (ghash_pair) MULTIPLY_BLOCK(a, b, 0x01)
        ^ (ghash_pair) MULTIPLY_BLOCK(a, b, 0x10);
    return ghash_reduce(low, middle, high);
}

static void ghash_start(uint64_t *state, const uint8_t *key) {
    uint64_t words[2];
    memcpy(words, key, sizeof words);
    uint64_t high = __builtin_bswap64(words[0]), low = __builtin_bswap64(words[1]);
    state[0] = 0;
    state[1] = 0;
    state[2] = low;
    state[3] = high;
    // Times x, modulo the polynomial.
    uint64_t carry = 0 - (high >> 63);
    ghash_pair first = {low << 1 ^ (carry & 1), (high << 1 | low >> 63) ^ (carry & GHASH_POLYNOMIAL)};
    ghash_pair power = first;
    for (int i = GHASH_BATCH - 1; i >= 0; i--) {
        memcpy(state + GHASH_POWERS + 2 * i, &power, sizeof power);
        power = ghash_multiply(power, first);
    }
}

// The blocks of a batch from number `first` on, a multiple of BLOCKS, added to the sum: the first block
// gets the highest power.
static inline __attribute__((always_inline)) ghash_pair ghash_batch(
    const uint64_t *powers, int first, const uint8_t *input, ghash_pair sum) {
    ghash_bytes reversed;
    for (int i = 0; i < (int) sizeof reversed; i++) {
        reversed[i] = 15 - i % 16;
    }
    VECTOR low = {0}, middle = {0}, high = {0};
    VECTOR added = WIDEN(sum);
    for (int i = first; i < GHASH_BATCH; i += BLOCKS) {
        VECTOR block = SHUFFLE(LOAD(input + 16 * (i - first)), (VECTOR) reversed);
        VECTOR power = LOAD(powers + 2 * i);
        block ^= added;
        added = (VECTOR) {0};
        low ^= MULTIPLY(block, power, 0x00);
        high ^= MULTIPLY(block, power, 0x11);
        middle ^= MULTIPLY(block, power, 0x01) ^ MULTIPLY(block, power, 0x10);
    }
    return ghash_reduce((ghash_pair) FOLD(low), (ghash_pair) FOLD(middle), (ghash_pair) FOLD(high));
}

// The last blocks, behind as many zeros as fill the registers: zeros add nothing.
static ghash_pair ghash_rest(
    const uint64_t *powers, const uint8_t *input, int blocks, ghash_pair sum) {
    uint8_t rest[16 * GHASH_BATCH] = {0};
    int first = (GHASH_BATCH - blocks) / BLOCKS * BLOCKS;
    uint8_t *start = rest + 16 * (GHASH_BATCH - first - blocks);
    memcpy(start, input, 16 * blocks);
    ghash_block_bytes reversed = {15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0};
    ghash_block_bytes block;
    memcpy(&block, start, sizeof block);
    block ^= __builtin_shuffle((ghash_block_bytes) sum, reversed);
    memcpy(start, &block, sizeof block);
    ghash_pair zero = {0};
    sum = ghash_batch(powers, first, rest, zero);
    memset(rest, 0, sizeof rest);
    __asm__ volatile("" : : "r"(rest) : "memory");
    return sum;
}

static void ghash_update(uint64_t *state, const uint8_t *input, int blocks) {
    const uint64_t *powers = state + GHASH_POWERS;
    ghash_pair sum;
    memcpy(&sum, state, sizeof sum);
    for (; blocks >= GHASH_BATCH; blocks -= GHASH_BATCH) {
        sum = ghash_batch(powers, 0, input, sum);
        input += 16 * GHASH_BATCH;
    }
    if (blocks > 0) {
        sum = ghash_rest(powers, input, blocks, sum);
    }
    memcpy(state, &sum, sizeof sum);
}
