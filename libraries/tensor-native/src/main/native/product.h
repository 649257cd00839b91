// The matrix product under convolutions, matrix multiplications and fully connected layers.
//
// The left factor is packed in panels of ROWS rows, column by column. The right factor is read where
// it lies: row k of it begins at right + right_rows[k], so that it may be a matrix in panels, a
// matrix as it is, or the shifted views of a padded picture that make a convolution. Columns go in
// strips of COLUMNS = VECTORS * LANES; a tile of ROWS x COLUMNS sums stays in registers for the whole
// depth, then gets bias, addend and activation and is stored.
//
// A result may consist of lines, of which the first line_used of line_length columns are stored: a
// convolution also computes the windows that hang over the edge of a line.
#pragma once
#include "mathematics.h"

#define COLUMNS (VECTORS * LANES)

typedef struct edgex_product_job product_job;

struct product_operands {
    const float* right;
    const int32_t* right_rows;
    const float* bias;
    const float* addend;
    const float* parameters;
    float* result;
};

INLINE vector finished(const product_job* job, const struct product_operands* operands,
                       const int32_t activation, vector sum, int32_t row, int32_t column,
                       int64_t place, int32_t count) {
    if (job->has_bias == 1) {
        sum += operands->bias[row];
    } else if (job->has_bias == 2) {
        const float* bias = operands->bias + column;
        sum += count == LANES ? load(bias) : load_part(bias, count);
    }
    if (job->accumulate) {
        const float* old = operands->result + place;
        sum += count == LANES ? load(old) : load_part(old, count);
    }
    if (job->has_addend) {
        const float* addend = operands->addend + place;
        sum += count == LANES ? load(addend) : load_part(addend, count);
    }
    return finish(activation, operands->parameters, sum);
}

// Where a vector of computed columns goes: to COUNT columns of the result from COLUMN on, which are
// the lanes that KEEP marks; the others lie between lines.
struct place {
    int32_t column;
    int32_t count;
    uint32_t keep;
};

static void find_places(const product_job* job, int32_t column, struct place* places) {
    int32_t line = column / job->line_length;
    int32_t position = column - line * job->line_length;
    for (int32_t v = 0; v < VECTORS; v++, column += LANES) {
        int32_t inside = position < job->line_used ? position : job->line_used;
        places[v] = (struct place) {line * job->line_used + inside, 0, 0};
        int32_t lanes = job->columns - column < LANES ? job->columns - column : LANES;
        for (int32_t lane = 0; lane < lanes;) {
            int32_t rest = job->line_length - position;
            int32_t run = rest < lanes - lane ? rest : lanes - lane;
            int32_t used = job->line_used - position;
            used = used < 0 ? 0 : used < run ? used : run;
            places[v].keep |= ((1u << used) - 1) << lane;
            places[v].count += used;
            lane += run;
            position += run;
            if (position == job->line_length) {
                position = 0;
                line++;
            }
        }
    }
}

// Stores the sums of a tile. ACTIVATION is a constant after inlining.
INLINE void store_rows(const product_job* job, const struct product_operands* operands,
                       const int32_t activation, const float (*sums)[COLUMNS], int32_t row,
                       int32_t rows, const struct place* places) {
    for (int32_t r = 0; r < rows; r++, row++) {
        int64_t start = (int64_t) row * job->result_row_stride;
        for (int32_t v = 0; v < VECTORS; v++) {
            int32_t count = places[v].count;
            int32_t column = places[v].column;
            int64_t place = start + column;
            vector sum = load(sums[r] + v * LANES);
            if (count == LANES) {
                store(operands->result + place,
                      finished(job, operands, activation, sum, row, column, place, LANES));
            } else if (count > 0) {
                sum = kept(sum, places[v].keep);
                store_part(operands->result + place,
                           finished(job, operands, activation, sum, row, column, place, count),
                           count);
            }
        }
    }
}

#define STORE_CASE(activation)                                               \
    case activation:                                                         \
        store_rows(job, operands, activation, sums, row, rows, places);      \
        break;

// Apart from the loop that makes the sums, since the activations would take the registers from it.
static __attribute__((noinline)) void store_tile(const product_job* job,
                                                 const struct product_operands* operands,
                                                 const float (*sums)[COLUMNS], int32_t row,
                                                 int32_t rows, const struct place* places) {
    switch (job->activation) {
        STORE_CASE(EDGEX_IDENTITY)
        STORE_CASE(EDGEX_RELU)
        STORE_CASE(EDGEX_CLIP)
        STORE_CASE(EDGEX_LEAKY_RELU)
        STORE_CASE(EDGEX_HARD_SIGMOID)
        STORE_CASE(EDGEX_HARD_SWISH)
        STORE_CASE(EDGEX_SIGMOID)
        default: store_rows(job, operands, job->activation, sums, row, rows, places); break;
    }
}

