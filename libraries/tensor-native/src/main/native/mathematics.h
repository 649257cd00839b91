// Elementary functions of vectors, within 3 units in the last place of the result unless said
// otherwise. NaN gives NaN.
#pragma once
#include "tensor-kernels.h"
#include "vector.h"

// e^x = 2^n * e^r with |r| <= ln 2 / 2; the polynomial is the one of Cephes' expf. Below -87.3 the
// result is 2^-126 or less and treated as 2^-126 * e^r; the caller sees no difference above 1e-37.
INLINE vector exponential(vector x) {
    vector bounded = minimum(all(88.72283f), maximum(all(-87.33654f), x));
    integers n = nearest(bounded * 1.44269504088896341f);
    vector whole = __builtin_convertvector(n, vector);
    vector r = multiply_add(whole, all(-0.693359375f), bounded);
    r = multiply_add(whole, all(2.12194440e-4f), r);
    vector p = all(1.9875691500e-4f);
    p = multiply_add(p, r, all(1.3981999507e-3f));
    p = multiply_add(p, r, all(8.3334519073e-3f));
    p = multiply_add(p, r, all(4.1665795894e-2f));
    p = multiply_add(p, r, all(1.6666665459e-1f));
    p = multiply_add(p, r, all(5.0000001201e-1f));
    p = multiply_add(p, r * r, r) + 1.0f;
    // In two steps, since 2^128 is no float.
    integers half = n >> 1;
    vector first = (vector) ((half + 127) << 23);
    vector second = (vector) ((n - half + 127) << 23);
    return p * first * second;
}

INLINE vector sigmoid(vector x) {
    return 1.0f / (1.0f + exponential(-x));
}

// A ratio of polynomials where |x| < 0.625, where 1 - 2 / (e^2x + 1) would lose digits.
INLINE vector tangent_hyperbolic(vector x) {
    vector square = x * x;
    vector p = all(-5.70498872745e-3f);
    p = multiply_add(p, square, all(2.06390887954e-2f));
    p = multiply_add(p, square, all(-5.37397155531e-2f));
    p = multiply_add(p, square, all(1.33314422036e-1f));
    p = multiply_add(p, square, all(-3.33332819422e-1f));
    vector small = multiply_add(p * square, x, x);
    vector large = 1.0f - 2.0f / (exponential(x + x) + 1.0f);
    integers is_small = square < 0.390625f;
    return (vector) ((is_small & (integers) small) | (~is_small & (integers) large));
}

// Abramowitz and Stegun 7.1.26 in the large, absolute error below 2e-7; a Taylor series where
// |x| < 0.5, for the relative error.
INLINE vector error_function(vector x) {
    integers sign = (integers) x & INT32_MIN;
    vector size = (vector) ((integers) x & INT32_MAX);
    vector t = 1.0f / (1.0f + 0.3275911f * size);
    vector p = all(1.061405429f);
    p = multiply_add(p, t, all(-1.453152027f));
    p = multiply_add(p, t, all(1.421413741f));
    p = multiply_add(p, t, all(-0.284496736f));
    p = multiply_add(p, t, all(0.254829592f));
    vector large = 1.0f - p * t * exponential(-size * size);
    vector square = size * size;
    vector s = all(-7.5757576e-4f);
    s = multiply_add(s, square, all(4.6296296e-3f));
    s = multiply_add(s, square, all(-2.3809524e-2f));
    s = multiply_add(s, square, all(0.1f));
    s = multiply_add(s, square, all(-0.33333333f));
    vector small = 1.12837917f * multiply_add(s * square, size, size);
    integers is_small = size < 0.5f;
    vector value = (vector) ((is_small & (integers) small) | (~is_small & (integers) large));
    return (vector) ((integers) value | sign);
}

