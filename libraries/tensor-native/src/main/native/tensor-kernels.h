// The kernels that Java calls, and the table through which each instruction set offers them. All
// sizes and strides are in elements. No function keeps a pointer, allocates or calls the system.
#pragma once
#include <stdint.h>

// What happens to each element of a product before it is stored (codes of
// edgex.tensor.kernel.Activation).
enum edgex_activation {
    EDGEX_IDENTITY,
    EDGEX_RELU,
    EDGEX_CLIP,
    EDGEX_LEAKY_RELU,
    EDGEX_HARD_SIGMOID,
    EDGEX_HARD_SWISH,
    EDGEX_SIGMOID,
    EDGEX_TANH,
    EDGEX_SILU,
    EDGEX_EXPONENTIAL,
    EDGEX_ERROR_FUNCTION,
    EDGEX_GELU,
    EDGEX_SQUARE_ROOT,
    EDGEX_LOGARITHM,
    EDGEX_SQUARE,
};

// Numbers of a job for edgex_product, as Java lays them out in an int array
// (edgex.tensor.kernel.ProductJob, same order).
struct edgex_product_job {
    int32_t rows;             // of the left factor and the result
    int32_t depth;            // terms of each sum
    int32_t columns;          // computed columns, those between lines included
    int32_t line_length;      // columns from one line of the result to the next
    int32_t line_used;        // columns of a line that are stored
    int32_t result_row_stride;
    int32_t right_strip_step; // from one strip of columns of the right factor to the next
    int32_t accumulate;       // whether the result's old content is added
    int32_t activation;
    int32_t has_bias;         // 0 none, 1 per row, 2 per column
    int32_t has_addend;       // whether a tensor laid out as the result is added before activation
};

// Numbers of a job for edgex_stage (edgex.tensor.kernel.Stage, same order).
struct edgex_stage_job {
    int32_t channels;
    int32_t input_height;
    int32_t input_width;
    int32_t pad_top;
    int32_t pad_left;
    int32_t stride_height;
    int32_t stride_width;
    int32_t staged_height;
    int32_t staged_width;
};

// Numbers of a job for edgex_pool (edgex.tensor.kernel.Pool, same order).
struct edgex_pool_job {
    int32_t channels;
    int32_t input_height;
    int32_t input_width;
    int32_t pad_top;
    int32_t pad_left;
    int32_t stride_height;
    int32_t stride_width;
    int32_t dilation_height;
    int32_t dilation_width;
    int32_t window_height;
    int32_t window_width;
    int32_t output_height;
    int32_t output_width;
    int32_t kind; // 0 largest, 1 mean of what lies inside, 2 mean with the padding
    int32_t padded_height; // the input with its padding on both sides, for kind 2
    int32_t padded_width;
};

// Numbers of a job for edgex_byte_product (edgex.tensor.kernel.ByteProductJob, same order).
struct edgex_byte_product_job {
    int32_t rows;
    int32_t depth;
    int32_t columns;
    int32_t left_zero;  // zero point of the left factor, 0 to 255
    int32_t right_zero; // zero point of the packed right factor, -128 to 127
    int32_t has_bias;   // of real results: a float per column
    int32_t scale_step; // of real results: 1 for a scale per column, 0 for one
};

struct edgex_kernels {
    int32_t panel_rows;
    int32_t panel_columns;
    int32_t byte_group; // terms of a byte product that lie side by side
    void (*product)(const struct edgex_product_job* job, const float* left, const float* right,
                    const int32_t* right_rows, float* result, const float* bias,
                    const float* addend, const float* parameters);
    void (*pack_left)(const float* source, int32_t rows, int32_t depth, int32_t row_stride,
                      int32_t column_stride, float* target);
    void (*pack_right)(const float* source, int32_t depth, int32_t columns, int32_t row_stride,
                       int32_t column_stride, float* target);
    void (*activate)(int32_t activation, const float* parameters, const float* source,
                     float* target, int32_t count);
    void (*combine)(int32_t operation, const float* left, int32_t left_step, const float* right,
                    int32_t right_step, float* target, int32_t count);
    void (*stage)(const struct edgex_stage_job* job, const float* input, float* staged);
    void (*pool)(const struct edgex_pool_job* job, const float* input, float* result);
    void (*softmax)(const float* source, float* target, int32_t lines, int32_t length);
    void (*normalize)(const float* source, const float* scale, const float* shift, float epsilon,
                      float* target, int32_t lines, int32_t length);
    void (*reduce)(int32_t kind, const float* source, float* target, int32_t lines,
                   int32_t length);
    void (*add_dots)(const float* rows, int32_t row_stride, const float* operand, float* sums,
                     int32_t count, int32_t length);
    void (*measure)(const float* source, float* range, int32_t count);
    void (*quantize)(const float* source, uint8_t* target, float scale, int32_t zero,
                     int32_t count);
    void (*pack_bytes)(const int8_t* source, int32_t flip, int32_t depth, int32_t columns,
                       int8_t* target, int32_t* column_sums);
    void (*byte_product)(const struct edgex_byte_product_job* job, const uint8_t* left,
                         const int8_t* right, const int32_t* column_sums, const float* scales,
                         float left_scale, const float* bias, float* real, int32_t* whole);
};

// The instruction sets of this architecture, each compiled in a file of its own.
extern const struct edgex_kernels edgex_kernels_baseline;
#if defined(__x86_64__)
extern const struct edgex_kernels edgex_kernels_avx2;
extern const struct edgex_kernels edgex_kernels_avx512;
#endif

// The best of them on this processor.
const struct edgex_kernels* edgex_tensor_kernels(void);