// One tile; rows and vectors are constants after inlining, so that the sums are registers.
INLINE void tile(const product_job* job, const struct product_operands* operands,
                 const float* left, const float* right, int32_t row, const struct place* places,
                 const int32_t rows, const int32_t vectors) {
    vector sums[ROWS][VECTORS];
    _Pragma("GCC unroll 16") for (int32_t r = 0; r < rows; r++) {
        _Pragma("GCC unroll 4") for (int32_t v = 0; v < vectors; v++) {
            sums[r][v] = all(0.0f);
        }
    }
    const int32_t* right_rows = operands->right_rows;
    int32_t depth = job->depth;
    for (int32_t k = 0; k < depth; k++) {
        const float* line = right + right_rows[k];
        vector b[VECTORS];
        _Pragma("GCC unroll 4") for (int32_t v = 0; v < vectors; v++) {
            b[v] = load(line + v * LANES);
        }
        _Pragma("GCC unroll 16") for (int32_t r = 0; r < rows; r++) {
            vector a = all(left[r]);
            _Pragma("GCC unroll 4") for (int32_t v = 0; v < vectors; v++) {
                sums[r][v] = multiply_add(a, b[v], sums[r][v]);
            }
        }
        left += ROWS;
    }
    float stored[ROWS][COLUMNS];
    _Pragma("GCC unroll 16") for (int32_t r = 0; r < rows; r++) {
        _Pragma("GCC unroll 4") for (int32_t v = 0; v < vectors; v++) {
            store(stored[r] + v * LANES, sums[r][v]);
        }
    }
    store_tile(job, operands, stored, row, rows, places);
}

#define TILE_CASE(count)                                                          \
    case count: tile(job, operands, left, right, row, places, count, width); break;

// ROWS is at most 8.
#define STRIP(name, vectors)                                                                   \
    static void name(const product_job* job, const struct product_operands* operands,          \
                     const float* left, const float* right, int32_t column) {                  \
        const int32_t width = vectors;                                                         \
        struct place places[VECTORS];                                                          \
        find_places(job, column, places);                                                      \
        for (int32_t row = 0; row < job->rows; row += ROWS) {                                  \
            int32_t rows = job->rows - row < ROWS ? job->rows - row : ROWS;                    \
            switch (rows) {                                                                    \
                TILE_CASE(1) TILE_CASE(2) TILE_CASE(3) TILE_CASE(4) TILE_CASES_ABOVE_4         \
            }                                                                                  \
            left += (int64_t) ROWS * job->depth;                                               \
        }                                                                                      \
    }

#if ROWS == 8
#define TILE_CASES_ABOVE_4 TILE_CASE(5) TILE_CASE(6) TILE_CASE(7) TILE_CASE(8)
#elif ROWS == 6
#define TILE_CASES_ABOVE_4 TILE_CASE(5) TILE_CASE(6)
#else
#define TILE_CASES_ABOVE_4
#endif

STRIP(strip_of_1, 1)
STRIP(strip_of_2, 2)
#if VECTORS == 3
STRIP(strip_of_3, 3)
#else
#define strip_of_3 strip_of_2
#endif

static void product(const product_job* job, const float* left, const float* right,
                    const int32_t* right_rows, float* result, const float* bias,
                    const float* addend, const float* parameters) {
    const struct product_operands operands = {right, right_rows, bias, addend, parameters, result};
    for (int32_t column = 0; column < job->columns; column += COLUMNS) {
        int32_t columns = job->columns - column;
        const float* strip = right + (int64_t) (column / COLUMNS) * job->right_strip_step;
        if (columns > 2 * LANES) {
            strip_of_3(job, &operands, left, strip, column);
        } else if (columns > LANES) {
            strip_of_2(job, &operands, left, strip, column);
        } else {
            strip_of_1(job, &operands, left, strip, column);
        }
    }
}

static void pack_left(const float* source, int32_t rows, int32_t depth, int32_t row_stride,
                      int32_t column_stride, float* target) {
    for (int32_t row = 0; row < rows; row += ROWS) {
        int32_t live = rows - row < ROWS ? rows - row : ROWS;
        const float* from = source + (int64_t) row * row_stride;
        for (int32_t k = 0; k < depth; k++) {
            for (int32_t r = 0; r < ROWS; r++) {
                target[r] = r < live ? from[(int64_t) r * row_stride] : 0.0f;
            }
            target += ROWS;
            from += column_stride;
        }
    }
}

static void pack_right(const float* source, int32_t depth, int32_t columns, int32_t row_stride,
                       int32_t column_stride, float* target) {
    for (int32_t column = 0; column < columns; column += COLUMNS) {
        int32_t live = columns - column < COLUMNS ? columns - column : COLUMNS;
        const float* from = source + (int64_t) column * column_stride;
        for (int32_t k = 0; k < depth; k++) {
            if (live == COLUMNS && column_stride == 1) {
                memcpy(target, from, COLUMNS * sizeof(float));
            } else {
                for (int32_t c = 0; c < COLUMNS; c++) {
                    target[c] = c < live ? from[(int64_t) c * column_stride] : 0.0f;
                }
            }
            target += COLUMNS;
            from += row_stride;
        }
    }
}