// x = 2^n * m with m in [sqrt(1/2), sqrt(2)); the polynomial for log(1 + m) is that of Cephes' logf.
// -infinity of 0, NaN of negative numbers.
INLINE vector logarithm(vector x) {
    integers tiny = x < 1.17549435e-38f;
    vector scaled = (vector) ((tiny & (integers) (x * 8388608.0f)) | (~tiny & (integers) x));
    integers bits = (integers) scaled;
    integers n = ((bits >> 23) & 0xff) - 126 - (tiny & 23);
    vector m = (vector) ((bits & 0x007fffff) | 0x3f000000);
    integers low = m < 0.707106781f;
    n += low;
    m = m + (vector) (low & (integers) m) - 1.0f;
    vector whole = __builtin_convertvector(n, vector);
    vector square = m * m;
    vector p = all(7.0376836292e-2f);
    p = multiply_add(p, m, all(-1.1514610310e-1f));
    p = multiply_add(p, m, all(1.1676998740e-1f));
    p = multiply_add(p, m, all(-1.2420140846e-1f));
    p = multiply_add(p, m, all(1.4249322787e-1f));
    p = multiply_add(p, m, all(-1.6668057665e-1f));
    p = multiply_add(p, m, all(2.0000714765e-1f));
    p = multiply_add(p, m, all(-2.4999993993e-1f));
    p = multiply_add(p, m, all(3.3333331174e-1f));
    vector value = multiply_add(whole, all(-2.12194440e-4f), p * m * square);
    value = multiply_add(square, all(-0.5f), value) + m;
    value = multiply_add(whole, all(0.693359375f), value);
    integers infinite = x == __builtin_inff();
    integers zero = x == 0.0f;
    integers invalid = ~(x >= 0.0f);
    value = (vector) ((infinite & (integers) x) | (~infinite & (integers) value));
    value = (vector) ((zero & (integers) all(-__builtin_inff())) | (~zero & (integers) value));
    return (vector) (invalid | (integers) value);
}

// PARAMETERS: of the activation, then a factor and a summand for what it gives.
INLINE vector activation_of(int32_t activation, const float* parameters, vector x) {
    switch (activation) {
        case EDGEX_RELU: return maximum(all(0.0f), x);
        case EDGEX_CLIP: return minimum(all(parameters[1]), maximum(all(parameters[0]), x));
        case EDGEX_LEAKY_RELU:
            return maximum(all(0.0f), x) + parameters[0] * minimum(all(0.0f), x);
        case EDGEX_HARD_SIGMOID:
            return minimum(all(1.0f), maximum(all(0.0f), x * parameters[0] + parameters[1]));
        case EDGEX_HARD_SWISH:
            return x * minimum(all(1.0f), maximum(all(0.0f), x * parameters[0] + parameters[1]));
        case EDGEX_SIGMOID: return sigmoid(x);
        case EDGEX_TANH: return tangent_hyperbolic(x);
        case EDGEX_SILU: return x * sigmoid(x);
        case EDGEX_EXPONENTIAL: return exponential(x);
        case EDGEX_ERROR_FUNCTION: return error_function(x);
        case EDGEX_SQUARE_ROOT: return square_root(x);
        case EDGEX_LOGARITHM: return logarithm(x);
        case EDGEX_SQUARE: return x * x;
        case EDGEX_GELU: return 0.5f * x * (1.0f + error_function(x * 0.70710678f));
        default: return x;
    }
}

// As activation_of, and the factor and summand in PARAMETERS[2] and [3].
INLINE vector finish(int32_t activation, const float* parameters, vector x) {
    return multiply_add(activation_of(activation, parameters, x), all(parameters[2]),
                        all(parameters[3]));
}

static void activate(int32_t activation, const float* parameters, const float* source,
                     float* target, int32_t count) {
    int32_t index = 0;
    for (; index + LANES <= count; index += LANES) {
        store(target + index, activation_of(activation, parameters, load(source + index)));
    }
    if (index < count) {
        vector rest = load_part(source + index, count - index);
        store_part(target + index, activation_of(activation, parameters, rest), count - index);
    }
}
