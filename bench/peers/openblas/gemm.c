// The time of a product of square matrices in OpenBLAS: "gemm.nanos N" for each sample, of this
// thread's processor time. The matrices are as in the benchmark's own program.
#define _POSIX_C_SOURCE 200809L
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define SAMPLES 15
#define MULTIPLICATIONS_PER_SAMPLE (INT64_C(1) << 30)
#define ROW_MAJOR 101
#define NO_TRANSPOSE 111

void cblas_sgemm(int order, int transA, int transB, int m, int n, int k, float alpha,
                 const float* a, int lda, const float* b, int ldb, float beta, float* c, int ldc);

static int64_t thread_nanos(void) {
    struct timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (int64_t) now.tv_sec * 1000000000 + now.tv_nsec;
}

static float* matrix(int size) {
    float* values = malloc(sizeof(float) * (size_t) size * (size_t) size);
    for (int index = 0; values && index < size * size; index++) {
        values[index] = (float) rand() / (float) RAND_MAX - 0.5f;
    }
    return values;
}

static void multiply(int size, const float* a, const float* b, float* c) {
    cblas_sgemm(ROW_MAJOR, NO_TRANSPOSE, NO_TRANSPOSE, size, size, size, 1.0f, a, size, b, size,
                1.0f, c, size);
}

int main(int count, char** arguments) {
    int size = count == 2 ? atoi(arguments[1]) : 0;
    float* a = size > 0 ? matrix(size) : NULL;
    float* b = size > 0 ? matrix(size) : NULL;
    float* c = size > 0 ? matrix(size) : NULL;
    if (!a || !b || !c) {
        fprintf(stderr, "usage: gemm SIZE\n");
        return 2;
    }
    int64_t repeats = MULTIPLICATIONS_PER_SAMPLE / size / size / size;
    repeats = repeats > 0 ? repeats : 1;
    multiply(size, a, b, c);
    for (int sample = 0; sample < SAMPLES; sample++) {
        int64_t started = thread_nanos();
        for (int64_t repeat = 0; repeat < repeats; repeat++) {
            multiply(size, a, b, c);
        }
        printf("gemm.nanos %lld\n", (long long) ((thread_nanos() - started) / repeats));
    }
    return 0;
}
