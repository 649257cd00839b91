// Polynomials of ML-DSA: see MlDsaPrimitive.java for ranges. Loops are written so that the compiler
// turns them into vector instructions.
enum { DSA_MODULUS = 8380417, DSA_N = 256 };

static inline int32_t dsa_montgomery(int64_t value) {
    int32_t quotient = (int32_t) ((uint32_t) value * 58728449u);
    return (int32_t) ((value - (int64_t) quotient * DSA_MODULUS) >> 32);
}

// a * b / R. SSE2, all that every x86_64 has, multiplies 32 bits to 64 without signs only: there the
// high half of the signed product comes from the unsigned one, less the other factor where a factor
// is negative.
static inline int32_t dsa_product(int32_t a, int32_t b) {
#if defined(__x86_64__) && !defined(__SSE4_1__)
    uint64_t product = (uint64_t) (uint32_t) a * (uint32_t) b;
    int32_t high = (int32_t) (product >> 32) - (a >> 31 & b) - (b >> 31 & a);
    int32_t quotient = (int32_t) ((uint64_t) (uint32_t) product * 58728449u);
    int32_t back = (int32_t) ((uint64_t) (uint32_t) quotient * DSA_MODULUS >> 32)
        - (quotient >> 31 & DSA_MODULUS);
    return high - back;
#else
    return dsa_montgomery((int64_t) a * b);
#endif
}

static inline int32_t dsa_reduce_one(int32_t value) {
    return value - ((value + (1 << 22)) >> 23) * DSA_MODULUS;
}

static inline void dsa_transpose(int32_t *restrict out, const int32_t *restrict in) {
    for (int row = 0; row < 16; row++) {
        for (int column = 0; column < 16; column++) {
            out[16 * column + row] = in[16 * row + column];
        }
    }
}

static inline void dsa_butterfly_rows(
    int32_t *restrict low, int32_t *restrict high, const int32_t *restrict zeta) {
    for (int j = 0; j < 16; j++) {
        int32_t product = dsa_product(zeta[j], high[j]);
        high[j] = low[j] - product;
        low[j] = low[j] + product;
    }
}

static inline void dsa_inverse_rows(
    int32_t *restrict low, int32_t *restrict high, const int32_t *restrict zeta) {
    for (int j = 0; j < 16; j++) {
        int32_t difference = low[j] - high[j];
        low[j] = low[j] + high[j];
        high[j] = dsa_product(zeta[j], difference);
    }
}

// As for ML-KEM: the last four layers work on the transposed polynomial.
static void dsa_transform(int32_t *p) {
    int k = 1;
    for (int length = 128; length >= 16; length >>= 1) {
        for (int start = 0; start < DSA_N; start += 2 * length) {
            int32_t zeta = DSA_ZETAS[k++];
            for (int j = start; j < start + length; j++) {
                int32_t product = dsa_product(zeta, p[j + length]);
                p[j + length] = p[j] - product;
                p[j] = p[j] + product;
            }
        }
    }
    int32_t columns[DSA_N];
    dsa_transpose(columns, p);
    for (int length = 8; length >= 1; length >>= 1) {
        int blocks = 8 / length;
        for (int block = 0; block < blocks; block++) {
            int32_t zetas[16];
            for (int j = 0; j < 16; j++) {
                zetas[j] = DSA_ZETAS[k + j * blocks + block];
            }
            for (int row = 2 * length * block; row < 2 * length * block + length; row++) {
                dsa_butterfly_rows(columns + 16 * row, columns + 16 * (row + length), zetas);
            }
        }
        k += 16 * blocks;
    }
    dsa_transpose(p, columns);
}

static void dsa_inverse_transform(int32_t *p) {
    int32_t columns[DSA_N];
    dsa_transpose(columns, p);
    int k = 255;
    for (int length = 1; length <= 8; length <<= 1) {
        int blocks = 8 / length;
        for (int block = 0; block < blocks; block++) {
            int32_t zetas[16];
            for (int j = 0; j < 16; j++) {
                zetas[j] = -DSA_ZETAS[k - j * blocks - block];
            }
            for (int row = 2 * length * block; row < 2 * length * block + length; row++) {
                dsa_inverse_rows(columns + 16 * row, columns + 16 * (row + length), zetas);
            }
        }
        k -= 16 * blocks;
    }
    dsa_transpose(p, columns);
    for (int length = 16; length <= 128; length <<= 1) {
        for (int start = 0; start < DSA_N; start += 2 * length) {
            int32_t zeta = -DSA_ZETAS[k--];
            for (int j = start; j < start + length; j++) {
                int32_t difference = p[j] - p[j + length];
                p[j] = p[j] + p[j + length];
                p[j + length] = dsa_product(zeta, difference);
            }
        }
    }
    for (int j = 0; j < DSA_N; j++) {
        p[j] = dsa_product(p[j], 41978);
    }
}

