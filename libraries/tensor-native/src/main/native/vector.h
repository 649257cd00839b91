// Vectors of LANES floats for the instruction set that the including file has chosen, on GCC's
// vector extensions; the few operations that they lack come as intrinsics.
#pragma once
#include <stdint.h>
#include <string.h>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

#define INLINE static inline __attribute__((always_inline))

typedef float vector __attribute__((vector_size(LANES * 4)));
typedef int32_t integers __attribute__((vector_size(LANES * 4)));
typedef vector unaligned_vector __attribute__((aligned(4), may_alias));
typedef integers unaligned_integers __attribute__((aligned(1), may_alias));

INLINE vector load(const float* from) { return *(const unaligned_vector*) from; }
INLINE void store(float* to, vector value) { *(unaligned_vector*) to = value; }
INLINE vector all(float value) { return value - (vector) {0}; }

#if LANES == 16
INLINE vector maximum(vector a, vector b) { return (vector) _mm512_max_ps((__m512) a, (__m512) b); }
INLINE vector minimum(vector a, vector b) { return (vector) _mm512_min_ps((__m512) a, (__m512) b); }
INLINE vector multiply_add(vector a, vector b, vector c) {
    return (vector) _mm512_fmadd_ps((__m512) a, (__m512) b, (__m512) c);
}
INLINE integers nearest(vector a) { return (integers) _mm512_cvtps_epi32((__m512) a); }
#elif LANES == 8
INLINE vector maximum(vector a, vector b) { return (vector) _mm256_max_ps((__m256) a, (__m256) b); }
INLINE vector minimum(vector a, vector b) { return (vector) _mm256_min_ps((__m256) a, (__m256) b); }
INLINE vector multiply_add(vector a, vector b, vector c) {
    return (vector) _mm256_fmadd_ps((__m256) a, (__m256) b, (__m256) c);
}
INLINE integers nearest(vector a) { return (integers) _mm256_cvtps_epi32((__m256) a); }
#elif defined(__x86_64__)
INLINE vector maximum(vector a, vector b) { return (vector) _mm_max_ps((__m128) a, (__m128) b); }
INLINE vector minimum(vector a, vector b) { return (vector) _mm_min_ps((__m128) a, (__m128) b); }
INLINE vector multiply_add(vector a, vector b, vector c) { return a * b + c; }
INLINE integers nearest(vector a) { return (integers) _mm_cvtps_epi32((__m128) a); }
#else
// As on x86: of an unordered pair, the second.
INLINE vector choose(integers mask, vector a, vector b) {
    return (vector) ((mask & (integers) a) | (~mask & (integers) b));
}
INLINE vector maximum(vector a, vector b) { return choose(a > b, a, b); }
INLINE vector minimum(vector a, vector b) { return choose(a < b, a, b); }
INLINE vector multiply_add(vector a, vector b, vector c) { return a * b + c; }
INLINE integers nearest(vector a) {
    // Adding and taking away 1.5 * 2^23 leaves the nearest whole number.
    const float shift = 12582912.0f;
    return __builtin_convertvector((a + shift) - shift, integers);
}
#endif

#if LANES == 16
INLINE vector square_root(vector a) { return (vector) _mm512_sqrt_ps((__m512) a); }
#elif LANES == 8
INLINE vector square_root(vector a) { return (vector) _mm256_sqrt_ps((__m256) a); }
#elif defined(__x86_64__)
INLINE vector square_root(vector a) { return (vector) _mm_sqrt_ps((__m128) a); }
#else
INLINE vector square_root(vector a) {
    for (int32_t lane = 0; lane < LANES; lane++) {
        a[lane] = __builtin_sqrtf(a[lane]);
    }
    return a;
}
#endif

// Elements 0, 2, 4 ... of 2 * LANES floats.
INLINE vector load_every_second(const float* from) {
    integers even;
    for (int32_t lane = 0; lane < LANES; lane++) {
        even[lane] = 2 * lane;
    }
    return __builtin_shuffle(load(from), load(from + LANES), even);
}

// The first COUNT lanes, the others 0; reads no further.
#if LANES == 16
INLINE vector load_part(const float* from, int32_t count) {
    return (vector) _mm512_maskz_loadu_ps((__mmask16) ((1u << count) - 1), from);
}

INLINE void store_part(float* to, vector value, int32_t count) {
    _mm512_mask_storeu_ps(to, (__mmask16) ((1u << count) - 1), (__m512) value);
}

INLINE vector kept(vector value, uint32_t keep) {
    return (vector) _mm512_maskz_compress_ps((__mmask16) keep, (__m512) value);
}
#else
INLINE vector load_part(const float* from, int32_t count) {
    float lanes[LANES] = {0};
    for (int32_t lane = 0; lane < count; lane++) {
        lanes[lane] = from[lane];
    }
    return load(lanes);
}

INLINE void store_part(float* to, vector value, int32_t count) {
    for (int32_t lane = 0; lane < count; lane++) {
        to[lane] = value[lane];
    }
}

// The lanes that KEEP marks, moved together at the front.
INLINE vector kept(vector value, uint32_t keep) {
    float lanes[LANES];
    int32_t count = 0;
    for (int32_t lane = 0; lane < LANES; lane++) {
        lanes[count] = value[lane];
        count += keep >> lane & 1;
    }
    return load(lanes);
}
#endif

// Sums in the order of a tree: the same whatever the instruction set does with single lanes.
INLINE float sum_of(vector value) {
    float lanes[LANES];
    store(lanes, value);
    for (int32_t half = LANES / 2; half > 0; half /= 2) {
        for (int32_t lane = 0; lane < half; lane++) {
            lanes[lane] += lanes[lane + half];
        }
    }
    return lanes[0];
}

INLINE float maximum_of(vector value) {
    float lanes[LANES];
    store(lanes, value);
    float largest = lanes[0];
    for (int32_t lane = 1; lane < LANES; lane++) {
        largest = lanes[lane] > largest || lanes[lane] != lanes[lane] ? lanes[lane] : largest;
    }
    return largest;
}
