// Runs kernels that a test asks for over standard input, each array at the end of its last page with
// nothing behind it, so that an access beyond the end kills this program.
//
// All is in 32-bit words. A request: instruction set (0 baseline, 1 AVX2, 2 AVX-512), kernel, number
// of integers, the integers, number of arrays, and for each array its number of words and the words.
// The answer: the words of all arrays as the kernel left them.
#define _GNU_SOURCE
#include "tensor-kernels.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { MOST_ARRAYS = 9, MOST_INTEGERS = 8 };

struct array {
    void* words;
    void* mapping;
    size_t mapping_bytes;
    int32_t count;
};

static void fail(const char* reason) {
    fprintf(stderr, "kernel-driver: %s\n", reason);
    exit(1);
}

static int32_t read_word(void) {
    int32_t word;
    if (fread(&word, sizeof word, 1, stdin) != 1) {
        fail("the request ends early");
    }
    return word;
}

static struct array read_array(void) {
    struct array array = {.count = read_word()};
    size_t page = (size_t) sysconf(_SC_PAGESIZE);
    size_t bytes = (size_t) array.count * 4;
    size_t pages = (bytes + page - 1) / page * page;
    array.mapping_bytes = pages + page;
    array.mapping = mmap(0, array.mapping_bytes, PROT_READ | PROT_WRITE,
                         MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (array.mapping == MAP_FAILED || mprotect((char*) array.mapping + pages, page, PROT_NONE)) {
        fail("no memory");
    }
    array.words = (char*) array.mapping + pages - bytes;
    if (fread(array.words, 1, bytes, stdin) != bytes) {
        fail("an array ends early");
    }
    return array;
}

static const struct edgex_kernels* table_of(int32_t set) {
#if defined(__x86_64__)
    if (set == 2 && __builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw")
        && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl")) {
        return &edgex_kernels_avx512;
    }
    if (set == 1 && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
        return &edgex_kernels_avx2;
    }
#endif
    return set == 0 ? &edgex_kernels_baseline : 0;
}

// Array 0: whether the processor has the set, then the sizes of panels and groups.
static void describe(const struct edgex_kernels* k, int32_t* sizes) {
    sizes[0] = k != 0;
    if (k) {
        sizes[1] = k->panel_rows;
        sizes[2] = k->panel_columns;
        sizes[3] = k->byte_group;
    }
}

static void run_bytes(const struct edgex_kernels* k, int32_t kernel, const int32_t* i, void** a) {
    switch (kernel) {
        case 12: k->measure(a[0], a[1], i[0]); break;
        case 13: k->quantize(a[0], a[1], *(float*) a[2], i[0], i[1]); break;
        case 14: k->pack_bytes(a[0], i[0], i[1], i[2], a[1], a[2]); break;
        case 15: k->byte_product(a[0], a[1], a[2], a[3], a[4], *(float*) a[5], a[6], a[7], 0); break;
        case 16: k->byte_product(a[0], a[1], a[2], a[3], 0, 0.0f, 0, 0, a[4]); break;
        default: fail("unknown kernel");
    }
}

static void run(const struct edgex_kernels* k, int32_t kernel, const int32_t* i, void** a) {
    switch (kernel) {
        case 1: k->product(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7]); break;
        case 2: k->pack_left(a[0], i[0], i[1], i[2], i[3], a[1]); break;
        case 3: k->pack_right(a[0], i[0], i[1], i[2], i[3], a[1]); break;
        case 4: k->activate(i[0], a[0], a[1], a[2], i[1]); break;
        case 5: k->combine(i[0], a[0], i[1], a[1], i[2], a[2], i[3]); break;
        case 6: k->stage(a[0], a[1], a[2]); break;
        case 7: k->pool(a[0], a[1], a[2]); break;
        case 8: k->softmax(a[0], a[1], i[0], i[1]); break;
        case 9: k->normalize(a[0], a[1], i[2] ? a[2] : 0, *(float*) a[3], a[4], i[0], i[1]); break;
        case 10: k->reduce(i[0], a[0], a[1], i[1], i[2]); break;
        case 11: k->add_dots(a[0], i[0], a[1], a[2], i[1], i[2]); break;
        default: run_bytes(k, kernel, i, a); break;
    }
}

static void answer(struct array* arrays, int32_t count) {
    for (int32_t index = 0; index < count; index++) {
        fwrite(arrays[index].words, 4, (size_t) arrays[index].count, stdout);
        munmap(arrays[index].mapping, arrays[index].mapping_bytes);
    }
    fflush(stdout);
}

int main(void) {
    int32_t set;
    while (fread(&set, sizeof set, 1, stdin) == 1) {
        int32_t kernel = read_word();
        int32_t integers[MOST_INTEGERS];
        int32_t count = read_word();
        for (int32_t index = 0; index < count && index < MOST_INTEGERS; index++) {
            integers[index] = read_word();
        }
        struct array arrays[MOST_ARRAYS];
        void* words[MOST_ARRAYS] = {0};
        count = read_word();
        for (int32_t index = 0; index < count && index < MOST_ARRAYS; index++) {
            arrays[index] = read_array();
            words[index] = arrays[index].words;
        }
        if (kernel == 0) {
            describe(table_of(set), words[0]);
        } else {
            run(table_of(set), kernel, integers, words);
        }
        answer(arrays, count);
    }
    return 0;
}