static void dsa_multiply(int32_t *result, const int32_t *a, const int32_t *b, int count) {
    if (count == 1) {
        for (int j = 0; j < DSA_N; j++) {
            result[j] = dsa_product(a[j], b[j]);
        }
        return;
    }
    int64_t sums[DSA_N];
    for (int j = 0; j < DSA_N; j++) {
        sums[j] = (int64_t) a[j] * b[j];
    }
    for (int i = 1; i < count; i++) {
        a += DSA_N;
        b += DSA_N;
        for (int j = 0; j < DSA_N; j++) {
            sums[j] += (int64_t) a[j] * b[j];
        }
    }
    for (int j = 0; j < DSA_N; j++) {
        result[j] = dsa_montgomery(sums[j]);
    }
}

static void dsa_multiply_and_add(
    int32_t *restrict sum, const int32_t *restrict a, const int32_t *restrict b) {
    for (int j = 0; j < DSA_N; j++) {
        sum[j] += dsa_product(a[j], b[j]);
    }
}

static void dsa_add(int32_t *restrict p, const int32_t *restrict addend) {
    for (int j = 0; j < DSA_N; j++) {
        p[j] += addend[j];
    }
}

static void dsa_subtract(int32_t *restrict p, const int32_t *restrict subtrahend) {
    for (int j = 0; j < DSA_N; j++) {
        p[j] -= subtrahend[j];
    }
}

static void dsa_reduce(int32_t *p, int count) {
    for (int j = 0; j < count; j++) {
        p[j] = dsa_reduce_one(p[j]);
    }
}

static void dsa_normalise(int32_t *p, int count) {
    for (int j = 0; j < count; j++) {
        int32_t value = dsa_reduce_one(p[j]);
        p[j] = value + (value >> 31 & DSA_MODULUS);
    }
}

static void dsa_shift_left(int32_t *p) {
    for (int j = 0; j < DSA_N; j++) {
        p[j] <<= 13;
    }
}

static int dsa_reaches(const int32_t *p, int count, int bound) {
    int32_t found = 0;
    for (int j = 0; j < count; j++) {
        int32_t sign = p[j] >> 31;
        found |= bound - 1 - ((p[j] ^ sign) - sign);
    }
    return found < 0;
}

static void dsa_power_to_round(int32_t *restrict p, int32_t *restrict high) {
    for (int j = 0; j < DSA_N; j++) {
        int32_t top = (p[j] + (1 << 12) - 1) >> 13;
        high[j] = top;
        p[j] -= top << 13;
    }
}

static inline int32_t dsa_high_bits(int32_t value, int32_t gamma) {
    int32_t blocks = (value + 127) >> 7;
    if (gamma == (DSA_MODULUS - 1) / 32) {
        return (blocks * 1025 + (1 << 21)) >> 22 & 15;
    }
    int32_t top = (blocks * 11275 + (1 << 23)) >> 24;
    return top ^ ((43 - top) >> 31 & top);
}

static inline int32_t dsa_low_bits(int32_t value, int32_t top, int32_t gamma) {
    int32_t low = value - top * 2 * gamma;
    return low - (((DSA_MODULUS - 1) / 2 - low) >> 31 & DSA_MODULUS);
}

static inline __attribute__((always_inline)) void dsa_split(
    int32_t *restrict p, int32_t gamma, int32_t *restrict high) {
    for (int j = 0; j < DSA_N; j++) {
        int32_t top = dsa_high_bits(p[j], gamma);
        high[j] = top;
        p[j] = dsa_low_bits(p[j], top, gamma);
    }
}

static void dsa_decompose(int32_t *p, int32_t gamma, int32_t *high) {
    if (gamma == (DSA_MODULUS - 1) / 32) {
        dsa_split(p, (DSA_MODULUS - 1) / 32, high);
    } else {
        dsa_split(p, (DSA_MODULUS - 1) / 88, high);
    }
}

static int dsa_make_hint(const int32_t *restrict low, int32_t *restrict high, int32_t gamma) {
    int32_t ones = 0;
    for (int j = 0; j < DSA_N; j++) {
        int32_t edge = low[j] + gamma;
        uint32_t outside = (uint32_t) (gamma - low[j]) >> 31 | (uint32_t) edge >> 31;
        uint32_t at_edge = 1 - ((uint32_t) (edge | -edge) >> 31);
        uint32_t has_high = (uint32_t) (high[j] | -high[j]) >> 31;
        int32_t hint = (int32_t) (outside | (at_edge & has_high));
        high[j] = hint;
        ones += hint;
    }
    return ones;
}

