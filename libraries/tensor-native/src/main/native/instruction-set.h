// Compiles every kernel for one instruction set. The including file has chosen the target and
// defines LANES (floats in a vector), ROWS and VECTORS (the size of a product's tile), BYTE_GROUP and
// KERNELS, the table's name.
#include "product.h"
#include "bytes.h"
#include "elementwise.h"
#include "windows.h"

const struct edgex_kernels KERNELS = {
    .panel_rows = ROWS,
    .panel_columns = COLUMNS,
    .byte_group = BYTE_GROUP,
    .product = product,
    .pack_left = pack_left,
    .pack_right = pack_right,
    .activate = activate,
    .combine = combine,
    .stage = stage,
    .pool = pool,
    .softmax = softmax,
    .normalize = normalize,
    .reduce = reduce,
    .add_dots = add_dots,
    .measure = measure,
    .quantize = quantize,
    .pack_bytes = pack_bytes,
    .byte_product = byte_product,
};
