// The compression functions of SHA-2; the schedule is kept in 16 words.
#define ROTATE32(x, n) ((x) >> (n) | (x) << (32 - (n)))
#define ROTATE64(x, n) ((x) >> (n) | (x) << (64 - (n)))

static void sha256(uint32_t *state, const uint8_t *input, int blocks) {
    for (int block = 0; block < blocks; block++, input += 64) {
        uint32_t w[16];
        for (int i = 0; i < 16; i++) {
            memcpy(&w[i], input + 4 * i, 4);
            w[i] = __builtin_bswap32(w[i]);
        }
        uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
        uint32_t e = state[4], f = state[5], g = state[6], h = state[7];
#pragma GCC unroll 16
        for (int i = 0; i < 64; i++) {
            if (i >= 16) {
                uint32_t w15 = w[(i + 1) & 15], w2 = w[(i + 14) & 15];
                w[i & 15] += (ROTATE32(w15, 7) ^ ROTATE32(w15, 18) ^ w15 >> 3) + w[(i + 9) & 15]
                    + (ROTATE32(w2, 17) ^ ROTATE32(w2, 19) ^ w2 >> 10);
            }
            uint32_t t1 = h + (ROTATE32(e, 6) ^ ROTATE32(e, 11) ^ ROTATE32(e, 25))
                + (g ^ (e & (f ^ g))) + (uint32_t) (SHA2_CONSTANTS[i] >> 32) + w[i & 15];
            uint32_t t2 = (ROTATE32(a, 2) ^ ROTATE32(a, 13) ^ ROTATE32(a, 22))
                + ((a & b) ^ (c & (a ^ b)));
            h = g; g = f; f = e; e = d + t1; d = c; c = b; b = a; a = t1 + t2;
        }
        state[0] += a; state[1] += b; state[2] += c; state[3] += d;
        state[4] += e; state[5] += f; state[6] += g; state[7] += h;
    }
}

static void sha512(uint64_t *state, const uint8_t *input, int blocks) {
    for (int block = 0; block < blocks; block++, input += 128) {
        uint64_t w[16];
        for (int i = 0; i < 16; i++) {
            memcpy(&w[i], input + 8 * i, 8);
            w[i] = __builtin_bswap64(w[i]);
        }
        uint64_t a = state[0], b = state[1], c = state[2], d = state[3];
        uint64_t e = state[4], f = state[5], g = state[6], h = state[7];
#pragma GCC unroll 16
        for (int i = 0; i < 80; i++) {
            if (i >= 16) {
                uint64_t w15 = w[(i + 1) & 15], w2 = w[(i + 14) & 15];
                w[i & 15] += (ROTATE64(w15, 1) ^ ROTATE64(w15, 8) ^ w15 >> 7) + w[(i + 9) & 15]
                    + (ROTATE64(w2, 19) ^ ROTATE64(w2, 61) ^ w2 >> 6);
            }
            uint64_t t1 = h + (ROTATE64(e, 14) ^ ROTATE64(e, 18) ^ ROTATE64(e, 41))
                + (g ^ (e & (f ^ g))) + SHA2_CONSTANTS[i] + w[i & 15];
            uint64_t t2 = (ROTATE64(a, 28) ^ ROTATE64(a, 34) ^ ROTATE64(a, 39))
                + ((a & b) ^ (c & (a ^ b)));
            h = g; g = f; f = e; e = d + t1; d = c; c = b; b = a; a = t1 + t2;
        }
        state[0] += a; state[1] += b; state[2] += c; state[3] += d;
        state[4] += e; state[5] += f; state[6] += g; state[7] += h;
    }
}
