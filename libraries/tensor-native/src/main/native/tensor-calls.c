#include "tensor-calls.h"
#include "tensor-kernels.h"
#include <string.h>

static const struct edgex_kernels* chosen;

// Threads that come first together all choose the same.
static inline const struct edgex_kernels* kernels(void) {
    if (!chosen) {
        chosen = edgex_tensor_kernels();
    }
    return chosen;
}

int32_t edgex_tensor_panel_rows(void) { return kernels()->panel_rows; }

int32_t edgex_tensor_panel_columns(void) { return kernels()->panel_columns; }

void edgex_tensor_pack_left(void* source, int32_t rows, int32_t depth, int32_t row_stride,
                            int32_t column_stride, void* target) {
    kernels()->pack_left(source, rows, depth, row_stride, column_stride, target);
}

void edgex_tensor_pack_right(void* source, int32_t depth, int32_t columns, int32_t row_stride,
                             int32_t column_stride, void* target) {
    kernels()->pack_right(source, depth, columns, row_stride, column_stride, target);
}

void edgex_tensor_product(void* job, void* left, void* right, void* right_rows, void* result,
                          void* bias, void* addend, void* parameters) {
    kernels()->product(job, left, right, right_rows, result, bias, addend, parameters);
}

void edgex_tensor_activate(int32_t activation, void* parameters, void* source, void* target,
                           int32_t count) {
    kernels()->activate(activation, parameters, source, target, count);
}

void edgex_tensor_combine(int32_t operation, void* left, int32_t left_step, void* right,
                          int32_t right_step, void* target, int32_t count) {
    kernels()->combine(operation, left, left_step, right, right_step, target, count);
}

void edgex_tensor_stage(void* job, void* input, void* staged) {
    kernels()->stage(job, input, staged);
}

void edgex_tensor_pool(void* job, void* input, void* result) {
    kernels()->pool(job, input, result);
}

void edgex_tensor_softmax(void* source, void* target, int32_t lines, int32_t length) {
    kernels()->softmax(source, target, lines, length);
}

void edgex_tensor_normalize(void* source, void* scale, void* shift, float epsilon, void* target,
                            int32_t lines, int32_t length) {
    kernels()->normalize(source, scale, shift, epsilon, target, lines, length);
}

void edgex_tensor_reduce(int32_t kind, void* source, void* target, int32_t lines,
                         int32_t length) {
    kernels()->reduce(kind, source, target, lines, length);
}

void edgex_tensor_add_dots(void* rows, int32_t row_stride, void* operand, void* sums,
                           int32_t count, int32_t length) {
    kernels()->add_dots(rows, row_stride, operand, sums, count, length);
}

// Every architecture here keeps floats as files do, least significant byte first.
void edgex_tensor_decode(void* source, void* target, int32_t bytes) {
    memcpy(target, source, (size_t) bytes);
}

void edgex_bytes_measure(void* source, void* range, int32_t count) {
    kernels()->measure(source, range, count);
}

void edgex_bytes_quantize(void* source, void* target, float scale, int32_t zero, int32_t count) {
    kernels()->quantize(source, target, scale, zero, count);
}

int32_t edgex_bytes_packed_bytes(int32_t depth, int32_t columns) {
    int32_t group = kernels()->byte_group;
    int32_t strip = kernels()->panel_columns;
    return (depth + group - 1) / group * group * ((columns + strip - 1) / strip * strip);
}

void edgex_bytes_pack(void* source, int32_t flip, int32_t depth, int32_t columns, void* target,
                      void* column_sums) {
    kernels()->pack_bytes(source, flip, depth, columns, target, column_sums);
}

void edgex_bytes_product(void* job, void* left, void* right, void* column_sums, void* result) {
    kernels()->byte_product(job, left, right, column_sums, 0, 0.0f, 0, 0, result);
}

void edgex_bytes_scaled_product(void* job, void* left, void* right, void* column_sums,
                                float left_scale, void* scales, void* bias, void* result) {
    kernels()->byte_product(job, left, right, column_sums, scales, left_scale, bias, result, 0);
}
