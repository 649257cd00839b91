// Polynomials of ML-KEM: see MlKemPrimitive.java for ranges. Loops are written so that the compiler
// turns them into vector instructions.
enum { KEM_MODULUS = 3329, KEM_N = 256 };

static inline int16_t kem_montgomery(int16_t a, int16_t b) {
    int16_t low = (int16_t) (uint16_t) ((uint32_t) a * (uint32_t) b * (uint32_t) -3327);
    int16_t high = (int16_t) (((int32_t) a * b) >> 16);
    return high - (int16_t) (((int32_t) low * KEM_MODULUS) >> 16);
}

static inline int32_t kem_montgomery32(int32_t value) {
    int16_t quotient = (int16_t) ((uint32_t) value * (uint32_t) -3327);
    return (value - quotient * KEM_MODULUS) >> 16;
}

static inline int16_t kem_barrett(int16_t value) {
    // 20159 = round(2^26 / q); the product's high half is all that is needed.
    int16_t quotient = (int16_t) ((((int32_t) 20159 * value) >> 16) + (1 << 9)) >> 10;
    return value - quotient * KEM_MODULUS;
}

// Rows become columns: the last layers then work on whole rows, too.
static inline void kem_transpose(int16_t *restrict out, const int16_t *restrict in) {
    for (int row = 0; row < 16; row++) {
        for (int column = 0; column < 16; column++) {
            out[16 * column + row] = in[16 * row + column];
        }
    }
}

static inline void kem_butterfly_rows(
    int16_t *restrict low, int16_t *restrict high, const int16_t *restrict zeta) {
    for (int j = 0; j < 16; j++) {
        int16_t product = kem_montgomery(high[j], zeta[j]);
        high[j] = low[j] - product;
        low[j] = low[j] + product;
    }
}

static inline void kem_inverse_rows(
    int16_t *restrict low, int16_t *restrict high, const int16_t *restrict zeta) {
    for (int j = 0; j < 16; j++) {
        int16_t difference = high[j] - low[j];
        low[j] = kem_barrett(low[j] + high[j]);
        high[j] = kem_montgomery(difference, zeta[j]);
    }
}

static void kem_transform(int16_t *p) {
    int k = 1;
    for (int length = 128; length >= 16; length >>= 1) {
        for (int start = 0; start < KEM_N; start += 2 * length) {
            int16_t zeta = KEM_ZETAS[k++];
            for (int j = start; j < start + length; j++) {
                int16_t product = kem_montgomery(p[j + length], zeta);
                p[j + length] = p[j] - product;
                p[j] = p[j] + product;
            }
        }
    }
    int16_t columns[KEM_N];
    kem_transpose(columns, p);
    for (int length = 8; length >= 2; length >>= 1) {
        int blocks = 8 / length;
        for (int block = 0; block < blocks; block++) {
            int16_t zetas[16];
            for (int j = 0; j < 16; j++) {
                zetas[j] = KEM_ZETAS[k + j * blocks + block];
            }
            for (int row = 2 * length * block; row < 2 * length * block + length; row++) {
                kem_butterfly_rows(columns + 16 * row, columns + 16 * (row + length), zetas);
            }
        }
        k += 16 * blocks;
    }
    kem_transpose(p, columns);
    for (int j = 0; j < KEM_N; j++) {
        p[j] = kem_barrett(p[j]);
    }
}

static void kem_inverse_transform(int16_t *p) {
    int16_t columns[KEM_N];
    kem_transpose(columns, p);
    int k = 127;
    for (int length = 2; length <= 8; length <<= 1) {
        int blocks = 8 / length;
        for (int block = 0; block < blocks; block++) {
            int16_t zetas[16];
            for (int j = 0; j < 16; j++) {
                zetas[j] = KEM_ZETAS[k - j * blocks - block];
            }
            for (int row = 2 * length * block; row < 2 * length * block + length; row++) {
                kem_inverse_rows(columns + 16 * row, columns + 16 * (row + length), zetas);
            }
        }
        k -= 16 * blocks;
    }
    kem_transpose(p, columns);
    for (int length = 16; length <= 128; length <<= 1) {
        for (int start = 0; start < KEM_N; start += 2 * length) {
            int16_t zeta = KEM_ZETAS[k--];
            for (int j = start; j < start + length; j++) {
                int16_t difference = p[j + length] - p[j];
                p[j] = kem_barrett(p[j] + p[j + length]);
                p[j + length] = kem_montgomery(difference, zeta);
            }
        }
    }
    for (int j = 0; j < KEM_N; j++) {
        p[j] = kem_montgomery(p[j], 1441);
    }
}

static void kem_multiply(
    int16_t *restrict result, const int16_t *restrict a, const int16_t *restrict b, int count) {
    int16_t zetas[KEM_N / 2];
    for (int i = 0; i < KEM_N / 4; i++) {
        zetas[2 * i] = KEM_ZETAS[64 + i];
        zetas[2 * i + 1] = -KEM_ZETAS[64 + i];
    }
    int32_t constant[KEM_N / 2] = {0};
    int32_t linear[KEM_N / 2] = {0};
    for (int i = 0; i < count; i++, a += KEM_N, b += KEM_N) {
        for (int j = 0; j < KEM_N / 2; j++) {
            int16_t a0 = a[2 * j], a1 = a[2 * j + 1], b0 = b[2 * j], b1 = b[2 * j + 1];
            constant[j] += a0 * b0 + a1 * kem_montgomery(b1, zetas[j]);
            linear[j] += a0 * b1 + a1 * b0;
        }
    }
    for (int j = 0; j < KEM_N / 2; j++) {
        result[2 * j] = (int16_t) kem_montgomery32(constant[j]);
        result[2 * j + 1] = (int16_t) kem_montgomery32(linear[j]);
    }
}

