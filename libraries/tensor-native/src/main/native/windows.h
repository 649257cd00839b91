// Windows that slide over pictures: the input of a convolution made ready for the product, and pools.
#pragma once
#include "elementwise.h"

// Copies one line with padding, every STEP-th element from FROM on, which may lie outside.
INLINE void stage_line(const float* line, int32_t width, int32_t from, int32_t step, float* target,
                       int32_t count) {
    int32_t index = 0;
    for (; index < count && from < 0; index++, from += step) {
        target[index] = 0.0f;
    }
    int32_t inside = from < width ? (width - from + step - 1) / step : 0;
    int32_t end = index + inside < count ? index + inside : count;
    if (step == 1 && end > index) {
        memcpy(target + index, line + from, (size_t) (end - index) * sizeof(float));
        index = end;
    }
    for (; index < end; index++, from += step) {
        target[index] = line[from];
    }
    for (; index < count; index++) {
        target[index] = 0.0f;
    }
}

// Writes, for each channel, stride_height x stride_width pictures: picture (py, px) holds element
// (y * stride_height + py, x * stride_width + px) of the padded channel at (y, x). Each tap of a
// window is then a shifted view of one of them, whatever the strides.
static void stage(const struct edgex_stage_job* job, const float* input, float* staged) {
    for (int32_t channel = 0; channel < job->channels; channel++) {
        for (int32_t py = 0; py < job->stride_height; py++) {
            for (int32_t px = 0; px < job->stride_width; px++) {
                for (int32_t y = 0; y < job->staged_height; y++) {
                    int32_t row = y * job->stride_height + py - job->pad_top;
                    int32_t width = row < 0 || row >= job->input_height ? 0 : job->input_width;
                    const float* line = input + (width > 0 ? (int64_t) row * width : 0);
                    stage_line(line, width, px - job->pad_left, job->stride_width, staged,
                               job->staged_width);
                    staged += job->staged_width;
                }
            }
        }
        input += (int64_t) job->input_height * job->input_width;
    }
}

// The positions of a line at which a tap lies inside the input: from first (returned) to *end.
INLINE int32_t inside(int32_t offset, int32_t stride, int32_t extent, int32_t positions,
                      int32_t* end) {
    int32_t first = offset < 0 ? (stride - 1 - offset) / stride : 0;
    int32_t last = extent > offset ? (extent - offset + stride - 1) / stride : 0;
    *end = last < positions ? last : positions;
    return first < positions ? first : positions;
}

INLINE vector load_strided(const float* from, int32_t stride) {
    return stride == 1 ? load(from) : load_every_second(from);
}

// Adds a tap to the windows of a line, or takes the larger; a NaN stays.
INLINE void pool_line(const float* line, int32_t offset, int32_t stride, int32_t first, int32_t end,
                      int32_t mean, float* result) {
    const float* from = line + offset;
    int32_t x = first;
    if (stride <= 2) {
        // A load of every second element reads one beyond the last: the end is left to the loop.
        for (; x + LANES < end; x += LANES) {
            vector value = load_strided(from + (int64_t) x * stride, stride);
            vector old = load(result + x);
            store(result + x, mean ? old + value : larger_vectors(old, value));
        }
    }
    for (; x < end; x++) {
        float value = from[(int64_t) x * stride];
        if (mean) {
            result[x] += value;
        } else {
            result[x] = value > result[x] || value != value ? value : result[x];
        }
    }
}

// How many taps lie between LOW and HIGH for the window at an output position.
INLINE int32_t taps_between(int32_t position, int32_t stride, int32_t pad, int32_t dilation,
                            int32_t taps, int32_t low, int32_t high) {
    int32_t count = 0;
    for (int32_t tap = 0; tap < taps; tap++) {
        int32_t at = position * stride - pad + tap * dilation;
        count += at >= low && at < high;
    }
    return count;
}

static void divide_means(const struct edgex_pool_job* job, int32_t y, float* result) {
    int32_t padded = job->kind == 2;
    int32_t lines = taps_between(y, job->stride_height, job->pad_top, job->dilation_height,
                                 job->window_height, padded ? -job->pad_top : 0,
                                 padded ? job->padded_height - job->pad_top : job->input_height);
    for (int32_t x = 0; x < job->output_width; x++) {
        int32_t columns = taps_between(x, job->stride_width, job->pad_left, job->dilation_width,
                                       job->window_width, padded ? -job->pad_left : 0,
                                       padded ? job->padded_width - job->pad_left
                                              : job->input_width);
        result[x] /= (float) (lines * columns);
    }
}

static void pool(const struct edgex_pool_job* job, const float* input, float* result) {
    for (int32_t channel = 0; channel < job->channels; channel++) {
        for (int32_t y = 0; y < job->output_height; y++) {
            for (int32_t x = 0; x < job->output_width; x++) {
                result[x] = job->kind ? 0.0f : -__builtin_inff();
            }
            for (int32_t ky = 0; ky < job->window_height; ky++) {
                int32_t row = y * job->stride_height + ky * job->dilation_height - job->pad_top;
                if (row < 0 || row >= job->input_height) {
                    continue;
                }
                const float* line = input + (int64_t) row * job->input_width;
                for (int32_t kx = 0; kx < job->window_width; kx++) {
                    int32_t offset = kx * job->dilation_width - job->pad_left;
                    int32_t end;
                    int32_t first = inside(offset, job->stride_width, job->input_width,
                                           job->output_width, &end);
                    pool_line(line, offset, job->stride_width, first, end, job->kind, result);
                }
            }
            if (job->kind) {
                divide_means(job, y, result);
            }
            result += job->output_width;
        }
        input += (int64_t) job->input_height * job->input_width;
    }
}
