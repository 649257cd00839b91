// Products of bytes: unsigned on the left, signed on the right, sums exact in 32 bits.
//
// The right factor is packed in strips of COLUMNS columns; within a strip BYTE_GROUP terms of one
// column lie side by side, so that one instruction multiplies and adds them.
#pragma once
#include "mathematics.h"

#define BYTE_ROWS 4

static void measure(const float* source, float* range, int32_t count) {
    vector low = all(0.0f);
    vector high = all(0.0f);
    int32_t index = 0;
    for (; index + LANES <= count; index += LANES) {
        low = minimum(low, load(source + index));
        high = maximum(high, load(source + index));
    }
    if (index < count) {
        low = minimum(low, load_part(source + index, count - index));
        high = maximum(high, load_part(source + index, count - index));
    }
    range[0] = -maximum_of(-low);
    range[1] = maximum_of(high);
}

// Nearest, ties to even, and bounded to a byte.
static void quantize(const float* source, uint8_t* target, float scale, int32_t zero,
                     int32_t count) {
    for (int32_t index = 0; index < count; index += LANES) {
        int32_t part = count - index < LANES ? count - index : LANES;
        vector value = part == LANES ? load(source + index) : load_part(source + index, part);
        value = minimum(all(255.0f), maximum(all(-255.0f), value / scale));
        integers whole = nearest(value) + zero;
        int32_t lanes[LANES];
        *(unaligned_integers*) lanes = whole;
        for (int32_t lane = 0; lane < part; lane++) {
            int32_t bounded = lanes[lane] < 0 ? 0 : lanes[lane];
            target[index + lane] = (uint8_t) (bounded > 255 ? 255 : bounded);
        }
    }
}

// FLIP is 0x80 for an unsigned source, whose zero point then is 128 less, else 0.
static void pack_bytes(const int8_t* source, int32_t flip, int32_t depth, int32_t columns,
                       int8_t* target, int32_t* column_sums) {
    for (int32_t column = 0; column < columns; column++) {
        column_sums[column] = 0;
    }
    for (int32_t column = 0; column < columns; column += COLUMNS) {
        for (int32_t k = 0; k < depth; k += BYTE_GROUP) {
            for (int32_t c = 0; c < COLUMNS; c++) {
                for (int32_t g = 0; g < BYTE_GROUP; g++) {
                    int32_t is_inside = k + g < depth && column + c < columns;
                    int8_t value = 0;
                    if (is_inside) {
                        value = (int8_t) (source[(int64_t) (k + g) * columns + column + c] ^ flip);
                        column_sums[column + c] += value;
                    }
                    *target++ = value;
                }
            }
        }
    }
}

#if BYTE_GROUP == 4
INLINE integers byte_terms(integers sum, int32_t left, const int8_t* right) {
    __m512i b = _mm512_loadu_si512(right);
    return (integers) _mm512_dpbusd_epi32((__m512i) sum, _mm512_set1_epi32(left), b);
}
#elif LANES == 8
INLINE integers byte_terms(integers sum, int32_t left, const int8_t* right) {
    __m256i b = _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i*) right));
    return sum + (integers) _mm256_madd_epi16(_mm256_set1_epi32(left), b);
}
#else
INLINE integers byte_terms(integers sum, int32_t left, const int8_t* right) {
    int32_t first = left & 0xffff;
    int32_t second = (int32_t) ((uint32_t) left >> 16);
    for (int32_t lane = 0; lane < LANES; lane++) {
        sum[lane] += first * right[2 * lane] + second * right[2 * lane + 1];
    }
    return sum;
}
#endif

// BYTE_GROUP terms of the left factor as byte_terms wants them; those beyond the end are 0.
INLINE int32_t left_terms(const uint8_t* left, int32_t count) {
#if BYTE_GROUP == 4
    uint32_t terms = 0;
    if (count >= 4) {
        memcpy(&terms, left, 4);
    } else {
        memcpy(&terms, left, (size_t) count);
    }
    return (int32_t) terms;
#else
    return left[0] | (count > 1 ? (int32_t) left[1] << 16 : 0);
#endif
}