static void kem_reduce(int16_t *p, int count) {
    for (int j = 0; j < count; j++) {
        p[j] = kem_barrett(p[j]);
    }
}

static void kem_scale_and_add(int16_t *restrict p, const int16_t *restrict addend) {
    for (int j = 0; j < KEM_N; j++) {
        p[j] = kem_barrett(kem_montgomery(p[j], 1353) + addend[j]);
    }
}

static void kem_add(int16_t *restrict p, const int16_t *restrict addend) {
    for (int j = 0; j < KEM_N; j++) {
        p[j] = kem_barrett(p[j] + addend[j]);
    }
}

static void kem_subtract_from(int16_t *restrict p, const int16_t *restrict minuend) {
    for (int j = 0; j < KEM_N; j++) {
        p[j] = kem_barrett(minuend[j] - p[j]);
    }
}

// Writing each candidate and counting those that are kept avoids branches that cannot be predicted.
// The last candidates go to a small copy, since they would write behind the polynomial.
static int kem_sample_uniform(const uint8_t *input, int length, int16_t *p, int filled) {
    int count = filled;
    int i = 0;
    for (; i + 3 <= length && count <= KEM_N - 2; i += 3) {
        int middle = input[i + 1];
        int first = input[i] | (middle & 15) << 8;
        int second = middle >> 4 | input[i + 2] << 4;
        p[count] = (int16_t) first;
        count += first < KEM_MODULUS;
        p[count] = (int16_t) second;
        count += second < KEM_MODULUS;
    }
    for (; i + 3 <= length && count < KEM_N; i += 3) {
        int middle = input[i + 1];
        int first = input[i] | (middle & 15) << 8;
        int second = middle >> 4 | input[i + 2] << 4;
        if (first < KEM_MODULUS) {
            p[count++] = (int16_t) first;
        }
        if (second < KEM_MODULUS && count < KEM_N) {
            p[count++] = (int16_t) second;
        }
    }
    return count;
}

static void kem_sample_binomial(const uint8_t *input, int eta, int16_t *restrict p) {
    if (eta == 2) {
        for (int i = 0; i < KEM_N / 2; i++) {
            uint8_t sums = (input[i] & 0x55) + (input[i] >> 1 & 0x55);
            p[2 * i] = (int16_t) ((sums & 3) - (sums >> 2 & 3));
            p[2 * i + 1] = (int16_t) ((sums >> 4 & 3) - (sums >> 6 & 3));
        }
        return;
    }
    for (int i = 0; i < KEM_N / 4; i++) {
        uint32_t bits = input[3 * i] | input[3 * i + 1] << 8 | (uint32_t) input[3 * i + 2] << 16;
        uint32_t sums = (bits & 0x249249) + (bits >> 1 & 0x249249) + (bits >> 2 & 0x249249);
        for (int j = 0; j < 4; j++) {
            p[4 * i + j] = (int16_t) ((sums >> (6 * j) & 7) - (sums >> (6 * j + 3) & 7));
        }
    }
}

static inline __attribute__((always_inline)) void kem_pack(
    const int16_t *p, int bits, uint8_t *output) {
    uint16_t values[KEM_N];
    for (int j = 0; j < KEM_N; j++) {
        uint32_t value = (uint32_t) (p[j] + (p[j] >> 15 & KEM_MODULUS));
        if (bits == 1 || bits == 4) {
            value = ((value << bits) + 1665) * 80635u >> 28;
        } else if (bits == 5) {
            value = ((value << 5) + 1664) * 40318u >> 27;
        } else if (bits < 12) {
            value = (uint32_t) (((uint64_t) (value << bits) + 1664) * 10321340u >> 35);
        }
        values[j] = value & ((1u << bits) - 1);
    }
    // Eight values fill as many bytes as a value has bits.
    for (int j = 0; j < KEM_N; j += 8) {
        unsigned __int128 group = 0;
        for (int i = 0; i < 8; i++) {
            group |= (unsigned __int128) values[j + i] << (bits * i);
        }
        memcpy(output, &group, bits);
        output += bits;
    }
    memset(values, 0, sizeof values);
    __asm__ volatile("" : : "r"(values) : "memory");
}

static void kem_encode(const int16_t *p, int bits, uint8_t *output) {
    switch (bits) {
    case 1: kem_pack(p, 1, output); break;
    case 4: kem_pack(p, 4, output); break;
    case 5: kem_pack(p, 5, output); break;
    case 10: kem_pack(p, 10, output); break;
    case 11: kem_pack(p, 11, output); break;
    default: kem_pack(p, 12, output); break;
    }
}

static inline __attribute__((always_inline)) void kem_unpack(
    const uint8_t *input, int bits, int16_t *p) {
    for (int j = 0; j < KEM_N; j += 8) {
        unsigned __int128 group = 0;
        memcpy(&group, input, bits);
        for (int i = 0; i < 8; i++) {
            uint32_t value = (uint32_t) (group >> (bits * i)) & ((1u << bits) - 1);
            if (bits < 12) {
                value = (value * KEM_MODULUS + (1u << (bits - 1))) >> bits;
            }
            p[j + i] = (int16_t) value;
        }
        input += bits;
    }
}

static void kem_decode(const uint8_t *input, int bits, int16_t *p) {
    switch (bits) {
    case 1: kem_unpack(input, 1, p); break;
    case 4: kem_unpack(input, 4, p); break;
    case 5: kem_unpack(input, 5, p); break;
    case 10: kem_unpack(input, 10, p); break;
    case 11: kem_unpack(input, 11, p); break;
    default: kem_unpack(input, 12, p); break;
    }
}
