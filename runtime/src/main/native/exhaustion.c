// The end of a process that cannot get the memory it needs. Compiled programs do not check what
// malloc gives them: it is said here which limit was reached, instead of a fault at address 0 later.
#include "edgex.h"
#include <string.h>

// As for a full heap.
#define EXIT_OUT_OF_MEMORY 3
#define MAXIMUM_TEXT_BYTES 256

struct text {
    char bytes[MAXIMUM_TEXT_BYTES];
    int64_t size;
};

// What does not fit is cut off.
static void add(struct text* text, const char* part) {
    size_t size = strlen(part);
    size_t room = (size_t) (MAXIMUM_TEXT_BYTES - text->size);
    size = size < room ? size : room;
    memcpy(text->bytes + text->size, part, size);
    text->size += (int64_t) size;
}

static void add_decimal(struct text* text, int64_t value) {
    char digits[21];
    char* start = &digits[20];
    *start = 0;
    do {
        *--start = (char) ('0' + value % 10);
        value /= 10;
    } while (value > 0);
    add(text, start);
}

static int64_t record(int32_t word) {
    return ((const int64_t*) (edgex_start_data.messagePage + EDGEX_MESSAGE_BYTES_OFFSET))[word];
}

static void add_limit(struct text* text, const char* what, int64_t limit, const char* unit) {
    add(text, "out of ");
    add(text, what);
    add(text, ": limit ");
    add_decimal(text, limit);
    add(text, unit);
}

// A call that fails for its quota has left the counters as they were, so one is at its limit; only
// for pages the size asked for may be what was too much.
static void add_used_up_limit(struct text* text) {
    if (edgex_call1(EDGEX_PROCESS_INSPECT, edgex_start_data.process) < 0) {
        add(text, "out of memory, objects or capabilities: a limit");
    } else if (record(EDGEX_PROCESS_OBJECTS_USED) >= record(EDGEX_PROCESS_OBJECTS_LIMIT)) {
        add_limit(text, "kernel objects", record(EDGEX_PROCESS_OBJECTS_LIMIT), "");
    } else if (record(EDGEX_PROCESS_CAPABILITIES_USED)
            >= record(EDGEX_PROCESS_CAPABILITIES_LIMIT)) {
        add_limit(text, "capabilities", record(EDGEX_PROCESS_CAPABILITIES_LIMIT), "");
    } else {
        add_limit(text, "memory", record(EDGEX_PROCESS_PAGES_LIMIT) * EDGEX_PAGE_BYTES, " bytes");
    }
}

void edgex_end_without_memory(int64_t error) {
    struct text text = {.size = 0};
    if (error == EDGEX_QUOTA_EXCEEDED) {
        add_used_up_limit(&text);
        add(&text, " of component ");
    } else if (error == EDGEX_OUT_OF_MEMORY) {
        add(&text, "out of memory: the machine has none left for component ");
    } else {
        add(&text, "out of kernel objects: the machine has none left for component ");
    }
    add(&text, edgex_process_name());
    add(&text, "\n");
    edgex_write_output(2, text.bytes, text.size);
    edgex_call1(EDGEX_PROCESS_EXIT, EXIT_OUT_OF_MEMORY);
}