static int32_t byte_sum(const uint8_t* left, int32_t count) {
    int32_t sum = 0;
    for (int32_t index = 0; index < count; index++) {
        sum += left[index];
    }
    return sum;
}

struct byte_target {
    const int32_t* column_sums;
    const float* scales;
    const float* bias;
    float left_scale;
    float* real;
    int32_t* whole;
};

// Takes the zero points out: sum((a - za)(b - zb)) = sum(ab) - za sum(b) - zb sum(a) + depth za zb.
static void store_bytes(const struct edgex_byte_product_job* job, const struct byte_target* target,
                        const int32_t* sums, int32_t row, int32_t column, int32_t row_sum) {
    int32_t count = job->columns - column < COLUMNS ? job->columns - column : COLUMNS;
    int64_t place = (int64_t) row * job->columns + column;
    int32_t constant = job->right_zero * (job->depth * job->left_zero - row_sum);
    for (int32_t c = 0; c < count; c++) {
        int32_t sum = sums[c] - job->left_zero * target->column_sums[column + c] + constant;
        if (target->whole) {
            target->whole[place + c] = sum;
        } else {
            float scale = target->scales[(column + c) * job->scale_step] * target->left_scale;
            float bias = job->has_bias ? target->bias[column + c] : 0.0f;
            target->real[place + c] = (float) sum * scale + bias;
        }
    }
}

INLINE void byte_tile(const struct edgex_byte_product_job* job, const struct byte_target* target,
                      const uint8_t* left, const int8_t* right, int32_t row, int32_t column,
                      const int32_t rows, const int32_t* row_sums) {
    integers sums[BYTE_ROWS][VECTORS];
    for (int32_t r = 0; r < rows; r++) {
        for (int32_t v = 0; v < VECTORS; v++) {
            sums[r][v] = (integers) {0};
        }
    }
    const uint8_t* from = left + (int64_t) row * job->depth;
    for (int32_t k = 0; k < job->depth; k += BYTE_GROUP) {
        _Pragma("GCC unroll 4") for (int32_t r = 0; r < rows; r++) {
            int32_t terms = left_terms(from + (int64_t) r * job->depth + k, job->depth - k);
            _Pragma("GCC unroll 4") for (int32_t v = 0; v < VECTORS; v++) {
                sums[r][v] = byte_terms(sums[r][v], terms, right + v * LANES * BYTE_GROUP);
            }
        }
        right += COLUMNS * BYTE_GROUP;
    }
    int32_t stored[BYTE_ROWS][COLUMNS];
    memcpy(stored, sums, (size_t) rows * COLUMNS * sizeof(int32_t));
    for (int32_t r = 0; r < rows; r++) {
        store_bytes(job, target, stored[r], row + r, column, row_sums[r]);
    }
}

static void byte_product(const struct edgex_byte_product_job* job, const uint8_t* left,
                         const int8_t* right, const int32_t* column_sums, const float* scales,
                         float left_scale, const float* bias, float* real, int32_t* whole) {
    const struct byte_target target = {column_sums, scales, bias, left_scale, real, whole};
    int32_t groups = (job->depth + BYTE_GROUP - 1) / BYTE_GROUP;
    int64_t strip_bytes = (int64_t) groups * BYTE_GROUP * COLUMNS;
    for (int32_t row = 0; row < job->rows; row += BYTE_ROWS) {
        int32_t rows = job->rows - row < BYTE_ROWS ? job->rows - row : BYTE_ROWS;
        int32_t row_sums[BYTE_ROWS] = {0};
        for (int32_t r = 0; r < rows && job->right_zero != 0; r++) {
            row_sums[r] = byte_sum(left + (int64_t) (row + r) * job->depth, job->depth);
        }
        const int8_t* strip = right;
        for (int32_t column = 0; column < job->columns; column += COLUMNS, strip += strip_bytes) {
            switch (rows) {
                case 1: byte_tile(job, &target, left, strip, row, column, 1, row_sums); break;
                case 2: byte_tile(job, &target, left, strip, row, column, 2, row_sums); break;
                case 3: byte_tile(job, &target, left, strip, row, column, 3, row_sums); break;
                default: byte_tile(job, &target, left, strip, row, column, 4, row_sums); break;
            }
        }
    }
}
