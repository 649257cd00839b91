// Keccak with one state in scalar registers, and with SIDE_BY_SIDE states, two or four, in vectors.
#define ROTATE(x, n) ((x) << (n) | (x) >> (64 - (n)))

#define LANE uint64_t
#define PERMUTE permute_one
#include "keccak-rounds.h"
#undef LANE
#undef PERMUTE

#if SIDE_BY_SIDE > 1
typedef uint64_t side_by_side __attribute__((vector_size(8 * SIDE_BY_SIDE)));

#define LANE side_by_side
#define PERMUTE permute_lanes
#include "keccak-rounds.h"
#undef LANE
#undef PERMUTE
#endif

static void keccak_permute(uint64_t *state, int rounds) {
    permute_one(state, rounds);
}

// Words are little endian on every architecture of the system.
static void keccak_absorb(
    uint64_t *state, int rounds, int rate_bytes, const uint8_t *input, int blocks) {
    for (int block = 0; block < blocks; block++) {
        for (int lane = 0; lane < rate_bytes / 8; lane++) {
            uint64_t word;
            memcpy(&word, input + 8 * lane, 8);
            state[lane] ^= word;
        }
        input += rate_bytes;
        permute_one(state, rounds);
    }
}

static void squeeze_one(
    uint64_t *state, int rounds, int rate_bytes, uint8_t *output, int blocks) {
    for (int block = 0; block < blocks; block++) {
        permute_one(state, rounds);
        memcpy(output, state, rate_bytes);
        output += rate_bytes;
    }
}

#if SIDE_BY_SIDE > 1
static void squeeze_side_by_side(
    uint64_t *states, int count, int rounds, int rate_bytes, uint8_t *output, int stride_bytes,
    int blocks) {
    side_by_side lanes[25];
    for (int lane = 0; lane < 25; lane++) {
        for (int s = 0; s < SIDE_BY_SIDE; s++) {
            lanes[lane][s] = states[25 * (s < count ? s : 0) + lane];
        }
    }
    for (int block = 0; block < blocks; block++) {
        permute_lanes(lanes, rounds);
        for (int lane = 0; lane < rate_bytes / 8; lane++) {
            for (int s = 0; s < count; s++) {
                uint64_t word = lanes[lane][s];
                memcpy(output + s * stride_bytes + 8 * lane, &word, 8);
            }
        }
        output += rate_bytes;
    }
    for (int lane = 0; lane < 25; lane++) {
        for (int s = 0; s < count; s++) {
            states[25 * s + lane] = lanes[lane][s];
        }
    }
    // The compiler may not drop this: what it leaves of a secret stays on the stack.
    memset(lanes, 0, sizeof lanes);
    __asm__ volatile("" : : "r"(lanes) : "memory");
}
#endif

static void keccak_squeeze(
    uint64_t *states, int count, int rounds, int rate_bytes, uint8_t *output, int stride_bytes,
    int blocks) {
#if SIDE_BY_SIDE > 1
    while (count > 1) {
        int group = count < SIDE_BY_SIDE ? count : SIDE_BY_SIDE;
        squeeze_side_by_side(states, group, rounds, rate_bytes, output, stride_bytes, blocks);
        states += 25 * group;
        output += group * stride_bytes;
        count -= group;
    }
#endif
    for (int s = 0; s < count; s++) {
        squeeze_one(states + 25 * s, rounds, rate_bytes, output + s * stride_bytes, blocks);
    }
}
