// Kernels over lines of floats: two operands, pools, softmax, normalisation, sums.
#pragma once
#include "mathematics.h"

// The maximum and minimum of vector.h lose a NaN on the left.
INLINE vector unless_nan(vector a, vector value) {
    integers nan = a != a;
    return (vector) ((nan & (integers) a) | (~nan & (integers) value));
}

#define COMBINE(name, expression)                                                            \
    INLINE vector name##_vectors(vector a, vector b) { return expression; }                  \
    static void name(const float* left, int32_t left_step, const float* right,               \
                     int32_t right_step, float* target, int32_t count) {                     \
        int32_t index = 0;                                                                   \
        for (; index + LANES <= count; index += LANES) {                                     \
            vector a = left_step ? load(left + index) : all(*left);                          \
            vector b = right_step ? load(right + index) : all(*right);                       \
            store(target + index, name##_vectors(a, b));                                     \
        }                                                                                    \
        if (index < count) {                                                                 \
            vector a = left_step ? load_part(left + index, count - index) : all(*left);      \
            vector b = right_step ? load_part(right + index, count - index) : all(*right);   \
            store_part(target + index, name##_vectors(a, b), count - index);                 \
        }                                                                                    \
    }

COMBINE(add, a + b)
COMBINE(subtract, a - b)
COMBINE(multiply, a * b)
COMBINE(divide, a / b)
COMBINE(larger, unless_nan(a, maximum(a, b)))
COMBINE(smaller, unless_nan(a, minimum(a, b)))

// The codes are those of edgex.tensor.FloatArithmetic.
static void combine(int32_t operation, const float* left, int32_t left_step, const float* right,
                    int32_t right_step, float* target, int32_t count) {
    switch (operation) {
        case 0: add(left, left_step, right, right_step, target, count); break;
        case 1: subtract(left, left_step, right, right_step, target, count); break;
        case 2: multiply(left, left_step, right, right_step, target, count); break;
        case 3: divide(left, left_step, right, right_step, target, count); break;
        case 4: larger(left, left_step, right, right_step, target, count); break;
        default: smaller(left, left_step, right, right_step, target, count); break;
    }
}

static float line_sum(const float* source, int32_t length) {
    vector sums = all(0.0f);
    vector more = all(0.0f);
    int32_t index = 0;
    for (; index + 2 * LANES <= length; index += 2 * LANES) {
        sums += load(source + index);
        more += load(source + index + LANES);
    }
    sums += more;
    for (; index < length; index += LANES) {
        int32_t part = length - index < LANES ? length - index : LANES;
        sums += load_part(source + index, part);
    }
    return sum_of(sums);
}

// Adds to each of COUNT sums the product of a row with the vector. Four rows at a time share the
// loads of the vector and hide the latency of the additions.
static void add_dots(const float* rows, int32_t row_stride, const float* operand, float* sums,
                     int32_t count, int32_t length) {
    for (int32_t row = 0; row < count; row += 4) {
        int32_t live = count - row < 4 ? count - row : 4;
        const float* from[4];
        vector dots[4];
        for (int32_t r = 0; r < 4; r++) {
            from[r] = rows + (int64_t) (row + (r < live ? r : 0)) * row_stride;
            dots[r] = all(0.0f);
        }
        int32_t index = 0;
        for (; index + LANES <= length; index += LANES) {
            vector value = load(operand + index);
            _Pragma("GCC unroll 4") for (int32_t r = 0; r < 4; r++) {
                dots[r] = multiply_add(load(from[r] + index), value, dots[r]);
            }
        }
        if (index < length) {
            vector value = load_part(operand + index, length - index);
            for (int32_t r = 0; r < 4; r++) {
                vector rest = load_part(from[r] + index, length - index);
                dots[r] = multiply_add(rest, value, dots[r]);
            }
        }
        for (int32_t r = 0; r < live; r++) {
            sums[row + r] += sum_of(dots[r]);
        }
    }
}

static float line_maximum(const float* source, int32_t length) {
    vector largest = all(source[0]);
    int32_t index = 0;
    for (; index + LANES <= length; index += LANES) {
        largest = larger_vectors(largest, load(source + index));
    }
    float result = maximum_of(largest);
    for (; index < length; index++) {
        result = source[index] > result || source[index] != source[index] ? source[index] : result;
    }
    return result;
}

// KIND: 0 sum, 1 mean, 2 largest.
static void reduce(int32_t kind, const float* source, float* target, int32_t lines,
                   int32_t length) {
    for (int32_t line = 0; line < lines; line++, source += length) {
        target[line] = kind == 2 ? line_maximum(source, length)
                                 : line_sum(source, length) / (kind == 1 ? (float) length : 1.0f);
    }
}

static void softmax(const float* source, float* target, int32_t lines, int32_t length) {
    for (int32_t line = 0; line < lines; line++, source += length, target += length) {
        vector largest = all(line_maximum(source, length));
        vector sums = all(0.0f);
        int32_t index = 0;
        for (; index + LANES <= length; index += LANES) {
            vector value = exponential(load(source + index) - largest);
            store(target + index, value);
            sums += value;
        }
        if (index < length) {
            float lanes[LANES] = {0};
            store_part(lanes, exponential(load_part(source + index, length - index) - largest),
                       length - index);
            store_part(target + index, load(lanes), length - index);
            sums += load(lanes);
        }
        float sum = sum_of(sums);
        divide(target, 1, &sum, 0, target, length);
    }
}

static void normalize(const float* source, const float* scale, const float* shift, float epsilon,
                      float* target, int32_t lines, int32_t length) {
    for (int32_t line = 0; line < lines; line++, source += length, target += length) {
        float mean = line_sum(source, length) / (float) length;
        vector squares = all(0.0f);
        int32_t index = 0;
        for (; index + LANES <= length; index += LANES) {
            vector difference = load(source + index) - mean;
            squares = multiply_add(difference, difference, squares);
        }
        float variance = sum_of(squares);
        for (int32_t rest = index; rest < length; rest++) {
            variance += (source[rest] - mean) * (source[rest] - mean);
        }
        float factor = 1.0f / __builtin_sqrtf(variance / (float) length + epsilon);
        for (index = 0; index + LANES <= length; index += LANES) {
            vector value = (load(source + index) - mean) * factor * load(scale + index);
            store(target + index, shift ? value + load(shift + index) : value);
        }
        for (; index < length; index++) {
            float value = (source[index] - mean) * factor * scale[index];
            target[index] = shift ? value + shift[index] : value;
        }
    }
}