static void dsa_use_hint(int32_t *restrict p, int32_t gamma, const int8_t *restrict hints) {
    int32_t last = gamma == (DSA_MODULUS - 1) / 32 ? 15 : 43;
    for (int j = 0; j < DSA_N; j++) {
        int32_t top = dsa_high_bits(p[j], gamma);
        int32_t low = dsa_low_bits(p[j], top, gamma);
        int32_t moved = low > 0 ? (top == last ? 0 : top + 1) : (top == 0 ? last : top - 1);
        p[j] = hints[j] ? moved : top;
    }
}

// Each candidate is written, and counted if it is kept: see ML-KEM.
static int dsa_sample_uniform(const uint8_t *input, int length, int32_t *p, int filled) {
    int count = filled;
    for (int i = 0; i + 3 <= length && count < DSA_N; i += 3) {
        int32_t value = input[i] | input[i + 1] << 8 | (input[i + 2] & 0x7F) << 16;
        p[count] = value;
        count += value < DSA_MODULUS;
    }
    return count;
}

static int dsa_sample_small(const uint8_t *input, int length, int eta, int32_t *p, int filled) {
    int count = filled;
    int limit = eta == 2 ? 15 : 9;
    for (int i = 0; i < 2 * length && count < DSA_N; i++) {
        int half = input[i >> 1] >> (4 * (i & 1)) & 15;
        int value = eta == 2 ? half - (half * 205 >> 10) * 5 : half;
        p[count] = eta - value;
        // RejBoundedPoly: which half bytes are refused says nothing about the others.
        count = edgex_crypto_revealed(count + (half < limit));
    }
    return count;
}

static inline __attribute__((always_inline)) void dsa_pack_bits(
    const int32_t *p, int bits, int base, int sign, uint8_t *output) {
    // Eight values fill as many bytes as a value has bits: at most 20.
    for (int j = 0; j < DSA_N; j += 8) {
        unsigned __int128 low = 0;
        unsigned __int128 high = 0;
        for (int i = 0; i < 4; i++) {
            low |= (unsigned __int128) (uint32_t) (base + sign * p[j + i]) << (bits * i);
            high |= (unsigned __int128) (uint32_t) (base + sign * p[j + 4 + i]) << (bits * i);
        }
        // The second four begin 4 * bits later, which may be in the middle of a byte.
        int shift = 4 * bits % 8;
        int bytes = 4 * bits / 8;
        memcpy(output, &low, bytes + (shift != 0));
        if (shift != 0) {
            high = high << shift | (low >> (8 * bytes));
        }
        memcpy(output + bytes, &high, bits - bytes);
        output += bits;
    }
}

static void dsa_pack(const int32_t *p, int bits, int base, int sign, uint8_t *output) {
    switch (bits) {
    case 3: dsa_pack_bits(p, 3, base, sign, output); break;
    case 4: dsa_pack_bits(p, 4, base, sign, output); break;
    case 6: dsa_pack_bits(p, 6, base, sign, output); break;
    case 10: dsa_pack_bits(p, 10, base, sign, output); break;
    case 13: dsa_pack_bits(p, 13, base, sign, output); break;
    case 18: dsa_pack_bits(p, 18, base, sign, output); break;
    default: dsa_pack_bits(p, 20, base, sign, output); break;
    }
}

static inline __attribute__((always_inline)) void dsa_unpack_bits(
    const uint8_t *input, int bits, int base, int sign, int32_t *p) {
    uint32_t mask = (1u << bits) - 1;
    int bytes = 4 * bits / 8;
    int shift = 4 * bits % 8;
    for (int j = 0; j < DSA_N; j += 8) {
        unsigned __int128 low = 0;
        unsigned __int128 high = 0;
        memcpy(&low, input, bytes + (shift != 0));
        memcpy(&high, input + bytes, bits - bytes);
        high >>= shift;
        for (int i = 0; i < 4; i++) {
            p[j + i] = base + sign * (int32_t) ((uint32_t) (low >> (bits * i)) & mask);
            p[j + 4 + i] = base + sign * (int32_t) ((uint32_t) (high >> (bits * i)) & mask);
        }
        input += bits;
    }
}

static void dsa_unpack(const uint8_t *input, int bits, int base, int sign, int32_t *p) {
    switch (bits) {
    case 3: dsa_unpack_bits(input, 3, base, sign, p); break;
    case 4: dsa_unpack_bits(input, 4, base, sign, p); break;
    case 10: dsa_unpack_bits(input, 10, base, sign, p); break;
    case 13: dsa_unpack_bits(input, 13, base, sign, p); break;
    case 18: dsa_unpack_bits(input, 18, base, sign, p); break;
    default: dsa_unpack_bits(input, 20, base, sign, p); break;
    }
}
