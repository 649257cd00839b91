// What Java calls, by the table of this processor's instruction set. Addresses are of floats, ints or
// bytes as the Java declarations say (edgex.tensor.kernel.FloatKernels and ByteKernels).
#pragma once
#include <stdint.h>

int32_t edgex_tensor_panel_rows(void);
int32_t edgex_tensor_panel_columns(void);
void edgex_tensor_pack_left(void* source, int32_t rows, int32_t depth, int32_t row_stride, int32_t column_stride, void* target);
void edgex_tensor_pack_right(void* source, int32_t depth, int32_t columns, int32_t row_stride, int32_t column_stride, void* target);
void edgex_tensor_product(void* job, void* left, void* right, void* right_rows, void* result, void* bias, void* addend, void* parameters);
void edgex_tensor_activate(int32_t activation, void* parameters, void* source, void* target, int32_t count);
void edgex_tensor_combine(int32_t operation, void* left, int32_t left_step, void* right, int32_t right_step, void* target, int32_t count);
void edgex_tensor_stage(void* job, void* input, void* staged);
void edgex_tensor_pool(void* job, void* input, void* result);
void edgex_tensor_softmax(void* source, void* target, int32_t lines, int32_t length);
void edgex_tensor_normalize(void* source, void* scale, void* shift, float epsilon, void* target, int32_t lines, int32_t length);
void edgex_tensor_reduce(int32_t kind, void* source, void* target, int32_t lines, int32_t length);
void edgex_tensor_add_dots(void* rows, int32_t row_stride, void* operand, void* sums, int32_t count, int32_t length);
void edgex_tensor_decode(void* source, void* target, int32_t bytes);
void edgex_bytes_measure(void* source, void* range, int32_t count);
void edgex_bytes_quantize(void* source, void* target, float scale, int32_t zero, int32_t count);
int32_t edgex_bytes_packed_bytes(int32_t depth, int32_t columns);
void edgex_bytes_pack(void* source, int32_t flip, int32_t depth, int32_t columns, void* target, void* column_sums);
void edgex_bytes_product(void* job, void* left, void* right, void* column_sums, void* result);
void edgex_bytes_scaled_product(void* job, void* left, void* right, void* column_sums, float left_scale, void* scales, void* bias, void* result);
