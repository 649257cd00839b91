// From the kernel's entry to musl's: what the process was started with is put into the form that the
// C library expects.
#include "edgex.h"
#include <elf.h>
#include <stdlib.h>
#include <string.h>

#define AUXILIARY_WORDS 10

struct edgex_start_data edgex_start_data;

extern const Elf64_Ehdr __ehdr_start;

int main(int argc, char** argv);
int __libc_start_main(int (*main)(int, char**), int argc, char** argv, void (*init)(void),
        void (*fini)(void), void (*loaderFini)(void));

// Where the root process maps memory, above everything the image builder lays out.
#define ROOT_FREE_ADDRESS INT64_C(0x1000000000)
#define ROOT_FREE_END INT64_C(0x7f0000000000)

static int64_t start_word(int32_t index) {
    return ((const int64_t*) edgex_start_data.block)[index];
}

static char* start_text(int64_t offset) {
    return (char*) edgex_start_data.block + offset;
}

static void take_start_block(const int64_t* block) {
    edgex_start_data.block = (int64_t) block;
    edgex_start_data.process = start_word(EDGEX_START_PROCESS);
    edgex_start_data.thread = start_word(EDGEX_START_THREAD);
    edgex_start_data.messagePage = start_word(EDGEX_START_MESSAGE_PAGE);
    edgex_start_data.freeAddress = start_word(EDGEX_START_FREE_ADDRESS);
    edgex_start_data.freeEnd = start_word(EDGEX_START_FREE_END);
    edgex_start_data.heapLimit = start_word(EDGEX_START_HEAP_LIMIT);
}

// The words lie where the first message will overwrite them: they are copied.
static void take_root_start(const char* messagePage) {
    memcpy(edgex_start_data.root, messagePage + EDGEX_MESSAGE_BYTES_OFFSET,
            sizeof edgex_start_data.root);
    edgex_start_data.process = edgex_root_word(EDGEX_ROOT_PROCESS);
    edgex_start_data.thread = edgex_root_word(EDGEX_ROOT_THREAD);
    edgex_start_data.messagePage = edgex_root_word(EDGEX_ROOT_MESSAGE_PAGE);
    int64_t free = edgex_root_word(EDGEX_ROOT_FREE_ADDRESS);
    edgex_start_data.freeAddress = free > ROOT_FREE_ADDRESS ? free : ROOT_FREE_ADDRESS;
    edgex_start_data.freeEnd = ROOT_FREE_END;
}

const char* edgex_process_name(void) {
    return edgex_start_data.block == 0 ? "root" : start_text(start_word(EDGEX_START_NAME));
}

// Points at the texts that follow each other from an offset on, then ends the list with NULL.
static char** list_texts(char** list, int64_t offset, int64_t count) {
    char* text = start_text(offset);
    for (int64_t i = 0; i < count; i++) {
        *list++ = text;
        text += strlen(text) + 1;
    }
    *list++ = NULL;
    return list;
}

static void list_auxiliary(size_t* auxiliary) {
    const size_t values[AUXILIARY_WORDS] = {
        AT_PAGESZ, EDGEX_PAGE_BYTES,
        AT_PHDR, (size_t) &__ehdr_start + __ehdr_start.e_phoff,
        AT_PHNUM, __ehdr_start.e_phnum,
        AT_PHENT, __ehdr_start.e_phentsize,
        AT_NULL, 0,
    };
    memcpy(auxiliary, values, sizeof values);
}

// The entry point's C half: arguments, environment and auxiliary words follow each other, as musl
// wants them, on the stack that stays for the life of the process.
void edgex_start(const void* argument) {
    const int64_t* words = argument;
    int isRoot = words[EDGEX_START_MAGIC] != EDGEX_START_MAGIC_VALUE;
    if (isRoot) {
        take_root_start(argument);
    } else {
        take_start_block(argument);
    }
    int64_t arguments = isRoot ? 0 : start_word(EDGEX_START_ARGUMENT_COUNT);
    int64_t variables = isRoot ? 0 : start_word(EDGEX_START_ENVIRONMENT_COUNT);
    char* vector[arguments + variables + 3 + AUXILIARY_WORDS];
    char** next = vector;
    *next++ = (char*) edgex_process_name();
    next = list_texts(next, isRoot ? 0 : start_word(EDGEX_START_ARGUMENTS), arguments);
    next = list_texts(next, isRoot ? 0 : start_word(EDGEX_START_ENVIRONMENT), variables);
    list_auxiliary((size_t*) next);
    int (*entry)(int, char**) = main;
    __libc_start_main(entry, (int) arguments + 1, vector, NULL, NULL, NULL);
}

// Called by the compiled program before it makes its heap.
int64_t edgex_heap_limit(int64_t compiledLimitBytes) {
    int64_t limit = edgex_start_data.heapLimit;
    return limit > 0 && limit < compiledLimitBytes ? limit : compiledLimitBytes;
}

static int32_t find_root_capability(const char* name) {
    static const char* const names[] = {
        [EDGEX_ROOT_PROCESS] = "process",
        [EDGEX_ROOT_THREAD] = "thread",
        [EDGEX_ROOT_SYSTEM] = "system",
        [EDGEX_ROOT_PORTS] = "ports",
        [EDGEX_ROOT_INTERRUPTS] = "interrupts",
        [EDGEX_ROOT_BOOT_IMAGE] = "bootimage",
    };
    for (int32_t i = 0; i <= EDGEX_ROOT_BOOT_IMAGE; i++) {
        if (strcmp(name, names[i]) == 0) {
            return (int32_t) edgex_root_word(i);
        }
    }
    return 0;
}

int32_t edgex_find_capability(const char* name) {
    if (edgex_start_data.block == 0) {
        return find_root_capability(name);
    }
    const uint32_t* entry = (const uint32_t*) start_text(start_word(EDGEX_START_CAPABILITIES));
    int64_t count = start_word(EDGEX_START_CAPABILITY_COUNT);
    for (int64_t i = 0; i < count; i++, entry += 2) {
        if (strcmp(name, start_text(entry[1])) == 0) {
            return (int32_t) entry[0];
        }
    }
    return 0;
}
